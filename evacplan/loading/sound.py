"""The blocks of the data files that follow their schema: what the checks of meaning work on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from evacplan.errors import Fault
from evacplan.loading import sections as keys
from evacplan.loading.schema import TEXT, TEXTS, Rule, block_faults, sound_blocks
from evacplan.loading.yaml_safe import Document

Block: TypeAlias = dict[str, Any]
Blocks: TypeAlias = dict[str, Block]


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound blocks by id, and the documents they stand in (an unreadable file is an empty document).

    `country` is empty if its block is not sound.
    """

    routes: Document
    airports: Document
    regions: Document
    country: Block
    places: Blocks
    links: Blocks
    fields: Blocks
    services: Blocks
    region: Blocks
    areas: Blocks
    borders: Blocks
    landmarks: tuple[Block, ...]

    def named(self, document: Document, section: str) -> frozenset[str]:
        """Return all ids of a section, of unsound blocks too: a reference to one of these is no fault of its own."""
        return frozenset(table(document, section))

    @property
    def place_ids(self) -> frozenset[str]:
        """All place ids."""
        return self.named(self.routes, "places")

    @property
    def airport_ids(self) -> frozenset[str]:
        """All airport ids."""
        return self.named(self.airports, "airports")


def table(document: Document, section: str) -> dict[str, Any]:
    """Return a section of a file as it stands, sound or not; empty if it is no block of keys."""
    blocks = document.tree.get(section) if isinstance(document.tree, dict) else None
    return blocks if isinstance(blocks, dict) else {}


def sound_network(documents: Mapping[str, Document], faults: list[Fault]) -> Sound:
    """Take the sound blocks out of the three files of the network; faults of the others are added to `faults`."""
    routes, airports, regions = (documents[f"{name}.yaml"] for name in ("routes", "airports", "regions"))
    for document in (routes, airports, regions):
        faults.extend(_section_faults(document))
    for document in (routes, airports):
        sound_blocks(document, "baselines", keys.BASELINE, faults)
    return Sound(
        routes=routes,
        airports=airports,
        regions=regions,
        country=_country(regions, faults),
        places=sound_blocks(routes, "places", keys.PLACE, faults),
        links=sound_blocks(routes, "links", keys.LINK, faults),
        fields=sound_blocks(airports, "airports", keys.AIRPORT, faults),
        services=sound_blocks(airports, "services", keys.SERVICE, faults),
        region=sound_blocks(regions, "regions", keys.REGION, faults),
        areas=sound_blocks(regions, "areas", keys.AREA, faults),
        borders=sound_blocks(regions, "borders", keys.BORDER, faults),
        landmarks=_landmarks(regions, faults),
    )


def _country(regions: Document, faults: list[Fault]) -> Block:
    block = regions.tree.get("country") if isinstance(regions.tree, dict) else None
    found = list(block_faults(regions, ("country",), block, keys.COUNTRY))
    faults.extend(found)
    return block if isinstance(block, dict) and not found else {}


def _section_faults(document: Document) -> Iterator[Fault]:
    """Say which sections are unknown, and what is wrong in the flat ones."""
    tree = document.tree if isinstance(document.tree, dict) else {}
    known = keys.SECTIONS[document.name]
    for section in tree:
        if section not in known:
            yield document.fault((section,), f"unknown section '{section}' (known: {', '.join(known)})")
    for section, rule in (("sources", TEXT), ("foreign", TEXTS)):
        if section in known:
            yield from _flat_faults(document, section, tree.get(section), rule)


def _flat_faults(document: Document, section: str, entries: object, rule: Rule) -> Iterator[Fault]:
    if not isinstance(entries, dict):
        yield document.fault((section,), f"{section} is missing or no block of keys")
        return
    for key, value in entries.items():
        if not rule.holds(value):
            yield document.fault((section, key), f"{key} must be {rule.words}")


def _landmarks(regions: Document, faults: list[Fault]) -> tuple[Block, ...]:
    """Return the landmarks, none of them if one is not sound."""
    blocks = regions.tree.get("landmarks", []) if isinstance(regions.tree, dict) else []
    if not isinstance(blocks, list):
        faults.append(regions.fault(("landmarks",), "landmarks must be a list"))
        return ()
    found = [
        fault
        for number, block in enumerate(blocks)
        for fault in block_faults(regions, ("landmarks", number), block, keys.LANDMARK)
    ]
    faults.extend(found)
    return () if found else tuple(blocks)
