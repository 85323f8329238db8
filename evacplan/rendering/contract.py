"""The machine contract: values as the JSON documents that other programs rely on.

Keys and enumerated values are fixed and never translated. `schema` is 1.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from evacplan.errors import EvacplanError, Fault
from evacplan.model import times, wire
from evacplan.model.advisory import Advisory, Directive, Reading, Unread
from evacplan.model.events import FactSet
from evacplan.model.filed import Entry, Filed
from evacplan.model.network import Link, Network, Service
from evacplan.model.plan import Answer, Change, Option, Plan
from evacplan.model.situation import AirportState, BorderState, Cause, LinkState, Said, Situation
from evacplan.model.wire import Json
from evacplan.rendering.clean import escape_json
from evacplan.rendering.notes import notes_words

SCHEMA = 1

_State = LinkState | AirportState | BorderState


def dump(document: Mapping[str, object], *, one_line: bool = False) -> str:
    """Write a document as one JSON text, keys in order of insertion, safe to show on a terminal."""
    text = json.dumps(document, ensure_ascii=False, indent=None if one_line else 1)
    return escape_json(text)


def _causes(causes: Sequence[Cause]) -> list[Json]:
    return [wire.cause_to_json(cause) for cause in causes]


def advisory_head(advisory: Advisory) -> Json:
    """Write who said it and when, without the text."""
    return {
        "id": advisory.id,
        "issuer": advisory.issuer,
        "issued": times.to_text(advisory.issued),
        "language": advisory.language,
        "kind": advisory.kind,
        "series": advisory.series,
        "replaces": advisory.replaces,
        "url": advisory.url,
    }


def directive(item: Directive, *, advisory: str | None, review: str, new: bool = True) -> Json:
    """Write one directive with its advisory and its state of review."""
    body = wire.directive_to_json(item)
    return {"id": body.pop("id"), "advisory": advisory, **body, "review": review, "new": new}


def advisory_document(
    advisory: Advisory,
    directives: Sequence[Json],
    unread: Sequence[Unread],
    *,
    withdrawn: Sequence[str] = (),
    effects: Sequence[Json] = (),
) -> Json:
    """Write what `advisory add` and `advisory read` print."""
    return {
        "schema": SCHEMA,
        "advisory": advisory_head(advisory),
        "directives": list(directives),
        "unread": [wire.unread_to_json(item) for item in unread],
        "withdrawn": list(withdrawn),
        "effects": list(effects),
    }


def effects_between(before: Situation, after: Situation) -> list[Json]:
    """List every link, airport, border and the airspace whose status differs between two situations, by id."""
    out: list[Json] = []
    for target, was, now in _pairs(before, after):
        levels = (getattr(was, "level", None), getattr(now, "level", None))
        if was.status != now.status or levels[0] != levels[1]:
            effect: Json = {"target": target, "before": was.status, "after": now.status}
            out.append(effect | {"level_before": levels[0], "level_after": levels[1]})
    return sorted(out, key=lambda effect: str(effect["target"]))


def _pairs(before: Situation, after: Situation) -> Iterator[tuple[str, _State, _State]]:
    yield "airspace", before.airspace, after.airspace
    for target, link in after.links.items():
        yield target, before.links[target], link
    for target, airport in after.airports.items():
        yield target, before.airports[target], airport
    for target, border in after.borders.items():
        yield target, before.borders[target], border


def _link(network: Network, situation: Situation, link: Link | Service) -> Json:
    state = situation.links[link.id]
    road = link.road if isinstance(link, Link) else None
    return {
        "id": link.id,
        "mode": link.mode if isinstance(link, Link) else "air",
        "from": link.start,
        "to": link.end,
        "road": road,
        "km": link.km,
        "crosses_border": _crosses_border(network, link),
        "status": state.status,
        "level": state.level,
        "causes": _causes(state.causes),
    }


def _crosses_border(network: Network, link: Link | Service) -> bool:
    if isinstance(link, Link):
        return link.crosses is not None
    return network.airports[link.start].country != network.airports[link.end].country


def _said(items: Sequence[Said], *, place_key: str | None = None) -> list[Json]:
    out = []
    for item in items:
        entry: Json = {"issuer": item.cause.issuer, "value": item.cause.value}
        if place_key == "place":
            day = times.to_text(item.on or item.cause.issued)
            entry |= {"place": item.area[0] if item.area else item.name, "date": day}
        entry |= {"kind": item.cause.kind, "area": list(item.area), "name": item.name}
        if item.by:
            entry["by"] = list(item.by)
        out.append(entry | {"causes": _causes([item.cause])})
    return out


def _travel(items: Sequence[Said]) -> list[Json]:
    return [entry | {"area": entry["name"], "places": entry["area"]} for entry in _said(items)]


def status_document(network: Network, situation: Situation) -> Json:
    """Write what `status` prints."""
    links: list[Link | Service] = [*network.links.values(), *network.services.values()]
    airports = [(network.airports[key], state) for key, state in situation.airports.items()]
    return {
        "schema": SCHEMA,
        "as_of": times.to_text(situation.as_of),
        "known_at": times.to_text(situation.known_at),
        "links": [_link(network, situation, link) for link in links],
        "airports": [
            {
                "id": airport.id,
                "iata": airport.iata,
                "icao": airport.icao,
                "status": state.status,
                "level": state.level,
                "causes": _causes(state.causes),
            }
            for airport, state in airports
        ],
        "borders": [
            {"id": key, "status": state.status, "causes": _causes(state.causes)}
            for key, state in situation.borders.items()
        ],
        "airspace": {"status": situation.airspace.status, "causes": _causes(situation.airspace.causes)},
        "curfews": [
            {
                "area": list(curfew.area),
                "hours": list(curfew.hours) if curfew.hours else None,
                "until": times.to_text(curfew.until),
                "active": curfew.active,
                "causes": _causes(curfew.causes),
            }
            for curfew in situation.curfews
        ],
        "fuel": {"road": situation.road_fuel, "jet": situation.jet_fuel, "causes": _causes(situation.fuel_causes)},
        "shelter": _said(situation.shelter),
        "travel": _travel(situation.travel),
        "mission": _said(situation.missions),
        "incidents": _said(situation.incidents, place_key="place"),
        "watch": _said(situation.watch),
        "departure": [entry | {"by": entry.get("by", [])} for entry in _said(situation.departures)],
        "notices": _said(situation.notices),
        "disagreements": [
            {
                "target": item.target,
                "strictest": wire.cause_to_json(item.strictest),
                "laxest": wire.cause_to_json(item.laxest),
            }
            for item in situation.disagreements
        ],
        "stale": [
            {
                "target": item.target,
                "as_of": times.to_text(item.as_of),
                "shelf_life_days": item.shelf_life_days,
                "what": item.what,
            }
            for item in situation.stale
        ],
        **freshness(situation),
        "warnings": notes_words("en", network, situation.warnings),
    }


def freshness(situation: Situation, valid_until: datetime | None = None) -> Json:
    """Write how old what was used is: newest advisory per issuer, the flight data's date, the validity's end."""
    out: Json = {
        "newest": {issuer: times.to_text(when) for issuer, when in situation.newest.items()},
        "flight_data_as_of": times.to_text(situation.flight_data_as_of),
    }
    return out | ({"valid_until": times.to_text(valid_until)} if valid_until else {})


def option_document(network: Network, option: Option, rank: int) -> Json:
    """Write an option with its notes in English words: as in the contract, and never translated."""
    words = {"why_not": notes_words("en", network, option.why_not)}
    return wire.option_to_json(option, rank) | words | {"conditions": notes_words("en", network, option.conditions)}


def route_document(network: Network, answer: Answer, situation: Situation, valid_until: datetime) -> Json:
    """Write what `route` prints."""
    return {
        "schema": SCHEMA,
        "as_of": times.to_text(answer.as_of),
        "origin": answer.origin,
        "verdict": answer.verdict,
        "options": [option_document(network, option, rank) for rank, option in enumerate(answer.options, start=1)],
        "blocked_overland": [{"link": link, "causes": _causes(causes)} for link, causes in answer.blocked_overland],
        "opens_if": [list(targets) for targets in answer.opens_if],
        **freshness(situation, valid_until),
        "warnings": notes_words("en", network, [*situation.warnings, *answer.warnings]),
    }


def plan_document(network: Network, plan: Plan, changes: Sequence[Change]) -> Json:
    """Write what `plan update` and `plan show` print."""
    towns = [
        {
            "town": town.town,
            "verdict": town.verdict,
            "option": option_document(network, town.option, 1) if town.option else None,
        }
        for town in plan.towns
    ]
    return {"schema": SCHEMA, **wire.plan_head_to_json(plan), "towns": towns, "changes": wire.changes_to_json(changes)}


def diff_document(before: Plan | None, after: Plan, changes: Sequence[Change]) -> Json:
    """Write what `plan diff` prints."""
    return {
        "schema": SCHEMA,
        "before": before.id if before else None,
        "after": after.id,
        "changes": wire.changes_to_json(changes),
    }


def plans_document(plans: Sequence[Plan]) -> Json:
    """Write what `plan list` prints, newest first."""
    return {"schema": SCHEMA, "plans": [wire.plan_head_to_json(plan) for plan in reversed(plans)]}


def reading_document(advisory: Advisory, reading: Reading) -> Json:
    """Write what `advisory read` prints: as `advisory add`, with nothing stored and nothing replaced."""
    items = [directive(item, advisory=None, review="pending") for item in reading.directives]
    head = advisory_head(advisory) | {"id": None, "language": reading.language}
    return advisory_document(advisory, items, reading.unread) | {"advisory": head}


def refused_document(file: str, problem: EvacplanError) -> Json:
    """Write that a file could not be read, so that a stream of documents keeps its order."""
    return {"schema": SCHEMA, "file": file, "error": str(problem), "directives": [], "unread": []}


def fact_document(fact: FactSet, situation: Situation, *, by: str) -> Json:
    """Write a person's own fact and the state that results."""
    state = situation.links.get(fact.target) or situation.airports[fact.target]
    return {
        "schema": SCHEMA,
        "target": fact.target,
        "set": fact.status,
        "by": by,
        "reason": fact.reason,
        "at": times.to_text(fact.at),
        "until": times.to_text(fact.until),
        "status": state.status,
        "level": state.level,
        "causes": _causes(state.causes),
    }


def sheets_document(plan: str | None, files: Sequence[str], texts: Sequence[str]) -> Json:
    """Write what `checklist` prints: the files written, or the sheets themselves; `left_out` is empty for a town."""
    document: Json = {"schema": SCHEMA, "plan": plan, "sheets": len(texts), "files": list(files), "left_out": []}
    return document if files else document | {"texts": list(texts)}


def faults_document(faults: Sequence[Fault]) -> Json:
    """Write what `data check` found."""
    return {"schema": SCHEMA, "faults": [{"file": f.file, "line": f.line, "what": f.what} for f in faults]}


def filed_document(filed: Filed, reviews: Mapping[str, Entry]) -> Json:
    """Write an advisory as it is filed, each directive with its review."""
    items = [
        directive(item, advisory=filed.advisory.id, review=reviews[item.id].review, new=item.id not in filed.carried)
        for item in filed.directives
    ]
    envelope = {
        "recorded_at": times.to_text(filed.recorded_at),
        "by": filed.by,
        "withdrawn_at": times.to_text(filed.withdrawn_at),
    }
    return advisory_document(filed.advisory, items, filed.unread) | envelope


def stored_document(filed: Filed, reviews: Mapping[str, Entry]) -> Json:
    """Write what `advisory show` prints: as `advisory add`, with the text that spans count in."""
    return filed_document(filed, reviews) | {"text": filed.advisory.text}


def advisories_document(filed: Sequence[Filed], reviews: Mapping[str, Entry]) -> Json:
    """Write what `advisory list` prints, newest first."""
    rows = [
        advisory_head(item.advisory)
        | {
            "directives": len(item.directives),
            "waiting": waiting_in(item, reviews),
            "unread": len(item.unread),
            "withdrawn_at": times.to_text(item.withdrawn_at),
        }
        for item in filed
    ]
    return {"schema": SCHEMA, "advisories": rows}


def waiting_in(filed: Filed, reviews: Mapping[str, Entry]) -> int:
    """Return how many directives of an advisory wait for a person."""
    return sum(item.holds and reviews[item.id].review == "pending" for item in filed.directives)


def entries_document(entries: Sequence[Entry]) -> Json:
    """Write what `review` prints: the waiting directives, most harmful first."""
    items = [directive(entry.directive, advisory=entry.advisory, review=entry.review) for entry in entries]
    return {"schema": SCHEMA, "pending": items}


def decided_document(entries: Sequence[Entry], *, waiting: int) -> Json:
    """Write directives with the decision just made on them."""
    items = [
        directive(entry.directive, advisory=entry.advisory, review=entry.review)
        | {"by": entry.by, "at": times.to_text(entry.at)}
        for entry in entries
    ]
    return {"schema": SCHEMA, "decided": items, "waiting": waiting}


def withdrawn_document(advisory: str, at: datetime, effects: Sequence[Json]) -> Json:
    """Write what `advisory withdraw` prints."""
    return {"schema": SCHEMA, "advisory": advisory, "withdrawn_at": times.to_text(at), "effects": list(effects)}
