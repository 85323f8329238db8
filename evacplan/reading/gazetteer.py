"""The closed list of names: what a text can name on the network, and what each name stands for."""

import heapq
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from evacplan.geo import distance_km, latitude_of_line
from evacplan.model.network import Airport, Area, Landmark, Network, Place, Region
from evacplan.reading.clean import fold
from evacplan.reading.lexicon import Lexicon

EntryKind = Literal[
    "country", "people", "town", "abroad", "region", "area", "foreign", "road", "airport", "landmark", "unknown"
]
NEW_REGIONS = date(2023, 3, 13)
"""The law of the twenty regions; a text issued before means the older ones."""
DIRECTIONS = {
    "north": {"north", "nord", "northern"},
    "south": {"south", "sud", "southern"},
    "east": {"east", "est", "eastern"},
    "west": {"west", "ouest", "western"},
    "centre": {"centre", "center", "central"},
    "northeast": {"north-east", "northeast", "nord-est"},
    "northwest": {"north-west", "northwest", "nord-ouest"},
    "southeast": {"south-east", "southeast", "sud-est"},
    "southwest": {"south-west", "southwest", "sud-ouest"},
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a name can mean: `id` is a network id, a country code, or a road number."""

    kind: EntryKind
    id: str
    name: str


@dataclass(slots=True)
class Gazetteer:
    """All names with their meanings, and the geography to expand them. Made by `build_gazetteer`."""

    network: Network
    lexicon: Lexicon
    entries: Mapping[str, Entry]
    names: tuple[str, ...]
    _roads: Mapping[str, tuple[tuple[str, str, float], ...]]
    _known: dict[tuple[object, ...], tuple[str, ...]] = field(default_factory=dict)

    def places_in(self, region: str) -> tuple[str, ...]:
        """Return the places of a region, sorted."""
        return self._once(
            ("in", region), lambda: (p.id for p in self._home() if region in (p.region_2016, p.region_2023))
        )

    def regions_called(self, name: str) -> tuple[str, ...]:
        """Return the ids of the regions of both schemes that bear a name."""
        return self._once(("called", name), lambda: (r.id for r in self.network.regions.values() if r.name == name))

    def region_named(self, ids: Iterable[str], issued: date | None) -> Region:
        """Choose among regions of one name by the scheme in force when the text was issued (unknown: the new one)."""
        regions = sorted((self.network.regions[i] for i in ids), key=lambda region: region.scheme)
        new = issued is None or issued >= NEW_REGIONS
        return regions[-1] if new else regions[0]

    def area(self, direction: str) -> Area | None:
        """Return the area that the data define for a compass direction."""
        wanted = DIRECTIONS.get(direction, {direction})
        for area in self.network.areas.values():
            if wanted & {fold(name) for name in (area.name, *area.aliases)}:
                return area
        return None

    def within(self, lat: float, lon: float, radius_km: float) -> tuple[str, ...]:
        """Return the home places within a radius of a point, sorted."""
        return self._once(
            ("within", lat, lon, radius_km),
            lambda: (p.id for p in self._home() if distance_km((lat, lon), (p.lat, p.lon)) <= radius_km),
        )

    def beyond(self, through: Iterable[str], side: str) -> tuple[str, ...]:
        """Return the home places on one side of a bent line through places, those on the line not included."""
        ends = tuple(through)
        return self._once(("beyond", ends, side), lambda: self._beyond(ends, side))

    def _beyond(self, ends: tuple[str, ...], side: str) -> tuple[str, ...]:
        points = [(self.network.places[i].lat, self.network.places[i].lon) for i in ends]
        if side in ("east", "west"):
            swapped = [(lon, lat) for lat, lon in points]
            offset = {p.id: p.lon - latitude_of_line(swapped, p.lat) for p in self._home()}
        else:
            offset = {p.id: p.lat - latitude_of_line(points, p.lon) for p in self._home()}
        sign = 1 if side in ("north", "east") else -1
        return tuple(i for i, off in offset.items() if off * sign > 0 and i not in ends)

    def outside(self, targets: Iterable[str]) -> tuple[str, ...]:
        """Return the home places that are not among `targets`."""
        inside = frozenset(targets)
        return self._once(("outside", inside), lambda: (p.id for p in self._home() if p.id not in inside))

    def corridor(self, start: str, end: str) -> tuple[str, ...]:
        """Return the road links of the shortest way between two places, in travel order; () if there is none."""
        return self._once(("corridor", start, end), lambda: _shortest(self._roads, start, end))

    def roads_at(self, place: str) -> tuple[str, ...]:
        """Return the road links with an end in a place."""
        return tuple(sorted(link for link, _, _ in self._roads.get(place, ())))

    def numbered(self, number: str | None) -> tuple[str, ...]:
        """Return the road links with a road number; None stands for any national road."""
        return self._once(
            ("numbered", number),
            lambda: (
                link.id
                for link in self.network.links.values()
                if link.mode == "road" and (found := _number_of(link.road)) and number in (None, found)
            ),
        )

    def crossing(self, border: str | None) -> tuple[str, ...]:
        """Return the road links across a border; None stands for all borders."""
        links = self.network.links.values()
        return self._once(
            ("crossing", border),
            lambda: (k.id for k in links if k.mode == "road" and k.crosses and border in (None, k.crosses)),
        )

    def rivers(self) -> tuple[str, ...]:
        """Return the river links."""
        return tuple(link.id for link in self.network.links.values() if link.mode == "river")

    def airport_of(self, place: str) -> Airport | None:
        """Return the main airport that serves a place: the one with the longest runway."""
        fields = [a for a in self.network.airports.values() if a.serves == place]
        return max(fields, key=lambda a: (a.iata is not None, a.runway_m or 0, a.id), default=None)

    def _once(self, key: tuple[object, ...], work: Callable[[], Iterable[str]]) -> tuple[str, ...]:
        """Return what `work` gives, worked out once for each key."""
        if key not in self._known:
            self._known[key] = tuple(work())
        return self._known[key]

    def _home(self) -> Iterator[Place]:
        home = self.network.country.iso3
        return (place for place in self.network.places.values() if place.country == home)


def _number_of(road: str | None) -> str | None:
    found = re.match(r"RN ?([0-9]{1,3})", road or "")
    return f"RN{found[1]}" if found else None


def _shortest(roads: Mapping[str, tuple[tuple[str, str, float], ...]], start: str, end: str) -> tuple[str, ...]:
    """Dijkstra over road links by length; of equally long ways the one whose link ids sort first."""
    queue: list[tuple[float, tuple[str, ...], str]] = [(0.0, (), start)]
    done: set[str] = set()
    while queue:
        km, path, here = heapq.heappop(queue)
        if here == end:
            return path
        if here in done:
            continue
        done.add(here)
        for link, there, length in roads.get(here, ()):
            if there not in done:
                heapq.heappush(queue, (km + length, (*path, link), there))
    return ()


def build_gazetteer(network: Network) -> Gazetteer:
    """Collect every name of the network with what it means.

    Parameters
    ----------
    network
        Places with aliases, regions of both schemes, areas, roads, airports, landmarks and neighbours.

    Returns
    -------
    Gazetteer
        A closed list: a name that is not in it is never matched, only suggested for.
    """
    entries: dict[str, Entry] = {}
    phrases: dict[str, set[str]] = defaultdict(set)
    for entry, names in _named(network):
        key = f"{entry.kind} {entry.id}"
        entries.setdefault(key, entry)
        phrases[key].update(name for name in names if fold(name).strip())
    near: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for link in network.links.values():
        if link.mode == "road":
            near[link.start].append((link.id, link.end, link.km))
            near[link.end].append((link.id, link.start, link.km))
    shown = {entries[key].name for key in entries if entries[key].kind in ("town", "region", "abroad")}
    lexicon = Lexicon({key: sorted(names) for key, names in phrases.items()})
    roads = {place: tuple(sorted(links)) for place, links in near.items()}
    return Gazetteer(network, lexicon, entries, tuple(sorted(shown)), roads)


def _named(network: Network) -> Iterator[tuple[Entry, Iterable[str]]]:
    """Yield every entry with its names."""
    country = network.country
    yield Entry("country", country.iso3, country.name), (country.name, *country.aliases)
    yield Entry("people", country.iso3, country.name), country.demonyms
    for place in network.places.values():
        kind: EntryKind = "town" if place.country == country.iso3 else "abroad"
        yield Entry(kind, place.id, place.name), (place.name, *place.aliases)
    for region in network.regions.values():
        yield Entry("region", region.id, region.name), (region.name, *region.aliases)
    for area in network.areas.values():
        names = [n for n in (area.name, *area.aliases) if not any(fold(n) in words for words in DIRECTIONS.values())]
        yield Entry("area", area.id, area.name), names
    for iso3, foreign in network.foreign.items():
        yield Entry("foreign", iso3, foreign[0] if foreign else iso3), foreign
    for airport in network.airports.values():
        yield Entry("airport", airport.id, airport.name), _airport_names(airport)
    for number in sorted({n for link in network.links.values() if (n := _number_of(link.road))}):
        yield Entry("road", number, number), _road_names(number.removeprefix("RN"))
    for index, landmark in enumerate(network.landmarks):
        yield Entry("landmark", str(index), landmark.name), (landmark.name, *landmark.aliases)


def _airport_names(airport: Airport) -> Iterator[str]:
    yield from (airport.name, *airport.aliases)
    yield re.sub(r" (International )?Airport$", "", airport.name) if len(airport.name.split()) > 2 else airport.name
    if airport.iata:
        yield airport.iata


def _road_names(number: str) -> tuple[str, ...]:
    words = (
        *("RN", "R.N.", "N", "route nationale", "route nationale n", "nationale"),
        *("national road", "national highway", "national route", "highway", "road number"),
    )
    return tuple(f"{word} {number}" for word in words)


def landmark_of(gazetteer: Gazetteer, index: str) -> Landmark:
    """Return the landmark of an entry."""
    return gazetteer.network.landmarks[int(index)]
