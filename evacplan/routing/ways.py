"""The answer for one town: verdict, options, what is blocked, what would open a way."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from evacplan.errors import InputRefusedError, UnknownNameError
from evacplan.model.network import Network, PlaceId
from evacplan.model.plan import HARM, Answer, Option, OptionKind
from evacplan.model.policy import Policy
from evacplan.model.situation import Cause, Situation
from evacplan.routing.arcs import OVERLAND
from evacplan.routing.finding import (
    ANYBODY,
    KINDS,
    Boards,
    Found,
    Terrain,
    acceptable_ways,
    rank,
    terrain_of,
    ways_within,
)
from evacplan.routing.notices import shelter_orders, warnings_for
from evacplan.routing.options import option_of
from evacplan.routing.reopen import smallest_reopenings
from evacplan.routing.search import Way, Weigh, cost_of, cost_past_closures, plain_cost_of, roads_of, ways_to
from evacplan.routing.states import BLOCKED, UNKNOWN
from evacplan.routing.words import said

Choice = tuple[OptionKind, Way]


def ways_out(
    network: Network,
    situation: Situation,
    policy: Policy,
    *,
    origin: PlaceId,
    may_board: frozenset[str] = frozenset(),
) -> Answer:
    """Find what someone in a town should do: fly, relocate and fly, leave over land, or stay.

    Acceptable legs are at level 1 or 2. Ways with no road between towns come before those with some, those before
    land exits; within a kind the lower worst level, then the lower exposure, then the shorter time, then fewer legs,
    then the link ids that sort first. Exposure adds up along a way, so Dijkstra's algorithm applies [1]_; the worst
    level comes first because the search is tried with links of level 1 only, then with those of level 2.

    Parameters
    ----------
    network, situation, policy
        Places and links, their states at one moment, weights and havens. Not modified.
    origin
        A place of the country.
    may_board
        Groups that this traveller belongs to, in the words of `Service.boards`; a flight for others is no verdict.

    Returns
    -------
    Answer
        Options in rank order, acceptable ones first, at most `policy.max_options`; then, if the answer is to stay or
        there is room, the most plausible unacceptable one with its reasons. While a shelter order holds at the origin
        the verdict is stay and no option is acceptable until it ends.

    Raises
    ------
    UnknownNameError
        If the origin is not in the network.
    InputRefusedError
        If the origin lies abroad.

    References
    ----------
    .. [1] E. W. Dijkstra (1959), Numerische Mathematik 1, 269-271.

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
    >>> answer = ways_out(network, nothing_said, policy, origin="gao")
    >>> answer.verdict, [leg.mode for leg in answer.best.legs]
    ('fly', ['local', 'air', 'air'])
    """
    if origin not in network.places:
        raise UnknownNameError("town", origin)
    if not network.at_home(origin):
        raise InputRefusedError(f"{origin} is not in {network.country.name}", hint="Ways out start in the country")
    terrain = terrain_of(network, situation, policy)
    shelter = shelter_orders(network, situation, origin)
    found = acceptable_ways(terrain, origin, may_board)
    choices = chosen(network, found, policy.max_options)
    choices += _unacceptable(terrain, origin, may_board, found, room=policy.max_options - len(choices))
    options = [sheltered(option_of(terrain, kind, way, may_board), shelter) for kind, way in choices]
    best = next((option for option in options if option.acceptable), None)
    return Answer(
        as_of=situation.as_of,
        origin=origin,
        verdict=best.kind if best else "stay",
        options=tuple(options),
        blocked_overland=_blocked_overland(terrain, origin, may_board),
        opens_if=() if best or shelter else smallest_reopenings(terrain, origin, may_board),
        warnings=warnings_for(network, situation, origin, best),
    )


def chosen(network: Network, found: Found, most: int) -> list[Choice]:
    """Choose what to show, in rank order: the best of each kind, then ways to exits that are not among them yet.

    By air each airport is an exit of its own, over land each country.
    """
    ranked = sorted(((kind, way) for (kind, _), way in found.items()), key=lambda choice: rank(*choice))
    taken = list(_best(found, set()))

    def end(way: Way) -> str:
        last = way[-1].end
        return network.places[last].country if last in network.places else last

    ends = {end(way) for _, way in taken}
    for kind, way in ranked:
        if len(taken) < most and end(way) not in ends:
            taken.append((kind, way))
            ends.add(end(way))
    return sorted(taken, key=lambda choice: rank(*choice))[:most]


def sheltered(option: Option, orders: tuple[Cause, ...]) -> Option:
    """Mark an option as none while a shelter order holds at its origin."""
    if not orders:
        return option
    return replace(
        option,
        acceptable=False,
        why_not=(f"shelter order in force{said(orders)}", *option.why_not),
        conditions=("only after the shelter order ends", *option.conditions),
    )


def _unacceptable(
    terrain: Terrain, origin: str, may_board: frozenset[str], found: Found, *, room: int
) -> Iterator[Choice]:
    """Give the best way that only others may board, if it beats all acceptable ones, then the best that is too bad.

    Of those, the least bad worst level counts first (advised against before blocked), then the fewest reasons, then
    the kind: what a person with authority would look at first. Within a kind it is the way past the fewest closed
    flights and airports, then the least exposed. Kinds that have an acceptable way are not looked at again.
    """
    kinds = {kind for kind, _ in found}
    harm = min((HARM[kind] for kind in kinds), default=len(KINDS))
    for_others = next(_best(acceptable_ways(terrain, origin, ANYBODY), kinds), None)
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
            best = [choice for choice in _best(found, without, cost_past_closures) if choice != other]
            yield from sorted(best, key=lambda choice: len(_reasons(terrain, choice[1])))


def _reasons(terrain: Terrain, way: Way) -> set[tuple[str, ...]]:
    """Return the different reasons why a way is closed: a statement that closes ten roads is one."""
    faults = {fault for arc in way for fault in terrain.met[arc.link].faults}
    states = [(fault, terrain.situation.airports.get(fault) or terrain.situation.links.get(fault)) for fault in faults]
    return {
        (state.causes[0].issuer, state.causes[0].quote) if state and state.causes else (fault,)
        for fault, state in states
    }


def _best(found: Found, without: set[OptionKind], weigh: Weigh = cost_of) -> Iterator[Choice]:
    """Give the best way of each kind, best kind first, but for the kinds left out."""
    for kind in KINDS:
        ways = [way for (one, _), way in found.items() if one == kind and kind not in without]
        if ways:
            yield kind, min(ways, key=lambda way: rank(kind, way, weigh))


def _blocked_overland(terrain: Terrain, origin: str, boards: Boards) -> tuple[tuple[str, tuple[Cause, ...]], ...]:
    """Return the blocked links on the physically shortest ways: to another airport, and by land across a border."""
    relocations = ways_within(terrain, origin, BLOCKED, boards, plain_cost_of)
    overland = roads_of((arc for arc in terrain.arcs if arc.mode in OVERLAND), plain_cost_of)
    across: Found = {
        ("leave_overland", town): way for town, way in ways_to(overland, origin, sorted(terrain.nodes.haven_towns))
    }
    ways = [*_best(relocations, {"fly", "leave_overland"}, plain_cost_of), *_best(across, set(), plain_cost_of)]
    links = {arc.link for _, way in ways for arc in way if arc.mode in OVERLAND}
    return tuple((link, terrain.met[link].causes) for link in sorted(links) if terrain.met[link].level == BLOCKED)
