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
        """Return the hits of any of the concepts in text order, those at one place in order of concept."""
        found = [hit for concept in concepts for hit in self.hits.get(concept, ())]
        return sorted(found, key=lambda hit: (hit.first, hit.last, hit.concept))

    def segment(self, word: int) -> int:
        """Return the number of the segment that a word belongs to."""
        return self.segments[word - self.sentence.first]

    def clause(self, word: int) -> int:
        """Return the number of the clause that a word belongs to, -1 for a word before the sentence."""
        return self.clauses[word - self.sentence.first] if word >= self.sentence.first else -1

    def form(self, word: int) -> str:
        """Return a folded word, or "" outside the sentence."""
        return self.words.form[word] if self.sentence.first <= word < self.sentence.last else ""

    def stretch(self, number: int) -> tuple[int, int]:
        """Return the first word of a segment and the word after its last."""
        return self.stretches[number]


def make_view(
    words: Words, sentence: Sentence, language: str, hits: Sequence[Hit], mentions: Sequence[Mention]
) -> View:
    """Make a sentence ready: number its segments and clauses, group hits by concept; names become `@` concepts."""
    grouped: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        grouped[hit.concept].append(hit)
    for mention in mentions:
        for kind in mention.ids:
            grouped[f"@{kind}"].append(Hit(f"@{kind}", mention.first, mention.last))
    opens = {hit.first for hit in grouped.get("boundary", ())}
    joined = {mention.first for mention in mentions} & {mention.last for mention in mentions}
    segments, clauses = _number_words(words, sentence, opens, joined)
    by_concept = {concept: tuple(sorted(found, key=lambda h: (h.first, h.last))) for concept, found in grouped.items()}
    return View(
        words, sentence, language, by_concept, tuple(mentions), segments, clauses, _stretches(sentence, segments)
    )


def _number_words(
    words: Words, sentence: Sentence, opens: set[int], joined: set[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give each word of a sentence its segment and clause; a long bracket is a segment of its own.

    `opens` are words that open a segment ("but"), `joined` names that stand right after another one: the dash between
    them is no break.
    """
    segments: list[int] = []
    clauses: list[int] = []
    outer: list[int] = []
    segment = clause = count = 0
    for word in range(sentence.first, sentence.last):
        between = words.between(word - 1, word) if word > sentence.first else ""
        if between == ":" and words.form[word - 1].isdigit() and words.form[word][:1].isdigit():
            between = ""  # a time of day: no break inside "21:00"
        if word in opens or (word not in joined and _breaks(between)):
            segment = count = count + 1
        for char in between:
            if char in "([" and not _short_aside(words, word, sentence.last):
                outer.append(segment)
                segment = count = count + 1
            elif char in ")]" and outer:
                segment = outer.pop()
        clause += word in opens or any(char in ",;:()" for char in between)
        segments.append(segment)
        clauses.append(clause)
    return tuple(segments), tuple(clauses)


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
