"""`link set` and `airport set`: a person's own fact, with name, reason and until when, shown as such."""

from typing import Annotated

import typer

from evacplan.cli.desk import Desk, desk_of
from evacplan.cli.settings import GLOBAL_HELP, day_or_moment

links = typer.Typer(help="Roads and rivers: set a fact of your own.", no_args_is_help=True, rich_markup_mode=None)
airports = typer.Typer(help="Airports: set a fact of your own.", no_args_is_help=True, rich_markup_mode=None)

Reason = Annotated[str, typer.Option(help="Why, and how you know: it is printed wherever the fact is used.")]
Until = Annotated[str | None, typer.Option(help="Day or time at which it ends (default: until set again).")]
Sure = Annotated[bool, typer.Option("--accept-openings", help="Confirm that this opens or eases something.")]


@links.command("set", epilog=f'Example: evacplan link set Ségou-Bla blocked --reason "bridge down".\n\n{GLOBAL_HELP}')
def set_link(
    context: typer.Context,
    link: Annotated[str, typer.Argument(help="A link's id, or its two ends: Ségou-Bla.")],
    status: Annotated[str, typer.Argument(help="open, avoid, blocked or unconfirmed.")],
    reason: Reason,
    until: Until = None,
    accept_openings: Sure = False,
) -> None:
    """Record that a road or river leg is open, to be avoided, blocked or unconfirmed."""
    from evacplan.workflow import naming  # noqa: PLC0415 - help must not wait for it

    desk = desk_of(context)
    _record(desk, naming.link_named(desk.network, link), status, reason, until, accept_openings)


@airports.command("set", epilog=f'Example: evacplan airport set BKO closed --reason "runway hit".\n\n{GLOBAL_HELP}')
def set_airport(
    context: typer.Context,
    airport: Annotated[str, typer.Argument(help="An airport's code, id or town.")],
    status: Annotated[str, typer.Argument(help="open, disrupted, closed or unconfirmed.")],
    reason: Reason,
    until: Until = None,
    accept_openings: Sure = False,
) -> None:
    """Record that an airport is open, disrupted, closed or unconfirmed."""
    from evacplan.workflow import naming  # noqa: PLC0415 - help must not wait for it

    desk = desk_of(context)
    _record(desk, naming.airport_named(desk.network, airport), status, reason, until, accept_openings)


def _record(desk: Desk, target: str, status: str, reason: str, until: str | None, sure: bool) -> None:
    from evacplan.rendering import contract, fact_screen  # noqa: PLC0415 - help must not wait for it
    from evacplan.workflow import deciding  # noqa: PLC0415

    end = day_or_moment(until, "--until") if until else None
    fact = deciding.fact(target, status, reason=reason, at=desk.as_of, until=end, confirmed=sure)
    with desk.log(create=True) as log:
        situation = deciding.record_fact(
            log, desk.network, desk.policy, fact, confirmed=sure, by=desk.settings.by, now=desk.now
        )
    by = desk.settings.by
    desk.show(
        lambda: contract.fact_document(fact, situation, by=by),
        lambda: fact_screen.fact_screen(desk.page, desk.network, fact, situation, by=by),
    )
