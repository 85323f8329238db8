"""Checked plain trees to the model's values; nothing is verified here."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from evacplan.loading.yaml_safe import Tree
from evacplan.model.network import (
    Airport,
    Area,
    Baseline,
    Border,
    Country,
    Landmark,
    Link,
    Network,
    Place,
    Region,
    Service,
)


def network_from(tree: Tree, digest: str) -> Network:
    """Build the network from the trees of routes, airports and regions."""
    routes, air, regions = tree["routes"], tree["airports"], tree["regions"]
    ways, fields = _Table(routes), _Table(air)
    links = {key: _link(key, block, ways) for key, block in routes["links"].items()}
    for key, block in air["airports"].items():
        links |= {link.id: link for link in _access_links(key, block, fields)}
    return Network(
        country=_country(regions["country"]),
        places=_sorted({key: _place(key, block, ways) for key, block in routes["places"].items()}),
        links=_sorted(links),
        airports=_sorted({key: _airport(key, block, fields) for key, block in air["airports"].items()}),
        services=_sorted({key: _service(key, block, fields) for key, block in air["services"].items()}),
        borders=_sorted({key: _border(key, block) for key, block in regions["borders"].items()}),
        regions=_sorted({key: _region(key, block) for key, block in regions["regions"].items()}),
        areas=_sorted({key: _area(key, block) for key, block in regions["areas"].items()}),
        landmarks=tuple(_landmark(block, _Table(regions)) for block in regions.get("landmarks") or ()),
        foreign={key: tuple(names) for key, names in sorted(regions["foreign"].items())},
        digest=digest,
    )


class _Table:
    """The shared baselines and sources of one file, each spelt out once."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self.baselines = {key: _baseline(block) for key, block in (tree.get("baselines") or {}).items()}
        self.sources: Mapping[str, str] = tree["sources"]
        self.spelt: dict[str, str] = {}

    def baseline(self, given: str | Mapping[str, Any]) -> Baseline:
        return self.baselines[given] if isinstance(given, str) else _baseline(given)

    def source(self, given: str | list[str]) -> str:
        """Spell out sources: the first word is a key of the table, the rest says what was taken from it."""
        if isinstance(given, list):
            return "; ".join(map(self.source, given))
        if given not in self.spelt:
            key, _, what = given.partition(" ")
            self.spelt[given] = f"{self.sources[key]}: {what}" if what else self.sources[key]
        return self.spelt[given]


def _sorted(values: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(values.items()))


def _baseline(block: Mapping[str, Any]) -> Baseline:
    return Baseline(block["status"], block["level"], date.fromisoformat(block["as_of"]), block["reason"])


def _place(key: str, block: Mapping[str, Any], table: _Table) -> Place:
    regions = block.get("regions")
    return Place(
        id=key,
        name=block["name"],
        aliases=tuple(block.get("aliases", ())),
        country=block["country"],
        kind=block["kind"],
        region_2016=f"region2016:{regions['2016']}" if regions else None,
        region_2023=f"region:{regions['2023']}" if regions else None,
        lat=float(block["at"][0]),
        lon=float(block["at"][1]),
        population=block.get("population"),
        source=table.source(block["source"]),
        confidence=block["confidence"],
        note=block.get("note", ""),
    )


def _link(key: str, block: Mapping[str, Any], table: _Table) -> Link:
    unsure = "The road number is not confirmed." if block.get("road_confidence") else ""
    border = block.get("border")
    return Link(
        id=key,
        mode="river" if key.startswith("river:") else "road",
        start=block["from"],
        end=block["to"],
        km=float(block["km"]),
        duration_min=block["duration_min"],
        road=block.get("road"),
        surface=block["surface"],
        season=block["season"],
        crosses=f"border:{border}" if border else None,
        crossing=block.get("crossing"),
        baseline=table.baseline(block["baseline"]),
        source=table.source(block["source"]),
        confidence=block["confidence"],
        note=" ".join(filter(None, (block.get("note"), unsure))),
    )


def _access_links(key: str, block: Mapping[str, Any], table: _Table) -> Iterator[Link]:
    """Yield the `local` links between an airport and its town (and a twin town)."""
    for way in block.get("access") or ():
        yield Link(
            id=f"local:{way['place']}-{key.removeprefix('airport:')}",
            mode="local",
            start=way["place"],
            end=key,
            km=float(way["km"]),
            duration_min=way["duration_min"],
            road=None,
            surface="unknown",
            season="all year",
            crosses=None,
            crossing=None,
            baseline=table.baseline(way["baseline"]),
            source=table.source(way["source"]),
            confidence=way["confidence"],
            note=way.get("note", ""),
        )


def _airport(key: str, block: Mapping[str, Any], table: _Table) -> Airport:
    return Airport(
        id=key,
        icao=block["icao"],
        iata=block.get("iata"),
        name=block["name"],
        city=block["city"],
        aliases=tuple(block.get("aliases", ())),
        country=block["country"],
        serves=block.get("serves"),
        lat=float(block["at"][0]),
        lon=float(block["at"][1]),
        runway_m=block.get("runway_m"),
        surface=block["surface"],
        baseline=table.baseline(block["baseline"]),
        source=table.source(block["source"]),
        confidence=block["confidence"],
        note=block.get("note", ""),
    )


def _service(key: str, block: Mapping[str, Any], table: _Table) -> Service:
    return Service(
        id=key,
        start=block["from"],
        end=block["to"],
        carrier=block.get("carrier"),
        kind=block["kind"],
        days=tuple(block.get("days", ())),
        frequency=block["frequency"],
        seats=block.get("seats"),
        duration_min=block["duration_min"],
        km=float(block["km"]),
        boards=block["boards"],
        as_of=date.fromisoformat(block["as_of"]),
        baseline=table.baseline(block["baseline"]),
        source=table.source(block["source"]),
        confidence=block["confidence"],
        note=block.get("note", ""),
        via=tuple(block.get("via", ())),
    )


def _border(key: str, block: Mapping[str, Any]) -> Border:
    return Border(key, block["country"], block["name"], tuple(block.get("aliases", ())), _baseline(block["baseline"]))


def _region(key: str, block: Mapping[str, Any]) -> Region:
    return Region(key, block["name"], block["scheme"], tuple(block.get("aliases", ())), block.get("parent"))


def _area(key: str, block: Mapping[str, Any]) -> Area:
    return Area(key, block["name"], tuple(block.get("aliases", ())), tuple(block["places"]))


def _landmark(block: Mapping[str, Any], table: _Table) -> Landmark:
    lat, lon = block["at"]
    source = table.source(block["source"])
    return Landmark(block["name"], tuple(block.get("aliases", ())), float(lat), float(lon), source)


def _country(block: Mapping[str, Any]) -> Country:
    return Country(
        iso3=block["iso3"],
        name=block["name"],
        aliases=tuple(block.get("aliases", ())),
        demonyms=tuple(block.get("demonyms", ())),
        capital=block["capital"],
        main_airport=block["main_airport"],
    )
