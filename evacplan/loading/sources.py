"""Read an advisory's file: its text as it is, and what its YAML front matter says about it."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from evacplan.errors import InputRefusedError
from evacplan.loading.yaml_safe import parse_yaml

KEYS = ("issuer", "issued", "series", "kind", "language", "url")
"""What front matter may say."""

MAX_BYTES = 2_000_000
_MAX_FRONT = 100_000
_SAMPLE = 100_000
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
}
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?\n)??---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LOOKS_LIKE_FRONT = re.compile(r"---[ \t]*\r?\n(?:\s*#[^\n]*\n)*[a-z_]+[ \t]*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was read: `text` is what spans count in, front matter set apart; nothing in it is cleaned.

    `front` has only keys of `KEYS`, with non-empty texts. `encoding` is "utf-8", "utf-16" or "cp1252".
    """

    name: str
    text: str
    front: Mapping[str, str]
    encoding: str


def read_source(data: bytes, *, name: str) -> Source:
    r"""Read an advisory's bytes.

    The encoding is UTF-8 if the bytes are that, else UTF-16 if they begin with its mark, else Windows-1252. Line
    endings and control characters stay as they are: printing cleans, and spans must fit the source.

    Parameters
    ----------
    data
        The whole file, at most 2 MB (the longest real page is some 20 kB).
    name
        What to call it in messages.

    Returns
    -------
    Source
        Text and front matter; front matter is only taken for such if it opens the file and begins with a key.

    Raises
    ------
    InputRefusedError
        If it is empty, too big, no text, or has front matter that is broken or says something unknown.

    Examples
    --------
    >>> source = read_source(b"---\nissuer: FRA\nissued: 2025-11-07\n---\nIl est conseill\xe9 de partir.\n", name="x")
    >>> source.text, source.front, source.encoding
    ('Il est conseillé de partir.\n', {'issuer': 'FRA', 'issued': '2025-11-07'}, 'cp1252')
    """
    if len(data) > MAX_BYTES:
        raise InputRefusedError(f"bigger than {MAX_BYTES // 1_000_000} MB", name, "Give the advisory's text alone.")
    whole, encoding = _decoded(data, name)
    front, text = _split(whole, name)
    if not text.strip():
        raise InputRefusedError("empty", name, "Paste the advisory's text into it.")
    return Source(name, text, front, encoding)


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    hint = "Save it as text (UTF-8) and try again."
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputRefusedError(f"{what}, not a text", name, hint)
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-8-sig", *(["utf-16"] if marked else []), "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or len(_CONTROLS.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 10:
            break
        return text, encoding.removesuffix("-sig")
    raise InputRefusedError("not a text", name, hint)


def _split(whole: str, name: str) -> tuple[dict[str, str], str]:
    """Part front matter and text; a text that merely begins with a rule of dashes has none."""
    if not _LOOKS_LIKE_FRONT.match(whole[:_MAX_FRONT]):
        return {}, whole
    found = _FRONT.match(whole[:_MAX_FRONT])
    if not found:
        raise InputRefusedError("front matter without its closing line", f"{name}:1", "Close it with a line '---'.")
    document = parse_yaml(b"\n" + (found[1] or "").encode("utf-8", "replace"), name=name, plain=str)
    for fault in document.faults:
        raise InputRefusedError(fault.what, f"{name}:{fault.line}", "Keep one of them.")
    for key, value in document.tree.items():  # a mapping, since its first line is a key
        where = f"{name}:{document.lines[(key,)]}"
        if key not in KEYS:
            raise InputRefusedError(f"front matter says '{key}'", where, f"Known are: {', '.join(KEYS)}.")
        if not isinstance(value, str):
            raise InputRefusedError(f"{key} must be one text", where, f"Write it as '{key}: ...' on one line.")
    return {key: value for key, value in document.tree.items() if value}, whole[found.end() :]
