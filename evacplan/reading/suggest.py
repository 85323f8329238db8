"""Near names for an unknown one: for a person to choose from, never matched."""

from collections.abc import Sequence
from functools import lru_cache

from evacplan.reading.clean import fold

NEAR_ENOUGH = 72
MOST_SUGGESTIONS = 3
LONGEST_NAME = 60


def nearest(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return up to three known names that look like `name`, the nearest first; () if none comes near.

    Case and accents do not count. Of equally near names the one that stands first in `known` comes first.

    >>> nearest("Keyes", ["Gao", "Kayes", "Mopti"])
    ('Kayes',)
    >>> nearest("San Pedro", ["San", "Gao"])
    ()
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - 30 ms to import, and only an unknown name needs it

    found = process.extract(
        fold(name[:LONGEST_NAME]),
        _folded(tuple(known)),
        scorer=fuzz.ratio,
        limit=MOST_SUGGESTIONS,
        score_cutoff=NEAR_ENOUGH,
    )
    return tuple(known[index] for _, _, index in found)


@lru_cache(maxsize=8)
def _folded(known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(name) for name in known)
