"""Places, links, airports and services of one country: the map on which everything else is said.

Ids are the contract's: places `gao`, links `road:gao-ansongo`, `river:gao-ansongo`, `local:gao-GAQ`, services
`air:BKO-GAQ-sky-mali`, airports `airport:GAQ` (IATA, else ICAO), borders `border:SEN`, regions `region:gao` (2023)
and `region2016:gao`, the country `country:MLI`. Countries are ISO 3166-1 alpha-3. Coordinates are degrees (lat, lon).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

PlaceId: TypeAlias = str
LinkId: TypeAlias = str
AirportId: TypeAlias = str
BorderId: TypeAlias = str

Mode = Literal["local", "road", "river", "air"]
LinkStatus = Literal["open", "avoid", "blocked", "unconfirmed"]
AirportStatus = Literal["open", "disrupted", "closed", "unconfirmed"]
BorderStatus = Literal["open", "restricted", "closed", "unconfirmed"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the data say of a link, airport, service or border before any advisory: status, level 1-4, date, reason."""

    status: str
    level: int
    as_of: date
    reason: str


@dataclass(frozen=True, slots=True)
class Region:
    """An administrative region under one of the two schemes in use ("2016": nine, "2023": twenty)."""

    id: str
    name: str
    scheme: Literal["2016", "2023"]
    aliases: tuple[str, ...]
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A town, junction, crossing, port or mine; `country` is ISO3, regions are region ids (None abroad)."""

    id: PlaceId
    name: str
    aliases: tuple[str, ...]
    country: str
    kind: str
    region_2016: str | None
    region_2023: str | None
    lat: float
    lon: float
    population: int | None
    source: str
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A way over land or water between two places, usable in both directions.

    `km` is the length, `duration_min` the usual time, `crosses` the border id it crosses (None inside one country),
    `season` words on when it can be used. `local` links join a town and its own airport.
    """

    id: LinkId
    mode: Mode
    start: str
    end: str
    km: float
    duration_min: int
    road: str | None
    surface: str
    season: str
    crosses: BorderId | None
    crossing: str | None
    baseline: Baseline
    source: str
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, slots=True)
class Airport:
    """An airfield; `serves` is the place it belongs to (None if that place is not in the data).

    Positions and runways in metres; `iata` is None for a field without one.
    """

    id: AirportId
    icao: str
    iata: str | None
    name: str
    city: str
    aliases: tuple[str, ...]
    country: str
    serves: PlaceId | None
    lat: float
    lon: float
    runway_m: int | None
    surface: str
    baseline: Baseline
    source: str
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """Flights of one carrier between two airports, flown there and back.

    `days` are ISO weekdays (1 Monday), empty if unknown; `seats` per flight, None if unknown; `boards` says who may
    board ("anyone", or e.g. "humanitarian staff"); `as_of` is the date of the flight data. `via` are the airports that
    the flight calls at on the way: while one of them is closed it cannot run.
    """

    id: LinkId
    start: AirportId
    end: AirportId
    carrier: str | None
    kind: Literal["scheduled", "humanitarian", "charter"]
    days: tuple[int, ...]
    frequency: str
    seats: int | None
    duration_min: int
    km: float
    boards: str
    as_of: date
    baseline: Baseline
    source: str
    confidence: Confidence
    note: str = ""
    via: tuple[AirportId, ...] = ()


@dataclass(frozen=True, slots=True)
class Border:
    """The land border with one neighbour, as a whole."""

    id: BorderId
    country: str
    name: str
    aliases: tuple[str, ...]
    baseline: Baseline


@dataclass(frozen=True, slots=True)
class Country:
    """The country that the data describe; `demonyms` are adjectives such as "malien", in folded lower case."""

    iso3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: PlaceId
    main_airport: AirportId


@dataclass(frozen=True, slots=True)
class Area:
    """A named part of the country that is no region ("north", "central"): its places, as the data define it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    places: tuple[PlaceId, ...]


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named point in a town from which advisories measure distances."""

    name: str
    aliases: tuple[str, ...]
    lat: float
    lon: float
    source: str


@dataclass(frozen=True, slots=True)
class Network:
    """Everything the data folder holds, each mapping by id and sorted by id.

    `foreign` maps an ISO3 code to the names of another country (English and French, adjectives included), so that a
    text about a neighbour is not taken for this country. `digest` is the SHA-256 of the data files.
    """

    country: Country
    places: Mapping[PlaceId, Place]
    links: Mapping[LinkId, Link]
    airports: Mapping[AirportId, Airport]
    services: Mapping[LinkId, Service]
    borders: Mapping[BorderId, Border]
    regions: Mapping[str, Region]
    areas: Mapping[str, Area]
    landmarks: tuple[Landmark, ...]
    foreign: Mapping[str, tuple[str, ...]]
    digest: str

    def at_home(self, place: PlaceId) -> bool:
        """Tell whether a place lies in the country that the data describe."""
        return self.places[place].country == self.country.iso3
