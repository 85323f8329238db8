"""Canonical JSON: the same value gives the same bytes, and any text comes back as it was."""

import json
import re
from typing import Any

from evacplan.errors import InputRefusedError

_HALF = re.compile("[\ud800-\udfff]")
_TORN_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def dumps(value: Any) -> str:  # noqa: ANN401 - anything that JSON knows
    r"""Write a value with sorted keys and no spaces; text stays legible, except for what a database cannot hold.

    Control characters (NUL among them, which PostgreSQL refuses) and lone halves of a UTF-16 pair (which UTF-8
    refuses) are written as escapes, so that the result can be stored anywhere and read back without loss.

    Raises
    ------
    InputRefusedError
        If both halves of a pair stand side by side as characters of their own: JSON would join them on reading, and
        every span behind them would shift. No decoder makes such text.

    >>> dumps({"b": "é", "a": [1, None, chr(0)]})
    '{"a":[1,null,"\\u0000"],"b":"é"}'
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    if _HALF.search(text) is None:
        return text
    if _TORN_PAIR.search(text):
        raise InputRefusedError(
            "the text holds a torn character (two halves of a UTF-16 pair)", hint="Save it as UTF-8."
        )
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def loads(text: str) -> Any:  # noqa: ANN401 - anything that JSON knows
    """Read what `dumps` wrote.

    Raises
    ------
    ValueError
        If it is no JSON.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
