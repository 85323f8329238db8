"""Ways between places as a text names them: corridors, borders with a neighbour, roads that lead to one."""

from collections.abc import Sequence
from itertools import pairwise

from evacplan.model.scope import Named
from evacplan.reading.spots import Ground, Item, Spot

ROADS_TO = 8
"""Words between "roads" and the last of the neighbours that they lead to."""
LONGEST_LIST = 8
"""Places of one list ("between Gao, Kidal and Ménaka")."""
_ON_THE_WAY = ("road", "axis", "travel", "convoy", "boat", "traffic", "bridge", "flight", "bus", "@road")


def corridor(ground: Ground, items: Sequence[Item], at: int) -> tuple[Spot | None, int]:
    """Read "A-B(-C)", "between A and B", "from A to B", « reliant A à B »: the shortest way over the network."""
    stops = [items[at]]
    while at + len(stops) < len(items) and _dashed(ground, stops[-1], items[at + len(stops)]):
        stops.append(items[at + len(stops)])
    if len(stops) < 2:
        stops = _paired(ground, items, at)
    ids = [stop.place for stop in stops if stop.place in ground.gazetteer.network.places]
    if len(ids) < 2 or len(ids) != len(stops):
        return None, 0
    links = (link for one, other in pairwise(ids) for link in ground.gazetteer.corridor(one or "", other or ""))
    name = "–".join(ground.gazetteer.network.places[ident or ""].name for ident in ids)
    scope = Named("corridor", name, tuple(dict.fromkeys(links)))
    return Spot(stops[0].first, stops[-1].last, scope, "in"), len(stops)


def _dashed(ground: Ground, here: Item, there: Item) -> bool:
    if not here.place or not there.place or there.first != here.last:
        return False
    return ground.view.words.between(here.last - 1, there.first).strip() in ("-", "/", ">")


def _paired(ground: Ground, items: Sequence[Item], at: int) -> list[Item]:
    """Read places joined by a pair of words such as "between ... and", with a third by ", ... and"."""
    if at + 1 >= len(items) or not items[at].place or not items[at + 1].place:
        return []
    before = ground.before(items[at].first, 2)
    if before & ground.little["between"] and (end := _list_end(ground, items, at)):
        return list(items[at:end])
    link = [ground.view.form(word) for word in range(items[at].last, items[at + 1].first)]
    leads = bool(link) and link[-1] in ground.little["towards"] and len(link) <= 3
    if leads and any(hit.first == items[at + 1].last for hit in ground.view.of("road", "axis")):
        return list(items[at : at + 2])
    if before & ground.little["from"] and leads and ground.view.of(*_ON_THE_WAY):
        return list(items[at : at + 2])
    return []


def _list_end(ground: Ground, items: Sequence[Item], at: int) -> int:
    """Return the item after the last place of a list that "and" closes, 0 if none does."""
    end = at + 1
    while (
        end < min(len(items), at + LONGEST_LIST)
        and items[end].place
        and ground.joined(items[end - 1].last, items[end].first)
    ):
        between = {ground.view.form(word) for word in range(items[end - 1].last, items[end].first)}
        end += 1
        if between & ground.little["closes_list"]:
            return end
    return 0


def border(ground: Ground, items: Sequence[Item], at: int) -> tuple[Spot | None, int]:
    """Read a neighbour beside the word border, or joined to one that is: the border with it."""
    mention = items[at].mention
    found = ground.gazetteer.network.borders.get(f"border:{mention.of('foreign', 'people') if mention else None}")
    if found is None or mention is None:
        return None, 0
    near = ground.beside(mention, "border", "border_area", "crossing")
    if not near or ground.view.segment(near[0].first) != ground.view.segment(mention.first):
        chained = at > 0 and ground.joined(items[at - 1].last, mention.first) and border(ground, items, at - 1)[1]
        if not chained:
            return None, 0
    return Spot(mention.first, mention.last, Named("border", found.name, (found.id,)), "in", found.country), 1


def roads_abroad(ground: Ground, item: Item) -> Spot | None:
    """Read "the roads to Niger and Algeria": the links across those borders."""
    iso3 = item.mention.of("foreign") if item.mention else None
    found = ground.gazetteer.network.borders.get(f"border:{iso3}")
    roads = [h for h in ground.view.of("road", "axis", "supply") if 0 <= item.first - h.last <= ROADS_TO]
    if found is None or not roads:
        return None
    words = {ground.view.form(word) for word in range(roads[-1].last, item.first)}
    if not words & ground.little["way_to"]:
        return None
    scope = Named("road", f"roads: {found.name}", ground.gazetteer.crossing(found.id))
    return Spot(item.first, item.last, scope, "in", iso3)
