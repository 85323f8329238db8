"""Bringing a SQLite store to the newest schema: with a copy made first, and put back if anything fails."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from evacplan.errors import StoreError
from evacplan.store import migrate, sql, sqlite_file, sqlite_reader
from evacplan.store.calm import calm
from evacplan.store.rows import check_revision, newest


def copy_path(path: Path) -> Path:
    """Return where the copy goes that is made before the store at `path` changes to the newest schema.

    >>> copy_path(Path("a/evacplan.sqlite")).as_posix()
    'a/evacplan.sqlite.before-0001.bak'
    """
    return path.with_name(f"{path.name}.before-{newest()}.bak")


def bring_up(connection: Connection, path: Path) -> None:
    """Run the migrations that a store still needs.

    The copy is kept until the next migration: it is the only way back to an older program.

    Raises
    ------
    StoreError
        If a migration fails (the store is then as it was), or a newer program made the store.
    """
    kept = copy_path(path)
    done = False
    try:
        with connection.begin():
            if check_revision(sql.revision_of(connection, str(path)), str(path)) != newest():
                sqlite_file.copy(path, kept)
                migrate.upgrade(connection)
        done = True
    except DBAPIError as error:
        what = f"the store could not be brought to schema {newest()} ({error.orig}); it is as it was"
        raise StoreError(what, str(path), f"A copy is in {kept.name}.") from error
    finally:
        if not done and kept.exists() and _schema(path) != _schema(kept):
            sqlite_file.overwrite(kept, path)
    _forget_older_copies(path, kept)


def _schema(path: Path) -> list[Any]:
    """Return every table, index and trigger, and the revision: what a half-done migration would have changed."""
    with calm(str(path)), closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        objects = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        return [*objects, sqlite_reader.revision_of(db)]


def _forget_older_copies(path: Path, kept: Path) -> None:
    for old in path.parent.iterdir():
        if old.name.startswith(f"{path.name}.before-") and old.name.endswith(".bak") and old != kept:
            old.unlink(missing_ok=True)
