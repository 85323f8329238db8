"""Which of the places that a sentence speaks of a claim is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from evacplan.model.scope import Named, Outside, Scope
from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.lexicon import Hit
from evacplan.reading.matching import Match
from evacplan.reading.spots import Spot, airport_scope, whole_country
from evacplan.reading.views import View

ELSEWHERE = "abroad"
"""What `place` returns instead of a scope for a claim about another country."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a claim holds, what is left out of it, and why its place is not settled (None: it is)."""

    scope: tuple[Scope, ...]
    exception: tuple[Scope, ...] = ()
    unsettled: str | None = None
    how: str = ""


@dataclass(slots=True)
class Surroundings:
    """What the sentences before leave to the next: places under a heading, named last, or said of a travel level."""

    heading: tuple[Spot, ...] = ()
    header: tuple[Scope, ...] = ()
    before: tuple[Spot, ...] = ()
    ways: tuple[Spot, ...] = ()
    intro: tuple[Spot, ...] = ()
    levels: list[Scope] = field(default_factory=list)
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class Placer:
    """Places the claims of one sentence."""

    view: View
    spots: Sequence[Spot]
    gazetteer: Gazetteer
    around: Surroundings

    def place(self, match: Match, rivals: Sequence[Match]) -> Placed | None:
        """Return where a claim holds, None if it is about another country.

        `rivals` are the claims of the same kind in the sentence: a place is taken by the claim that it follows.
        """
        near = self._territory(match, rivals)
        match match.means.kind:
            case "road":
                return self._road(match, near)
            case "airport" | "jet_fuel":
                return self._airport(match, near)
            case "border":
                return self._border(match, near)
            case "airspace":
                return self._airspace(match, near)
            case "mission":
                return self._mission(match, near)
            case "overland":
                return self._overland(match, near)
            case _:
                return self._area(match, near)

    # --- which spots may belong to the claim ---------------------------------------------------------------------

    def _territory(self, match: Match, rivals: Sequence[Match]) -> list[Spot]:
        """Return the spots of the claim's segment between its rivals; if none, those of the sentence."""
        left = max((r.last for r in rivals if r.anchor.first < match.anchor.first), default=self.view.sentence.first)
        spots = [
            replace(s, role="in")
            if s.role == "except" and left > self.view.sentence.first and left <= s.first < match.first
            else s
            for s in self.spots
        ]
        right = min((r.first for r in rivals if r.anchor.first > match.anchor.first), default=self.view.sentence.last)
        right = max(right, match.last)
        mine = [s for s in spots if s.first >= min(left, match.first) and s.last <= right]
        segment = self.view.segment(match.anchor.first)
        first, last = self.view.stretch(segment)
        here = [s for s in mine if first <= s.first < last]
        if any(self.view.segment(r.anchor.first) == segment for r in rivals if r is not match):
            here = [s for s in here if s.first >= match.first] or here
        return here if any(_usable(s) for s in here) else (mine or list(self.spots))

    def _foreign(self, match: Match, near: Sequence[Spot]) -> bool:
        """Tell whether the claim is about another country: that is where its words lead, and no home place is near."""
        if any(s.scope and s.role != "abroad" for s in near):
            return False
        segment = self.view.segment(match.anchor.first)
        for spot in near:
            if spot.role not in ("foreign", "abroad") or self.view.segment(spot.first) != segment:
                continue
            if self._destination(spot) or 0 <= spot.first - match.anchor.last <= 4:
                return True
        return self.around.abroad and not any(s.scope for s in self.spots)

    def _destination(self, spot: Spot) -> bool:
        before = [self.view.form(spot.first - back) for back in (1, 2)]
        return before[0] in _INTO or (before[0] in _THE and before[1] in _INTO)

    # --- areas ---------------------------------------------------------------------------------------------------

    def _area(self, match: Match, near: Sequence[Spot]) -> Placed | None:
        if self._foreign(match, near):
            return None
        unsettled = next((s for s in near if s.role == "map"), None)
        chosen = [s.scope for s in near if s.role in ("in", "map", "generic") and s.scope and _fits(match, s.scope)]
        chosen = _most_specific(chosen, inclusive=match.means.kind == "travel" and self._including(match))
        excepted = [s.scope for s in near if s.role == "except" and s.scope]
        outside = [s.scope for s in near if s.role == "outside" and s.scope]
        if any(s.role == "rest" for s in near):
            left = tuple(dict.fromkeys(self.around.levels or excepted))
            chosen = [self._without(whole_country(self.gazetteer), left) if left else whole_country(self.gazetteer)]
        elif outside and not chosen:
            chosen = [self._without(whole_country(self.gazetteer), tuple(outside))]
        elif outside:
            chosen = (
                [*chosen, *(self._without(whole_country(self.gazetteer), tuple(outside)),)]
                if _only_country(chosen)
                else chosen
            )
        how = "named in the sentence"
        if not chosen:
            chosen, how = self._inherited(near)
        if excepted:
            whole = _only_country(chosen) or not chosen
            base = whole_country(self.gazetteer) if whole else chosen[0]
            chosen = [self._without(base, tuple(excepted)), *([] if whole else chosen[1:])]
        if match.means.kind == "blockade" and _only_country(chosen) and self._of_fuel(match):
            country = whole_country(self.gazetteer)
            chosen = [Named("country", f"{country.name} (fuel)", country.targets)]
        exception = tuple(excepted or (outside if chosen and isinstance(chosen[0], Outside) else ()))
        return Placed(
            _distinct(chosen),
            exception,
            f"not drawn in the text: {unsettled.scope.name}" if unsettled and unsettled.scope else None,
            how,
        )

    def _of_fuel(self, match: Match) -> bool:
        return any(abs(hit.first - match.anchor.first) <= 4 for hit in self.view.of("fuel", "fuel_blockade"))

    def _including(self, match: Match) -> bool:
        """Tell whether places are named as part of a whole ("Mali, including Bamako")."""
        segment = self.view.segment(match.anchor.first)
        return any(self.view.segment(hit.first) == segment for hit in self.view.of("inclusive"))

    def _inherited(self, near: Sequence[Spot]) -> tuple[list[Scope], str]:
        """Return the scopes that the claim takes over: from a pronoun, the list's opening, the heading, the header."""
        if own := [scope for scope in _scopes(self.spots) if scope.type not in ("airport", "road", "border")]:
            return own, "named elsewhere in the sentence"
        if any(s.role == "same" for s in near) and (before := self._referred()):
            return before, "these areas: the sentence before"
        for spots, how in ((self.around.intro, "the list's first line"), (self.around.heading, "the heading")):
            if scopes := _scopes(spots):
                return scopes, how
        if self.around.header:
            return list(self.around.header), "the location line"
        return [whole_country(self.gazetteer)], "the country"

    def _referred(self) -> list[Scope]:
        """Return what "these areas" means: areas of the sentence before rather than towns named in passing."""
        before = [s for s in self.around.before if s.scope and s.scope.type != "road"]
        wide = [
            s for s in before if s.role == "map" or (s.scope and s.scope.type not in ("town", "country", "airport"))
        ]
        plural = any(
            hit.concept == "same_area" and self.view.form(hit.last - 1).endswith(("s", "zone", "area", "region"))
            for hit in self.view.of("same_area")
        )
        return [s.scope for s in (wide if wide and plural else before) if s.scope]

    def _without(self, base: Scope, left_out: tuple[Scope, ...]) -> Outside:
        country = isinstance(base, Named) and base.type == "country"
        inside = {target for scope in left_out for target in scope.targets}
        targets = self.gazetteer.outside(inside) if country else tuple(t for t in base.targets if t not in inside)
        names = ", ".join(scope.name for scope in left_out)
        return Outside(f"{base.name} outside {names}", left_out, targets)

    # --- ways ----------------------------------------------------------------------------------------------------

    def _road(self, match: Match, near: Sequence[Spot]) -> Placed | None:
        if self._foreign(match, near):
            return None
        if match.parts[0].concept == "airport_road":
            return self._airport_road(near)
        segment = self.view.segment(match.anchor.first)
        if match.means.value == "cut":
            near = [s for s in near if self.view.segment(s.first) == segment and s.role != "generic"]
        ways = [
            s.scope
            for s in near
            if isinstance(s.scope, Named) and s.scope.type in ("corridor", "road") and s.scope.targets
        ]
        if ways:
            best = [w for w in ways if w.type == "corridor"] or [self._part(w, near) for w in ways]
            return Placed(_distinct(best), how="named road")
        if any(s.role == "neighbours" for s in near):
            return Placed(
                (Named("road", "roads to neighbouring countries", self.gazetteer.crossing(None)),), how="borders"
            )
        towns = [s for s in near if isinstance(s.scope, Named) and s.scope.type == "town" and s.role == "in"]
        scopes: list[Scope] = [self._roads_of(s.scope) for s in towns if isinstance(s.scope, Named)]
        if scopes:
            return Placed(_distinct(scopes), how="roads of the town")
        return self._road_by_reference(match)

    def _airport_road(self, near: Sequence[Spot]) -> Placed:
        """Return the local links between an airport and its town."""
        towns = {
            s.scope.targets[0]
            for s in near
            if isinstance(s.scope, Named) and s.scope.type == "town" and s.scope.targets
        }
        places = towns or {self.gazetteer.network.country.capital}
        links = tuple(k.id for k in self.gazetteer.network.links.values() if k.mode == "local" and k.start in places)
        return Placed((Named("road", "airport road", links),), how="airport road")

    def _part(self, road: Named, near: Sequence[Spot]) -> Named:
        """Return the part of a numbered road that touches a town named with it, or the whole road."""
        towns = [
            s.scope.targets[0]
            for s in near
            if isinstance(s.scope, Named) and s.scope.type == "town" and s.scope.targets
        ]
        part = tuple(link for link in road.targets if set(towns) & set(_ends(self.gazetteer, link)))
        return Named("road", road.name, part) if part else road

    def _roads_of(self, town: Named) -> Named:
        links = tuple(dict.fromkeys(link for place in town.targets for link in self.gazetteer.roads_at(place)))
        return Named("road", town.name, links)

    def _road_by_reference(self, match: Match) -> Placed | None:
        """Return the road that "this road" means, the roads of the town spoken of, or a road without a name."""
        towns = [s.scope for s in self.around.before if isinstance(s.scope, Named) and s.scope.type == "town"]
        if match.rule == "road-nothing-passes" and len(set(towns)) == 1:
            return Placed((self._roads_of(towns[0]),), how="roads of the town in the sentence before")
        before = [s.scope for s in self.around.ways if s.scope]
        if before and self.view.of("same_road", "same_area"):
            return Placed(_distinct(before), how="this road: the sentence before")
        words = [p for p in match.parts if p.concept in ("road", "bridge", "axis", "boat")]
        name = self.view.words.said(words[0].first, words[0].last) if words else "road"
        if words and words[0].concept == "boat":
            return Placed((Named("road", name, self.gazetteer.rivers()),), how="river")
        return Placed((Named("road", name, ()),), unsettled="a road that is not named", how="no name")

    def _overland(self, match: Match, near: Sequence[Spot]) -> Placed | None:
        """Return an area, the borders named, or the country for advice on leaving it by land."""
        segment = self.view.segment(match.anchor.first)
        here = [s for s in near if self.view.segment(s.first) == segment]
        borders = [b for s in here if s.country and (b := self.gazetteer.network.borders.get(f"border:{s.country}"))]
        if borders:
            return Placed(_distinct([Named("border", b.name, (b.id,)) for b in borders]), how="neighbour named")
        clauses = {self.view.clause(match.first), self.view.clause(match.last - 1)}
        ways = [s.scope for s in here if s.role == "in" and self.view.clause(s.first) in clauses and s.scope]
        ways = [w for w in ways if isinstance(w, Named) and w.type in ("corridor", "road") and w.targets]
        if ways:
            return Placed(_distinct(ways), how="named road")
        neighbours = [s for s in near if s.role == "neighbours"]
        if neighbours and not self._foreign(match, near):
            country = whole_country(self.gazetteer)
            name = f"{country.name} to {self.view.words.said(neighbours[0].first, neighbours[0].last)}"
            return Placed((Named("country", name, country.targets),), how="ways to neighbouring countries")
        return self._area(match, near)

    # --- airports, borders, airspace, mission --------------------------------------------------------------------

    def _airport(self, match: Match, near: Sequence[Spot]) -> Placed | None:
        thing = match.parts[0]
        beside = [
            s
            for s in self.spots
            if _gap(s, thing) <= 5 and self.view.segment(s.first) == self.view.segment(thing.first)
        ]
        beside.sort(key=lambda s: (_gap(s, thing), s.first < thing.first))
        for spot in beside:
            if spot.role in ("foreign", "abroad") and not self._actor(spot):
                return None
            if isinstance(spot.scope, Named) and spot.scope.type == "airport":
                return Placed((spot.scope,), how="airport named")
            if isinstance(spot.scope, Named) and spot.scope.type == "town":
                return self._airport_at(spot.scope)
        if self._foreign(match, near):
            return None
        towns = [s.scope for s in near if isinstance(s.scope, Named) and s.scope.type in ("town", "airport")]
        if len(towns) == 1:
            return (
                Placed((towns[0],), how="airport named") if towns[0].type == "airport" else self._airport_at(towns[0])
            )
        main = self.gazetteer.network.airports[self.gazetteer.network.country.main_airport]
        return Placed((airport_scope(main),), how="the main airport")

    def _airport_at(self, town: Named) -> Placed:
        airport = self.gazetteer.airport_of(town.targets[0]) if town.targets else None
        if airport is None:
            return Placed((Named("airport", town.name, ()),), unsettled=f"no airport in the data: {town.name}")
        return Placed((airport_scope(airport),), how="airport of the town")

    def _actor(self, spot: Spot) -> bool:
        return self.view.form(spot.first - 1) in ("by", "par")

    def _border(self, match: Match, near: Sequence[Spot]) -> Placed | None:
        borders = [s.scope for s in near if isinstance(s.scope, Named) and s.scope.type == "border"]
        if self._owned_abroad(match) and not any(m.of("country") for m in self.view.mentions):
            return None
        crossings = self._crossings(near) if self.view.of("crossing") or not borders else []
        if crossings:
            return Placed(_distinct(crossings), how="crossing named")
        if borders:
            return Placed(_distinct(borders), how="neighbour named")
        home = any(s.scope for s in self.spots)
        if not home and any(s.role in ("foreign", "abroad") for s in near) and not self._home_owner():
            return None

        if self._foreign(match, near):
            return None
        every = self.gazetteer.network.borders.values()
        return Placed((Named("border", "all borders", tuple(b.id for b in every)),), how="all borders")

    def _owned_abroad(self, match: Match) -> bool:
        """Tell whether the borders are a neighbour's own ("the borders of Niger", "Niger's borders")."""
        thing = match.parts[0]
        plural = self.view.form(thing.last - 1).endswith("s")
        for mention in self.view.mentions:
            if (
                plural
                and mention.of("foreign")
                and (
                    (0 < mention.first - thing.last <= 2 and self.view.form(thing.last) in ("of", "du", "de"))
                    or (0 <= thing.first - mention.last <= 3 and self.view.form(mention.last) == "s")
                )
            ):
                return True
        return False

    def _home_owner(self) -> bool:
        """Tell whether people or things of the home country are spoken of."""
        home = self.gazetteer.network.country.iso3
        return any(m.of("people") == home or m.of("country") for m in self.view.mentions)

    def _crossings(self, near: Iterable[Spot]) -> list[Scope]:
        found: list[Scope] = []
        for spot in near:
            if not isinstance(spot.scope, Named) or spot.scope.type != "town":
                continue
            links = [
                k
                for k in self.gazetteer.crossing(None)
                if spot.scope.targets and spot.scope.targets[0] in _ends(self.gazetteer, k)
            ]
            if links:
                found.append(Named("crossing", spot.scope.name, tuple(links)))
        return found

    def _airspace(self, match: Match, near: Sequence[Spot]) -> Placed | None:
        borders = self.gazetteer.network.borders
        named = [s.country for s in self.spots if s.country and f"border:{s.country}" in borders]
        named += [i for m in self.view.mentions if (i := m.of("people", "foreign")) and f"border:{i}" in borders]
        home = any(m.of("country", "people") == self.gazetteer.network.country.iso3 for m in self.view.mentions)
        if named and home:
            scopes = [Named("border", borders[f"border:{i}"].name, (f"border:{i}",)) for i in dict.fromkeys(named)]
            return Placed((whole_country(self.gazetteer), *scopes), how="one neighbour's flights")
        return None if self._foreign(match, near) or (named and not home) else Placed((whole_country(self.gazetteer),))

    def _mission(self, match: Match, near: Sequence[Spot]) -> Placed | None:
        placed = self._area(match, near)
        if placed is None or match.means.value == "limited_outside_capital" or not _only_country(placed.scope):
            return placed
        place = self.gazetteer.network.places[self.gazetteer.network.country.capital]
        return Placed((Named("town", place.name, (place.id,)),), how="the embassy's seat")


_INTO = {"in", "to", "into", "within", "throughout", "across", "inside", "au", "aux", "en", "dans", "vers", "visit", "a",
         "quitter", "leave", "sur"}  # fmt: skip
_THE = {"the", "le", "la", "l", "les"}


def _fits(match: Match, scope: Scope) -> bool:
    """Tell whether a claim can hold in such a place: nobody leaves or stays away from a road or an airport."""
    if match.means.kind in ("travel", "departure", "overland", "shelter", "registration", "mission"):
        return scope.type not in ("airport", "road")
    return True


def _usable(spot: Spot) -> bool:
    return spot.scope is not None or spot.role in ("rest", "same", "neighbours", "foreign")


def _scopes(spots: Iterable[Spot]) -> list[Scope]:
    return [s.scope for s in spots if s.scope and s.role in ("in", "generic")]


def _only_country(scopes: Sequence[Scope]) -> bool:
    return bool(scopes) and all(isinstance(s, Named) and s.type == "country" for s in scopes)


def _most_specific(scopes: Sequence[Scope], *, inclusive: bool) -> list[Scope]:
    """Return the scopes without the country that only says where they lie ("northern Mali").

    `inclusive`: the country is meant and the others are named as part of it ("Mali, including Bamako").
    """
    country = [s for s in scopes if isinstance(s, Named) and s.type == "country"]
    parts = [s for s in scopes if s not in country]
    borders = [s for s in parts if isinstance(s, Named) and s.type == "border"]
    if country and parts:
        return country if inclusive else parts
    areas = [s for s in parts if isinstance(s, Named) and s.type == "area"]
    if borders and areas and len(borders) + len(areas) == len(parts):
        return list(borders)
    return list(scopes)


def _distinct(scopes: Iterable[Scope]) -> tuple[Scope, ...]:
    return tuple(dict.fromkeys(scopes))


def _gap(spot: Spot, hit: Hit) -> int:
    return max(spot.first - hit.last, hit.first - spot.last, 0)


def _ends(gazetteer: Gazetteer, link: str) -> tuple[str, str]:
    found = gazetteer.network.links[link]
    return found.start, found.end
