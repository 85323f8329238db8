"""Place the claims that hold in areas: advice levels, departure, shelter, curfew, fuel, blockade, incidents."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evacplan.model.scope import Named, Outside, Scope
from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.matching import Match
from evacplan.reading.placing import Placed, Scene, distinct, included, is_abroad
from evacplan.reading.spots import Spot, whole_country

FUEL_BESIDE = 4
_WIDE = ("overland", "departure")
"""Kinds said of a whole: a part that is "included" does not narrow them, nor does a town in passing."""
_NOT_ON_A_ROAD = ("travel", "departure", "overland", "shelter", "registration", "mission")
"""Kinds that hold in areas only: nobody stays away from, or shelters in, a road or an airport."""


def place_area(scene: Scene, match: Match, near: Sequence[Spot]) -> Placed | None:
    """Return the areas of a claim with what is left out of them, None if it is about another country."""
    if is_abroad(scene, match, near):
        return None
    if match.means.kind in _WIDE:
        near = [s for s in near if not included(scene.view, s)]
        scene = replace(scene, spots=[s for s in scene.spots if not included(scene.view, s)])
    chosen, how = _chosen(scene, match, near)
    excepted = [s.scope for s in near if s.role == "except" and s.scope]
    if excepted:
        base, *others = [whole_country(scene.gazetteer)] if only_country(chosen) else chosen
        chosen = [without(scene.gazetteer, base, excepted), *others]
    if match.means.kind == "blockade" and only_country(chosen) and _of_fuel(scene, match):
        country = whole_country(scene.gazetteer)
        chosen = [Named("country", f"{country.name} (fuel)", country.targets)]
    left_out = excepted or [inner for s in chosen[:1] if isinstance(s, Outside) for inner in s.of]
    undrawn = next((s.scope.name for s in near if s.role == "map" and s.scope), None)
    return Placed(distinct(chosen), tuple(left_out), f"not drawn in the text: {undrawn}" if undrawn else None, how)


def _chosen(scene: Scene, match: Match, near: Sequence[Spot]) -> tuple[list[Scope], str]:
    """Return the areas that the sentence names for a claim, or those that it takes over."""
    country = whole_country(scene.gazetteer)
    if any(spot.role == "rest" for spot in near):
        said = list(dict.fromkeys(scene.around.levels)) or [s.scope for s in near if s.role == "except" and s.scope]
        return [without(scene.gazetteer, country, said) if said else country], "the rest"
    chosen = [s.scope for s in near if s.role in ("in", "map", "generic") and s.scope and _fits(match, s.scope)]
    including = match.means.kind == "travel" and scene.cue_beside(match, "inclusive")
    chosen = most_specific(chosen, inclusive=including)
    outside = [s.scope for s in near if s.role == "outside" and s.scope]
    if outside and (not chosen or only_country(chosen)):
        return [without(scene.gazetteer, country, outside)], "outside of what is named"
    return (chosen, "named in the sentence") if chosen else _inherited(scene, match, near)


def _inherited(scene: Scene, match: Match, near: Sequence[Spot]) -> tuple[list[Scope], str]:
    """Return the areas that a claim takes over: from a pronoun, the list's opening, the heading, the location line."""
    own = [scope for scope in _held(scene.spots) if scope.type not in ("airport", "road", "border")]
    if own:
        return own, "named elsewhere in the sentence"
    if any(spot.role == "same" for spot in near) and (before := _referred(scene)):
        return before, "these areas: the sentence before"
    around = scene.around
    for spots, how in ((around.intro, "the list's first line"), (around.heading, "the heading")):
        if scopes := most_specific(_held(spots), inclusive=False):
            return scopes, how
    if around.header and (match.means.kind not in _WIDE or around.header_stated):
        return list(around.header), "the location line"
    return [whole_country(scene.gazetteer)], "the country"


def _referred(scene: Scene) -> list[Scope]:
    """Return what "these areas" means: areas of the sentence before rather than towns named in passing."""
    before = [s for s in scene.around.before if s.scope and s.scope.type != "road"]
    wide = [s for s in before if s.role == "map" or (s.scope and s.scope.type not in ("town", "country", "airport"))]
    said = [scene.view.form(hit.last - 1) for hit in scene.view.of("same_area")]
    areas = any(form.endswith("s") or form in scene.little["area_noun"] for form in said)
    return [s.scope for s in (wide if wide and areas else before) if s.scope]


def _of_fuel(scene: Scene, match: Match) -> bool:
    return any(abs(hit.first - match.anchor.first) <= FUEL_BESIDE for hit in scene.view.of("fuel"))


def _fits(match: Match, scope: Scope) -> bool:
    return match.means.kind not in _NOT_ON_A_ROAD or scope.type not in ("airport", "road")


def _held(spots: Iterable[Spot]) -> list[Scope]:
    return [s.scope for s in spots if s.scope and s.role in ("in", "generic")]


def without(gazetteer: Gazetteer, base: Scope, left_out: Sequence[Scope]) -> Outside:
    """Return all of a scope but some others."""
    inside = {target for scope in left_out for target in scope.targets}
    country = isinstance(base, Named) and base.type == "country"
    targets = gazetteer.outside(inside) if country else tuple(t for t in base.targets if t not in inside)
    return Outside(f"{base.name} outside {', '.join(scope.name for scope in left_out)}", tuple(left_out), targets)


def only_country(scopes: Sequence[Scope]) -> bool:
    """Tell whether the scopes are the country and nothing else."""
    return bool(scopes) and all(isinstance(s, Named) and s.type == "country" for s in scopes)


def most_specific(scopes: Sequence[Scope], *, inclusive: bool) -> list[Scope]:
    """Return the scopes without the country, or the area, that only says where they lie ("northern Mali").

    `inclusive`: the country is meant and the others are named as part of it ("Mali, including Bamako").
    """
    country = [s for s in scopes if s.type == "country"]
    parts = [s for s in scopes if s.type != "country"]
    if country and parts:
        return country if inclusive else parts
    borders = [s for s in parts if s.type == "border"]
    areas = [s for s in parts if s.type == "area"]
    return borders if borders and areas and len(borders) + len(areas) == len(parts) else list(scopes)
