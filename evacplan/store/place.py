"""Where a log is: a SQLite file, or a PostgreSQL database given by its URL."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from evacplan.errors import InputRefusedError

_SERVERS = ("postgresql+psycopg", "postgresql", "postgres")
_FILES = ("sqlite", "sqlite+pysqlite")


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A SQLite file, by its absolute path."""

    path: Path

    @property
    def shown(self) -> str:
        """What messages call it."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """A PostgreSQL database. `url` may hold a password and is never shown; `shown` names host and database only."""

    url: str = field(repr=False)
    shown: str


def place_of(where: str | None) -> FilePlace | ServerPlace:
    """Say what a `--store` value means; None is the file in the user's own data folder.

    Raises
    ------
    InputRefusedError
        If it is empty, holds a NUL, or is a URL of a database that is not supported.

    >>> place_of("postgresql://duty:secret@db.example/posts").shown
    'postgresql://db.example/posts'
    """
    if where is None:
        return FilePlace(_default_path())
    if not where or "\0" in where:
        raise InputRefusedError("that is no file name", "--store", "Give a path, or a postgresql:// URL.")
    scheme, found, rest = where.partition("://")
    if not found:
        return FilePlace(Path(where).expanduser().absolute())
    if scheme in _SERVERS:
        return ServerPlace(f"postgresql+psycopg://{rest}", _shown(where))
    if scheme in _FILES and rest.startswith("/"):
        return FilePlace(Path(unquote(rest.partition("?")[0])[1:]).absolute())
    raise InputRefusedError(
        f"no store can be kept in a {scheme} database", "--store", "Use a path or a postgresql:// URL."
    )


def _default_path() -> Path:
    import platformdirs  # noqa: PLC0415 - not needed when a store is named

    return platformdirs.user_data_path("evacplan", appauthor=False) / "evacplan.sqlite"


def _shown(url: str) -> str:
    """Return a URL without user, password and options (which may hold a password too)."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "") + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return "postgresql://…"
    return f"postgresql://{host}{parts.path}"
