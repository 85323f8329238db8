"""Read the YAML files that ship inside the package (phrases, words of sheets) as plain trees."""

from pathlib import Path

from evacplan.errors import InputRefusedError
from evacplan.loading.cache import digest_of, read_tree, write_tree
from evacplan.loading.folders import package_folder, read_limited
from evacplan.loading.yaml_safe import MAX_BYTES, Tree, read_yaml


def load_folder(inside: str, *, cache: Path | None = None) -> dict[str, Tree]:
    """Read every *.yaml of a folder of the package.

    Parameters
    ----------
    inside
        The folder, from the package's top: "reading/phrases".
    cache
        Folder for the compiled form; None: read the files each time.

    Returns
    -------
    dict
        The tree of each file by its name without suffix ("en", "fr"), sorted; empty if there is no such folder.

    Raises
    ------
    InputRefusedError
        If a file is no restricted YAML, naming file, line and column.

    Examples
    --------
    >>> load_folder("no/such/folder")
    {}
    """
    folder = package_folder() / inside
    files = {path.stem: read_limited(path, MAX_BYTES, name=f"{inside}/{path.name}") for path in folder.glob("*.yaml")}
    part, digest = inside.replace("/", "-"), digest_of(files)
    cached = read_tree(cache, part, digest)
    if isinstance(cached, dict) and cached.keys() == files.keys():
        return dict(cached)
    trees = {name: _read(files[name], f"{inside}/{name}.yaml") for name in sorted(files)}
    write_tree(cache, part, digest, trees)
    return trees


def _read(data: bytes, name: str) -> Tree:
    try:
        return read_yaml(data, name=name)
    except InputRefusedError as error:
        error.hint = error.hint or "Install again: this file ships with the program."
        raise
