"""Notes as people read them, in either language."""

from collections.abc import Mapping, Sequence

from evacplan.model.network import Network
from evacplan.model.situation import Note
from evacplan.rendering import phrasing
from evacplan.rendering.clean import line, shorten
from evacplan.rendering.phrasing import Lang
from evacplan.rendering.words import WORDS, say

MOST_NAMED = 3
QUOTE_WIDTH = 90

_WEEKDAYS: Mapping[Lang, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}


def note_words(lang: Lang, network: Network, note: Note) -> str:
    """Return a note in words: ids named, days and statuses in the language, the source's words quoted."""
    given = dict(note.values)
    shown = {name: _shown(lang, network, name, value) for name, value in given.items()}
    text = say(lang, f"note.{note.key}", **shown)
    if given.get("quote"):
        cited = {"quote": shorten(given["quote"], QUOTE_WIDTH), "issuer": shown["issuer"], "day": shown["day"]}
        return say(lang, "note.cited", text=text, **cited)
    return text


def notes_words(lang: Lang, network: Network, notes: Sequence[Note]) -> list[str]:
    """Return notes in words, in their order."""
    return [note_words(lang, network, note) for note in notes]


def weekdays(lang: Lang, days: str, *, short: bool = False) -> str:
    """Return ISO weekdays, comma-separated, by name.

    >>> weekdays("fr", "2,6"), weekdays("en", "2,6", short=True)
    ('mardi, samedi', 'Tue, Sat')
    """
    names = [_WEEKDAYS[lang][int(day) - 1] for day in days.split(",")]
    return ", ".join(name[:3] if short else name for name in names)


def _shown(lang: Lang, network: Network, name: str, value: str) -> str:
    match name:
        case "targets":
            return phrasing.joined([phrasing.link_name(network, ident) for ident in value.split(",")], MOST_NAMED)
        case "start" | "end" | "town":
            return phrasing.node_name(network, value)
        case "days":
            return weekdays(lang, value)
        case "hours":
            return line(value) or say(lang, "note.hours_unknown")
        case "status" | "what" | "boards":
            return say(lang, f"{name}.{value}") if f"{name}.{value}" in WORDS else line(value)
        case _:
            return line(value)
