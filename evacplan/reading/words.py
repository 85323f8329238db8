"""The words of a text and where they stand."""

import re
from dataclasses import dataclass

from evacplan.reading.clean import JOIN, fold

_WORD = re.compile(r"[a-z\x7f]+|[0-9]+")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as given, its folded twin of the same length, and its words: folded form, first and last character.

    Letters and digits are apart ("21h00" is three words), as are the parts of "l'aéroport" and "couvre-feu".
    """

    text: str
    folded: str
    form: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.form)

    def between(self, left: int, right: int) -> str:
        """Return the folded characters between word `left` and word `right`."""
        return self.folded[self.end[left] : self.start[right]]

    def said(self, first: int, last: int) -> str:
        """Return the source's own characters from word `first` up to, not including, word `last`."""
        return self.text[self.start[first] : self.end[last - 1]] if last > first else ""

    def capital(self, index: int) -> bool:
        """Tell whether the word starts with a capital letter in the source."""
        return self.text[self.start[index]].isupper()


def split_words(text: str) -> Words:
    """Find the words of a text.

    >>> split_words("L'aéroport, dès 21h00").form
    ('l', 'aeroport', 'des', '21', 'h', '00')
    """
    folded = fold(text)
    spans = [found.span() for found in _WORD.finditer(folded)]
    form = [folded[start:end] for start, end in spans]
    if JOIN in folded:
        form = [word.replace(JOIN, "") for word in form]
    return Words(text, folded, tuple(form), tuple(s for s, _ in spans), tuple(e for _, e in spans))
