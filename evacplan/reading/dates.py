"""Dates in a sentence: never guessed. What is ambiguous, or no such day, is named as such and stays without a date."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from evacplan.reading.rules import Tongue
from evacplan.reading.words import Words

Precision = Literal["day", "month", "year"]
OLD_AFTER_DAYS = 45
"""An event whose date lies further back is history."""
AHEAD_DAYS = 120
"""A date without a year lies no further ahead of the reference than this; else it is last year's."""
FIRST_YEAR, LAST_YEAR = 1960, 2100
NO_YEAR = "no year"
_SEPARATORS = {"/", ".", "-"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression over words `first` to `last` (not included).

    `day` is its last day (of the month or year where only that is said), None where it cannot be known; then `why`
    says why. `stated_year` tells whether the year was written.
    """

    first: int
    last: int
    day: date | None
    precision: Precision
    stated_year: bool = True
    why: str | None = None


def find_dates(words: Words, first: int, last: int, tongue: Tongue, reference: date | None) -> list[Dated]:
    """Return the dates of a word range, in text order.

    Parameters
    ----------
    words, first, last
        The text and the range of its words.
    tongue
        Names of months, weekdays and days such as "yesterday".
    reference
        When the text was issued; settles the year where none is written, and weekdays. None: those stay unknown.
    """
    found: list[Dated] = []
    at = first
    while at < last:
        dated = (
            _numeric(words, at, last)
            or _named(words, at, last, tongue, reference)
            or _year(words, at)
            or _weekday(words, at, tongue, reference)
            or _relative(words, at, tongue, reference)
        )
        if dated:
            found.append(dated)
        at = dated.last if dated else at + 1
    return found


def old(dates: list[Dated], reference: date | None) -> bool:
    """Tell whether the latest known date lies more than about a month and a half before the reference.

    >>> old([Dated(0, 1, date(2024, 9, 30), "month")], date(2025, 10, 14))
    True
    """
    known = [dated.day for dated in dates if dated.day]
    return bool(known and reference) and max(known) < (reference or date.min) - timedelta(days=OLD_AFTER_DAYS)


def _number(words: Words, at: int, last: int) -> int | None:
    return int(words.form[at]) if at < last and words.form[at].isdigit() and len(words.form[at]) <= 4 else None


def _made(first: int, last: int, year: int, month: int, day: int) -> Dated:
    try:
        return Dated(first, last, date(year, month, day), "day")
    except ValueError:
        return Dated(first, last, None, "day", why="no such day")


def _numeric(words: Words, at: int, last: int) -> Dated | None:
    """Read 2025-10-28, 28/10/2025 and 28.10.2025; refuse 03/04/2025, whose order nobody declared, and 03/04/25."""
    parts = [number for i in range(3) if (number := _number(words, at + i, last)) is not None]
    if len(parts) < 3 or any(words.between(at + i, at + i + 1) not in _SEPARATORS for i in (0, 1)):
        return None
    one, two, three = parts
    if len(words.form[at]) == 4:
        return _made(at, at + 3, one, two, three)
    why = None if len(words.form[at + 2]) == 4 else "ambiguous date: two-digit year"
    if why is None and one != two and max(one, two) <= 12:
        why = "ambiguous date: day and month may be either way round"
    if why:
        return Dated(at, at + 3, None, "day", why=why)
    return (
        _made(at, at + 3, three, min(one, two), max(one, two))
        if max(one, two) > 12
        else _made(at, at + 3, three, two, one)
    )


def _named(words: Words, at: int, last: int, tongue: Tongue, reference: date | None) -> Dated | None:
    """Read 28 October 2025, October 28, 2025, 1er juillet, and months with or without a year."""
    day = _number(words, at, last)
    after = at + 1
    if day is not None and after < last and words.form[after] in ("er", "st", "nd", "rd", "th"):
        after += 1
    if day is not None and after < last and words.form[after] == "of":
        after += 1
    month = tongue.months.get(words.form[after]) if day is not None and after < last else None
    if day is None or month is None or day > 31:
        return _month_first(words, at, last, tongue, reference)
    year, end = _year_at(words, after + 1, last)
    return _settled((at, end), year, month, day, reference)


def _month_first(words: Words, at: int, last: int, tongue: Tongue, reference: date | None) -> Dated | None:
    month = tongue.months.get(words.form[at])
    if month is None or not (words.capital(at) or len(words.form[at]) > 3):
        return None
    day = _number(words, at + 1, last)
    after = at + 2
    if day is None or day > 31 or len(words.form[at + 1]) > 2:
        year, end = _year_at(words, at + 1, last)
        return _whole_month(at, end, year, month, reference)
    if after < last and words.form[after] in ("st", "nd", "rd", "th"):
        after += 1
    year, end = _year_at(words, after, last)
    return _settled((at, end), year, month, day, reference)


def _year_at(words: Words, at: int, last: int) -> tuple[int | None, int]:
    year = _number(words, at, last)
    if year is not None and FIRST_YEAR <= year <= LAST_YEAR:
        return year, at + 1
    return None, at


def _settled(span: tuple[int, int], year: int | None, month: int, day: int, reference: date | None) -> Dated:
    """Return a day; a missing year is the one that puts it last up to some months after the reference."""
    first, last = span
    if year is not None:
        return _made(first, last, year, month, day)
    if reference is None:
        return Dated(first, last, None, "day", stated_year=False, why=NO_YEAR)
    near = [_made(first, last, reference.year + step, month, day) for step in (-1, 0, 1)]
    known = [dated for dated in near if dated.day]
    if not known:
        return near[0]
    soon = reference + timedelta(days=AHEAD_DAYS)
    best = max((d for d in known if d.day and d.day <= soon), key=lambda d: d.day or reference, default=known[0])
    return Dated(first, last, best.day, "day", stated_year=False)


def _whole_month(first: int, last: int, year: int | None, month: int, reference: date | None) -> Dated:
    if year is None and reference is None:
        return Dated(first, last, None, "month", stated_year=False, why=NO_YEAR)
    if year is not None:
        return Dated(first, last, date(year, month, monthrange(year, month)[1]), "month")
    known = reference or date.min
    passed = known.year if month <= known.month else known.year - 1
    return Dated(first, last, date(passed, month, monthrange(passed, month)[1]), "month", stated_year=False)


def _year(words: Words, at: int) -> Dated | None:
    form = words.form[at]
    if len(form) != 4 or not form.isdigit() or not FIRST_YEAR <= int(form) <= LAST_YEAR:
        return None
    return Dated(at, at + 1, date(int(form), 12, 31), "year")


def _weekday(words: Words, at: int, tongue: Tongue, reference: date | None) -> Dated | None:
    """Read a weekday as the last such day up to the reference."""
    number = tongue.weekdays.get(words.form[at])
    if number is None or reference is None:
        return None
    return Dated(
        at, at + 1, reference - timedelta(days=(reference.isoweekday() - number) % 7), "day", stated_year=False
    )


def _relative(words: Words, at: int, tongue: Tongue, reference: date | None) -> Dated | None:
    form = words.form[at]
    if form not in tongue.relative:
        return None
    days = tongue.relative[form]
    if days is None or reference is None:
        return Dated(at, at + 1, None, "day", stated_year=False, why="a day that is not settled")
    return Dated(at, at + 1, reference + timedelta(days=days), "day", stated_year=False)


def latest(words: Words, tongues: Mapping[str, Tongue]) -> date | None:
    """Return the latest full date written in a text, as a stand-in for an unknown date of issue."""
    return max(_full_dates(words, tongues), default=None)


def _full_dates(words: Words, tongues: Mapping[str, Tongue]) -> Iterator[date]:
    months = {name for tongue in tongues.values() for name in tongue.months}
    years = [int(f) for f in words.form if len(f) == 4 and f.isdigit() and FIRST_YEAR <= int(f) <= LAST_YEAR]
    if not years:
        return
    turn = date(max(years), 12, 31)
    for at, form in enumerate(words.form):
        if form in months:
            for tongue in tongues.values():
                for dated in find_dates(words, max(0, at - 3), min(len(words), at + 4), tongue, turn):
                    if dated.day and dated.precision == "day" and dated.day.year == turn.year:
                        yield dated.day
    yield date(max(years), 1, 1)
