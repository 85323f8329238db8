"""Names as people type them: matched exactly once case, accents and punctuation are set aside; never guessed."""

import unicodedata
from collections.abc import Iterable, Mapping

from evacplan.model.network import AirportId, LinkId, Network, PlaceId


def fold(name: str) -> str:
    """Return a name in lower case without accents, its words apart by single blanks.

    >>> fold("  Gourma-Rharous "), fold("Ké–Macina"), fold("L'Aïr")
    ('gourma rharous', 'ke macina', 'l air')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def find_place(network: Network, name: str) -> PlaceId | None:
    """Return the place with this id, name or alias; None if there is none or more than one.

    A place of the country itself is preferred to a namesake abroad.
    """
    if name in network.places:
        return name
    wanted = fold(name)
    found = [
        place.id
        for place in network.places.values()
        if wanted in {fold(place.id), fold(place.name), *map(fold, place.aliases)}
    ]
    at_home = [place for place in found if network.at_home(place)] or found
    return at_home[0] if len(at_home) == 1 else None


def find_airport(network: Network, name: str) -> AirportId | None:
    """Return the airport with this id, IATA or ICAO code, or the only one of the town of this name."""
    for airport in network.airports.values():
        if name in (airport.id, airport.iata, airport.icao) or name.upper() in (airport.iata, airport.icao):
            return airport.id
    place = find_place(network, name)
    found = [airport.id for airport in network.airports.values() if place is not None and airport.serves == place]
    return found[0] if len(found) == 1 else None


def find_link(network: Network, name: str) -> LinkId | None:
    """Return the link or service with this id, or the one link between two places written "A-B" or "A–B".

    Of a road and a river between the same places, the road is meant, unless the name begins with "river:".
    """
    if name in network.links or name in network.services:
        return name
    mode, _, bare = name.replace("–", "-").rpartition(":")
    for cut in (index for index, char in enumerate(bare) if char == "-"):
        ends = (find_place(network, bare[:cut]), find_place(network, bare[cut + 1 :]))
        if None in ends:
            continue
        found = [link for link in network.links.values() if {link.start, link.end} == set(ends)]
        found = [link for link in found if mode in ("", link.mode)]
        roads = [link for link in found if link.mode == "road"] or found
        if len(roads) == 1:
            return roads[0].id
    return None


def place_names(network: Network) -> Mapping[str, PlaceId]:
    """Return every name and alias of the country's places with its place id, for suggestions."""
    return {
        name: place.id
        for place in network.places.values()
        if network.at_home(place.id)
        for name in _names(place.name, place.aliases)
    }


def _names(name: str, aliases: Iterable[str]) -> Iterable[str]:
    yield name
    yield from aliases
