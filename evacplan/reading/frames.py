"""Of which thing a state is said: the grammar of frames, as far as it is needed.

A state ("closed") is said of its subject ("the airport of Gao is closed"), else of its object ("closed the airport",
"the closure of the airport"), of what is joined to either by "and", and, if it has neither, of the thing of the state
before it ("was closed on Monday, then reopened"). A thing on a preposition ("shops at the airport") is no subject.
"""

from collections.abc import Sequence

from evacplan.reading.lexicon import Hit
from evacplan.reading.rules import Frame
from evacplan.reading.views import View

REACH_BEFORE = 14
"""Words that may stand between a thing and the state said of it ("the airport, the embassy said, is closed")."""
REACH_AFTER = 5
"""Words between a state and the thing it is done to ("has closed all of its land borders")."""
ELIDED_REACH = 14
"""Words between two states that are said of one thing ("closed on Monday after an attack, then reopened")."""
LINK = 5
"""Words between two things that share a state ("land borders and the airport are closed")."""


def things_of(view: View, state: Hit, things: Sequence[Hit], states: Sequence[Hit], frame: Frame) -> list[Hit]:
    """Return the things that a state is said of: its subject, or else its object, with what is joined to them."""
    here = [t for t in things if view.segment(t.first) == view.segment(state.first) and not _overlap(t, state)]
    before = [t for t in here if t.last <= state.first]
    after = [t for t in here if t.first >= state.last]
    subject = _subject(view, state, before, states, frame)
    objects = _object(view, state, after, states, loose=frame.loose)
    predicate = _near_before(view, "be", state.first, 3)
    if not subject and not objects:
        return _elided(view, state, things, states, frame)
    if objects and subject and objects[0].concept not in frame.things and subject[0].concept in frame.things:
        return subject
    if subject and (predicate or not objects):
        also = [t for t in after if _near_before(view, "as_well", t.first, 3) and t.first - state.last <= LINK + 2]
        return [*subject, *also]
    return objects or subject


def _elided(view: View, state: Hit, things: Sequence[Hit], states: Sequence[Hit], frame: Frame) -> list[Hit]:
    """Return the thing of the state before, where only light words lead on to this one ("closed, then reopened")."""
    earlier = [s for s in states if s.last <= state.first]
    if not earlier or state.first - earlier[-1].last > ELIDED_REACH:
        return []
    if any(earlier[-1].last <= t.first < state.first for t in things):
        return []
    light = view.hits.get("then", ())
    at = state.first - 1
    while at >= earlier[-1].last and _covered(at, light):
        at -= 1
    if at == state.first - 1 or not any(at < hit.first and hit.last <= state.first for hit in light):
        return []
    before = [t for t in things if t.last <= earlier[-1].first]
    return things_of(view, earlier[-1], things, states, frame)[:1] if before else []


def _begins(view: View, word: int) -> bool:
    """Tell whether a word opens its segment: then the state is a noun or an imperative, and its object follows."""
    return word - view.stretch(view.segment(word - 1))[0] <= 1


def _subject(view: View, state: Hit, before: Sequence[Hit], states: Sequence[Hit], frame: Frame) -> list[Hit]:
    loose, wanted = frame.loose, frame.things
    chain: list[Hit] = []
    edge = state.first
    for thing in reversed(before):
        reach = LINK if chain else REACH_BEFORE
        between = [s for s in states if thing.last <= s.first and s.last <= edge and s.first != state.first]
        if edge - thing.last > reach or (not chain and between):
            break
        if chain and not _joined(view, thing.last, edge):
            break
        if not chain and (not loose or thing.concept not in wanted) and _adjunct(view, thing):
            continue
        chain.append(thing)
        edge = thing.first
    return chain


def _object(view: View, state: Hit, after: Sequence[Hit], states: Sequence[Hit], *, loose: bool) -> list[Hit]:
    chain: list[Hit] = []
    edge = state.last
    for thing in after:
        if thing.first - edge > (LINK if chain else REACH_AFTER):
            break
        if not (_joined(view, edge, thing.first) if chain else _is_object(view, thing, edge, states, loose=loose)):
            break
        chain.append(thing)
        edge = thing.last
    return chain


def _is_object(view: View, thing: Hit, edge: int, states: Sequence[Hit], *, loose: bool) -> bool:
    """Tell whether a thing after a state is what it is done to: nothing else opens between them."""
    if any(edge <= other.first and other.last <= thing.first for other in states):
        return False
    new_clause = any(edge <= hit.first < thing.first for hit in view.hits.get("and", ())) and not _begins(view, edge)
    if new_clause or _near_before(view, "as_well", thing.first, 3):
        return False
    return loose or not _adjunct(view, thing, "beside")


def _adjunct(view: View, thing: Hit, concept: str = "preposition") -> bool:
    """Tell whether a thing hangs on a preposition ("shops at the airport are closed") and so is no subject."""
    at = thing.first - 1
    at = next((mention.first - 1 for mention in view.mentions if mention.first <= at < mention.last), at)
    if view.form(at) == "to" and (start := next((m.first for m in view.mentions if m.last == at), None)) is not None:
        at = start - 1  # "the Bougouni to Sikasso road"
    while view.form(at) and _covered(at, view.hits.get("determiner", ())):
        at -= 1
    return _covered(at, view.hits.get(concept, ()))


def _covered(word: int, hits: Sequence[Hit]) -> bool:
    return any(hit.first <= word < hit.last for hit in hits)


def _joined(view: View, left: int, right: int) -> bool:
    """Tell whether the words between two things only join them."""
    return any(left <= hit.first and hit.last <= right for hit in view.hits.get("and", ())) or (
        right > left and "," in view.words.between(left - 1, left)
    )


def _near_before(view: View, concept: str, word: int, reach: int) -> bool:
    return any(0 <= word - hit.last <= reach for hit in view.hits.get(concept, ()))


def _overlap(one: Hit, other: Hit) -> bool:
    return one.first < other.last and other.first < one.last
