"""What a log on a file and a log on a server have in common: rows become events, decisions become rows."""

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Self, TypeAlias

from evacplan.errors import InputRefusedError, StoreError
from evacplan.model.events import Event, Recorded
from evacplan.store import codec
from evacplan.store.rows import Row, check_sequence

Decide: TypeAlias = Callable[[tuple[Recorded, ...]], Sequence[Event]]
"""Looks at the whole log and says what to append; raises if nothing may be appended."""


class BaseLog(ABC):
    """Reads through the rows that a subclass fetches; see `log.EventLog` for what each method promises."""

    def __init__(self, where: str) -> None:
        self._where = where

    @property
    def where(self) -> str:
        """What messages call the store."""
        return self._where

    @abstractmethod
    def _rows(self, *, kinds: Collection[str] | None, bodies: bool) -> Sequence[Row]:
        """Fetch rows in order; all of them if `kinds` is None."""

    @abstractmethod
    def _row(self, seq: int) -> Row | None:
        """Fetch one row with its body."""

    def read(self, *, kinds: Collection[str] | None = None, bodies: bool = True) -> tuple[Recorded, ...]:
        """Return the events in the order of their numbers, from one consistent snapshot."""
        unknown = set(kinds or ()).difference(codec.KINDS.values())
        if unknown:
            message = f"no such kind of event: {', '.join(sorted(unknown))}"
            raise ValueError(message)
        return decoded(self._rows(kinds=kinds, bodies=bodies), self._where, kinds=kinds, bodies=bodies)

    def read_event(self, seq: int) -> Recorded | None:
        """Return one event whole; None if there is none with that number."""
        row = self._row(seq)
        return None if row is None else codec.from_row(row, self._where, bodies=True)

    def read_body(self, seq: int) -> str:
        """Return one event's large text, "" if it has none."""
        row = self._row(seq)
        return "" if row is None else codec.body_text(row, self._where)

    def verify(self) -> int:
        """Read everything and return the number of events."""
        return len(self.read())

    @abstractmethod
    def close(self) -> None:
        """Let go of the store."""

    def __enter__(self) -> Self:
        """Return the log itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()


def decoded(
    rows: Sequence[Row], where: str, *, kinds: Collection[str] | None = None, bodies: bool
) -> tuple[Recorded, ...]:
    """Turn rows into events; a whole log must have no gap."""
    if kinds is None:
        check_sequence(rows, where)
    return tuple(codec.from_row(row, where, bodies=bodies) for row in rows)


def recorded_after(
    past: Sequence[Recorded], events: Sequence[Event], *, by: str, now: datetime
) -> tuple[Recorded, ...]:
    """Give new events the numbers after the ones there are.

    Raises
    ------
    InputRefusedError
        If `by` is empty or holds control characters.
    ValueError
        If `now` has no zone.
    """
    if now.tzinfo is None:
        raise ValueError("a time without a zone cannot be recorded")
    if not by.strip() or any(unicodedata.category(char) in ("Cc", "Cs") for char in by):
        raise InputRefusedError("a name is needed for the log, without control characters", "--by", "Give your name.")
    first = len(past) + 1
    return tuple(Recorded(seq, now.astimezone(UTC), by, event) for seq, event in enumerate(events, start=first))


def no_store(where: str) -> StoreError:
    """Return the error for writing to a store that is not there."""
    return StoreError("there is no store here yet", where, "Make one with 'evacplan init'.")
