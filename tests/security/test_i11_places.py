"""I11: a name that only looks like one of ours is never matched; near names are suggested."""

import pytest

from tests.reading.readers import read, targets


def reached(text):
    return {target for directive in read(text).directives for target in targets(directive)}


def notes(text):
    return [note for note in read(text).unread if note.why.startswith("unknown place")]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("In Mali, the road to San Pedro is cut.", "san"),
        ("Gunmen attacked Gaoua on 8 November 2025, far from Mali.", "gao"),
        ("Mali: une attaque a frappé Nioro du Rip le 8 novembre 2025.", "nioro"),
        ("Criminal kidnapping takes place in Mali, including in Keyes region.", "kayes"),
        ("The dire state of the road in Mali worries drivers, who were attacked.", "dire"),
        ("Au Mali, le président Koro Diallo a été attaqué à Bamako le 8 novembre 2025.", "koro"),
    ],
)
def test_name_that_only_looks_alike_is_not_matched(text, never):
    assert not {t for t in reached(text) if never in t.replace(":", "-").split("-")}, reached(text)


def test_misspelt_town_is_kept_and_suggested_for_and_never_matched():
    text = "Criminal kidnapping takes place in Mali, including in Keyes region."
    assert any("Kayes" in note.suggestions for note in notes(text))
    names = {scope.name for directive in read(text).directives for scope in directive.scope}
    assert "Keyes" in names


def test_unknown_place_keeps_its_name_without_targets():
    (directive,) = read("In Mali, armed men attacked soldiers at Boulkessi on 8 November 2025.").directives
    assert [(scope.name, scope.targets) for scope in directive.scope] == [("Boulkessi", ())]


def test_advice_on_an_unknown_place_is_not_advice_on_the_country():
    assert "country:MLI" not in reached("Mali: we advise against all travel to Boulkessi.")


@pytest.mark.parametrize(
    "text",
    [
        "Floods on the River Niger near Mopti have cut the road from Mopti to Sévaré.",
        "La crue du fleuve Niger près de Mopti a coupé la route de Mopti à Sévaré.",
    ],
)
def test_niger_the_river_is_no_country(text):
    assert reached(text) == {"road:sevare-mopti"}


def test_capital_letters_and_accents_do_not_matter():
    assert reached("BAMAKO AIRPORT IS CLOSED.") == {"airport:BKO"}
    assert reached("In Mali the road from Segou to Bla is cut.") == {"road:segou-bla"}


def test_adjective_of_a_neighbour_is_not_the_neighbour_itself():
    assert "border:NER" not in reached(
        "Nigerian flights to Mali have been suspended; the border with Guinea is closed."
    )
