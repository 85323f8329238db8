"""The network as the ground on which words hold: from the names of a directive to places, links, airports, services."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from evacplan.model.advisory import Directive
from evacplan.model.network import Link, Network
from evacplan.model.policy import EffectOn
from evacplan.model.scope import Scope

AIRSPACE = "airspace"
"""The id of the country's airspace among targets."""

Ids = frozenset[str]
NONE: Ids = frozenset()
_OVERLAND = ("road", "river")


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a directive holds: single ids (no country, no region), and what stays out although its place is in."""

    targets: Ids
    left_out: Ids


class Ground:
    """Look-up tables over one network, made once for an assessment."""

    def __init__(self, network: Network) -> None:
        self.network = network
        home = network.country.iso3
        self.home_places = frozenset(place.id for place in network.places.values() if place.country == home)
        self.home_airports = frozenset(field.id for field in network.airports.values() if field.country == home)
        links = network.links.values()
        self._roads = _by_end(links, lambda link: link.mode == "road")
        overland = _by_end(links, lambda link: link.mode in _OVERLAND)
        self._crossings = _by_end(links, lambda link: link.crosses is not None)
        self._crossing = _grouped((link.crosses, link.id) for link in links if link.crosses)
        self._airports = _grouped((field.serves, field.id) for field in network.airports.values() if field.serves)
        self._wide = frozenset({self.country, *network.regions, *network.areas, *self._crossing})
        self._known = self._wide.union(
            network.places, network.links, network.airports, network.services, network.borders
        )
        services = network.services.values()
        self._services = _grouped((end, service.id) for service in services for end in (service.start, service.end))
        self._abroad = _grouped(
            (network.airports[end].country, service.id)
            for service in services
            for end in (service.start, service.end)
            if end in network.airports
        )
        self._reach: dict[EffectOn, Mapping[str, Ids]] = {
            "overland_links": overland | _themselves(link.id for link in links if link.mode in _OVERLAND),
            "crossing_links": self._crossings | _themselves(link.id for link in links if link.crosses),
            "local_links": _by_end(links, lambda link: link.mode == "local")
            | _themselves(link.id for link in links if link.mode == "local"),
            "scope_links": self._roads | _themselves(network.links),
            "links_into": overland | _themselves(network.links),
            "airports": self._airports | _themselves(network.airports),
            "services": self._services_reach(),
            "borders": _themselves(network.borders),
            "nothing": {},
        }
        self._elements: dict[tuple[Ids, EffectOn], Ids] = {}

    def _services_reach(self) -> Mapping[str, Ids]:
        towns = {place: self._fly_from(fields) for place, fields in self._airports.items()}
        return self._services | towns | _themselves(self.network.services)

    def extent(self, directive: Directive) -> Extent:
        """Return where a directive holds.

        The country stands for all its places, airports, borders or flights, as the kind asks. An exception takes out
        the places and links that lie wholly in it; a link that leaves the exception stays in.
        """
        kind, scopes = directive.claim.kind, directive.scope
        inside = self._expand(kind, scopes)
        outside = self._expand(kind, directive.exception) if directive.exception else NONE
        if kind == "road":
            outside = self._wholly(outside, directive.exception)
            # the roads "of a region" are those wholly in it, the roads "to a town" all that end there
            if directive.loosens and any(scope.type != "town" for scope in scopes):
                inside = self._wholly(inside, scopes)
        if kind == "flights":
            inside = self._of_carrier(inside, directive.actor)
        return Extent(inside - outside if outside else inside, outside)

    def elements(self, extent: Extent, on: EffectOn) -> Ids:
        """Return the links, services, airports or borders that an effect of this kind reaches."""
        key = (extent.targets, on)
        if key not in self._elements:
            reach = self._reach[on]
            self._elements[key] = NONE.union(*(reach[target] for target in extent.targets if target in reach))
        found = self._elements[key]
        return found - extent.left_out if extent.left_out else found

    def with_crossings(self, target: str) -> Ids:
        """Return an id, with the crossing links if it is a border."""
        return self._crossing.get(target, NONE) | {target}

    def unknown(self, scopes: Iterable[Scope]) -> tuple[str, ...]:
        """Return the targets that the data do not know, sorted."""
        named = {target for scope in scopes for target in scope.targets}
        return tuple(sorted(named - self._known))

    @property
    def country(self) -> str:
        """The id that stands for the whole country."""
        return f"country:{self.network.country.iso3}"

    def _expand(self, kind: str, scopes: Iterable[Scope]) -> Ids:
        """Return what the names stand for, as the kind asks."""
        raw = frozenset(target for scope in scopes for target in scope.targets)
        match kind:
            case "road":
                return self._road_links(raw)
            case "border":
                return self._borders(raw)
            case "airport" | "jet_fuel":
                return self._fields(raw)
            case "flights":
                return self._flights(raw)
            case "airspace":
                return self._airspace(raw)
            case _:
                return self._area(raw)

    def _area(self, raw: Ids) -> Ids:
        """Return places for a country, regions and areas, a border with its crossing links, the rest as it is."""
        if raw.isdisjoint(self._wide):
            return raw
        return NONE.union(*(self._spelled_out(target) for target in raw))

    def _spelled_out(self, target: str) -> Ids:
        network = self.network
        if target == self.country:
            return self.home_places
        if target in network.regions:
            places = network.places.values()
            return frozenset(place.id for place in places if target in (place.region_2016, place.region_2023))
        if target in network.areas:
            return frozenset(network.areas[target].places)
        return self.with_crossings(target)

    def _road_links(self, raw: Ids) -> Ids:
        """Return the links named, and the roads that touch the places named."""
        area = self._area(raw)
        return area.intersection(self.network.links).union(*(self._roads.get(place, NONE) for place in area))

    def _wholly(self, links: Ids, scopes: Iterable[Scope]) -> Ids:
        """Keep the links that are named themselves or have both ends among the places named."""
        area = self._area(frozenset(target for scope in scopes for target in scope.targets))
        return frozenset(id_ for id_ in links if id_ in area or {*_ends(self.network.links[id_])} <= area)

    def _borders(self, raw: Ids) -> Ids:
        """Return borders with their crossing links; a place stands for the crossings there."""
        if self.country in raw:
            return self._area(frozenset(self.network.borders)) | raw.intersection(self.network.links)
        area = self._area(raw)
        kept = area.intersection({*self.network.borders, *self.network.links})
        return kept.union(*(self._crossings.get(place, NONE) for place in area))

    def _fields(self, raw: Ids) -> Ids:
        """Return airports: all of the country's, those named, those of the places named."""
        if self.country in raw:
            return self.home_airports
        area = self._area(raw)
        return area.intersection(self.network.airports).union(*(self._airports.get(place, NONE) for place in area))

    def _flights(self, raw: Ids) -> Ids:
        """Return services: those named or touching; a border limits them to flights from and to that country."""
        borders = raw.intersection(self.network.borders)
        others = raw - borders
        flights = self._fly_from(self._fields(others)) | others.intersection(self.network.services)
        if not borders:
            return flights
        there = NONE.union(*(self._abroad.get(self.network.borders[id_].country, NONE) for id_ in borders))
        return there & flights if flights else there

    def _airspace(self, raw: Ids) -> Ids:
        """Return the airspace and all flights, or only those to the countries whose borders are named."""
        whole = self.country in raw and not raw.intersection(self.network.borders)
        return self._flights(raw) | ({AIRSPACE} if whole else NONE)

    def _fly_from(self, fields: Ids) -> Ids:
        return NONE.union(*(self._services.get(field, NONE) for field in fields))

    def _of_carrier(self, services: Ids, actor: str | None) -> Ids:
        """Keep only one carrier's services, if the actor is a carrier of the data."""
        if not actor:
            return services
        folded = actor.casefold()
        carriers = {service.carrier for service in self.network.services.values() if service.carrier}
        named = {carrier for carrier in carriers if carrier.casefold() in folded}
        return frozenset(id_ for id_ in services if not named or self.network.services[id_].carrier in named)


def _ends(link: Link) -> tuple[str, str]:
    return link.start, link.end


def _themselves(ids: Iterable[str]) -> dict[str, Ids]:
    """Return each id as its own reach."""
    return {id_: frozenset({id_}) for id_ in ids}


def _grouped(pairs: Iterable[tuple[str | None, str]]) -> dict[str, Ids]:
    """Group values by key, leaving out those without one."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        if key is not None:
            groups[key].add(value)
    return {key: frozenset(values) for key, values in groups.items()}


def _by_end(links: Iterable[Link], wanted: Callable[[Link], bool]) -> dict[str, Ids]:
    """Return link ids by either end."""
    return _grouped((end, link.id) for link in links if wanted(link) for end in _ends(link))
