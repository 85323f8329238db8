"""A bug's traceback, kept in a file of the user's own: code places only, no values of variables."""

import os
import tempfile
import traceback
from pathlib import Path


def keep_traceback(problem: BaseException) -> Path:
    """Write the traceback where only the user can read it and return the file's path.

    The message of the exception may hold words of a text, so only its type is kept.
    """
    frames = "".join(traceback.format_tb(problem.__traceback__))
    handle, name = tempfile.mkstemp(prefix="evacplan-error-", suffix=".txt")  # mode 0600
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"Traceback (most recent call last):\n{frames}{type(problem).__name__}\n")
    return Path(name)
