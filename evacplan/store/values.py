"""Parts of events as JSON, and back; what is read is checked to be what was written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from evacplan.model import times, wire
from evacplan.model.advisory import Advisory
from evacplan.model.events import (
    AdvisoryAdded,
    AdvisoryWithdrawn,
    DirectiveReviewed,
    FactSet,
    ReviewUndone,
    ScopeEdited,
)


def added_to_json(event: AdvisoryAdded) -> wire.Json:
    """Write an advisory that was taken in, without its text."""
    return {
        "advisory": advisory_to_json(event.advisory),
        "directives": [wire.directive_to_json(directive) for directive in event.directives],
        "unread": [wire.unread_to_json(unread) for unread in event.unread],
        "carried": sorted(event.carried),
    }


def added_from_json(data: Mapping[str, Any]) -> AdvisoryAdded:
    """Read what `added_to_json` wrote: the advisory's text is empty."""
    return AdvisoryAdded(
        advisory=advisory_from_json(data["advisory"]),
        directives=tuple(wire.directive_from_json(directive) for directive in data["directives"]),
        unread=tuple(wire.unread_from_json(unread) for unread in data["unread"]),
        carried=frozenset(data["carried"]),
    )


def withdrawn_from_json(data: Mapping[str, Any]) -> AdvisoryWithdrawn:
    """Read a withdrawal."""
    return AdvisoryWithdrawn(text(data, "advisory"), moment(data, "at"), text(data, "reason"))


def reviewed_from_json(data: Mapping[str, Any]) -> DirectiveReviewed:
    """Read a person's decision."""
    confirmed = data["confirmed_opening"]
    match data["decision"]:
        case "accepted" | "refused" as decision if isinstance(confirmed, bool):
            return DirectiveReviewed(text(data, "directive"), decision, confirmed_opening=confirmed)
        case other:
            raise ValueError(other)


def edited_from_json(data: Mapping[str, Any]) -> ScopeEdited:
    """Read a corrected scope."""
    return ScopeEdited(text(data, "directive"), tuple(wire.scope_from_json(scope) for scope in data["scope"]))


def undone_from_json(data: Mapping[str, Any]) -> ReviewUndone:
    """Read which review no longer counts."""
    return ReviewUndone(number(data, "seq"))


def advisory_to_json(advisory: Advisory) -> wire.Json:
    """Write an advisory without its text."""
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


def advisory_from_json(data: Mapping[str, Any]) -> Advisory:
    """Read what `advisory_to_json` wrote."""
    return Advisory(
        id=text(data, "id"),
        issuer=text(data, "issuer"),
        issued=moment(data, "issued"),
        language=text(data, "language"),
        kind=data["kind"],
        series=data["series"],
        replaces=data["replaces"],
        url=data["url"],
        text="",
    )


def fact_to_json(fact: FactSet) -> wire.Json:
    """Write a person's own fact."""
    return {
        "target": fact.target,
        "status": fact.status,
        "level": fact.level,
        "reason": fact.reason,
        "at": times.to_text(fact.at),
        "until": times.to_text(fact.until),
    }


def fact_from_json(data: Mapping[str, Any]) -> FactSet:
    """Read what `fact_to_json` wrote."""
    until = data["until"]
    return FactSet(
        target=text(data, "target"),
        status=text(data, "status"),
        level=number(data, "level"),
        reason=text(data, "reason"),
        at=moment(data, "at"),
        until=None if until is None else times.from_text(until),
    )


def text(data: Mapping[str, Any], key: str) -> str:
    """Return a text, or raise TypeError."""
    value = data[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def number(data: Mapping[str, Any], key: str) -> int:
    """Return a whole number, or raise TypeError."""
    value = data[key]
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(key)
    return value


def moment(data: Mapping[str, Any], key: str) -> datetime:
    """Return an aware time, or raise TypeError or ValueError."""
    return times.begin(times.from_text(text(data, key)))
