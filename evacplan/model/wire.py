"""Directives, causes and plans as JSON, in the machine contract's shape, and back.

The same shape is printed with `--json` and kept in the log, so that what was reviewed is what is stored.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

from evacplan.model import times
from evacplan.model.advisory import Directive, Unread
from evacplan.model.claims import CLAIMS, Claim, Curfew, Departure, Overland
from evacplan.model.plan import Change, Leg, Option, Plan, TownPlan
from evacplan.model.scope import Circle, Line, Named, Outside, Scope
from evacplan.model.situation import Cause, Note, note

Json: TypeAlias = dict[str, Any]


def scope_to_json(scope: Scope) -> Json:
    """Write one scope with its type, name and targets.

    >>> scope_to_json(Named("town", "Gao", ("gao",)))
    {'type': 'town', 'name': 'Gao', 'targets': ['gao']}
    """
    out: Json = {"type": scope.type, "name": scope.name}
    match scope:
        case Named():
            pass
        case Circle():
            out |= {"lat": scope.lat, "lon": scope.lon, "radius_km": scope.radius_km}
        case Line():
            out |= {"through": list(scope.through), "side": scope.side}
        case Outside():
            out |= {"of": [scope_to_json(inner) for inner in scope.of]}
    return out | {"targets": list(scope.targets)}


def scope_from_json(data: Mapping[str, Any]) -> Scope:
    """Read what `scope_to_json` wrote."""
    name, targets = data["name"], tuple(data["targets"])
    match data["type"]:
        case "circle":
            return Circle(name, data["lat"], data["lon"], data["radius_km"], targets)
        case "line":
            return Line(name, tuple(data["through"]), data["side"], targets)
        case "outside":
            return Outside(name, tuple(scope_from_json(inner) for inner in data["of"]), targets)
        case named:
            return Named(named, name, targets)


def _claim_extras(claim: Claim) -> Json:
    """Return the keys that only some kinds have, None where a kind has none or the source states none."""
    return {
        "reach": claim.reach if isinstance(claim, Overland) else None,
        "hours": list(claim.hours) if isinstance(claim, Curfew) and claim.hours else None,
        "by": list(claim.by) if isinstance(claim, Departure) and claim.by else None,
    }


def claim_from_json(data: Mapping[str, Any]) -> Claim:
    """Read a claim from its `kind`, `value` and the extra keys of its kind.

    Raises
    ------
    KeyError
        If the kind is not one of the contract's.
    """
    value = data["value"]
    match data["kind"]:
        case "overland":
            return Overland(value, data.get("reach") or "all")
        case "curfew":
            hours = data.get("hours")
            return Curfew(value, (hours[0], hours[1]) if hours else None)
        case "departure":
            return Departure(value, tuple(data.get("by") or ()))
        case kind:
            return cast("Claim", cast("type[Any]", CLAIMS[kind])(value))


def directive_to_json(directive: Directive) -> Json:
    """Write a directive without its advisory and review state, which are not part of what was read."""
    return {
        "id": directive.id,
        "kind": directive.claim.kind,
        "value": directive.claim.value,
        "modality": directive.modality,
        "scope": [scope_to_json(scope) for scope in directive.scope],
        "from": times.to_text(directive.starts),
        "until": times.to_text(directive.until),
        **_claim_extras(directive.claim),
        "strength": directive.strength,
        "actor": directive.actor,
        "exception": [scope_to_json(scope) for scope in directive.exception] or None,
        "condition": directive.condition,
        "quote": directive.quote,
        "span": list(directive.span),
        "evidence": list(directive.evidence),
    }


def directive_from_json(data: Mapping[str, Any]) -> Directive:
    """Read what `directive_to_json` wrote; unknown keys are ignored."""
    starts, until = data.get("from"), data.get("until")
    return Directive(
        id=data["id"],
        claim=claim_from_json(data),
        modality=data["modality"],
        scope=tuple(scope_from_json(scope) for scope in data["scope"]),
        quote=data["quote"],
        span=(data["span"][0], data["span"][1]),
        starts=times.from_text(starts) if starts else None,
        until=times.from_text(until) if until else None,
        strength=data.get("strength"),
        actor=data.get("actor"),
        exception=tuple(scope_from_json(scope) for scope in data.get("exception") or ()),
        condition=data.get("condition"),
        evidence=tuple(data.get("evidence") or ()),
    )


def unread_to_json(unread: Unread) -> Json:
    """Write an unread sentence."""
    return {
        "quote": unread.quote,
        "span": list(unread.span),
        "why": unread.why,
        "suggestions": list(unread.suggestions),
    }


def unread_from_json(data: Mapping[str, Any]) -> Unread:
    """Read what `unread_to_json` wrote."""
    return Unread(data["quote"], (data["span"][0], data["span"][1]), data["why"], tuple(data["suggestions"]))


def cause_to_json(cause: Cause) -> Json:
    """Write a cause; directive and advisory are null for a baseline or a person's own fact."""
    return {
        "directive": cause.directive,
        "advisory": cause.advisory,
        "issuer": cause.issuer,
        "issued": times.to_text(cause.issued),
        "quote": cause.quote,
        "kind": cause.kind,
        "value": cause.value,
        "origin": cause.origin,
        "until": times.to_text(cause.until),
    }


def cause_from_json(data: Mapping[str, Any]) -> Cause:
    """Read what `cause_to_json` wrote."""
    return Cause(
        origin=data["origin"],
        kind=data["kind"],
        value=data["value"],
        issuer=data["issuer"],
        issued=times.from_text(data["issued"]),
        quote=data["quote"],
        directive=data["directive"],
        advisory=data["advisory"],
        until=times.from_text(data["until"]) if data["until"] else None,
    )


def note_to_json(item: Note) -> Json:
    """Write a note as its key and values."""
    return {"key": item.key, **dict(item.values)}


def note_from_json(data: Mapping[str, Any]) -> Note:
    """Read what `note_to_json` wrote."""
    return note(data["key"], **{name: value for name, value in data.items() if name != "key"})


def leg_to_json(leg: Leg) -> Json:
    """Write one leg of a way out."""
    return {
        "link": leg.link,
        "mode": leg.mode,
        "from": leg.start,
        "to": leg.end,
        "km": leg.km,
        "duration_min": leg.duration_min,
        "status": leg.status,
        "level": leg.level,
        "boards": leg.boards,
        "causes": [cause_to_json(cause) for cause in leg.causes],
    }


def option_to_json(option: Option, rank: int) -> Json:
    """Write an option with its rank (1 is the best)."""
    return {
        "rank": rank,
        "kind": option.kind,
        "acceptable": option.acceptable,
        "level": option.level,
        "exposure": option.exposure,
        "km": option.km,
        "duration_min": option.duration_min,
        "legs": [leg_to_json(leg) for leg in option.legs],
        "why_not": [note_to_json(item) for item in option.why_not],
        "conditions": [note_to_json(item) for item in option.conditions],
    }


def option_from_json(data: Mapping[str, Any]) -> Option:
    """Read what `option_to_json` wrote."""
    return Option(
        kind=data["kind"],
        acceptable=data["acceptable"],
        level=data["level"],
        exposure=data["exposure"],
        km=data["km"],
        duration_min=data["duration_min"],
        legs=tuple(
            Leg(
                link=leg["link"],
                mode=leg["mode"],
                start=leg["from"],
                end=leg["to"],
                km=leg["km"],
                duration_min=leg["duration_min"],
                status=leg["status"],
                level=leg["level"],
                causes=tuple(cause_from_json(cause) for cause in leg["causes"]),
                boards=leg["boards"],
            )
            for leg in data["legs"]
        ),
        why_not=tuple(note_from_json(item) for item in data["why_not"]),
        conditions=tuple(note_from_json(item) for item in data["conditions"]),
    )


def town_to_json(town: TownPlan) -> Json:
    """Write one town of a plan."""
    return {
        "town": town.town,
        "verdict": town.verdict,
        "option": option_to_json(town.option, 1) if town.option else None,
    }


def plan_head_to_json(plan: Plan) -> Json:
    """Write what identifies a plan, without its towns."""
    return {"plan": plan.id, "previous": plan.previous, "as_of": times.to_text(plan.as_of), "inputs": plan.inputs}


def plan_to_json(plan: Plan) -> Json:
    """Write a plan whole."""
    return plan_head_to_json(plan) | {"towns": [town_to_json(town) for town in plan.towns]}


def plan_from_json(data: Mapping[str, Any]) -> Plan:
    """Read what `plan_to_json` wrote."""
    return Plan(
        id=data["plan"],
        previous=data["previous"],
        as_of=times.begin(times.from_text(data["as_of"])),
        inputs=data["inputs"],
        towns=tuple(
            TownPlan(town["town"], town["verdict"], option_from_json(town["option"]) if town["option"] else None)
            for town in data["towns"]
        ),
    )


def changes_to_json(changes: Sequence[Change]) -> list[Json]:
    """Write the changes between two plans, in their order."""
    return [
        {
            "town": change.town,
            "before": change.before,
            "after": change.after,
            "because": list(change.because),
            "route_changed": change.route_changed,
            "people": change.people,
        }
        for change in changes
    ]
