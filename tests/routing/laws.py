"""What the laws speak of: better answers, raised levels, closed links."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from evacplan.model.network import Network
from evacplan.model.plan import HARM, Answer, Leg, Option
from evacplan.model.situation import Situation

NEVER = (9, 9.0)


def goodness(answer: Answer) -> tuple[int, int, float]:
    """Verdict, worst level, exposure: the smaller the better."""
    return goodness_of(answer.best)


def goodness_of(option: Option | None) -> tuple[int, int, float]:
    return (HARM[option.kind], option.level, option.exposure) if option else (HARM["stay"], *NEVER)


def at_level(situation: Situation, target: str, level: int) -> Situation:
    """Put one link or airport at a level."""
    return at_levels(situation, {target: level})


def at_levels(situation: Situation, levels: Mapping[str, int]) -> Situation:
    """Put links and airports at levels, with a status that fits."""
    statuses = {1: "open", 2: "open", 3: "unconfirmed", 4: "blocked"}
    links, airports = dict(situation.links), dict(situation.airports)
    for target, level in levels.items():
        if target in airports:
            status = "closed" if level == 4 else statuses[level]
            airports[target] = replace(airports[target], status=status, level=level)
        else:
            links[target] = replace(links[target], status=statuses[level], level=level)
    return replace(situation, links=links, airports=airports)


def raised(situation: Situation, target: str) -> Situation:
    """Raise one link or airport by a level."""
    state = situation.airports.get(target) or situation.links[target]
    return at_level(situation, target, min(4, state.level + 1))


def closed(situation: Situation, target: str) -> Situation:
    """Close one link or airport."""
    return at_level(situation, target, 4)


def touched(network: Network, legs: Iterable[Leg]) -> set[str]:
    """All links, places and airports that a way needs."""
    via = {airport for leg in legs if leg.mode == "air" for airport in network.services[leg.link].via}
    return via | {ident for leg in legs for ident in (leg.link, leg.start, leg.end)}
