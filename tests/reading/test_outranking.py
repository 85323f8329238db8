"""What gives way to what: instructions to their end, headings to their section, passing towns to the whole."""

import pytest

from tests.reading.readers import only, read, said, targets


@pytest.mark.parametrize(
    "text",
    [
        "The instruction to shelter in place in Bamako has been lifted.",
        "Bamako: shelter-in-place is lifted.",
        "The embassy lifted the order to shelter in place.",
        "La consigne de confinement est levée à Bamako.",
        "Fin de la consigne de confinement à Bamako.",
    ],
)
def test_a_lifted_instruction_to_shelter_is_ended_and_not_in_force(text):
    assert said(read(text)) == ["shelter ended ended"]


@pytest.mark.parametrize(
    "text",
    ["The order to shelter in place has not been lifted.", "La consigne de confinement n'a pas été levée à Bamako."],
)
def test_an_instruction_that_is_not_lifted_stands(text):
    assert "shelter shelter_in_place in_force" in said(read(text))
    assert "shelter ended ended" not in said(read(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The advice to leave Mali has been lifted.", "departure ended ended"),
        ("L'appel à quitter le Mali est levé.", "departure ended ended"),
        ("The fuel shortage in Bamako is over.", "fuel ended ended"),
        ("La pénurie de carburant est terminée à Bamako.", "fuel ended ended"),
    ],
)
def test_ends_of_advice_and_shortages(text, told):
    assert said(read(text)) == [told]


def test_advice_for_all_roads_is_not_narrowed_to_a_town_named_in_passing():
    text = "La sécurité se dégrade au Mali, y compris à Bamako.\n\nLes déplacements par la route sont à proscrire."
    assert targets(only(read(text, kind="alert"), "overland")) == {"country:MLI"}
    text = "Shots were heard in Bamako. Avoid all overland travel."
    assert targets(only(read(text, kind="alert"), "overland")) == {"country:MLI"}


def test_a_bare_heading_gives_way_to_its_section_and_stands_where_that_says_nothing():
    assert len(read("## Fuel shortages\n\nThere is a fuel shortage in Mali.").directives) == 1
    assert said(read("## Bamako airport closed\n\nCall your airline.")) == ["airport closed in_force"]
    kept = read("## Kidal airport closed\n\nGao airport is closed.")
    assert len(kept.directives) == 2


def test_hours_are_not_cut_in_a_quote():
    curfew = only(read("A curfew applies in Gao; it runs from 21:00 to 06:00 daily."), "curfew")
    assert curfew.claim.hours == ("21:00", "06:00")
    assert not curfew.quote.endswith("21")


def test_buses_and_tankers_of_one_sentence_are_both_targets_and_because_is_no_bus():
    text = "Buses were set on fire near Sikasso and tankers were hit near Bougouni."
    assert {d.claim.value for d in read(text).directives if d.claim.kind == "vehicle_target"} == {"bus", "fuel"}
    french = "Évitez la route, car des groupes armés attaquent les routes nationales."
    assert not [d for d in read(french).directives if d.claim.kind == "vehicle_target"]
