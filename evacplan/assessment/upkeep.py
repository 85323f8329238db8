"""How fresh it all is: stale data, the newest word of each issuer, and what the reader of an answer must be told."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from evacplan.assessment.history import PersonsFact
from evacplan.assessment.standing import Hearing
from evacplan.assessment.statement import Statement
from evacplan.model.network import Baseline, Network
from evacplan.model.policy import Policy
from evacplan.model.situation import LinkState, Note, Stale, note

PLANNABLE = 2
"""The highest level that may be planned on."""


def stale(network: Network, policy: Policy, today: date) -> tuple[Stale, ...]:
    """Return the baselines and flight data that are older than their shelf lives, sorted by id."""
    old = [
        Stale(id_, baseline.as_of, policy.baseline_shelf_days, "baseline")
        for id_, baseline in _baselines(network)
        if baseline.as_of + timedelta(days=policy.baseline_shelf_days) < today
    ]
    old += [
        Stale(id_, service.as_of, policy.flight_shelf_days, "flight data")
        for id_, service in network.services.items()
        if service.as_of + timedelta(days=policy.flight_shelf_days) < today
    ]
    return tuple(sorted(old, key=lambda one: (one.target, one.what)))


def _baselines(network: Network) -> Iterator[tuple[str, Baseline]]:
    for kind in (network.links, network.airports, network.services, network.borders):
        for id_, item in kind.items():
            yield id_, item.baseline


def newest(hearing: Hearing) -> dict[str, datetime]:
    """Return the issue time of the newest advisory in force of each issuer, sorted by issuer."""
    found: dict[str, datetime] = {}
    for filed in hearing.speaking():
        issuer, issued = filed.advisory.issuer, filed.advisory.issued
        found[issuer] = max(issued, found.get(issuer, issued))
    return dict(sorted(found.items()))


def flight_data_as_of(network: Network, links: Mapping[str, LinkState]) -> date | None:
    """Return the date of the oldest flight datum that may be planned on (level 1 or 2), None if no flight may be."""
    dates = [service.as_of for id_, service in network.services.items() if links[id_].level <= PLANNABLE]
    return min(dates, default=None)


def warnings(hearing: Hearing, statements: Iterable[Statement], persons: Mapping[str, PersonsFact]) -> tuple[Note, ...]:
    """Return what must be said beside the states."""
    return tuple(
        item
        for item in (
            _nothing_heard(hearing),
            _before_everything(hearing),
            _clock(hearing),
            _without_effect(hearing),
            _nowhere(statements),
            _not_in_data(hearing, persons),
            _unread(hearing),
        )
        if item
    )


def _nothing_heard(hearing: Hearing) -> Note | None:
    return None if any(hearing.speaking()) else note("no_advisory")


def _before_everything(hearing: Hearing) -> Note | None:
    advisories = [filed.advisory.issued for filed in hearing.ledger.advisories.values()]
    baselines = [baseline.as_of for _, baseline in _baselines(hearing.ground.network)]
    day = hearing.as_of.date()
    if any(issued <= hearing.as_of for issued in advisories) or not baselines or min(baselines) <= day:
        return None
    return note("before_everything", day=day.isoformat(), baseline=min(baselines).isoformat())


def _clock(hearing: Hearing) -> Note | None:
    return note("clock") if hearing.ledger.clock_jumped_back else None


def _without_effect(hearing: Hearing) -> Note | None:
    """Name accepted openings that open nothing, because no official issuer says them."""
    ledger = hearing.ledger
    ids = {
        directive.id
        for filed in hearing.speaking()
        if not hearing.official(filed.advisory)
        for directive in filed.directives
        if directive.loosens and ledger.review(directive) == "accepted"
    }
    return note("without_effect", ids=_ids(ids)) if ids else None


def _nowhere(statements: Iterable[Statement]) -> Note | None:
    shown_only = ("registration", "vehicle_target", "mission", "departure")
    ids = {one.directive.id for one in statements if not one.targets and one.directive.claim.kind not in shown_only}
    return note("nowhere", ids=_ids(ids)) if ids else None


def _not_in_data(hearing: Hearing, persons: Mapping[str, PersonsFact]) -> Note | None:
    network = hearing.ground.network
    known = (network.links, network.services, network.airports, network.borders)
    ids = {target for target in persons if not any(target in kind for kind in known)}
    ids |= {
        target
        for filed in hearing.speaking()
        for directive in filed.directives
        if directive.holds
        for target in hearing.ground.unknown(directive.scope)
    }
    return note("not_in_data", ids=_ids(ids)) if ids else None


def _unread(hearing: Hearing) -> Note | None:
    """Name the advisories in force with sentences that nobody has understood yet: they may close something."""
    counts = {filed.advisory.id: len(filed.unread) for filed in hearing.speaking() if filed.unread}
    return note("unread", count=str(sum(counts.values())), ids=_ids(counts)) if counts else None


def _ids(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids))
