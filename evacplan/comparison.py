"""Two plans: what changed, by how much harm, and which statements are behind it."""

from collections.abc import Iterator

from evacplan.model.plan import HARM, Change, Leg, Option, Plan, TownPlan
from evacplan.model.situation import Cause, Situation

NO_PLAN = "none"
"""Stands for the verdict of a town that one of the plans does not have."""


def compare(before: Plan, after: Plan, *, situation: Situation | None) -> tuple[Change, ...]:
    """Say for which towns the answer changed; silent about all others.

    An answer is the verdict and the links to take: a level or a length that changed on the same links is no change.

    Parameters
    ----------
    before, after
        Two plans of the same country. A town that only one of them has is a change from or to "none".
    situation
        The situation that `after` was made in, which holds the causes; without it a change for the worse has no cause.

    Returns
    -------
    tuple of Change
        Most harm first (by how far the verdict fell, see `HARM`), then the same verdict by another route, then changes
        for the better, the largest last; within each by town. `because` are the directives behind what got worse on
        the way that was planned before, or, if nothing did, those behind the states of the way that is planned now.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> stay, no_plan = (TownPlan("gao", "stay", None),), ()
    >>> plans = [Plan("P-0001", None, datetime(2025, 11, 8, tzinfo=UTC), "", towns) for towns in (no_plan, stay)]
    >>> [(change.town, change.before, change.after) for change in compare(*plans, situation=None)]
    [('gao', 'none', 'stay')]
    >>> compare(plans[1], plans[1], situation=None)
    ()
    """
    towns = {town.town: town for town in before.towns}, {town.town: town for town in after.towns}
    changes = [
        _change(name, towns[0].get(name), towns[1].get(name), situation)
        for name in sorted(towns[0].keys() | towns[1].keys())
        if _answer(towns[0].get(name)) != _answer(towns[1].get(name))
    ]
    return tuple(sorted(changes, key=lambda change: (_harm(change.before) - _harm(change.after), change.town)))


def _answer(town: TownPlan | None) -> tuple[str, ...]:
    """Return what a town is told: the verdict and the links in order."""
    if town is None:
        return (NO_PLAN,)
    return (town.verdict, *(leg.link for leg in _legs(town.option)))


def _legs(option: Option | None) -> tuple[Leg, ...]:
    return option.legs if option else ()


def _harm(verdict: str) -> int:
    return HARM.get(verdict, HARM["stay"])


def _change(name: str, before: TownPlan | None, after: TownPlan | None, situation: Situation | None) -> Change:
    verdicts = before.verdict if before else NO_PLAN, after.verdict if after else NO_PLAN
    causes: list[Cause] = []
    if situation and _harm(verdicts[1]) >= _harm(verdicts[0]):
        causes += _worse(_legs(before.option) if before else (), situation)
        causes += _shelter(name, situation) if verdicts[1] == "stay" else ()
    if not causes:
        causes += _now(_legs(after.option) if after else (), situation)
    return Change(
        town=name,
        before=verdicts[0],
        after=verdicts[1],
        because=tuple(sorted({cause.directive for cause in causes if cause.directive})),
        route_changed=verdicts[0] == verdicts[1],
    )


def _worse(legs: tuple[Leg, ...], situation: Situation) -> Iterator[Cause]:
    """Give the causes of the links, and of the airports at their ends, that are at a higher level than they were."""
    for leg in legs:
        for state in _states(leg, situation):
            if state[0] > leg.level:
                yield from state[1]


def _now(legs: tuple[Leg, ...], situation: Situation | None) -> Iterator[Cause]:
    """Give the causes of the states along a way."""
    for leg in legs:
        yield from leg.causes
        if situation:
            for _, causes in _states(leg, situation):
                yield from causes


def _states(leg: Leg, situation: Situation) -> Iterator[tuple[int, tuple[Cause, ...]]]:
    link = situation.links.get(leg.link)
    airports = [situation.airports.get(end) for end in (leg.start, leg.end)]
    for state in (link, *airports):
        if state:
            yield state.level, state.causes


def _shelter(town: str, situation: Situation) -> Iterator[Cause]:
    """Give the orders to shelter that name this town or the whole country."""
    for said in situation.shelter:
        if any(item == town or item.startswith("country:") for item in said.area):
            yield said.cause
