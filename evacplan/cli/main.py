"""The program: its options, its commands, and what happens when something goes wrong."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from evacplan.cli import advisory, checklist, data, facts, plan, review, situation, start
from evacplan.cli.desk import Desk, tell
from evacplan.cli.settings import GLOBAL_HELP, Settings, hoist, moment, person
from evacplan.errors import EvacplanError
from evacplan.rendering.clean import block

INTERRUPTED = 130

app = typer.Typer(
    name="evacplan",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=GLOBAL_HELP,
    help="Travel warnings to the least exposed way out of a town, or the advice to stay.",
)
app.add_typer(advisory.app, name="advisory")
review.register(app)
situation.register(app)
app.add_typer(plan.app, name="plan")
checklist.register(app)
app.add_typer(facts.links, name="link")
app.add_typer(facts.airports, name="airport")
app.add_typer(data.app, name="data")
start.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - asked for once in a while

        typer.echo(f"evacplan {version('evacplan')}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    store: Annotated[str | None, typer.Option(help="Event log: an SQLite file, or a PostgreSQL URL.")] = None,
    data_folder: Annotated[Path | None, typer.Option("--data", help="Another country's data folder.")] = None,
    as_of: Annotated[str | None, typer.Option(help="The world at this time (advisories issued by then).")] = None,
    known_at: Annotated[str | None, typer.Option(help="Only what had been recorded by then.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
    lang: Annotated[str | None, typer.Option(help="en or fr.")] = None,
    by: Annotated[str | None, typer.Option(help="Who is working (default: EVACPLAN_BY, else the account).")] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour.")] = False,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Lay out the desk for the command that follows."""
    if lang not in (None, "en", "fr", "both", "auto"):
        raise typer.BadParameter("en or fr", param_hint="--lang")
    context.obj = Desk(
        Settings(
            store=store,
            data=data_folder,
            as_of=moment(as_of, "--as-of", whole_day=True) if as_of else None,
            known_at=moment(known_at, "--known-at", whole_day=True) if known_at else None,
            json=json,
            lang=lang,
            no_input=no_input,
            no_color=no_color,
            by=person(by),
        )
    )


def run(arguments: list[str] | None = None) -> None:
    """Run the program and exit with the status of the machine contract."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(args=hoist(sys.argv[1:] if arguments is None else arguments), prog_name="evacplan")
    except EvacplanError as problem:
        tell(block(f"evacplan: {problem}"))
        sys.exit(problem.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as problem:  # noqa: BLE001 - the last resort: a bug keeps its traceback, in a file
        from evacplan.cli.crash import keep_traceback  # noqa: PLC0415 - hopefully never needed

        tell(f"evacplan: internal error, a bug. The traceback is in {keep_traceback(problem)}: please send it to us.")
        sys.exit(1)
