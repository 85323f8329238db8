"""Hours of the night in every notation: 21h00 à 06h00, minuit à 5 h, 9 pm to 5 am, 00:01-05:00."""

from collections.abc import Iterator
from dataclasses import dataclass

from evacplan.reading.words import Words

_MIDNIGHT = {"midnight", "minuit"}
_TO = {"to", "until", "till", "and", "through", "a", "et", "au", "jusqu", "jusque", "untill"}
_LITTLE = {"heure", "heures", "h", "hrs", "hours", "gmt", "utc", "local", "time", "du", "matin", "soir", "the", "in"}
DUSK, DAWN = 17 * 60, 10 * 60
"""A curfew starts no earlier and ends no later; other hours are flagged, not stored."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Two times joined over words `first` to `last` (not included); `at_night` tells whether they can be a curfew's."""

    first: int
    last: int
    start: str
    end: str
    at_night: bool


@dataclass(frozen=True, slots=True)
class _Time:
    hour: int
    minute: int
    half: str | None
    last: int
    marked: bool

    @property
    def text(self) -> str:
        hour = self.hour
        if self.half == "pm" and hour < 12:
            hour += 12
        if self.half == "am" and hour == 12:
            hour = 0
        return f"{hour % 24:02d}:{self.minute:02d}"


def find_hours(words: Words, first: int, last: int) -> Iterator[Hours]:
    """Yield the pairs of hours in a word range.

    >>> from evacplan.reading.words import split_words
    >>> [(h.start, h.end) for h in find_hours(split_words("de minuit à 5 h du matin"), 0, 7)]
    [('00:00', '05:00')]
    """
    at = first
    while at < last:
        start = _time(words, at, last)
        end = _second(words, start.last, last) if start else None
        if start is None or end is None or not (start.marked or end.marked):
            at += 1
            continue
        if start.half is None and end.half == "am" and 6 <= start.hour < 12:
            start = _Time(start.hour, start.minute, "pm", start.last, start.marked)
        yield Hours(at, end.last, start.text, end.text, _night(start.text, end.text))
        at = end.last


def _night(start: str, end: str) -> bool:
    minutes = [int(text[:2]) * 60 + int(text[3:]) for text in (start, end)]
    return (minutes[0] >= DUSK or minutes[0] <= 4 * 60) and minutes[1] <= DAWN and start != end


def _time(words: Words, at: int, last: int) -> _Time | None:
    """Read one time at a word; `marked` tells whether it is written as a time and not as a mere number."""
    if at >= last:
        return None
    form = words.form[at]
    if form in _MIDNIGHT:
        return _Time(0, 0, None, at + 1, marked=True)
    if not form.isdigit() or len(form) > 2 or int(form) > 24:
        return None
    minute, after, marked = _minute(words, at, last)
    half, after = _half(words, after, last)
    return _Time(int(form), minute, half, after, marked=marked or half is not None)


def _minute(words: Words, at: int, last: int) -> tuple[int, int, bool]:
    """Return the minutes after an hour, the word after them, and whether they mark a time."""
    after = at + 1
    marked = after < last and words.form[after] in ("h", "heure", "heures", "hrs", "hours")
    if marked:
        after += 1
    digits = words.form[after] if after < last else ""
    joined = after < last and words.between(after - 1, after) in (":", ".", "", " ") and len(digits) == 2
    if joined and digits.isdigit() and int(digits) < 60 and (marked or words.between(after - 1, after) in (":", ".")):
        return int(digits), after + 1, True
    return 0, after, marked


def _half(words: Words, at: int, last: int) -> tuple[str | None, int]:
    if at < last and words.form[at] in ("am", "pm"):
        return words.form[at], at + 1
    if at + 1 < last and words.form[at] in ("a", "p") and words.form[at + 1] == "m":
        return words.form[at] + "m", at + 2
    return None, at


def _second(words: Words, at: int, last: int) -> _Time | None:
    """Read the time that follows "to", "until", "et" or a dash."""
    joined = at < last and words.between(at - 1, at).strip() == "-"
    for skip in range(at, min(at + 5, last)):
        form = words.form[skip]
        if joined or form in _MIDNIGHT or form.isdigit():
            return _time(words, skip, last) if joined else None
        if form in _TO:
            after = skip + 1 if words.form[min(skip + 1, last - 1)] not in ("a", "au") else skip + 2
            return _time(words, after, last)
        if form not in _LITTLE:
            return None
    return None
