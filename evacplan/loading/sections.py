"""The keys of every block of the four data files."""

from typing import get_args

from evacplan.loading.schema import (
    DAY,
    FLAG,
    ID,
    ISO3,
    MAPPING,
    POINT,
    TEXT,
    TEXTS,
    Fields,
    either,
    list_of,
    maybe,
    number,
    one_of,
)
from evacplan.model.network import AirportStatus, BorderStatus, Confidence, LinkStatus
from evacplan.model.policy import EffectOn

_SOURCED: Fields = {"source": either(TEXT, TEXTS), "confidence": one_of(*get_args(Confidence)), "note": maybe(TEXT)}
_STATED: Fields = {"baseline": either(TEXT, MAPPING)}
_STATUSES = sorted({*get_args(LinkStatus), *get_args(AirportStatus), *get_args(BorderStatus)})

BASELINE: Fields = {"status": one_of(*_STATUSES), "level": number(1, 4, whole=True), "as_of": DAY, "reason": TEXT}

LEVELS = {
    "open": (1, 2),
    "disrupted": (2,),
    "restricted": (2, 3),
    "avoid": (3,),
    "unconfirmed": (3,),
    "blocked": (4,),
    "closed": (4,),
}
"""Which levels go with a status."""

STATUSES_OF = {
    "link": get_args(LinkStatus),
    "service": get_args(LinkStatus),
    "airport": get_args(AirportStatus),
    "border": get_args(BorderStatus),
}
"""Which statuses a thing can have."""

_KINDS = (
    "national_capital",
    "region_capital",
    "cercle_capital",
    "town",
    "junction",
    "border_post",
    "river_port",
    "mine_site",
    "dam_site",
)

PLACE: Fields = {
    "name": TEXT,
    "aliases": maybe(TEXTS),
    "country": ISO3,
    "kind": one_of(*_KINDS),
    "regions": maybe(MAPPING),
    "at": POINT,
    "population": maybe(number(0, whole=True)),
    **_SOURCED,
}
PLACE_REGIONS: Fields = {"2016": ID, "2023": ID}

LINK: Fields = {
    "from": TEXT,
    "to": TEXT,
    "road": maybe(TEXT),
    "road_confidence": maybe(one_of("unconfirmed")),
    "km": number(0.1, 5000),
    "duration_min": number(1, 100_000, whole=True),
    "surface": one_of("paved", "laterite", "track", "paved+ferry", "laterite+ferry", "track+ferry", "river"),
    "season": TEXT,
    "border": maybe(ISO3),
    "crossing": maybe(TEXT),
    **_STATED,
    **_SOURCED,
}

AIRPORT: Fields = {
    "icao": TEXT,
    "iata": maybe(TEXT),
    "name": TEXT,
    "city": TEXT,
    "aliases": maybe(TEXTS),
    "country": ISO3,
    "serves": maybe(TEXT),
    "access": maybe(list_of(MAPPING)),
    "at": POINT,
    "runway_m": maybe(number(100, 6000, whole=True)),
    "surface": TEXT,
    **_STATED,
    **_SOURCED,
}
ACCESS: Fields = {
    "place": TEXT,
    "km": number(0.1, 60),
    "duration_min": number(1, 600, whole=True),
    **_STATED,
    **_SOURCED,
}

SERVICE: Fields = {
    "from": TEXT,
    "to": TEXT,
    "carrier": maybe(TEXT),
    "via": maybe(TEXTS),
    "kind": one_of("scheduled", "humanitarian", "charter"),
    "days": maybe(list_of(number(1, 7, whole=True), most=7)),
    "frequency": TEXT,
    "seats": maybe(number(1, 1000, whole=True)),
    "km": number(1, 20_000),
    "duration_min": number(1, 2000, whole=True),
    "boards": TEXT,
    "as_of": DAY,
    **_STATED,
    **_SOURCED,
}

COUNTRY: Fields = {
    "iso3": ISO3,
    "name": TEXT,
    "aliases": maybe(TEXTS),
    "demonyms": maybe(TEXTS),
    "capital": TEXT,
    "main_airport": TEXT,
    "box": list_of(number(-180, 360), least=4, most=4),
}
REGION: Fields = {"name": TEXT, "scheme": one_of("2016", "2023"), "aliases": maybe(TEXTS), "parent": maybe(TEXT)}
AREA: Fields = {"name": TEXT, "aliases": maybe(TEXTS), "places": TEXTS}
BORDER: Fields = {"country": ISO3, "name": TEXT, "aliases": maybe(TEXTS), **_STATED}
LANDMARK: Fields = {
    "name": TEXT,
    "aliases": maybe(TEXTS),
    "at": POINT,
    "source": either(TEXT, TEXTS),
    "note": maybe(TEXT),
}

EFFECT: Fields = {
    "on": one_of(*get_args(EffectOn)),
    "status": maybe(one_of(*_STATUSES)),
    "at_least": maybe(number(1, 3, whole=True)),
    "raise_by": maybe(number(1, 3, whole=True)),
    "days": maybe(number(1, 3650, whole=True)),
    "why": maybe(TEXT),
}
EXPOSURE: Fields = {
    "weights": list_of(number(1, 1_000_000, whole=True), least=3, most=3),
    "mode_factor": MAPPING,
    "takeoff_km": number(0, 100_000),
    "air_km_factor": number(0, 1000),
}
MODE_FACTOR: Fields = {mode: number(0.001, 1000) for mode in ("local", "road", "river", "air")}
ISSUER: Fields = {"official": FLAG, "names": TEXTS}
SHELF_LIVES: Fields = {
    "baseline_days": number(1, 3650, whole=True),
    "flight_days": number(1, 3650, whole=True),
    "press_days": number(1, 3650, whole=True),
    "incident_days": number(1, 3650, whole=True),
    "valid_hours": number(1, 8760, whole=True),
}
PLANNING: Fields = {
    "check_in_min": number(0, 1440, whole=True),
    "utc_offset_min": number(-720, 840, whole=True),
    "max_options": number(1, 100, whole=True),
}

SECTIONS = {
    "routes.yaml": ("sources", "baselines", "places", "links"),
    "airports.yaml": ("sources", "baselines", "airports", "services"),
    "regions.yaml": ("sources", "country", "regions", "areas", "landmarks", "borders", "foreign"),
    "policy.yaml": ("effects", "exposure", "havens", "not_havens", "issuers", "shelf_lives", "planning"),
}
"""The sections of each file; all are needed but `not_havens`."""
