"""What an advisory can say about movement: one class per kind, joined by `Claim`.

Kinds and values are those of the machine contract and never translated.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias, get_args, get_type_hints


@dataclass(frozen=True, slots=True)
class Travel:
    """Advice level for an area."""

    kind: ClassVar[str] = "travel"
    value: Literal["avoid_all", "avoid_nonessential", "high_caution", "normal"]


@dataclass(frozen=True, slots=True)
class Overland:
    """Advice on road travel as a whole in an area (`reach` all) or across its borders (`cross_border`)."""

    kind: ClassVar[str] = "overland"
    value: Literal["do_not_use", "discouraged", "ended"]
    reach: Literal["all", "cross_border"] = "all"


@dataclass(frozen=True, slots=True)
class Road:
    """A named road, corridor, all roads of a town, a bridge or a ferry: impassable, advised against, usable again."""

    kind: ClassVar[str] = "road"
    value: Literal["cut", "avoid", "open"]


@dataclass(frozen=True, slots=True)
class Blockade:
    """An armed group's blockade (of supplies or people); a road is cut only where nothing passes."""

    kind: ClassVar[str] = "blockade"
    value: Literal["in_force", "ended"]


@dataclass(frozen=True, slots=True)
class AirportClaim:
    """The state of an airport."""

    kind: ClassVar[str] = "airport"
    value: Literal["closed", "disrupted", "open"]


@dataclass(frozen=True, slots=True)
class Airspace:
    """The country's airspace; a scope that names a neighbour's border limits it to flights from and to there."""

    kind: ClassVar[str] = "airspace"
    value: Literal["closed", "restricted", "open"]


@dataclass(frozen=True, slots=True)
class Flights:
    """Commercial or humanitarian flights."""

    kind: ClassVar[str] = "flights"
    value: Literal["suspended", "reduced", "available", "resumed"]


@dataclass(frozen=True, slots=True)
class BorderClaim:
    """A land border or a crossing."""

    kind: ClassVar[str] = "border"
    value: Literal["closed", "restricted", "open"]


@dataclass(frozen=True, slots=True)
class Curfew:
    """A ban on being out; `hours` are local start and end ("21:00", "06:00"), None where not stated."""

    kind: ClassVar[str] = "curfew"
    value: Literal["in_force", "ended"]
    hours: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Fuel:
    """Petrol and diesel."""

    kind: ClassVar[str] = "fuel"
    value: Literal["shortage", "ended"]


@dataclass(frozen=True, slots=True)
class JetFuel:
    """Jet fuel at airports."""

    kind: ClassVar[str] = "jet_fuel"
    value: Literal["shortage", "ended"]


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened or happens somewhere."""

    kind: ClassVar[str] = "incident"
    value: Literal["attack", "kidnapping", "ambush", "fighting", "unrest", "mines"]


@dataclass(frozen=True, slots=True)
class Departure:
    """Advice to leave the country or an area; `by` lists the stated means ("air")."""

    kind: ClassVar[str] = "departure"
    value: Literal["leave_now", "consider_leaving", "ended"]
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelter:
    """An instruction to stay inside."""

    kind: ClassVar[str] = "shelter"
    value: Literal["shelter_in_place", "stay_indoors", "ended"]


@dataclass(frozen=True, slots=True)
class Mission:
    """The issuer's embassy or consular help."""

    kind: ClassVar[str] = "mission"
    value: Literal["closed", "reduced", "limited_outside_capital", "none", "open"]


@dataclass(frozen=True, slots=True)
class Registration:
    """A call to register with the embassy."""

    kind: ClassVar[str] = "registration"
    value: Literal["register"] = "register"


@dataclass(frozen=True, slots=True)
class VehicleTarget:
    """Who is being attacked on the road."""

    kind: ClassVar[str] = "vehicle_target"
    value: Literal["fuel", "goods", "bus", "convoy", "official"]


Claim: TypeAlias = (
    Travel
    | Overland
    | Road
    | Blockade
    | AirportClaim
    | Airspace
    | Flights
    | BorderClaim
    | Curfew
    | Fuel
    | JetFuel
    | Incident
    | Departure
    | Shelter
    | Mission
    | Registration
    | VehicleTarget
)

CLAIMS: dict[str, type[Claim]] = {claim.kind: claim for claim in get_args(Claim)}
"""The class for each kind of the contract."""

OPENINGS: frozenset[tuple[str, str]] = frozenset(
    {
        ("road", "open"),
        ("blockade", "ended"),
        ("airport", "open"),
        ("airspace", "open"),
        ("flights", "available"),
        ("flights", "resumed"),
        ("border", "open"),
        ("curfew", "ended"),
        ("fuel", "ended"),
        ("jet_fuel", "ended"),
        ("overland", "ended"),
        ("departure", "ended"),
        ("shelter", "ended"),
        ("travel", "normal"),
        ("mission", "open"),
    }
)
"""Kind and value pairs that loosen: they need an official source and an explicit second confirmation."""


def values_of(kind: str) -> tuple[str, ...]:
    """Return the contract's values of a kind.

    >>> values_of("fuel")
    ('shortage', 'ended')
    """
    return get_args(get_type_hints(CLAIMS[kind])["value"])
