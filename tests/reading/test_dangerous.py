"""Sentences whose misreading would open a way that is shut, or shut the wrong one: what each must yield."""

import pytest

from tests.reading.readers import read, targets


def holds(reading):
    """What is asserted, as `kind value`, with its targets."""
    return {f"{d.claim.kind} {d.claim.value}": targets(d) for d in reading.directives if d.holds}


def opened(reading):
    return [d.quote for d in reading.directives if d.loosens]


@pytest.mark.parametrize(
    ("sentence", "kind", "where"),
    [
        ("The road to Ségou was open yesterday but is now closed.", "road cut", "road:konobougou-segou"),
        ("La route de Ségou était ouverte hier mais est désormais coupée.", "road cut", "road:konobougou-segou"),
        ("Gao airport reopened but was closed again this evening.", "airport closed", "airport:GAQ"),
        ("L'aéroport de Gao a rouvert mais a été de nouveau fermé ce soir.", "airport closed", "airport:GAQ"),
        ("The RN6 reopened on Monday but has been cut again since Tuesday.", "road cut", "road:bamako-fana"),
        ("The border with Senegal was reopened, then closed again.", "border closed", "border:SEN"),
        ("La frontière avec le Sénégal a rouvert puis a été refermée.", "border closed", "border:SEN"),
        ("Les vols de Gao avaient repris mais sont de nouveau suspendus.", "flights suspended", "airport:GAQ"),
    ],
)
def test_the_present_state_wins_over_an_opening(sentence, kind, where):
    reading = read(sentence)
    assert where in holds(reading)[kind]
    assert opened(reading) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Gao airport was closed yesterday but is now open.",
        "Gao airport reopened today after being closed on Monday.",
        "L'aéroport de Gao était fermé hier mais il est à présent ouvert.",
    ],
)
def test_the_present_state_wins_over_a_closing(sentence):
    assert holds(read(sentence)) == {"airport open": {"airport:GAQ"}}


@pytest.mark.parametrize(
    "sentence",
    [
        "All roads out of Bamako are open again except the RN6.",
        "Toutes les routes sont ouvertes sauf la RN7.",
        "All borders are open except the border with Algeria.",
        "All airports are open except Gao.",
        "The RN6 is open except between Fana and Ségou.",
        "Everything but the RN7 is open.",
        "Toutes les routes au départ de Bamako sont rouvertes, à l'exception de la RN6.",
        "The RN15 is passable to convoys only.",
        "La RN15 a rouvert aux seuls camions.",
        "The road from Bamako to Ségou is passable with escort only.",
        "La route Bamako-Ségou est praticable de jour seulement.",
        "Le pont de Gao est rouvert sous escorte.",
        "La route de Bamako est rouverte.",
        "The road between Sgou and Bla is open.",
        "The road to Bougouni is cut. The road to Sgou is open.",
        "The airport at Xanadu has reopened. Mali is calm.",
        "The border between Niger and Benin has reopened. Mali is calm.",
        "Lufthansa has resumed flights to Bamako.",
        "Flights from Bamako to New York have resumed.",
        "Every road out of Gao but the RN16 is open.",
        "Gao airport reopened. It was closed again this evening.",
        "La RN6 est ouverte sauf la nuit.",
    ],
)
def test_an_opening_in_doubt_is_not_taken_but_listed(sentence):
    reading = read(sentence)
    assert opened(reading) == []
    assert reading.unread


@pytest.mark.parametrize(
    ("sentence", "kind", "inside", "excepted"),
    [
        ("Toutes les routes sont coupées sauf la RN7.", "road cut", "road:bamako-fana", "RN7"),
        ("The RN7 is closed except between Bamako and Bougouni.", "road cut", "road:niena-sikasso", "Bamako–Bougouni"),
        (
            "All borders are closed except the border with Senegal.",
            "border closed",
            "border:DZA",
            "border with Senegal",
        ),
        ("Tous les aéroports sont fermés sauf Bamako.", "airport closed", "country:MLI", "Bamako"),
    ],
)
def test_a_closing_keeps_its_exception(sentence, kind, inside, excepted):
    reading = read(sentence)
    assert inside in holds(reading)[kind]
    assert [scope.name for d in reading.directives for scope in d.exception] == [excepted]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Flights out of Bamako are suspended.", {"flights suspended": {"airport:BKO"}}),
        ("All departures out of Bamako have been cancelled.", {"flights suspended": {"airport:BKO"}}),
        ("Les vols au départ de Gao ont repris.", {"flights resumed": {"airport:GAQ"}}),
        (
            "Les vols entre Bamako et Gao sont suspendus.",
            {"flights suspended": {"air:BKO-GAQ-sky-mali", "air:BKO-GAQ-unhas"}},
        ),
        ("Air France a suspendu ses vols vers Bamako.", {"flights suspended": {"air:BKO-CDG-air-france"}}),
        (
            "Turkish Airlines has resumed flights to Bamako.",
            {"flights resumed": {"air:BKO-IST-turkish-airlines"}},
        ),
        ("Les vols Bamako-Dakar sont annulés.", {"flights suspended": {"air:BKO-DSS-air-senegal"}}),
        ("Gao airport is open only to military flights.", {"airport disrupted": {"airport:GAQ"}}),
        ("L'aéroport de Gao n'est ouvert qu'aux vols militaires.", {"airport disrupted": {"airport:GAQ"}}),
        ("Bamako airport is closed from 22:00 to 06:00.", {"airport disrupted": {"airport:BKO"}}),
        ("Bamako airport was closed last night.", {"airport closed": {"airport:BKO"}}),
        ("L'aéroport de Bamako est fermé de 22h à 6h.", {"airport disrupted": {"airport:BKO"}}),
        ("The border with Senegal is open to freight only.", {"border restricted": {"border:SEN"}}),
        ("The border between Senegal and Guinea is closed. Mali is calm.", {}),
        ("La frontière entre le Niger et le Bénin est fermée. Le Mali est calme.", {}),
        ("Algeria has closed its airspace to flights from Mali.", {"airspace closed": {"border:DZA"}}),
        ("Mali's airspace is closed to aircraft registered in Algeria.", {"airspace closed": {"border:DZA"}}),
        ("The road to Ségou is open.", {"road open": {"road:konobougou-segou"}}),
        ("The fuel shortage in Bamako is over.", {"fuel ended": {"bamako"}}),
        ("La pénurie de carburant à Bamako est terminée.", {"fuel ended": {"bamako"}}),
        ("Aucun vol ne part de Bamako.", {"flights suspended": {"airport:BKO"}}),
        ("No flights are leaving Bamako.", {"flights suspended": {"airport:BKO"}}),
    ],
)
def test_what_a_sentence_asserts(sentence, expected):
    reading = read(sentence)
    assert holds(reading) == expected
    assert expected or reading.unread


def test_the_airline_is_the_actor():
    assert [d.actor for d in read("Air France a suspendu ses vols vers Bamako.").directives] == ["Air France"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The RN7 is cut. The bridge at Fooville is open.",
        "La route de Ségou est coupée. La route de Zzzou est coupée.",
        "The road to Bougouni is cut. The road to Sgou is blocked.",
    ],
)
def test_an_unknown_place_takes_over_no_other(sentence):
    reading = read(sentence)
    assert len([d for d in reading.directives if d.claim.kind == "road"]) == 1
    assert any("unknown place" in note.why for note in reading.unread)


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("Stay indoors until 28 November.", "2025-11-28"),
        ("Restez chez vous jusqu'au 28 novembre.", "2025-11-28"),
        ("Bamako airport is closed until 28 November.", "2025-11-28"),
        ("Flights from Bamako are suspended until 28 November.", "2025-11-28"),
        ("The border with Senegal is closed for 72 hours.", "2025-11-13"),
        ("La RN6 est coupée pendant 30 jours.", "2025-12-09"),
        ("There is a fuel shortage in Bamako until 28 November.", "2025-11-28"),
        ("La RN6 est coupée jusqu'à lundi.", "2025-11-17"),
        ("The RN6 is blocked until the morning of 28 November.", "2025-11-28T06:00:00+00:00"),
    ],
)
def test_an_end_is_kept_for_every_kind(sentence, until):
    assert [d.until.isoformat() for d in read(sentence).directives] == [until]


@pytest.mark.parametrize("end", ["until next week", "until 5 pm", "until 31/02"])
def test_an_end_that_is_not_clear_is_listed(end):
    reading = read(f"Bamako airport is closed {end}.")
    assert [d.until for d in reading.directives] == [None]
    assert reading.unread


@pytest.mark.parametrize(
    "sentence",
    [
        "Don't travel by road to Gao.",
        "Do not drive between Bamako and Ségou.",
        "Travel on the RN7 south of Bougouni is forbidden.",
        "The Bougouni to Sikasso road is closed.",
        "All roads out of Bamako are blocked.",
        "Toute circulation est interdite sur la route Bamako-Ségou.",
        "Nobody may leave Bamako by road.",
        "No one can leave Ségou.",
        "Il est interdit de circuler entre Ségou et Niono.",
        "No buses are running between Bamako and Ségou.",
        "The bridge at Markala cannot be crossed.",
        "Gao airport was closed on 8 April following an attack. It has since reopened.",
    ],
)
def test_no_sentence_about_movement_is_lost(sentence):
    reading = read(sentence)
    assert reading.unread or holds(reading)
    assert opened(reading) == []
