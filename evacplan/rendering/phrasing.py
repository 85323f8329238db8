"""Numbers, times and words as people read them, in English and French.

Dates are ISO (2025-11-07), times 24-hour UTC: the same in both languages and never ambiguous.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Literal

from evacplan.model.network import Network
from evacplan.model.plan import Leg
from evacplan.rendering.clean import line

Lang = Literal["en", "fr"]

LEVEL_WORDS: dict[Lang, dict[str, str]] = {
    "en": {"1": "usable", "2": "caution", "avoid": "avoid", "unconfirmed": "unconfirmed", "4": "blocked"},
    "fr": {"1": "praticable", "2": "prudence", "avoid": "déconseillé", "unconfirmed": "non confirmé", "4": "interdit"},
}

_BY_RIVER = " (≈)"

_COLOURS = {1: "38;2;69;117;180", 2: "38;2;176;125;0", 3: "38;2;178;24;43", 4: "7"}


def level_word(level: int, status: str, lang: Lang) -> str:
    """Return the digit and the word of a level; level 3 says whether it is advised against or unconfirmed.

    >>> level_word(3, "unconfirmed", "en"), level_word(4, "blocked", "fr")
    ('3 unconfirmed', '4 interdit')
    """
    key = ("unconfirmed" if status == "unconfirmed" else "avoid") if level == 3 else str(level)
    return f"{level} {LEVEL_WORDS[lang][key]}"


def paint(text: str, level: int, *, colour: bool) -> str:
    """Return the text in the colour of its level, or as it is when colour is off (the digit and word stay)."""
    return f"\x1b[{_COLOURS[level]}m{text}\x1b[0m" if colour else text


def duration(minutes: int) -> str:
    """Return a duration in hours and minutes.

    >>> duration(45), duration(590)
    ('45 min', '9 h 50')
    """
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02}" if hours else f"{rest} min"


def distance(km: float) -> str:
    """Return kilometres without decimals, thousands apart by a blank.

    >>> distance(1191.6)
    '1 192'
    """
    return f"{round(km):,}".replace(",", " ")


def moment(when: date | datetime | None) -> str:
    """Return a date, or a time in UTC; "-" for none.

    >>> moment(date(2025, 11, 7)), moment(datetime(2026, 4, 25, 6, 30, tzinfo=UTC))
    ('2025-11-07', '2026-04-25 06:30 UTC')
    """
    if when is None:
        return "-"
    if isinstance(when, datetime):
        return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return when.isoformat()


def day(when: date | datetime) -> str:
    """Return only the day.

    >>> day(datetime(2026, 4, 25, 6, 30, tzinfo=UTC))
    '2026-04-25'
    """
    return (when.astimezone(UTC).date() if isinstance(when, datetime) else when).isoformat()


def node_name(network: Network, node: str) -> str:
    """Return the name of a place, or of an airport with its code, or the id itself if it is neither."""
    if node in network.places:
        return line(network.places[node].name)
    if node in network.airports:
        airport = network.airports[node]
        return f"{line(airport.city)} ({airport.iata or airport.icao})"
    return line(node)


def link_name(network: Network, target: str) -> str:
    """Return a link, service, airport or border in words: "Ségou–Bla (RN6)", "Gao (GAQ)"."""
    if target in network.links:
        link = network.links[target]
        road = f" ({line(link.road)})" if link.road else _BY_RIVER if link.mode == "river" else ""
        return f"{node_name(network, link.start)}–{node_name(network, link.end)}{road}"
    if target in network.services:
        service = network.services[target]
        carrier = f" {line(service.carrier)}" if service.carrier else ""
        return f"{node_name(network, service.start)}–{node_name(network, service.end)}{carrier}"
    if target in network.borders:
        return line(network.borders[target].name)
    if target == f"country:{network.country.iso3}":
        return line(network.country.name)
    return node_name(network, target)


def leg_name(network: Network, leg: Leg) -> str:
    """Return a leg in travel order, with road number or carrier: "Sikasso–Niéna (RN7)"."""
    ends = f"{node_name(network, leg.start)}–{node_name(network, leg.end)}"
    if leg.link in network.services:
        carrier = network.services[leg.link].carrier
        return f"{ends} {line(carrier)}" if carrier else ends
    road = network.links[leg.link].road if leg.link in network.links else None
    if leg.mode == "river":
        return ends + _BY_RIVER
    return f"{ends} ({line(road)})" if road else ends


def joined(items: Sequence[str], most: int) -> str:
    """Return at most `most` items, comma-separated, and how many more there are.

    >>> joined(["a", "b", "c"], 2)
    'a, b +1'
    """
    more = f" +{len(items) - most}" if len(items) > most else ""
    return ", ".join(items[:most]) + more
