"""How fresh it all is: stale data, the newest word of each issuer, and what the reader of an answer must be told."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from evacplan.assessment.history import PersonsFact
from evacplan.assessment.standing import Hearing
from evacplan.assessment.statement import Statement
from evacplan.model.network import Baseline, Network
from evacplan.model.policy import Policy
from evacplan.model.situation import LinkState, Stale


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
    """Return the date of the oldest flight datum in use, None if no service may be flown."""
    dates = [service.as_of for id_, service in network.services.items() if links[id_].status != "blocked"]
    return min(dates, default=None)


def warnings(hearing: Hearing, statements: Iterable[Statement], persons: Mapping[str, PersonsFact]) -> tuple[str, ...]:
    """Return what must be said beside the states, in plain words."""
    return tuple(
        text
        for text in (
            _before_everything(hearing),
            _clock(hearing),
            _without_effect(hearing),
            _nowhere(statements),
            _not_in_data(hearing, persons),
        )
        if text
    )


def _before_everything(hearing: Hearing) -> str:
    advisories = [filed.advisory.issued for filed in hearing.ledger.advisories.values()]
    baselines = [baseline.as_of for _, baseline in _baselines(hearing.ground.network)]
    day = hearing.as_of.date()
    if any(issued <= hearing.as_of for issued in advisories) or not baselines or min(baselines) <= day:
        return ""
    return f"{day.isoformat()} is before every advisory and before the baseline of the data ({min(baselines)})"


def _clock(hearing: Hearing) -> str:
    if not hearing.ledger.clock_jumped_back:
        return ""
    return "the clock went back while the log was written: what ends by its own date may end at the wrong moment"


def _without_effect(hearing: Hearing) -> str:
    """Name accepted openings that open nothing, because no official issuer says them."""
    ledger = hearing.ledger
    ids = {
        directive.id
        for filed in hearing.speaking()
        if not hearing.official(filed.advisory)
        for directive in filed.directives
        if directive.loosens and ledger.review(directive) == "accepted"
    }
    return f"accepted, but only an official source can open: {_ids(ids)}" if ids else ""


def _nowhere(statements: Iterable[Statement]) -> str:
    shown_only = ("registration", "vehicle_target", "mission", "departure")
    ids = {one.directive.id for one in statements if not one.targets and one.directive.claim.kind not in shown_only}
    return f"accepted, but without a place in the data, so without effect: {_ids(ids)}" if ids else ""


def _not_in_data(hearing: Hearing, persons: Mapping[str, PersonsFact]) -> str:
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
    return f"not in the data: {_ids(ids)}" if ids else ""


def _ids(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids))
