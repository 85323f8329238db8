"""What is left when openings have ended what they can: facts by the newest opening, advice by the issuer's own word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from evacplan.assessment.ground import NONE, Ground, Ids
from evacplan.assessment.history import PersonsFact
from evacplan.assessment.statement import Statement, same_subject
from evacplan.model import times


def settle(
    statements: Sequence[Statement], persons: Mapping[str, PersonsFact], ground: Ground
) -> tuple[Statement, ...]:
    """Take from every warning and silence the targets that something newer has opened.

    A fact is ended by any official opening, or a person's own fact, about the same target that is newer; a warning of
    equal date stays (the stricter wins). Among warnings nothing is ended by a weaker one: only an opening opens.
    Advice is ended only by newer words of the same issuer. A road that is said to be usable again also ends what a
    blockade or a silence did to it. Warnings that hold nowhere any more are left out; those whose place is not in the
    data stay, without targets.
    """
    openings: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.loosens:
            openings[statement.directive.claim.kind].append(statement)
    own = [(fact.fact.at, ground.with_crossings(target)) for target, fact in persons.items()]
    settled = []
    for statement in statements:
        if statement.loosens:
            continue
        opened = _opened(statement, openings, own)
        if not opened:
            settled.append(statement)
        elif statement.targets - opened or not statement.targets:
            targets, left_out = statement.targets - opened, statement.left_out | opened
            settled.append(replace(statement, targets=targets, left_out=left_out))
    return tuple(settled)


def _opened(statement: Statement, openings: Mapping[str, list[Statement]], own: Iterable[tuple[datetime, Ids]]) -> Ids:
    """Return the ids that something newer has opened, as far as it may end this statement."""
    kind = statement.directive.claim.kind
    kinds = (kind, "road") if kind == "blockade" or (kind == "overland" and statement.silence) else (kind,)
    opened = [
        new.targets
        for one in kinds
        for new in openings.get(one, ())
        if new.at > statement.at and _may_end(new, statement)
    ]
    if statement.is_fact:
        opened += [ids for at, ids in own if at > statement.at]
    return NONE.union(*opened) if opened else NONE


def _may_end(opening: Statement, statement: Statement) -> bool:
    """Tell whether this opening can end that statement at all: about facts anyone's, about advice the issuer's own."""
    if not statement.is_fact and opening.advisory.issuer != statement.advisory.issuer:
        return False
    if opening.directive.claim.kind == "road":
        return True
    return same_subject(opening.directive, statement.directive)


def persons_facts(facts: Iterable[PersonsFact], as_of: datetime) -> dict[str, PersonsFact]:
    """Return the newest fact that a person set for each target, as far as it holds."""
    standing = [
        set_
        for set_ in facts
        if set_.fact.at <= as_of and (set_.fact.until is None or as_of < times.end(set_.fact.until))
    ]
    standing.sort(key=lambda set_: (set_.fact.at, set_.seq))
    newest = {set_.fact.target: set_ for set_ in standing}
    return dict(sorted(newest.items()))


def newest_opening(openings: Iterable[Statement]) -> Statement | None:
    """Return the newest of some openings; of equally new ones the one whose directive id sorts first."""
    return min(openings, key=lambda statement: (-statement.at.timestamp(), statement.directive.id), default=None)
