"""Which of the ways found are shown as options, and in what order."""

from collections.abc import Iterator
from itertools import islice

from evacplan.model.network import Network
from evacplan.model.plan import HARM, OptionKind
from evacplan.routing.finding import ANYBODY, KINDS, Found, Terrain, acceptable_ways, rank, ways_within
from evacplan.routing.search import Way, Weigh, cost_of, cost_past_closures
from evacplan.routing.states import BLOCKED, UNKNOWN

Choice = tuple[OptionKind, Way]


def chosen(network: Network, found: Found, most: int) -> list[Choice]:
    """Choose what to show, in rank order: the best of each kind, then ways to exits that are not among them yet.

    By air each airport is an exit of its own, over land each country.
    """
    ranked = sorted(((kind, way) for (kind, _), way in found.items()), key=lambda choice: rank(*choice))
    taken = list(best_of_each_kind(found, set()))

    def end(way: Way) -> str:
        last = way[-1].end
        return network.places[last].country if last in network.places else last

    ends = {end(way) for _, way in taken}
    for kind, way in ranked:
        if len(taken) < most and end(way) not in ends:
            taken.append((kind, way))
            ends.add(end(way))
    return sorted(taken, key=lambda choice: rank(*choice))[:most]


def unacceptable(
    terrain: Terrain, origin: str, may_board: frozenset[str], found: Found, *, room: int
) -> Iterator[Choice]:
    """Give the best way that only others may board, if it beats all acceptable ones, then the best that is too bad.

    Of those, the least bad worst level counts first (advised against before blocked), then the fewest reasons, then
    the kind: what a person with authority would look at first. Within a kind it is the way past the fewest closed
    flights and airports, then the least exposed. Kinds that have an acceptable way are not looked at again.
    """
    kinds = {kind for kind, _ in found}
    harm = min((HARM[kind] for kind in kinds), default=len(KINDS))
    for_others = next(best_of_each_kind(acceptable_ways(terrain, origin, ANYBODY), kinds), None) if harm else None
    if for_others and HARM[for_others[0]] < harm:
        room -= 1
        yield for_others
    if not kinds or room > 0:
        yield from islice(_too_bad(terrain, origin, may_board, kinds, for_others), 1)


def _too_bad(
    terrain: Terrain, origin: str, may_board: frozenset[str], without: set[OptionKind], other: Choice | None
) -> Iterator[Choice]:
    for boards in (may_board, ANYBODY):
        for cap in (UNKNOWN, BLOCKED):
            found = ways_within(terrain, origin, cap, boards, cost_past_closures)
            ways = [choice for choice in best_of_each_kind(found, without, cost_past_closures) if choice != other]
            yield from sorted(ways, key=lambda choice: len(_reasons(terrain, choice[1])))


def _reasons(terrain: Terrain, way: Way) -> set[tuple[str, ...]]:
    """Return the different reasons why a way is closed: a statement that closes ten roads is one."""
    faults = {fault for arc in way for fault in terrain.met[arc.link].faults}
    states = [(fault, terrain.situation.airports.get(fault) or terrain.situation.links.get(fault)) for fault in faults]
    return {
        (state.causes[0].issuer, state.causes[0].quote) if state and state.causes else (fault,)
        for fault, state in states
    }


def best_of_each_kind(found: Found, without: set[OptionKind], weigh: Weigh = cost_of) -> Iterator[Choice]:
    """Give the best way of each kind, best kind first, but for the kinds left out."""
    for kind in KINDS:
        ways = [way for (one, _), way in found.items() if one == kind and kind not in without]
        if ways:
            yield kind, min(ways, key=lambda way: rank(kind, way, weigh))
