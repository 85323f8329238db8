"""`plan`: all towns at once; versions, and what changed between them."""

from typing import Annotated

import typer

from evacplan.cli.desk import desk_of, tell
from evacplan.cli.settings import GLOBAL_HELP

app = typer.Typer(
    help="Plans for all towns: regenerate, list, show, compare.", no_args_is_help=True, rich_markup_mode=None
)


@app.command(epilog=f"Example: evacplan plan update --as-of 2025-11-08.\n\n{GLOBAL_HELP}")
def update(context: typer.Context) -> None:
    """Regenerate the plans of all towns, store them as a version, and show what changed since the last one."""
    from evacplan.rendering import contract, plan_screen  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import planning  # noqa: PLC0415

    desk = desk_of(context)
    with desk.log(create=True) as log:
        made = planning.update_plan(log, desk.network, desk.policy, as_of=desk.as_of, by=desk.settings.by, now=desk.now)
    if made.known:
        tell(desk.page.say("plan.same", id=made.after.id))
    desk.show(
        lambda: contract.plan_document(desk.network, made.after, made.changes),
        lambda: plan_screen.update_screen(desk.page, desk.network, made.before, made.after, made.changes),
    )


@app.command("list", epilog=f"Example: evacplan plan list.\n\n{GLOBAL_HELP}")
def list_plans(context: typer.Context) -> None:
    """List the versions, newest first."""
    from evacplan.rendering import contract, plan_screen  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import planning  # noqa: PLC0415

    desk = desk_of(context)
    with desk.log() as log:
        plans = planning.plan_heads(log)
    desk.show(lambda: contract.plans_document(plans), lambda: plan_screen.list_screen(desk.page, plans))


@app.command(epilog=f"Example: evacplan plan show P-0007.\n\n{GLOBAL_HELP}")
def show(
    context: typer.Context,
    plan: Annotated[str | None, typer.Argument(help="A plan's number (default: the newest).")] = None,
) -> None:
    """Show one version: every town's verdict and way."""
    from evacplan.rendering import contract, plan_screen  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import planning  # noqa: PLC0415

    desk = desk_of(context)
    with desk.log() as log:
        found = planning.plan_version(log, plan)
    desk.show(
        lambda: contract.plan_document(desk.network, found, ()),
        lambda: plan_screen.show_screen(desk.page, desk.network, found),
    )


@app.command(epilog=f"Example: evacplan plan diff P-0006 P-0007.\n\n{GLOBAL_HELP}")
def diff(
    context: typer.Context,
    before: Annotated[str | None, typer.Argument(help="The older plan (default: the one before the newer).")] = None,
    after: Annotated[str | None, typer.Argument(help="The newer plan (default: the newest).")] = None,
) -> None:
    """Show which towns get another answer, worst first, and which directives did it."""
    from evacplan.rendering import contract, plan_screen  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import planning  # noqa: PLC0415

    desk = desk_of(context)
    with desk.log() as log:
        compared = planning.compare_plans(log, desk.network, desk.policy, before, after)
    desk.show(
        lambda: contract.diff_document(compared.before, compared.after, compared.changes),
        lambda: plan_screen.diff_screen(desk.page, desk.network, compared.before, compared.after, compared.changes),
    )
