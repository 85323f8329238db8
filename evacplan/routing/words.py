"""What an option depends on and why a way is none, as notes that every language can say."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from evacplan.model.network import Network, Service
from evacplan.model.situation import Cause, Note, Situation, note
from evacplan.routing.arcs import Arc
from evacplan.routing.search import Way
from evacplan.routing.states import ACCEPTABLE, Met

_NOTHING_KNOWN = ("", "unknown", "none")


def said(causes: Iterable[Cause]) -> dict[str, str]:
    r"""Return the first cause's words and who said them when, as values of a note; empty texts without a cause.

    >>> said([Cause("directive", "road", "cut", "FRA", datetime(2025, 11, 7), "La route\n est coupée.")])
    {'quote': 'La route est coupée.', 'issuer': 'FRA', 'day': '2025-11-07'}
    """
    cause = next(iter(causes), None)
    if cause is None:
        return {"quote": "", "issuer": "", "day": ""}
    day = cause.issued.date() if isinstance(cause.issued, datetime) else cause.issued
    return {"quote": " ".join(cause.quote.split()), "issuer": cause.issuer, "day": day.isoformat()}


def reasons_against(
    way: Way, met: Mapping[str, Met], situation: Situation, *, may_board: frozenset[str]
) -> tuple[Note, ...]:
    """Say why a way is not acceptable: what only others may board, and what is closed, with the words that made it so.

    Links that are closed by the same words are one note.
    """
    boards = dict.fromkeys(_boards(arc) for arc in way if arc.boards and arc.boards not in may_board)
    faults = dict.fromkeys(fault for arc in way for fault in met[arc.link].faults)
    return (*boards, *_grouped((fault, _against(fault, situation)) for fault in faults))


def _boards(arc: Arc) -> Note:
    return note("boards", targets=arc.link, boards=arc.boards.removesuffix(" only"))


def _against(fault: str, situation: Situation) -> Note:
    state = situation.airports.get(fault) or situation.links.get(fault)
    return note("against", status=state.status, **said(state.causes)) if state else note("unknown")


def conditions_of(way: Way, network: Network, met: Mapping[str, Met], *, check_in_min: int) -> tuple[Note, ...]:
    """Say what a way depends on: flight days, carrier, check-in, age of the flight data, who boards, level-2 notes."""
    flights = dict.fromkeys(
        item for arc in way if arc.mode == "air" for item in _flight(arc, network.services[arc.link], check_in_min)
    )
    cautions = ((arc.link, note("caution", **said(met[arc.link].causes))) for arc in way if arc.level == ACCEPTABLE)
    return (*flights, *_grouped(cautions))


def _grouped(pairs: Iterable[tuple[str, Note]]) -> Iterator[Note]:
    """Put the ids of which the same is said into one note, comma-separated under `targets`."""
    groups: dict[Note, list[str]] = {}
    for ident, item in pairs:
        groups.setdefault(item, []).append(ident)
    for item, idents in groups.items():
        yield note(item.key, targets=",".join(idents), **dict(item.values))


def _flight(arc: Arc, service: Service, check_in_min: int) -> Iterator[Note]:
    ends = {"start": arc.start, "end": arc.end}
    yield _when(service, ends)
    if service.carrier is None:
        yield note("carrier", **ends)
    if arc.boards:
        yield _boards(arc)
    if arc.minutes > arc.leg_minutes:
        yield note("check_in", minutes=str(check_in_min), **ends)
    yield note("flight_data", month=f"{service.as_of:%Y-%m}", **ends)


def _when(service: Service, ends: dict[str, str]) -> Note:
    if service.days:
        return note("days", days=",".join(map(str, service.days)), **ends)
    if service.frequency in _NOTHING_KNOWN:
        return note("days_unknown", **ends)
    return note("frequency", frequency=service.frequency, **ends)
