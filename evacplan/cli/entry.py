"""Where the program starts, and what happens when something goes wrong.

A plain question (`status`, `route TOWN`) is answered before typer is imported, which alone would take longer than the
answer; everything else goes to the whole program.
"""

import os
import sys

from evacplan.cli.desk import Desk, tell
from evacplan.cli.settings import FLAGS, LANGUAGES, WITH_VALUE, hoist, settings_of
from evacplan.errors import EvacplanError

INTERRUPTED = 130


def run(arguments: list[str] | None = None) -> None:
    """Run the program and exit with the status of the machine contract."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = _run(hoist(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
        sys.exit(status)
    except EvacplanError as problem:
        tell(f"evacplan: {problem}")
        sys.exit(problem.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # whoever read our output has gone; Python must find nothing left to write there
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as problem:  # noqa: BLE001 - the last resort: a bug keeps its traceback, in a file
        from evacplan.cli.crash import keep_traceback  # noqa: PLC0415 - hopefully never needed

        tell(f"evacplan: internal error, a bug. The traceback is in {keep_traceback(problem)}: please send it to us.")
        sys.exit(1)


def _run(given: list[str]) -> int:
    answered = plain_question(given)
    if answered is not None:
        return answered
    from evacplan.cli.main import app  # noqa: PLC0415 - brings typer

    app(args=given, prog_name="evacplan")
    return 0


def plain_question(given: list[str]) -> int | None:
    """Answer `status` or `route TOWN` with no options but those of every command; None if it is anything else.

    Returns
    -------
    int or None
        The exit status.
    """
    values: dict[str, str | None] = {}
    flags: list[str] = []
    words = iter(given)
    rest: list[str] = []
    for word in words:
        name, equals, value = word.partition("=")
        if name in FLAGS and not equals:
            flags.append(name)
        elif name in WITH_VALUE:
            values[name] = value if equals else next(words, None)
        else:
            rest.append(word)
    if (
        any(word.startswith("-") for word in rest)
        or values.get("--lang", "en") not in LANGUAGES
        or None in values.values()
    ):
        return None
    return _ask(rest, values, flags)


def _ask(rest: list[str], values: dict[str, str | None], flags: list[str]) -> int | None:
    from evacplan.cli import asking  # noqa: PLC0415 - other commands do not need it

    match rest:
        case ["status", *names]:
            return asking.status(Desk(settings_of(values, flags)), names, full=False)
        case ["route", town]:
            return asking.route(Desk(settings_of(values, flags)), town, ())
        case _:
            return None
