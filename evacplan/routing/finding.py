"""The best ways of each kind within a level: what may be used, where it may end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evacplan.model.network import Network
from evacplan.model.plan import HARM, OptionKind
from evacplan.model.policy import Policy
from evacplan.model.situation import Situation
from evacplan.routing.arcs import OVERLAND, Arc, Nodes, air_exits, arcs_of, nodes_of
from evacplan.routing.search import Roads, Way, Weigh, cost_of, roads_of, ways_to
from evacplan.routing.states import ACCEPTABLE, Met, met_states

KINDS: tuple[OptionKind, ...] = ("fly", "relocate", "leave_overland")
"""The kinds of option, best first."""

ANYBODY = None
"""As if everybody could board every flight."""

Boards = frozenset[str] | None
Found = dict[tuple[OptionKind, str], Way]
"""The best way of each kind to each exit."""


@dataclass(frozen=True, slots=True)
class Terrain:
    """A network in a situation, ready for searches."""

    network: Network
    situation: Situation
    policy: Policy
    met: Mapping[str, Met]
    arcs: tuple[Arc, ...]
    nodes: Nodes


def terrain_of(network: Network, situation: Situation, policy: Policy) -> Terrain:
    """Prepare a network in a situation for searches."""
    met = met_states(network, situation, policy)
    return Terrain(network, situation, policy, met, arcs_of(network, met, policy), nodes_of(network, policy))


def usable(terrain: Terrain, cap: int, boards: Boards) -> list[Arc]:
    """Return the arcs up to a level that this group may use."""
    return [
        arc
        for arc in terrain.arcs
        if arc.level <= cap and (not arc.boards or boards is ANYBODY or arc.boards in boards)
    ]


def by_air(arcs: list[Arc]) -> Iterator[Arc]:
    """Leave out all travel between towns that is not by air."""
    return (arc for arc in arcs if arc.mode not in OVERLAND)


def elsewhere(arcs: list[Arc], origin: str) -> Iterator[Arc]:
    """Leave out the origin's own airports: any way by air that is left starts by road or river.

    Where a town has a flight of its own, a relocation is a way to *another* airport: without this, the shortest
    "relocation" would drive out of town, turn round, and take the same flight.
    """
    own = {arc.end for arc in arcs if arc.tail == origin and arc.mode == "local"}
    return (arc for arc in arcs if not own & {arc.start, arc.end})


def ways_within(terrain: Terrain, origin: str, cap: int, boards: Boards, weigh: Weigh = cost_of) -> Found:
    """Find the least way of each kind to each exit, using links up to a level; by default the least exposed one."""
    arcs = usable(terrain, cap, boards)
    exits = air_exits(terrain.nodes)
    anyhow = roads_of(arcs, weigh)
    flights = _ways(roads_of(by_air(arcs), weigh), origin, exits)
    relocations = roads_of(elsewhere(arcs, origin), weigh) if flights else anyhow
    return (
        {("fly", exit_node): way for exit_node, way in flights.items()}
        | {("relocate", exit_node): way for exit_node, way in _ways(relocations, origin, exits).items()}
        | {
            ("leave_overland", exit_node): way
            for exit_node, way in _ways(anyhow, origin, sorted(terrain.nodes.haven_towns)).items()
        }
    )  # fmt: skip


def _ways(roads: Roads, origin: str, exits: tuple[str, ...] | list[str]) -> dict[str, Way]:
    return dict(ways_to(roads, origin, exits))


def acceptable_ways(terrain: Terrain, origin: str, boards: Boards) -> Found:
    """Find the best acceptable way of each kind to each exit: the lowest worst level first, then the least exposure."""
    found: Found = {}
    for cap in range(1, ACCEPTABLE + 1):
        found = ways_within(terrain, origin, cap, boards) | found
    return found


def rank(kind: OptionKind, way: Way, weigh: Weigh = cost_of) -> tuple[int, int, int, tuple[str, ...]]:
    """Return what ways are ranked by: kind, worst level, then exposure, minutes and legs in one, then link ids.

    Another `weigh` than the usual one goes before the level.
    """
    level = max(arc.level for arc in way) if weigh is cost_of else 0
    return HARM[kind], level, sum(weigh(arc) for arc in way), tuple(arc.link for arc in way)
