"""The state of each link as a traveller meets it: its own, made worse by the airports that it needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from evacplan.model.network import LinkStatus, Network
from evacplan.model.policy import Effect, EffectOn, Policy
from evacplan.model.situation import AirportState, Cause, LinkState, Situation

ACCEPTABLE = 2
"""The highest level that may be planned on."""

UNKNOWN = 3
"""The level of what nobody has said anything about."""

BLOCKED = 4
"""The highest level of all."""

_LEVELS = {"open": 1, "disrupted": 2, "restricted": 3, "avoid": 3, "unconfirmed": 3, "blocked": 4, "closed": 4}
_AS_LINK: dict[str, LinkStatus] = {
    "open": "open",
    "disrupted": "open",
    "unconfirmed": "unconfirmed",
    "closed": "blocked",
}


_OVERLAND: frozenset[EffectOn] = frozenset({"overland_links", "crossing_links", "scope_links", "links_into"})
_REACH: dict[str, frozenset[EffectOn]] = {
    "road": _OVERLAND,
    "river": _OVERLAND,
    "local": frozenset({"local_links", "scope_links", "links_into"}),
    "air": frozenset({"services", "scope_links"}),
}


@dataclass(frozen=True, slots=True)
class Met:
    """Status, level and causes of a link with its airports; `faults` are the ids that must reopen before it is usable.

    A link that is closed only because its airport is has the airport as its one fault, not itself.
    """

    status: LinkStatus
    level: int
    causes: tuple[Cause, ...]
    faults: tuple[str, ...]


def met_states(network: Network, situation: Situation, policy: Policy) -> Mapping[str, Met]:
    """Return the state of every link and service of the network, as a traveller meets it.

    The worst of the link and of the airports that it needs, at its ends or called at on the way, holds. What the
    situation does not mention is unconfirmed, level 3: silence is not consent.
    """
    needs: dict[str, tuple[str, ...]] = {ident: (link.start, link.end) for ident, link in network.links.items()}
    needs |= {ident: (service.start, service.end, *service.via) for ident, service in network.services.items()}
    return {
        ident: _met(
            situation.links.get(ident) or LinkState(ident, "unconfirmed", UNKNOWN, ()),
            [_airport(situation, one) for one in ends if one in network.airports],
            policy,
        )
        for ident, ends in needs.items()
    }


def _airport(situation: Situation, ident: str) -> AirportState:
    return situation.airports.get(ident) or AirportState(ident, "unconfirmed", UNKNOWN, ())


def _met(link: LinkState, airports: list[AirportState], policy: Policy) -> Met:
    status, level, causes = link.status, link.level, link.causes
    for airport in airports:
        if airport.level > link.level:
            causes += tuple(cause for cause in airport.causes if cause not in causes)
        if airport.level > level:
            status, level = _AS_LINK[airport.status], airport.level
    closed = [airport for airport in airports if airport.level > ACCEPTABLE]
    faults = [airport.id for airport in closed]
    if link.level > ACCEPTABLE and not _follows(link, closed, policy):
        faults.append(link.id)
    return Met(status, level, causes, tuple(sorted(faults)))


def _follows(link: LinkState, closed: list[AirportState], policy: Policy) -> bool:
    """Tell whether a link is closed only because an airport that it needs is: it has no such reason of its own."""
    reasons = {cause for airport in closed for cause in airport.causes}
    return bool(closed) and all(
        cause in reasons or severity(cause, policy, link.id) <= ACCEPTABLE for cause in link.causes
    )


def severity(cause: Cause, policy: Policy, link: str) -> int:
    """Return the level to which a cause takes a link of this kind by itself, apart from airports and borders.

    Advice against all overland travel, for one, closes roads but only warns on the way to a town's own airport. A
    statement that the policy does not know counts as closing.
    """
    if cause.origin == "silence":
        return UNKNOWN
    if cause.origin != "directive":
        return _LEVELS.get(cause.value, BLOCKED)
    key = f"{cause.kind}.{cause.value}"
    effects = [effect for name, known in policy.effects.items() if f"{name}.".startswith(f"{key}.") for effect in known]
    reach = _REACH[link.partition(":")[0]]
    own = [_level(effect) for effect in effects if effect.on in reach]
    return max(own, default=1 if effects else BLOCKED)


def _level(effect: Effect) -> int:
    if effect.status:
        return _LEVELS.get(effect.status, BLOCKED)
    return effect.at_least or 1 + (effect.raise_by or 0)
