"""Checks of roads and rivers: their ends, lengths, borders, and whether every place can be reached."""

from collections import defaultdict
from collections.abc import Iterator

from evacplan.errors import Fault
from evacplan.geo import distance_km
from evacplan.loading.sound import Block, Sound

MOST_DETOUR = 2
"""A way longer than this many times the geodesic is taken for a slip."""


def link_faults(sound: Sound) -> Iterator[Fault]:
    """Check each link by itself: id, ends, length, border; and that no two join the same places in the same way."""
    seen: dict[tuple[str, frozenset[str]], str] = {}
    for key, link in sound.links.items():
        mode, ends = key.partition(":")[0], frozenset((link["from"], link["to"]))
        if mode not in ("road", "river") or key != f"{mode}:{link['from']}-{link['to']}":
            wanted = f"road:{link['from']}-{link['to']} or river:..."
            yield sound.routes.fault(("links", key), f"{key}: the id must be {wanted}")
        elif (mode == "river") != (link["surface"] == "river"):
            yield sound.routes.fault(
                ("links", key, "surface"), f"{key}: a {mode} cannot have surface {link['surface']}"
            )
        if (mode, ends) in seen:
            yield sound.routes.fault(("links", key), f"{key}: the same link as {seen[mode, ends]}")
        seen[mode, ends] = key
        yield from _end_faults(sound, key, link)


def _end_faults(sound: Sound, key: str, link: Block) -> Iterator[Fault]:
    unknown = [end for end in ("from", "to") if link[end] not in sound.place_ids]
    for end in unknown:
        yield sound.routes.fault(("links", key, end), f"{key}: unknown place '{link[end]}'")
    ends = [sound.places[link[end]] for end in ("from", "to") if link[end] in sound.places]
    if len(ends) == 2:
        what = length_fault(link["km"], (ends[0]["at"], ends[1]["at"]))
        if what:
            yield sound.routes.fault(("links", key, "km"), f"{key}: {what}")
        yield from _border_faults(sound, key, link, {end["country"] for end in ends})


def length_fault(km: float, ends: tuple[list[float], list[float]]) -> str | None:
    """Say what is wrong with the length of a way between two points, None if nothing is."""
    (a, b), (c, d) = ends
    geodesic = distance_km((a, b), (c, d))
    if km < geodesic:
        return f"{km:g} km is below the great circle ({geodesic:.1f} km)"
    if km > max(MOST_DETOUR * geodesic, geodesic + 1):
        return f"{km:g} km is over twice the great circle ({geodesic:.1f} km)"
    return None


def _border_faults(sound: Sound, key: str, link: Block, countries: set[str]) -> Iterator[Fault]:
    """Check that a link out of the country names the border it crosses, and no other link names one."""
    home, border = sound.country.get("iso3"), link.get("border")
    abroad = next(iter(countries - {home}), None) if len(countries) == 2 and home in countries else None
    if border == abroad:
        if border and f"border:{border}" not in sound.named(sound.regions, "borders"):
            yield sound.routes.fault(("links", key, "border"), f"{key}: unknown border '{border}'")
        if border and "crossing" not in link:
            yield sound.routes.fault(("links", key), f"{key}: crosses a border, so crossing is missing")
    elif abroad:
        said = f"says border: {border}" if border else "border is missing"
        yield sound.routes.fault(("links", key, "border"), f"{key}: goes to {abroad}, but {said}")
    else:
        yield sound.routes.fault(
            ("links", key, "border"), f"{key}: crosses no border of the country, but says {border}"
        )


def reach_faults(sound: Sound) -> Iterator[Fault]:
    """Name the places that no chain of links, airport roads and flights joins to the capital."""
    capital = sound.country.get("capital")
    if capital not in sound.place_ids:
        return
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in _pairs(sound):
        near[a].add(b)
        near[b].add(a)
    reached, queue = {capital}, [capital]
    while queue:
        found = near[queue.pop()] - reached
        reached |= found
        queue.extend(found)
    for key in sound.place_ids - reached:
        yield sound.routes.fault(("places", key), f"{key}: no link joins it to the rest")


def _pairs(sound: Sound) -> Iterator[tuple[str, str]]:
    """Yield the ends of everything that joins; of unsound blocks too, as far as they name ends."""
    for document, section in ((sound.routes, "links"), (sound.airports, "services")):
        for key in sound.named(document, section):
            block = document.tree[section][key]
            if isinstance(block, dict) and isinstance(block.get("from"), str) and isinstance(block.get("to"), str):
                yield block["from"], block["to"]
    for key, field in sound.fields.items():
        for way in field.get("access", ()):
            if isinstance(way.get("place"), str):
                yield key, way["place"]
