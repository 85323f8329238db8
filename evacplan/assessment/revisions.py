"""A page's new revision against the one before: which directives stood there already and keep their id."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from evacplan.model.advisory import Directive


def carry_over(
    new: Sequence[Directive], before: Sequence[Directive], *, next_number: int
) -> tuple[tuple[Directive, ...], frozenset[str]]:
    """Return the directives of a new revision with their ids, and which of the ids are old.

    A directive whose words, claim and force stood in the revision before keeps its id; every other gets the next free
    number. White space and the place in the text make no difference.

    The order is the one given.
    """
    known: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for directive in before:
        known[_identity(directive)].append(directive.id)
    numbered: list[Directive] = []
    carried: set[str] = set()
    for directive in new:
        same = known[_identity(directive)]
        if same:
            carried.add(same[0])
            numbered.append(replace(directive, id=same.pop(0)))
        else:
            numbered.append(replace(directive, id=f"D-{next_number:06d}"))
            next_number += 1
    return tuple(numbered), frozenset(carried)


def _identity(directive: Directive) -> tuple[object, ...]:
    """Return what makes two directives of two revisions the same statement."""
    places = directive.scope, directive.exception
    named = [[(scope.type, scope.name, scope.targets) for scope in scopes] for scopes in places]
    words = " ".join(directive.quote.split())
    return directive.claim, directive.modality, *map(tuple, named), directive.starts, directive.until, words
