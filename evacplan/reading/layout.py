"""Headings, bullets, paragraphs and sentences of a text, as ranges of words."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evacplan.reading.words import Words

Kind = Literal["plain", "heading", "bullet"]

LONGEST_SENTENCE = 120
"""Words after which a sentence is cut wherever it stands, so that work per sentence is bounded."""
LONGEST_HEADING = 12
WRAPPED_LINE = 60
"""A line at least this long may be the first part of a sentence that goes on in the next line (pasted e-mail)."""

_END = re.compile(r"[.!?]{1,4}[\"')\]*_]{0,4}(?=\s|\Z)|(?<=[a-z]{4})\.{1,3}(?=[a-z])")
_BULLET = re.compile(r"\s{0,20}(?:[*+-]|[0-9]{1,2}[.)]|o)\s{1,8}")
_HEADING_MARK = re.compile(r"\s{0,3}(?:\[?#{1,6}\s|\*\*)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s.(\"'])(?:[a-z]|mr|mrs|ms|dr|st|ste|col|gen|maj|lt|capt|no|art|approx|vs|cf|e\.g|i\.e"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|janv|fevr|juil|mme|mlle|me)$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `first` to `last` (not included) of a text; `heading` and `intro` are sentence numbers or None.

    `heading` is the heading that the sentence stands under, `intro` the line that opens the list of a bullet, `block`
    counts paragraphs and list items.
    """

    first: int
    last: int
    kind: Kind
    block: int
    heading: int | None
    intro: int | None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    kind: Kind
    joins: bool


def _lines(folded: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(folded):
        end = folded.find("\n", start)
        end = len(folded) if end < 0 else end
        yield start, end
        start = end + 1


def _kind(line: str, source: str) -> Kind:
    if _HEADING_MARK.match(line):
        bold = line.strip()
        return "heading" if bold.startswith(("#", "[#")) or bold.endswith(("**", "**;")) else "plain"
    if _BULLET.match(line):
        return "bullet"
    short = 0 < len(line.split()) <= LONGEST_HEADING
    closed = line.rstrip(" \"')*_").endswith((".", "!", "?", ":", ";", ","))
    return "heading" if short and not closed and source.lstrip(" \"'«“*_")[:1].isupper() else "plain"


def _classified(words: Words) -> Iterator[_Line]:
    """Yield the lines with text; a line joins the one before if a sentence runs over from it."""
    before: _Line | None = None
    blank = True
    for start, end in _lines(words.folded):
        line, source = words.folded[start:end], words.text[start:end]
        if not line.strip():
            blank = True
            continue
        kind = _kind(line, source)
        joins = not blank and before is not None and _runs_over(words, before, kind, source)
        if joins and before is not None:
            kind = before.kind
        before = _Line(start, end, kind, joins)
        blank = False
        yield before


def _runs_over(words: Words, before: _Line, kind: Kind, source: str) -> bool:
    if kind == "bullet" or before.kind == "heading":
        return False
    ends = words.folded[before.start : before.end].rstrip(" \"')*_")
    if ends.endswith((".", "!", "?", ":", ";")):
        return False
    return source.lstrip()[:1].islower() or before.end - before.start >= WRAPPED_LINE


def _stops(words: Words, start: int, end: int) -> Iterator[int]:
    """Yield the character after each sentence that ends within a line."""
    for found in _END.finditer(words.folded, start, end):
        if found[0][0] == "." and _ABBREVIATION.search(words.folded, max(start, found.start() - 8), found.start()):
            following = words.text[found.end() : found.end() + 40].lstrip(" \"'«“(")
            if not following[:1].isupper() or words.folded[found.start() - 2 : found.start() - 1] in (".", " "):
                continue
        glued = not words.text[found.end() : found.end() + 1].isspace() and found.end() < end
        following = words.text[found.end() : found.end() + 20].lstrip()
        if following[:1].islower() or (glued and not _new_sentence(words, found.start(), found.end())):
            continue
        yield found.end()


def _new_sentence(words: Words, stop: int, after: int) -> bool:
    """Tell whether a sentence begins right after a full stop without a blank ("la ville.Les habitants")."""
    return words.text[after : after + 1].isupper() and words.text[stop - 4 : stop].islower()


def _pieces(words: Words, line: _Line) -> Iterator[tuple[int, int]]:
    """Yield word ranges of the sentences of one line, none longer than `LONGEST_SENTENCE`."""
    start = line.start
    for stop in [*_stops(words, line.start, line.end), line.end]:
        first, last = bisect_left(words.start, start), bisect_left(words.start, stop)
        for cut in range(first, last, LONGEST_SENTENCE):
            yield cut, min(cut + LONGEST_SENTENCE, last)
        start = stop


def find_sentences(words: Words) -> tuple[Sentence, ...]:
    r"""Split a text into sentences with the headings and list openings that they stand under.

    >>> from evacplan.reading.words import split_words
    >>> [s.kind for s in find_sentences(split_words("# Roads\n\nAvoid:\n* the RN16\n* ferries. Drive slowly."))]
    ['heading', 'plain', 'bullet', 'bullet', 'bullet']
    """
    sentences: list[Sentence] = []
    heading: int | None = None
    intro: int | None = None
    block = 0
    for line in _classified(words):
        block += not line.joins
        for first, last in _pieces(words, line):
            if line.joins and sentences and _unfinished(words, sentences[-1], first):
                before = sentences.pop()
                sentences.append(Sentence(before.first, last, before.kind, block, before.heading, before.intro))
                continue
            number = len(sentences)
            if line.kind == "heading":
                heading, intro = number, None
                sentences.append(Sentence(first, last, "heading", block, None, None))
                continue
            sentences.append(Sentence(first, last, line.kind, block, heading, intro if line.kind == "bullet" else None))
            if line.kind == "plain":
                intro = number
    return tuple(sentences)


def _unfinished(words: Words, sentence: Sentence, following: int) -> bool:
    """Tell whether only the line's end stands between a sentence and the next words."""
    if following >= len(words) or following - sentence.first >= LONGEST_SENTENCE:
        return False
    return not re.search(r"[.!?:;]", words.folded[words.end[sentence.last - 1] : words.start[following]])
