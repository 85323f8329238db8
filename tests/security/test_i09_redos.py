"""I9: no regular expression of the reader can be made to run away."""

import importlib
import pkgutil
import re
import time

import pytest

import evacplan.reading

EVIL = [
    "a" * 50_000,
    " " * 50_000,
    "." * 50_000,
    "!?" * 25_000,
    "](" * 25_000,
    "![" * 25_000,
    "<a" * 25_000,
    "a@a." * 12_500,
    "www." * 12_500,
    "http://" * 7_000,
    "1/2/" * 12_500,
    "# " * 25_000,
    "* " * 25_000,
    "a. " * 16_000,
    "(" * 50_000,
    "'\"" * 25_000,
    "a" * 25_000 + "!" + "a" * 25_000,
    "\t \n" * 16_000,
]


def patterns():
    for module in pkgutil.iter_modules(evacplan.reading.__path__, "evacplan.reading."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


def test_every_regular_expression_is_known_here():
    assert len(dict(patterns())) >= 5


@pytest.mark.parametrize("pattern", dict(patterns()).values(), ids=dict(patterns()).keys())
def test_each_takes_under_a_tenth_of_a_second_on_hostile_text(pattern):
    for text in EVIL:
        best = min(_seconds(pattern, text) for _ in range(3))
        assert best < 0.1, (pattern.pattern, text[:8], best)


def _seconds(pattern, text):
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start
