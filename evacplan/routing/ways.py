"""The answer for one town: verdict, options, what is blocked, what would open a way."""

from dataclasses import replace

from evacplan.errors import InputRefusedError, UnknownNameError
from evacplan.model.network import Network, PlaceId
from evacplan.model.plan import Answer, Option
from evacplan.model.policy import Policy
from evacplan.model.situation import Cause, Situation, note
from evacplan.routing.arcs import OVERLAND
from evacplan.routing.choosing import best_of_each_kind, chosen, unacceptable
from evacplan.routing.finding import Boards, Found, Terrain, acceptable_ways, terrain_of, ways_within
from evacplan.routing.notices import shelter_orders, warnings_for
from evacplan.routing.options import option_of
from evacplan.routing.reopen import smallest_reopenings
from evacplan.routing.search import plain_cost_of, roads_of, ways_to
from evacplan.routing.states import BLOCKED
from evacplan.routing.words import said


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
    choices += unacceptable(terrain, origin, may_board, found, room=policy.max_options - len(choices))
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


def sheltered(option: Option, orders: tuple[Cause, ...]) -> Option:
    """Mark an option as none while a shelter order holds at its origin."""
    if not orders:
        return option
    return replace(
        option,
        acceptable=False,
        why_not=(note("shelter_order", **said(orders)), *option.why_not),
        conditions=(note("after_shelter"), *option.conditions),
    )


def _blocked_overland(terrain: Terrain, origin: str, boards: Boards) -> tuple[tuple[str, tuple[Cause, ...]], ...]:
    """Return the blocked links on the physically shortest ways: to another airport, and by land across a border."""
    relocations = ways_within(terrain, origin, BLOCKED, boards, plain_cost_of)
    overland = roads_of((arc for arc in terrain.arcs if arc.mode in OVERLAND), plain_cost_of)
    across: Found = {
        ("leave_overland", town): way for town, way in ways_to(overland, origin, sorted(terrain.nodes.haven_towns))
    }
    ways = [
        *best_of_each_kind(relocations, {"fly", "leave_overland"}, plain_cost_of),
        *best_of_each_kind(across, set(), plain_cost_of),
    ]
    links = {arc.link for _, way in ways for arc in way if arc.mode in OVERLAND}
    return tuple((link, terrain.met[link].causes) for link in sorted(links) if terrain.met[link].level == BLOCKED)
