"""A warning comes in: what it says, what it replaces, what it changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from evacplan.assessment.history import Ledger, read_log
from evacplan.assessment.revisions import carry_over
from evacplan.assessment.situation import assess
from evacplan.errors import ConflictError, InputRefusedError, UnknownNameError
from evacplan.model import times
from evacplan.model.advisory import Advisory, AdvisoryKind, Directive, Reading
from evacplan.model.events import AdvisoryAdded, AdvisoryWithdrawn, DirectiveReviewed, Event, Recorded
from evacplan.model.filed import Filed
from evacplan.model.names import fold
from evacplan.model.network import Network
from evacplan.model.policy import Policy
from evacplan.model.situation import Situation
from evacplan.workflow.naming import suggestions

if TYPE_CHECKING:
    from evacplan.loading.sources import Source
    from evacplan.store.log import EventLog

PRESS = "press"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said about a text; None where the file's own front matter or a default shall say it."""

    issuer: str | None = None
    issued: datetime | None = None
    series: str | None = None
    kind: AdvisoryKind | None = None
    language: str | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a text: the filed advisory, the ledger after it, and the situation before and after.

    `known` says that the very same text was there already and nothing was added; `withdrawn` are the directives that
    the revision before still said.
    """

    filed: Filed
    ledger: Ledger
    known: bool
    withdrawn: tuple[str, ...]
    before: Situation
    after: Situation

    @property
    def waiting(self) -> int:
        """How many directives of this advisory wait for a person's review."""
        return sum(d.holds and self.ledger.review(d) == "pending" for d in self.filed.directives)


@dataclass(frozen=True, slots=True)
class Draft:
    """An advisory that has no id yet, and whether anybody said when it was issued (else it counts as issued now)."""

    advisory: Advisory
    dated: bool


def draft(source: "Source", given: Given, policy: Policy, *, now: datetime, anonymous: bool = False) -> Draft:
    """Make an advisory, still without an id, from a text and what is known about it; options win over front matter.

    Without a kind: press for an issuer that is not official, page if there is a series, else alert.

    Raises
    ------
    InputRefusedError
        If nobody says who the issuer is (unless `anonymous`), or the front matter holds an unusable kind or day.
    """
    front = source.front
    name = given.issuer or front.get("issuer")
    if name is None and not anonymous:
        raise InputRefusedError("nobody says who issued this", source.name, "Give --issuer, e.g. --issuer FRA.")
    issuer = issuer_named(policy, name or UNKNOWN)
    series = given.series or front.get("series")
    official = is_official(policy, issuer)
    kind = given.kind or _kind(front.get("kind"), source.name) or _default_kind(series, official=official)
    stated = given.issued or _issued(front.get("issued"), source.name)
    advisory = Advisory(
        id="",
        issuer=issuer,
        issued=stated or now,
        language=given.language or front.get("language") or "",
        kind=kind,
        series=(series or "travel advice") if kind == "page" else series,
        replaces=given.replaces,
        url=front.get("url"),
        text=source.text,
    )
    return Draft(advisory, dated=stated is not None)


def notices(drafted: Draft, policy: Policy, *, now: datetime) -> list[tuple[str, dict[str, str]]]:
    """Return what a person should know before relying on an advisory, as catalogue keys with their values.

    A day to come, and an issuer that is not official (with near names, if there are any).
    """
    advisory = drafted.advisory
    found: list[tuple[str, dict[str, str]]] = []
    if advisory.issued > now:
        found.append(("adv.future", {"when": f"{advisory.issued:%Y-%m-%d}"}))
    if not is_official(policy, advisory.issuer) and fold(advisory.issuer) != PRESS:
        near = suggestions(advisory.issuer, [name for issuer in policy.issuers.values() for name in issuer.names])
        found.append(("adv.unofficial", {"issuer": advisory.issuer, "near": ", ".join(near) or "-"}))
    return found


def is_official(policy: Policy, issuer: str) -> bool:
    """Tell whether the post recognises an issuer as an official source."""
    return issuer in policy.issuers and policy.issuers[issuer].official


def issuer_named(policy: Policy, name: str) -> str:
    """Return the policy's id for an issuer's code or name; a name it does not know stays as it is (unofficial)."""
    wanted = fold(name)
    for issuer in policy.issuers.values():
        if wanted == fold(issuer.id) or wanted in map(fold, issuer.names):
            return issuer.id
    return name.strip()


def _default_kind(series: str | None, *, official: bool) -> AdvisoryKind:
    if not official:
        return "press"
    return "page" if series else "alert"


def _kind(text: str | None, where: str) -> AdvisoryKind | None:
    match text:
        case None | "page" | "alert" | "press":
            return text
        case other:
            raise InputRefusedError(f"unknown kind in the front matter: {other!r}", where, "page, alert or press.")


def _issued(text: str | None, where: str) -> datetime | None:
    if text is None:
        return None
    try:
        return times.begin(times.from_text(text))
    except ValueError as problem:
        what = f"no such day or time in the front matter: issued {text!r}"
        raise InputRefusedError(what, where, "Write 2025-10-28 or 2025-10-28T06:00Z.") from problem


def reader(network: Network, *, cache: Path | None) -> Callable[[Draft], Reading]:
    """Return what reads texts into directives and unread sentences; nothing is stored.

    Names and phrases are prepared once for all texts. The reader is told the issue time only if somebody stated it: in
    an undated text nothing is called old.
    """
    from evacplan.loading.phrases import load_phrases  # noqa: PLC0415 - only reading needs the patterns
    from evacplan.reading.gazetteer import build_gazetteer  # noqa: PLC0415
    from evacplan.reading.phrasebook import compile_phrases  # noqa: PLC0415
    from evacplan.reading.reader import read_advisory  # noqa: PLC0415

    gazetteer, phrasebook = build_gazetteer(network), compile_phrases(load_phrases(cache=cache))

    def read(drafted: Draft) -> Reading:
        advisory = drafted.advisory
        return read_advisory(
            advisory.text,
            gazetteer=gazetteer,
            phrasebook=phrasebook,
            issued=advisory.issued if drafted.dated else None,
            issuer=advisory.issuer,
            language=advisory.language or None,
            kind=advisory.kind,
        )

    return read


def take_in(
    log: "EventLog",
    network: Network,
    policy: Policy,
    advisory: Advisory,
    reading: Reading,
    *,
    accept: bool,
    accept_openings: bool,
    by: str,
    now: datetime,
    as_of: datetime,
) -> Taken:
    """Store a read advisory, and with `accept` accept what tightens (and what loosens with `accept_openings`).

    The same text of the same issuer, series and issue time is stored once.

    Raises
    ------
    UnknownNameError
        If `advisory.replaces` is no advisory.
    InputRefusedError
        If it is no page of the same issuer, or `advisory` is no page itself.
    """
    earlier: list[tuple[Recorded, ...]] = []

    def decide(events: tuple[Recorded, ...]) -> Sequence[Event]:
        earlier.append(events)
        ledger = read_log(events)
        if _twin(log, ledger, advisory):
            return []
        may_open = accept_openings and advisory.kind != PRESS and is_official(policy, advisory.issuer)
        return _events(ledger, advisory, reading, accept=accept, accept_openings=may_open)

    added = log.transact(decide, by=by, now=now)
    ledger_before, ledger = read_log(earlier[0]), read_log([*earlier[0], *added])
    filed = _twin(log, ledger, advisory)
    if filed is None:  # pragma: no cover - it was either there or just added
        raise UnknownNameError("advisory", advisory.id)
    return Taken(
        filed=filed,
        ledger=ledger,
        known=not added,
        withdrawn=_withdrawn(ledger_before, filed) if added else (),
        before=assess(ledger_before, network, policy, as_of=as_of),
        after=assess(ledger, network, policy, as_of=as_of),
    )


def _twin(log: "EventLog", ledger: Ledger, advisory: Advisory) -> Filed | None:
    """Return the stored advisory that is this very one, unless it was withdrawn; texts are compared last."""

    def head(item: Advisory) -> tuple[object, ...]:
        return item.issuer, item.issued, item.kind, item.series

    for filed in ledger.advisories.values():
        if (
            head(filed.advisory) == head(advisory)
            and filed.withdrawn_at is None
            and log.read_body(filed.seq) == advisory.text
        ):
            return filed
    return None


def _before(ledger: Ledger, advisory: Advisory) -> Filed | None:
    if advisory.kind != "page":
        return None
    found = ledger.revision_before(advisory.issuer, advisory.series, advisory.issued, replaces=advisory.replaces)
    return ledger.advisory(found.id) if found else None


def _events(
    ledger: Ledger, advisory: Advisory, reading: Reading, *, accept: bool, accept_openings: bool
) -> list[Event]:
    if advisory.replaces:
        old = ledger.advisory(advisory.replaces).advisory
        if (old.issuer, old.kind, advisory.kind) != (advisory.issuer, "page", "page"):
            what = f"only a page of the same issuer can be replaced; {old.id} is a {old.kind} of {old.issuer}"
            raise InputRefusedError(
                what, "--replaces", "Leave it away, or withdraw the other: evacplan advisory withdraw."
            )
    before = _before(ledger, advisory)
    directives, carried = carry_over(
        reading.directives,
        ledger.read[before.advisory.id] if before else (),
        next_number=ledger.next_directive_number(),
    )
    numbered = replace(
        advisory,
        id=ledger.next_advisory_id(),
        language=reading.language,
        replaces=advisory.replaces or (before.advisory.id if before else None),
    )
    events: list[Event] = [AdvisoryAdded(numbered, directives, reading.unread, carried)]
    if accept:
        events += [
            DirectiveReviewed(d.id, "accepted", confirmed_opening=d.loosens and accept_openings)
            for d in directives
            if (accept_openings or not d.loosens) and not _decided(ledger, d)
        ]
    return events


def _decided(ledger: Ledger, directive: Directive) -> bool:
    return directive.id in ledger.directives and ledger.review(directive) != "pending"


def _withdrawn(before: Ledger, filed: Filed) -> tuple[str, ...]:
    if filed.advisory.replaces is None or filed.advisory.kind != "page":
        return ()
    old = before.advisory(filed.advisory.replaces)
    return tuple(d.id for d in old.directives if d.holds and d.id not in filed.carried)


def withdraw(
    log: "EventLog",
    network: Network,
    policy: Policy,
    advisory: str,
    *,
    at: datetime,
    reason: str,
    by: str,
    now: datetime,
    as_of: datetime,
) -> tuple[Situation, Situation]:
    """Record that the issuer took an advisory back; return the situation before and after.

    Raises
    ------
    UnknownNameError
        If there is no such advisory.
    ConflictError
        If it is withdrawn already.
    """
    earlier: list[tuple[Recorded, ...]] = []

    def decide(events: tuple[Recorded, ...]) -> Sequence[Event]:
        earlier.append(events)
        filed = read_log(events).advisory(advisory)
        if filed.withdrawn_at is not None:
            raise ConflictError(f"{advisory} is withdrawn already", filed.withdrawn_why)
        return [AdvisoryWithdrawn(advisory, at, reason)]

    added = log.transact(decide, by=by, now=now)
    before, after = read_log(earlier[0]), read_log([*earlier[0], *added])
    return assess(before, network, policy, as_of=as_of), assess(after, network, policy, as_of=as_of)
