"""Advisories and directives as the log knows them: with their envelope and a person's decision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from evacplan.model.advisory import Advisory, Directive, Unread

Review = Literal["pending", "accepted", "refused"]


@dataclass(frozen=True, slots=True)
class Filed:
    """An advisory with its envelope: who recorded it when, what was read from it, and since when it is withdrawn.

    The scopes of `directives` are those that a person corrected, where one did. `carried` are the ids of directives
    whose sentence stood in the revision before.
    """

    advisory: Advisory
    directives: tuple[Directive, ...]
    unread: tuple[Unread, ...]
    carried: frozenset[str]
    seq: int
    recorded_at: datetime
    by: str
    withdrawn_at: datetime | None = None
    withdrawn_why: str = ""

    def withdrawn_by(self, moment: datetime | None) -> bool:
        """Tell whether it had been taken back by then (None: ever)."""
        return self.withdrawn_at is not None and (moment is None or self.withdrawn_at <= moment)


@dataclass(frozen=True, slots=True)
class Entry:
    """A directive with its review: the decision that counts, who made it when, and that event's sequence number.

    `advisory` is the newest one that says it. An opening that was accepted without the second confirmation is still
    "pending".
    """

    directive: Directive
    advisory: str
    review: Review = "pending"
    by: str | None = None
    at: datetime | None = None
    seq: int | None = None
