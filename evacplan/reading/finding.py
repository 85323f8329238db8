"""Find the places that a sentence speaks of: every name and area word goes through the rules, the first that fits."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evacplan.reading.drawn import circle, compass, line
from evacplan.reading.mentions import Mention
from evacplan.reading.naming import plain
from evacplan.reading.spots import Ground, Item, Role, Spot
from evacplan.reading.ways import border, corridor

_RULES = (circle, line, corridor, border, compass)
_AREA_WORDS = (
    "capital", "north", "south", "east", "west", "centre", "northeast", "northwest", "southeast", "southwest",
    "country_word", "neighbours", "rest", "same_area", "map_zone", "national_roads", "river", "border_area",
)  # fmt: skip
_CUES: tuple[tuple[Role, str, int], ...] = (("except", "except", 5), ("outside", "outside", 4))


def find_spots(ground: Ground) -> list[Spot]:
    """Return the places of a sentence in text order, each with its role."""
    items = list(_items(ground))
    spots: list[Spot] = []
    at = 0
    while at < len(items):
        spot, used = _compose(ground, items, at)
        if spot:
            spots.append(_with_role(ground, spot, spots))
        at += used
    return spots


def _compose(ground: Ground, items: Sequence[Item], at: int) -> tuple[Spot | None, int]:
    """Make one spot of the items from `at` on; return it and how many items it took."""
    for rule in _RULES:
        spot, used = rule(ground, items, at)
        if used:
            return spot, used
    return plain(ground, items, at), 1


def _items(ground: Ground) -> Iterator[Item]:
    """Yield the names and area words of a sentence in text order; a name hides the area words inside it."""
    view = ground.view
    items = [Item(m.first, m.last, m, None) for m in view.mentions if _counts(ground, m)]
    taken = {word for item in items for word in range(item.first, item.last)}
    for concept in _AREA_WORDS:
        items += [Item(h.first, h.last, None, concept) for h in view.hits.get(concept, ()) if h.first not in taken]
    yield from sorted(items, key=lambda item: (item.first, -item.last))


def _counts(ground: Ground, mention: Mention) -> bool:
    """Tell whether a name can be a place: an adjective of nationality only beside a border."""
    return set(mention.ids) != {"people"} or bool(ground.beside(mention, "border", "border_area", "crossing"))


def _with_role(ground: Ground, spot: Spot, earlier: Sequence[Spot]) -> Spot:
    """Return the spot as excepted, or as what a claim is outside of, if a cue before it says so."""
    if spot.role not in ("in", "map", "same") or (spot.scope and spot.scope.type in ("corridor", "road")):
        return spot
    view = ground.view
    for role, concept, reach in _CUES:
        for hit in view.of(concept):
            if 0 <= spot.first - hit.last <= reach and view.segment(hit.first) == view.segment(spot.first):
                return replace(spot, role=role)
    if earlier and earlier[-1].role in ("except", "outside") and ground.joined(earlier[-1].last, spot.first):
        return replace(spot, role=earlier[-1].role)
    return spot
