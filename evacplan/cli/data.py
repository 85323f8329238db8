"""`data`: the country's files."""

import typer

from evacplan.cli.desk import desk_of
from evacplan.cli.settings import GLOBAL_HELP
from evacplan.errors import DataFaultsError

app = typer.Typer(help="The country's data files.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def group() -> None:
    """Keep `check` a command of its own while it is the only one."""


@app.command(epilog=f"Example: evacplan data check --data my-country.\n\n{GLOBAL_HELP}")
def check(context: typer.Context) -> None:
    """Check every data file and report all faults at once, with file and line (exit status 4)."""
    from evacplan.loading.check import check_data  # noqa: PLC0415 - help must not wait for it
    from evacplan.rendering import contract  # noqa: PLC0415

    desk = desk_of(context)
    faults = check_data(desk.folder)

    def text() -> str:
        if faults:
            return desk.page.say("data.faults", count=len(faults))
        network = desk.network
        return desk.page.say(
            "data.ok",
            folder=desk.folder,
            places=len(network.places),
            links=sum(link.mode in ("road", "river") for link in network.links.values()),
            airports=len(network.airports),
            services=len(network.services),
        )

    desk.show(lambda: contract.faults_document(faults), text)
    if faults:
        raise DataFaultsError(faults)
