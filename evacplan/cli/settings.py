"""The options that every command takes, before or after its name."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from evacplan.errors import InputRefusedError
from evacplan.model import times
from evacplan.rendering.phrasing import Lang

WITH_VALUE: Final = frozenset({"--store", "--data", "--as-of", "--known-at", "--lang", "--by"})
LANGUAGES: Final = ("en", "fr", "both", "auto")
FLAGS: Final = frozenset({"--json", "--no-input", "--no-color"})

GLOBAL_HELP: Final = (
    "Options of every command, before or after its name: --store FILE|URL, --data DIR, --as-of TIME, --known-at TIME,"
    " --json, --lang en|fr, --by NAME, --no-input, --no-color."
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What was asked for on the command line, apart from the command itself; times are aware."""

    store: str | None
    data: Path | None
    as_of: datetime | None
    known_at: datetime | None
    json: bool
    lang: str | None
    no_input: bool
    no_color: bool
    by: str

    @property
    def screen_lang(self) -> Lang:
        """The language of screens: --lang, else EVACPLAN_LANG, else the machine's, else English."""
        for name in (self.lang, os.environ.get("EVACPLAN_LANG"), os.environ.get("LC_ALL"), os.environ.get("LANG")):
            if name and name[:2] in ("en", "fr"):
                return "fr" if name[:2] == "fr" else "en"
        return "en"


def settings_of(values: Mapping[str, str | None], flags: Collection[str]) -> Settings:
    """Make the settings from the options of every command: those with a value by name, and the flags given.

    Raises
    ------
    InputRefusedError
        If a time does not exist.
    """
    as_of, known_at, data = values.get("--as-of"), values.get("--known-at"), values.get("--data")
    return Settings(
        store=values.get("--store"),
        data=Path(data) if data else None,
        as_of=moment(as_of, "--as-of", whole_day=True) if as_of else None,
        known_at=moment(known_at, "--known-at", whole_day=True) if known_at else None,
        json="--json" in flags,
        lang=values.get("--lang"),
        no_input="--no-input" in flags,
        no_color="--no-color" in flags,
        by=person(values.get("--by")),
    )


def hoist(arguments: list[str]) -> list[str]:
    """Move the options of every command to the front, so that they may stand anywhere before `--`.

    >>> hoist(["route", "Gao", "--json", "--as-of", "2025-11-07"])
    ['--json', '--as-of', '2025-11-07', 'route', 'Gao']
    """
    front: list[str] = []
    rest: list[str] = []
    queue = iter(arguments)
    for argument in queue:
        if argument == "--":
            return [*front, *rest, "--", *queue]
        name, equals, _ = argument.partition("=")
        if name in FLAGS or (name in WITH_VALUE and equals):
            front.append(argument)
        elif name in WITH_VALUE:
            front += [argument, *([value] if (value := next(queue, None)) is not None else [])]
        else:
            rest.append(argument)
    return front + rest


def moment(text: str, option: str, *, whole_day: bool = False) -> datetime:
    """Read a date or time given to an option; a date alone is its first moment, or its last with `whole_day`.

    Raises
    ------
    InputRefusedError
        If there is no such day or time.
    """
    when = day_or_moment(text, option)
    if whole_day and not isinstance(when, datetime):
        return times.end(when) - timedelta(seconds=1)
    return times.begin(when)


def day_or_moment(text: str, option: str) -> date | datetime:
    """Read a date or an aware time given to an option.

    Raises
    ------
    InputRefusedError
        If there is no such day or time.
    """
    try:
        return times.from_text(text)
    except ValueError as problem:
        what = f"no such day or time: {text!r}"
        raise InputRefusedError(what, option, "Write 2025-10-28 or 2025-10-28T06:00Z.") from problem


def clock() -> datetime:
    """Return the present moment, whole seconds, UTC: the only place where the program reads the clock."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the one clock


def person(name: str | None) -> str:
    """Return who is working: --by, else EVACPLAN_BY, else the name of the account."""
    if name or (name := os.environ.get("EVACPLAN_BY")):
        return name
    import getpass  # noqa: PLC0415 - brings termios, and only a change to the log needs a name

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
