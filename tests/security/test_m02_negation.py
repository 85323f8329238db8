"""M2: whatever is negated, doubted, asked for or only hoped for never opens anything (nor closes it)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.readers import read

THINGS = {
    "en": ["Bamako airport", "The road from Ségou to Bla", "The border with Guinea", "Gao airport", "Mali's airspace"],
    "fr": [
        "L'aéroport de Bamako",
        "La route de Ségou à Bla",
        "La frontière du Mali avec la Guinée",
        "L'espace aérien malien",
    ],
}
OPENINGS = {
    "en": [
        "has not reopened",
        "is not open",
        "has not yet been reopened",
        "will reopen once it is safe",
        "may reopen soon",
        "could reopen on Monday",
        "is expected to reopen",
        "was not reopened",
        "is not yet open again",
        "would be reopened",
        "is not safe",
        "has never reopened",
        "should reopen",
        "might be open again next week",
        "is due to reopen",
    ],
    "fr": [
        "n'a pas rouvert",
        "n'est pas ouverte",
        "n'est pas rouverte",
        "n'a pas encore été rouverte",
        "pourrait rouvrir",
        "sera rouverte lundi",
        "serait rouverte",
        "rouvrira dès que possible",
        "n'a jamais rouvert",
        "devrait rouvrir",
        "n'est toujours pas rouverte",
        "ne rouvre pas",
        "n'est plus praticable",
    ],
}
CLOSINGS = {
    "en": ["is not closed", "has not been closed", "could be closed", "may close", "was never closed", "is not shut"],
    "fr": ["n'est pas fermée", "n'a pas été fermée", "pourrait être fermée", "n'a jamais été fermée", "serait fermée"],
}
LEADS = {
    "en": ["", "The ministry said that ", "According to residents, ", "On Friday ", "In Mali, "],
    "fr": ["", "Selon le gouverneur, ", "Vendredi, ", "Au Mali, "],
}


def sentences(endings):
    def build(language):
        parts = (st.sampled_from(table[language]) for table in (LEADS, THINGS, endings))
        return st.tuples(*parts).map(lambda got: f"{got[0]}{got[1]} {got[2]}.")

    return st.sampled_from(["en", "fr"]).flatmap(build)


@settings(max_examples=400, deadline=None)
@given(sentences(OPENINGS))
def test_negated_or_doubtful_opening_never_opens(sentence):
    assert not [d for d in read(sentence).directives if d.loosens], sentence


@settings(max_examples=200, deadline=None)
@given(sentences(CLOSINGS))
def test_negated_or_doubtful_closing_never_closes(sentence):
    assert not [d for d in read(sentence).directives if d.holds], sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents ask the army to reopen the road from Niono to Nampala.",
        "Les habitants demandent de rouvrir la route de Niono à Nampala.",
        "The blockade of Léré will be lifted once talks end.",
        "Le blocus de Léré n'a pas été levé.",
        "The curfew in Kayes has not been lifted.",
        "There is no sign that the siege of Boni has ended.",
        "Rien n'indique que le blocus de Boni soit levé.",
        "The border with Guinea stays closed and will not be opened.",
        "No reopening of Gao airport is planned.",
        "Aucune réouverture de l'aéroport de Gao n'est prévue.",
        "La réouverture de l'aéroport de Gao est reportée.",
    ],
)
def test_wish_or_denial_opens_nothing(sentence):
    assert not [d for d in read(sentence).directives if d.loosens]


@pytest.mark.parametrize(
    ("plain", "changed"),
    [
        ("Bamako airport has closed.", "Bamako airport could close."),
        ("Bamako airport is closed.", "Bamako airport is not closed."),
        ("The road from Ségou to Bla is cut.", "The road from Ségou to Bla may be cut."),
        ("La route de Ségou à Bla est coupée.", "La route de Ségou à Bla n'est pas coupée."),
        ("La route de Ségou à Bla est coupée.", "La route de Ségou à Bla serait coupée."),
        ("Le couvre-feu est levé à Gao.", "Le couvre-feu n'est pas levé à Gao."),
        ("Mali has closed its borders.", "Mali has never closed its borders."),
    ],
)
def test_one_cue_word_flips_the_result(plain, changed):
    assert [d for d in read(plain).directives if d.holds]
    assert not [d for d in read(changed).directives if d.holds]
