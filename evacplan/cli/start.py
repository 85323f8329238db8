"""`init` and `demo`: the first minute."""

from typing import Annotated

import typer

from evacplan.cli.desk import desk_of
from evacplan.cli.settings import GLOBAL_HELP


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the program."""
    app.command(epilog=f"Example: evacplan init --store post.sqlite.\n\n{GLOBAL_HELP}")(init)
    app.command(epilog=f"Example: evacplan demo --keep demo.sqlite.\n\n{GLOBAL_HELP}")(demo)


def init(context: typer.Context) -> None:
    """Create the store; an existing one is left as it is."""
    desk = desk_of(context)
    with desk.log(create=True) as log:
        events = log.verify()
    key = "init.already" if events else "init.done"
    desk.show(
        lambda: {"schema": 1, "store": log.where, "events": events},
        lambda: desk.page.say(key, where=log.where, events=events),
    )


def demo(
    context: typer.Context,
    keep: Annotated[str | None, typer.Option(help="Keep the demonstration's store in this new file.")] = None,
) -> None:
    """Run the main job on seven warnings of 2025 and 2026, in a store of its own."""
    from evacplan.cli.demonstration import run_demo  # noqa: PLC0415 - only the demonstration needs it

    if desk_of(context).settings.json:
        raise typer.BadParameter("the demonstration is a story for people; its commands print JSON one by one")
    root = context.find_root().command
    run_demo(desk_of(context), lambda arguments: root.main(args=arguments, prog_name="evacplan"), keep)
