"""The phrase files are checked, and all that is wrong with them is told at once."""

import pytest

from evacplan.errors import DataFaultsError
from evacplan.loading.phrases import load_phrases
from evacplan.reading.phrasebook import compile_phrases


def test_the_files_that_ship_are_sound():
    book = compile_phrases(load_phrases())
    assert {"en", "fr"} == set(book.tongues)
    assert len(book.patterns) > 30


def test_every_concept_of_one_language_is_in_the_other():
    trees = load_phrases()
    only_one = set(trees["en"]["concepts"]) ^ set(trees["fr"]["concepts"])
    assert only_one <= {
        "formal_against", "against", "zone_word", "tourists", "against_all", "stay_away", "advise_against", "jet",
    }, sorted(only_one)  # fmt: skip


def test_names_every_fault():
    trees = load_phrases()
    broken = dict(trees)
    broken["common"] = dict(trees["common"]) | {
        "patterns": [
            {"name": "one", "claim": "airport ajar", "says": ["closed"]},
            {"name": "two", "claim": "airport closed", "says": ["no-such-concept"]},
        ]
    }
    broken["fr"] = dict(trees["fr"]) | {"numbers": {"many": ["beaucoup"]}, "months": [["janvier"], "février"]}
    with pytest.raises(DataFaultsError) as caught:
        compile_phrases(broken)
    faults = str(caught.value)
    assert "airport ajar" in faults
    assert "no-such-concept" in faults
    assert "many" in faults
    assert "février" in faults


@pytest.mark.parametrize("trees", [{}, {"en": []}, {"common": "text"}, {"en": {"concepts": {"airport": "airport"}}}])
def test_wrong_shapes_are_faults_and_no_crash(trees):
    with pytest.raises(DataFaultsError):
        compile_phrases(trees)


def test_a_phrase_added_to_a_file_is_read():
    trees = load_phrases()
    english = dict(trees["en"])
    english["concepts"] = dict(english["concepts"]) | {"closed": [*english["concepts"]["closed"], "mothballed"]}
    book = compile_phrases(dict(trees) | {"en": english})
    assert [hit.concept for hit in book.tongues["en"].lexicon.find(("mothballed",))] == ["closed"]
