"""What one text says twice: a closure that the same text says is over is history, not a closure in force."""

from collections.abc import Sequence
from dataclasses import replace

from evacplan.model.advisory import Directive
from evacplan.model.scope import Scope

SETTLED = {
    ("airport", "closed"): "open",
    ("airport", "disrupted"): "open",
    ("airspace", "closed"): "open",
    ("border", "closed"): "open",
    ("road", "cut"): "open",
    ("flights", "suspended"): "resumed",
    ("curfew", "in_force"): "ended",
    ("blockade", "in_force"): "ended",
}
"""What undoes a state of the world."""


def settle(directives: Sequence[Directive], same_sentence: Sequence[int], bygone: Sequence[bool]) -> list[Directive]:
    """Turn closures that the text itself says are over into past ones, and openings that it says are undone.

    Parameters
    ----------
    directives
        In text order.
    same_sentence
        The number of the sentence of each directive.
    bygone
        Whether each was told in a past tense ("was closed"), so that a reopening anywhere in the text undoes it.

    Returns
    -------
    list of Directive
        As many as were given. Of two states told of one thing in one sentence the later is taken, and an opening
        keeps only what the closure leaves of it.
    """
    done = list(directives)
    for number, directive in enumerate(directives):
        undone_by = SETTLED.get((directive.claim.kind, directive.claim.value))
        if undone_by is None or directive.modality != "in_force":
            continue
        for other, later in enumerate(directives):
            undoes = later.claim.kind == directive.claim.kind and later.claim.value == undone_by and later.holds
            if not undoes or not same_place(directive, later):
                continue
            together = same_sentence[number] == same_sentence[other]
            if (bygone[number] and other != number) or (together and other > number):
                done[number] = replace(
                    directive, modality="past", evidence=(*directive.evidence, "undone in this text")
                )
            elif together and other < number:
                done[other] = _undone(later, directive)
    return done


def _undone(opening: Directive, closure: Directive) -> Directive:
    """Return an opening as past if the same sentence takes all of it back; a partial one stays."""
    closed = {target for scope in closure.scope for target in scope.targets}
    left = [_less(scope, closed) for scope in opening.scope if {*scope.targets} - closed]
    if left and not any(target.startswith("country:") for target in closed):
        return replace(opening, scope=tuple(left))
    return replace(opening, modality="past", evidence=(*opening.evidence, "undone in this sentence"))


def _less(scope: Scope, targets: set[str]) -> Scope:
    return replace(scope, targets=tuple(target for target in scope.targets if target not in targets))


def same_place(one: Directive, other: Directive) -> bool:
    """Tell whether two directives hold for a common place; the country holds them all."""
    first = {target for scope in one.scope for target in scope.targets}
    second = {target for scope in other.scope for target in scope.targets}
    return bool(first & second) or any(t.startswith("country:") for t in first | second)
