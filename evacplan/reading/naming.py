"""Plain names as scopes: country, region or town, airport, road number, and words that stand for an area."""

from collections.abc import Callable, Mapping, Sequence

from evacplan.model.scope import Named, Scope
from evacplan.reading.gazetteer import EntryKind, landmark_of
from evacplan.reading.mentions import Mention
from evacplan.reading.spots import Ground, Item, Role, Spot, airport_scope, whole_country
from evacplan.reading.ways import roads_abroad

_REFERENCES: dict[str, Role] = {"neighbours": "neighbours", "rest": "rest", "same_area": "same"}
LONGEST_LIST = 16
"""Names before and after one in which the word "regions" is looked for."""
COLOURS = ("red", "orange", "yellow")


def plain(ground: Ground, items: Sequence[Item], at: int) -> Spot | None:
    """Return the spot of one name or area word by what stands around it, None if it means no place here."""
    item = items[at]
    if item.mention is None:
        return _spoken(ground, item)
    away = _abroad(ground, item, item.mention)
    if away:
        return away
    if any(hit.last == item.first for hit in ground.view.of("located")):
        return None
    scope = _scope(ground, items, at, item.mention)
    return Spot(item.first, item.last, scope, "in") if scope else None


def _abroad(ground: Ground, item: Item, mention: Mention) -> Spot | None:
    """Return the spot of a name that lies in another country."""
    if roads := roads_abroad(ground, item):
        return roads
    network = ground.gazetteer.network
    airport = network.airports.get(mention.of("airport") or "")
    if airport and airport.country != network.country.iso3:
        return Spot(item.first, item.last, None, "abroad", airport.country)
    foreign = mention.of("foreign", "abroad")
    if not foreign or mention.of("town", "region", "country"):
        return None
    return Spot(item.first, item.last, None, "foreign" if mention.of("foreign") else "abroad", foreign)


def _area(ground: Ground, ident: str) -> Named:
    area = ground.gazetteer.network.areas[ident]
    return Named("area", area.name, area.places)


def _landmark(ground: Ground, index: str) -> Named:
    """Return the capital by the name of a landmark in it."""
    return Named("town", landmark_of(ground.gazetteer, index).name, (ground.gazetteer.network.country.capital,))


_SCOPES: Mapping[EntryKind, Callable[[Ground, str], Scope]] = {
    "country": lambda ground, _: whole_country(ground.gazetteer),
    "airport": lambda ground, ident: airport_scope(ground.gazetteer.network.airports[ident]),
    "road": lambda ground, number: Named("road", number, ground.gazetteer.numbered(number)),
    "town": lambda ground, ident: Named("town", ground.gazetteer.network.places[ident].name, (ident,)),
    "area": _area,
    "landmark": _landmark,
    "unknown": lambda _, name: Named("town", name, ()),
}


def _scope(ground: Ground, items: Sequence[Item], at: int, mention: Mention) -> Scope | None:
    """Return the scope of a name at home."""
    gazetteer = ground.gazetteer
    regions = mention.ids.get("region", ()) or _regions_like(ground, mention.of("town"))
    if regions and (not mention.of("town") or _among_regions(ground, items, at)):
        region = gazetteer.region_named(regions, ground.issued)
        return Named("region", region.name, gazetteer.places_in(region.id))
    for kind, ids in mention.ids.items():
        if kind in _SCOPES:
            return _SCOPES[kind](ground, ids[0])
    return None


def _regions_like(ground: Ground, place: str | None) -> tuple[str, ...]:
    """Return the regions that bear the name of a town, for a name that the regions do not list ("Timbuktu")."""
    return ground.gazetteer.regions_called(ground.gazetteer.network.places[place].name) if place else ()


def _among_regions(ground: Ground, items: Sequence[Item], at: int) -> bool:
    """Tell whether a name stands in a list of regions ("the regions of Mopti and Gao", "Gao and Kayes regions")."""
    left = right = at
    while (
        left > at - LONGEST_LIST
        and left
        and items[left - 1].mention
        and ground.joined(items[left - 1].last, items[left].first, most=2)
    ):
        left -= 1
    while right < at + LONGEST_LIST and right + 1 < len(items) and items[right + 1].mention:
        if not ground.joined(items[right].last, items[right + 1].first, most=2):
            break
        right += 1
    region, regions = ground.little["region"], ground.little["regions"]
    before, after = ground.before(items[left].first, 3), ground.after(items[right].last, 2)
    own = ground.before(items[at].first, 2) | {ground.view.form(items[at].last)}
    if own & region or (before | after) & regions:
        return True
    return bool(after & region and left != at) or bool(before & region and left == right)


def _spoken(ground: Ground, item: Item) -> Spot | None:
    """Return the spot of a word that stands for an area."""
    concept = item.concept or ""
    if concept in _REFERENCES:
        return Spot(item.first, item.last, None, _REFERENCES[concept])
    scope, role = _area_word(ground, item, concept)
    return Spot(item.first, item.last, scope, role) if scope else None


def _area_word(ground: Ground, item: Item, concept: str) -> tuple[Named | None, Role]:
    words, network = ground.view.words.said(item.first, item.last), ground.gazetteer.network
    match concept:
        case "capital":
            return Named("town", network.places[network.country.capital].name, (network.country.capital,)), "in"
        case "country_word":
            return whole_country(ground.gazetteer), "in"
        case "map_zone":
            return Named("area", _zone(ground, item) or words, ()), "map"
        case "border_area":
            return Named("area", words, _border_places(ground)), "in"
        case "national_roads":
            return Named("road", words, ground.gazetteer.numbered(None)), "generic"
        case _:
            return None, "in"


def _zone(ground: Ground, item: Item) -> str | None:
    """Return the common name of a zone that only a map draws, by its colour."""
    forms = {ground.view.form(word) for word in range(item.first, item.last)}
    colour = next((name for name in COLOURS if forms & ground.little[name]), None)
    return f"{colour} zone" if colour else None


def _border_places(ground: Ground) -> tuple[str, ...]:
    """Return the home places at crossings, for "border areas"."""
    network = ground.gazetteer.network
    ends = {end for k in ground.gazetteer.crossing(None) for end in (network.links[k].start, network.links[k].end)}
    return tuple(sorted(place for place in ends if network.at_home(place)))
