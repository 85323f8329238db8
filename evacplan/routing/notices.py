"""Orders that hold people where they are, and what to mind on a way: curfew, fuel, stale data, disagreement."""

from collections.abc import Iterator

from evacplan.model.network import Network
from evacplan.model.plan import Option
from evacplan.model.situation import Cause, Situation
from evacplan.routing.arcs import OVERLAND
from evacplan.routing.words import said


def covers(network: Network, area: tuple[str, ...], place: str) -> bool:
    """Tell whether an area (ids of places, regions, named areas or the country) holds a place."""
    ids = {place}
    if place in network.places:
        one = network.places[place]
        ids |= {region for region in (one.region_2016, one.region_2023) if region} | {f"country:{one.country}"}
    return any(item in ids or (item in network.areas and place in network.areas[item].places) for item in area)


def shelter_orders(network: Network, situation: Situation, place: str) -> tuple[Cause, ...]:
    """Return the orders to shelter or to stay indoors that hold at a place."""
    return tuple(one.cause for one in situation.shelter if covers(network, one.area, place))


def warnings_for(network: Network, situation: Situation, origin: str, option: Option | None) -> tuple[str, ...]:
    """Say what to mind at the origin and on the chosen way, each line once."""
    towns = [origin]
    if option:
        towns += [end for leg in option.legs for end in (leg.start, leg.end) if end in network.places]
    towns = list(dict.fromkeys(towns))
    lines = [*_shelter(network, situation, towns), *_curfews(network, situation, towns)]
    if option:
        lines += [*_fuel(situation, option), *_stale(situation, option), *_disagreements(situation, option)]
    return tuple(dict.fromkeys(lines))


def _shelter(network: Network, situation: Situation, towns: list[str]) -> Iterator[str]:
    for number, town in enumerate(towns):
        for cause in shelter_orders(network, situation, town):
            after = "every option is for after it ends" if number == 0 else "on this way"
            yield f"shelter order at {town}, {after}{said([cause])}"


def _curfews(network: Network, situation: Situation, towns: list[str]) -> Iterator[str]:
    for curfew in situation.curfews:
        held = [town for town in towns if covers(network, curfew.area, town)]
        if held:
            hours = f"{curfew.hours[0]}-{curfew.hours[1]}" if curfew.hours else "hours not stated"
            now = ", now" if curfew.active else ""
            yield f"curfew at {', '.join(held)} ({hours}{now}): move only outside these hours{said(curfew.causes)}"


def _fuel(situation: Situation, option: Option) -> Iterator[str]:
    modes = {leg.mode for leg in option.legs}
    if situation.road_fuel == "shortage" and modes & OVERLAND:
        yield f"fuel shortage: the vehicle must carry fuel for the way{said(_about(situation, 'fuel'))}"
    if situation.jet_fuel == "shortage" and "air" in modes:
        yield f"jet fuel shortage: confirm the flight with the carrier{said(_about(situation, 'jet_fuel'))}"


def _about(situation: Situation, kind: str) -> list[Cause]:
    return [cause for cause in situation.fuel_causes if cause.kind == kind]


def _touched(option: Option) -> list[str]:
    return list(dict.fromkeys(ident for leg in option.legs for ident in (leg.link, leg.start, leg.end)))


def _stale(situation: Situation, option: Option) -> Iterator[str]:
    touched = _touched(option)
    for stale in situation.stale:
        if stale.target in touched:
            yield f"{stale.target}: {stale.what} of {stale.as_of} is older than {stale.shelf_life_days} days"


def _disagreements(situation: Situation, option: Option) -> Iterator[str]:
    touched = _touched(option)
    for one in situation.disagreements:
        if one.target in touched:
            yield (
                f"issuers differ on {one.target}: {one.strictest.issuer} says {one.strictest.value}, "
                f"{one.laxest.issuer} says {one.laxest.value}"
            )
