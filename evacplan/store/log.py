"""The append-only event log: everything that is known, in the order in which it was learnt."""

from collections.abc import Collection
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from evacplan.model.events import Recorded
from evacplan.store.base import Decide
from evacplan.store.place import FilePlace, place_of


class EventLog(Protocol):
    """A log of events, numbered 1, 2, 3 … without gaps. Events are only ever appended."""

    @property
    def where(self) -> str:
        """What messages call it: the file's path, or the server's URL without user and password."""

    def read(self, *, kinds: Collection[str] | None = None, bodies: bool = True) -> tuple[Recorded, ...]:
        """Return the events in the order of their numbers, from one consistent snapshot.

        Parameters
        ----------
        kinds
            Only events of these kinds (names as in `codec.KINDS`); None is all of them.
        bodies
            Whether to read the large texts too. Without them an advisory's text is "" and a plan has no towns.

        Returns
        -------
        tuple of Recorded
            Empty if there is no store (none is made) or nothing in it.

        Raises
        ------
        StoreError
            If it cannot be read, or is not ours, or a newer program's.
        IntegrityError
            If it is damaged, an event cannot be understood, or one is missing (of whatever kind).
        """

    def read_event(self, seq: int) -> Recorded | None:
        """Return one event whole, large text included; None if there is none with that number. Errors as in `read`."""

    def read_body(self, seq: int) -> str:
        """Return one event's large text: an advisory's own words, a plan as stored JSON, "" if it has none."""

    def transact(self, decide: Decide, *, by: str, now: datetime, bodies: bool = False) -> tuple[Recorded, ...]:
        """Look at the log, decide, and append what was decided, while nobody else can write.

        Parameters
        ----------
        decide
            Called once with the whole log. What it raises is passed on, and nothing is written.
        by
            The person's name, as it will stand in the log.
        now
            When it is recorded (aware). The log's order is that of its numbers, not of this.
        bodies
            Whether `decide` needs the large texts.

        Returns
        -------
        tuple of Recorded
            What was appended: on disk, and safe from a power cut. Empty if nothing was decided.

        Raises
        ------
        StoreError
            If it cannot be written, or others were writing for 30 seconds; all or nothing is stored.
        InputRefusedError
            If `by` or a text cannot be kept.
        """

    def verify(self) -> int:
        """Read everything and return the number of events.

        Raises
        ------
        IntegrityError
            If anything is damaged or missing.
        """

    def close(self) -> None:
        """Let go of the store."""

    def __enter__(self) -> Self:
        """Return the log itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""


def open_log(where: str | None = None, *, create: bool) -> EventLog:
    """Open the log at a path or a PostgreSQL URL.

    Parameters
    ----------
    where
        A path, a `sqlite:///` URL or a `postgresql://` URL; None is `evacplan.sqlite` in the user's own data folder.
    create
        Whether to make it if there is none. Without, it reads as an empty log, and `transact` is refused.

    Raises
    ------
    InputRefusedError
        If `where` is no path and no supported URL.
    StoreError
        If something that is not a store stands there, or none can be made.
    """
    place = place_of(where)
    if isinstance(place, FilePlace):
        from evacplan.store.file_log import FileLog  # noqa: PLC0415 - a server does not need it

        return FileLog(place, create=create)
    from evacplan.store.server_log import ServerLog  # noqa: PLC0415 - brings SQLAlchemy

    return ServerLog(place, create=create)
