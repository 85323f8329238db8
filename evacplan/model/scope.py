"""Where a directive holds: a name from the text, and the network ids that it stands for.

`targets` of a scope are what the directive is about: places for areas, links for roads and corridors, airports,
borders. The whole country is the one id `country:MLI`. A name that is not in the data keeps empty targets.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

NamedType = Literal["country", "region", "town", "area", "road", "corridor", "border", "crossing", "airport"]


@dataclass(frozen=True, slots=True)
class Named:
    """A scope given by a name: a country, region, town, compass area, road, corridor A-B, border, crossing, airport."""

    type: NamedType
    name: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within `radius_km` of a point; `targets` are the places inside."""

    type: ClassVar[str] = "circle"
    name: str
    lat: float
    lon: float
    radius_km: float
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Everything on one side of a line through places (`through`, place ids, in order), or of a latitude."""

    type: ClassVar[str] = "line"
    name: str
    through: tuple[str, ...]
    side: Literal["north", "south", "east", "west"]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """Everything but the scopes in `of` ("except Bamako", "outside the capital"); `targets` are the places left."""

    type: ClassVar[str] = "outside"
    name: str
    of: "tuple[Scope, ...]"
    targets: tuple[str, ...]


Scope: TypeAlias = Named | Circle | Line | Outside
