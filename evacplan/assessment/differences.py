"""Where governments differ: a consul follows one and explains the others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from evacplan.assessment import words
from evacplan.assessment.ground import Ground
from evacplan.assessment.marks import cause_of
from evacplan.assessment.shown import name_of
from evacplan.assessment.standing import Statement
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
    pairs: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    known: dict[tuple[str, str], Pair] = {}
    for (_, target), words_of in _by_target(statements).items():
        pair = _extremes(words_of)
        if pair:
            key = (pair[0].directive.id, pair[1].directive.id)
            known[key] = pair
            pairs[key].append(target)
    found = [_difference(known[key], targets, ground) for key, targets in sorted(pairs.items())]
    return tuple(sorted(found, key=lambda one: (one.target, one.strictest.directive or "", one.laxest.directive or "")))


def _by_target(statements: Iterable[Statement]) -> Mapping[tuple[str, str], Mapping[str, Statement]]:
    """Return the word of each official issuer on each subject and target."""
    word: defaultdict[tuple[str, str], dict[str, Statement]] = defaultdict(dict)
    for statement in statements:
        subject = _subject(statement)
        if not subject or not statement.official or statement.silence:
            continue
        issuer, order = statement.advisory.issuer, _order(statement)
        for target in statement.targets:
            known = word[subject, target]
            if issuer not in known or order < _order(known[issuer]):
                known[issuer] = statement
    return word


def _subject(statement: Statement) -> str:
    """Return what a statement is compared under; "" if differences in it are not listed."""
    claim = statement.directive.claim
    if isinstance(claim, Overland):
        return f"overland.{claim.reach}"
    return claim.kind if claim.kind in _ADVICE or (statement.is_fact and claim.kind != "curfew") else ""


def _order(statement: Statement) -> tuple[float, float, str]:
    """Sort first what counts as the issuer's word: the newest about facts, the strictest in advice."""
    age, strict = -statement.at.timestamp(), -float(words.strictness(statement.directive))
    if statement.directive.claim.kind in _ADVICE:
        return strict, age, statement.directive.id
    return age, strict, statement.directive.id


def _extremes(words_of: Mapping[str, Statement]) -> Pair | None:
    """Return the strictest and the laxest word, None if all agree."""
    if len(words_of) < 2:
        return None
    ranked = sorted(words_of.values(), key=lambda one: (words.strictness(one.directive), one.directive.id))
    laxest, strictest = ranked[0], ranked[-1]
    same = words.strictness(laxest.directive) == words.strictness(strictest.directive)
    return None if same else (strictest, laxest)


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
