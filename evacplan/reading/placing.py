"""Which of the places that a sentence speaks of a claim is about: what all kinds of claims share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from evacplan.model.scope import Scope
from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.matching import Match
from evacplan.reading.spots import Spot
from evacplan.reading.views import View

LEADS_TO = 4
"""Words between a claim and the other country that it leads to ("leave as soon as possible Lebanon")."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a claim holds, what is left out of it, why its place is not settled (None: it is), how it was found.

    `actor` is the airline that the words name.
    """

    scope: tuple[Scope, ...]
    exception: tuple[Scope, ...] = ()
    unsettled: str | None = None
    how: str = ""
    actor: str | None = None


@dataclass(slots=True)
class Surroundings:
    """What the sentences before leave to the next.

    Places of the heading, of a list's opening and of the location line (`header_stated`: it is such a line, and not
    only the one town that an alert names first); places and ways named last; the areas that a travel level was said
    for (for "the rest"); whether the heading is another country's.
    """

    heading: tuple[Spot, ...] = ()
    header: tuple[Scope, ...] = ()
    header_stated: bool = False
    before: tuple[Spot, ...] = ()
    ways: tuple[Spot, ...] = ()
    intro: tuple[Spot, ...] = ()
    levels: list[Scope] = field(default_factory=list)
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its places and surroundings, in which claims are placed."""

    view: View
    spots: Sequence[Spot]
    gazetteer: Gazetteer
    around: Surroundings
    little: Mapping[str, frozenset[str]]

    def in_segment(self, word: int, spots: Iterable[Spot]) -> list[Spot]:
        """Return the spots that belong to the statement of a word, those in its brackets included."""
        first, last = self.view.stretch(self.view.segment(word))
        return [spot for spot in spots if first <= spot.first < last]

    def cue_beside(self, match: Match, *concepts: str) -> bool:
        """Tell whether one of some concepts stands in the claim's segment."""
        segment = self.view.segment(match.anchor.first)
        return any(self.view.segment(hit.first) == segment for hit in self.view.of(*concepts))


def territory(scene: Scene, match: Match, rivals: Sequence[Match]) -> list[Spot]:
    """Return the places that may belong to a claim: of its segment, between its rivals; if none, of the sentence.

    `rivals` are the claims of the same kind in the sentence. What was left out of an earlier one ("except Bamako, for
    which ...") is a later one's own place.
    """
    opens, closes = scene.view.sentence.first, scene.view.sentence.last
    left = max((r.last for r in rivals if r.anchor.first < match.anchor.first), default=opens)
    right = min((r.first for r in rivals if r.anchor.first > match.anchor.first), default=closes)
    spots = [
        replace(s, role="in") if s.role == "except" and opens < left <= s.first < match.first else s
        for s in scene.spots
    ]
    mine = [s for s in spots if s.first >= min(left, match.first) and s.last <= max(right, match.last)]
    here = scene.in_segment(match.anchor.first, mine)
    segment = scene.view.segment(match.anchor.first)
    if any(scene.view.segment(rival.anchor.first) == segment for rival in rivals if rival is not match):
        here = [spot for spot in here if spot.first >= match.first] or here
    return here if any(usable(spot) for spot in here) else (mine or list(scene.spots))


def is_abroad(scene: Scene, match: Match, near: Sequence[Spot]) -> bool:
    """Tell whether a claim is about another country: its words lead there, and no place of ours is near."""
    if any(spot.scope and spot.role != "abroad" for spot in near):
        return False
    for spot in scene.in_segment(match.anchor.first, near):
        if spot.role not in ("foreign", "abroad"):
            continue
        if _leads_into(scene, spot) or 0 <= spot.first - match.anchor.last <= LEADS_TO:
            return True
    return scene.around.abroad and not any(spot.scope for spot in scene.spots)


def _leads_into(scene: Scene, spot: Spot) -> bool:
    before, further = (scene.view.form(spot.first - back) for back in (1, 2))
    return before in scene.little["into"] or (before in scene.little["article"] and further in scene.little["into"])


INCLUDED = 4
"""Words between "including" and the place that is named as a part of the whole."""


def included(view: View, spot: Spot) -> bool:
    """Tell whether a place is only named as part of something wider ("including around Bamako", « dont Bamako »)."""
    cues = view.of("inclusive")
    return any(
        0 <= spot.first - cue.last <= INCLUDED and view.segment(cue.first) == view.segment(spot.first) for cue in cues
    )


def usable(spot: Spot) -> bool:
    """Tell whether a claim can be about a spot."""
    return spot.scope is not None or spot.role in ("rest", "same", "neighbours", "foreign")


def distinct(scopes: Iterable[Scope]) -> tuple[Scope, ...]:
    """Return the scopes without repetition, in their order."""
    return tuple(dict.fromkeys(scopes))
