"""The ledger assessed: the situation at one moment, every state with its causes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from evacplan.assessment import shown, states, upkeep
from evacplan.assessment.differences import disagreements
from evacplan.assessment.ground import Ground
from evacplan.assessment.history import Ledger
from evacplan.assessment.marks import LEVELS, Mark, marks
from evacplan.assessment.settling import persons_facts, settle
from evacplan.assessment.standing import Hearing
from evacplan.assessment.statement import Statement
from evacplan.assessment.states import Base, Bases, Marks
from evacplan.model.network import Link, Network, Service
from evacplan.model.policy import Policy
from evacplan.model.situation import AirportState, BorderState, LinkState, Situation


def assess(ledger: Ledger, network: Network, policy: Policy, *, as_of: datetime) -> Situation:
    """Fold the ledger into the state of every link, airport and border at one moment.

    Facts follow the newest official word: a warning stands until a newer opening by any official issuer, accepted and
    confirmed by a person; a weaker warning never ends a stricter one. Advice follows the strictest in force, each
    issuer ending only its own. What a page no longer says is unconfirmed (or withdrawn, as the kind has it). Press
    reports and unofficial issuers only raise. See the design, "Words and their meaning".

    Parameters
    ----------
    ledger
        The log as read by `read_log`; its `known_at` says what was known.
    network, policy
        The ground, and what each kind of statement does there. Not modified.
    as_of
        The moment asked about (aware): what was issued later is not heard, what is over by then is not held.

    Returns
    -------
    Situation
        Every link, service, airport and border has a state, also when nothing was ever said: then the baseline of the
        data. Equal inputs give equal situations, whatever the order of equally dated advisories in the log.
    """
    ground = Ground(network)
    hearing = Hearing(ledger, ground, policy, as_of)
    statements = hearing.statements()
    persons = persons_facts(ledger.facts, as_of)
    settled = settle(statements, persons, ground)
    bases = Bases(hearing, persons, _openings(statements))
    spread = marks(settled, hearing)
    airports = _airports(bases, spread)
    borders = _borders(bases, spread)
    links = _Links(bases, spread, airports, borders).all()
    road_fuel, jet_fuel, fuel_causes = shown.fuel(settled)
    return Situation(
        as_of=as_of,
        known_at=ledger.known_at,
        links=links,
        airports=airports,
        borders=borders,
        airspace=states.airspace_state(bases, spread),
        curfews=shown.curfews(settled, hearing),
        road_fuel=road_fuel,
        jet_fuel=jet_fuel,
        fuel_causes=fuel_causes,
        shelter=shown.listed(settled, "shelter"),
        travel=shown.listed(settled, "travel"),
        missions=shown.missions(statements),
        incidents=shown.incidents(settled, hearing),
        departures=shown.departures(settled),
        notices=shown.listed(settled, "registration", "vehicle_target"),
        watch=shown.watch(hearing),
        disagreements=disagreements(statements, ground),
        stale=upkeep.stale(network, policy, as_of.date()),
        newest=upkeep.newest(hearing),
        flight_data_as_of=upkeep.flight_data_as_of(network, links),
        warnings=upkeep.warnings(hearing, statements, persons),
    )


def _openings(statements: Iterable[Statement]) -> dict[str, dict[str, list[Statement]]]:
    """Return official openings by kind and target."""
    found: defaultdict[str, defaultdict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        if statement.loosens and statement.is_fact:
            for target in statement.targets:
                found[statement.directive.claim.kind][target].append(statement)
    return {kind: dict(targets) for kind, targets in found.items()}


def _airports(bases: Bases, spread: Marks) -> dict[str, AirportState]:
    lifts = ("closed", "unconfirmed")
    return {
        id_: states.airport_state(
            id_, bases.of(id_, airport.baseline, opens="airport", lifts=lifts), spread.get(id_, ())
        )
        for id_, airport in sorted(bases.hearing.ground.network.airports.items())
    }


def _borders(bases: Bases, spread: Marks) -> dict[str, BorderState]:
    lifts = ("closed", "unconfirmed", "restricted")
    return {
        id_: states.border_state(id_, bases.of(id_, border.baseline, opens="border", lifts=lifts), spread.get(id_, ()))
        for id_, border in sorted(bases.hearing.ground.network.borders.items())
    }


@dataclass(frozen=True, slots=True)
class _Links:
    """Builds the states of links and services, which share the fate of their airports and borders."""

    bases: Bases
    spread: Marks
    airports: dict[str, AirportState]
    borders: dict[str, BorderState]

    def all(self) -> dict[str, LinkState]:
        """Return the state of every link and service, sorted by id."""
        network = self.bases.hearing.ground.network
        found = {id_: self._link(link) for id_, link in network.links.items()}
        found |= {id_: self._service(service) for id_, service in network.services.items()}
        return dict(sorted(found.items()))

    def _link(self, link: Link) -> LinkState:
        base = self.bases.of(link.id, link.baseline, opens="road", lifts=("unconfirmed",))
        inherited = self._of_ends(link.start, link.end) if link.mode == "local" else self._of_border(link)
        return self._state(link.id, base, inherited)

    def _service(self, service: Service) -> LinkState:
        airports = self._of_ends(service.start, service.end, *service.via)
        return self._state(service.id, self.bases.of(service.id, service.baseline), airports)

    def _state(self, id_: str, base: Base, inherited: list[Mark]) -> LinkState:
        own = self.spread.get(id_, ())
        if not inherited:
            return states.link_state(id_, base, own)
        # sorted() is stable: among equally strict reasons, what is said of the link itself comes first
        return states.link_state(id_, base, sorted((*own, *inherited), key=lambda mark: -mark.level))

    def _of_ends(self, *ends: str) -> list[Mark]:
        """Return what the airports that it needs do to a flight, or to the way to the airport."""
        found = [self.airports[end] for end in ends if end in self.airports]
        return [
            Mark(state.level, "blocked" if state.level == 4 else state.status, 0, fact=True, causes=state.causes)
            for state in found
            if state.status != "open" or state.level > 1
        ]

    def _of_border(self, link: Link) -> list[Mark]:
        """Return what a border does that is shut by the data or by a person, not by a statement about its links."""
        state = self.borders.get(link.crosses or "")
        if state is None or state.status == "open":
            return []
        causes = [cause for cause in state.causes if cause.origin in ("person", "baseline")]
        told = any(cause.origin == "person" for cause in causes) or (causes and state.status == "closed")
        if not told:
            return []
        status = {"closed": "blocked", "unconfirmed": "unconfirmed"}.get(state.status, "")
        return [Mark(LEVELS[state.status], status, 0, fact=True, causes=tuple(causes))]
