"""`review`: accept, refuse or correct what waits, one candidate a screen."""

from typing import TYPE_CHECKING, Annotated

import typer

from evacplan.cli.desk import WAITING, Desk, desk_of, say, tell
from evacplan.cli.settings import GLOBAL_HELP
from evacplan.errors import EvacplanError, InputRefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evacplan.assessment.history import Ledger
    from evacplan.model.advisory import Advisory
    from evacplan.model.filed import Entry
    from evacplan.store.log import EventLog


def register(app: typer.Typer) -> None:
    """Add the command of this module to the program."""
    app.command(epilog=f"Example: evacplan review --accept D-000012.\n\n{GLOBAL_HELP}")(review)


def review(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Only these directives (D-…) or advisories (A-…).")] = None,
    accept: Annotated[list[str] | None, typer.Option(help="Accept this directive; may be repeated.")] = None,
    refuse: Annotated[list[str] | None, typer.Option(help="Refuse this directive; may be repeated.")] = None,
    accept_all: Annotated[
        bool, typer.Option("--accept-all", help="Accept all that waits; what opens only with --accept-openings.")
    ] = False,
    accept_openings: Annotated[
        bool, typer.Option("--accept-openings", help="Confirm that an accepted directive may open something.")
    ] = False,
    scope: Annotated[
        str | None, typer.Option(help="Correct where the one named directive holds: names or ids, comma-separated.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Undo the last decision or correction.")] = False,
) -> None:
    """Decide on what waits: on a terminal one candidate a screen, else by options; without either, list it (exit 5)."""
    desk = desk_of(context)
    wishes = any([accept, refuse, accept_all, scope, undo])
    with desk.log(create=wishes or desk.interactive) as log:
        _pending(log, names)  # an unknown name is refused before anything is decided
        if undo:
            undone = _undo(desk, log)
            if not undone:
                tell(desk.page.say("review.nothing_to_undo"))
            _report(desk, log, undone)
        elif wishes:
            wanted = accept or []
            if accept_all:
                wanted = [
                    *wanted,
                    *(e.directive.id for e in _pending(log, names) if accept_openings or not e.directive.loosens),
                ]
            corrected = _correct(desk, log, names or [], scope, sure=accept_openings) if scope else []
            _report(desk, log, [*corrected, *_decide(desk, log, wanted, refuse or [], sure=accept_openings)])
        elif desk.interactive:
            _by_hand(desk, log, names)
        else:
            _list(desk, _pending(log, names))
        waiting = bool(_pending(log, names))
    if waiting:
        raise typer.Exit(WAITING)


def _ledger(log: "EventLog") -> "Ledger":
    from evacplan.workflow import answering  # noqa: PLC0415 - help must not wait for it

    return answering.open_ledger(log)


def _pending(log: "EventLog", names: list[str] | None) -> "list[Entry]":
    ledger = _ledger(log)
    for name in names or []:
        ledger.advisory(name) if name.startswith("A-") else ledger.directive(name)
    return [e for e in ledger.pending() if not names or e.directive.id in names or e.advisory in names]


def _undo(desk: Desk, log: "EventLog") -> "list[Entry]":
    from evacplan.workflow import deciding  # noqa: PLC0415 - help must not wait for it

    undone = deciding.undo(log, by=desk.settings.by, now=desk.now)
    return [_ledger(log).directive(undone)] if undone else []


def _correct(desk: Desk, log: "EventLog", names: list[str], scope: str, *, sure: bool) -> "list[Entry]":
    from evacplan.workflow import deciding  # noqa: PLC0415 - help must not wait for it

    if len(names) != 1:
        raise InputRefusedError("which directive?", "--scope", "Name exactly one: evacplan review D-… --scope …")
    by, now, places = desk.settings.by, desk.now, scope.split(",")
    deciding.edit_scope(log, desk.network, names[0], places, confirmed=sure, by=by, now=now)
    return [_ledger(log).directive(names[0])]


def _decide(desk: Desk, log: "EventLog", accept: list[str], refuse: list[str], *, sure: bool) -> "Sequence[Entry]":
    from evacplan.workflow import deciding  # noqa: PLC0415 - help must not wait for it

    by, now = desk.settings.by, desk.now
    return deciding.decide(log, desk.policy, accept=accept, refuse=refuse, confirmed=sure, by=by, now=now)


def _report(desk: Desk, log: "EventLog", decided: "Sequence[Entry]") -> None:
    from evacplan.rendering import contract, review_screen  # noqa: PLC0415 - help must not wait for it

    waiting = len(_pending(log, None))
    desk.show(
        lambda: contract.decided_document(decided, waiting=waiting),
        lambda: review_screen.decided(desk.page, decided, waiting),
    )


def _list(desk: Desk, entries: "list[Entry]") -> None:
    from evacplan.rendering import advisory_screen, contract  # noqa: PLC0415 - help must not wait for it

    directives = [entry.directive for entry in entries]
    desk.show(
        lambda: contract.entries_document(entries),
        lambda: advisory_screen.directive_table(desk.page, desk.network, directives) or desk.page.say("review.none"),
    )


def _by_hand(desk: Desk, log: "EventLog", names: list[str] | None) -> None:
    """Walk through what waits, one candidate a screen, until the last or [q]uit."""
    skipped: set[str] = set()
    while entries := [entry for entry in _pending(log, names) if entry.directive.id not in skipped]:
        entry = entries[0]
        _show_candidate(desk, log, entry, len(skipped) + 1, len(skipped) + len(entries))
        key = _ask(desk.page.say("review.keys"), suffix=" > ", default="s")
        match key.strip().lower()[:1]:
            case "q":
                break
            case "s":
                skipped.add(entry.directive.id)
            case other:
                _one_key(desk, log, entry, other)
    else:
        say(desk.page.say("review.none" if not skipped else "review.left", count=len(skipped)))


def _one_key(desk: Desk, log: "EventLog", entry: "Entry", key: str) -> None:
    from evacplan.rendering import review_screen  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import deciding  # noqa: PLC0415

    page, by, id_ = desk.page, desk.settings.by, entry.directive.id
    try:
        match key:
            case "a":
                confirmed = entry.directive.loosens and _confirm_opening(desk, entry)
                if entry.directive.loosens and not confirmed:
                    return
                _decide(desk, log, [id_], [], sure=confirmed)
            case "r":
                _decide(desk, log, [], [id_], sure=False)
            case "e":
                named = _ask(page.say("review.edit_prompt"))
                deciding.edit_scope(log, desk.network, id_, named.split(","), by=by, now=desk.now)
            case "u":
                undone = deciding.undo(log, by=by, now=desk.now)
                say(page.say("review.undone", id=undone) if undone else page.say("review.nothing_to_undo"))
            case "o":
                say(review_screen.original(_source(log, entry)))
            case _:
                return
    except EvacplanError as problem:
        tell(str(problem))


def _ask(question: str, *, suffix: str = ": ", default: str | None = None) -> str:
    """Ask on the terminal; Ctrl-C and the end of input interrupt the program, with its exit status for that."""
    try:
        typed: str = typer.prompt(question, prompt_suffix=suffix, default=default, show_default=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    return typed


def _confirm_opening(desk: Desk, entry: "Entry") -> bool:
    from evacplan.rendering import advisory_screen  # noqa: PLC0415 - help must not wait for it

    what = advisory_screen.says(desk.page, entry.directive)
    return _ask(desk.page.say("review.opening", what=what), default="").strip() == desk.page.say("review.opening_word")


def _show_candidate(desk: Desk, log: "EventLog", entry: "Entry", index: int, total: int) -> None:
    from evacplan.rendering import review_screen  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import deciding  # noqa: PLC0415

    events = log.read(bodies=False)
    seen = deciding.preview(
        events, desk.network, desk.policy, entry.directive.id, as_of=desk.as_of, by=desk.settings.by
    )
    say("")
    say(
        review_screen.candidate(
            desk.page,
            desk.network,
            entry,
            _source(log, entry),
            index=index,
            total=total,
            targets=seen.targets,
            towns=seen.towns,
        )
    )


def _source(log: "EventLog", entry: "Entry") -> "Advisory":
    """Return the advisory behind a directive with its whole text."""
    from evacplan.model.events import AdvisoryAdded  # noqa: PLC0415 - help must not wait for it

    filed = _ledger(log).advisory(entry.advisory)
    whole = log.read_event(filed.seq)
    return whole.event.advisory if whole and isinstance(whole.event, AdvisoryAdded) else filed.advisory
