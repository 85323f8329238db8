"""Where governments differ: a consul follows one and explains the others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evacplan.assessment import words
from evacplan.assessment.ground import Ground
from evacplan.assessment.marks import cause_of
from evacplan.assessment.shown import name_of
from evacplan.assessment.statement import Statement
from evacplan.model.claims import Overland
from evacplan.model.situation import Disagreement

_ADVICE = frozenset({"travel", "overland"})
Pair = tuple[Statement, Statement]


def disagreements(statements: Iterable[Statement], ground: Ground) -> tuple[Disagreement, ...]:
    """Return where the newest words of official issuers differ, one entry for each pair of statements.

    About facts the newest word of each issuer counts, about travel and overland advice its strictest. An issuer that
    says nothing of a place agrees with everyone. The target is the id if there is one, else the country's id or the
    name of the narrower scope.
    """
    pairs: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    ranked = _ranked(statements)
    for (_, target), words_of in _by_target(ranked).items():
        if len(words_of) > 1:
            laxest, strictest = min(words_of), max(words_of)
            if ranked[laxest].strictness < ranked[strictest].strictness:
                pairs[strictest, laxest].append(target)
    found = [
        _difference((ranked[strictest].statement, ranked[laxest].statement), targets, ground)
        for (strictest, laxest), targets in pairs.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.target, one.strictest.directive or "", one.laxest.directive or "")))


@dataclass(frozen=True, slots=True)
class _Word:
    """A statement with what it is compared under, and how strict it is."""

    statement: Statement
    subject: str
    strictness: int


def _ranked(statements: Iterable[Statement]) -> list[_Word]:
    """Return the words of official issuers from the laxest to the strictest; the place in the list is the rank."""
    said = [
        _Word(one, _subject(one), words.strictness(one.directive))
        for one in statements
        if one.official and not one.silence
    ]
    said.sort(key=lambda word: (word.strictness, word.statement.directive.id))
    return [word for word in said if word.subject]


def _by_target(ranked: Sequence[_Word]) -> Mapping[tuple[str, str], Sequence[int]]:
    """Return the ranks of the words that count on each subject and target, one for each issuer."""
    grouped: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for rank, word in enumerate(ranked):
        grouped[word.subject, word.statement.advisory.issuer].append(rank)
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for (subject, _), ranks in grouped.items():
        said: frozenset[str] = frozenset()
        for rank in sorted(ranks, key=lambda rank: _order(ranked[rank])):
            targets = ranked[rank].statement.targets
            for target in targets - said:
                found[subject, target].append(rank)
            said |= targets
    return found


def _subject(statement: Statement) -> str:
    """Return what a statement is compared under; "" if differences in it are not listed."""
    claim = statement.directive.claim
    if isinstance(claim, Overland):
        return f"overland.{claim.reach}"
    return claim.kind if claim.kind in _ADVICE or (statement.is_fact and claim.kind != "curfew") else ""


def _order(word: _Word) -> tuple[float, float, str]:
    """Sort first what counts as the issuer's word: the newest about facts, the strictest in advice."""
    directive, age, strict = word.statement.directive, -word.statement.at.timestamp(), -float(word.strictness)
    return (strict, age, directive.id) if directive.claim.kind in _ADVICE else (age, strict, directive.id)


def _difference(pair: Pair, targets: Sequence[str], ground: Ground) -> Disagreement:
    return Disagreement(_name(pair, targets, ground), cause_of(pair[0]), cause_of(pair[1]))


def _name(pair: Pair, targets: Sequence[str], ground: Ground) -> str:
    if len(targets) == 1:
        return targets[0]
    if ground.home_places <= set(targets):
        return ground.country
    narrower = min(pair, key=lambda one: (len(one.targets), one.directive.id)).directive
    named = {target for scope in narrower.scope for target in scope.targets}
    return named.pop() if len(named) == 1 else name_of(narrower)
