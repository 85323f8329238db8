"""Checks of airports, the way from their town, and services."""

from collections.abc import Iterator

from evacplan.errors import Fault
from evacplan.geo import distance_km
from evacplan.loading import sections as keys
from evacplan.loading.check_links import length_fault
from evacplan.loading.schema import block_faults
from evacplan.loading.sound import Block, Sound

FARTHEST_ACCESS_KM = 25
"""A `local` link is a town's own airport; what is farther away is travel between places."""
FARTHEST_SERVED_KM = 60


def airport_faults(sound: Sound) -> Iterator[Fault]:
    """Check ids and codes, the country's frame, the town served and every access way."""
    codes: dict[str, str] = {}
    for key, field in sound.fields.items():
        code = field.get("iata", field["icao"])
        if key != f"airport:{code}":
            yield sound.airports.fault(("airports", key), f"{key}: the id must be airport:{code}")
        for name in ("iata", "icao"):
            value = field.get(name)
            if value in codes:
                what = f"{key}: {name} {value} is also that of {codes[value]}"
                yield sound.airports.fault(("airports", key, name), what)
            if value:
                codes[value] = key
        yield from _served_faults(sound, key, field)
        yield from _box_faults(sound, key, field)
        for number, way in enumerate(field.get("access", ())):
            yield from _access_faults(sound, key, number, way)


def _box_faults(sound: Sound, key: str, field: Block) -> Iterator[Fault]:
    if field["country"] != sound.country.get("iso3"):
        return
    south, west, north, east = sound.country["box"]
    lat, lon = field["at"]
    if not (south <= lat <= north and west <= lon <= east):
        yield sound.airports.fault(("airports", key, "at"), f"{key}: {lat}, {lon} is outside the country")


def _served_faults(sound: Sound, key: str, field: Block) -> Iterator[Fault]:
    serves, spot = field.get("serves"), ("airports", key, "serves")
    if serves is None:
        if "access" in field:
            yield sound.airports.fault(("airports", key, "access"), f"{key}: has access, so serves is missing")
    elif serves not in sound.place_ids:
        yield sound.airports.fault(spot, f"{key}: serves an unknown place '{serves}'")
    elif serves in sound.places:
        away = distance_km(tuple(sound.places[serves]["at"]), tuple(field["at"]))
        if away > FARTHEST_SERVED_KM:
            what = f"{key}: is {away:.0f} km from {serves}, more than {FARTHEST_SERVED_KM}"
            yield sound.airports.fault(spot, what)


def _access_faults(sound: Sound, key: str, number: int, way: Block) -> Iterator[Fault]:
    spot = ("airports", key, "access", number)
    found = list(block_faults(sound.airports, spot, way, keys.ACCESS))
    yield from found
    if found:
        return
    if way["place"] not in sound.place_ids:
        yield sound.airports.fault(spot, f"{key}: access from an unknown place '{way['place']}'")
        return
    if way["place"] not in sound.places:
        return
    ends = (sound.places[way["place"]]["at"], sound.fields[key]["at"])
    away = distance_km(tuple(ends[0]), tuple(ends[1]))
    if away > FARTHEST_ACCESS_KM:
        what = f"{key}: {way['place']} is {away:.0f} km away, more than {FARTHEST_ACCESS_KM} for an access"
        yield sound.airports.fault(spot, what)
    wrong = length_fault(way["km"], ends)
    if wrong:
        yield sound.airports.fault(spot, f"{key}: {wrong}")


def service_faults(sound: Sound) -> Iterator[Fault]:
    """Check that services join known airports, have the right id and a believable length."""
    for key, service in sound.services.items():
        ends = (service["from"], service["to"])
        unknown = [end for end in (*ends, *service.get("via", ())) if end not in sound.airport_ids]
        for end in unknown:
            yield sound.airports.fault(("services", key), f"{key}: unknown airport '{end}'")
        start, end = (one.removeprefix("airport:") for one in ends)
        if key != f"air:{start}-{end}" and not key.startswith(f"air:{start}-{end}-"):
            yield sound.airports.fault(("services", key), f"{key}: the id must begin with air:{start}-{end}")
        known = [sound.fields[one]["at"] for one in ends if one in sound.fields]
        wrong = length_fault(service["km"], (known[0], known[1])) if len(known) == 2 else None
        if wrong:
            yield sound.airports.fault(("services", key, "km"), f"{key}: {wrong}")
