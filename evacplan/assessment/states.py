"""The state of each airport, border and link: its baseline or a person's fact, and the marks upon it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from evacplan.assessment.ground import AIRSPACE
from evacplan.assessment.history import PersonsFact
from evacplan.assessment.marks import LEVELS, Mark, cause_of
from evacplan.assessment.settling import newest_opening
from evacplan.assessment.standing import Hearing
from evacplan.assessment.statement import Statement
from evacplan.model import times
from evacplan.model.network import AirportStatus, Baseline, BorderStatus, LinkStatus
from evacplan.model.situation import AirportState, BorderState, Cause, LinkState

Marks = Mapping[str, Sequence[Mark]]
"""Marks by the id of what they are on, the strictest first."""


@dataclass(frozen=True, slots=True)
class Base:
    """Where a state starts from: the data's baseline, what official words opened, or a person's own fact."""

    status: str
    level: int
    baseline: Cause
    person: Cause | None = None
    opening: Cause | None = None


@dataclass(frozen=True, slots=True)
class Bases:
    """Finds the base of each target."""

    hearing: Hearing
    persons: Mapping[str, PersonsFact]
    openings: Mapping[str, Mapping[str, Sequence[Statement]]]

    def of(self, target: str, baseline: Baseline, *, opens: str = "", lifts: Iterable[str] = ()) -> Base:
        """Return the base of a target.

        `opens` is the kind of statement that opens it; a newer one than the baseline lifts a baseline of one of the
        statuses `lifts` to level 2.
        """
        plain = baseline_cause(baseline)
        if target in self.persons:
            fact = self.persons[target].fact
            level = max(LEVELS.get(fact.status, 1), min(max(fact.level, 1), 4))
            return Base(fact.status, level, plain, person=persons_cause(self.persons[target]))
        opening = newest_opening(self.openings.get(opens, {}).get(target, ()))
        if opening is None:
            return Base(baseline.status, baseline.level, plain)
        newer = opening.at >= times.begin(baseline.as_of) or times.begin(baseline.as_of) > self.hearing.as_of
        if baseline.status in lifts and newer:
            return Base("open", 2, plain, opening=cause_of(opening))
        return Base(baseline.status, baseline.level, plain, opening=cause_of(opening))


def baseline_cause(baseline: Baseline) -> Cause:
    """Return the data's baseline as a cause."""
    return Cause("baseline", "baseline", baseline.status, "data", baseline.as_of, baseline.reason)


def persons_cause(set_: PersonsFact) -> Cause:
    """Return a person's fact as a cause: the reason in that person's words."""
    fact = set_.fact
    return Cause("person", "fact", fact.status, set_.by, fact.at, fact.reason, until=fact.until)


def level_of(base: Base, marks: Sequence[Mark]) -> int:
    """Return the level: the strictest of all (the first mark is); incidents add to it, but never above 3."""
    level = max(base.level, marks[0].level) if marks else base.level
    if level >= 3:
        return level
    return min(3, level + max((mark.raise_by for mark in marks), default=0))


def causes_of(base: Base, marks: Sequence[Mark]) -> tuple[Cause, ...]:
    """Return all causes, a person's first, then the strictest; the baseline only if it decides or nothing else is said.

    What opened is cited while no fact stands against it.
    """
    # a statement is one cause however many effects it has; whole causes are slow to compare, there may be thousands
    causes = {(cause.origin, cause.directive or cause): cause for mark in marks for cause in mark.causes}
    first = (base.person,) if base.person else ()
    if base.person:
        causes.pop(("person", base.person), None)
    last: tuple[Cause, ...] = ()
    if base.opening and not any(mark.fact for mark in marks):
        last = (base.opening,)
    if not (first or last or causes) or _decides(base, marks):
        last = (*last, base.baseline)
    return (*first, *causes.values(), *last)


def _decides(base: Base, marks: Sequence[Mark]) -> bool:
    if base.person or base.level < 2:
        return False
    lifted = base.opening is not None and base.level == 2
    return not lifted and (not marks or base.level > marks[0].level)


def link_state(id_: str, base: Base, marks: Sequence[Mark]) -> LinkState:
    """Return a link's state; at level 3 it is `unconfirmed` only if nothing that strict says to avoid it."""
    level = level_of(base, marks)
    status: LinkStatus = "open"
    if level == 4:
        status = "blocked"
    elif level == 3:
        said = {mark.status for mark in marks if mark.level == 3}
        said |= {base.status} if base.level == 3 else set()
        status = "unconfirmed" if said == {"unconfirmed"} else "avoid"
    return LinkState(id_, status, level, causes_of(base, marks))


def airport_state(id_: str, base: Base, marks: Sequence[Mark]) -> AirportState:
    """Return an airport's state; level 2 without a word for it (a shortage of jet fuel) leaves it open."""
    level = level_of(base, marks)
    said = {base.status, *(mark.status for mark in marks)}
    status: AirportStatus = "open"
    if level >= 3:
        status = "closed" if level == 4 else "unconfirmed"
    elif "disrupted" in said:
        status = "disrupted"
    return AirportState(id_, status, level, causes_of(base, marks))


def border_state(id_: str, base: Base, marks: Sequence[Mark]) -> BorderState:
    """Return the state of a border or of the airspace: the strictest word of all."""
    said = {base.status, *(mark.status or ("restricted" if mark.level > 1 else "open") for mark in marks)}
    strictest: tuple[BorderStatus, ...] = ("closed", "unconfirmed", "restricted", "open")
    status: BorderStatus = next((one for one in strictest if one in _as_border(said)), "open")
    return BorderState(id_, status, causes_of(base, marks))


def _as_border(said: Iterable[str]) -> set[str]:
    """Return statuses in the words for borders."""
    words = {"blocked": "closed", "avoid": "restricted", "disrupted": "restricted"}
    return {words.get(one, one) for one in said}


def airspace_state(bases: Bases, marks: Marks) -> BorderState:
    """Return the airspace; the data have no baseline for it, so the date is that of the main airport's."""
    network = bases.hearing.ground.network
    main = network.airports.get(network.country.main_airport)
    dated = main.baseline.as_of if main else date.min
    nothing_said = Baseline("open", 1, dated, "Nothing is known against the airspace in the data.")
    return border_state(AIRSPACE, bases.of(AIRSPACE, nothing_said, opens="airspace"), marks.get(AIRSPACE, ()))
