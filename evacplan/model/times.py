"""Dates and times as the contract writes them: ISO 8601, always with a zone; a date alone is the whole day in UTC."""

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta


def to_text(when: date | datetime | None) -> str | None:
    """Write a date or an aware time.

    >>> to_text(date(2025, 10, 28)), to_text(datetime(2025, 10, 28, 6, tzinfo=UTC))
    ('2025-10-28', '2025-10-28T06:00:00+00:00')
    """
    return None if when is None else when.isoformat()


def from_text(text: str) -> date | datetime:
    """Read what `to_text` wrote; a time without a zone is taken as UTC.

    Raises
    ------
    ValueError
        If it is no ISO 8601 date or time, no such day, or within a year of the calendar's ends (1 and 9999), where
        times can no longer be reckoned with.

    >>> from_text("2025-10-28"), from_text("2025-10-28T06:00:00Z")
    (datetime.date(2025, 10, 28), datetime.datetime(2025, 10, 28, 6, 0, tzinfo=datetime.timezone.utc))
    >>> from_text("20251028")
    datetime.date(2025, 10, 28)
    """
    try:
        when: date | datetime = date.fromisoformat(text)
    except ValueError:
        when = datetime.fromisoformat(text)
    if not MINYEAR < when.year < MAXYEAR:
        raise ValueError(text)
    if not isinstance(when, datetime):
        return when
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)


def begin(when: date | datetime) -> datetime:
    """Return the first moment of a date, or the time itself."""
    return when if isinstance(when, datetime) else datetime(when.year, when.month, when.day, tzinfo=UTC)


def end(when: date | datetime) -> datetime:
    """Return the moment a date is over (the next midnight UTC), or the time itself.

    >>> end(date(2026, 4, 28))
    datetime.datetime(2026, 4, 29, 0, 0, tzinfo=datetime.timezone.utc)
    """
    return when if isinstance(when, datetime) else begin(when) + timedelta(days=1)
