"""Areas that a text draws: circles around a point, one side of a line of towns or of a latitude, compass parts."""

from collections.abc import Sequence
from typing import Literal, TypeAlias, cast

from evacplan.model.scope import Circle, Line, Named
from evacplan.reading.gazetteer import DIRECTIONS, landmark_of
from evacplan.reading.mentions import Mention
from evacplan.reading.spots import Ground, Item, Spot

LOOK_BACK = 9
"""Words between "within" and the point that a circle is drawn around."""
LINE_WORDS = 6
Side: TypeAlias = Literal["north", "south", "east", "west"]
SIDES = ("north", "south", "east", "west")


def circle(ground: Ground, items: Sequence[Item], at: int) -> tuple[Spot | None, int]:
    """Read "within 15 km of the Tower of Africa", « dans un rayon de 40 km autour de Kayes »."""
    item = items[at]
    start = max(items[at - 1].last if at else ground.view.sentence.first, item.first - LOOK_BACK)
    radius = _radius(ground, start, item.first)
    centre = _centre(ground, item.mention) if item.mention and radius else None
    if radius is None or centre is None:
        return None, 0
    name, lat, lon = centre
    return Spot(
        radius[1], item.last, Circle(name, lat, lon, radius[0], ground.gazetteer.within(lat, lon, radius[0])), "in"
    ), 1


def _radius(ground: Ground, start: int, before: int) -> tuple[float, int] | None:
    """Return the kilometres said between two words, and the word that they begin with."""
    view = ground.view
    cues = [hit for hit in view.of("within") if start <= hit.first < before]
    for at in range(start, before - 1):
        if view.form(at).isdigit() and view.form(at + 1) in ground.little["km"]:
            near = [hit for hit in cues if -1 <= at - hit.last <= 2 or 0 <= hit.first - at <= 3]
            if near and len(view.form(at)) <= 4:
                return float(view.form(at)), min(near[0].first, at)
    return None


def _centre(ground: Ground, mention: Mention) -> tuple[str, float, float] | None:
    network = ground.gazetteer.network
    if index := mention.of("landmark"):
        mark = landmark_of(ground.gazetteer, index)
        return mark.name, mark.lat, mark.lon
    if place := network.places.get(mention.of("town", "abroad") or ""):
        return place.name, place.lat, place.lon
    if (ident := mention.of("airport")) and ident in network.airports:
        airport = network.airports[ident]
        return airport.name, airport.lat, airport.lon
    return None


def line(ground: Ground, items: Sequence[Item], at: int) -> tuple[Spot | None, int]:
    """Read "north of (a line, the latitude of) A - B - C", « au nord de A »; a river stays undrawn."""
    side = items[at].concept
    if side is None or side not in SIDES or at + 1 == len(items):
        return None, 0
    start, following = items[at], items[at + 1]
    words = [ground.view.form(word) for word in range(start.last, following.first)]
    if not words or words[0] not in ground.little["of"] or len(words) > LINE_WORDS:
        return None, 0
    if following.concept == "river":
        name = ground.view.words.said(start.first, following.last)
        return Spot(start.first, following.last, Named("area", name, ()), "map"), 2
    through = _chain(ground, items, at + 1)
    if not through:
        return None, 0
    ids = tuple(item.town or "" for item in through)
    name = ground.view.words.said(start.first, through[-1].last)
    scope = Line(name, ids, cast("Side", side), ground.gazetteer.beyond(ids, side))
    return Spot(start.first, through[-1].last, scope, "in"), 1 + len(through)


def _chain(ground: Ground, items: Sequence[Item], at: int) -> list[Item]:
    """Return the home towns from an item on that are joined by dashes, commas or "and"."""
    chain: list[Item] = []
    for item in items[at:]:
        if not item.town or (chain and not ground.joined(chain[-1].last, item.first)):
            break
        chain.append(item)
    return chain


def compass(ground: Ground, items: Sequence[Item], at: int) -> tuple[Spot | None, int]:
    """Read "the north", "northern and central Mali": the parts of the country as the data define them."""
    item = items[at]
    if item.concept not in DIRECTIONS:
        return None, 0
    area = ground.gazetteer.area(item.concept)
    if area is None or _of_town(items, at) or not _is_part(ground, items, at):
        return None, 1
    name = ground.view.words.said(item.first, item.last)
    return Spot(item.first, item.last, Named("area", name, area.places), "in"), 1


def _of_town(items: Sequence[Item], at: int) -> bool:
    """Tell whether a centre is a town's ("the centre of Bamako")."""
    following = items[at + 1] if at + 1 < len(items) else None
    centre = items[at].concept == "centre"
    return bool(centre and following and following.town and following.first - items[at].last <= 2)


def _is_part(ground: Ground, items: Sequence[Item], at: int) -> bool:
    """Tell whether a compass word means a part of the country and not a bearing."""
    item = items[at]
    following = items[at + 1] if at + 1 < len(items) else None
    if following and following.first - item.last <= 3 and (following.is_country or following.concept in DIRECTIONS):
        return True
    if at and items[at - 1].concept in DIRECTIONS and ground.joined(items[at - 1].last, item.first):
        return _is_part(ground, items, at - 1)
    after = ground.after(item.last, 3)
    return bool(after & ground.little["part"] or ground.before(item.first, 2) & ground.little["in_the"])
