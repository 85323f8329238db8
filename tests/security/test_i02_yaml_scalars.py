"""I2: what looks like a time, a yes, an octal or a date stays the text it is."""

import re
from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evacplan.errors import InputRefusedError
from evacplan.loading.yaml_safe import read_yaml, typed

TEXTS = [
    *["21:30", "no", "NO", "No", "on", "off", "yes", "y", "True", "TRUE", "Null", "~", "0123", "0o17", "0x1F"],
    *["1e3", "1E3", "1_000", "1,5", "+5", ".5", "5.", "-", ".inf", ".nan", "=", "<<", "12:30:45"],
    *["2024-01-02", "2024-01-02T10:00:00Z", "12345678901234567890", "1" * 5000, "00223 70 00 12 34"],
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("form", ["{}", "a: {}", "- {}", "[{}]", "a: '{}'", 'a: "{}"'])
def test_i2_stays_text(text, form):
    if ("," in text and "[" in form) or (text == "-" and not {"'", '"'} & set(form)):
        return  # parts a flow list, begins a list: no scalar there
    tree = read_yaml(form.format(text).encode(), name="x")
    value = tree["a"] if isinstance(tree, dict) else tree[0] if isinstance(tree, list) else tree
    assert value == text
    assert isinstance(value, str)


@pytest.mark.parametrize("text", [*TEXTS, "12", "true", "null", ""])
def test_i2_a_key_is_always_text(text):
    key = f"'{text}'" if text in ("", "-", "=") else text
    assert read_yaml(f"? {key}\n: x".encode(), name="x") == {text: "x"}


def test_i2_only_plain_numbers_true_false_and_null_are_typed():
    tree = read_yaml(b"[0, 12, -7, 1.5, -0.25, true, false, null, '12', \"true\"]", name="x")
    assert tree == [0, 12, -7, 1.5, -0.25, True, False, None, "12", "true"]
    assert [type(value) for value in tree[:5]] == [int, int, int, float, float]


@given(st.from_regex(r"[A-Za-z0-9:+._~/-]{1,20}", fullmatch=True))
def test_i2_a_scalar_is_its_own_text_unless_it_is_a_plain_number_or_word(text):
    value = typed(text)
    plain = re.fullmatch(r"-?(0|[1-9]\d{0,14})(\.\d{1,15})?", text) or text in ("true", "false", "null")
    assert (value == text and isinstance(value, str)) if not plain else not isinstance(value, str)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=30))
def test_i2_quoted_text_is_itself(text):
    quoted = "'" + text.replace("'", "''") + "'"
    if not any(mark in text for mark in "\u2028\u2029\ufeff"):  # line breaks and marks to YAML
        with suppress(InputRefusedError):  # characters that YAML does not allow
            assert read_yaml(f"a: {quoted}".encode(), name="x") == {"a": text}


@pytest.mark.parametrize("text", TEXTS)
def test_i2_the_slow_parser_agrees(text, monkeypatch):
    document = f"a: '{text}'\nb: [{text.replace(',', '')}]\n".encode() if text != "-" else b"a: '-'\n"
    fast = read_yaml(document, name="x")
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert read_yaml(document, name="x") == fast
