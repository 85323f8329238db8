"""The questions asked most: the state of everything, and the way out of a town. Needs no typer."""

from collections.abc import Sequence

from evacplan.cli.desk import DONE, STAY, Desk
from evacplan.model.situation import Situation


def status(desk: Desk, names: Sequence[str], *, full: bool) -> int:
    """Show the state of everything, or of what the names stand for; return the exit status."""
    from evacplan.rendering import contract, status_screen  # noqa: PLC0415 - only what a command needs
    from evacplan.workflow import naming  # noqa: PLC0415

    targets = [target for name in names for target in naming.targets_named(desk.network, name)]
    found = situation(desk)

    def text() -> str:
        if targets:
            return status_screen.place_screen(desk.page, desk.network, found, targets)
        return status_screen.status_screen(desk.page, desk.network, found, full=full)

    desk.show(lambda: contract.status_document(desk.network, found), text)
    return DONE


def route(desk: Desk, town: str, may_board: Sequence[str]) -> int:
    """Show the verdict and the ways out of a town; return the exit status."""
    from evacplan.rendering import contract, route_screen  # noqa: PLC0415 - only what a command needs
    from evacplan.workflow import answering, naming  # noqa: PLC0415

    origin = naming.town_named(desk.network, town)
    found = situation(desk)
    answer = answering.answer(desk.network, desk.policy, found, origin, may_board=may_board)
    until = answering.valid_until(desk.policy, found)
    desk.show(
        lambda: contract.route_document(desk.network, answer, found, until),
        lambda: route_screen.route_screen(desk.page, desk.network, answer, found, until),
    )
    return STAY if answer.verdict == "stay" else DONE


def situation(desk: Desk) -> Situation:
    """Return the state of everything at the moment asked about."""
    from evacplan.workflow import answering  # noqa: PLC0415 - only what a command needs

    with desk.log() as log:
        return answering.situation_now(
            log, desk.network, desk.policy, as_of=desk.as_of, known_at=desk.settings.known_at
        )
