"""`checklist`: the sheet for a town, from the situation as it stands."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from evacplan.cli.desk import STAY, desk_of
from evacplan.cli.settings import GLOBAL_HELP
from evacplan.cli.situation import Town


def register(app: typer.Typer) -> None:
    """Add the command of this module to the program."""
    app.command(epilog=f"Example: evacplan checklist Gao --lang fr -o gao.txt.\n\n{GLOBAL_HELP}")(checklist)


def checklist(
    context: typer.Context,
    town: Town,
    form: Annotated[Literal["text", "md"], typer.Option("--format", help="Plain text or Markdown.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Print what the people in a town need: what to do now, the way, and what to bring; --lang en, fr or both."""
    from evacplan.rendering import contract  # noqa: PLC0415 - help must not wait for it
    from evacplan.store.files import write_atomic  # noqa: PLC0415
    from evacplan.workflow import answering, naming, planning  # noqa: PLC0415

    desk = desk_of(context)
    origin = naming.town_named(desk.network, town)
    with desk.log() as log:
        situation = answering.situation_now(
            log, desk.network, desk.policy, as_of=desk.as_of, known_at=desk.settings.known_at
        )
        plan = planning.plan_behind(log, desk.network, desk.policy, situation)
    sheets = answering.sheets(
        situation,
        desk.network,
        desk.policy,
        origin,
        languages=("fr", "en") if desk.settings.lang == "both" else (desk.page.lang,),
        form=form,
        plan=plan,
        cache=desk.cache,
    )
    text = "\n".join(sheets.texts)
    if output:
        write_atomic(output, text.encode())
    desk.show(
        lambda: contract.sheets_document(plan, [str(output)] if output else [], sheets.texts),
        lambda: desk.page.say("written", path=output) if output else text.rstrip("\n"),
    )
    if sheets.verdict == "stay":
        raise typer.Exit(STAY)
