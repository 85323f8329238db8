"""I8: any text at all gives no exception, takes linear time, and yields only directives that quote it."""

import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.model.claims import CLAIMS, values_of
from tests.reading.readers import read

PIECES = st.sampled_from(
    [
        "Bamako airport", " is ", "closed", " not ", "L'aéroport de Gao", " est fermé", ". ", "\n", "\r\n", "\n\n* ",
        "## ", "**", "[link](http://x.y/z)", "<b>", " until ", "31/02/2025", "9 pm to 5 am", "RN16", " road ", "cut",
        " north of ", "Kayes - Mopti", "except ", "within 15 km of ", "Mali", "Niger", "\u202e", "\x00", "\ud800",
        "\u0301", "\u200b", "(", ")", ";", ":", "«", "»", "no longer", "si ", "avoid", "leave", "immediately", "curfew",
    ]
)  # fmt: skip


def check(text):
    reading = read(text)
    for directive in reading.directives:
        start, end = directive.span
        assert text[start:end] == directive.quote
        assert directive.claim.kind in CLAIMS
        assert directive.claim.value in values_of(directive.claim.kind)
        assert directive.modality in ("in_force", "possible", "past", "denied", "ended")
        assert directive.scope
    for note in reading.unread:
        assert text[slice(*note.span)] == note.quote


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(), max_size=400))
def test_any_unicode_text_is_read_without_an_exception(text):
    check(text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_order_of_telling_pieces_is_read_without_an_exception(text):
    check(text)


LONG = {
    "one letter": "a",
    "one word": "airport ",
    "blanks": " ",
    "line ends": "\n",
    "sentences": "Bamako airport is open. ",
    "one sentence": "the road and ",
    "names": "Gao-Kidal-",
    "brackets": "](",
    "nul": "\0",
    "right to left": "\u202eمطار ",
    "bullets": "* avoid the road\n",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_time_grows_with_the_length_of_the_text(piece):
    times = []
    for size in (40_000, 160_000):
        text = piece * (size // len(piece))
        start = time.process_time()
        read(text)
        times.append(time.process_time() - start)
    assert times[1] < 12 * max(times[0], 0.05), times


@pytest.mark.slow
@pytest.mark.skipif(sys.gettrace() is not None, reason="too long a text to trace")
def test_ten_megabytes_in_one_line_are_read_to_their_end():
    text = "Les pluies de la saison ont rafraichi le pays et les marches sont pleins de monde " * 122_000
    assert len(text) > 10_000_000
    check(text)
