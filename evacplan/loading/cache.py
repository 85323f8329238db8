"""Compiled trees: what was parsed and checked once, as JSON, kept by the hash of what it was made from.

A cache is never needed and never trusted: a file that is missing, damaged or of another version is made again, one
that cannot be written is left unwritten.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from evacplan.loading.yaml_safe import Tree

FORMAT = 1
"""Version of what is cached; to be raised when the same data files would compile to something else."""


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of files by name, in hexadecimal; the order of the mapping does not matter.

    >>> digest_of({"a": b"1", "b": b""}) == digest_of({"b": b"", "a": b"1"})
    True
    """
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{len(files[name])}\0".encode())
        whole.update(files[name])
    return whole.hexdigest()


def read_tree(folder: Path | None, part: str, digest: str) -> Tree | None:
    """Return a cached tree, or None if there is none that is whole."""
    if folder is None:
        return None
    try:
        seal, _, payload = _file(folder, part, digest).read_bytes().partition(b"\n")
        if seal != _seal(payload):
            return None
        return json.loads(payload)
    except (OSError, ValueError, RecursionError):
        return None


def write_tree(folder: Path | None, part: str, digest: str, tree: Tree) -> None:
    """Keep a tree, atomically and for its owner only (mode 0600); do nothing if that cannot be done."""
    if folder is None:
        return
    payload = json.dumps(tree, separators=(",", ":")).encode()
    target = _file(folder, part, digest)
    draft = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(_seal(payload) + b"\n" + payload)
        draft.replace(target)
    except OSError:
        _remove(draft)


def _file(folder: Path, part: str, digest: str) -> Path:
    return folder / f"{part}-{FORMAT}-{digest[:32]}.json"


def _seal(payload: bytes) -> bytes:
    return hashlib.sha256(payload).hexdigest().encode()


def _remove(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return
