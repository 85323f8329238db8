"""Place the claims about roads and overland travel. A road is closed or opened by words only where it is named."""

from collections.abc import Sequence

from evacplan.model.scope import Named, Scope
from evacplan.reading.areas import place_area
from evacplan.reading.caution import opens
from evacplan.reading.lexicon import Hit
from evacplan.reading.matching import Match
from evacplan.reading.placing import Placed, Scene, distinct, is_abroad
from evacplan.reading.spots import Spot, named, whole_country

NO_NAME = "no name"
TOWN_BESIDE = 5
"""Words between a road and the town that it leads to."""
_WAYS = ("corridor", "road")


def place_road(scene: Scene, match: Match, near: Sequence[Spot]) -> Placed | None:
    """Return the links of a road claim, None if it is about another country; without a name it has no targets."""
    if is_abroad(scene, match, near):
        return None
    if match.parts[0].concept == "airport_road":
        return _airport_road(scene, near)
    strict = match.means.value != "avoid"
    if strict:
        near = [spot for spot in _own(scene, match, near) if spot.role != "generic"]
    ways = named(near, *_WAYS)
    if ways:
        return Placed(distinct(_named_ways(scene, match, ways, near)), how="named road")
    if any(spot.role == "neighbours" for spot in near):
        abroad = Named("road", "roads to neighbouring countries", scene.gazetteer.crossing(None))
        return Placed((abroad,), how="roads to the borders")
    ferry = _ferry(scene, match, near)
    return Placed((ferry,), how="ferry at the town") if ferry else _by_town(scene, match, near, strict=strict)


def _by_town(scene: Scene, match: Match, near: Sequence[Spot], *, strict: bool) -> Placed:
    """Return the roads of the towns that a road leads to, else what "all roads" or "this road" means."""
    towns = [s for s in near if s.role == "in" and (not strict or _leads_to(scene, match, s))]
    scopes = [_roads_of(scene, match, town) for town in named(towns, "town")]
    if scopes:
        unsettled = None if scopes[0].targets else "which road is not said"
        return Placed(distinct(scopes), unsettled=unsettled, how="roads of the town")
    return _every_road(scene, match, near) or _by_reference(scene, match)


def _own(scene: Scene, match: Match, near: Sequence[Spot]) -> list[Spot]:
    """Return the places in the words of a claim; those beside its thing where the state stands apart from it."""
    here = scene.in_segment(match.anchor.first, near)
    apart = scene.view.segment(match.parts[0].first) != scene.view.segment(match.anchor.first)
    return scene.in_segment(match.parts[0].first, scene.spots) if apart and not here else here


def _named_ways(scene: Scene, match: Match, ways: Sequence[Named], near: Sequence[Spot]) -> list[Named]:
    """Return the corridors that are named, else the roads; an opening of a corridor of a road only what is on both."""
    corridors = named(near, "corridor")
    if not corridors:
        return [_part(scene, way, near) for way in ways]
    road = {link for way in ways if way.type == "road" for link in way.targets}
    if not opens(match) or not road:
        return corridors
    return [Named(c.type, c.name, tuple(t for t in c.targets if t in road)) for c in corridors]


def _every_road(scene: Scene, match: Match, near: Sequence[Spot]) -> Placed | None:
    """Return all roads for "all roads are closed", where no place is named; never for an opening."""
    thing = match.parts[0]
    before = {scene.view.form(thing.first - back) for back in (1, 2)}
    named_here = any(spot.scope and spot.scope.type != "country" for spot in (*near, *scene.around.heading))
    plural = scene.view.form(thing.last - 1).endswith("s") and thing.last <= match.anchor.first
    if opens(match) or named_here or scene.around.header or not plural or not before & scene.little["every"]:
        return None
    links = tuple(link.id for link in scene.gazetteer.network.links.values() if link.mode == "road")
    return Placed((Named("road", scene.view.words.said(thing.first, thing.last), links),), how="all roads")


def _ferry(scene: Scene, match: Match, near: Sequence[Spot]) -> Named | None:
    """Return the links with a ferry at the towns named with one."""
    thing = match.parts[0]
    if scene.view.form(thing.last - 1) not in scene.little["ferry"]:
        return None
    links = scene.gazetteer.network.links
    at = [link for town in named(near, "town") for link in scene.gazetteer.roads_at(town.targets[0])]
    found = tuple(link for link in at if "ferry" in links[link].surface)
    return Named("road", scene.view.words.said(thing.first, thing.last), found) if found else None


def _leads_to(scene: Scene, match: Match, spot: Spot) -> bool:
    """Tell whether the road is one to or from a town, not a street in it."""
    if match.rule == "road-nothing-passes":
        return True
    road = match.parts[0]
    if 0 <= road.first - spot.last <= 1:
        return True
    between = {scene.view.form(word) for word in range(road.last, spot.first)}
    near = 0 <= spot.first - road.last <= TOWN_BESIDE
    return near and bool(between & scene.little["leads_to"]) and not between & scene.little["inside"]


def _airport_road(scene: Scene, near: Sequence[Spot]) -> Placed:
    """Return the local links between an airport and its town."""
    network = scene.gazetteer.network
    towns = {town.targets[0] for town in named(near, "town")} or {network.country.capital}
    links = tuple(link.id for link in network.links.values() if link.mode == "local" and link.start in towns)
    return Placed((Named("road", "airport road", links),), how="airport road")


def _part(scene: Scene, road: Named, near: Sequence[Spot]) -> Named:
    """Return the part of a numbered road that touches a town named with it, or the whole road."""
    towns = {town.targets[0] for town in named(near, "town")}
    links = scene.gazetteer.network.links
    part = tuple(link for link in road.targets if towns & {links[link].start, links[link].end})
    return Named("road", road.name, part) if part else road


def _roads_of(scene: Scene, match: Match | None, town: Named) -> Named:
    """Return the roads at a town; for the opening of one road only the last stretch on the way from the capital."""
    at = scene.gazetteer.roads_at(town.targets[0])
    if match is None or not opens(match) or scene.view.form(match.parts[0].last - 1).endswith("s"):
        return Named("road", town.name, at)
    way = scene.gazetteer.corridor(scene.gazetteer.network.country.capital, town.targets[0])
    return Named("road", town.name, tuple(link for link in at if link in way))


def _by_reference(scene: Scene, match: Match) -> Placed:
    """Return the road that "this road" means, the roads of the town spoken of, or a road without a name."""
    towns = set(named(scene.around.before, "town"))
    if match.rule == "road-nothing-passes" and len(towns) == 1:
        return Placed((_roads_of(scene, None, towns.pop()),), how="roads of the town in the sentence before")
    thing: Hit | None = next((p for p in match.parts if p.concept in ("road", "bridge", "axis", "boat")), None)
    before = [spot.scope for spot in scene.around.ways if spot.scope]
    definite = thing is not None and scene.view.form(thing.first - 1) in scene.little["article"]
    if before and not _of_unknown(scene, match) and (definite or scene.view.of("same_road", "same_area")):
        return Placed(distinct(before), how="this road: the sentence before")
    name = scene.view.words.said(thing.first, thing.last) if thing else "road"
    if thing and thing.concept == "boat":
        return Placed((Named("road", name, scene.gazetteer.rivers()),), how="the river")
    return Placed((Named("road", name, ()),), unsettled="a road that is not named", how=NO_NAME)


def _of_unknown(scene: Scene, match: Match) -> bool:
    """Tell whether the claim names a place that is in no data: then it speaks of no other."""
    here = {scene.view.segment(match.anchor.first), scene.view.segment(match.parts[0].first)}
    return any(m.of("unknown") and scene.view.segment(m.first) in here for m in scene.view.mentions)


def place_overland(scene: Scene, match: Match, near: Sequence[Spot]) -> Placed | None:
    """Return an area, the borders named, or the country for advice on leaving it by land."""
    here = scene.in_segment(match.anchor.first, near)
    borders = scene.gazetteer.network.borders
    found = [borders[f"border:{s.country}"] for s in here if s.country and f"border:{s.country}" in borders]
    if found:
        return Placed(distinct(Named("border", b.name, (b.id,)) for b in found), how="neighbour named")
    clauses = {scene.view.clause(match.first), scene.view.clause(match.last - 1)}
    ways: list[Scope] = [*named([s for s in here if s.role == "in" and scene.view.clause(s.first) in clauses], *_WAYS)]
    if ways:
        return Placed(distinct(ways), how="named road")
    neighbours = next((spot for spot in near if spot.role == "neighbours"), None)
    if neighbours and not is_abroad(scene, match, near):
        country = whole_country(scene.gazetteer)
        name = f"{country.name} to {scene.view.words.said(neighbours.first, neighbours.last)}"
        return Placed((Named("country", name, country.targets),), how="ways to neighbouring countries")
    return place_area(scene, match, near)
