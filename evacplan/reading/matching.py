"""What a sentence claims: frames (a thing is in a state) and patterns (concepts close together)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evacplan.reading.frames import things_of
from evacplan.reading.lexicon import Hit
from evacplan.reading.rules import Frame, Meaning, Mood, Pattern, Phrasebook, Slot
from evacplan.reading.views import View


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


_SIDE_BY_SIDE = ("vehicle_target",)
"""Kinds of which one word may claim several values ("buses and tankers were burned")."""


def find_matches(view: View, book: Phrasebook) -> list[Match]:
    """Return what a sentence claims, in text order; per anchor and kind the first rule that fits is taken."""
    found: dict[tuple[str, str, int], Match] = {}
    for match in _all(view, book):
        apart = match.means.value if match.means.kind in _SIDE_BY_SIDE else ""
        found.setdefault((match.means.kind, apart, match.anchor.first), match)
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
    if pattern.opens and view.clause(anchor.first - 1) == view.clause(anchor.first):
        return ()
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
    things = view.of(*book.things)
    states = view.of(*book.states)
    for state in view.of(*frame.states):
        if any(_nearest(view, slot, state) for slot in frame.unless):
            continue
        for thing in things_of(view, state, things, states, frame):
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
