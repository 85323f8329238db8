"""A person decides: accept, refuse, correct the place, undo; or sets a fact of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from evacplan.assessment.history import Ledger, read_log
from evacplan.assessment.situation import assess
from evacplan.errors import ConflictError, InputRefusedError
from evacplan.model import names, times
from evacplan.model.events import DirectiveReviewed, Event, FactSet, Recorded, ReviewUndone, ScopeEdited
from evacplan.model.filed import Entry
from evacplan.model.network import Network
from evacplan.model.policy import Policy
from evacplan.model.scope import Named, NamedType, Scope
from evacplan.model.situation import AirportState, LinkState, Situation
from evacplan.workflow.naming import targets_named
from evacplan.workflow.taking_in import PRESS, is_official

if TYPE_CHECKING:
    from evacplan.store.log import EventLog

LEVELS = {"open": 1, "disrupted": 2, "avoid": 3, "unconfirmed": 3, "blocked": 4, "closed": 4}
_FOR_LINKS = ("open", "avoid", "blocked", "unconfirmed")
_FOR_AIRPORTS = ("open", "disrupted", "closed", "unconfirmed")


@dataclass(frozen=True, slots=True)
class Preview:
    """What accepting a directive would do: ids of links, airports, borders that change, and of towns, worst first."""

    targets: tuple[str, ...]
    towns: tuple[str, ...]


def decide(
    log: "EventLog",
    policy: Policy,
    *,
    accept: Sequence[str] = (),
    refuse: Sequence[str] = (),
    confirmed: bool,
    by: str,
    now: datetime,
) -> tuple[Entry, ...]:
    """Accept and refuse directives, all or none of them; return them with their reviews.

    Raises
    ------
    UnknownNameError
        If one is no directive.
    ConflictError
        If somebody has decided one already: who, and when.
    InputRefusedError
        If one is to be both accepted and refused, or accepting one would open something and that was not confirmed, or
        its source is not official.
    """
    accept, refuse = tuple(dict.fromkeys(accept)), tuple(dict.fromkeys(refuse))
    for both in set(accept) & set(refuse):
        raise InputRefusedError("accepted and refused at once", both, "Name it once.")

    def step(events: tuple[Recorded, ...]) -> Sequence[Event]:
        ledger = read_log(events)
        for directive in (*accept, *refuse):
            entry = ledger.directive(directive)
            if entry.review != "pending":
                what = f"{directive} is {entry.review} already"
                raise ConflictError(what, f"{entry.by}, {entry.at:%Y-%m-%d %H:%M} UTC")
        opening = [directive for directive in accept if ledger.directive(directive).directive.loosens]
        for directive in opening:
            _may_open(ledger, policy, ledger.directive(directive), confirmed=confirmed)
        return [
            *(DirectiveReviewed(d, "accepted", confirmed_opening=d in opening) for d in accept),
            *(DirectiveReviewed(d, "refused") for d in refuse),
        ]

    log.transact(step, by=by, now=now)
    ledger = read_log(log.read(bodies=False))
    return tuple(ledger.directive(directive) for directive in (*accept, *refuse))


def _may_open(ledger: Ledger, policy: Policy, entry: Entry, *, confirmed: bool) -> None:
    advisory = ledger.advisory(entry.advisory).advisory
    if advisory.kind == PRESS or not is_official(policy, advisory.issuer):
        what = f"{entry.directive.id} opens something, and {advisory.issuer} is no official source"
        raise InputRefusedError(
            what, hint="A report may raise risk, never lower it. Refuse it, or wait for a government."
        )
    if not confirmed:
        what = f"{entry.directive.id} opens something"
        raise InputRefusedError(what, hint="Confirm it with --accept-openings.")


def undo(log: "EventLog", *, by: str, now: datetime) -> str | None:
    """Undo the last decision or correction that still counts; return its directive, None if there is none."""
    undone: list[str] = []

    def step(events: tuple[Recorded, ...]) -> Sequence[Event]:
        gone = {item.event.seq for item in events if isinstance(item.event, ReviewUndone)}
        for item in reversed(events):
            if isinstance(item.event, DirectiveReviewed | ScopeEdited) and item.seq not in gone:
                undone.append(item.event.directive)
                return [ReviewUndone(item.seq)]
        return []

    log.transact(step, by=by, now=now)
    return undone[0] if undone else None


def edit_scope(
    log: "EventLog",
    network: Network,
    directive: str,
    targets: Sequence[str],
    *,
    confirmed: bool = False,
    by: str,
    now: datetime,
) -> tuple[Scope, ...]:
    """Correct where a directive holds, to named places, links, airports or borders; return the new scope.

    Raises
    ------
    UnknownNameError
        If a name stands for nothing, with suggestions; nothing is stored.
    InputRefusedError
        If no place is named, or the directive is in force already and that the correction may open something (a
        closing that shrinks, an opening that grows) was not confirmed.
    """
    scope = tuple(_scope_of(network, name.strip()) for name in targets if name.strip())
    if not scope:
        raise InputRefusedError("no place named", hint="Name places, links, airports or borders.")

    def step(events: tuple[Recorded, ...]) -> Sequence[Event]:
        entry = read_log(events).directive(directive)
        if entry.review == "accepted" and not confirmed:
            what = f"{directive} is accepted already: to change where it holds may open something"
            raise InputRefusedError(what, hint="Confirm it with --accept-openings.")
        return [ScopeEdited(directive, scope)]

    log.transact(step, by=by, now=now)
    return scope


def _scope_of(network: Network, name: str) -> Scope:
    country = network.country
    if names.fold(name) in map(names.fold, (country.iso3, country.name, *country.aliases)):
        return Named("country", country.name, (f"country:{country.iso3}",))
    for region in network.regions.values():
        if name == region.id:
            inside = [p.id for p in network.places.values() if name in (p.region_2016, p.region_2023)]
            return Named("region", region.name, tuple(inside))
    place = names.find_place(network, name)
    if place is not None:
        return Named("town", network.places[place].name, (place,))
    found = targets_named(network, name)
    kinds: dict[str, NamedType] = {"airport": "airport", "border": "border"}
    return Named(kinds.get(found[0].split(":")[0], "road"), name, found)


def preview(
    events: Sequence[Recorded], network: Network, policy: Policy, directive: str, *, as_of: datetime, by: str
) -> Preview:
    """Return what accepting a directive would change at a moment; nothing is stored."""
    from evacplan.comparison import compare  # noqa: PLC0415 - only a candidate's screen needs it
    from evacplan.routing.plan import plan_towns  # noqa: PLC0415 - brings networkx

    last = events[-1].seq if events else 0
    supposed = Recorded(last + 1, as_of, by, DirectiveReviewed(directive, "accepted", confirmed_opening=True))
    before = assess(read_log(events), network, policy, as_of=as_of)
    after = assess(read_log([*events, supposed]), network, policy, as_of=as_of)
    targets = changed_targets(before, after)
    if not targets and before.shelter == after.shelter:
        return Preview((), ())
    plans = [
        plan_towns(network, situation, policy, plan_id="", previous=None, inputs="") for situation in (before, after)
    ]
    return Preview(targets, tuple(change.town for change in compare(*plans, situation=None)))


def changed_targets(before: Situation, after: Situation) -> tuple[str, ...]:
    """Return the ids of links, airports and borders whose status or level differs, sorted."""
    changed = [
        target
        for old, new in ((before.links, after.links), (before.airports, after.airports))
        for target, state in new.items()
        if (state.status, state.level) != (old[target].status, old[target].level)
    ]
    changed += [target for target, state in after.borders.items() if state.status != before.borders[target].status]
    return tuple(sorted(changed))


def fact(
    target: str, status: str, *, reason: str, at: datetime, until: date | datetime | None, confirmed: bool
) -> FactSet:
    """Make a person's own fact about a link or airport.

    Raises
    ------
    InputRefusedError
        If the status does not exist for it, no reason is given, or it opens and that was not confirmed.
    """
    allowed = _FOR_AIRPORTS if target.startswith("airport:") else _FOR_LINKS
    if status not in allowed:
        raise InputRefusedError(f"no such status: {status!r}", hint=f"One of: {', '.join(allowed)}.")
    if not reason.strip():
        raise InputRefusedError("a reason is needed", "--reason", "Say how you know; it is printed with the fact.")
    if until is not None and times.end(until) <= at:
        raise InputRefusedError("that day or time is over already", "--until", "Name one to come, or leave it away.")
    if status in ("open", "disrupted") and not confirmed:
        raise InputRefusedError(f"{status} may open something", hint="Confirm it with --accept-openings.")
    return FactSet(target, status, LEVELS[status], reason.strip(), at, until)


def record_fact(
    log: "EventLog", network: Network, policy: Policy, fact_set: FactSet, *, confirmed: bool, by: str, now: datetime
) -> Situation:
    """Append a person's own fact to the log and return the situation after it.

    Raises
    ------
    InputRefusedError
        If the fact would ease what the situation says now, and that was not confirmed; nothing is stored.
    """

    def step(events: tuple[Recorded, ...]) -> Sequence[Event]:
        state = _state(assess(read_log(events), network, policy, as_of=fact_set.at), fact_set.target)
        if fact_set.level < state.level and not confirmed:
            what = f"{fact_set.status} eases it: it is {state.status}, level {state.level}, now"
            raise InputRefusedError(what, fact_set.target, "Confirm it with --accept-openings.")
        return [fact_set]

    log.transact(step, by=by, now=now)
    return assess(read_log(log.read(bodies=False)), network, policy, as_of=fact_set.at)


def _state(situation: Situation, target: str) -> LinkState | AirportState:
    return situation.airports[target] if target in situation.airports else situation.links[target]
