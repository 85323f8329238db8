"""Tell the language of a text by its function words."""

from collections.abc import Mapping, Sequence

LEAST_WORDS = 3
LAST_LATIN = "\u024f"
SAMPLE = 20_000
FOREIGN_LEAD = 1.3
"""How many times as often another language's function words must occur as ours before a text counts as foreign."""


def count_words(words: Sequence[str], function_words: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Count each language's function words in a text."""
    return {name: sum(map(known.__contains__, words)) for name, known in function_words.items()}


def is_latin(text: str) -> bool:
    """Tell whether at least half of a text's letters are Latin ones, by its beginning.

    >>> is_latin("Bamako"), is_latin("مطار باماكو")
    (True, False)
    """
    letters = [char for char in text[:SAMPLE] if char.isalpha()]
    return 2 * sum(char <= LAST_LATIN for char in letters) >= len(letters)


def tell_language(
    words: Sequence[str], function_words: Mapping[str, frozenset[str]], *, ours: Sequence[str]
) -> str | None:
    """Return the language of the words, or None where they do not say.

    Parameters
    ----------
    words
        Folded words.
    function_words
        The little words of each language.
    ours
        The languages that are read. Another wins only with a clear lead, since little words are shared.

    Examples
    --------
    >>> little = {"en": frozenset({"the", "of", "is"}), "de": frozenset({"der", "ist", "von"})}
    >>> tell_language("der flughafen von bamako ist zu".split(), little, ours=["en"])
    'de'
    """
    counts = count_words(words, function_words)
    best_ours = max(ours, key=lambda name: counts.get(name, 0))
    others = [name for name in counts if name not in ours]
    best_other = max(others, key=lambda name: counts[name], default=None)
    if best_other and counts[best_other] >= max(LEAST_WORDS, FOREIGN_LEAD * counts.get(best_ours, 0)):
        return best_other
    return best_ours if counts.get(best_ours, 0) else None
