"""Text from outside made fit for a terminal: no control characters, no bidirectional tricks.

Advisories are stored as they came; this is the gate on the way out. See CWE-150.
"""

from typing import Final

_BIDI: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE: Final = "\u200b\u2060\ufeff\u2028\u2029\u0085"
_CONTROLS: Final = [*range(0x20), *range(0x7F, 0xA0)]

_TO_BLANK: Final = {ord(char): " " for char in "\t\n\r"}
_TO_NOTHING: Final = {
    **dict.fromkeys(_CONTROLS, None),
    **{ord(char): None for char in _BIDI + _INVISIBLE},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_LINE: Final = {**_TO_NOTHING, **_TO_BLANK, 0x2028: " ", 0x2029: " ", 0x85: " "}
_BLOCK: Final = {**_TO_NOTHING, ord("\n"): "\n", ord("\t"): "    "}
_JSON: Final = {
    code: f"\\u{code:04x}" for code in [*range(0x7F, 0xA0), *map(ord, _BIDI + _INVISIBLE), *range(0xD800, 0xE000)]
}


def line(text: str) -> str:
    r"""Return the text on one line, blanks folded, without anything a terminal would obey.

    >>> line("coupée\x1b[2J  depuis\nce matin")
    'coupée[2J depuis ce matin'
    """
    return " ".join(text.translate(_LINE).split())


def block(text: str) -> str:
    r"""Return the text with its line breaks, without anything a terminal would obey.

    >>> block("a\x07b\r\nc")
    'ab\nc'
    """
    return text.translate(_BLOCK)


def escape_json(document: str) -> str:
    r"""Return a JSON document in which C1 and bidirectional controls are written as escapes: the same value.

    >>> escape_json('{"a":"x\u202ey"}')
    '{"a":"x\\u202ey"}'
    """
    return document.translate(_JSON)


def shorten(text: str, width: int) -> str:
    """Return the text on one line, cut at a word before `width` characters with an ellipsis.

    >>> shorten("the road between Ségou and Bla is cut", 20)
    'the road between …'
    """
    whole = line(text)
    if len(whole) <= width:
        return whole
    cut = whole[: width - 1].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:')} …"
