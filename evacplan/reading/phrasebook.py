"""The reader's vocabulary, frames and patterns: data from `phrases/`, checked and made ready to search.

A *concept* is a set of phrases of one meaning (`closed`: "closed", "shut down", "fermé"); each language file fills the
same concepts. A *frame* says what it means that a thing is in a state (airport + closed); a *pattern* says what a set
of concepts close together means (leave + urge + immediately). Frames and patterns know no language.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from evacplan.errors import DataFaultsError, Fault
from evacplan.model.claims import CLAIMS, values_of
from evacplan.reading.lexicon import Lexicon
from evacplan.reading.rules import OURS, Frame, Meaning, Mood, Pattern, Phrasebook, Side, Slot, Tongue
from evacplan.reading.words import split_words

_GAP = 8
_SIDES: Mapping[str, Side] = {"<": "before", ">": "after", "~": "anywhere"}


class _Faults(list[Fault]):
    """Collects what is wrong in the phrase files, so that all of it is reported at once."""

    def add(self, where: str, what: str) -> None:
        """Note a fault in one file."""
        self.append(Fault(f"reading/phrases/{where}.yaml", 0, what))


def _texts(tree: object, where: str, faults: _Faults) -> tuple[str, ...]:
    if isinstance(tree, Sequence) and not isinstance(tree, str) and all(isinstance(item, str) for item in tree):
        return tuple(cast("Sequence[str]", tree))
    faults.add(where, f"a list of phrases was expected, not {str(tree)[:60]!r}")
    return ()


def _mapping(tree: object, where: str, faults: _Faults) -> Mapping[str, object]:
    if isinstance(tree, Mapping):
        return tree
    faults.add(where, f"a mapping was expected, not {str(tree)[:60]!r}")
    return {}


def _meaning(written: object, faults: _Faults) -> Meaning:
    kind, value, *rest = [*str(written).split(), "", ""]
    if kind not in CLAIMS or value not in values_of(kind):
        faults.add("common", f"no such claim: {written!r}")
    return Meaning(kind, value, rest[0] or None)


def _slot(written: str, gap: int = _GAP) -> Slot:
    """Read `<road|bridge/5`: one of the concepts, before the anchor, at most five words away."""
    side: Side = _SIDES.get(written[:1], "either")
    concepts, _, reach = written.lstrip("<>~").partition("/")
    return Slot(tuple(concepts.split("|")), side, int(reach) if reach.isdigit() else gap)


def _slots(tree: object, faults: _Faults) -> tuple[Slot, ...]:
    return tuple(_slot(item) for item in _texts(tree or (), "common", faults))


def _pattern(tree: Mapping[str, object], faults: _Faults) -> Pattern:
    says = _texts(tree.get("says"), "common", faults) or ("",)
    return Pattern(
        name=str(tree.get("name")),
        means=_meaning(tree.get("claim"), faults),
        mood=cast("Mood", tree.get("mood", "fact")),
        anchor=tuple(says[0].split("|")),
        slots=tuple(_slot(item) for item in says[1:]),
        unless=_slots(tree.get("unless"), faults),
        lifts=tree.get("lifts") == "yes",
        noun=tree.get("noun") == "yes",
        negative=tree.get("negative") == "yes",
        opens=tree.get("opens") == "yes",
    )


def _frame(tree: Mapping[str, object], faults: _Faults) -> Frame:
    things = _mapping(tree.get("things"), "common", faults)
    return Frame(
        name=str(tree.get("name")),
        states=_texts(tree.get("states"), "common", faults),
        things={thing: _meaning(written, faults) for thing, written in things.items()},
        mood=cast("Mood", tree.get("mood", "fact")),
        unless=_slots(tree.get("unless"), faults),
        lifts=tree.get("lifts") == "yes",
        loose=tree.get("loose") == "yes",
    )


def _numbers(tree: object, where: str, faults: _Faults) -> dict[str, int]:
    """Read month or weekday names: a list of lists of names, the first list being number one."""
    rows = tree if isinstance(tree, Sequence) else ()
    return {
        split_words(name).form[0]: number
        for number, names in enumerate(rows, start=1)
        for name in _texts(names, where, faults)
    }


def _tongue(tree: Mapping[str, object], where: str, spoken: Mapping[str, tuple[str, ...]], faults: _Faults) -> Tongue:
    relative = {name: days for days, names in _by_count(tree.get("relative"), where, faults) for name in names}
    return Tongue(
        lexicon=Lexicon(spoken),
        months=_numbers(tree.get("months"), where, faults),
        weekdays=_numbers(tree.get("weekdays"), where, faults),
        numbers={name: n for n, names in _by_count(tree.get("numbers"), where, faults) if n for name in names},
        units={name: n for n, names in _by_count(tree.get("units"), where, faults) if n for name in names},
        relative=relative,
    )


def _by_count(tree: object, where: str, faults: _Faults) -> Iterator[tuple[int | None, tuple[str, ...]]]:
    """Yield a count with its words; the count "unknown" is None."""
    for count, names in _mapping(tree or {}, where, faults).items():
        words = tuple(split_words(name).form[0] for name in _texts(names, where, faults))
        number = str(count)
        if number.lstrip("-").isdigit():
            yield int(number), words
        elif number == "unknown":
            yield None, words
        else:
            faults.add(where, f"a number of days or 'unknown' was expected, not {number!r}")


def _concepts(tree: object, where: str, faults: _Faults) -> dict[str, tuple[str, ...]]:
    return {name: _texts(phrases, where, faults) for name, phrases in _mapping(tree, where, faults).items()}


def _spoken(
    tree: Mapping[str, object], where: str, also: Mapping[str, tuple[str, ...]], faults: _Faults
) -> dict[str, tuple[str, ...]]:
    """Return the phrases of each concept of a language, with other endings and with those of its narrower concepts."""
    endings = _concepts(tree.get("endings", {}), where, faults)
    concepts = _concepts(tree.get("concepts", {}), where, faults)
    spoken = {name: tuple(_endings(phrases, endings)) for name, phrases in concepts.items()}
    for narrow, wider in also.items():
        for concept in wider:
            spoken[concept] = (*spoken.get(concept, ()), *spoken.get(narrow, ()))
    return spoken


def _endings(phrases: Sequence[str], endings: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for phrase in phrases:
        yield phrase
        head, _, last = phrase.rpartition(" ")
        yield from (f"{head} {other}" for other in endings.get(last, ()) if head)


def _check_concepts(book: Phrasebook, defined: set[str], faults: _Faults) -> None:
    used = {concept for frame in book.frames for concept in (*frame.states, *frame.things)}
    for pattern in book.patterns:
        used.update(pattern.anchor, *(slot.concepts for slot in (*pattern.slots, *pattern.unless)))
    for concept in sorted(used - defined):
        if not concept.startswith("@"):
            faults.add("common", f"no language defines the concept {concept!r}")


def compile_phrases(trees: Mapping[str, object]) -> Phrasebook:
    """Check the phrase files and make them ready to search.

    Parameters
    ----------
    trees
        The plain content of each file of `phrases/` by its stem: mappings, lists and texts.

    Returns
    -------
    Phrasebook

    Raises
    ------
    DataFaultsError
        With all faults: a claim that the contract does not have, a concept that no language defines, a wrong shape.
    """
    faults = _Faults()
    files = {name: _mapping(tree, name, faults) for name, tree in trees.items()}
    for missing in sorted({"common", *OURS} - set(files)):
        faults.add(missing, "the file is missing")
    common = files.get("common", {})
    also = _concepts(common.get("also", {}), "common", faults)
    spoken = {name: _spoken(files.get(name, {}), name, also, faults) for name in OURS}
    tongues = {name: _tongue(files.get(name, {}), name, spoken[name], faults) for name in OURS}
    function_words = _concepts(common.get("function_words", {}), "common", faults)
    frames = tuple(_frame(_mapping(t, "common", faults), faults) for t in _list(common.get("frames")))
    patterns = tuple(_pattern(_mapping(t, "common", faults), faults) for t in _list(common.get("patterns")))
    triggers = frozenset([s for f in frames for s in f.states] + [c for p in patterns for c in p.anchor])
    book = Phrasebook(
        tongues=tongues,
        function_words={name: frozenset(words) for name, words in function_words.items()},
        frames=frames,
        patterns=patterns,
        states=frozenset(state for frame in frames for state in frame.states),
        things=frozenset({*_texts(common.get("things", ()), "common", faults), *(t for f in frames for t in f.things)}),
        world=Lexicon(_world(files.get("countries", {}), faults)),
        by_anchor={
            concept: tuple(n for n, pattern in enumerate(patterns) if concept in pattern.anchor)
            for concept in dict.fromkeys(c for pattern in patterns for c in sorted(pattern.anchor))
        },
        triggers=triggers,
        telling=triggers | set(_texts(common.get("telling", ()), "common", faults)),
        known=_known_words(spoken, tongues, function_words, _texts(common.get("known", ()), "common", faults)),
        not_names=frozenset(_texts(common.get("not_names", ()), "common", faults)),
        not_places=Lexicon({"group": _texts(common.get("not_places", ()), "common", faults)}),
        little={
            name: frozenset(words)
            for name, words in _concepts(common.get("little_words", {}), "common", faults).items()
        },
        senders=frozenset(_texts(files.get("countries", {}).get("senders", ()), "countries", faults)),
    )
    _check_concepts(book, {concept for phrases in spoken.values() for concept in phrases}, faults)
    if faults:
        raise DataFaultsError(tuple(faults))
    return book


def _list(tree: object) -> Sequence[object]:
    return tree if isinstance(tree, Sequence) and not isinstance(tree, str) else ()


def _world(tree: Mapping[str, object], faults: _Faults) -> dict[str, tuple[str, ...]]:
    """Return the names of other countries, of their people and of their best known towns."""
    return {
        f"{kind} {iso3}": phrases
        for kind in ("foreign", "people", "abroad")
        for iso3, phrases in _concepts(tree.get(kind, {}), "countries", faults).items()
    }


def _known_words(
    spoken: Mapping[str, Mapping[str, tuple[str, ...]]],
    tongues: Mapping[str, Tongue],
    function_words: Mapping[str, tuple[str, ...]],
    more: tuple[str, ...],
) -> frozenset[str]:
    """Return every word that is an ordinary one for the reader: it can stand beside a name without being part of it."""
    phrases = [p for concepts in spoken.values() for group in concepts.values() for p in group]
    words = {word for phrase in phrases for word in split_words(phrase).form if len(word) > 1}
    words.update(name for tongue in tongues.values() for name in (*tongue.months, *tongue.weekdays))
    words.update(word for name in OURS for word in function_words.get(name, ()))
    return frozenset(words.union(split_words(" ".join(more)).form))
