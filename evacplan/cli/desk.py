"""What a command has at hand: settings, one moment, data and log, each loaded when first asked for."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from evacplan.cli.settings import Settings, clock
from evacplan.errors import InputRefusedError
from evacplan.model.network import Network
from evacplan.model.policy import Policy
from evacplan.rendering.clean import block
from evacplan.rendering.screens import Page

if TYPE_CHECKING:
    import typer

    from evacplan.store.log import EventLog

DONE = 0
STAY = 3
WAITING = 5
_WIDEST = 100
_NARROWEST = 60


class Desk:
    """One run of the program: the settings, the moment it started, and what it loads on demand."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.now = clock()

    @property
    def as_of(self) -> datetime:
        """The moment asked about: --as-of, else now."""
        return self.settings.as_of or self.now

    @cached_property
    def folder(self) -> Path:
        """The data folder: --data, else the one that ships."""
        from evacplan.loading.folders import default_data_folder  # noqa: PLC0415 - only what a command needs

        return self.settings.data or default_data_folder()

    @cached_property
    def cache(self) -> Path | None:
        """The folder for compiled data, None where the user has none."""
        from evacplan.loading.folders import cache_folder  # noqa: PLC0415 - only what a command needs

        return cache_folder()

    @cached_property
    def network(self) -> Network:
        """Places, links, airports, services and borders."""
        from evacplan.loading.network import load_network  # noqa: PLC0415 - only what a command needs

        return load_network(self.folder, cache=self.cache)

    @cached_property
    def policy(self) -> Policy:
        """The post's rules."""
        from evacplan.loading.policy import load_policy  # noqa: PLC0415 - only what a command needs

        return load_policy(self.folder, cache=self.cache)

    def log(self, *, create: bool = False) -> "AbstractContextManager[EventLog]":
        """Open the event log; without `create` a store that does not exist reads as empty.

        Raises
        ------
        InputRefusedError
            If a command that writes is asked to look back with --known-at.
        """
        from evacplan.store.log import open_log  # noqa: PLC0415 - only what a command needs

        if create and self.settings.known_at is not None:
            raise InputRefusedError("only looks back", "--known-at", "Leave it away with a command that writes.")
        return open_log(self.settings.store, create=create)

    @cached_property
    def page(self) -> Page:
        """How to draw on this terminal."""
        colour = sys.stdout.isatty() and not (self.settings.no_color or "NO_COLOR" in os.environ)
        width = min(_WIDEST, max(_NARROWEST, get_terminal_size((_WIDEST, 24)).columns))
        return Page(self.settings.screen_lang, colour and os.environ.get("TERM") != "dumb", width)

    @property
    def interactive(self) -> bool:
        """Whether questions may be asked: a terminal on both sides, and neither --no-input nor --json."""
        return sys.stdin.isatty() and sys.stdout.isatty() and not (self.settings.no_input or self.settings.json)

    def show(self, document: Callable[[], Mapping[str, object]], text: Callable[[], str]) -> None:
        """Print the result on stdout: the JSON document with --json, else the text for a person."""
        if self.settings.json:
            from evacplan.rendering.contract import dump  # noqa: PLC0415 - a person's screen needs no JSON

            say(dump(document()))
        else:
            say(text())


def say(text: str) -> None:
    """Print a result on stdout."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Print what is not the result (progress, hints, refusals) on stderr, cleaned: file names may hold anything."""
    sys.stderr.write(f"{block(text)}\n")


def desk_of(context: "typer.Context") -> Desk:
    """Return the desk that the program's callback laid out."""
    desk: Desk = context.obj
    return desk
