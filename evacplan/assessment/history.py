"""The log folded into a ledger: what was said, by whom, what a person decided on it, and what was taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby, pairwise

from evacplan.assessment import chains, words
from evacplan.errors import UnknownNameError
from evacplan.model.advisory import Advisory, Directive
from evacplan.model.events import (
    AdvisoryAdded,
    AdvisoryWithdrawn,
    DirectiveReviewed,
    FactSet,
    PlanStored,
    Recorded,
    ReviewUndone,
    ScopeEdited,
)
from evacplan.model.filed import Entry, Filed, Review
from evacplan.model.plan import Plan
from evacplan.model.scope import Scope


@dataclass(frozen=True, slots=True)
class PersonsFact:
    """A fact that a person set, with the name of that person."""

    fact: FactSet
    by: str
    seq: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that the log says up to `known_at`; advisories and directives are keyed by id.

    `chains` are the pages, each as its revisions' ids from the oldest to the newest (by issue time, then in the order
    of the log). `first_said` is the issue time of the first revision with a directive. `read` has each advisory's
    directives as they were read, before a person corrected a scope. Numbers for new ids count the whole log, so that
    an id is never used twice.
    """

    known_at: datetime | None
    advisories: Mapping[str, Filed]
    directives: Mapping[str, Entry]
    chains: tuple[tuple[str, ...], ...]
    first_said: Mapping[str, datetime]
    facts: tuple[PersonsFact, ...]
    plans: Mapping[str, Plan]
    clock_jumped_back: bool
    last_numbers: Mapping[str, int]
    read: Mapping[str, tuple[Directive, ...]]

    def advisory(self, id_: str) -> Filed:
        """Return an advisory with its envelope.

        Raises
        ------
        UnknownNameError
            If no such advisory is known.
        """
        if id_ not in self.advisories:
            raise UnknownNameError("advisory", id_)
        return self.advisories[id_]

    def directive(self, id_: str) -> Entry:
        """Return a directive with its review.

        Raises
        ------
        UnknownNameError
            If no such directive is known.
        """
        if id_ not in self.directives:
            raise UnknownNameError("directive", id_)
        return self.directives[id_]

    def review(self, directive: Directive) -> Review:
        """Return the review state of a directive as some revision has it."""
        return self.directives[directive.id].review

    def speaking(self, as_of: datetime | None = None) -> tuple[Filed, ...]:
        """Return the advisories in force, in the order of the log: alerts, press and the newest revision of each page.

        Issued by `as_of` and not withdrawn by then; None asks about the end of the log. How long a press report
        stands is policy and not applied here.
        """
        standing = {
            id_: filed
            for id_, filed in self.advisories.items()
            if (as_of is None or filed.advisory.issued <= as_of) and not filed.withdrawn_by(as_of)
        }
        for chain in self.chains:
            for superseded in [id_ for id_ in chain if id_ in standing][:-1]:
                del standing[superseded]
        return tuple(standing.values())

    def pending(self, as_of: datetime | None = None) -> tuple[Entry, ...]:
        """Return what waits for a person, the most harmful first: closings, what to avoid, the rest, openings; by id.

        Only directives that would change a status, of advisories in force.
        """
        said = {directive.id: directive for filed in self.speaking(as_of) for directive in filed.directives}
        waiting = [d for d in said.values() if d.holds and self.review(d) == "pending"]
        return tuple(self.directives[d.id] for d in sorted(waiting, key=lambda d: (words.harm(d), d.id)))

    def revision_before(
        self, issuer: str, series: str | None, issued: datetime, *, replaces: str | None = None
    ) -> Advisory | None:
        """Return the revision of a page that one issued then would replace; None if it would be the first.

        `replaces` names an advisory of the same issuer whose page goes on under a new name.
        """
        key = chains.key(issuer, series)
        pages = [chain for chain in self.chains if replaces in chain or any(self._key(id_) == key for id_ in chain)]
        before = [
            filed
            for chain in pages
            for filed in map(self.advisories.__getitem__, chain)
            if filed.advisory.issuer == issuer and filed.advisory.issued <= issued and not filed.withdrawn_by(issued)
        ]
        return max(before, key=lambda filed: (filed.advisory.issued, filed.seq)).advisory if before else None

    def _key(self, id_: str) -> tuple[str, str]:
        advisory = self.advisories[id_].advisory
        return chains.key(advisory.issuer, advisory.series)

    def next_advisory_id(self) -> str:
        """Return the first free advisory id."""
        return f"A-{self.last_numbers['A'] + 1:06d}"

    def next_directive_number(self) -> int:
        """Return the number of the first free directive id (`D-` and six digits)."""
        return self.last_numbers["D"] + 1

    def next_plan_id(self) -> str:
        """Return the first free plan id."""
        return f"P-{self.last_numbers['P'] + 1:04d}"


@dataclass(slots=True)
class _Draft:
    """The fold's working state."""

    added: dict[str, tuple[Recorded, AdvisoryAdded]] = field(default_factory=dict)
    withdrawn: dict[str, AdvisoryWithdrawn] = field(default_factory=dict)
    reviews: dict[str, tuple[Recorded, DirectiveReviewed]] = field(default_factory=dict)
    scopes: dict[str, tuple[Scope, ...]] = field(default_factory=dict)
    facts: list[PersonsFact] = field(default_factory=list)
    plans: dict[str, Plan] = field(default_factory=dict)


def read_log(log: Sequence[Recorded], *, known_at: datetime | None = None) -> Ledger:
    """Fold the log into a ledger.

    The order is that of the sequence numbers, whatever the clock said. A later decision on the same directive takes
    the place of an earlier one; what was undone never happened (an undo can itself be undone). Events about advisories
    or directives that are not known change nothing.

    Parameters
    ----------
    log
        Events as the store keeps them, in any order. Not modified.
    known_at
        Leave out what was recorded later than this (aware); None for all.

    Returns
    -------
    Ledger
        Empty for an empty log.

    Examples
    --------
    >>> read_log([]).next_advisory_id(), read_log([]).next_plan_id()
    ('A-000001', 'P-0001')
    """
    ordered = sorted(log, key=lambda recorded: recorded.seq)
    known = [recorded for recorded in ordered if known_at is None or recorded.recorded_at <= known_at]
    undone = _undone(known)
    draft = _Draft()
    for recorded in known:
        if recorded.seq not in undone or isinstance(recorded.event, AdvisoryAdded | PlanStored):
            _enter(draft, recorded)
    advisories = {id_: _file(draft, id_) for id_ in draft.added}
    said = [(filed.advisory, directive) for filed in advisories.values() for directive in filed.directives]
    said.sort(key=lambda pair: pair[0].issued)
    return Ledger(
        known_at=known_at,
        advisories=advisories,
        directives={d.id: _entry(draft, advisory, d) for advisory, d in said},
        chains=chains.chains([filed.advisory for filed in advisories.values()]),
        first_said={d.id: advisory.issued for advisory, d in reversed(said)},
        facts=tuple(draft.facts),
        plans=draft.plans,
        clock_jumped_back=any(a.recorded_at > b.recorded_at for a, b in pairwise(known)),
        last_numbers=_last_numbers(ordered),
        read={id_: event.directives for id_, (_, event) in draft.added.items()},
    )


def _undone(log: Sequence[Recorded]) -> set[int]:
    """Return the sequence numbers that no longer count; the newest undo speaks first."""
    undone: set[int] = set()
    for recorded in reversed(log):
        if isinstance(recorded.event, ReviewUndone) and recorded.seq not in undone:
            undone.add(recorded.event.seq)
    return undone


def _enter(draft: _Draft, recorded: Recorded) -> None:
    """Enter one event."""
    event = recorded.event
    match event:
        case AdvisoryAdded():
            draft.added[event.advisory.id] = (recorded, event)
        case AdvisoryWithdrawn():
            draft.withdrawn[event.advisory] = event
        case DirectiveReviewed():
            draft.reviews[event.directive] = (recorded, event)
        case ScopeEdited():
            draft.scopes[event.directive] = event.scope
        case FactSet():
            draft.facts.append(PersonsFact(event, recorded.by, recorded.seq))
        case PlanStored():
            draft.plans[event.plan.id] = event.plan
        case ReviewUndone():
            pass


def _file(draft: _Draft, id_: str) -> Filed:
    """File an advisory, with the scopes as persons corrected them and its withdrawal."""
    recorded, event = draft.added[id_]
    taken_back = draft.withdrawn.get(id_)
    return Filed(
        advisory=event.advisory,
        # a corrected scope is the whole truth about where it holds: exceptions that were read go with the rest
        directives=tuple(
            replace(d, scope=draft.scopes[d.id], exception=()) if d.id in draft.scopes else d for d in event.directives
        ),
        unread=event.unread,
        carried=event.carried,
        seq=recorded.seq,
        recorded_at=recorded.recorded_at,
        by=recorded.by,
        withdrawn_at=taken_back.at if taken_back else None,
        withdrawn_why=taken_back.reason if taken_back else "",
    )


def _entry(draft: _Draft, advisory: Advisory, directive: Directive) -> Entry:
    """Pair a directive with the decision that counts."""
    if directive.id not in draft.reviews:
        return Entry(directive, advisory.id)
    recorded, event = draft.reviews[directive.id]
    unconfirmed = event.decision == "accepted" and directive.loosens and not event.confirmed_opening
    review: Review = "pending" if unconfirmed else event.decision
    return Entry(directive, advisory.id, review, recorded.by, recorded.recorded_at, recorded.seq)


def _last_numbers(log: Iterable[Recorded]) -> dict[str, int]:
    """Return the highest number in use for each letter of ids."""
    ids = [("A", 0), ("D", 0), ("P", 0)]
    for recorded in log:
        match recorded.event:
            case AdvisoryAdded(advisory=advisory, directives=directives):
                ids += [_number(advisory.id), *(_number(directive.id) for directive in directives)]
            case PlanStored(plan=plan):
                ids.append(_number(plan.id))
            case _:
                pass
    ids.sort()
    return {letter: max(number for _, number in group) for letter, group in groupby(ids, key=lambda pair: pair[0])}


def _number(id_: str) -> tuple[str, int]:
    """Split an id into its letter and number; 0 for an id of another form."""
    letter, _, digits = id_.partition("-")
    return letter, int(digits) if digits.isdecimal() else 0
