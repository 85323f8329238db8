"""Where a text names something of the gazetteer, and what of its possible meanings the name can have there."""

from collections.abc import Mapping
from dataclasses import dataclass

from evacplan.reading.gazetteer import EntryKind, Gazetteer
from evacplan.reading.words import Words

SHORT_NAME = 6
"""A name of at most so many letters is dropped beside another capitalised word: San Pedro is not San."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name from word `first` up to, not including, `last`; `ids` lists what it may mean by kind of entry."""

    first: int
    last: int
    ids: Mapping[EntryKind, tuple[str, ...]]

    def of(self, *kinds: EntryKind) -> str | None:
        """Return the first id among the given kinds, or None."""
        return next((ids[0] for kind in kinds if (ids := self.ids.get(kind))), None)


def find_mentions(
    words: Words, gazetteer: Gazetteer, known: frozenset[str], not_names: frozenset[str]
) -> list[Mention]:
    """Find the names in a text, in text order.

    A place counts only where it is written with a capital letter and is no part of a longer unknown name.

    Parameters
    ----------
    words
        The whole text.
    gazetteer
        The closed list of names.
    known
        Folded words that may stand beside a name without being part of it (ordinary words, months, "Region" ...).
    not_names
        Folded names that are ordinary words too ("dire"): never taken at the start of a sentence.
    """
    found: dict[tuple[int, int], dict[EntryKind, tuple[str, ...]]] = {}
    for hit in gazetteer.lexicon.find(words.form):
        entry = gazetteer.entries[hit.concept]
        ids = found.setdefault((hit.first, hit.last), {})
        ids[entry.kind] = (*ids.get(entry.kind, ()), entry.id)
    starts = {word for first, last in found for word in range(first, last)}
    return [
        Mention(first, last, ids)
        for (first, last), ids in sorted(found.items())
        if _written_as_name(words, first, last, ids, not_names) and not _part_of_name(words, first, last, starts, known)
    ]


def _written_as_name(
    words: Words, first: int, last: int, ids: Mapping[EntryKind, tuple[str, ...]], not_names: frozenset[str]
) -> bool:
    if "people" in ids or "road" in ids:
        return True
    if "foreign" in ids:
        return True  # French adjectives of nationality are written small
    capital = any(words.capital(at) for at in range(first, last))
    if last - first == 1 and words.form[first] in not_names:
        return capital and words.capital(first) and not opens_sentence(words, first)
    return capital


def opens_sentence(words: Words, at: int) -> bool:
    """Tell whether a word stands where any word has a capital."""
    before = words.folded[max(0, words.start[at] - 40) : words.start[at]].rstrip(" \"'(*_[#-;")
    return not before or before[-1] in ".!?:\n"


def _part_of_name(words: Words, first: int, last: int, starts: set[int], known: frozenset[str]) -> bool:
    """Tell whether the words are a piece of a longer name that is not in the gazetteer."""
    if words.end[last - 1] - words.start[first] > SHORT_NAME:
        return False
    if last < len(words) and words.between(last - 1, last) in (" ", "-") and _strange(words, last, starts, known):
        return True
    if last + 1 < len(words) and words.form[last] == "du" and words.between(last - 1, last) == " ":
        return _strange(words, last + 1, starts, known)
    if not first or words.between(first - 1, first) not in (" ", "-"):
        return False
    return _strange(words, first - 1, starts, known) and not opens_sentence(words, first - 1)


def _strange(words: Words, at: int, starts: set[int], known: frozenset[str]) -> bool:
    """Tell whether a word is a capitalised one that is neither a name of ours nor an ordinary word."""
    form = words.form[at]
    return form.isalpha() and words.capital(at) and at not in starts and form not in known and not _roman(form)


def _roman(form: str) -> bool:
    return set(form) <= set("ivx")
