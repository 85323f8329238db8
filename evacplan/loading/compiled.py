"""Data files to values, by way of the compiled cache: checked when they changed, merely read when they did not."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from evacplan.errors import DataFaultsError, Fault, InputRefusedError
from evacplan.loading.cache import digest_of, read_tree, write_tree
from evacplan.loading.folders import DATA_FILES, read_limited
from evacplan.loading.yaml_safe import MAX_BYTES, Tree

T = TypeVar("T")


def load(folder: Path, part: str, build: Callable[[Tree, str], T], *, cache: Path | None) -> T:
    """Return what `build` makes of one part ("network" or "policy") of a data folder and the folder's digest.

    Raises
    ------
    DataFaultsError
        With all faults of all four files, if there are any.
    """
    files = _files(folder)
    digest = digest_of(files)
    tree = read_tree(cache, part, digest)
    if tree is not None:
        try:
            return build(tree, digest)
        except (KeyError, TypeError, ValueError, AttributeError):
            pass  # made by another version of this program: make it again
    trees = _compile(files)
    for name, one in trees.items():
        write_tree(cache, name, digest, one)
    return build(trees[part], digest)


def _files(folder: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    faults = []
    for name in DATA_FILES:
        try:
            files[name] = read_limited(folder / name, MAX_BYTES, name=str(folder / name))
        except InputRefusedError as error:
            faults.append(Fault(str(folder / name), 0, error.what))
    if faults:
        raise DataFaultsError(tuple(faults))
    return files


def _compile(files: dict[str, bytes]) -> dict[str, Tree]:
    from evacplan.loading.check import checked  # noqa: PLC0415 - yaml and geopy only where data changed

    documents, faults = checked(files)
    if faults:
        raise DataFaultsError(faults)
    network = {name.removesuffix(".yaml"): documents[name].tree for name in DATA_FILES if name != "policy.yaml"}
    return {"network": network, "policy": documents["policy.yaml"].tree}
