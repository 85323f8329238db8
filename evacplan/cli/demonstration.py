"""The main job from end to end, as a duty officer would type it: seven warnings, the answers, what changed, a sheet."""

import os
import shlex
import tempfile
from collections.abc import Callable
from pathlib import Path

from evacplan.cli.desk import Desk, say, tell
from evacplan.cli.settings import hoist
from evacplan.errors import EvacplanError, InputRefusedError

_TOWNS = ("Bamako", "Gao", "Kayes", "Sikasso", "Kidal")

_BEFORE = "2025-11-08"
_CLOSED = "2026-04-25T10:00Z"
_REOPENED = "2026-04-26T18:00Z"


def _story(warnings: list[Path]) -> list[tuple[str, list[list[str]]]]:
    """Return the chapters of the demonstration: a title, and the commands to run."""
    autumn, closing, reopening = warnings[:-2], warnings[-2], warnings[-1]
    add = ["advisory", "add"]
    return [
        (
            "Autumn 2025: five warnings come in. What tightens takes effect; openings are accepted by a person.",
            [[*add, str(path), "--yes", "--accept-openings", "--as-of", _BEFORE] for path in autumn],
        ),
        ("What is usable now, what is not, and why?", [["status", "--as-of", _BEFORE]]),
        ("What should somebody do in …?", [["route", town, "--as-of", _BEFORE] for town in _TOWNS]),
        ("All towns at once.", [["plan", "update", "--as-of", _BEFORE]]),
        (
            "25 April 2026: the airport closes. The plans are regenerated, and show what changed.",
            [
                [*add, str(closing), "--yes", "--as-of", _CLOSED],
                ["plan", "update", "--as-of", _CLOSED],
                ["route", "Bamako", "--as-of", _CLOSED],
            ],
        ),
        (
            "26 April: it reopens. An opening waits until a person confirms it.",
            [
                [*add, str(reopening), "--yes", "--as-of", _REOPENED],
                ["review", "--no-input"],
                ["review", f"A-{len(warnings):06d}", "--accept-all", "--accept-openings", "--no-input"],
                ["status", "BKO", "--as-of", _REOPENED],
            ],
        ),
        ("The sheet for Gao, in French.", [["checklist", "Gao", "--lang", "fr", "--as-of", _BEFORE]]),
    ]


def run_demo(desk: Desk, program: Callable[[list[str]], object], keep: str | None) -> None:
    """Run the story through the program itself and print each command before its output.

    Raises
    ------
    InputRefusedError
        If the file to keep exists already, or the data folder has no demonstration.
    """
    warnings = sorted((desk.folder / "demo").glob("*.md"))
    if len(warnings) < 3:
        raise InputRefusedError("no demonstration there", str(desk.folder), "Leave --data away.")
    if keep and Path(keep).exists():
        raise InputRefusedError("exists already", keep, "Name a new file.")
    with tempfile.TemporaryDirectory(prefix="evacplan-demo-") as folder:
        store = keep or os.fspath(Path(folder) / "demo.sqlite")
        for title, commands in _story(warnings):
            say(f"\n{'=' * 100}\n{title}\n{'=' * 100}")
            for command in commands:
                _run(program, command, store, desk)


def _run(program: Callable[[list[str]], object], command: list[str], store: str, desk: Desk) -> None:
    """Print a command as it would be typed, run it, and show an exit status other than 0."""
    shown = [Path(word).name if word.startswith(os.fspath(desk.folder)) else word for word in command]
    say(f"\n$ evacplan {shlex.join(shown)}")
    language = ["--lang", desk.settings.lang] if desk.settings.lang and "--lang" not in command else []
    status: int | str | None = 0
    try:
        program(hoist(["--store", store, "--by", "demo", *language, *command]))
    except EvacplanError as problem:
        tell(f"evacplan: {problem}")
        status = problem.exit_code
    except SystemExit as end:
        status = end.code
    if status:
        say(f"[exit {status}]")
