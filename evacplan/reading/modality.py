"""With what force something is said: in force, possible, past, denied or ended."""

from collections.abc import Sequence
from dataclasses import dataclass

from evacplan.model.advisory import Modality
from evacplan.reading.lexicon import Hit
from evacplan.reading.matching import Match
from evacplan.reading.views import View

NOT_BEFORE = 4
NOT_AFTER = 3
MODAL_BEFORE = 8
FRAME_BEFORE = 14
"""How many words before the word that carries a claim a cue still governs it: negation, modal verb, frame of mind."""


@dataclass(frozen=True, slots=True)
class Force:
    """A modality, the cue's own words (None if there was none), and the condition's words if it depends on one."""

    modality: Modality
    cue: str | None = None
    condition: str | None = None


def tell_force(view: View, match: Match, *, old: bool, history: bool) -> Force:
    """Tell the modality of a claim from the cues around the word that carries it.

    Parameters
    ----------
    view, match
        The sentence, and the claim in it.
    old
        Whether the claim's own date lies more than about a month before the text's.
    history
        Whether it stands in a list of past events.
    """
    for tell in (_denied, _possible, _past):
        force = tell(view, match)
        if force:
            return force
    if (old or history) and match.mood != "advice":
        return Force("past", "date" if old else "history list")
    return Force("ended" if match.lifts else "in_force")


def _denied(view: View, match: Match) -> Force | None:
    anchor = match.anchor
    deny = _before(view, anchor, ("deny",), FRAME_BEFORE)
    if deny is None and match.mood != "advice":
        deny = _before(view, anchor, ("not",), NOT_BEFORE, clause=True) or _after(
            view, anchor, ("not_after",), NOT_AFTER
        )
        deny = deny or _thing_denied(view, match)
    if deny is None:
        deny = _before(view, anchor, ("not_advised",), NOT_BEFORE)
    return Force("denied", _said(view, deny)) if deny else None


def _thing_denied(view: View, match: Match) -> Hit | None:
    """Return the "no" or "aucun" right before a part of the claim."""
    for part in match.parts:
        for hit in view.hits.get("none", ()):
            if 0 <= part.first - hit.last <= 1:
                return hit
    return None


def _possible(view: View, match: Match) -> Force | None:
    anchor = match.anchor
    if match.mood == "advice":
        cue = _before(view, anchor, ("contingency",), FRAME_BEFORE)
        return Force("possible", _said(view, cue)) if cue else None
    cue = _before(view, anchor, ("modal",), MODAL_BEFORE) or _before(view, anchor, ("prospect",), FRAME_BEFORE)
    cue = cue or _after(view, anchor, ("modal_after",), NOT_AFTER)
    if cue:
        return Force("possible", _said(view, cue))
    condition = _condition(view, anchor)
    return Force("possible", _said(view, condition), _clause_words(view, condition)) if condition else None


def _condition(view: View, anchor: Hit) -> Hit | None:
    """Return the "if" that opens the clause of the claim."""
    for hit in view.hits.get("if", ()):
        if view.clause(hit.first) == view.clause(anchor.first) and hit.first <= anchor.first:
            return hit
    return None


def _past(view: View, match: Match) -> Force | None:
    cue = _before(view, match.anchor, ("had",), NOT_BEFORE, clause=True) or _in_clause(view, match, ("past",))
    if cue is None and match.mood != "advice":
        cue = _in_clause(view, match, ("past_fact",))
    return Force("past", _said(view, cue)) if cue else None


def _before(view: View, anchor: Hit, concepts: Sequence[str], reach: int, *, clause: bool = False) -> Hit | None:
    """Return the last cue within `reach` words before the anchor, in its segment (or clause)."""
    place = view.clause if clause else view.segment
    for hit in reversed(view.of(*concepts)):
        within = 0 <= anchor.first - hit.last <= reach or (hit.first <= anchor.first < hit.last)
        if within and place(hit.first) == place(anchor.first):
            return hit
    return None


def _after(view: View, anchor: Hit, concepts: Sequence[str], reach: int) -> Hit | None:
    for hit in view.of(*concepts):
        if 0 <= hit.first - anchor.last <= reach and view.clause(hit.first) == view.clause(anchor.first):
            return hit
    return None


def _in_clause(view: View, match: Match, concepts: Sequence[str]) -> Hit | None:
    """Return a cue anywhere in the segment of the claim."""
    for hit in view.of(*concepts):
        if view.segment(hit.first) == view.segment(match.anchor.first):
            return hit
    return None


def _said(view: View, hit: Hit | None) -> str | None:
    return view.words.said(hit.first, hit.last) if hit else None


def _clause_words(view: View, hit: Hit) -> str:
    first = last = hit.first
    while last < view.sentence.last and view.clause(last) == view.clause(hit.first):
        last += 1
    return view.words.said(first, last)
