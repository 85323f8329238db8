"""Every move a traveller can make, one way each, with what it costs.

An airport is two nodes: `airport:GAQ` as reached from the town, where check-in is still to come, and
`airport:GAQ@air` as reached by a flight. That makes time add up along the way, so that shortest-path methods apply.
A way ends where it first reaches a haven; over land it passes no other country than havens' border posts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evacplan.model.network import Link, Mode, Network, Service
from evacplan.model.policy import Policy
from evacplan.routing.states import Met

OVERLAND: frozenset[Mode] = frozenset({"road", "river"})
"""Modes of travel between towns that are not air; a `local` leg only joins a town and its own airport."""

BLOCKED_WEIGHT = 64
"""Weight of a blocked link, which only options that are marked unacceptable ever use; policy weights end at level 3."""

_LANDED = "@air"


@dataclass(frozen=True, slots=True)
class Arc:
    """One way along one link, from node `tail` to node `head` (`start` and `end` are their ids in the network).

    `plain` is the exposure at level 1 and `exposure` that at the link's level, both in tenths of a km of level-1 road;
    `minutes` includes check-in where there is one. `shut` counts what is closed of the flight itself, the airport that
    the arc enters and those that the flight calls at: these no traveller can use, whatever the risk taken, other than a
    road. `boards` is empty where anyone may board.
    """

    link: str
    mode: Mode
    tail: str
    head: str
    start: str
    end: str
    km: float
    leg_minutes: int
    minutes: int
    plain: int
    exposure: int
    level: int
    shut: int
    boards: str = ""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Which nodes a way may pass and at which it ends; all by id in the network."""

    home: frozenset[str]
    posts: frozenset[str]
    haven_towns: frozenset[str]
    haven_airports: frozenset[str]


def nodes_of(network: Network, policy: Policy) -> Nodes:
    """Sort places and airports by what they are to a way out."""
    home = network.country.iso3
    havens = policy.havens - {home}
    abroad = [place for place in network.places.values() if place.country in havens]
    countries = {ident: place.country for ident, place in network.places.items()}
    countries |= {ident: airport.country for ident, airport in network.airports.items()}
    return Nodes(
        home=frozenset(ident for ident, country in countries.items() if country == home),
        posts=frozenset(place.id for place in abroad if place.kind == "border_post"),
        haven_towns=frozenset(place.id for place in abroad if place.kind != "border_post"),
        haven_airports=frozenset(airport.id for airport in network.airports.values() if airport.country in havens),
    )


def arcs_of(network: Network, met: Mapping[str, Met], policy: Policy) -> tuple[Arc, ...]:
    """Return every move of every way out, at whatever level it is, sorted by link id."""
    nodes = nodes_of(network, policy)
    arcs: list[Arc] = []
    for link in network.links.values():
        arcs += _link_arcs(link, met[link.id], nodes, policy)
    for service in network.services.values():
        arcs += _service_arcs(service, met[service.id], nodes, policy)
    return tuple(sorted(arcs, key=lambda arc: (arc.link, arc.tail, arc.head)))


def _link_arcs(link: Link, met: Met, nodes: Nodes, policy: Policy) -> Iterator[Arc]:
    plain = round(link.km * policy.mode_factor.get(link.mode, 1.0) * 10)
    exposure = plain * weight(policy, met.level)
    for start, end in ((link.start, link.end), (link.end, link.start)):
        if not _may_go(start, end, nodes):
            continue
        for tail in (start, start + _LANDED) if start.startswith("airport:") else (start,):
            yield Arc(
                link=link.id,
                mode=link.mode,
                tail=tail,
                head=end,
                start=start,
                end=end,
                km=link.km,
                leg_minutes=link.duration_min,
                minutes=link.duration_min,
                plain=plain,
                exposure=exposure,
                level=met.level,
                shut=int(end in met.faults),
            )


def _may_go(start: str, end: str, nodes: Nodes) -> bool:
    """Tell whether a way may go over land from start to end: home, on to a post or haven town, never back."""
    if start in nodes.home:
        return end in nodes.home or end in nodes.posts or end in nodes.haven_towns
    return start in nodes.posts and (end in nodes.posts or end in nodes.haven_towns)


def _service_arcs(service: Service, met: Met, nodes: Nodes, policy: Policy) -> Iterator[Arc]:
    plain = round((policy.takeoff_km + service.km * policy.air_km_factor) * 10)
    exposure = plain * weight(policy, met.level)
    boards = "" if service.boards in ("", "anyone") else service.boards
    for start, end in ((service.start, service.end), (service.end, service.start)):
        if start not in nodes.home or not (end in nodes.home or end in nodes.haven_airports):
            continue
        for tail, wait in ((start, policy.check_in_min), (start + _LANDED, 0)):
            minutes = service.duration_min
            head = end + _LANDED
            yield Arc(
                link=service.id,
                mode="air",
                tail=tail,
                head=head,
                start=start,
                end=end,
                km=service.km,
                leg_minutes=minutes,
                minutes=minutes + wait,
                plain=plain,
                exposure=exposure,
                level=met.level,
                shut=len(set(met.faults) - {start}),
                boards=boards,
            )


def weight(policy: Policy, level: int) -> int:
    """Return what a km at this level counts for, in km at level 1."""
    return policy.weights[level - 1] if level <= len(policy.weights) else max(BLOCKED_WEIGHT, *policy.weights)


def air_exits(nodes: Nodes) -> tuple[str, ...]:
    """Return the nodes at which a way out by air ends, sorted."""
    return tuple(airport + _LANDED for airport in sorted(nodes.haven_airports))
