"""The whole program: its options and its commands."""

from typing import Annotated

import typer

from evacplan.cli import advisory, checklist, data, facts, plan, review, situation, start
from evacplan.cli.desk import Desk, say
from evacplan.cli.settings import GLOBAL_HELP, LANGUAGES, settings_of

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

        say(f"evacplan {version('evacplan')}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    store: Annotated[str | None, typer.Option(help="Event log: an SQLite file, or a PostgreSQL URL.")] = None,
    data_folder: Annotated[str | None, typer.Option("--data", help="Another country's data folder.")] = None,
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
    if lang not in (None, *LANGUAGES):
        raise typer.BadParameter("en or fr", param_hint="--lang")
    values = {"--store": store, "--data": data_folder, "--as-of": as_of, "--known-at": known_at}
    flags = [name for name, given in (("--json", json), ("--no-input", no_input), ("--no-color", no_color)) if given]
    context.obj = Desk(settings_of(values | {"--lang": lang, "--by": by}, flags))
