"""Near names for an unknown one: for a person to choose from, never matched."""

from collections.abc import Sequence

from evacplan.reading.clean import fold

NEAR_ENOUGH = 72
MOST_SUGGESTIONS = 3


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
        name[:80], known, scorer=fuzz.ratio, processor=fold, limit=MOST_SUGGESTIONS, score_cutoff=NEAR_ENOUGH
    )
    return tuple(match for match, _, _ in found)
