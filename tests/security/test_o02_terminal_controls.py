"""O2, O3: what a hostile text holds never reaches the terminal as control or markup."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.rendering import clean

FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HOSTILE = "\x1b[2J\x1b]0;title\x07\x9b31m\u202eevil\u2066 [/b] [link=file:///etc/passwd]x[/link] \x08\r"
TEXT = f"Bamako airport is closed {HOSTILE} until further notice.\nLa route entre Ségou et Bla{HOSTILE} est coupée.\n"


@given(st.text())
def test_o2_no_control_survives_cleaning(text):
    for shown in (clean.line(text), clean.block(text), clean.shorten(text, 40)):
        assert not FORBIDDEN.search(shown)
        shown.encode()


@given(st.text())
def test_o2_escaped_json_keeps_its_value(text):
    document = clean.escape_json(json.dumps({"quote": text}, ensure_ascii=False))
    assert not FORBIDDEN.search(document)
    assert json.loads(document) == {"quote": text}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_o2_no_command_lets_controls_through(evacplan, lang):
    add = ("advisory", "add", "-", "--issuer", f"press{HOSTILE}", "--issued", "2025-11-07", "--yes", "--lang", lang)
    runs = [evacplan(*add, stdin=TEXT)]
    runs += [
        evacplan(*words, "--lang", lang)
        for words in (
            ["advisory", "list"],
            ["advisory", "show", "A-000001"],
            ["advisory", "read", evacplan.write("hostile.txt", TEXT)],
            ["review"],
            ["status", "--as-of", "2025-11-08"],
            ["status", "BKO", "--as-of", "2025-11-08"],
            ["route", "Bamako", "--as-of", "2025-11-08"],
            ["plan", "update", "--as-of", "2025-11-08"],
            ["checklist", "Gao", "--as-of", "2025-11-08"],
            ["status", "--json"],
            ["advisory", "show", "A-000001", "--json"],
            ["link", "set", "segou-bla", "blocked", "--reason", f"seen{HOSTILE}"],
        )
    ]
    for ran in runs:
        assert ran.code in (0, 3, 5), ran.err
        assert not FORBIDDEN.search(ran.out)
        assert not FORBIDDEN.search(ran.err)


def test_o2_a_file_name_lets_no_controls_through(evacplan):
    for words in (["advisory", "read"], ["advisory", "add"]):
        ran = evacplan(*words, f"no{HOSTILE}file.txt", "--issuer", "FRA", code=4)
        assert not FORBIDDEN.search(ran.out + ran.err)


def test_o3_markup_in_a_text_is_printed_as_it_is(evacplan):
    evacplan("advisory", "add", "-", "--issuer", "press", stdin=TEXT)
    assert "[link=file:///etc/passwd]x[/link]" in evacplan("advisory", "show", "A-000001").out
