"""`advisory`: take in a warning, read one without storing it, list, show, withdraw."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from evacplan.cli.desk import WAITING, desk_of, say, tell
from evacplan.cli.settings import GLOBAL_HELP, moment
from evacplan.errors import EvacplanError, InputRefusedError
from evacplan.rendering.clean import line

if TYPE_CHECKING:
    from evacplan.loading.sources import Source

app = typer.Typer(help="Warnings: take in, read, list, show, withdraw.", no_args_is_help=True, rich_markup_mode=None)

Issuer = Annotated[str | None, typer.Option(help="Who says it: ISO3 code or name (FRA, UK, press …).")]
Issued = Annotated[str | None, typer.Option(help="The issuer's own day or time (default: now).")]
Series = Annotated[str | None, typer.Option(help="Name of the living page that this is a revision of.")]
Kind = Annotated[
    Literal["page", "alert", "press"] | None,
    typer.Option(help="page replaces its last revision, alert stands by itself, press may only raise risk."),
]
Language = Annotated[str | None, typer.Option(help="Language of the text, where you know better than the program.")]


@app.command(epilog=f"Example: evacplan advisory add warning.txt --issuer FRA --issued 2025-11-07.\n\n{GLOBAL_HELP}")
def add(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A text or Markdown file, or - for standard input.")],
    issuer: Issuer = None,
    issued: Issued = None,
    series: Series = None,
    kind: Kind = None,
    language: Language = None,
    replaces: Annotated[str | None, typer.Option(help="The advisory (A-…) whose page this one renames.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Accept what tightens at once.")] = False,
    accept_openings: Annotated[
        bool, typer.Option("--accept-openings", help="With --yes: accept what loosens as well. Your decision.")
    ] = False,
) -> None:
    """Take in a warning: read it, store it, and show what it says and what it changes (exit 5: review waits)."""
    from evacplan.rendering import advisory_screen, contract  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import taking_in  # noqa: PLC0415

    desk = desk_of(context)
    given = taking_in.Given(issuer, _moment(issued), series, kind, language, replaces)
    draft = taking_in.draft(_source(file), given, desk.policy, now=desk.as_of)
    for key, values in taking_in.notices(draft, desk.policy, now=max(desk.now, desk.as_of)):
        tell(line(desk.page.say(key, **values)))
    reading = taking_in.reader(desk.network, cache=desk.cache)(draft)
    with desk.log(create=True) as log:
        taken = taking_in.take_in(
            log,
            desk.network,
            desk.policy,
            draft.advisory,
            reading,
            accept=yes,
            accept_openings=yes and accept_openings,
            by=desk.settings.by,
            now=desk.now,
            as_of=desk.as_of,
        )
    desk.show(
        lambda: (
            contract.filed_document(taken.filed, taken.ledger.directives)
            | {
                "withdrawn": list(taken.withdrawn),
                "effects": contract.effects_between(taken.before, taken.after),
                "known": taken.known,
            }
        ),
        lambda: advisory_screen.taken_screen(
            desk.page,
            desk.network,
            taken.filed,
            taken.ledger.directives,
            known=taken.known,
            withdrawn=taken.withdrawn,
            before=taken.before,
            after=taken.after,
        ),
    )
    if taken.waiting:
        raise typer.Exit(WAITING)


@app.command(epilog=f"Example: evacplan advisory read page.md --json.\n\n{GLOBAL_HELP}")
def read(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(help="Text or Markdown files, or - for standard input.")],
    issuer: Issuer = None,
    issued: Issued = None,
    kind: Kind = None,
    language: Language = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON document a line, in the order given.")] = False,
) -> None:
    """Read warnings without storing anything: what would be taken from them, and what is not understood."""
    from evacplan.rendering import advisory_screen, contract  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import taking_in  # noqa: PLC0415

    desk = desk_of(context)
    if desk.settings.json and not jsonl and len(files) > 1:
        raise typer.BadParameter("--json prints one document: give one file, or use --jsonl")
    given = taking_in.Given(issuer, _moment(issued), None, kind, language, None)
    read_text = taking_in.reader(desk.network, cache=desk.cache)
    refused: list[EvacplanError] = []
    for file in files:
        try:
            draft = taking_in.draft(_source(file), given, desk.policy, now=desk.as_of, anonymous=True)
            reading = read_text(draft)
        except EvacplanError as problem:
            refused.append(problem)
            if jsonl:
                say(contract.dump(contract.refused_document(file, problem), one_line=True))
            tell(f"evacplan: {problem}")
            continue
        if jsonl or desk.settings.json:
            say(contract.dump(contract.reading_document(draft.advisory, reading), one_line=jsonl))
        else:
            say(advisory_screen.reading_screen(desk.page, desk.network, draft.advisory, reading))
    if refused:
        raise typer.Exit(refused[0].exit_code)


@app.command("list", epilog=f"Example: evacplan advisory list.\n\n{GLOBAL_HELP}")
def list_advisories(context: typer.Context) -> None:
    """List the advisories taken in, newest first, and how many of their directives wait for review."""
    from evacplan.rendering import advisory_screen, contract  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import answering  # noqa: PLC0415

    desk = desk_of(context)
    with desk.log() as log:
        ledger = answering.open_ledger(log, known_at=desk.settings.known_at)
    filed = sorted(ledger.advisories.values(), key=lambda item: (item.advisory.issued, item.seq), reverse=True)
    desk.show(
        lambda: contract.advisories_document(filed, ledger.directives),
        lambda: advisory_screen.list_screen(desk.page, filed, ledger.directives),
    )


@app.command(epilog=f"Example: evacplan advisory show A-000003.\n\n{GLOBAL_HELP}")
def show(context: typer.Context, advisory: Annotated[str, typer.Argument(help="An advisory's number, A-…")]) -> None:
    """Show an advisory: its text with the taken words marked, its directives, and what was not understood."""
    from evacplan.rendering import advisory_screen, contract  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import answering  # noqa: PLC0415

    desk = desk_of(context)
    with desk.log() as log:
        ledger = answering.open_ledger(log, known_at=desk.settings.known_at, bodies=True)
    stored = ledger.advisory(advisory)
    desk.show(
        lambda: contract.stored_document(stored, ledger.directives),
        lambda: advisory_screen.show_screen(desk.page, desk.network, stored, ledger.directives),
    )


@app.command(epilog=f'Example: evacplan advisory withdraw A-000003 --reason "issued in error".\n\n{GLOBAL_HELP}')
def withdraw(
    context: typer.Context,
    advisory: Annotated[str, typer.Argument(help="An advisory's number, A-…")],
    reason: Annotated[str, typer.Option(help="Why its issuer took it back.")],
    at: Annotated[str | None, typer.Option(help="When (default: now, or --as-of).")] = None,
) -> None:
    """Record that the issuer took an advisory back; what it had closed becomes unconfirmed, never open."""
    from evacplan.rendering import advisory_screen, contract, phrasing  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import taking_in  # noqa: PLC0415

    desk = desk_of(context)
    when = moment(at, "--at") if at else desk.as_of
    with desk.log(create=True) as log:
        before, after = taking_in.withdraw(
            log,
            desk.network,
            desk.policy,
            advisory,
            at=when,
            reason=reason,
            by=desk.settings.by,
            now=desk.now,
            as_of=max(when, desk.as_of),
        )
    desk.show(
        lambda: contract.withdrawn_document(advisory, when, contract.effects_between(before, after)),
        lambda: advisory_screen.withdrawn_screen(
            desk.page, desk.network, advisory, at=phrasing.moment(when), before=before, after=after
        ),
    )


def _moment(issued: str | None) -> datetime | None:
    return moment(issued, "--issued") if issued else None


def _source(file: str) -> "Source":
    from evacplan.loading.sources import read_source  # noqa: PLC0415 - help must not wait for it

    if file == "-":
        return read_source(sys.stdin.buffer.read(), name="standard input")
    try:
        data = Path(file).read_bytes()
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "not a usable file name"
        raise InputRefusedError(f"cannot be read: {why}", file, "Give a text or Markdown file, or - .") from problem
    return read_source(data, name=file)
