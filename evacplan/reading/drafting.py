"""Make a directive of a claim: its exact words, its place, force and time, and why it was read so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evacplan.model.advisory import Directive, Unread
from evacplan.model.scope import Scope
from evacplan.reading.areas import place_area
from evacplan.reading.caution import after_the_fact, anew, bygone_opening, doubt, left_out, lessened, opens, without
from evacplan.reading.claiming import make_claim
from evacplan.reading.dates import old
from evacplan.reading.doors import place_airport, place_airspace, place_border, place_mission
from evacplan.reading.flights import place_flights
from evacplan.reading.matching import Match
from evacplan.reading.modality import Force, tell_force
from evacplan.reading.placing import Placed, Scene, territory
from evacplan.reading.roads import NO_NAME, place_overland, place_road
from evacplan.reading.rules import Meaning
from evacplan.reading.timing import Timing

ACTOR_REACH = 14
_PLACERS = {
    "road": place_road,
    "overland": place_overland,
    "airport": place_airport,
    "jet_fuel": place_airport,
    "airspace": place_airspace,
    "border": place_border,
    "mission": place_mission,
    "flights": place_flights,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A directive without its id, or None, with what is unsettled about it; `bygone`: told in a past tense."""

    directive: Directive | None
    unread: tuple[Unread, ...] = ()
    bygone: bool = False


def draft(scene: Scene, match: Match, rivals: Sequence[Match], timing: Timing, *, history: bool) -> Draft:
    """Make the directive of one claim.

    Parameters
    ----------
    scene, match
        The sentence with its places, and the claim in it.
    rivals
        The claims of the same kind in the sentence.
    timing
        Its dates and hours.
    history
        Whether the sentence stands in a list of past events.

    Returns
    -------
    Draft
        No directive for a claim about another country, and for a road that is said to be cut or open without a name.
    """
    uncertain = doubt(scene, match, rivals, timing)
    eased, match = match, lessened(scene, match, timing)
    match, placed = _placed(scene, match, rivals)
    if placed is None:
        return Draft(None)
    span = _span(scene, match)
    quote = scene.view.words.text[span[0] : span[1]]
    notes = (Unread(quote, span, placed.unsettled),) if placed.unsettled else ()
    if _needs_a_target(match) and not any(scope.targets for scope in placed.scope):
        return Draft(None, notes)
    past = old(timing.dates_near(scene.view, match), timing.reference)
    force = tell_force(scene.view, match, old=past, history=history and not timing.recent(scene.view, match))
    if bygone_opening(scene.view, eased):
        force = Force("past", "past tense")
    if uncertain and opens(match) and force.modality in ("in_force", "ended"):
        return Draft(None, (*notes, Unread(quote, span, uncertain)))
    starts, until = timing.limits(scene.view, match)
    directive = Directive(
        id="",
        claim=make_claim(scene.view, match, timing, placed),
        modality=force.modality,
        scope=placed.scope,
        quote=quote,
        span=span,
        starts=starts,
        until=until,
        strength=_strength(scene, match),
        actor=placed.actor or _actor(scene, match),
        exception=placed.exception,
        condition=force.condition,
        evidence=_evidence(scene, match, placed, force),
    )
    return Draft(directive, notes, _is_bygone(scene, match))


def _placed(scene: Scene, match: Match, rivals: Sequence[Match]) -> tuple[Match, Placed | None]:
    """Return where a claim holds, with the claim as its place makes it."""
    near = territory(scene, match, rivals)
    out = left_out(scene, match)
    if out:
        scene, near = without(scene, near, out)
    placed = _PLACERS.get(match.means.kind, place_area)(scene, match, near)
    if placed and placed.how == NO_NAME and _means_all_roads(match):
        match = replace(match, means=Meaning("overland", "do_not_use"))
        placed = place_overland(scene, match, near)
    if placed is None:
        return match, None
    excepted = tuple(spot.scope for spot in out if spot.scope)
    placed = replace(placed, exception=(*placed.exception, *excepted)) if excepted else placed
    return _on_a_way(match, placed.scope), placed


def _needs_a_target(match: Match) -> bool:
    """Tell whether a claim without a known place is nothing: a road cut or open, flights, an opening."""
    kind, value = match.means.kind, match.means.value
    return kind == "flights" or (kind == "road" and value != "avoid")


def _means_all_roads(match: Match) -> bool:
    """Tell whether advice is to avoid the road as such ("avoid the roads", « évitez la route »)."""
    said = match.means.value == "avoid" and match.rule.startswith("road-a")
    return said and any(part.concept == "road" for part in match.parts)


def _on_a_way(match: Match, scopes: Sequence[Scope]) -> Match:
    """Return overland advice on a named way as advice on that road."""
    if match.means.kind == "overland" and any(scope.type in ("corridor", "road") for scope in scopes):
        return replace(match, means=Meaning("road", "avoid"))
    return match


def _span(scene: Scene, match: Match) -> tuple[int, int]:
    """Return the characters of the shortest run of segments that holds the claim and a place, else the sentence."""
    view = scene.view
    one, other = view.stretch(view.segment(match.first)), view.stretch(view.segment(match.last - 1))
    first, last = min(one[0], other[0], match.first), max(one[1], other[1], match.last)
    if not any(first <= spot.first < last for spot in scene.spots):
        first, last = view.sentence.first, view.sentence.last
    return view.words.start[first], view.words.end[last - 1]


def _strength(scene: Scene, match: Match) -> str | None:
    """Return the source's own words for how strongly it is said."""
    view, segment = scene.view, scene.view.segment(match.anchor.first)
    said = [view.words.said(h.first, h.last) for h in view.of("strength") if view.segment(h.first) == segment]
    return " ".join(said) or None


def _actor(scene: Scene, match: Match) -> str | None:
    """Return the words that name who says or does it: the nearest before the claim."""
    near = [hit for hit in scene.view.of("actor") if 0 <= match.anchor.first - hit.last <= ACTOR_REACH]
    return scene.view.words.said(near[-1].first, near[-1].last) if near else None


def _is_bygone(scene: Scene, match: Match) -> bool:
    told = any(0 <= match.anchor.first - hit.last <= 1 for hit in scene.view.of("past_tense"))
    return (told or after_the_fact(scene.view, match)) and not anew(scene.view, match)


def _evidence(scene: Scene, match: Match, placed: Placed, force: Force) -> tuple[str, ...]:
    """Return the names of what was recognised: the rule with its words, how the place was found, the modality cue."""
    said = " + ".join(dict.fromkeys(scene.view.words.said(p.first, p.last) for p in match.parts if p.last > p.first))
    return (
        f"pattern {match.rule}: {said}",
        f"place: {placed.how}",
        f"modality {force.modality}: {force.cue or 'no cue'}",
    )


def repeats(directives: Sequence[Directive], new: Directive) -> bool:
    """Tell whether a claim was already made in the same words, or is one that a text only goes on speaking of."""
    told_once = new.claim.kind in ("blockade", "fuel", "jet_fuel", "vehicle_target")
    for directive in directives:
        same = directive.claim == new.claim and directive.scope == new.scope and directive.modality == new.modality
        if same and (told_once or (directive.span[0] < new.span[1] and new.span[0] < directive.span[1])):
            return True
    return False


RECENT = 60
"""Directives back in which a repetition is looked for."""
