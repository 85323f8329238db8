"""Which keys a block of a data file has and what may stand there: small rules, each said in words."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeAlias

from evacplan.errors import Fault
from evacplan.loading.yaml_safe import Document, Spot


@dataclass(frozen=True, slots=True)
class Rule:
    """What may stand at a key: the test, the same in words, and whether the key must be there."""

    words: str
    holds: Callable[[Any], bool]
    needed: bool = True


Fields: TypeAlias = Mapping[str, Rule]


def maybe(rule: Rule) -> Rule:
    """Return the rule for a key that may be left out."""
    return replace(rule, needed=False)


def one_of(*values: str) -> Rule:
    """Return the rule for one word of a list."""
    return Rule(f"one of {', '.join(values)}", lambda value: value in values and isinstance(value, str))


def number(low: float, high: float = 1e9, *, whole: bool = False) -> Rule:
    """Return the rule for a number from `low` to `high`."""
    kinds = int if whole else (int, float)
    words = f"a {'whole ' if whole else ''}number from {low:g}" + (f" to {high:g}" if high < 1e9 else "")
    return Rule(words, lambda v: isinstance(v, kinds) and not isinstance(v, bool) and low <= v <= high)


def list_of(rule: Rule, *, least: int = 1, most: int = 100_000) -> Rule:
    """Return the rule for a list of things that each follow a rule."""

    def holds(value: Any) -> bool:  # noqa: ANN401 - whatever stands in the file
        return isinstance(value, list) and least <= len(value) <= most and all(map(rule.holds, value))

    return Rule(f"a list, each {rule.words}", holds)


def either(first: Rule, second: Rule) -> Rule:
    """Return the rule that one of two rules holds."""
    return Rule(f"{first.words}, or {second.words}", lambda v: first.holds(v) or second.holds(v))


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and len(value) == len("2025-10-28") and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_point(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(v, int | float) and not isinstance(v, bool) for v in value)
        and -90 <= value[0] <= 90
        and -180 <= value[1] <= 180
    )


TEXT = Rule("text", lambda value: isinstance(value, str) and value.strip() != "")
TEXTS = list_of(TEXT)
ID = Rule("an id (a-z, 0-9, -)", lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z0-9-]+", value)))
ISO3 = Rule("an ISO 3166-1 alpha-3 code", lambda v: isinstance(v, str) and bool(re.fullmatch(r"[A-Z]{3}", v)))
DAY = Rule("a date such as 2025-10-28", _is_day)
POINT = Rule("[latitude, longitude] in degrees", _is_point)
FLAG = Rule("true or false", lambda value: isinstance(value, bool))
MAPPING = Rule("a block of keys", lambda value: isinstance(value, dict))


def block_faults(document: Document, spot: Spot, block: object, fields: Fields) -> Iterator[Fault]:
    """Say what is wrong with one block: unknown keys, missing keys, values that break their rule."""
    if not isinstance(block, dict):
        yield document.fault(spot, f"{_name(spot)} must be a block of keys")
        return
    for key, value in block.items():
        if key not in fields:
            near = get_close_matches(key, fields, n=1)
            hint = f" (did you mean {near[0]}?)" if near else f" (known: {', '.join(fields)})"
            yield document.fault((*spot, key), f"{_name(spot)}: unknown key '{key}'{hint}")
        elif not fields[key].holds(value):
            yield document.fault((*spot, key), f"{_name(spot)}: {key} must be {fields[key].words}, not {_shown(value)}")
    for key in (key for key, rule in fields.items() if rule.needed and key not in block):
        yield document.fault(spot, f"{_name(spot)}: {key} is missing")


def sound_blocks(document: Document, section: str, fields: Fields, faults: list[Fault]) -> dict[str, dict[str, Any]]:
    """Return the blocks of a section that follow the rules; what is wrong with the others goes to `faults`."""
    tree = document.tree if isinstance(document.tree, dict) else {}
    blocks = tree.get(section)
    if not isinstance(blocks, dict):
        faults.append(document.fault((section,), f"{section} is missing or no block of keys"))
        return {}
    sound = {}
    for key, block in blocks.items():
        found = list(block_faults(document, (section, key), block, fields))
        faults.extend(found)
        if not found:
            sound[key] = block
    return sound


def _name(spot: Spot) -> str:
    return str(spot[-1]) if spot else "the file"


def _shown(value: object) -> str:
    text = f"'{value}'" if isinstance(value, str) else "nothing" if value is None else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
