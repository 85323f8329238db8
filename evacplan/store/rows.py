"""What the log keeps of an event: one row, and what the schema looks like from outside."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from evacplan.errors import IntegrityError, StoreError

REVISIONS: tuple[str, ...] = ("0001",)
"""Every schema that was ever released, oldest first. Reading works on all of them, writing brings a store to the last.

A migration that renames or drops a column of `events` must give the old schemas a SELECT of their own.
"""

REVISION_TABLE = "evacplan_revision"
"""Where alembic keeps the schema's revision; a name of our own, since a PostgreSQL database may be shared."""

BUSY_S = 30.0
"""How long a writer waits for another one, in seconds."""

APPLICATION_ID = 0x45564143
"""Bytes 68-71 of our SQLite files ("EVAC"): what tells them from anybody else's."""


def newest() -> str:
    """Return the schema that this program writes.

    >>> newest() == REVISIONS[-1]
    True
    """
    return REVISIONS[-1]


class Row(NamedTuple):
    """One row of `events`, as text; `body` is None for small events and where it was not asked for."""

    seq: int
    recorded_at: str
    by: str
    kind: str
    payload: str
    body: str | None


def check_revision(revision: str | None, where: str) -> str:
    """Return the revision if this program knows it.

    Raises
    ------
    IntegrityError
        If a store of ours has lost its revision.
    StoreError
        If the revision is not one of ours: a newer program made it.
    """
    if revision is None:
        raise IntegrityError("the store has lost the number of its schema", where, "Restore it from a copy.")
    if revision not in REVISIONS:
        what = f"the store was made by a newer evacplan (schema {revision}; this one knows up to {newest()})"
        raise StoreError(what, where, "Update evacplan; nothing was changed.")
    return revision


def check_sequence(rows: Sequence[Row], where: str) -> None:
    """Refuse a log with a gap: the sequence numbers of all its events are 1, 2, 3 and so on.

    Raises
    ------
    IntegrityError
        If an event is missing.
    """
    for expected, row in enumerate(rows, start=1):
        if row.seq != expected:
            hint = "Restore the store from a copy, and keep this one for examination."
            raise IntegrityError(f"event {expected} is missing from the log", where, hint)


def check_count(count: int, last: int, where: str) -> None:
    """Refuse a log with a gap when only some kinds of events are read: its last number is how many there are.

    Raises
    ------
    IntegrityError
        If an event is missing.
    """
    if count != last:
        hint = "Restore the store from a copy, and keep this one for examination."
        raise IntegrityError(f"the log's last event is number {last}, but it holds {count}", where, hint)


COUNT_TEXT = "SELECT count(*), coalesce(max(seq), 0) FROM events"
"""What `check_count` needs."""


def select_text(kinds: Collection[str] | None, *, bodies: bool, marker: str = "?") -> str:
    """Return the SELECT that reads the log in order; its only parameters are the kinds.

    >>> select_text(["fact_set"], bodies=False)
    'SELECT seq, recorded_at, "by", kind, payload, NULL FROM events WHERE kind IN (?) ORDER BY seq'
    """
    body = "body" if bodies else "NULL"
    where = "" if kinds is None else f" WHERE kind IN ({', '.join([marker] * len(kinds))})"
    return f'SELECT seq, recorded_at, "by", kind, payload, {body} FROM events{where} ORDER BY seq'  # noqa: S608 - no value is in it
