"""What was not understood and may matter, and the names that are not ours."""

from collections.abc import Iterator, Sequence

from evacplan.model.advisory import Unread
from evacplan.reading.gazetteer import EntryKind, Gazetteer
from evacplan.reading.matching import Match
from evacplan.reading.mentions import Mention, opens_sentence
from evacplan.reading.phrasebook import Phrasebook
from evacplan.reading.spots import Spot
from evacplan.reading.timing import Timing
from evacplan.reading.views import View
from evacplan.reading.words import Words

NEAR_ENOUGH = 75
MOST_SUGGESTIONS = 3
LONGEST_NAME = 3
ACTOR_REACH = 14
_WORLD_KINDS: dict[str, EntryKind] = {"foreign": "foreign", "people": "people", "abroad": "abroad"}


def world_names(words: Words, book: Phrasebook) -> Iterator[Mention]:
    """Yield the names of other countries, their people and their best known towns."""
    for hit in book.world.find(words.form):
        kind, _, ident = hit.concept.partition(" ")
        if words.capital(hit.first) or kind == "people":
            yield Mention(hit.first, hit.last, {_WORLD_KINDS[kind]: (ident,)})


def actor_of(view: View, match: Match) -> str | None:
    """Return the words that name who says or does it: the nearest before the claim."""
    before = [h for h in view.of("actor") if h.last <= match.anchor.first and match.anchor.first - h.last <= ACTOR_REACH]
    return view.words.said(before[-1].first, before[-1].last) if before else None


def unread_in(
    view: View, spots: Sequence[Spot], gazetteer: Gazetteer, book: Phrasebook, *, made: int, timing: Timing
) -> Iterator[Unread]:
    """Yield what a sentence leaves open: unknown names, unsettled dates, movement words without a claim."""
    moving = made > 0 or _sounds_like_movement(view, book)
    if not moving:
        return
    first, last = view.sentence.first, view.sentence.last
    start, end = view.words.start[first], view.words.end[last - 1]
    quote = view.words.text[start:end]
    for name, near in _unknown_places(view, spots, gazetteer, book):
        yield Unread(quote, (start, end), f"unknown place: {name}", near)
    for dated in timing.dates:
        if dated.why and dated.why != "no year":
            yield Unread(quote, (start, end), f"{dated.why}: {view.words.said(dated.first, dated.last)}")
    for hours in timing.hours:
        if not hours.at_night and view.of("curfew"):
            yield Unread(quote, (start, end), f"hours that are no night: {view.words.said(hours.first, hours.last)}")
    if not made:
        yield Unread(quote, (start, end), "speaks of movement, but no claim was recognised")


def _sounds_like_movement(view: View, book: Phrasebook) -> bool:
    """Tell whether a thing and a state stand in the sentence, or advice and a way."""
    thing = view.of(*(book.things - {"embassy", "services"}))
    return bool(thing and view.of(*book.states)) or bool(view.of("advise_against", "avoid", "urge") and view.of("road", "border", "overland"))


def _unknown_places(
    view: View, spots: Sequence[Spot], gazetteer: Gazetteer, book: Phrasebook
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield capitalised names that stand where a place stands and are not in the gazetteer, with near names."""
    taken = {word for m in view.mentions for word in range(m.first, m.last)} | {
        word for spot in spots for word in range(spot.first, spot.last)
    }
    at = view.sentence.first
    while at < view.sentence.last:
        end = _name_end(view, at, taken, book.known)
        if end > at and _place_like(view, at, taken):
            name = view.words.said(at, end)
            yield name, suggest(name, gazetteer)
        if end > at and end < view.sentence.last:
            taken.update(range(at, end))
        at = max(end, at + 1)


def _name_end(view: View, at: int, taken: set[int], known: frozenset[str]) -> int:
    """Return the word after the unknown name that begins at a word, the word itself if none does."""
    words, end = view.words, at
    while end < view.sentence.last and end - at < LONGEST_NAME:
        form = words.form[end]
        own = end not in taken or end > at
        strange = form.isalpha() and len(form) > 1 and words.capital(end) and own and (form not in known or end > at)
        if not strange or words.said(end, end + 1).isupper():
            break
        if end > at and words.between(end - 1, end) not in (" ", "-"):
            break
        end += 1
    return at if opens_sentence(words, at) else end


def _place_like(view: View, at: int, taken: set[int]) -> bool:
    before = view.form(at - 1)
    if before in _PLACE_BEFORE:
        return True
    return (at - 1 in taken and view.words.between(at - 1, at).strip() in (",", "-")) or (
        before in ("and", "et") and at - 2 in taken
    )


_PLACE_BEFORE = {"in", "near", "at", "to", "towards", "from", "between", "around", "outside", "linking", "a", "vers", "pres",
                 "entre", "depuis", "village", "ville", "localite", "commune", "town", "cercle"}  # fmt: skip


def suggest(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return known names that look like an unknown one, the nearest first: for a person to choose, never matched.

    >>> suggest.__name__
    'suggest'
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only needed where a name is unknown

    from evacplan.reading.clean import fold  # noqa: PLC0415 - kept beside its only use

    found = process.extract(name, gazetteer.names, scorer=fuzz.ratio, processor=fold, limit=MOST_SUGGESTIONS, score_cutoff=NEAR_ENOUGH)
    return tuple(match for match, _, _ in found)
