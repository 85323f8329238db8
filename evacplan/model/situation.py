"""The state of every link, airport and border at one moment, each with its causes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from evacplan.model.network import AirportStatus, BorderStatus, LinkStatus

CauseKind = Literal["directive", "silence", "person", "baseline"]


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a state is as it is: the words and who said them when.

    `origin` tells a directive, the silence of a page that used to say something, a person's own fact, or the data's
    baseline; ids are None where they do not apply. `issuer` is the government, the person's name, or "data".
    """

    origin: CauseKind
    kind: str
    value: str
    issuer: str
    issued: date | datetime
    quote: str
    directive: str | None = None
    advisory: str | None = None
    until: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something to mind, in a form that every language can say.

    `key` names the sentence in the catalogue, `values` fill its placeholders: pairs of name and text, in which ids
    stand for places, links and airports (several are comma-separated) until they are shown.
    """

    key: str
    values: tuple[tuple[str, str], ...] = ()


def note(key: str, **values: str) -> Note:
    """Make a note; its values are sorted by name, so that equal notes are equal.

    >>> note("check_in", minutes="180", flight="air:GAQ-BKO")
    Note(key='check_in', values=(('flight', 'air:GAQ-BKO'), ('minutes', '180')))
    """
    return Note(key, tuple(sorted(values.items())))


@dataclass(frozen=True, slots=True)
class LinkState:
    """Status and level (1-4) of a link or service; 1 and 2 may be planned on."""

    id: str
    status: LinkStatus
    level: int
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class AirportState:
    """Status and level (1-4) of an airport; `disrupted` is level 2 and may be planned on."""

    id: str
    status: AirportStatus
    level: int
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class BorderState:
    """Status of a land border, or of the country's airspace (id `airspace`)."""

    id: str
    status: BorderStatus
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class CurfewState:
    """A curfew in force over places; `active` says whether the moment falls within its hours (local time)."""

    area: tuple[str, ...]
    hours: tuple[str, str] | None
    until: date | datetime | None
    active: bool
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Advice or a fact that changes no link by itself and is shown: its area (place ids, or one name) and cause.

    Used for shelter, travel level, mission, departure, incident, vehicle target, registration and possible (watch)
    items; `by` are the stated means of a departure, `on` the stated day it happened or is to begin.
    """

    area: tuple[str, ...]
    name: str
    cause: Cause
    by: tuple[str, ...] = ()
    on: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two issuers say different things about one target."""

    target: str
    strictest: Cause
    laxest: Cause


@dataclass(frozen=True, slots=True)
class Stale:
    """A baseline or flight datum older than its shelf life; `what` is "baseline" or "flight data"."""

    target: str
    as_of: date
    shelf_life_days: int
    what: str


@dataclass(frozen=True, slots=True)
class Situation:
    """The world as known at `as_of`, from what had been recorded by `known_at`.

    `links` holds road, river and local links and air services; all mappings are sorted by id.
    `newest` maps each issuer in force to the issue time of its newest advisory; `flight_data_as_of` is the date of
    the oldest flight datum in use.
    """

    as_of: datetime
    known_at: datetime | None
    links: Mapping[str, LinkState]
    airports: Mapping[str, AirportState]
    borders: Mapping[str, BorderState]
    airspace: BorderState
    curfews: tuple[CurfewState, ...]
    road_fuel: Literal["normal", "shortage"]
    jet_fuel: Literal["normal", "shortage"]
    fuel_causes: tuple[Cause, ...]
    shelter: tuple[Said, ...]
    travel: tuple[Said, ...]
    missions: tuple[Said, ...]
    incidents: tuple[Said, ...]
    departures: tuple[Said, ...]
    notices: tuple[Said, ...]
    watch: tuple[Said, ...]
    disagreements: tuple[Disagreement, ...]
    stale: tuple[Stale, ...]
    newest: Mapping[str, datetime]
    flight_data_as_of: date | None
    warnings: tuple[Note, ...] = ()
