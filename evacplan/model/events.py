"""The events of the log. Everything that is known is a fold over them; nothing is ever edited in place."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from evacplan.model.advisory import Advisory, Directive, Unread
from evacplan.model.plan import Plan
from evacplan.model.scope import Scope


@dataclass(frozen=True, slots=True)
class AdvisoryAdded:
    """An advisory was taken in, with what was read from it.

    `carried` are the ids of directives whose sentence stood in the revision before (they keep their id).
    """

    advisory: Advisory
    directives: tuple[Directive, ...]
    unread: tuple[Unread, ...]
    carried: frozenset[str]


@dataclass(frozen=True, slots=True)
class AdvisoryWithdrawn:
    """The issuer took an advisory back at `at`."""

    advisory: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class DirectiveReviewed:
    """A person decided on a directive; an accepted opening carries that person's second confirmation."""

    directive: str
    decision: Literal["accepted", "refused"]
    confirmed_opening: bool = False


@dataclass(frozen=True, slots=True)
class ScopeEdited:
    """A person corrected where a directive holds; the words of the source stay as they are."""

    directive: str
    scope: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class ReviewUndone:
    """The review event with this sequence number no longer counts."""

    seq: int


@dataclass(frozen=True, slots=True)
class FactSet:
    """A person's own fact about a link, airport or border, shown as such: status, reason, and until when."""

    target: str
    status: str
    level: int
    reason: str
    at: datetime
    until: date | datetime | None


@dataclass(frozen=True, slots=True)
class PlanStored:
    """A plan version as it was regenerated."""

    plan: Plan


Event: TypeAlias = (
    AdvisoryAdded | AdvisoryWithdrawn | DirectiveReviewed | ScopeEdited | ReviewUndone | FactSet | PlanStored
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as it stands in the log: its sequence number (1, 2 …), when it was recorded (aware, UTC), by whom."""

    seq: int
    recorded_at: datetime
    by: str
    event: Event
