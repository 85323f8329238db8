"""Checks that hold for every block: its baseline and its sources."""

from collections.abc import Iterator

from evacplan.errors import Fault
from evacplan.loading import sections as keys
from evacplan.loading.schema import block_faults
from evacplan.loading.sound import Block, Blocks, Sound, table
from evacplan.loading.yaml_safe import Document, Spot


def shared_faults(sound: Sound) -> Iterator[Fault]:
    """Check baselines and sources of places, links, airports with their access, services, borders and landmarks."""
    for number, landmark in enumerate(sound.landmarks):
        yield from _source_faults(sound.regions, ("landmarks", number), landmark)
    for document, section, blocks, kind in (
        (sound.routes, "places", sound.places, ""),
        (sound.routes, "links", sound.links, "link"),
        (sound.airports, "airports", sound.fields, "airport"),
        (sound.airports, "services", sound.services, "service"),
        (sound.regions, "borders", sound.borders, "border"),
    ):
        for spot, block, what in _blocks(section, blocks, kind):
            yield from _source_faults(document, spot, block)
            if what:
                yield from _baseline_faults(document, spot, block, what)


def _blocks(section: str, blocks: Blocks, kind: str) -> Iterator[tuple[Spot, Block, str]]:
    """Yield every block of a section with its spot and what kind of thing it is; an airport's access is a link."""
    for key, block in blocks.items():
        yield (section, key), block, kind
        for number, way in enumerate(block.get("access", ())):
            yield (section, key, "access", number), way, "link"


def _source_faults(document: Document, spot: Spot, block: Block) -> Iterator[Fault]:
    known, given = table(document, "sources"), block.get("source", [])
    for one in given if isinstance(given, list) else [given]:
        key = str(one).split(" ", 1)[0]
        if key not in known:
            yield document.fault((*spot, "source"), f"{spot[1]}: unknown source '{key}'")


def _baseline_faults(document: Document, spot: Spot, block: Block, kind: str) -> Iterator[Fault]:
    """Check that a baseline is known, follows the schema, and says what such a thing can be."""
    given, here = block.get("baseline"), (*spot, "baseline")
    if isinstance(given, str):
        known = table(document, "baselines")
        if given not in known:
            yield document.fault(here, f"{spot[1]}: unknown baseline '{given}'")
            return
        found, given = [], known[given]
    else:
        found = list(block_faults(document, here, given, keys.BASELINE))
    yield from found
    if not isinstance(given, dict) or found or any(block_faults(document, here, given, keys.BASELINE)):
        return  # said already, here or at the table
    status, level = given["status"], given["level"]
    if status not in keys.STATUSES_OF[kind]:
        allowed = ", ".join(keys.STATUSES_OF[kind])
        yield document.fault(here, f"{spot[1]}: {kind}s cannot be '{status}' (one of {allowed})")
    elif level not in keys.LEVELS[status]:
        allowed = " or ".join(map(str, keys.LEVELS[status]))
        yield document.fault(here, f"{spot[1]}: '{status}' goes with level {allowed}, not {level}")
