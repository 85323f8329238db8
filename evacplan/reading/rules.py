"""What the phrase files hold, as values: meanings, slots, patterns, frames, languages, and the book of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from evacplan.reading.lexicon import Lexicon

Mood = Literal["fact", "advice", "event"]
Side = Literal["before", "after", "either", "anywhere"]

OURS = ("en", "fr")
"""The languages that are read."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is claimed: kind and value of the contract, and `reach` or `by` where the words give it."""

    kind: str
    value: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One of `concepts` must stand on `side` of the anchor with at most `gap` words between."""

    concepts: tuple[str, ...]
    side: Side
    gap: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Concepts that together claim something: `anchor` is the word that carries the force, `slots` stand around it.

    `unless` are concepts that must not stand near. `lifts` marks what ends or eases something, `noun` an anchor that is
    a thing, so that its verb follows, `negative` a pattern whose own words hold the negation ("no vehicle passes"),
    `opens` an anchor that must be the first word of its clause (an imperative).
    """

    name: str
    means: Meaning
    mood: Mood
    anchor: tuple[str, ...]
    slots: tuple[Slot, ...]
    unless: tuple[Slot, ...]
    lifts: bool
    noun: bool
    negative: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What it means that a thing (concept) is in one of the states.

    `loose`: the thing may hang on a preposition ("delays at the airport", "on the roads, which are dangerous").
    """

    name: str
    states: tuple[str, ...]
    things: Mapping[str, Meaning]
    mood: Mood
    unless: tuple[Slot, ...]
    lifts: bool
    loose: bool


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: its lexicon, its months, weekdays and number words, and the days in its units of time.

    `relative` counts days from today; None is a day that is never settled ("tomorrow", in a text that may be old).
    """

    lexicon: Lexicon
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, int]
    relative: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Everything that the reader knows about words. Made by `compile_phrases`."""

    tongues: Mapping[str, Tongue]
    function_words: Mapping[str, frozenset[str]]
    frames: tuple[Frame, ...]
    patterns: tuple[Pattern, ...]
    states: frozenset[str]
    things: frozenset[str]
    world: Lexicon
    by_anchor: Mapping[str, tuple[int, ...]]
    triggers: frozenset[str]
    telling: frozenset[str]
    known: frozenset[str]
    not_names: frozenset[str]
    senders: frozenset[str]
    little: Mapping[str, frozenset[str]]
    not_places: Lexicon
