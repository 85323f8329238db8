"""One sentence with everything that was recognised in it: concepts, names, and which words belong to one clause."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evacplan.reading.layout import Sentence
from evacplan.reading.lexicon import Hit
from evacplan.reading.mentions import Mention
from evacplan.reading.words import Words

ASIDE = 5
"""Words in brackets up to this many are an aside: the clause goes on around them as if they were not there."""


@dataclass(frozen=True, slots=True)
class View:
    """A sentence made ready: `hits` by concept in text order, `mentions` in text order.

    `segments` and `clauses` number the words of the sentence (index 0 is word `sentence.first`): words of one segment
    can belong to one statement; a clause is a segment's part between commas.
    """

    words: Words
    sentence: Sentence
    language: str
    hits: Mapping[str, tuple[Hit, ...]]
    mentions: tuple[Mention, ...]
    segments: tuple[int, ...]
    clauses: tuple[int, ...]
    stretches: Mapping[int, tuple[int, int]]

    def of(self, *concepts: str) -> list[Hit]:
        """Return the hits of any of the concepts, in text order."""
        found = [hit for concept in concepts for hit in self.hits.get(concept, ())]
        return sorted(found, key=lambda hit: (hit.first, hit.last))

    def segment(self, word: int) -> int:
        """Return the number of the segment that a word belongs to."""
        return self.segments[word - self.sentence.first]

    def clause(self, word: int) -> int:
        """Return the number of the clause that a word belongs to."""
        return self.clauses[word - self.sentence.first]

    def form(self, word: int) -> str:
        """Return a folded word, or "" outside the sentence."""
        return self.words.form[word] if self.sentence.first <= word < self.sentence.last else ""

    def stretch(self, number: int) -> tuple[int, int]:
        """Return the first word of a segment and the word after its last."""
        return self.stretches[number]


def make_view(
    words: Words, sentence: Sentence, language: str, hits: Sequence[Hit], mentions: Sequence[Mention]
) -> View:
    """Number the segments and clauses of a sentence and group its hits by concept; names become `@` concepts."""
    grouped: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        grouped[hit.concept].append(hit)
    for mention in mentions:
        for kind in mention.ids:
            grouped[f"@{kind}"].append(Hit(f"@{kind}", mention.first, mention.last))
    opens = {hit.first for hit in grouped.get("boundary", ())}
    named = {mention.first for mention in mentions}
    ends = {mention.last for mention in mentions}
    segments: list[int] = []
    clauses: list[int] = []
    stack: list[int] = []
    segment = clause = count = 0
    for word in range(sentence.first, sentence.last):
        between = words.between(word - 1, word) if word > sentence.first else ""
        joined = word in named and word in ends
        if word in opens or (not joined and _breaks(between)):
            count += 1
            segment = count
        for char in between:
            if char in "([" and not _short_aside(words, word, sentence.last):
                stack.append(segment)
                count += 1
                segment = count
            elif char in ")]" and stack:
                segment = stack.pop()
        clause += any(char in ",;:()" for char in between) or word in opens
        segments.append(segment)
        clauses.append(clause)
    view_hits = {concept: tuple(sorted(found, key=lambda h: (h.first, h.last))) for concept, found in grouped.items()}
    return View(
        words,
        sentence,
        language,
        view_hits,
        tuple(mentions),
        tuple(segments),
        tuple(clauses),
        _stretches(sentence, segments),
    )


def _stretches(sentence: Sentence, segments: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Return the first word of each segment and the word after its last."""
    found: dict[int, tuple[int, int]] = {}
    for word, segment in enumerate(segments, start=sentence.first):
        found[segment] = (found.get(segment, (word, word))[0], word + 1)
    return found


def _breaks(between: str) -> bool:
    return ";" in between or ":" in between or " - " in between


def _short_aside(words: Words, at: int, last: int) -> bool:
    """Tell whether the bracket that opens before word `at` closes again within a few words."""
    stop = min(at + ASIDE, last)
    tail = words.folded[words.start[at] : words.end[stop - 1] + 2]
    return ")" in tail or "]" in tail
