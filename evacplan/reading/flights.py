"""Place the claims about flights: the airports, or the services of one airline or between two airports, never roads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evacplan.model.network import Service
from evacplan.model.scope import Named, Scope
from evacplan.reading.areas import place_area
from evacplan.reading.clean import fold
from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.matching import Match
from evacplan.reading.mentions import Mention
from evacplan.reading.placing import Placed, Scene, distinct, is_abroad
from evacplan.reading.spots import Spot, airport_scope
from evacplan.reading.views import View

AID = "humanitarian"
_LESS = ("suspended", "reduced")


@dataclass(frozen=True, slots=True)
class _Ends:
    """Airports at home and abroad that flights are said to join, what is not known, whether two at home are joined."""

    home: tuple[str, ...]
    far: tuple[str, ...]
    missing: tuple[str, ...]
    joined: bool


def place_flights(scene: Scene, match: Match, near: Sequence[Spot]) -> Placed | None:
    """Return the services of the airline or way that is named, else the airports, else the area."""
    if is_abroad(scene, match, near):
        return None
    ends = _ends(scene, near)
    carriers, stranger = _carriers(scene)
    if stranger and not carriers:
        return _unknown(stranger, f"airline not in the data: {stranger}")
    if carriers or ends.far or ends.missing or ends.joined:
        return _services(scene, match, ends, carriers)
    if ends.home:
        return Placed(_fields(scene, ends.home), how="airports named")
    placed = place_area(
        scene, match, [s for s in near if s.role != "except" or (s.scope and s.scope.type != "country")]
    )
    return placed and Placed(
        distinct(_field_of(scene, scope) for scope in placed.scope), placed.exception, placed.unsettled, placed.how
    )


def _unknown(name: str, why: str) -> Placed:
    return Placed((Named("airport", name, ()),), unsettled=why, how="not in the data")


def _services(scene: Scene, match: Match, ends: _Ends, carriers: Sequence[str]) -> Placed:
    """Return the services that are meant; where the data have none, the airports for a closing between two."""
    network = scene.gazetteer.network
    cities = dict.fromkeys(network.airports[end].city for end in (*ends.home, *ends.far))
    name = ", ".join((*carriers, *cities, *ends.missing))
    found = [
        service.id
        for service in network.services.values()
        if _flown_by(service, carriers)
        and _between(service, ends)
        and not ends.missing
        and (carriers or match.means.value in _LESS or service.kind != AID)
    ]
    actor = ", ".join(carriers) or None
    if found:
        return Placed((Named("airport", name, tuple(found)),), how="services named", actor=actor)
    if ends.joined and not carriers and not match.lifts and match.means.value in ("suspended", "reduced"):
        return Placed(_fields(scene, ends.home), how="airports at both ends")
    return _unknown(name, f"no such flight in the data: {name}")


def _flown_by(service: Service, carriers: Sequence[str]) -> bool:
    return not carriers or service.kind in carriers or any(name in carriers for name in _names(service))


def _between(service: Service, ends: _Ends) -> bool:
    """Tell whether a service joins the ends that are named."""
    touched = {service.start, service.end}
    if ends.far:
        return bool(touched & {*ends.far}) and (not ends.home or bool(touched & {*ends.home}))
    return touched <= {*ends.home} if ends.joined else not ends.home or bool(touched & {*ends.home})


def _names(service: Service) -> tuple[str, ...]:
    return tuple((service.carrier or "").split(" and "))


def _fields(scene: Scene, ids: Sequence[str]) -> tuple[Scope, ...]:
    return distinct(airport_scope(scene.gazetteer.network.airports[ident]) for ident in ids)


def _field_of(scene: Scene, scope: Scope) -> Scope:
    """Return the airport of a town, if it has one."""
    town = scope.type == "town" and scope.targets
    airport = scene.gazetteer.airport_of(scope.targets[0]) if town else None
    return airport_scope(airport) if airport else scope


def _ends(scene: Scene, near: Sequence[Spot]) -> _Ends:
    """Return the airports at the places that the claim's words name."""
    home: list[str] = []
    far: list[str] = []
    missing: list[str] = []
    for mention in scene.view.mentions:
        spot = next((s for s in near if s.first <= mention.first < s.last), None)
        if spot is None or spot.role == "outside" or scene.view.form(mention.last) in ("airlines", "airways"):
            continue
        if mention.of("unknown"):
            continue
        fields = list(_far(scene, mention))
        if fields or _is_far(scene, mention):
            far += fields
            missing += [] if fields else [scene.view.words.said(mention.first, mention.last)]
        elif field := _home(scene, mention):
            home.append(field)
    cities = list(_cities(scene))
    far += cities
    missing += [] if cities else _unheard(scene)
    unique = tuple(dict.fromkeys(home))
    joined = len(unique) == 2 and not far and any(s.scope and s.scope.type == "corridor" for s in near)
    return _Ends(unique, tuple(dict.fromkeys(far)), tuple(missing), joined)


def _home(scene: Scene, mention: Mention) -> str | None:
    town = mention.of("town")
    field = scene.gazetteer.airport_of(town) if town else None
    return field.id if field else mention.of("airport")


def _is_far(scene: Scene, mention: Mention) -> bool:
    """Tell whether flights are said to come from or go to a place abroad; a country may only be the sender."""
    airport = scene.gazetteer.network.airports.get(mention.of("airport") or "")
    if airport and airport.country != scene.gazetteer.network.country.iso3:
        return True
    if not mention.of("abroad", "foreign") or mention.of("town", "country"):
        return False
    view = scene.view
    words = {view.form(mention.first - 1), view.form(mention.first - 2)}
    if scene.view.form(mention.first - 1) in scene.little["by"]:
        return False
    return bool(words & scene.little["flown"]) or "-" in view.words.between(mention.first - 1, mention.first)


def _far(scene: Scene, mention: Mention) -> Iterator[str]:
    """Yield the airports abroad that a name stands for."""
    if not _is_far(scene, mention):
        return
    said = fold(scene.view.words.said(mention.first, mention.last))
    network = scene.gazetteer.network
    country = mention.of("foreign")
    for airport in network.airports.values():
        named = airport.id == mention.of("airport") or airport.serves == mention.of("abroad", "town")
        by_city = fold(airport.city) == said or said in {fold(alias) for alias in airport.aliases}
        if airport.country != network.country.iso3 and (
            (named and airport.serves) or by_city or airport.country == country
        ):
            yield airport.id


def _cities(scene: Scene) -> Iterator[str]:
    """Yield the airports of cities abroad, which need be no place of the data, that flights go to or come from."""
    view, network = scene.view, scene.gazetteer.network
    for word in range(view.sentence.first + 1, view.sentence.last):
        joined = view.form(word - 1) in scene.little["flown"] or "-" in view.words.between(word - 1, word)
        if view.words.capital(word) and joined:
            for airport in network.airports.values():
                city = view.words.form[word : word + len(airport.city.split())]
                if airport.country != network.country.iso3 and " ".join(city) == _flat(airport.city):
                    yield airport.id


def _unheard(scene: Scene) -> list[str]:
    """Return the capitalised words that flights go to and that no name of the data or of the world stands for."""
    view = scene.view
    named = {word for m in view.mentions if not m.of("unknown") for word in range(m.first, m.last)}
    return [
        view.words.said(word, word + 1)
        for word in range(view.sentence.first + 2, view.sentence.last)
        if view.words.capital(word) and word not in named and view.form(word - 1) in ("to", "vers")
    ]


def _carriers(scene: Scene) -> tuple[tuple[str, ...], str | None]:
    """Return the airlines of the data that a sentence names, and one that is in no data."""
    view = scene.view
    text = f" {' '.join(view.words.form[view.sentence.first : view.sentence.last])} "
    found = [name for name in _airlines(scene.gazetteer) if f" {_flat(name)} " in text]
    if view.of("save_for"):
        return (), None  # "all flights except those of ...": they cannot be told apart, so it holds for all
    if view.of("aid_flight"):
        found.append(AID)
    return tuple(found), None if found else _stranger(view)


def _airlines(gazetteer: Gazetteer) -> list[str]:
    names = {name for service in gazetteer.network.services.values() for name in _names(service)}
    return sorted(names - {"", "others"})


def _flat(name: str) -> str:
    return fold(name).replace("'", " ").replace("-", " ")


def _stranger(view: View) -> str | None:
    """Return the name of an airline that the data do not have."""
    for hit in view.of("other_airline"):
        return view.words.said(hit.first, hit.last)
    for word in range(view.sentence.first, view.sentence.last - 1):
        pair = view.words.capital(word) and view.words.capital(word + 1)
        if pair and (view.form(word) == "air" or view.form(word + 1) in ("airlines", "airways", "airline")):
            return view.words.said(word, word + 2)
    return None
