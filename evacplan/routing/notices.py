"""Orders that hold people where they are, and what to mind on a way: curfew, fuel, stale data, disagreement."""

from collections.abc import Iterator

from evacplan.model.network import Network
from evacplan.model.plan import Option
from evacplan.model.situation import Cause, Note, Situation, Stale, note
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


def warnings_for(network: Network, situation: Situation, origin: str, option: Option | None) -> tuple[Note, ...]:
    """Say what to mind at the origin and on the chosen way, each thing once."""
    towns = [origin]
    if option:
        towns += [end for leg in option.legs for end in (leg.start, leg.end) if end in network.places]
    towns = list(dict.fromkeys(towns))
    lines = [*_shelter(network, situation, towns), *_curfews(network, situation, towns)]
    if option:
        lines += [
            *_unspoken(option),
            *_fuel(situation, option),
            *_stale(situation, option),
            *_disagreements(situation, option),
        ]
    return tuple(dict.fromkeys(lines))


def _shelter(network: Network, situation: Situation, towns: list[str]) -> Iterator[Note]:
    for number, town in enumerate(towns):
        for cause in shelter_orders(network, situation, town):
            yield note("shelter_way" if number else "shelter", town=town, **said([cause]))


def _curfews(network: Network, situation: Situation, towns: list[str]) -> Iterator[Note]:
    for curfew in situation.curfews:
        held = [town for town in towns if covers(network, curfew.area, town)]
        if held:
            key = "curfew_now" if curfew.active else "curfew"
            yield note(key, targets=",".join(held), hours="–".join(curfew.hours or ()), **said(curfew.causes))


def _unspoken(option: Option) -> Iterator[Note]:
    """Say which roads of the way nobody in force has said a word about: their level is the data's alone."""
    silent = [
        leg.link
        for leg in option.legs
        if leg.mode in OVERLAND and leg.causes and all(cause.origin == "baseline" for cause in leg.causes)
    ]
    if silent:
        yield note("unspoken", targets=",".join(silent))


def _fuel(situation: Situation, option: Option) -> Iterator[Note]:
    modes = {leg.mode for leg in option.legs}
    if situation.road_fuel == "shortage" and modes & OVERLAND:
        yield note("fuel", **said(_about(situation, "fuel")))
    if situation.jet_fuel == "shortage" and "air" in modes:
        yield note("jet_fuel", **said(_about(situation, "jet_fuel")))


def _about(situation: Situation, kind: str) -> list[Cause]:
    return [cause for cause in situation.fuel_causes if cause.kind == kind]


def _touched(option: Option) -> list[str]:
    return list(dict.fromkeys(ident for leg in option.legs for ident in (leg.link, leg.start, leg.end)))


def _stale(situation: Situation, option: Option) -> Iterator[Note]:
    """Give one note for each kind of old data, with all it is about and the oldest date."""
    touched = _touched(option)
    groups: dict[tuple[str, int], list[Stale]] = {}
    for stale in situation.stale:
        if stale.target in touched:
            groups.setdefault((stale.what, stale.shelf_life_days), []).append(stale)
    for (what, days), group in groups.items():
        oldest = min(stale.as_of for stale in group)
        targets = ",".join(stale.target for stale in group)
        yield note("stale", what=what, shelf_life=str(days), as_of=oldest.isoformat(), targets=targets)


def _disagreements(situation: Situation, option: Option) -> Iterator[Note]:
    touched = _touched(option)
    for one in situation.disagreements:
        if one.target in touched:
            yield note(
                "disagree",
                targets=one.target,
                strict_issuer=one.strictest.issuer,
                strict=one.strictest.value,
                lax_issuer=one.laxest.issuer,
                lax=one.laxest.value,
            )
