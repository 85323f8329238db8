"""What changes no link by itself and is shown: curfews, fuel, shelter, travel levels, departures, incidents, watch."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from evacplan.assessment import words
from evacplan.assessment.marks import cause_of
from evacplan.assessment.standing import Hearing
from evacplan.assessment.statement import Statement, holds
from evacplan.model import times
from evacplan.model.advisory import Directive
from evacplan.model.claims import Curfew, Departure
from evacplan.model.filed import Filed
from evacplan.model.situation import Cause, CurfewState, Said

Fuel = Literal["normal", "shortage"]


def of_kind(statements: Iterable[Statement], *kinds: str) -> list[Statement]:
    """Return the statements of some kinds that are no silences, in a stated order: issuer, newest first, id."""
    found = [one for one in statements if one.directive.claim.kind in kinds and not one.silence]
    return sorted(found, key=lambda one: (one.advisory.issuer, -one.at.timestamp(), one.directive.id))


def said(statement: Statement) -> Said:
    """Return a statement with its area."""
    claim = statement.directive.claim
    by = claim.by if isinstance(claim, Departure) else ()
    directive = statement.directive
    return Said(tuple(sorted(statement.targets)), name_of(directive), cause_of(statement), by, directive.starts)


def name_of(directive: Directive) -> str:
    """Return the names of the scopes, as the text has them."""
    return ", ".join(scope.name for scope in directive.scope)


def curfews(settled: Iterable[Statement], hearing: Hearing) -> tuple[CurfewState, ...]:
    """Return the curfews in force, one for each area, hours and end, with all who say so."""
    grouped: defaultdict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in of_kind(settled, "curfew"):
        claim = statement.directive.claim
        hours = claim.hours if isinstance(claim, Curfew) else None
        until = times.to_text(statement.directive.until) or ""
        grouped[tuple(sorted(statement.targets)), hours or (), until].append(statement)
    return tuple(_curfew(group, hearing) for _, group in sorted(grouped.items(), key=lambda item: repr(item[0])))


def _curfew(group: Sequence[Statement], hearing: Hearing) -> CurfewState:
    first = group[0]
    claim = first.directive.claim
    hours = claim.hours if isinstance(claim, Curfew) else None
    local = hearing.as_of + timedelta(minutes=hearing.policy.utc_offset_min)
    return CurfewState(
        area=tuple(sorted(first.targets)),
        hours=hours,
        until=first.directive.until,
        active=within(hours, local),
        causes=tuple(cause_of(statement) for statement in group),
    )


def within(hours: tuple[str, str] | None, local: datetime) -> bool:
    """Tell whether a local time falls within hours that may run past midnight; without hours it always does.

    >>> within(("21:00", "06:00"), datetime(2026, 4, 26, 5, 59)), within(("21:00", "06:00"), datetime(2026, 4, 26, 6))
    (True, False)
    """
    if hours is None:
        return True
    start, end = (_minutes(text) for text in hours)
    now = local.hour * 60 + local.minute
    return start <= now < end if start < end else now >= start or now < end


def _minutes(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute or 0)


def fuel(settled: Sequence[Statement]) -> tuple[Fuel, Fuel, tuple[Cause, ...]]:
    """Return the state of petrol and diesel, of jet fuel, and the causes of both."""
    road, jet = of_kind(settled, "fuel"), of_kind(settled, "jet_fuel")
    causes = tuple(cause_of(statement) for statement in (*road, *jet))
    return "shortage" if road else "normal", "shortage" if jet else "normal", causes


def listed(settled: Iterable[Statement], *kinds: str) -> tuple[Said, ...]:
    """Return all that is said of some kinds, issuer by issuer."""
    return tuple(said(statement) for statement in of_kind(settled, *kinds))


def departures(settled: Iterable[Statement]) -> tuple[Said, ...]:
    """Return the call to leave of each issuer for each area: the strictest, of equally strict ones the newest."""
    strictest: dict[tuple[str, frozenset[str]], Statement] = {}
    for statement in of_kind(settled, "departure"):
        key = (statement.advisory.issuer, statement.targets)
        before = strictest.get(key)
        if before is None or words.strictness(statement.directive) > words.strictness(before.directive):
            strictest[key] = statement
    return listed(strictest.values(), "departure")


_MISSION = ("closed", "none", "reduced", "limited_outside_capital", "open")


def missions(statements: Iterable[Statement]) -> tuple[Said, ...]:
    """Return what each issuer's embassy last said of itself; of equally new words the strictest."""
    newest: dict[str, Statement] = {}
    for statement in of_kind(statements, "mission"):
        before = newest.get(statement.advisory.issuer)
        if before is None or _mission_order(statement) < _mission_order(before):
            newest[statement.advisory.issuer] = statement
    return tuple(_mission(statement) for _, statement in sorted(newest.items()))


def _mission(statement: Statement) -> Said:
    """Return an embassy's word; a closure that is said to be over reads "open"."""
    shown = said(statement)
    return replace(shown, cause=replace(shown.cause, value="open")) if statement.loosens else shown


def _mission_order(statement: Statement) -> tuple[float, int]:
    value = "open" if statement.loosens else statement.directive.claim.value
    return -statement.at.timestamp(), _MISSION.index(value)


def incidents(settled: Iterable[Statement], hearing: Hearing) -> tuple[Said, ...]:
    """Return what happens or happened, as long as the advisory that tells it is in force; history included."""
    past = [_heard(filed, d, hearing) for filed, d in _of_modality("past", hearing) if d.claim.kind == "incident"]
    return tuple(said(statement) for statement in of_kind([*settled, *past], "incident"))


def watch(hearing: Hearing) -> tuple[Said, ...]:
    """Return what could come: what may happen, and what is announced for a day that has not come yet."""
    possible = [item for item in _of_modality("possible", hearing) if not _over(item[1], hearing.as_of)]
    announced = [
        (filed, directive)
        for modality in ("in_force", "ended")
        for filed, directive in _of_modality(modality, hearing)
        if hearing.ledger.review(directive) == "accepted"
        and not _over(directive, hearing.as_of)
        and not holds(directive, hearing.as_of)
    ]
    heard = [_heard(filed, directive, hearing) for filed, directive in (*possible, *announced)]
    heard.sort(key=lambda one: (one.advisory.issuer, -one.at.timestamp(), one.directive.id))
    return tuple(said(statement) for statement in heard)


def _over(directive: Directive, moment: datetime) -> bool:
    return directive.until is not None and times.end(directive.until) <= moment


def _of_modality(modality: str, hearing: Hearing) -> Iterator[tuple[Filed, Directive]]:
    """Yield the directives of advisories in force that nobody has refused."""
    for filed in hearing.speaking():
        for directive in filed.directives:
            if directive.modality == modality and hearing.ledger.review(directive) != "refused":
                yield filed, directive


def _heard(filed: Filed, directive: Directive, hearing: Hearing) -> Statement:
    """Return a directive that changes no status as a statement, for its area and cause."""
    extent = hearing.ground.extent(directive)
    at = filed.advisory.issued
    return Statement(directive, filed.advisory, at, extent.targets, extent.left_out, hearing.official(filed.advisory))
