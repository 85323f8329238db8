"""One sentence, and what it must yield."""

import pytest

from tests.reading.readers import only, read, said, targets


@pytest.mark.parametrize(
    ("sentence", "yields"),
    [
        ("Bamako airport is closed.", "airport closed in_force"),
        ("Bamako airport could close.", "airport closed possible"),
        ("Bamako airport is not closed.", "airport closed denied"),
        ("Bamako airport was closed in 2012.", "airport closed past"),
        ("Bamako airport is open.", "airport open in_force"),
        ("Bamako airport has reopened.", "airport open ended"),
        ("Bamako airport has not reopened.", "airport open denied"),
        ("L'aéroport de Bamako est fermé.", "airport closed in_force"),
        ("L'aéroport de Bamako pourrait fermer.", "airport closed possible"),
        ("L'aéroport de Bamako serait fermé.", "airport closed possible"),
        ("L'aéroport de Bamako n'est pas fermé.", "airport closed denied"),
        ("L'aéroport de Bamako a rouvert.", "airport open ended"),
        ("L'aéroport de Bamako n'a pas rouvert.", "airport open denied"),
        ("Overland routes to neighbouring countries may not be safe.", "overland discouraged in_force"),
        ("Be prepared to shelter in place.", "shelter shelter_in_place possible"),
        ("Le couvre-feu a été levé à Gao.", "curfew ended ended"),
        ("Le blocus de Léré sera levé dès que possible.", "blockade ended possible"),
        ("Des tirs ont été entendus à Kati.", "incident attack in_force"),
    ],
)
def test_force_of_a_claim(sentence, yields):
    assert yields in said(read(sentence))


def test_five_road_claims_are_kept_apart():
    told = said(
        read(
            "Do not travel overland in Mali. Avoid the RN16. The road from Boni to Hombori is cut. "
            "Boni is under blockade. Fuel tankers were attacked near Kadiana on 8 November 2025."
        )
    )
    assert [line.rsplit(" ", 1)[0] for line in told] == [
        "overland do_not_use",
        "road avoid",
        "road cut",
        "blockade in_force",
        "incident attack",
        "vehicle_target fuel",
    ]


def test_staff_leaving_is_no_call_to_leave():
    told = said(read("The Department ordered non-emergency staff and their families to leave Mali."))
    assert told == ["mission reduced in_force"]


def test_departure_by_air_keeps_the_means():
    directive = only(read("U.S. citizens should depart Mali immediately using commercial flights."), "departure")
    assert (directive.claim.value, directive.claim.by) == ("leave_now", ("air",))
    assert "immediately" in directive.strength


def test_flights_abroad_do_not_close_our_airspace():
    assert not [d for d in read("Niger's airspace is closed. Bamako is calm.").directives if d.holds]


def test_airspace_closed_to_one_neighbour_names_its_border():
    directive = only(read("L'espace aérien du Mali est fermé aux avions venant d'Algérie."), "airspace")
    assert targets(directive) == {"border:DZA"}


def test_a_claim_under_another_countrys_heading_is_not_ours():
    reading = read("### Niger\n\nAll borders are closed.\n\n### Mali\n\nBamako airport is open.")
    assert said(reading) == ["airport open in_force"]


def test_bullets_take_the_advice_of_their_first_line():
    told = said(read("In Mali, avoid:\n\n* the road from Ségou to Niono\n* loud music"))
    assert told == ["road avoid in_force"]


def test_list_of_past_attacks_is_history():
    reading = read("Examples of recent attacks in Mali include:\n\n* attackers killed ten soldiers in Gao\n")
    assert said(reading) == ["incident attack past"]


def test_later_words_of_a_sentence_undo_earlier_ones():
    told = said(read("Bamako airport was closed on Monday, then reopened."))
    assert told == ["airport closed past", "airport open ended"]


def test_every_directive_carries_its_words_and_its_evidence():
    text = "  Le Mali.\r\nL’aéroport de Bamako\u00a0est fermé — restez chez vous."
    for directive in read(text).directives:
        assert text[slice(*directive.span)] == directive.quote
        assert [line.split(" ")[0].rstrip(":") for line in directive.evidence] == ["pattern", "place", "modality"]


def test_text_that_says_nothing_yields_nothing():
    reading = read("Mali's rainy season lasts from June to September. Visas are required.")
    assert reading.directives == ()


@pytest.mark.parametrize(
    "text",
    [
        "Vor Reisen nach Mali wird gewarnt. Der Flughafen ist geschlossen und von Reisen wird abgeraten.",
        "Se desaconseja viajar a Malí. El aeropuerto de Bamako está cerrado y no hay vuelos hasta nuevo aviso.",
        "Si sconsigliano i viaggi in Mali. L'aeroporto di Bamako è chiuso e non ci sono voli fino a nuovo avviso.",
        "مطار باماكو مغلق",
    ],
)
def test_language_that_is_not_read_is_said_so(text):
    reading = read(text)
    assert reading.directives == ()
    assert reading.unread


def test_foreign_text_names_its_language():
    assert read("Der Flughafen von Bamako ist geschlossen und von Reisen wird dringend abgeraten.").language == "de"


def test_empty_text_is_named_as_such():
    assert [note.why for note in read(" \n ").unread] == ["the text is empty"]


def test_reads_the_two_halves_of_a_bilingual_text():
    told = said(
        read("The airport of Bamako has been closed since this morning.\n\nLa route de Kita à Kokofata est coupée.")
    )
    assert told == ["airport closed in_force", "road cut in_force"]


def test_ids_are_in_text_order():
    reading = read("Bamako airport is closed. A curfew is in force in Gao.")
    assert [d.id for d in reading.directives] == ["D-000001", "D-000002"]


def test_issuer_stands_in_for_an_actor_that_is_not_named():
    assert only(read("Avoid the RN16.", issuer="GBR"), "road").actor == "GBR"
