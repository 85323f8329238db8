"""Where a sentence speaks of: every name and area in it as a scope on the network, with its role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from evacplan.model.network import Airport
from evacplan.model.scope import Circle, Line, Named, Scope
from evacplan.reading.gazetteer import DIRECTIONS, Gazetteer, landmark_of
from evacplan.reading.lexicon import Hit
from evacplan.reading.mentions import Mention
from evacplan.reading.views import View

Role = Literal["in", "except", "outside", "foreign", "abroad", "neighbours", "rest", "same", "map", "generic"]
AREA_CONCEPTS = ("capital", "north", "south", "east", "west", "centre", "northeast", "northwest", "southeast", "southwest", "country_word", "neighbours", "rest", "same_area",
                 "map_zone", "national_roads", "river", "border_area")  # fmt: skip
LOOK_BACK = 9
ROADS_TO = 8
"""Words between "roads" and the last of the neighbours that they lead to."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that words `first` to `last` (not included) speak of; `scope` is None for what lies abroad or is said by
    reference ("the rest", "these areas", "neighbouring countries").
    """

    first: int
    last: int
    scope: Scope | None
    role: Role
    country: str | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    first: int
    last: int
    mention: Mention | None
    concept: str | None


@dataclass(frozen=True, slots=True)
class Finder:
    """Turns names into spots for one sentence."""

    view: View
    gazetteer: Gazetteer
    issued: date | None

    def find(self) -> list[Spot]:
        """Return all spots of the sentence in text order."""
        items = list(_items(self.view))
        spots: list[Spot] = []
        at = 0
        while at < len(items):
            spot, used = self._compose(items, at)
            if spot:
                spots.append(self._with_role(spot, spots))
            at += used
        return spots

    def _compose(self, items: Sequence[_Item], at: int) -> tuple[Spot | None, int]:
        """Make one spot of the items from `at` on; return it and how many items it took."""
        for rule in (self._circle, self._line, self._corridor, self._border, self._compass):
            spot, used = rule(items, at)
            if used:
                return spot, used
        return self._plain(items, at), 1

    # --- areas drawn around or along something -------------------------------------------------------------------

    def _circle(self, items: Sequence[_Item], at: int) -> tuple[Spot | None, int]:
        item = items[at]
        radius = self._radius(item.first, items[at - 1].last if at else self.view.sentence.first)
        if radius is None or item.mention is None:
            return None, 0
        km, first = radius
        centre = self._centre(item.mention)
        if centre is None:
            return None, 0
        name, lat, lon = centre
        said = self.view.words.said(first, item.last)
        scope = Circle(name, lat, lon, km, self.gazetteer.within(lat, lon, km))
        return Spot(first, item.last, scope, "in") if said else None, 1

    def _centre(self, mention: Mention) -> tuple[str, float, float] | None:
        if index := mention.of("landmark"):
            mark = landmark_of(self.gazetteer, index)
            return mark.name, mark.lat, mark.lon
        if ident := mention.of("town", "abroad"):
            place = self.gazetteer.network.places[ident]
            return place.name, place.lat, place.lon
        if ident := mention.of("airport"):
            airport = self.gazetteer.network.airports[ident]
            return airport.name, airport.lat, airport.lon
        return None

    def _radius(self, before: int, after: int) -> tuple[float, int] | None:
        """Read "within 15 km of" before a word and after another: the kilometres, and the word it begins with."""
        start = max(after, before - LOOK_BACK)
        cue = [h for h in self.view.of("within") if start <= h.first < before]
        for at in range(start, before - 1):
            if cue and self.view.form(at).isdigit() and self.view.form(at + 1) in _KM and at - cue[-1].last <= 2:
                return float(self.view.form(at)), min(cue[-1].first, at)
        for at in range(start, before - 1):
            if cue and self.view.form(at).isdigit() and self.view.form(at + 1) in _KM and cue[-1].first - at <= 3:
                return float(self.view.form(at)), min(cue[-1].first, at)
        return None

    def _line(self, items: Sequence[_Item], at: int) -> tuple[Spot | None, int]:
        """Read "north of (a line, the latitude of) A - B - C" and "au nord de A"."""
        side = items[at].concept
        if side not in _SIDES or at + 1 == len(items):
            return None, 0
        town = items[at + 1]
        words = [self.view.form(w) for w in range(items[at].last, town.first)]
        if not words or words[0] not in ("of", "de", "du", "d", "des") or len(words) > 6:
            return None, 0
        if town.concept == "river":
            name = self.view.words.said(items[at].first, town.last)
            return Spot(items[at].first, town.last, Named("area", name, ()), "map"), 2
        through = self._chain(items, at + 1)
        if not through:
            return None, 0
        ids = tuple(_town(item) or "" for item in through)
        name = self.view.words.said(items[at].first, through[-1].last)
        scope = Line(name, ids, _side(side), self.gazetteer.beyond(ids, side))
        return Spot(items[at].first, through[-1].last, scope, "in"), 1 + len(through)

    def _chain(self, items: Sequence[_Item], at: int) -> list[_Item]:
        """Return the home towns from an item on that are joined by dashes, commas or "and"."""
        chain: list[_Item] = []
        while at < len(items) and _town(items[at]):
            if chain and not self._joined(chain[-1].last, items[at].first):
                break
            chain.append(items[at])
            at += 1
        return chain

    def _joined(self, left: int, right: int) -> bool:
        forms = [self.view.form(word) for word in range(left, right)]
        return all(form in _JOINS for form in forms) and ";" not in self.view.words.between(left - 1, left)

    # --- ways and borders ----------------------------------------------------------------------------------------

    def _corridor(self, items: Sequence[_Item], at: int) -> tuple[Spot | None, int]:
        """Read "A-B(-C)", "between A and B", "from A to B", "reliant A à B"."""
        stops = [items[at]]
        while at + len(stops) < len(items) and self._leads_on(stops[-1], items[at + len(stops)]):
            stops.append(items[at + len(stops)])
        if len(stops) < 2:
            stops = self._pair(items, at)
        ids = [_place(item) or "" for item in stops]
        if len(ids) < 2 or "" in ids:
            return None, 0
        links = tuple(
            dict.fromkeys(k for a, b in zip(ids, ids[1:], strict=False) for k in self.gazetteer.corridor(a, b))
        )
        places = self.gazetteer.network.places
        name = "–".join(places[i].name for i in ids)
        return Spot(stops[0].first, stops[-1].last, Named("corridor", name, links), "in"), len(stops)

    def _leads_on(self, here: _Item, there: _Item) -> bool:
        if not _place(here) or not _place(there) or there.first != here.last:
            return False
        return self.view.words.between(here.last - 1, there.first).strip() in ("-", "/", ">")

    def _pair(self, items: Sequence[_Item], at: int) -> list[_Item]:
        """Read two places joined by a pair of words such as "between ... and", with a third by ", ... and"."""
        if at + 1 >= len(items) or not _place(items[at]) or not _place(items[at + 1]):
            return []
        before = {self.view.form(items[at].first - back) for back in (1, 2)}
        link = [self.view.form(word) for word in range(items[at].last, items[at + 1].first)]
        ways = bool(self.view.of("road", "axis", "travel", "convoy", "boat", "traffic", "bridge", "@road"))
        if before & _BETWEEN and self._list_end(items, at):
            return list(items[at : self._list_end(items, at)])
        if before & _FROM and link and link[-1] in _TOWARDS and len(link) <= 3 and ways:
            return list(items[at : at + 2])
        return []

    def _list_end(self, items: Sequence[_Item], at: int) -> int:
        """Return the item after the last place of a list that "and" closes, 0 if none does."""
        end = at + 1
        while end < len(items) and _place(items[end]) and self._joined(items[end - 1].last, items[end].first):
            closes = {self.view.form(w) for w in range(items[end - 1].last, items[end].first)} & {"and", "et"}
            end += 1
            if closes:
                return end
        return 0

    def _border(self, items: Sequence[_Item], at: int) -> tuple[Spot | None, int]:
        """Read a neighbour beside the word border: the border with it."""
        mention = items[at].mention
        iso3 = mention.of("foreign", "people") if mention else None
        border = self.gazetteer.network.borders.get(f"border:{iso3}")
        if border is None or mention is None:
            return None, 0
        near = [h for h in self.view.of("border", "border_area", "crossing") if _gap(h, mention) <= 6]
        if not near or self.view.segment(near[0].first) != self.view.segment(mention.first):
            chained = at and self._joined(items[at - 1].last, mention.first) and self._border(items, at - 1)[1]
            if not chained:
                return None, 0
        scope = Named("border", border.name, (border.id,))
        return Spot(mention.first, mention.last, scope, "in", iso3), 1

    # --- compass areas and plain names ---------------------------------------------------------------------------

    def _compass(self, items: Sequence[_Item], at: int) -> tuple[Spot | None, int]:
        item = items[at]
        if item.concept not in DIRECTIONS:
            return None, 0
        if (
            item.concept == "centre"
            and at + 1 < len(items)
            and _town(items[at + 1])
            and items[at + 1].first - item.last <= 2
        ):
            return None, 1
        area = self.gazetteer.area(item.concept)
        if area is None or not self._is_area(items, at):
            return None, 1
        name = self.view.words.said(item.first, item.last)
        return Spot(item.first, item.last, Named("area", name, area.places), "in"), 1

    def _is_area(self, items: Sequence[_Item], at: int) -> bool:
        """Tell whether a compass word means a part of the country and not a bearing."""
        item = items[at]
        following = items[at + 1] if at + 1 < len(items) else None
        if (
            following
            and following.first - item.last <= 3
            and (_is_country(following) or following.concept in DIRECTIONS)
        ):
            return True
        if at and items[at - 1].concept in DIRECTIONS and self._joined(items[at - 1].last, item.first):
            return self._is_area(items, at - 1)
        after = {self.view.form(item.last + step) for step in range(3)}
        before = {self.view.form(item.first - back) for back in (1, 2)}
        return bool(after & _PARTS or before & _IN_THE) and not after & {"east", "west", "est", "ouest"}

    def _plain(self, items: Sequence[_Item], at: int) -> Spot | None:
        item = items[at]
        if item.mention is None:
            return self._spoken(item)
        mention = item.mention
        foreign = mention.of("foreign", "abroad")
        if roads := self._roads_abroad(item, mention):
            return roads
        airport = mention.of("airport")
        if airport and self.gazetteer.network.airports[airport].country != self.gazetteer.network.country.iso3:
            return Spot(item.first, item.last, None, "abroad", airport)
        if foreign and not mention.of("town", "region", "country"):
            return Spot(item.first, item.last, None, "foreign" if mention.of("foreign") else "abroad", foreign)
        if name := mention.of("unknown"):
            return Spot(item.first, item.last, Named("town", name, ()), "in")
        if any(hit.last == item.first for hit in self.view.of("located")):
            return None
        scope = self._named(items, at, mention)
        return Spot(item.first, item.last, scope, "in") if scope else None

    def _roads_abroad(self, item: _Item, mention: Mention) -> Spot | None:
        """Read "the roads to Niger and Algeria": the links across those borders."""
        border = self.gazetteer.network.borders.get(f"border:{mention.of('foreign')}")
        if border is None or not any(
            0 <= item.first - h.last <= ROADS_TO for h in self.view.of("road", "axis", "supply")
        ):
            return None
        words = {
            self.view.form(word) for word in range(max(self.view.sentence.first, item.first - ROADS_TO), item.first)
        }
        if not words & _WAY_TO:
            return None
        name = f"roads: {border.name}"
        return Spot(
            item.first, item.last, Named("road", name, self.gazetteer.crossing(border.id)), "in", mention.of("foreign")
        )

    def _spoken(self, item: _Item) -> Spot | None:
        network = self.gazetteer.network
        match item.concept:
            case "capital":
                place = network.places[network.country.capital]
                return Spot(item.first, item.last, Named("town", place.name, (place.id,)), "in")
            case "country_word":
                return Spot(item.first, item.last, whole_country(self.gazetteer), "in")
            case "neighbours":
                return Spot(item.first, item.last, None, "neighbours")
            case "rest":
                return Spot(item.first, item.last, None, "rest")
            case "same_area":
                return Spot(item.first, item.last, None, "same")
            case "map_zone":
                return Spot(item.first, item.last, Named("area", self._zone_name(item), ()), "map")
            case "border_area":
                return Spot(item.first, item.last, self._border_places(item), "in")
            case "national_roads":
                name = self.view.words.said(item.first, item.last)
                return Spot(item.first, item.last, Named("road", name, self.gazetteer.numbered(None)), "generic")
            case _:
                return None

    def _zone_name(self, item: _Item) -> str:
        """Return the common name of a zone that only a map draws, by its colour; else its own words."""
        forms = {self.view.form(word) for word in range(item.first, item.last)}
        colour = next((name for name, words in _COLOURS.items() if forms & words), None)
        return f"{colour} zone" if colour else self.view.words.said(item.first, item.last)

    def _border_places(self, item: _Item) -> Named:
        """Return the home places at crossings, for "border areas"; with neighbours named, they stand for themselves."""
        network = self.gazetteer.network
        ends = {end for k in self.gazetteer.crossing(None) for end in (network.links[k].start, network.links[k].end)}
        name = self.view.words.said(item.first, item.last)
        return Named("area", name, tuple(sorted(place for place in ends if network.at_home(place))))

    def _named(self, items: Sequence[_Item], at: int, mention: Mention) -> Scope | None:
        """Return the scope of a name by what stands around it: region or town, road, airport, country."""
        network = self.gazetteer.network
        if mention.of("country"):
            return whole_country(self.gazetteer)
        if ident := mention.of("airport"):
            airport = network.airports[ident]
            return airport_scope(airport) if airport.country == network.country.iso3 else None
        if number := mention.of("road"):
            return Named("road", number, self.gazetteer.numbered(number))
        regions = mention.ids.get("region", ()) or self._regions_like(mention.of("town"))
        if regions and (not mention.of("town") or self._among_regions(items, at)):
            region = self.gazetteer.region_named(regions, self.issued)
            return Named("region", region.name, self.gazetteer.places_in(region.id))
        if ident := mention.of("town"):
            return Named("town", network.places[ident].name, (ident,))
        if ident := mention.of("area"):
            return Named("area", network.areas[ident].name, network.areas[ident].places)
        if index := mention.of("landmark"):
            capital = network.country.capital
            return Named("town", landmark_of(self.gazetteer, index).name, (capital,))
        return None

    def _regions_like(self, place: str | None) -> tuple[str, ...]:
        """Return the regions that bear the name of a town, for a name that the regions do not list ("Timbuktu")."""
        network = self.gazetteer.network
        return tuple(r.id for r in network.regions.values() if place and r.name == network.places[place].name)

    def _among_regions(self, items: Sequence[_Item], at: int) -> bool:
        """Tell whether a name stands in a list of regions ("the regions of Mopti and Gao", "Gao and Kayes regions")."""
        left = at
        while left and items[left - 1].mention and self._near_list(items[left - 1].last, items[left].first):
            left -= 1
        right = at
        while (
            right + 1 < len(items)
            and items[right + 1].mention
            and self._near_list(items[right].last, items[right + 1].first)
        ):
            right += 1
        before = {self.view.form(items[left].first - back) for back in (1, 2, 3)}
        after = {self.view.form(items[right].last + step) for step in (0, 1)}
        own = {self.view.form(items[at].last), self.view.form(items[at].first - 1), self.view.form(items[at].first - 2)}
        plural = bool((before | after) & {"regions", "provinces"})
        return (
            bool(own & _REGION)
            or plural
            or bool(after & _REGION and left != at)
            or bool(before & _REGION and right == at == left)
        )

    def _near_list(self, left: int, right: int) -> bool:
        forms = [self.view.form(word) for word in range(left, right)]
        return len(forms) <= 2 and all(form in _JOINS for form in forms)

    # --- roles ---------------------------------------------------------------------------------------------------

    def _with_role(self, spot: Spot, earlier: Sequence[Spot]) -> Spot:
        """Return the spot as excepted or as the outside of itself, if a cue before it says so."""
        if spot.role not in ("in", "map", "same"):
            return spot
        for role, concept, reach in (("except", "except", 5), ("outside", "outside", 4)):
            for hit in self.view.of(concept):
                if 0 <= spot.first - hit.last <= reach and self.view.segment(hit.first) == self.view.segment(
                    spot.first
                ):
                    return replace(spot, role=role)  # type: ignore[arg-type]
        if earlier and earlier[-1].role in ("except", "outside") and self._joined(earlier[-1].last, spot.first):
            return replace(spot, role=earlier[-1].role)
        return spot


_SIDES = ("north", "south", "east", "west")
_KM = {"km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"}
_JOINS = {"and", "et", "ou", "or", "de", "du", "d", "l", "la", "le", "les", "the", "of", "a", "in", "en", "nor", "ni", "to",
          "also", "as", "well", "puis", "region", "town", "y", "compris"}  # fmt: skip
_COLOURS = {"red": {"red", "rouge"}, "orange": {"orange"}, "yellow": {"yellow", "jaune"}}
_WAY_TO = {"to", "towards", "into", "from", "vers", "with", "depuis"}
_BETWEEN = {"between", "entre", "linking", "connecting", "links", "connects", "joining", "relie", "reliant", "joignant"}
_FROM = {"from", "de", "depuis", "leaving", "quittant", "du"}
_TOWARDS = {"to", "towards", "toward", "a", "vers", "and", "et", "until", "jusqu"}
_PARTS = {"regions", "region", "provinces", "parts", "part", "areas", "area", "half", "third", "zone", "zones", "territory",
          "country", "pays", "mali", "malien", "malienne", "partie", "parties", "sector", "sectors", "of"}  # fmt: skip
_IN_THE = {"the", "le", "au", "du", "dans", "in", "l", "leur", "its"}
_REGION = {"region", "regions", "province", "provinces", "governorate", "gouverneur", "gouvernorat", "governor"}


def airport_scope(airport: Airport) -> Named:
    """Return the scope that is an airport, with its town in the name."""
    name = airport.name if airport.city.lower() in airport.name.lower() else f"{airport.name}, {airport.city}"
    return Named("airport", name, (airport.id,))


def whole_country(gazetteer: Gazetteer) -> Named:
    """Return the scope that is the country itself."""
    country = gazetteer.network.country
    return Named("country", country.name, (f"country:{country.iso3}",))


def _items(view: View) -> Iterator[_Item]:
    """Yield the names and area words of a sentence in text order; a name hides the area words inside it."""
    items = [
        _Item(m.first, m.last, m, None) for m in view.mentions if set(m.ids) != {"people"} or _border_near(view, m)
    ]
    taken = {word for item in items for word in range(item.first, item.last)}
    for concept in AREA_CONCEPTS:
        items += [_Item(h.first, h.last, None, concept) for h in view.hits.get(concept, ()) if h.first not in taken]
    yield from sorted(items, key=lambda item: (item.first, -item.last))


def _border_near(view: View, mention: Mention) -> bool:
    return any(_gap(hit, mention) <= 6 for hit in view.of("border", "border_area", "crossing"))


def _gap(hit: Hit, mention: Mention) -> int:
    return max(hit.first - mention.last, mention.first - hit.last, 0)


def _town(item: _Item) -> str | None:
    return item.mention.of("town") if item.mention else None


def _place(item: _Item) -> str | None:
    return item.mention.of("town", "abroad") if item.mention else None


def _is_country(item: _Item) -> bool:
    return item.concept == "country_word" or bool(item.mention and item.mention.of("country"))


def _side(concept: str) -> Literal["north", "south", "east", "west"]:
    return concept  # type: ignore[return-value]
