"""Load the phrase tables of the reader."""

from pathlib import Path

from evacplan.loading.packaged import load_folder


def load_phrases(*, cache: Path | None = None) -> dict[str, object]:
    """Read the phrase files that ship, as plain mappings, lists and scalars by file stem ("en", "fr" ...).

    Parameters
    ----------
    cache
        Folder for the compiled form; None: read the files each time.

    Returns
    -------
    dict
        Empty if no phrase file ships.

    Raises
    ------
    InputRefusedError
        If a file is no restricted YAML.
    """
    return dict(load_folder("reading/phrases", cache=cache))
