"""Which claims give way to others: a bare heading to its section, an instruction to the words that it is lifted."""

from collections.abc import Sequence

from evacplan.model.advisory import Directive
from evacplan.reading.layout import Sentence
from evacplan.reading.matching import Match
from evacplan.reading.settling import same_place

LIFTABLE = ("shelter", "overland", "departure", "fuel", "jet_fuel")
"""Kinds whose end is told with the words of the thing itself."""


def is_lifted(match: Match, told: Sequence[tuple[Match, Directive]]) -> bool:
    """Tell whether the words of a claim are only the object of its end ("the order to shelter in place is lifted").

    Parameters
    ----------
    match
        The claim.
    told
        The claims of its sentence with what was made of them.

    Returns
    -------
    bool
        False where the end is denied or only possible: what is not lifted stands.
    """
    if match.lifts or match.means.kind not in LIFTABLE:
        return False
    return any(
        other.lifts
        and other.means.kind == match.means.kind
        and directive.modality in ("ended", "past")
        and _share_words(match, other)
        for other, directive in told
    )


def _share_words(one: Match, other: Match) -> bool:
    return any(a.first < b.last and b.first < a.last for a in one.parts for b in other.parts)


def bare_headings(
    directives: Sequence[Directive], first_words: Sequence[int], sentences: Sequence[Sentence]
) -> frozenset[int]:
    """Return the places in the list of the directives that a heading only announces and its section states.

    Parameters
    ----------
    directives, first_words
        In text order, each with the first word of its sentence.
    sentences
        All sentences of the text.

    Returns
    -------
    frozenset of int
        A heading stays where its section says nothing of the kind about the same place; a title stands over all.
    """
    number = {sentence.first: at for at, sentence in enumerate(sentences)}
    told = [number[word] for word in first_words]
    return frozenset(
        at
        for at, directive in enumerate(directives)
        if sentences[told[at]].kind == "heading"
        and any(
            other.claim.kind == directive.claim.kind
            and _stands_under(told[later], told[at], sentences)
            and same_place(other, directive)
            for later, other in enumerate(directives)
        )
    )


def _stands_under(sentence: int, heading: int, sentences: Sequence[Sentence]) -> bool:
    """Tell whether a sentence stands under a heading; everything that is no heading stands under the title."""
    if sentences[sentence].kind == "heading":
        return False
    return heading == 0 or sentences[sentence].heading == heading
