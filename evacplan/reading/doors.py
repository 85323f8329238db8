"""Place the claims about the country's doors: airports, airspace, borders, and the issuer's mission."""

from collections.abc import Iterable, Sequence

from evacplan.model.scope import Named, Scope
from evacplan.reading.areas import only_country, place_area
from evacplan.reading.lexicon import Hit
from evacplan.reading.matching import Match
from evacplan.reading.placing import Placed, Scene, distinct, is_abroad
from evacplan.reading.spots import Spot, airport_scope, gap, named, whole_country

BESIDE = 5
"""Words between an airport and the town that it is in."""
OWNER_BEFORE = 3
LISTED = 3
PAIR = 2


def place_airport(scene: Scene, match: Match, near: Sequence[Spot]) -> Placed | None:
    """Return the airports of a claim: named with it, of the town named with it, else the main one."""
    thing = match.parts[0]
    beside = [s for s in scene.in_segment(thing.first, scene.spots) if gap(s, thing) <= BESIDE]
    beside.sort(key=lambda s: (gap(s, thing), s.first < thing.first))
    for spot in beside:
        if spot.role in ("foreign", "abroad") and scene.view.form(spot.first - 1) not in scene.little["by"]:
            return None
        if named([spot], "airport", "town"):
            return _airports(scene, _listed(scene, spot, beside))
        if isinstance(spot.scope, Named) and spot.scope.type == "town":
            return Placed((Named("airport", spot.scope.name, ()),), unsettled=f"no such airport: {spot.scope.name}")
    if is_abroad(scene, match, near):
        return None
    return _airport_unnamed(scene, thing, near)


def _airport_unnamed(scene: Scene, thing: Hit, near: Sequence[Spot]) -> Placed:
    """Return the airport of the one town that is spoken of, all airports where the words say so, else the main one."""
    others = named(near, "town", "airport")
    if len(others) == 1:
        return _airports(scene, others)
    before = {scene.view.form(thing.first - back) for back in (1, 2)}
    if before & scene.little["every"] and scene.view.form(thing.last - 1).endswith("s") and not others:
        country = whole_country(scene.gazetteer)
        return Placed((Named("airport", country.name, country.targets),), how="all airports")
    main = scene.gazetteer.network.airports[scene.gazetteer.network.country.main_airport]
    return Placed((airport_scope(main),), how="the main airport")


def _listed(scene: Scene, spot: Spot, beside: Sequence[Spot]) -> list[Named]:
    """Return a place and those that are joined to it ("the airports of Gao and Kidal")."""
    found = [spot]
    for other in [s for s in beside if s is not spot]:
        left, right = sorted((other, *found), key=lambda s: s.first)[:: len(found)]
        between = range(min(left.last, right.first), right.first)
        linked = {scene.view.form(word) for word in between} & scene.little["closes_list"]
        if linked and len(between) <= LISTED:
            found.append(other)
    return named(sorted(found, key=lambda s: s.first), "airport", "town")


def _airports(scene: Scene, places: Sequence[Named]) -> Placed:
    """Return the airports themselves, or those of towns; a town without one in the data has no targets."""
    scopes: list[Scope] = []
    missing: list[str] = []
    for place in places:
        airport = None if place.type == "airport" else scene.gazetteer.airport_of(place.targets[0])
        if place.type == "airport":
            scopes.append(place)
        elif airport:
            scopes.append(airport_scope(airport))
        else:
            scopes.append(Named("airport", place.name, ()))
            missing.append(place.name)
    unsettled = f"no airport in the data: {', '.join(missing)}" if missing else None
    return Placed(distinct(scopes), unsettled=unsettled, how="airport named")


def place_airspace(scene: Scene, match: Match, near: Sequence[Spot]) -> Placed | None:
    """Return the country, with the border of a neighbour if only flights from and to there are meant."""
    borders = scene.gazetteer.network.borders
    mentions = scene.view.mentions
    iso3 = [s.country for s in scene.spots] + [m.of("people", "foreign") for m in mentions]
    found = [borders[f"border:{i}"] for i in dict.fromkeys(iso3) if i and f"border:{i}" in borders]
    home = any(m.of("country", "people") == scene.gazetteer.network.country.iso3 for m in mentions)
    if found and not home:
        return None
    country = whole_country(scene.gazetteer)
    if found:
        return Placed(distinct(Named("border", b.name, (b.id,)) for b in found), how="one neighbour's flights")
    return None if is_abroad(scene, match, near) else Placed((country,), how="the country")


def place_border(scene: Scene, match: Match, near: Sequence[Spot]) -> Placed | None:
    """Return the crossings or borders that are named, else all borders; None for borders that are not ours."""
    mentions = scene.view.mentions
    if _owned_abroad(scene, match) and not any(m.of("country") for m in mentions):
        return None
    if _between_others(scene, match) and not _ours(scene):
        return None
    if any(
        m.of("unknown") and scene.view.segment(m.first) == scene.view.segment(match.parts[0].first) for m in mentions
    ):
        near = [spot for spot in near if spot.country]
        if not near:
            return Placed(
                (Named("border", "border", ()),), unsettled="a border at an unknown place", how="unknown place"
            )
    borders = named(near, "border")
    crossings = _crossings(scene, near) if scene.view.of("crossing") or not borders else []
    if crossings or borders:
        return Placed(distinct(crossings or borders), how="named")
    home = any(m.of("people") == scene.gazetteer.network.country.iso3 or m.of("country") for m in mentions)
    others = any(spot.role in ("foreign", "abroad") for spot in near)
    if is_abroad(scene, match, near) or (others and not home and not any(spot.scope for spot in scene.spots)):
        return None
    every = tuple(scene.gazetteer.network.borders)
    return Placed((Named("border", "all borders", every),), how="all borders")


def _ours(scene: Scene) -> bool:
    home = scene.gazetteer.network.country.iso3
    return any(m.of("country") or m.of("people") == home for m in scene.view.mentions)


def _between_others(scene: Scene, match: Match) -> bool:
    """Tell whether a border is between two other countries ("between Niger and Benin"), or theirs ("their border")."""
    view, thing = scene.view, match.parts[0]
    here = [
        m for m in view.mentions if m.of("foreign", "people") and view.segment(m.first) == view.segment(thing.first)
    ]
    if len({m.of("foreign", "people") for m in here}) < PAIR:
        return False
    if {view.form(thing.first - 1), view.form(thing.first - 2)} & scene.little["their"]:
        return True
    between = {view.form(here[0].first - back) for back in (1, 2)} & scene.little["between"]
    dashed = "-" in view.words.between(here[0].last - 1, here[0].last)
    return bool(between) or dashed


def _owned_abroad(scene: Scene, match: Match) -> bool:
    """Tell whether the borders are a neighbour's own ("the borders of Niger", "Niger's borders")."""
    thing = match.parts[0]
    if not scene.view.form(thing.last - 1).endswith("s"):
        return False
    for mention in scene.view.mentions:
        after = 0 < mention.first - thing.last <= 2 and scene.view.form(thing.last) in scene.little["of"]
        before = 0 <= thing.first - mention.last <= OWNER_BEFORE and scene.view.form(mention.last) == "s"
        if mention.of("foreign") and (after or before):
            return True
    return False


def _crossings(scene: Scene, near: Iterable[Spot]) -> list[Scope]:
    """Return the links across a border at the towns that are named."""
    links = scene.gazetteer.network.links
    found: list[Scope] = []
    for town in named(list(near), "town"):
        across = [k for k in scene.gazetteer.crossing(None) if town.targets[0] in (links[k].start, links[k].end)]
        if across:
            found.append(Named("crossing", town.name, tuple(across)))
    return found


def place_mission(scene: Scene, match: Match, near: Sequence[Spot]) -> Placed | None:
    """Return where help is limited, else the embassy's seat."""
    placed = place_area(scene, match, near)
    if placed is None or match.means.value == "limited_outside_capital" or not only_country(placed.scope):
        return placed
    place = scene.gazetteer.network.places[scene.gazetteer.network.country.capital]
    return Placed((Named("town", place.name, (place.id,)),), how="the embassy's seat")
