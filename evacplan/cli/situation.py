"""`status` and `route`: what is usable, and the least exposed way out of a town."""

from typing import Annotated

import typer

from evacplan.cli import asking
from evacplan.cli.desk import desk_of
from evacplan.cli.settings import GLOBAL_HELP


def complete_town(incomplete: str) -> list[str]:
    """Offer the towns of the shipped data that begin as typed, for the shell."""
    from evacplan.loading.folders import cache_folder, default_data_folder  # noqa: PLC0415 - completion only
    from evacplan.loading.network import load_network  # noqa: PLC0415 - completion only

    network = load_network(default_data_folder(), cache=cache_folder())
    wanted = incomplete.casefold()
    return [place for place in network.places if network.at_home(place) and place.startswith(wanted)]


Town = Annotated[str, typer.Argument(help="A town's name, alias or id.", autocompletion=complete_town)]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the program."""
    app.command(epilog=f"Example: evacplan status gao.\n\n{GLOBAL_HELP}")(status)
    app.command(epilog=f"Example: evacplan route Gao --as-of 2025-11-08.\n\n{GLOBAL_HELP}")(route)


def status(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(help="Only these towns, links, airports or borders, with all their causes.")
    ] = None,
    full: Annotated[bool, typer.Option("--all", help="Each road and airfield on a line of its own.")] = False,
) -> None:
    """Show the state of every road, airport and border, with the sentence that did it."""
    raise typer.Exit(asking.status(desk_of(context), names or [], full=full))


def route(
    context: typer.Context,
    town: Town,
    may_board: Annotated[
        list[str] | None,
        typer.Option(help='Who may board flights that not everybody may, e.g. "humanitarian staff"; may be repeated.'),
    ] = None,
) -> None:
    """Say what to do in a town: the least exposed way out, or to stay (exit status 3)."""
    raise typer.Exit(asking.route(desk_of(context), town, may_board or ()))
