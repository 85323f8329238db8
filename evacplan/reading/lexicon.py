"""Find phrases of a closed vocabulary among words: a trie over words, longest phrase first, in one pass.

A phrase is folded words; a word that ends in `*` stands for every word that begins so, one that starts with `*` (alone
in its phrase) for every word that ends so. No regular expression is built from the vocabulary: time is linear in the
text whatever the vocabulary says.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evacplan.reading.words import split_words

MIN_SUFFIX = 3
LONGEST_STEM = 24
"""Letters of the longest stem or ending in use; longer words are compared by so many only."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of concept `concept` from word `first` up to, not including, word `last`."""

    concept: str
    first: int
    last: int


@dataclass(slots=True)
class _Node:
    exact: "dict[str, _Node]" = field(default_factory=dict)
    stems: "dict[str, _Node]" = field(default_factory=dict)
    concepts: tuple[str, ...] = ()

    def step(self, word: str) -> "Iterator[_Node]":
        """Yield the nodes that a word leads to: the word itself, then the stems it begins with."""
        if word in self.exact:
            yield self.exact[word]
        if self.stems:
            for length in range(min(len(word), LONGEST_STEM), 0, -1):
                node = self.stems.get(word[:length])
                if node is not None:
                    yield node


def _parts(phrase: str) -> Iterator[tuple[str, bool]]:
    """Yield the folded words of a phrase, each with whether it is a stem."""
    if "*" not in phrase:
        yield from ((word, False) for word in split_words(phrase).form)
        return
    for part in phrase.split():
        words = split_words(part).form
        yield from ((word, part.endswith("*") and at == len(words)) for at, word in enumerate(words, start=1))


class Lexicon:
    """A vocabulary ready to search: phrases by concept."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        """Take phrases as written by people, for each concept."""
        self._root = _Node()
        self._suffixes: dict[str, list[str]] = {}
        self._first: dict[str, tuple[_Node, ...]] = {}
        for concept, written in phrases.items():
            for phrase in written:
                self._add(concept, phrase)

    def _add(self, concept: str, phrase: str) -> None:
        if phrase.startswith("*"):
            self._suffixes.setdefault(phrase[1:], []).append(concept)
            return
        node = self._root
        for word, stem in _parts(phrase):
            branch = node.stems if stem else node.exact
            node = branch.setdefault(word, _Node())
        if concept not in node.concepts:
            node.concepts = (*node.concepts, concept)

    def _begin(self, word: str) -> tuple[_Node, ...]:
        known = self._first.get(word)
        if known is None:
            known = tuple(self._root.step(word))
            ends = [
                c
                for size in range(MIN_SUFFIX, min(len(word), LONGEST_STEM))
                for c in self._suffixes.get(word[-size:], ())
            ]
            if ends:
                known = (*known, _Node(concepts=tuple(ends)))
            if len(self._first) < 200_000:  # a flood of odd words must not become a flood of memory
                self._first[word] = known
        return known

    def _longest(
        self, nodes: Sequence[_Node], words: Sequence[str], at: int, limit: int
    ) -> tuple[int, tuple[str, ...]]:
        """Return where the longest phrase that begins at `at` ends, and its concepts; (at, ()) if none does."""
        if len(nodes) == 1 and not nodes[0].exact and not nodes[0].stems:
            return at + 1, nodes[0].concepts
        end, concepts = at, ()  # type: tuple[int, tuple[str, ...]]
        todo = [(at + 1, node) for node in reversed(nodes)]
        while todo:
            here, node = todo.pop()
            if node.concepts and here > end:
                end, concepts = here, node.concepts
            elif node.concepts and here == end:
                concepts = (*concepts, *(c for c in node.concepts if c not in concepts))
            if here < limit and (node.exact or node.stems):
                todo.extend((here + 1, after) for after in node.step(words[here]))
        return end, concepts

    def find(self, words: Sequence[str], first: int = 0, last: int | None = None) -> list[Hit]:
        """Return the hits in text order: at each word the longest phrase, unless it stands inside another.

        >>> Lexicon({"curfew": ["couvre-feu*"]}).find(("le", "couvre", "feux"))
        [Hit(concept='curfew', first=1, last=3)]
        >>> [hit.concept for hit in Lexicon({"a": ["x y"], "b": ["y"], "c": ["y z"]}).find(("x", "y", "z"))]
        ['a', 'c']
        """
        limit = len(words) if last is None else last
        hits: list[Hit] = []
        edge = first
        known = self._first
        for at in range(first, limit):
            nodes = known.get(words[at])
            if nodes is None:
                nodes = self._begin(words[at])
            if not nodes:
                continue
            end, concepts = self._longest(nodes, words, at, limit)
            if concepts and end > edge:
                edge = end
                for concept in concepts:
                    hits.append(Hit(concept, at, end))  # noqa: PERF401 - one hit is the rule
        return hits
