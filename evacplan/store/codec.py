"""Events as rows of text, and back: kind, a small payload, and apart from it the text that most commands never need.

The advisory's own text and a plan's towns go to `body`. Without it an advisory is read with an empty text and a plan
without towns: this is what keeps a command that only asks for a road fast.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC
from typing import Any, assert_never, cast

from evacplan.errors import IntegrityError
from evacplan.model import times, wire
from evacplan.model.events import (
    AdvisoryAdded,
    AdvisoryWithdrawn,
    DirectiveReviewed,
    Event,
    FactSet,
    PlanStored,
    Recorded,
    ReviewUndone,
    ScopeEdited,
)
from evacplan.store import canonical, plans, values
from evacplan.store.rows import Row

KINDS: dict[type[Event], str] = {
    AdvisoryAdded: "advisory_added",
    AdvisoryWithdrawn: "advisory_withdrawn",
    DirectiveReviewed: "directive_reviewed",
    ScopeEdited: "scope_edited",
    ReviewUndone: "review_undone",
    FactSet: "fact_set",
    PlanStored: "plan_stored",
}
"""The name of each event class in the log."""

WITH_BODY: frozenset[str] = frozenset({"advisory_added", "plan_stored"})
"""The kinds whose large text stands apart."""


def to_row(recorded: Recorded) -> Row:
    """Write a recorded event as a row.

    Raises
    ------
    InputRefusedError
        If a text cannot be kept without loss (see `canonical.dumps`).
    """
    event = recorded.event
    when = recorded.recorded_at.astimezone(UTC).isoformat()
    return Row(recorded.seq, when, recorded.by, KINDS[type(event)], canonical.dumps(_payload(event)), _body(event))


def from_row(row: Row, where: str, *, bodies: bool) -> Recorded:
    """Read what `to_row` wrote; without `bodies`, advisories have no text and plans no towns.

    Raises
    ------
    IntegrityError
        If the row is not what this program writes: an unknown kind, or a payload that is damaged. Names the event.
    """
    try:
        event = _READERS[row.kind](canonical.loads(row.payload))
        if bodies and row.kind in WITH_BODY:
            event = _with_body(event, cast("str", row.body))
        return Recorded(row.seq, times.begin(times.from_text(row.recorded_at)), row.by, event)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        what = f"event {row.seq} of the log cannot be read ({row.kind})"
        raise IntegrityError(what, where, "Restore the store from a copy, and keep this one.") from error


def body_text(row: Row, where: str) -> str:
    """Return a row's large text: an advisory's own words, a plan as stored JSON, "" for a small event."""
    if row.kind == "advisory_added":
        event = from_row(row, where, bodies=True).event
        return event.advisory.text if isinstance(event, AdvisoryAdded) else ""
    return row.body or ""


def _payload(event: Event) -> wire.Json:
    match event:
        case AdvisoryAdded():
            data = values.added_to_json(event)
        case AdvisoryWithdrawn():
            data = {"advisory": event.advisory, "at": times.to_text(event.at), "reason": event.reason}
        case DirectiveReviewed():
            confirmed = event.confirmed_opening
            data = {"directive": event.directive, "decision": event.decision, "confirmed_opening": confirmed}
        case ScopeEdited():
            data = {"directive": event.directive, "scope": [wire.scope_to_json(scope) for scope in event.scope]}
        case ReviewUndone():
            data = {"seq": event.seq}
        case FactSet():
            data = values.fact_to_json(event)
        case PlanStored():
            data = wire.plan_head_to_json(event.plan)
        case _:
            assert_never(event)
    return data


def _body(event: Event) -> str | None:
    match event:
        case AdvisoryAdded():
            return canonical.dumps(event.advisory.text)
        case PlanStored():
            return plans.plan_to_text(event.plan)
        case _:
            return None


def _plan_from_json(data: Mapping[str, Any]) -> PlanStored:
    return PlanStored(plans.head_from_json(data))


_READERS: dict[str, Callable[[Mapping[str, Any]], Event]] = {
    "advisory_added": values.added_from_json,
    "advisory_withdrawn": values.withdrawn_from_json,
    "directive_reviewed": values.reviewed_from_json,
    "scope_edited": values.edited_from_json,
    "review_undone": values.undone_from_json,
    "fact_set": values.fact_from_json,
    "plan_stored": _plan_from_json,
}


def _with_body(event: Event, body: str) -> Event:
    match event:
        case AdvisoryAdded():
            text = canonical.loads(body)
            if not isinstance(text, str):
                raise TypeError("the advisory's text")
            return replace(event, advisory=replace(event.advisory, text=text))
        case PlanStored():
            return PlanStored(plans.plan_from_text(body))
        case _:
            return event
