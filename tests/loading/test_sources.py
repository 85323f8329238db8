"""An advisory's file: its encoding, its front matter, and what is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.errors import InputRefusedError
from evacplan.loading.sources import read_source

FRENCH = "L’aéroport de Ségou est fermé ; n’utilisez pas la route – « danger » œuvre.\r\nFin."


@pytest.mark.parametrize(
    ("codec", "named"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("cp1252", "cp1252")]
)
def test_french_is_read_the_same_in_every_encoding_of_the_ladder(codec, named):
    source = read_source(FRENCH.encode(codec), name="x.txt")
    assert (source.text, source.encoding) == (FRENCH, named)


def test_big_endian_utf_16_is_read_by_its_mark():
    assert read_source(b"\xfe\xff" + FRENCH.encode("utf-16-be"), name="x.txt").text == FRENCH


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"---\nissuer: FRA\n---\n\n", "empty"),
        (b"text with a \0 in it", "not a text"),
        (FRENCH.encode("utf-16-le"), "not a text"),
        (FRENCH.encode("utf-32"), "not a text"),
        (bytes(range(1, 32)) * 9, "not a text"),
        (bytes(range(128, 256)) * 9, "not a text"),
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n", "image"),
        (b"x" * 2_000_001, "bigger than 2 MB"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, what):
    with pytest.raises(InputRefusedError, match=what) as caught:
        read_source(data, name="note.txt")
    assert caught.value.where == "note.txt"
    assert caught.value.hint


def test_control_characters_and_line_endings_stay_for_printing_to_clean():
    text = "one\x1b[2Jtwo\r\nthree\u202efour\rfive\n\tsix"
    assert read_source(text.encode(), name="x").text == text


def test_a_line_of_two_megabytes_is_read():
    assert len(read_source(b"a " * 950_000, name="x").text) == 1_900_000


def test_front_matter_is_set_apart_and_stays_text():
    data = b"---\nissuer: NO\nissued: 2024-01-02\nseries: 1.50\nkind: page\nlanguage: no\nurl: ''\n---\nStay.\n"
    source = read_source(data, name="x")
    assert source.front == {
        "issuer": "NO", "issued": "2024-01-02", "series": "1.50", "kind": "page", "language": "no",
    }  # fmt: skip
    assert source.text == "Stay.\n"


def test_the_text_begins_right_after_the_closing_line():
    assert (
        read_source(b"---\r\nissuer: FRA\r\n---\r\n\r\n Text\r\n---\r\nmore", name="x").text
        == "\r\n Text\r\n---\r\nmore"
    )


def test_a_rule_of_dashes_at_the_top_is_text():
    text = "---\nThe airport is closed.\n---\nMore.\n"
    source = read_source(text.encode(), name="x")
    assert (source.text, source.front) == (text, {})


@pytest.mark.parametrize(
    ("front", "where", "what"),
    [
        ("issuer: FRA\ncolour: red\n", "x:3", "front matter says 'colour'.*issuer, issued, series"),
        ("issuer: [FRA]\n", "x:2", "issuer must be one text"),
        ("issuer: FRA\nissuer: GBR\n", "x:3", "stands twice"),
        ("issuer: &a FRA\n", "x:2:9", "anchor"),
        ("issuer: !!python/name:os.system x\n", "x:2:9", "tag"),
        ("issuer: 'FRA\n", "x:", "not valid YAML"),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(front, where, what):
    with pytest.raises(InputRefusedError, match=what) as caught:
        read_source(f"---\n{front}---\ntext".encode(), name="x")
    assert caught.value.where.startswith(where)


def test_front_matter_that_is_never_closed_is_refused():
    with pytest.raises(InputRefusedError, match="closing line"):
        read_source(b"---\nissuer: FRA\nNo end.\n", name="x")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with suppress(InputRefusedError):
        assert read_source(data, name="x").text.strip()


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_any_utf_8_text_without_front_matter_is_read_as_it_is(text):
    text = f"x{text}"
    assert read_source(text.encode(), name="x").text == text
