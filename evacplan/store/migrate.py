"""Bringing a schema up to date with alembic, inside a transaction that the caller opened and commits."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from evacplan.store.rows import REVISION_TABLE

MIGRATIONS = Path(__file__).parent / "migrations"
"""The folder with alembic's environment and one file for each released schema; ships inside the wheel."""

_LOCK_KEY = 0x45564143
"""Key of the PostgreSQL advisory lock that two programs starting at once meet at."""


def config(connection: Connection | None = None) -> Config:
    """Return alembic's configuration; there is no ini file."""
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.attributes["connection"] = connection
    made.attributes["version_table"] = REVISION_TABLE
    return made


def upgrade(connection: Connection) -> None:
    """Run every migration that is missing, up to the newest.

    PostgreSQL and SQLite both undo schema changes with the transaction, so a failing migration leaves no trace.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_KEY})"))
    command.upgrade(config(connection), "head")
