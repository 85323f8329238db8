"""When a claim holds: its dates, its end, its hours; and which dates could not be settled."""

from dataclasses import dataclass
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
        if match.means.kind not in _LIMITED:
            return None, None
        segment = {view.segment(match.anchor.first)} | {view.segment(match.first)}
        near = [d for d in self.dates if view.segment(d.first) in segment or match.means.kind == "curfew"]
        starts = next((d.day for d in near if d.day and self._cued(d, self.from_cues) and self._usable(d)), None)
        until = next((d.day for d in near if d.day and self._cued(d, self.until_cues) and self._usable(d)), None)
        if until is None and self.days:
            begin = starts or self.issued
            until = begin + timedelta(days=self.days - 1) if begin else None
        if until and starts and until < starts:
            return starts, None
        return starts, self._morning(view, until)

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


_LIMITED = {
    "curfew",
    "airport",
    "airspace",
    "border",
    "flights",
    "road",
    "overland",
    "travel",
    "shelter",
    "mission",
    "blockade",
}


def tell_times(view: View, book: Phrasebook, reference: date | None, *, issued: date | None) -> Timing:
    """Find the dates and hours of a sentence."""
    first, last = view.sentence.first, view.sentence.last
    tongue = book.tongues[view.language]
    dates = find_dates(view.words, first, last, tongue, reference)
    return Timing(
        dates=tuple(dates),
        hours=tuple(find_hours(view.words, first, last)),
        reference=reference,
        issued=issued,
        until_cues=tuple(view.of("until")),
        from_cues=tuple(view.of("starting")),
        days=_days(view, tongue),
    )


def _days(view: View, tongue: Tongue) -> int | None:
    """Read "for 30 days", "pour une durée de trente jours": the days, if a cue of duration stands before."""
    for cue in view.of("duration"):
        for at in range(cue.last, min(cue.last + 4, view.sentence.last - 1)):
            form = view.form(at)
            count = int(form) if form.isdigit() and len(form) < 4 else tongue.numbers.get(form)
            unit = next((u for step in (1, 2) if (u := tongue.units.get(view.form(at + step)))), None)
            if count and unit:
                return count * unit
    return None
