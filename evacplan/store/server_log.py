"""A log in a PostgreSQL database: several posts' laptops, one log."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection

from evacplan.model.events import Recorded
from evacplan.store import sql, transaction
from evacplan.store.base import BaseLog, Decide, no_store
from evacplan.store.place import ServerPlace
from evacplan.store.rows import Row, check_revision, newest


class ServerLog(BaseLog):
    """See `log.EventLog`."""

    def __init__(self, place: ServerPlace, *, create: bool) -> None:
        super().__init__(place.shown)
        self._engine = sql.engine_for(place)
        if create:
            with sql.connected(self._engine, self._where) as connection:
                self._bring_up(connection, create=True)

    def _rows(self, *, kinds: Collection[str] | None, bodies: bool) -> Sequence[Row]:
        with sql.connected(self._engine, self._where) as connection:
            if not self._has_store(connection):
                return []
            sql.check_whole(connection, self._where)
            return sql.read_rows(connection, kinds=kinds, bodies=bodies)

    def _row(self, seq: int) -> Row | None:
        with sql.connected(self._engine, self._where) as connection:
            return sql.read_row(connection, seq) if self._has_store(connection) else None

    def transact(self, decide: Decide, *, by: str, now: datetime, bodies: bool = False) -> tuple[Recorded, ...]:
        """Look at the log, decide, and append what was decided, while nobody else can write."""
        with sql.connected(self._engine, self._where) as connection:
            self._bring_up(connection, create=False)
            return transaction.run(connection, self._where, decide, by=by, now=now, bodies=bodies)

    def close(self) -> None:
        """Do nothing: every call opens and closes its own connection, so that none is left behind on the server."""

    def _has_store(self, connection: Connection) -> bool:
        """Whether the database holds a log at all; refuses one that a newer program made."""
        revision = sql.revision_of(connection, self._where)
        return revision is not None and bool(check_revision(revision, self._where))

    def _bring_up(self, connection: Connection, *, create: bool) -> None:
        """Run the migrations that the database still needs.

        The server's own backups are its keeper's; a migration here is one transaction, all or nothing.
        """
        with connection.begin():
            revision = sql.revision_of(connection, self._where)
            if revision is None and not create:
                raise no_store(self._where)
            if revision is None or check_revision(revision, self._where) != newest():
                from evacplan.store import migrate  # noqa: PLC0415 - brings alembic, seldom needed

                migrate.upgrade(connection)
