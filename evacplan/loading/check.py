"""Check a data folder: everything that is wrong with it, at once."""

from collections.abc import Mapping
from pathlib import Path

from evacplan.errors import Fault, InputRefusedError
from evacplan.loading.check_air import airport_faults, service_faults
from evacplan.loading.check_links import link_faults, reach_faults
from evacplan.loading.check_places import country_faults, place_faults, region_faults
from evacplan.loading.check_policy import policy_faults
from evacplan.loading.check_shared import shared_faults
from evacplan.loading.folders import DATA_FILES, read_limited
from evacplan.loading.sound import sound_network
from evacplan.loading.yaml_safe import MAX_BYTES, Document, parse_yaml


def check_data(folder: Path) -> tuple[Fault, ...]:
    """Check the four files of a data folder.

    Parameters
    ----------
    folder
        Holds routes.yaml, airports.yaml, regions.yaml and policy.yaml.

    Returns
    -------
    tuple of Fault
        All faults by file and line, empty if the data are sound. A file that cannot be read at all is one fault, and
        the checks that would need it are left out.
    """
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    for name in DATA_FILES:
        try:
            files[name] = read_limited(folder / name, MAX_BYTES, name=name)
        except InputRefusedError as error:
            faults.append(Fault(name, 0, error.what))
    found = checked(files)[1]
    return tuple(sorted({*faults, *found}, key=_order))


def checked(files: Mapping[str, bytes]) -> tuple[dict[str, Document], tuple[Fault, ...]]:
    """Parse and check data files by name; return their documents and all faults in file and line order."""
    faults: list[Fault] = []
    documents = {name: _document(name, files.get(name), faults) for name in DATA_FILES}
    unread = {fault.file for fault in faults} | (set(DATA_FILES) - files.keys())
    if not unread & {"routes.yaml", "airports.yaml", "regions.yaml"}:
        sound = sound_network(documents, faults)
        for check in (
            shared_faults,
            place_faults,
            region_faults,
            country_faults,
            link_faults,
            reach_faults,
            airport_faults,
            service_faults,
        ):
            faults.extend(check(sound))
    if "policy.yaml" not in unread:
        faults.extend(policy_faults(documents["policy.yaml"]))
    faults.extend(fault for document in documents.values() for fault in document.faults)
    return documents, tuple(sorted(set(faults), key=_order))


def _document(name: str, data: bytes | None, faults: list[Fault]) -> Document:
    try:
        return parse_yaml(data or b"", name=name)
    except InputRefusedError as error:
        place = error.where.removeprefix(name).strip(":").split(":")
        line, column = (place[0], place[1]) if len(place) == 2 else ("0", "")
        what = f"column {column}: {error.what}" if column else error.what
        faults.append(Fault(name, int(line), what))
        return Document(name, None, {})


def _order(fault: Fault) -> tuple[int, int, str]:
    return DATA_FILES.index(fault.file), fault.line, fault.what
