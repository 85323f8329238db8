"""A statement: an accepted directive with its place in time and on the ground."""

from dataclasses import dataclass
from datetime import datetime

from evacplan.assessment import words
from evacplan.assessment.ground import Ids
from evacplan.model import times
from evacplan.model.advisory import Advisory, Directive
from evacplan.model.claims import Overland


@dataclass(frozen=True, slots=True)
class Statement:
    """An accepted directive with its place in time and on the ground.

    `at` is its place in the order of statements: a closing counts from the newest revision that still says it, an
    opening from the revision where its sentence first appeared (repeated boilerplate is no news). `official` issuers
    may loosen. A `silence` stands where `directive` used to be said; `advisory` is then the first that no longer does.
    """

    directive: Directive
    advisory: Advisory
    at: datetime
    targets: Ids
    left_out: Ids
    official: bool
    silence: bool = False

    @property
    def loosens(self) -> bool:
        """Whether it may end what others say; silence never does."""
        return self.directive.loosens and not self.silence

    @property
    def is_fact(self) -> bool:
        """Whether it is about the world: a silence always is."""
        return self.silence or words.is_fact(self.directive)


def holds(directive: Directive, moment: datetime) -> bool:
    """Tell whether a directive has begun and is not over by its own dates; an incident is never over, it fades."""
    begun = directive.starts is None or times.begin(directive.starts) <= moment
    if directive.claim.kind == "incident":
        return begun
    return begun and (directive.until is None or moment < times.end(directive.until))


def same_subject(one: Directive, other: Directive) -> bool:
    """Tell whether the first speaks about what the second is about; "all roads" includes those across a border."""
    if isinstance(one.claim, Overland) and isinstance(other.claim, Overland):
        return one.claim.reach in ("all", other.claim.reach)
    return one.claim.kind == other.claim.kind


def speaks_for(new: Statement, old: Statement) -> bool:
    """Tell whether a page's new wording takes the place of the old: a weaker closing does not by itself reopen."""
    if not same_subject(new.directive, old.directive):
        return False
    if new.loosens or old.directive.loosens or not words.is_fact(old.directive):
        return True
    return words.strictness(new.directive) >= words.strictness(old.directive)
