"""The verdict for every town of the country at once."""

from collections.abc import Iterator

from evacplan.model.network import Network
from evacplan.model.plan import Option, OptionKind, Plan, TownPlan
from evacplan.model.policy import Policy
from evacplan.model.situation import Situation
from evacplan.routing.arcs import air_exits
from evacplan.routing.finding import KINDS, Terrain, by_air, terrain_of, usable
from evacplan.routing.notices import shelter_orders
from evacplan.routing.options import option_of
from evacplan.routing.search import Way, costs_to, roads_of, way_along
from evacplan.routing.states import ACCEPTABLE


def plan_towns(
    network: Network,
    situation: Situation,
    policy: Policy,
    *,
    plan_id: str,
    previous: str | None,
    inputs: str,
    may_board: frozenset[str] = frozenset(),
) -> Plan:
    """Give every place of the country its verdict and the option to take, as `ways_out` would, sorted by id.

    One search from all exits at once serves all towns (Dijkstra 1959, run against the direction of travel), for each
    kind of option and each acceptable level; then each town walks down to its exit.

    Parameters
    ----------
    network, situation, policy
        Places and links, their states at one moment, weights and havens. Not modified.
    plan_id, previous, inputs
        The plan's number, the number of the one before, and the digest of the data and directives it is made from.
    may_board
        Groups that all travellers belong to, in the words of `Service.boards`.

    Returns
    -------
    Plan
        A town without an acceptable way, or under a shelter order, stays: it has no option.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from evacplan.assessment.history import read_log
    >>> from evacplan.assessment.situation import assess
    >>> from evacplan.loading.folders import default_data_folder
    >>> from evacplan.loading.network import load_network
    >>> from evacplan.loading.policy import load_policy
    >>> network, policy = load_network(default_data_folder()), load_policy(default_data_folder())
    >>> nothing_said = assess(read_log(()), network, policy, as_of=datetime(2025, 11, 8, tzinfo=UTC))
    >>> plan = plan_towns(network, nothing_said, policy, plan_id="P-0001", previous=None, inputs="")
    >>> [town.verdict for town in plan.towns if town.town in ("bamako", "gao")]
    ['fly', 'fly']
    """
    terrain = terrain_of(network, situation, policy)
    home = [place for place in sorted(network.places) if network.at_home(place)]
    best: dict[str, Option] = {}
    for kind, ways in _searches(terrain, home, may_board):
        for town, way in ways.items():
            if town not in best:
                best[town] = option_of(terrain, kind, way, may_board)
    for town in home:
        if shelter_orders(network, situation, town):
            best.pop(town, None)
    towns = tuple(TownPlan(town, best[town].kind if town in best else "stay", best.get(town)) for town in home)
    return Plan(plan_id, previous, situation.as_of, inputs, towns)


def _searches(
    terrain: Terrain, towns: list[str], may_board: frozenset[str]
) -> Iterator[tuple[OptionKind, dict[str, Way]]]:
    """Give the ways of all towns by kind and level, best first; the caller keeps each town's first."""
    for kind in KINDS:
        exits = sorted(terrain.nodes.haven_towns) if kind == "leave_overland" else air_exits(terrain.nodes)
        for cap in range(1, ACCEPTABLE + 1):
            arcs = usable(terrain, cap, may_board)
            roads = roads_of(by_air(arcs) if kind == "fly" else arcs)
            left = costs_to(roads, exits)
            yield kind, {town: way_along(roads, left, town) for town in towns if town in left}
