"""Where the data that ship, the phrase files and the compiled cache are."""

import os
from pathlib import Path

from evacplan.errors import InputRefusedError

_PACKAGE = Path(__file__).resolve().parent.parent

DATA_FILES = ("routes.yaml", "airports.yaml", "regions.yaml", "policy.yaml")
"""What a data folder holds."""


def default_data_folder() -> Path:
    """Return the data that ship: inside an installed package, else at the top of the checkout.

    Raises
    ------
    InputRefusedError
        If there are none, as in a damaged installation.
    """
    for folder in (_PACKAGE / "data", _PACKAGE.parent / "data"):
        if (folder / DATA_FILES[0]).is_file():
            return folder
    raise InputRefusedError("the data that ship are missing", str(_PACKAGE), "Install again, or give --data DIR.")


def package_folder() -> Path:
    """Return the folder of the package itself."""
    return _PACKAGE


def cache_folder() -> Path | None:
    """Return the user's folder for compiled data (it may not exist yet), None where there is no home to put it in.

    The environment variable `EVACPLAN_CACHE` names another folder; set but empty it turns the cache off.
    """
    chosen = os.environ.get("EVACPLAN_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    import platformdirs  # noqa: PLC0415 - not needed by a library user who names the folders

    try:
        return Path(platformdirs.user_cache_dir("evacplan", appauthor=False))
    except (OSError, RuntimeError):
        return None


def read_limited(path: Path, limit: int, *, name: str) -> bytes:
    """Read a file of at most `limit` bytes.

    Raises
    ------
    InputRefusedError
        If it is bigger, missing, no file, or may not be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise InputRefusedError("no regular file", name)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise InputRefusedError(f"cannot be read ({getattr(error, 'strerror', None) or error})", name) from None
    if len(data) > limit:
        raise InputRefusedError(f"bigger than {limit // 1_000_000} MB", name)
    return data
