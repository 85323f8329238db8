"""One change to the log: look, decide, append, all while nobody else can write."""

from datetime import datetime

from sqlalchemy import Connection

from evacplan.errors import StoreError
from evacplan.model.events import Recorded
from evacplan.store import codec, sql
from evacplan.store.base import Decide, decoded, recorded_after
from evacplan.store.rows import check_revision, newest


def run(
    connection: Connection, where: str, decide: Decide, *, by: str, now: datetime, bodies: bool
) -> tuple[Recorded, ...]:
    """Append what `decide` returns after looking at the whole log; see `log.EventLog.transact`.

    Raises
    ------
    StoreError
        If another program changed the schema since it was looked at.
    """
    with connection.begin():
        sql.take_lock(connection)
        if check_revision(sql.revision_of(connection, where), where) != newest():
            raise StoreError("another program is changing the store", where, "Try again in a moment.")
        past = decoded(sql.read_rows(connection, kinds=None, bodies=bodies), where, bodies=bodies)
        new = recorded_after(past, decide(past), by=by, now=now)
        sql.append_rows(connection, [codec.to_row(recorded) for recorded in new])
    return new
