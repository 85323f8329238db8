"""What of a sentence was not understood and may matter."""

from collections.abc import Iterable, Iterator

from evacplan.model.advisory import Unread
from evacplan.reading.dates import NO_YEAR
from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.lexicon import Hit
from evacplan.reading.rules import Phrasebook
from evacplan.reading.suggest import nearest
from evacplan.reading.timing import Timing, open_end
from evacplan.reading.views import View

SHOWN_OF_END = 4
_BARRED = ("forbidden", "no_vehicle", "no_buses", "no_flight", "no_driving")
_WAYS = (
    "road",
    "axis",
    "bridge",
    "traffic",
    "overland",
    "by_air",
    "leave",
    "leave_whole",
    "pass",
    "gone",
    "flight",
    "travel",
    "bus",
    "@road",
)
_DOORS = {"road", "axis", "bridge", "airport", "border", "flight", "airspace"}
"""Words of a ban, and of what can be banned, that together speak of movement."""


def unread_in(view: View, gazetteer: Gazetteer, book: Phrasebook, *, made: int, timing: Timing) -> Iterator[Unread]:
    """Yield what a sentence leaves open: unknown names, unsettled dates and hours, movement without a claim.

    `made` is the number of directives that were taken from the sentence.
    """
    if not made and not sounds_like_movement(view, book):
        return
    start, end = view.words.start[view.sentence.first], view.words.end[view.sentence.last - 1]
    quote = view.words.text[start:end]
    for why, near in _open_questions(view, gazetteer, timing):
        yield Unread(quote, (start, end), why, near)
    if not made:
        yield Unread(quote, (start, end), "speaks of movement, but no claim was recognised")


def _open_questions(view: View, gazetteer: Gazetteer, timing: Timing) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield why a sentence is not fully understood, each time with near names for what was not known."""
    for mention in view.mentions:
        if name := mention.of("unknown"):
            yield f"unknown place: {name}", nearest(name, gazetteer.names)
    for dated in timing.dates:
        if dated.why and dated.why != NO_YEAR:
            yield f"{dated.why}: {view.words.said(dated.first, dated.last)}", ()
    if end := open_end(view, timing):
        last = min(end.last + SHOWN_OF_END, view.sentence.last)
        yield f"an end that is not clear: {view.words.said(end.first, last)}", ()
    for hours in timing.hours if view.of("curfew") else ():
        if not hours.at_night:
            yield f"hours that are no night: {view.words.said(hours.first, hours.last)}", ()


def sounds_like_movement(view: View, book: Phrasebook) -> bool:
    """Tell whether a thing and a state stand in a sentence, or advice and a way."""
    thing = view.of(*(book.things - {"embassy", "services", "school", "ban"}))
    if thing and view.of(*book.states):
        return True
    advice = view.of("advise_against", "against", "formal_against", "avoid")
    if advice and view.of("road", "border", "overland", "axis"):
        return True
    return bool(view.of(*_BARRED) and view.of(*_WAYS))


def tells_of_something_unnamed(first: str, hits: Iterable[Hit], book: Phrasebook) -> bool:
    """Tell whether a sentence without any name opens or closes something ("It has since reopened")."""
    concepts = {hit.concept for hit in hits}
    if not concepts & {"closed", "cut", "reopened", "suspended", "resumed", "open"}:
        return False
    return first in book.little["pronoun"] or bool(
        concepts & {"road", "axis", "bridge", "airport", "border", "flight", "airspace"}
    )
