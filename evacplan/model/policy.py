"""The post's policy: what each kind of statement does, weights, havens and shelf lives. Read from policy.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

EffectOn = Literal[
    "crossing_links",  # road and river links that cross a border of the scope
    "overland_links",  # road and river links inside the scope (either end in it)
    "local_links",  # town to airport links inside the scope
    "scope_links",  # exactly the links named (road, corridor, roads of a town)
    "links_into",  # road and river links with an end in the scope
    "airports",
    "services",
    "borders",
    "nothing",
]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a statement does to the links or airports it is about.

    Exactly one of `status` (set it), `at_least` (raise the level to this) and `raise_by` (add levels, for `days`,
    never above 3) is given, or none for `nothing`.
    """

    on: EffectOn
    status: str | None = None
    at_least: int | None = None
    raise_by: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """A source: ISO3 code or name, its names in texts and options, and whether it is official for this post."""

    id: str
    names: tuple[str, ...]
    official: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """All rules that a security officer may change without touching code.

    `effects` is keyed by "kind.value" or "overland.value.reach". `weights` multiply km by level (index 1-3);
    `mode_factor` multiplies by mode; `takeoff_km` is the fixed part of a flight and `air_km_factor` its per-km part,
    all in km of level-1 road. `havens` are ISO3 countries in which a way out may end. Shelf lives are in days.
    """

    effects: Mapping[str, tuple[Effect, ...]]
    weights: tuple[int, int, int]
    mode_factor: Mapping[str, float]
    takeoff_km: float
    air_km_factor: float
    havens: frozenset[str]
    issuers: Mapping[str, Issuer]
    baseline_shelf_days: int
    flight_shelf_days: int
    press_days: int
    incident_days: int
    valid_hours: int
    check_in_min: int
    utc_offset_min: int
    max_options: int
