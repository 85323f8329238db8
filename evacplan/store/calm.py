"""What SQLite says, in words that a duty officer can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from evacplan.errors import IntegrityError, StoreError

_WORDS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("another program is writing to the store", "Try again in a moment."),
    sqlite3.SQLITE_LOCKED: ("another program is writing to the store", "Try again in a moment."),
    sqlite3.SQLITE_READONLY: ("the store cannot be written", "Check the rights of the file and of its folder."),
    sqlite3.SQLITE_PERM: ("the store cannot be opened", "Check the rights of the file and of its folder."),
    sqlite3.SQLITE_CANTOPEN: ("the store cannot be opened", "Check the rights of the file and of its folder."),
    sqlite3.SQLITE_FULL: ("the disk is full; nothing was stored", "Make room and do it again."),
    sqlite3.SQLITE_IOERR: (
        "the disk failed while the store was in use; what was just done may not be stored",
        "Look with 'evacplan advisory list' before doing it again, and copy the store to another disk.",
    ),
}
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)


def from_sqlite(error: BaseException, where: str) -> StoreError:
    """Return the store error that says what a SQLite error means for the user."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary in _DAMAGED or "decode to UTF-8" in str(error):
        return IntegrityError("the store is damaged", where, "Restore it from a copy, and keep this one.")
    what, hint = _WORDS.get(-1 if primary is None else primary, (f"the store cannot be used ({error})", ""))
    return StoreError(what, where, hint)


@contextmanager
def calm(where: str) -> Iterator[None]:
    """Turn SQLite's errors inside the block into store errors.

    Raises
    ------
    StoreError
        In place of any `sqlite3.Error`.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise from_sqlite(error, where) from error
