"""What routing says in words: conditions, reasons against, warnings. Short and regular, in English."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from evacplan.model.network import Network, Service
from evacplan.model.situation import Cause, Situation
from evacplan.routing.arcs import Arc
from evacplan.routing.search import Way
from evacplan.routing.states import ACCEPTABLE, Met

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_QUOTE_LENGTH = 90
_MOST_IDS = 3


def said(causes: Iterable[Cause]) -> str:
    r"""Return the first cause's words, shortened, with who said them when; empty without a cause.

    >>> said([Cause("directive", "road", "cut", "FRA", datetime(2025, 11, 7), "La route\n est coupée.")])
    ': "La route est coupée." (FRA, 2025-11-07)'
    """
    cause = next(iter(causes), None)
    if cause is None:
        return ""
    words = " ".join(cause.quote.split())
    if len(words) > _QUOTE_LENGTH:
        words = words[: _QUOTE_LENGTH - 1].rstrip() + "…"
    day = cause.issued.date() if isinstance(cause.issued, datetime) else cause.issued
    return f': "{words}" ({cause.issuer}, {day.isoformat()})'


def only_boards(boards: str) -> str:
    """Return who may board, in words."""
    return f"only {boards.removesuffix(' only')} may board"


def reasons_against(
    way: Way, met: Mapping[str, Met], situation: Situation, *, may_board: frozenset[str]
) -> tuple[str, ...]:
    """Say why a way is not acceptable: what only others may board, and what is closed, with the words that made it so.

    Links that are closed by the same words are one line.
    """
    boards = dict.fromkeys(
        f"{arc.link}: {only_boards(arc.boards)}" for arc in way if arc.boards and arc.boards not in may_board
    )
    faults = dict.fromkeys(fault for arc in way for fault in met[arc.link].faults)
    return (*boards, *_grouped((fault, _against(fault, situation)) for fault in faults))


def _against(fault: str, situation: Situation) -> str:
    state = situation.airports.get(fault) or situation.links.get(fault)
    return f"{state.status}{said(state.causes)}" if state else "unconfirmed: nothing is known of it"


def conditions_of(way: Way, network: Network, met: Mapping[str, Met], *, check_in_min: int) -> tuple[str, ...]:
    """Say what a way depends on: flight days, carrier, check-in, age of the flight data, who boards, level-2 notes."""
    flights = dict.fromkeys(
        line for arc in way if arc.mode == "air" for line in _flight(arc, network.services[arc.link], check_in_min)
    )
    notes = ((arc.link, f"with caution{said(met[arc.link].causes)}") for arc in way if arc.level == ACCEPTABLE)
    return (*flights, *_grouped(notes))


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Put ids of which the same is said on one line."""
    groups: dict[str, list[str]] = {}
    for ident, words in pairs:
        groups.setdefault(words, []).append(ident)
    return [f"{_some(idents)} {words}" for words, idents in groups.items()]


def _some(idents: list[str]) -> str:
    more = len(idents) - _MOST_IDS
    return ", ".join(idents[:_MOST_IDS]) + (f" and {more} more" if more > 0 else "")


def _flight(arc: Arc, service: Service, check_in_min: int) -> Iterable[str]:
    name = f"{arc.start.removeprefix('airport:')}-{arc.end.removeprefix('airport:')}"
    yield f"{name}: {_when(service)}"
    if service.carrier is None:
        yield f"{name}: carrier not verified"
    if arc.boards:
        yield f"{name}: {only_boards(arc.boards)}"
    if arc.minutes > arc.leg_minutes:
        yield f"{name}: check-in {check_in_min} min before"
    yield f"{name}: flight data of {service.as_of:%Y-%m}"


def _when(service: Service) -> str:
    if service.days:
        return "flies " + ", ".join(_DAYS[day - 1] for day in service.days)
    known = service.frequency not in ("", "unknown", "none")
    return f"{service.frequency if known else 'flight days not known'}, confirm with the carrier"
