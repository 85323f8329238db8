"""Writing the log through SQLAlchemy Core: the same code for a SQLite file and a PostgreSQL database.

Importing this module costs 190 ms, so only commands that write (or use a server) do it.
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
    insert,
    literal,
    select,
    text,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from evacplan.errors import StoreError
from evacplan.store.calm import calm, from_sqlite
from evacplan.store.place import FilePlace, ServerPlace
from evacplan.store.rows import BUSY_S, COUNT_TEXT, REVISION_TABLE, Row, check_count

EVENTS = Table(
    "events",
    MetaData(),
    Column("seq", Integer, primary_key=True),
    Column("recorded_at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("body", Text),
)
"""As the newest migration leaves it (checked by a test); migrations keep their own, frozen definition."""

_TABLES_ON_SERVER = f"SELECT to_regclass('{REVISION_TABLE}'), to_regclass('events')"
_TABLES_IN_FILE = f"""SELECT max(CASE name WHEN '{REVISION_TABLE}' THEN 1 END), max(CASE name WHEN 'events' THEN 1 END)
    FROM sqlite_master WHERE type = 'table'"""  # noqa: S608 - constants


def engine_for(place: FilePlace | ServerPlace) -> Engine:
    """Make the engine for a place; nothing is opened yet.

    Raises
    ------
    StoreError
        If the URL is malformed, or the driver for PostgreSQL is not installed.
    """
    if isinstance(place, FilePlace):
        return _file_engine(place.path)
    try:
        return create_engine(make_url(place.url), hide_parameters=True, poolclass=NullPool)
    except ModuleNotFoundError as error:
        raise StoreError("the PostgreSQL driver is missing", place.shown, "pip install 'evacplan[server]'.") from error
    except (ArgumentError, ValueError):
        raise StoreError("this is no database URL", place.shown, "postgresql://user@host/database") from None


def _file_engine(path: Path) -> Engine:
    def connect() -> sqlite3.Connection:
        db = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=BUSY_S, isolation_level=None)
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        return db

    engine = create_engine("sqlite+pysqlite://", creator=connect, hide_parameters=True, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin_immediate(connection: Connection) -> None:
        # A transaction that reads first and writes later cannot always get the lock (it fails at once, whatever the
        # time-out): the lock is taken at the start.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def connected(engine: Engine, where: str) -> Iterator[Connection]:
    """Open a connection; what the database says becomes a store error.

    Raises
    ------
    StoreError
        In place of any error of the database.
    """
    try:
        with calm(where), engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        raise _store_error(error, where) from None


def take_lock(connection: Connection) -> None:
    """Keep other writers out until the transaction ends. SQLite did so when it began."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = '{BUSY_S:.0f}s'"))
        connection.execute(text("LOCK TABLE events IN EXCLUSIVE MODE"))


def read_rows(connection: Connection, *, kinds: Collection[str] | None, bodies: bool) -> list[Row]:
    """Read rows in order, as `sqlite_reader.read_rows` does."""
    body = EVENTS.c.body if bodies else literal(None)
    query = select(*list(EVENTS.c)[:-1], body).order_by(EVENTS.c.seq)
    if kinds is not None:
        query = query.where(EVENTS.c.kind.in_(list(kinds)))
    return [Row._make(row) for row in connection.execute(query).all()]


def check_whole(connection: Connection, where: str) -> None:
    """Refuse a log from which an event is missing.

    Raises
    ------
    IntegrityError
        If there is a gap.
    """
    count, last = connection.execute(text(COUNT_TEXT)).one()
    check_count(count, last, where)


def read_row(connection: Connection, seq: int) -> Row | None:
    """Read one row with its body; None if there is no such event."""
    row = connection.execute(select(EVENTS).where(EVENTS.c.seq == seq)).one_or_none()
    return Row._make(row) if row else None


def append_rows(connection: Connection, rows: Sequence[Row]) -> None:
    """Append rows; all of them or, if the transaction fails, none."""
    if rows:
        connection.execute(insert(EVENTS), [row._asdict() for row in rows])


def revision_of(connection: Connection, where: str) -> str | None:
    """Return the schema's revision, None if there is no store yet.

    Raises
    ------
    StoreError
        If the database holds an `events` table of somebody else.
    """
    on_server = connection.dialect.name == "postgresql"
    ours, events = connection.execute(text(_TABLES_ON_SERVER if on_server else _TABLES_IN_FILE)).one()
    if ours is not None:
        found: Any = connection.execute(text(f"SELECT version_num FROM {REVISION_TABLE}")).scalar_one_or_none()  # noqa: S608 - a constant
        return None if found is None else str(found)
    if events is not None:
        hint = "Give evacplan a database or a schema of its own; nothing was changed."
        raise StoreError("the database holds another program's table 'events'", where, hint)
    return None


def _store_error(error: DBAPIError, where: str) -> StoreError:
    """Say what a database error means, without the statement and without anything from the URL."""
    if isinstance(error.orig, sqlite3.Error):
        return from_sqlite(error.orig, where)
    state = getattr(error.orig, "sqlstate", None)
    if state == "55P03":
        return StoreError("another program is writing to the store", where, "Try again in a moment.")
    if state == "42501":
        return StoreError("this user may not write to the store", where, "Ask whoever runs the server.")
    if state is None or state.startswith(("08", "28", "57", "3D")):
        hint = "Check the URL and the network; look before doing the last step again."
        return StoreError("the database server cannot be reached", where, hint)
    return StoreError(f"the database refused (SQLSTATE {state})", where, "Ask whoever runs the server.")
