"""Making a SQLite store, and keeping a copy of it before its schema changes."""

import os
import secrets
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from evacplan.errors import StoreError
from evacplan.store import migrate
from evacplan.store.calm import calm
from evacplan.store.files import sync_folder
from evacplan.store.place import FilePlace
from evacplan.store.rows import APPLICATION_ID
from evacplan.store.sql import connected, engine_for
from evacplan.store.sqlite_reader import is_store

_RIGHTS_HINT = "Check the rights of the folder, or choose another file with --store."


def create(path: Path) -> None:
    """Make an empty store, with its folder, if there is none.

    It is made under another name and renamed when it is complete: nobody ever sees half a store, and of two
    programs that start at once, one makes it and both use it. The file has mode 0600 and new folders 0700, whatever
    the umask.

    Raises
    ------
    StoreError
        If the folder cannot be made or written, or something else already has that name.
    """
    if is_store(path):
        return
    temporary = path.with_name(f".evacplan-{secrets.token_hex(8)}.tmp")
    try:
        make_folder(path.parent)
        make_private(temporary)
        _fill(temporary, str(path))
        _publish(temporary, path)
    except OSError as error:
        raise StoreError(f"the store cannot be made ({error.strerror})", str(path), _RIGHTS_HINT) from error
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                temporary.with_name(temporary.name + suffix).unlink()


def make_folder(folder: Path) -> None:
    """Make a folder and every missing one above it, each with mode 0700."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)


def make_private(path: Path) -> None:
    """Create an empty file with mode 0600; SQLite gives its side files the same."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def copy(source: Path, target: Path) -> None:
    """Copy a store as one consistent snapshot onto `target` (replaced if it exists), mode 0600.

    Raises
    ------
    StoreError
        If the copy cannot be written; no partial copy is left.
    """
    temporary = target.with_name(f".evacplan-{secrets.token_hex(8)}.tmp")
    try:
        make_private(temporary)
        overwrite(source, temporary)
        temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise StoreError(f"the copy cannot be made ({error.strerror})", str(target), _RIGHTS_HINT) from error
    finally:
        temporary.unlink(missing_ok=True)


def overwrite(source: Path, target: Path) -> None:
    """Put one database's whole content into another, in one transaction of the target."""
    with (
        calm(str(target)),
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as reader,
        closing(sqlite3.connect(f"{target.as_uri()}?mode=rw", uri=True)) as writer,
    ):
        writer.execute("PRAGMA synchronous = FULL")
        reader.backup(writer)


def _fill(path: Path, where: str) -> None:
    """Give an empty file our mark and the newest schema."""
    engine = engine_for(FilePlace(path))
    with connected(engine, where) as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate.upgrade(connection)
    with calm(where), closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")


def _publish(temporary: Path, path: Path) -> None:
    """Give a finished file its name, unless another program was first."""
    with _one_at_a_time(path.parent):
        if not is_store(path):
            temporary.rename(path)
    sync_folder(path.parent)


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Let one program at a time put a file into a folder; on Windows a rename never replaces, so nothing is needed."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - does not exist on Windows

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network shares cannot lock a folder; SQLite is not at home there either
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
