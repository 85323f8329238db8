"""Small networks, situations and policies for tests, written in the user's language.

`network_of("town -road:40-> port; gao -local:6-> airport:GAQ -air-> airport:BKO; zegoua -road:5:CIV-> pogo")`

A statement is a chain of ends joined by links, statements are separated by `;`. Every link works both ways.

- end: `gao`, `pogo:CIV` (a place abroad), `airport:GAQ`, `airport:DSS:SEN`; a lone end makes a place without links.
- link: `-mode->`, `-mode:km->`, `-road:5:CIV->` (crosses that border; if neither end is marked, the right one lies
  abroad), `-air:900:sky-mali->` (carrier), `-air:900:unhas:humanitarian staff->` (who may board).
- ids follow the order of writing: `road:town-port`, `local:gao-GAQ`, `air:GAQ-BKO`, `air:GAQ-BKO-sky-mali`; a second
  link with the same id gets `-2`.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from evacplan.model.network import Airport, Baseline, Border, Country, Link, Network, Place, Service
from evacplan.model.policy import Policy
from evacplan.model.situation import AirportState, BorderState, Cause, LinkState, Situation

HOME = "MLI"
HAVEN = "SEN"
AS_OF = datetime(2025, 11, 8, 12, tzinfo=UTC)
KNOWN_AIRPORTS = {
    "DSS": "SEN", "ABJ": "CIV", "ORY": "FRA", "CDG": "FRA", "IST": "TUR", "CMN": "MAR", "NKC": "MRT", "CKY": "GIN",
    "ADD": "ETH", "LFW": "TGO", "COO": "BEN", "TUN": "TUN", "ALG": "DZA", "NIM": "NER", "OUA": "BFA",
}  # fmt: skip
HAVENS = frozenset({"SEN", "CIV", "FRA", "TUR", "MAR", "MRT", "GIN", "ETH", "TGO", "BEN", "TUN"})
SPEED_KMH = {"road": 60, "river": 15, "local": 30, "air": 600}
DEFAULT_KM = {"road": 100.0, "river": 100.0, "local": 10.0, "air": 900.0}
BASELINE = Baseline("open", 1, date(2025, 9, 1), "test data")


class _Builder:
    """Collects what the statements name."""

    def __init__(self, countries: Mapping[str, str], kinds: Mapping[str, str]) -> None:
        self.countries = dict(countries)
        self.kinds = kinds
        self.ends: list[str] = []
        self.links: dict[str, Link] = {}
        self.services: dict[str, Service] = {}
        self.serves: dict[str, str] = {}

    def end(self, text: str) -> str:
        """Read one end, remember its country, return its id."""
        name, country = text.strip(), ""
        if name.count(":") > name.startswith("airport:"):
            name, _, country = name.rpartition(":")
        if country:
            self.countries[name] = country
        elif name.startswith("airport:"):
            self.countries.setdefault(name, KNOWN_AIRPORTS.get(name.removeprefix("airport:"), HOME))
        if name not in self.ends:
            self.ends.append(name)
        return name

    def link(self, start: str, words: str, end: str) -> None:
        """Read one link such as `road:40` between two known ends."""
        mode, km_text, *rest = [*words.split(":"), ""]
        km = float(km_text) if km_text else DEFAULT_KM[mode]
        minutes = round(km / SPEED_KMH[mode] * 60)
        if mode == "air":
            self.service(start, end, km, minutes, rest)
            return
        border = next((word for word in rest if word), "")
        if border and not {start, end} & self.countries.keys():
            self.countries[end] = border
        airport = next((one for one in (start, end) if one.startswith("airport:")), None)
        if mode == "local" and airport:
            self.serves.setdefault(airport, end if start == airport else start)
        ident = self.free(f"{mode}:{short(start)}-{short(end)}")
        self.links[ident] = Link(
            id=ident, mode=mode, start=start, end=end, km=km, duration_min=minutes, road=None, surface="paved",
            season="all-year", crosses=f"border:{border}" if border else None, crossing=None, baseline=BASELINE,
            source="test", confidence="high",
        )  # fmt: skip

    def service(self, start: str, end: str, km: float, minutes: int, rest: list[str]) -> None:
        """Add flights both ways; `rest` is carrier and who may board, as far as given."""
        carrier = rest[0] if rest else ""
        boards = (rest[1] if len(rest) > 1 else "") or "anyone"
        ident = self.free(f"air:{short(start)}-{short(end)}" + (f"-{carrier}" if carrier else ""))
        self.services[ident] = Service(
            id=ident, start=start, end=end, carrier=carrier or None,
            kind="scheduled" if boards == "anyone" else "humanitarian", days=(2, 6), frequency="", seats=None,
            duration_min=minutes, km=km, boards=boards, as_of=date(2025, 9, 1), baseline=BASELINE, source="test",
            confidence="medium",
        )  # fmt: skip

    def free(self, ident: str) -> str:
        """Return the id, numbered if it is taken."""
        taken = self.links.keys() | self.services.keys()
        return next(one for one in (ident, *(f"{ident}-{number}" for number in range(2, 100))) if one not in taken)

    def place(self, name: str) -> Place:
        """Make a place."""
        return Place(
            id=name, name=name.replace("-", " ").title(), aliases=(), country=self.countries.get(name, HOME),
            kind=self.kinds.get(name, "town"), region_2016=None, region_2023=None, lat=15.0, lon=-4.0,
            population=None, source="test", confidence="high",
        )  # fmt: skip

    def airport(self, name: str) -> Airport:
        """Make an airport."""
        code = short(name)
        return Airport(
            id=name, icao=f"G{code}", iata=code, name=f"{code} airport", city=code, aliases=(),
            country=self.countries[name], serves=self.serves.get(name), lat=15.0, lon=-4.0, runway_m=2500,
            surface="asphalt", baseline=BASELINE, source="test", confidence="high",
        )  # fmt: skip


def short(ident: str) -> str:
    """Return an id without its kind: `GAQ` for `airport:GAQ`."""
    return ident.removeprefix("airport:")


def network_of(
    text: str,
    *,
    haven: str | Collection[str] = (),
    countries: Mapping[str, str] | None = None,
    kinds: Mapping[str, str] | None = None,
    capital: str | None = None,
    main_airport: str | None = None,
    **changes: Any,
) -> Network:
    """Build a network from statements such as `"town -road:40-> port"` (see the module's words).

    `haven`: places that lie in Senegal, a haven country of `policy_of()`. `countries`: ISO3 by place or airport;
    `kinds`: kind by place ("border_post" …; default "town"). `changes` replace fields of the Network.
    """
    havens = (haven,) if isinstance(haven, str) else tuple(haven)
    builder = _Builder({**dict.fromkeys(havens, HAVEN), **(countries or {})}, kinds or {})
    for statement in filter(None, (part.strip() for part in text.split(";"))):
        first, *more = re.split(r"\s*-((?:local|road|river|air)[^>]*)->\s*", statement)
        start = builder.end(first)
        for words, target in zip(more[::2], more[1::2], strict=True):
            end = builder.end(target)
            builder.link(start, words, end)
            start = end
    return replace(_finish(builder, capital, main_airport), **changes)


def _finish(builder: _Builder, capital: str | None, main_airport: str | None) -> Network:
    places = {name: builder.place(name) for name in sorted(builder.ends) if not name.startswith("airport:")}
    airports = {name: builder.airport(name) for name in sorted(builder.ends) if name.startswith("airport:")}
    links = {ident: _crossing(link, places) for ident, link in sorted(builder.links.items())}
    borders = {link.crosses: short_border(link.crosses) for link in links.values() if link.crosses}
    home = [name for name, place in places.items() if place.country == HOME]
    fields = [name for name, airport in airports.items() if airport.country == HOME]
    return Network(
        country=Country(
            iso3=HOME,
            name="Mali",
            aliases=(),
            demonyms=("malian", "malien"),
            capital=capital or ("bamako" if "bamako" in home else next(iter(home), "")),
            main_airport=main_airport or ("airport:BKO" if "airport:BKO" in fields else next(iter(fields), "")),
        ),
        places=places,
        links=links,
        airports=airports,
        services=dict(sorted(builder.services.items())),
        borders=dict(sorted(borders.items())),
        regions={},
        areas={},
        landmarks=(),
        foreign={},
        digest="0" * 64,
    )


def short_border(ident: str) -> Border:
    """Make the border with one id."""
    code = ident.removeprefix("border:")
    return Border(id=ident, country=code, name=code, aliases=(), baseline=BASELINE)


def _crossing(link: Link, places: Mapping[str, Place]) -> Link:
    """Say which border a link between two countries crosses, where the statement did not."""
    ends = {places[end].country for end in (link.start, link.end) if end in places} - {HOME}
    crosses = len({places[end].country for end in (link.start, link.end) if end in places}) > 1
    return replace(link, crosses=link.crosses or (f"border:{min(ends)}" if crosses else None))


def cause_of(
    quote: str = "Do not use this road.",
    *,
    directive: str | None = "D-000001",
    issuer: str = "FRA",
    kind: str = "road",
    value: str = "cut",
    issued: date | datetime = datetime(2025, 11, 7, tzinfo=UTC),
) -> Cause:
    """Make a cause: by default a directive of France of 7 November 2025."""
    origin = "directive" if directive else "baseline"
    advisory = "A-000001" if directive else None
    return Cause(origin, kind, value, issuer, issued, quote, directive, advisory)


def situation_of(
    network: Network,
    states: Mapping[str, tuple[Any, ...]] | None = None,
    *,
    as_of: datetime = AS_OF,
    **changes: Any,
) -> Situation:
    """Give every link and airport of a network a state: open, level 1, unless `states` says otherwise.

    `states` maps an id to `(status, level)` or `(status, level, cause, …)`; without causes a state that is not open
    gets one that quotes the id. `changes` replace fields of the Situation (curfews, shelter, stale …).
    """
    said = dict(states or {})
    known = {*network.links, *network.services, *network.airports, *network.borders}
    unknown = said.keys() - known
    if unknown:
        message = f"not in the network: {sorted(unknown)}"
        raise KeyError(message)

    def state(ident: str) -> tuple[str, int, tuple[Cause, ...]]:
        status, level, *causes = said.get(ident, ("open", 1))
        if not causes and status != "open":
            causes = [cause_of(f"About {ident}.", kind=ident.partition(":")[0], value=status)]
        return status, level, tuple(causes)

    empty: dict[str, Any] = dict.fromkeys(
        ("curfews", "fuel_causes", "shelter", "travel", "missions", "incidents", "departures", "notices", "watch",
         "disagreements", "stale"), ()
    )  # fmt: skip
    situation = Situation(
        as_of=as_of,
        known_at=None,
        links={ident: LinkState(ident, *state(ident)) for ident in sorted([*network.links, *network.services])},
        airports={ident: AirportState(ident, *state(ident)) for ident in network.airports},
        borders={ident: BorderState(ident, state(ident)[0], state(ident)[2]) for ident in network.borders},
        airspace=BorderState("airspace", "open", ()),
        road_fuel="normal",
        jet_fuel="normal",
        newest={},
        flight_data_as_of=date(2025, 9, 1),
        **empty,
    )
    return replace(situation, **changes)


def policy_of(**changes: Any) -> Policy:
    """Make a policy with the usual weights; `changes` replace its fields."""
    usual = Policy(
        effects={},
        weights=(1, 4, 16),
        mode_factor={"road": 1.0, "river": 1.5, "local": 1.0},
        takeoff_km=5.0,
        air_km_factor=0.01,
        havens=HAVENS,
        issuers={},
        baseline_shelf_days=365,
        flight_shelf_days=180,
        press_days=7,
        incident_days=14,
        valid_hours=24,
        check_in_min=120,
        utc_offset_min=0,
        max_options=4,
    )
    return replace(usual, **changes)


LEVELS = {1: "open", 2: "open", 3: "avoid", 4: "blocked"}
AIRPORT_LEVELS = {1: "open", 2: "disrupted", 3: "unconfirmed", 4: "closed"}


def examples(number: int) -> settings:
    """So many random examples, however long they take on a busy machine."""
    slow = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    return settings(max_examples=number, deadline=None, suppress_health_check=slow)


@st.composite
def networks(draw: st.DrawFn, *, towns: int = 5, airports: int = 3) -> Network:
    """Random small networks: home towns t0…, home airports, a haven airport DSS, one in Niamey, a haven town behind a
    border post, a town abroad that is no haven; links at random, lengths few enough for ties to happen.
    """
    places = [f"t{number}" for number in range(draw(st.integers(2, towns)))]
    fields = [
        f"airport:H{number}"
        for number in range(draw(st.sampled_from([0, *range(1, airports + 1), *range(1, airports + 1)])))
    ]
    km = st.sampled_from([10, 20, 30, 90])
    abroad = ["port:SEN", "post:SEN", "niamey:NER"]
    land = [(a, b) for i, a in enumerate([*places, *abroad]) for b in [*places, *abroad][i + 1 :]]
    air = [
        (a, b) for i, a in enumerate(fields) for b in [*fields, "airport:DSS", "airport:ABJ", "airport:NIM"][i + 1 :]
    ]
    said = [*places, "airport:DSS", "airport:ABJ", "airport:NIM", *abroad]
    for a, b in draw(st.lists(st.sampled_from(land), min_size=4, max_size=12)):
        said.append(f"{a} -{draw(st.sampled_from(['road', 'road', 'river']))}:{draw(km)}-> {b}")
    for field in fields:
        said.extend(
            f"{town} -local:{draw(km)}-> {field}"
            for town in draw(st.lists(st.sampled_from(places), min_size=1, max_size=2))
        )
    for a, b in draw(st.lists(st.sampled_from(air), min_size=3, max_size=8)) if air else []:
        boards = draw(st.sampled_from(["", "", "", ":unhas:humanitarian staff"]))
        said.append(f"{a} -air:{draw(st.sampled_from([300, 600]))}{boards}-> {b}")
    network = network_of("; ".join(said), kinds={"post": "border_post"})
    calls = {ident: draw(st.sampled_from([(), (), (), *((field,) for field in fields)])) for ident in network.services}
    services = {
        ident: replace(one, via=tuple(field for field in calls[ident] if field not in (one.start, one.end)))
        for ident, one in network.services.items()
    }
    return replace(network, services=services)


def situations(network: Network, levels: Collection[int] = (1, 1, 1, 1, 2, 2, 3, 4)) -> st.SearchStrategy[Situation]:
    """Random levels for every link and airport of a network."""
    ids = [*network.links, *network.services, *network.airports]
    drawn = st.fixed_dictionaries(dict.fromkeys(ids, st.sampled_from(list(levels))))
    return drawn.map(lambda given: situation_at(network, given))


def situation_at(network: Network, levels: Mapping[str, int]) -> Situation:
    """Make the situation in which links and airports are at these levels, with a status that fits."""
    return situation_of(network, {
        ident: ((AIRPORT_LEVELS if ident in network.airports else LEVELS)[level], level)
        for ident, level in levels.items()
    })  # fmt: skip
