"""What a sentence claims: frames (a thing is in a state) and patterns (concepts close together)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evacplan.reading.lexicon import Hit
from evacplan.reading.phrasebook import Frame, Meaning, Mood, Pattern, Phrasebook, Slot
from evacplan.reading.views import View

REACH_BEFORE = 14
"""Words that may stand between a thing and the state said of it ("the airport, the embassy said, is closed")."""
REACH_AFTER = 5
"""Words between a state and the thing it is done to ("has closed all of its land borders")."""
ELIDED_REACH = 14
"""Words between two states that are said of one thing ("closed on Monday after an attack, then reopened")."""
LINK = 5
"""Words between two things that share a state ("land borders and the airport are closed")."""


@dataclass(frozen=True, slots=True)
class Match:
    """A recognised claim: the rule's name, what it means, the word that carries it and all words that took part."""

    rule: str
    means: Meaning
    mood: Mood
    anchor: Hit
    parts: tuple[Hit, ...]
    lifts: bool
    noun: bool = False
    negative: bool = False
    framed: bool = False
    first: int = 0
    last: int = 0

    def __post_init__(self) -> None:
        """Work out the first word that took part, and the word after the last."""
        object.__setattr__(self, "first", min(part.first for part in self.parts))
        object.__setattr__(self, "last", max(part.last for part in self.parts))


def find_matches(view: View, book: Phrasebook) -> list[Match]:
    """Return what a sentence claims, in text order; per anchor and kind the first rule that fits is taken."""
    found: dict[tuple[str, int], Match] = {}
    for match in _all(view, book):
        found.setdefault((match.means.kind, match.anchor.first), match)
    return sorted(found.values(), key=lambda match: (match.anchor.first, match.means.kind))


def _all(view: View, book: Phrasebook) -> Iterator[Match]:
    wanted = sorted({number for concept in view.hits for number in book.by_anchor.get(concept, ())})
    for pattern in (book.patterns[number] for number in wanted):
        for anchor in view.of(*pattern.anchor):
            parts = _fit(view, pattern, anchor)
            if parts:
                yield Match(
                    pattern.name,
                    pattern.means,
                    pattern.mood,
                    anchor,
                    parts,
                    pattern.lifts,
                    pattern.noun,
                    pattern.negative,
                )
    for frame in book.frames:
        if any(state in view.hits for state in frame.states):
            yield from _framed(view, book, frame)


def _fit(view: View, pattern: Pattern, anchor: Hit) -> tuple[Hit, ...]:
    """Return the words of a pattern around an anchor, or () if it does not fit."""
    parts = [anchor]
    rivals = [hit for hit in view.of(*pattern.anchor) if hit != anchor]
    for slot in pattern.slots:
        hit = _nearest(view, slot, anchor, rivals if slot.side != "anywhere" else ())
        if hit is None:
            return ()
        if slot.side != "anywhere":
            parts.append(hit)
    if any(_nearest(view, slot, anchor) for slot in pattern.unless):
        return ()
    return tuple(parts)


def _nearest(view: View, slot: Slot, anchor: Hit, rivals: Sequence[Hit] = ()) -> Hit | None:
    """Return the hit of a slot that is nearest to the anchor, in the same segment and within reach."""
    best: tuple[int, Hit] | None = None
    for concept in slot.concepts:
        for hit in view.hits.get(concept, ()):
            away = _away(hit, anchor, slot)
            if (
                away is None
                or (rivals and _taken(hit, anchor, away, rivals))
                or (slot.side != "anywhere" and view.segment(hit.first) != view.segment(anchor.first))
            ):
                continue
            if best is None or away < best[0]:
                best = (away, hit)
    return best[1] if best else None


def _taken(hit: Hit, anchor: Hit, away: int, rivals: Sequence[Hit]) -> bool:
    """Tell whether another word of the same force stands nearer, on the same side of the hit as the anchor."""
    for rival in rivals:
        same_side = (rival.first < hit.first) == (anchor.first < hit.first)
        gap = hit.first - rival.last if rival.first < hit.first else rival.first - hit.last
        if same_side and 0 <= gap < away:
            return True
    return False


def _away(hit: Hit, anchor: Hit, slot: Slot) -> int | None:
    """Return how many words lie between a hit and the anchor, None if it stands on the wrong side or too far."""
    if slot.side == "anywhere":
        return abs(hit.first - anchor.first)
    if hit.last <= anchor.first:
        away = anchor.first - hit.last
        return away if slot.side != "after" and away <= slot.gap else None
    if hit.first >= anchor.last:
        away = hit.first - anchor.last
        return away if slot.side != "before" and away <= slot.gap else None
    return 0 if (hit.first, hit.last) == (anchor.first, anchor.last) or slot.side == "either" else None


def _framed(view: View, book: Phrasebook, frame: Frame) -> Iterator[Match]:
    """Yield what is said of things in one of the frame's states."""
    things = [h for h in view.of(*book.things)]
    states = view.of(*book.states)
    for state in view.of(*frame.states):
        if any(_nearest(view, slot, state) for slot in frame.unless):
            continue
        for thing in _things_of(view, state, things, states, frame):
            meaning = frame.things.get(thing.concept)
            if meaning is not None:
                yield Match(
                    f"{frame.name} {thing.concept}",
                    meaning,
                    frame.mood,
                    state,
                    (thing, state),
                    frame.lifts,
                    noun=thing.first >= state.last,
                    framed=True,
                )


def _things_of(view: View, state: Hit, things: Sequence[Hit], states: Sequence[Hit], frame: Frame) -> list[Hit]:
    """Return the things that a state is said of: its subject, or else its object, with what is joined to them."""
    here = [t for t in things if view.segment(t.first) == view.segment(state.first) and not _overlap(t, state)]
    before = [t for t in here if t.last <= state.first]
    after = [t for t in here if t.first >= state.last]
    subject = _subject(view, state, before, states, loose=frame.loose)
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
    return _things_of(view, earlier[-1], things, states, frame)[:1] if before else []


def _begins(view: View, word: int) -> bool:
    """Tell whether a word opens its segment: then the state is a noun or an imperative, and its object follows."""
    return word - view.stretch(view.segment(word - 1))[0] <= 1


def _subject(view: View, state: Hit, before: Sequence[Hit], states: Sequence[Hit], *, loose: bool) -> list[Hit]:
    chain: list[Hit] = []
    edge = state.first
    for thing in reversed(before):
        reach = LINK if chain else REACH_BEFORE
        between = [s for s in states if thing.last <= s.first and s.last <= edge and s.first != state.first]
        if edge - thing.last > reach or (not chain and between):
            break
        if chain and not _joined(view, thing.last, edge):
            break
        if not chain and not loose and _adjunct(view, thing):
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
        if not chain and any(edge <= s.first and s.last <= thing.first for s in states):
            break
        if (
            not chain
            and any(edge <= a.first < thing.first for a in view.hits.get("and", ()))
            and not _begins(view, edge)
        ):
            break
        if chain and not _joined(view, edge, thing.first):
            break
        if not chain and _near_before(view, "as_well", thing.first, 3):
            break
        if not chain and not loose and _adjunct(view, thing, "beside"):
            break
        chain.append(thing)
        edge = thing.last
    return chain


def _adjunct(view: View, thing: Hit, concept: str = "preposition") -> bool:
    """Tell whether a thing hangs on a preposition ("shops at the airport are closed") and so is no subject."""
    at = thing.first - 1
    names = [(mention.first, mention.last) for mention in view.mentions]
    while view.form(at) and (_covered(at, view.hits.get("determiner", ())) or any(a <= at < b for a, b in names)):
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
