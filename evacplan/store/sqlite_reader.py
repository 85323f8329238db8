"""Reading a SQLite store with nothing but the standard library (see docs/decisions/0002-two-readers-one-log.md).

Nothing here ever writes: the file is opened read-only, and a file that is not ours is recognised by its first bytes
before SQLite sees it.
"""

import sqlite3
import stat
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from evacplan.errors import IntegrityError, StoreError
from evacplan.store.calm import calm
from evacplan.store.rows import (
    APPLICATION_ID,
    BUSY_S,
    COUNT_TEXT,
    REVISION_TABLE,
    Row,
    check_count,
    check_revision,
    select_text,
)

_MAGIC = b"SQLite format 3\0"
_FOREIGN_HINT = "Choose another file with --store; nothing was changed."


def is_store(path: Path) -> bool:
    """Whether there is a store of ours at `path`; False if there is nothing at all.

    Raises
    ------
    StoreError
        If what is there is something else: a folder, a device, an empty or foreign file, or not readable.
    """
    where = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise StoreError("this is a folder, not a store", where, "Name a file in it with --store.")
        if not stat.S_ISREG(mode):
            raise StoreError("this is no ordinary file", where, _FOREIGN_HINT)
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return False
    except OSError as error:
        what = f"the store cannot be read ({error.strerror})"
        raise StoreError(what, where, "Check the rights of the file and of its folder.") from error
    if not head:
        what = "the file is empty; a store never is, so it may have been lost"
        raise StoreError(what, where, "Restore it from a copy. If it never was a store, delete it.")
    if not head.startswith(_MAGIC) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreError("this file is not an evacplan store", where, _FOREIGN_HINT)
    return True


def read_rows(path: Path, *, kinds: Collection[str] | None = None, bodies: bool = True) -> list[Row]:
    """Read the rows of a store in order of their sequence numbers, as one consistent snapshot.

    A file that does not exist is an empty log, and stays absent.

    Raises
    ------
    StoreError
        If the file is no store, cannot be read, or was made by a newer program.
    IntegrityError
        If it is damaged, or an event is missing (also one of a kind that was not asked for).
    """
    if not is_store(path):
        return []
    with _snapshot(path) as db:
        rows = [Row._make(row) for row in db.execute(select_text(kinds, bodies=bodies), tuple(kinds or ()))]
        count, last = db.execute(COUNT_TEXT).fetchone()
        check_count(count, last, str(path))
    return rows


def read_row(path: Path, seq: int) -> Row | None:
    """Read one row with its body; None if there is no such event.

    Raises
    ------
    StoreError
        As `read_rows`.
    """
    if not is_store(path):
        return None
    with _snapshot(path) as db:
        found = db.execute('SELECT seq, recorded_at, "by", kind, payload, body FROM events WHERE seq = ?', (seq,))
        row = found.fetchone()
    return Row._make(row) if row else None


def read_revision(path: Path) -> str:
    """Return the schema's revision.

    Raises
    ------
    StoreError
        If a newer program made the store.
    """
    with _snapshot(path) as db:
        return check_revision(revision_of(db), str(path))


def check_file(path: Path) -> None:
    """Let SQLite check the whole file.

    Raises
    ------
    IntegrityError
        If a page or an index is damaged.
    """
    with _snapshot(path) as db:
        found = db.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise IntegrityError(f"the store is damaged ({found})", str(path), "Restore it from a copy, and keep this one.")


def revision_of(db: sqlite3.Connection) -> str | None:
    """Return the schema's revision, None if it is not recorded."""
    found = db.execute(f"SELECT version_num FROM {REVISION_TABLE}").fetchone()  # noqa: S608 - a constant
    return str(found[0]) if found else None


@contextmanager
def _snapshot(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a store read-only and hold one snapshot of it."""
    with calm(str(path)), closing(_connect(path)) as db:
        check_revision(revision_of(db), str(path))
        yield db


def _connect(path: Path) -> sqlite3.Connection:
    """Open read-only, in a transaction.

    SQLite needs to write a shared-memory file beside a store. Where it may not, and there is no write-ahead log,
    nobody else is writing, and the file can be read as it lies.
    """
    db = _open(path, "mode=ro")
    try:
        db.execute("BEGIN")
        revision_of(db)
    except sqlite3.OperationalError as error:
        db.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_DIRECTORY or _has_wal(path):
            raise
        db = _open(path, "mode=ro&immutable=1")
        db.execute("BEGIN")
    return db


def _open(path: Path, options: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?{options}", uri=True, timeout=BUSY_S, isolation_level=None)


def _has_wal(path: Path) -> bool:
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0
