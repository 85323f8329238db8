"""What would open a way: the smallest sets of links, services and airports that must reopen."""

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from evacplan.routing.arcs import air_exits
from evacplan.routing.finding import Boards, Terrain, usable
from evacplan.routing.states import BLOCKED

MOST_SETS = 20
"""No more sets than this are named."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A move that is free, or that needs one thing (`fault`) to reopen first."""

    tail: str
    head: str
    fault: str


def smallest_reopenings(terrain: Terrain, origin: str, boards: Boards) -> tuple[tuple[str, ...], ...]:
    """Find all smallest sets of ids whose reopening to level 2 or better gives an acceptable option.

    A closed airport counts once, however many flights hang on it: entering it costs one, as does each link that is
    closed for a reason of its own, and each closed airport at which a flight calls. Distances in such counts to the
    nearest exit come from a 0-1 breadth-first search [1]_; every smallest set is then the toll of a way along which
    that distance falls, so the ways are walked toll by toll over the parts of the network that hang together without
    one. Exact, but that an airport counts again for a way that calls there a second time, on a later flight; at most
    `MOST_SETS` sets, sorted.

    Returns
    -------
    tuple of tuples
        Empty if there is no way whatever reopens, or if nothing needs to.

    References
    ----------
    .. [1] E. A. Dinic (1978), Economical algorithms for finding shortest paths in a network, Transportation Modeling
       Systems, 36-44.
    """
    steps = _steps(terrain, boards)
    exits = {*(node.removesuffix("@air") for node in air_exits(terrain.nodes)), *terrain.nodes.haven_towns}
    left = _tolls_left(steps, exits)
    if not left.get(origin):
        return ()
    forward: defaultdict[str, list[_Step]] = defaultdict(list)
    for step in steps:
        if step.head in left and left.get(step.tail) == left[step.head] + bool(step.fault):
            forward[step.tail].append(step)
    found: set[tuple[str, ...]] = set()
    for tolls in _walk(frozenset([origin]), left[origin], forward):
        found.add(tuple(sorted(tolls)))
        if len(found) == MOST_SETS:
            break
    return tuple(sorted(found))


def _steps(terrain: Terrain, boards: Boards) -> list[_Step]:
    """Split each move into steps, each free or with one thing that must reopen for it; a closed airport has a gate."""
    steps: set[tuple[str, str, str]] = set()
    for arc in usable(terrain, BLOCKED, boards):
        faults = [fault for fault in terrain.met[arc.link].faults if fault not in (arc.start, arc.end)]
        entry = f"gate {arc.end}" if arc.end in terrain.met[arc.link].faults else arc.end
        nodes = [arc.start, *(f"{arc.link} {arc.start} {number}" for number in range(1, len(faults))), entry]
        steps |= {(tail, head, fault) for (tail, head), fault in zip(pairwise(nodes), faults or [""], strict=True)}
        if entry != arc.end:
            steps.add((entry, arc.end, arc.end))
    return [_Step(*step) for step in sorted(steps)]


def _tolls_left(steps: list[_Step], exits: set[str]) -> dict[str, int]:
    """Return for each node how many things must reopen on the way to the nearest exit."""
    back: defaultdict[str, list[_Step]] = defaultdict(list)
    for step in steps:
        back[step.head].append(step)
    left = dict.fromkeys(exits, 0)
    waiting = deque(sorted(exits))
    while waiting:
        node = waiting.popleft()
        for step in back[node]:
            tolls = left[node] + bool(step.fault)
            if tolls < left.get(step.tail, tolls + 1):
                left[step.tail] = tolls
                (waiting.append if step.fault else waiting.appendleft)(step.tail)
    return left


def _walk(nodes: frozenset[str], tolls: int, forward: defaultdict[str, list[_Step]]) -> Iterator[frozenset[str]]:
    """Walk from nodes that hang together, over one toll after the other, to an exit; give the tolls of each walk."""
    if not tolls:
        yield frozenset()
        return
    reached, waiting = set(nodes), list(nodes)
    beyond: defaultdict[str, set[str]] = defaultdict(set)
    while waiting:
        for step in forward[waiting.pop()]:
            if step.fault:
                beyond[step.fault].add(step.head)
            elif step.head not in reached:
                reached.add(step.head)
                waiting.append(step.head)
    for fault in sorted(beyond):
        for rest in _walk(frozenset(beyond[fault]), tolls - 1, forward):
            yield rest | {fault}
