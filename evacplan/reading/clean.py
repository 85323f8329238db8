"""Fold a text letter by letter, so that every position in the folded text is a position in the source.

Folding lowers case, strips accents and turns every character that is no letter or digit into something plain, one for
one: the folded text is as long as the source, and a span found in one is a span of the other.
"""

import re
import unicodedata

JOIN = "\x7f"
"""Stands for what has no width inside a word (combining accents, soft hyphens, zero-width marks)."""

_KEPT = set("\n.,;:!?()[]'\"-/%+*#<>|=_&")
_ZERO_WIDTH = {0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}
_SAME_AS = {
    "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": ";", "―": ";", "−": "-", "•": "*", "·": "*", "…": ".",
    "œ": "o", "Œ": "o", "æ": "a", "Æ": "a", "ø": "o", "Ø": "o", "ß": "s", "ð": "d", "þ": "t", "ł": "l", "ı": "i",
    "\r": " ", "\x0b": " ", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
"""Typographic characters and what they count as; a dash between clauses counts as a semicolon."""


class _Folding(dict[int, str]):
    """A translation table that works out each character once."""

    def __missing__(self, code: int) -> str:
        """Return the one character that stands for `code`."""
        folded = self[code] = _fold(chr(code), code)
        return folded


def _fold(char: str, code: int) -> str:
    if char in _SAME_AS:
        return _SAME_AS[char]
    if code in _ZERO_WIDTH or unicodedata.combining(char):
        return JOIN
    base = unicodedata.normalize("NFKD", char)[:1].lower()[:1]
    if (base.isascii() and base.isalnum()) or base in _KEPT:
        return base
    return "w" if char.isalpha() else " "


_TABLE = _Folding()

_MARKUP = re.compile(
    r"!\[[^\[\]\n]{0,300}+\]\([^()\n]{0,700}+\)"  # an image: nothing in it is said
    r"|(?<=\])\([^()\n]{0,700}+\)"  # the target of a link: its words stay
    r"|(?:https?://|www\.)[^\s)>\]]{1,500}+"
    r"|<[!/]?[a-z][^<>\n]{0,300}+>"  # an HTML tag
    r"|(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
)


def fold(text: str) -> str:
    """Return the folded text, of the same length, with markup, links and addresses blanked.

    >>> fold("L’aéroport de Ségou… [ici](https://x.y)")
    "l'aeroport de segou. [ici]             "
    """
    return _MARKUP.sub(lambda found: " " * len(found[0]), text.translate(_TABLE))
