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
FORWARD = 4
"""How many words before the word that carries a claim a cue still governs it: negation, modal verb, frame of mind."""


_TO = {"en": {"to"}, "fr": {"de", "d", "a", "pour"}}
_CONDITIONAL = ("shelter", "departure")


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
    if match.negative:
        return None
    flat = view.hits.get("deny_any", ())
    if flat and match.mood != "advice":
        return Force("denied", _said(view, flat[0]))
    deny = _before(view, anchor, ("deny",), FRAME_BEFORE)
    if deny is None and match.mood != "advice":
        deny = _before(view, anchor, ("not",), NOT_BEFORE, clause=True) or _after(
            view, anchor, ("not_after",), NOT_AFTER
        )
        deny = deny or _thing_denied(view, match) or _forward(view, match, ("not",))
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
        if cue:
            return Force("possible", _said(view, cue))
        condition = _opening_condition(view, match) if match.means.kind in _CONDITIONAL else None
        return Force("possible", _said(view, condition), _clause_words(view, condition)) if condition else None
    if match.negative:
        return None
    cue = (
        (_infinitive(view, anchor) if match.framed else None)
        or _before(view, anchor, ("modal",), MODAL_BEFORE)
        or _before(view, anchor, ("prospect",), FRAME_BEFORE)
    )
    cue = cue or _after(view, anchor, ("modal_after",), NOT_AFTER) or _forward(view, match, ("modal", "modal_after"))
    if cue:
        return Force("possible", _said(view, cue))
    condition = _condition(view, match)
    return Force("possible", _said(view, condition), _clause_words(view, condition)) if condition else None


def _infinitive(view: View, anchor: Hit) -> Hit | None:
    """Return the word before an infinitive that nobody is said to have carried out ("asked the army to reopen")."""
    word = view.form(anchor.first)
    before = anchor.first - 1
    if not (
        view.form(before) in _TO.get(view.language, ()) and (view.language == "en" or word.endswith(("er", "ir", "re")))
    ):
        return None
    done = any(0 <= before - hit.last <= 1 for hit in view.hits.get("did", ()))
    return None if done else Hit("infinitive", before, anchor.first)


def _opening_condition(view: View, match: Match) -> Hit | None:
    """Return the "if" of a clause before the advice: "if the airport is closed, stay inside"."""
    return next((hit for hit in view.hits.get("if", ()) if hit.last <= match.first), None)


def _forward(view: View, match: Match, concepts: Sequence[str]) -> Hit | None:
    """Return a cue in the verb that follows a claim made by a noun ("the closure of the airport is not confirmed")."""
    if not match.noun:
        return None
    for hit in view.of(*concepts):
        away = hit.first - match.last
        joined = any(match.last <= a.first < hit.first for a in view.hits.get("and", ()))
        if 0 <= away <= FORWARD and not joined and view.clause(hit.first) == view.clause(match.last - 1):
            return hit
    return None


def _condition(view: View, match: Match) -> Hit | None:
    """Return the "if" that opens the clause of the claim; "when" tells of an event, but is a condition of a state."""
    for hit in view.of("if") if match.mood == "event" else view.of("if", "when"):
        if view.clause(hit.first) == view.clause(match.anchor.first) and hit.first <= match.anchor.first:
            return hit
    return None


def _past(view: View, match: Match) -> Force | None:
    cue = _before(view, match.anchor, ("had",), NOT_BEFORE, clause=True) or _in_clause(view, match, ("past",))
    if cue is None and match.mood != "advice":
        cue = _in_clause(view, match, ("past_fact",))
        cue = None if cue and match.framed and cue.first >= match.last else cue
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
