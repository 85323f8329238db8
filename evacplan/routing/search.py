"""Least ways through arcs, by networkx: the one module that knows it.

Costs are whole numbers that order exposure first, then minutes, then the number of legs; of ways that are equal in all
three the one whose link ids sort first, in travel order, is taken. So there is one answer, however the data are sorted.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from evacplan.routing.arcs import Arc

Way = tuple[Arc, ...]

Weigh = Callable[[Arc], int]

_SCALE = 1 << 24  # more minutes, and more legs, than any way has


def cost_of(arc: Arc) -> int:
    """Return what an arc costs at its level; never 0, so that least ways repeat no node."""
    return (arc.exposure * _SCALE + arc.minutes) * _SCALE + 1


def cost_past_closures(arc: Arc) -> int:
    """Return a cost that orders the number of closed flights and airports before all else."""
    return arc.shut * _SCALE**4 + cost_of(arc)


def plain_cost_of(arc: Arc) -> int:
    """Return what an arc would cost if every link were at level 1."""
    return (arc.plain * _SCALE + arc.minutes) * _SCALE + 1


@dataclass(frozen=True, slots=True)
class Roads:
    """Arcs ready to be searched: the least arc between each two nodes, with its cost, by tail and head."""

    costs: Mapping[str, Mapping[str, int]]
    arcs: Mapping[tuple[str, str], Arc]


def roads_of(arcs: Iterable[Arc], weigh: Weigh = cost_of) -> Roads:
    """Prepare arcs for searches that add up what `weigh` says."""
    costs: defaultdict[str, dict[str, int]] = defaultdict(dict)
    least: dict[tuple[str, str], Arc] = {}
    for arc in arcs:
        cost, ends = weigh(arc), (arc.tail, arc.head)
        if ends not in least or (cost, arc.link) < (costs[arc.tail][arc.head], least[ends].link):
            costs[arc.tail][arc.head] = cost
            least[ends] = arc
    return Roads(costs, least)


def costs_to(roads: Roads, exits: Collection[str]) -> Mapping[str, int]:
    """Return the least cost from each node to the nearest exit, for the nodes that have a way (Dijkstra 1959)."""
    import networkx as nx  # noqa: PLC0415 - 130 ms to import, and only a search needs it

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(exits)
    graph.add_weighted_edges_from(
        (head, tail, cost) for tail, heads in roads.costs.items() for head, cost in heads.items()
    )
    return cast(dict[str, int], nx.multi_source_dijkstra_path_length(graph, set(exits))) if exits else {}


def costs_from(roads: Roads, origin: str) -> Mapping[str, int]:
    """Return the least cost from the origin to each node that can be reached (Dijkstra 1959)."""
    import networkx as nx  # noqa: PLC0415 - as above

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node(origin)
    graph.add_weighted_edges_from(
        (tail, head, cost) for tail, heads in roads.costs.items() for head, cost in heads.items()
    )
    return cast(dict[str, int], nx.single_source_dijkstra_path_length(graph, origin))


def way_along(roads: Roads, left: Mapping[str, int], origin: str) -> Way:
    """Walk from the origin down the costs that are left to an exit; of equal arcs take the first by link id."""
    way: list[Arc] = []
    node = origin
    while left[node]:
        node_left = left[node]
        arc = min(
            (
                roads.arcs[node, head]
                for head, cost in roads.costs[node].items()
                if head in left and left[head] + cost == node_left
            ),
            key=lambda arc: (arc.link, arc.head),
        )
        way.append(arc)
        node = arc.head
    return tuple(way)


def ways_to(roads: Roads, origin: str, exits: Iterable[str]) -> Iterator[tuple[str, Way]]:
    """Give the least way from the origin to each exit that has one."""
    costs = costs_from(roads, origin)
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for tail, head in roads.arcs:
        if tail in costs and costs[tail] + roads.costs[tail][head] == costs.get(head):
            tails[head].append(tail)
    for exit_node in exits:
        if exit_node in costs:
            yield exit_node, way_along(roads, _left(tails, costs, exit_node), origin)


def _left(tails: Mapping[str, list[str]], costs: Mapping[str, int], exit_node: str) -> dict[str, int]:
    """Return what is left to one exit from each node on a least way to it; `tails` are the arcs of least ways."""
    left: dict[str, int] = {exit_node: 0}
    waiting = [exit_node]
    while waiting:
        for tail in tails.get(waiting.pop(), ()):
            if tail not in left:
                left[tail] = costs[exit_node] - costs[tail]
                waiting.append(tail)
    return left
