"""Checks of places, regions, areas and the country."""

from collections.abc import Iterator

from evacplan.errors import Fault
from evacplan.loading import sections as keys
from evacplan.loading.schema import block_faults
from evacplan.loading.sound import Block, Sound


def place_faults(sound: Sound) -> Iterator[Fault]:
    """Check that places at home lie in the country's frame and in known regions, and those abroad in no region."""
    for key, place in sound.places.items():
        if place["country"] != sound.country.get("iso3", place["country"]):
            if "regions" in place:
                yield sound.routes.fault(("places", key, "regions"), f"{key}: a place abroad has no regions")
            continue
        yield from _box_faults(sound, key, place)
        yield from _region_faults(sound, key, place)


def _box_faults(sound: Sound, key: str, place: Block) -> Iterator[Fault]:
    if "box" not in sound.country:
        return
    south, west, north, east = sound.country["box"]
    lat, lon = place["at"]
    if not (south <= lat <= north and west <= lon <= east):
        frame = f"{south:g} to {north:g} north, {west:g} to {east:g} east"
        yield sound.routes.fault(("places", key, "at"), f"{key}: {lat}, {lon} is outside the country ({frame})")


def _region_faults(sound: Sound, key: str, place: Block) -> Iterator[Fault]:
    spot = ("places", key, "regions")
    found = list(block_faults(sound.routes, spot, place.get("regions"), keys.PLACE_REGIONS))
    yield from found
    if found:
        return
    known = sound.named(sound.regions, "regions")
    for scheme, prefix in (("2016", "region2016"), ("2023", "region")):
        region = place["regions"][scheme]
        if f"{prefix}:{region}" not in known:
            yield sound.routes.fault((*spot, scheme), f"{key}: unknown region '{region}' of {scheme}")


def region_faults(sound: Sound) -> Iterator[Fault]:
    """Check regions: their ids and parents."""
    regions = sound.named(sound.regions, "regions")
    for key, region in sound.region.items():
        prefix = "region2016:" if region["scheme"] == "2016" else "region:"
        if not key.startswith(prefix):
            what = f"{key}: the id of a region of {region['scheme']} is {prefix}..."
            yield sound.regions.fault(("regions", key), what)
        if "parent" in region and region["parent"] not in regions:
            yield sound.regions.fault(("regions", key, "parent"), f"{key}: unknown region '{region['parent']}'")


def country_faults(sound: Sound) -> Iterator[Fault]:
    """Check places of areas, ids of borders, and that the country's capital and main airport are known."""
    for key, area in sound.areas.items():
        for number, place in enumerate(area["places"]):
            if place not in sound.place_ids:
                yield sound.regions.fault(("areas", key, "places", number), f"{key}: unknown place '{place}'")
    for key, border in sound.borders.items():
        if key != f"border:{border['country']}":
            yield sound.regions.fault(("borders", key), f"{key}: the id must be border:{border['country']}")
    for name, known in (("capital", sound.place_ids), ("main_airport", sound.airport_ids)):
        if sound.country and sound.country[name] not in known:
            yield sound.regions.fault(("country", name), f"unknown {name} '{sound.country[name]}'")
