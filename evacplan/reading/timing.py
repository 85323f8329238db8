"""When a claim holds: its dates, its end, its hours; and which dates could not be settled."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from evacplan.reading.dates import Dated, find_dates, old
from evacplan.reading.hours import Hours, find_hours
from evacplan.reading.lexicon import Hit
from evacplan.reading.matching import Match
from evacplan.reading.rules import Phrasebook, Tongue
from evacplan.reading.views import View

LOCAL = timezone(timedelta(0))
"""Mali keeps UTC all year."""
CUE_REACH = 3
_HOURS = {"hour", "hours", "heure", "heures"}


@dataclass(frozen=True, slots=True)
class Timing:
    """The dates and hours of one sentence; `reference` is the day the text was issued, as far as it is known."""

    dates: tuple[Dated, ...]
    hours: tuple[Hours, ...]
    reference: date | None
    issued: date | None
    until_cues: tuple[Hit, ...]
    from_cues: tuple[Hit, ...]
    days: int | None

    def dates_near(self, view: View, match: Match) -> list[Dated]:
        """Return the dates in the claim's segment that say when it was, not since or until when."""
        segment = view.segment(match.anchor.first)
        return [
            d
            for d in self.dates
            if view.segment(d.first) == segment
            and not self._cued(d, self.until_cues)
            and not self._cued(d, self.from_cues)
        ]

    def recent(self, view: View, match: Match) -> bool:
        """Tell whether the claim has a date of its own within the last weeks."""
        dates = self.dates_near(view, match)
        return any(d.day for d in dates) and self.reference is not None and not old(dates, self.reference)

    def limits(self, view: View, match: Match) -> tuple[date | datetime | None, date | datetime | None]:
        """Return from when and until when the claim holds, where the sentence says so and nothing is guessed."""
        if match.means.kind in _UNLIMITED:
            return None, None
        near = [d for d in self.dates if match.means.kind == "curfew" or self._beside(view, match, d)]
        starts = next((d.day for d in near if d.day and self._cued(d, self.from_cues) and self._usable(d)), None)
        until = next((d.day for d in near if d.day and self._cued(d, self.until_cues) and self._usable(d)), None)
        if until is None and self.days:
            begin = starts or self.issued
            until = begin + timedelta(days=self.days) if begin else None
        if until and starts and until < starts:
            return starts, None
        return starts, self._morning(view, until)

    def _beside(self, view: View, match: Match, dated: Dated) -> bool:
        """Tell whether a date stands in the claim's segment, or opens the next one with "until"."""
        segments = {view.segment(match.anchor.first), view.segment(match.first)}
        first, _ = view.stretch(view.segment(dated.first))
        opened = any(
            cue.first == first and view.segment(max(first - 1, view.sentence.first)) in segments
            for cue in self.until_cues
        )
        return view.segment(dated.first) in segments or (opened and self._cued(dated, self.until_cues))

    def _usable(self, dated: Dated) -> bool:
        return dated.stated_year or self.issued is not None

    def _morning(self, view: View, until: date | None) -> date | datetime | None:
        """Return the morning's hour of the last day, if the words are "until the morning of"."""
        cues = view.of("morning")
        if until is None or not any(
            0 <= hit.first - cue.last <= 4 or hit.first == cue.first for cue in self.until_cues for hit in cues
        ):
            return until
        hour = self.hours[0].end if self.hours else "06:00"
        return datetime(until.year, until.month, until.day, int(hour[:2]), int(hour[3:]), tzinfo=LOCAL)

    def curfew_hours(self, view: View, match: Match) -> tuple[str, str] | None:
        """Return the night hours that stand with the claim, those in its own clause first."""
        usable = [h for h in self.hours if h.at_night]
        clause = [h for h in usable if view.segment(h.first) == view.segment(match.anchor.first)]
        best = (clause or usable)[:1]
        return (best[0].start, best[0].end) if best else None

    @staticmethod
    def _cued(dated: Dated, cues: tuple[Hit, ...]) -> bool:
        return any(0 <= dated.first - cue.last <= CUE_REACH or cue.first <= dated.first < cue.last for cue in cues)


_UNLIMITED = ("incident", "vehicle_target", "registration")
"""Kinds that have no end."""
HOURS_A_DAY = 24


def tell_times(view: View, book: Phrasebook, reference: date | None, *, issued: date | None) -> Timing:
    """Find the dates and hours of a sentence."""
    first, last = view.sentence.first, view.sentence.last
    tongue = book.tongues[view.language]
    cues = view.of("until")
    dates = [_coming(view, d, cues, tongue, reference) for d in find_dates(view.words, first, last, tongue, reference)]
    return Timing(
        dates=tuple(dates),
        hours=tuple(find_hours(view.words, first, last)),
        reference=reference,
        issued=issued,
        until_cues=tuple(view.of("until")),
        from_cues=tuple(view.of("starting")),
        days=_days(view, tongue),
    )


def _coming(view: View, dated: Dated, cues: list[Hit], tongue: Tongue, reference: date | None) -> Dated:
    """Return a weekday after "until" as the next one, never the last."""
    weekday = dated.last - dated.first == 1 and view.form(dated.first) in tongue.weekdays
    until = any(0 <= dated.first - cue.last <= 1 for cue in cues)
    if not (weekday and until and dated.day and reference) or dated.day > reference:
        return dated
    return replace(dated, day=dated.day + timedelta(days=7))


def open_end(view: View, timing: Timing) -> Hit | None:
    """Return an "until" that leads to no date and no hour that was understood, and not to further notice."""
    known = [(d.first, d.last) for d in timing.dates if d.day] + [(h.first, h.last) for h in timing.hours]
    notice = view.of("until_notice")
    for cue in view.of("ending"):
        near = any(first - cue.last <= CUE_REACH + 1 and last > cue.first for first, last in known)
        if not near and not any(hit.first <= cue.first < hit.last for hit in notice):
            return cue
    return None


def _days(view: View, tongue: Tongue) -> int | None:
    """Read "for 30 days", "pour 48 heures": the days after the first, if a cue of duration stands before."""
    for cue in view.of("duration"):
        for at in range(cue.last, min(cue.last + 4, view.sentence.last - 1)):
            form = view.form(at)
            count = int(form) if form.isdigit() and len(form) < 4 else tongue.numbers.get(form)
            unit = next((u for step in (1, 2) if (u := tongue.units.get(view.form(at + step)))), None)
            if count and unit:
                return count * unit - 1
            if count and {view.form(at + 1), view.form(at + 2)} & _HOURS:
                return -(-count // HOURS_A_DAY)
    return None
