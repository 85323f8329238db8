"""Screens fit the terminal: 100 columns at most, and fewer where there are fewer."""

import pytest

from evacplan.rendering import screens
from tests.warnings import AIRPORT_CLOSED, NO_ROADS

SCREENS = [
    ["status"],
    ["status", "gao"],
    ["route", "Sikasso"],
    ["route", "Kidal"],
    ["route", "Gao"],
    ["advisory", "list"],
    ["advisory", "show", "A-000001"],
    ["review"],
    ["plan", "update"],
    ["checklist", "Gao"],
]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_line_is_wider_than_a_hundred_columns(evacplan, lang):
    for text, issuer in ((NO_ROADS, "FRA"), (AIRPORT_CLOSED, "USA")):
        evacplan("advisory", "add", "-", "--issuer", issuer, "--issued", "2025-11-07", "--yes", stdin=text)
    for words in SCREENS:
        ran = evacplan(*words, "--as-of", "2025-11-08", "--lang", lang)
        wide = [line for line in ran.out.splitlines() if len(line) > 100]
        assert not wide, (words, wide)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_flexible_columns_share_what_the_others_leave(width):
    rows = [["1", "word " * 30, "fixed", "more words " * 10]]
    drawn = screens.table(width, ["#", "long", "short", "also long"], rows, (1, 3))
    assert max(map(len, drawn.splitlines())) <= width
    assert "fixed" in drawn


def test_a_colour_takes_no_room():
    drawn = screens.table(40, ["a", "b"], [["\x1b[38;2;1;2;3mred\x1b[0m", "word " * 12]], (1,))
    assert len(drawn.splitlines()) <= 4
