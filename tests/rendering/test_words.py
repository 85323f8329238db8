"""Both languages are complete and say the same."""

import string
from pathlib import Path

import pytest

from evacplan.loading.packaged import load_folder
from evacplan.rendering import words
from evacplan.rendering.checklist import sheet_content
from evacplan.rendering.words import WORDS


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(WORDS))
def test_a_sentence_has_both_languages_with_the_same_placeholders(key):
    english, french = WORDS[key]
    assert english.strip()
    assert french.strip()
    assert placeholders(english) == placeholders(french)


def test_every_sentence_is_said_somewhere():
    package = Path(words.__file__).parents[1]
    sources = [path.read_text(encoding="utf-8") for path in package.rglob("*.py") if path.name != "words.py"]
    code = "\n".join(sources)
    for key in WORDS:
        group, _, name = key.rpartition(".")
        spoken = f'"{key}"' in code or (f"{group}.{{" in code and f'"{name}"' in code)
        assert spoken or group in ("what", "status", "boards", "note", "why"), key


def test_the_sheets_have_the_same_lines_in_both_languages():
    trees = load_folder("rendering/sheets", cache=None)
    english, french = sheet_content(trees["en"]), sheet_content(trees["fr"])
    assert english.words.keys() == french.words.keys()
    assert english.verdicts.keys() == french.verdicts.keys()

    def shape(content):
        return [(id_, [(line.when, line.confirm) for line in lines]) for id_, _, lines in content.blocks]

    assert shape(english) == shape(french)
