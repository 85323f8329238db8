"""Names that are not ours: of other countries, and places that nobody in the data knows."""

from collections.abc import Iterator

from evacplan.reading.gazetteer import EntryKind
from evacplan.reading.mentions import Mention, opens_sentence
from evacplan.reading.rules import Phrasebook
from evacplan.reading.words import Words

LONGEST_NAME = 3
SHORTEST_WORD = 3
_WORLD_KINDS: dict[str, EntryKind] = {"foreign": "foreign", "people": "people", "abroad": "abroad"}


def world_names(words: Words, book: Phrasebook) -> Iterator[Mention]:
    """Yield the names of other countries, their people and their best known towns."""
    for hit in book.world.find(words.form):
        kind, _, ident = hit.concept.partition(" ")
        if words.capital(hit.first) or kind == "people":
            yield Mention(hit.first, hit.last, {_WORLD_KINDS[kind]: (ident,)})


def unknown_places(words: Words, first: int, last: int, taken: set[int], book: Phrasebook) -> Iterator[Mention]:
    """Yield capitalised names that stand where a place stands and are in no list.

    Parameters
    ----------
    words, first, last
        The text, and the words of one sentence.
    taken
        Words that belong to a known name.
    book
        Knows the ordinary words, which are no names even with a capital, and the words that places stand after.
    """
    places = set(taken)
    at = first
    while at < last:
        end = at
        if words.capital(at) and at not in taken and _place_like(words, at, first, places, book):
            end = _name_end(words, at, last, taken, book.known)
        if end > at:
            yield Mention(at, end, {"unknown": (words.said(at, end),)})
            places.update(range(at, end))
        at = max(end, at + 1)


def _name_end(words: Words, at: int, last: int, taken: set[int], known: frozenset[str]) -> int:
    """Return the word after the unknown name that begins at a word; the word itself if none does."""
    end = at
    while end < last and end - at < LONGEST_NAME and _could_be_named(words, end, at, taken, known):
        if end > at and words.between(end - 1, end) not in (" ", "-"):
            break
        end += 1
    long_enough = end > at and len(words.form[at]) >= SHORTEST_WORD
    return end if long_enough and not opens_sentence(words, at) else at


def _could_be_named(words: Words, at: int, start: int, taken: set[int], known: frozenset[str]) -> bool:
    form = words.form[at]
    if not form.isalpha() or not words.capital(at) or at in taken:
        return False
    return form not in known and not (words.said(at, at + 1).isupper() and len(form) > 1 and at == start)


def _place_like(words: Words, at: int, first: int, places: set[int], book: Phrasebook) -> bool:
    """Tell whether a word stands where a place stands: after "in", after "ville de", or joined to a place."""
    if at <= first:
        return False
    before = words.form[at - 1]
    if before in book.little["place_after"]:
        return True
    if before in book.little["of"]:
        return at - 2 >= first and words.form[at - 2] in book.little["place_head"]
    if at - 1 in places:
        return words.between(at - 1, at).strip() in (",", "-")
    return before in book.little["closes_list"] and at - 2 in places
