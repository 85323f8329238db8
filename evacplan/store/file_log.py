"""A log in one SQLite file: read with the standard library alone, written through SQLAlchemy."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from evacplan.model.events import Recorded
from evacplan.store import sqlite_reader
from evacplan.store.base import BaseLog, Decide, no_store
from evacplan.store.place import FilePlace
from evacplan.store.rows import Row, newest

if TYPE_CHECKING:
    from sqlalchemy import Engine


class FileLog(BaseLog):
    """See `log.EventLog`."""

    def __init__(self, place: FilePlace, *, create: bool) -> None:
        super().__init__(place.shown)
        self._place = place
        self._engine: Engine | None = None
        if not sqlite_reader.is_store(place.path) and create:
            from evacplan.store import sqlite_file  # noqa: PLC0415 - brings SQLAlchemy

            sqlite_file.create(place.path)

    def _rows(self, *, kinds: Collection[str] | None, bodies: bool) -> Sequence[Row]:
        return sqlite_reader.read_rows(self._place.path, kinds=kinds, bodies=bodies)

    def _row(self, seq: int) -> Row | None:
        return sqlite_reader.read_row(self._place.path, seq)

    def transact(self, decide: Decide, *, by: str, now: datetime, bodies: bool = False) -> tuple[Recorded, ...]:
        """Look at the log, decide, and append what was decided, while nobody else can write."""
        from evacplan.store import sql, transaction  # noqa: PLC0415 - bring SQLAlchemy

        if not sqlite_reader.is_store(self._place.path):
            raise no_store(self._where)
        self._engine = self._engine or sql.engine_for(self._place)
        with sql.connected(self._engine, self._where) as connection:
            if sqlite_reader.read_revision(self._place.path) != newest():
                from evacplan.store import migrate_file  # noqa: PLC0415 - brings alembic, seldom needed

                migrate_file.bring_up(connection, self._place.path)
            return transaction.run(connection, self._where, decide, by=by, now=now, bodies=bodies)

    def close(self) -> None:
        """Do nothing: every call opens and closes its own connection, so that a store at rest is one file."""

    def verify(self) -> int:
        """Let SQLite check the file, read everything and return the number of events."""
        if sqlite_reader.is_store(self._place.path):
            sqlite_reader.check_file(self._place.path)
        return super().verify()
