"""What people call things, resolved exactly or refused with suggestions; never guessed."""

from collections.abc import Iterable

from evacplan.errors import UnknownNameError
from evacplan.model import names
from evacplan.model.network import AirportId, LinkId, Network, PlaceId


def town_named(network: Network, name: str) -> PlaceId:
    """Return the place of the country with this name, alias or id.

    Raises
    ------
    UnknownNameError
        With near names, if there is none (or more than one).
    """
    found = names.find_place(network, name)
    if found is None or not network.at_home(found):
        raise UnknownNameError("town", name, suggestions(name, names.place_names(network)))
    return found


def link_named(network: Network, name: str) -> LinkId:
    """Return the link or service with this id, or between the two places of "A-B".

    Raises
    ------
    UnknownNameError
        With near ids, if there is none.
    """
    found = names.find_link(network, name)
    if found is None:
        raise UnknownNameError("link", name, suggestions(name, [*network.links, *network.services]))
    return found


def airport_named(network: Network, name: str) -> AirportId:
    """Return the airport with this code or id, or the only one of the town of this name.

    Raises
    ------
    UnknownNameError
        With near names, if there is none.
    """
    found = names.find_airport(network, name)
    if found is None:
        known = [code for airport in network.airports.values() for code in (airport.city, airport.iata or airport.icao)]
        raise UnknownNameError("airport", name, suggestions(name, known))
    return found


def targets_named(network: Network, name: str) -> tuple[str, ...]:
    """Return what a name stands for on the map: a link, airport or border; for a town, everything that touches it.

    Raises
    ------
    UnknownNameError
        With near names, if it stands for nothing.
    """
    if name in network.borders or name in network.airports:
        return (name,)
    place = names.find_place(network, name)
    if place is not None:
        links = [link.id for link in network.links.values() if place in (link.start, link.end)]
        return (*(a.id for a in network.airports.values() if a.serves == place), *links)
    found = names.find_link(network, name) or names.find_airport(network, name)
    if found is None:
        raise UnknownNameError("town, link or airport", name, suggestions(name, names.place_names(network)))
    return (found,)


def suggestions(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three names near to what was typed, nearest first: to be shown, never taken.

    Of two spellings that differ in accents only, the first stands for both.
    """
    from evacplan.reading.suggest import nearest  # noqa: PLC0415 - brings rapidfuzz, and only a typo needs it

    spellings: dict[str, str] = {}
    for one in known:
        spellings.setdefault(names.fold(one), one)
    return nearest(name, tuple(spellings.values()))
