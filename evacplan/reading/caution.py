"""Openings are taken only where nothing makes them doubtful, and what a claim leaves out is never its place."""

from collections.abc import Sequence
from dataclasses import replace

from evacplan.model.claims import OPENINGS
from evacplan.reading.lexicon import Hit
from evacplan.reading.matching import Match
from evacplan.reading.placing import Scene
from evacplan.reading.rules import Meaning
from evacplan.reading.spots import Spot
from evacplan.reading.timing import Timing
from evacplan.reading.views import View

KINDS = ("road", "airport", "border", "airspace", "flights")
SAVED_REACH = 6
"""Words between "except" and what is left out."""
_SHUT = ("closed", "cut", "suspended")
_LESS = {"airport": "disrupted", "border": "restricted", "airspace": "restricted"}
"""What a thing is that is open to some only."""


def opens(match: Match) -> bool:
    """Tell whether a claim would open or ease something."""
    return match.lifts or (match.means.kind, match.means.value) in OPENINGS


def left_out(scene: Scene, match: Match) -> list[Spot]:
    """Return the places that "except" and the like leave out of a claim about ways and doors."""
    if match.means.kind not in KINDS:
        return []
    found: list[Spot] = []
    for cue in scene.view.of("save_for"):
        edge, reach = cue.last, SAVED_REACH
        for spot in sorted(scene.spots, key=lambda s: s.first):
            if 0 <= spot.first - edge <= reach and spot.scope and spot.scope.type != "country":
                found.append(spot)
                edge, reach = spot.last, 2
    return found


def without(scene: Scene, near: Sequence[Spot], out: Sequence[Spot]) -> tuple[Scene, list[Spot]]:
    """Return the sentence and the claim's places without those that are left out."""
    words = {(spot.first, spot.last) for spot in out}
    kept = [spot for spot in near if (spot.first, spot.last) not in words]
    return replace(scene, spots=tuple(s for s in scene.spots if (s.first, s.last) not in words)), kept


def doubt(scene: Scene, match: Match, rivals: Sequence[Match], timing: Timing) -> str | None:
    """Return why an opening is not to be taken as it stands, None if nothing speaks against it."""
    view = scene.view
    if match.means.kind not in KINDS or not opens(match):
        return None
    segments = {view.segment(match.anchor.first), view.segment(match.parts[0].first)}
    if view.of("save_for") or _all_but(scene, match):
        return "an opening with an exception"
    if any(m.of("unknown") and view.segment(m.first) in segments for m in view.mentions):
        return "an opening at an unknown place"
    if _taken_back(view, match, rivals):
        return "open, then not: which holds is not clear"
    return "open to some only, or at times" if _partial(view, match, timing, segments) else None


def _all_but(scene: Scene, match: Match) -> bool:
    """Tell whether "every road but the RN16" names what is left out: nothing is said before the "but"."""
    view, thing = scene.view, match.parts[0]
    but = next((word for word in (thing.first - 1, thing.first - 2) if view.form(word) in ("but", "mais", "bar")), None)
    if but is None:
        return False
    before = {view.form(word) for word in range(view.sentence.first, but)}
    stated = any(hit.last <= but for hit in view.of(*_SHUT, "open", "reopened", "resumed"))
    return bool(before & scene.little["every"]) and not stated


def _partial(view: View, match: Match, timing: Timing, segments: set[int]) -> bool:
    concepts = ("some_flights",) if match.means.kind == "flights" else ("only_some", "some_flights")
    some = any(view.segment(hit.first) in segments for hit in view.of(*concepts))
    return some or any(view.segment(hours.first) in segments for hours in timing.hours)


def _taken_back(view: View, match: Match, rivals: Sequence[Match]) -> bool:
    """Tell whether a later "but closed again" of the sentence belongs to no claim of its own."""
    known = {rival.anchor.first for rival in rivals}
    return any(
        state.first > match.anchor.last and state.first not in known and _turns(view, state)
        for state in view.of(*_SHUT)
        if not _overlaps(state, match.anchor)
    )


def _turns(view: View, state: Hit) -> bool:
    """Tell whether "but", "then" or "again" stands with a state."""
    first, _ = view.stretch(view.segment(state.first))
    clause = [hit for hit in view.of("anew") if view.clause(hit.first) == view.clause(state.first)]
    turn = any(first <= hit.first <= state.first for hit in view.of("turn"))
    return turn or bool(clause)


def _overlaps(one: Hit, other: Hit) -> bool:
    return one.first < other.last and other.first < one.last


def anew(view: View, match: Match) -> bool:
    """Tell whether a state told in a past tense is said to be the present one ("but was closed again")."""
    return match.framed and not opens(match) and _turns(view, match.anchor)


def after_the_fact(view: View, match: Match) -> bool:
    """Tell whether a state only says what came before another ("reopened after being closed")."""
    first, _ = view.stretch(view.segment(match.anchor.first))
    return view.form(first) in ("after", "following", "apres") and match.framed and first > view.sentence.first


def bygone_opening(view: View, match: Match) -> bool:
    """Tell whether a thing only "was open"."""
    before = view.form(match.anchor.first - 1)
    return match.rule.startswith("open ") and before in ("was", "were", "etait", "etaient", "fut", "furent")


def lessened(scene: Scene, match: Match, timing: Timing) -> Match:
    """Return an opening to some only, and a night closing of an airport, as the restriction that they are."""
    kind, view = match.means.kind, scene.view
    segments = {view.segment(match.anchor.first), view.segment(match.parts[0].first)}
    firsts = [hours.first for hours in timing.hours] + [hit.first for hit in view.of("by_night")]
    at_hours = any(view.segment(first) in segments for first in firsts)
    if kind == "airport" and match.means.value == "closed" and at_hours:
        return replace(match, means=Meaning(kind, "disrupted"))
    if kind in _LESS and opens(match) and _partial(view, match, timing, segments) and not view.of("save_for"):
        return replace(match, means=Meaning(kind, _LESS[kind]), lifts=False)
    return match
