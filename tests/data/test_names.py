"""Names: what one name can mean is one thing, or is listed here as ambiguous."""

from collections import defaultdict

import pytest

from evacplan.model.names import find_link, fold

NAMESAKES: dict[str, set[str]] = {}
"""Names of more than one place; none at present."""


def meanings(things):
    found = defaultdict(set)
    for thing in things:
        for name in (thing.name, *thing.aliases):
            found[fold(name)].add(thing.id)
    return {name: ids for name, ids in found.items() if len(ids) > 1}


def test_no_name_is_that_of_two_places(mali):
    assert meanings(mali.places.values()) == NAMESAKES


def test_no_name_is_that_of_two_airports_borders_or_areas(mali):
    assert meanings(mali.airports.values()) == {}
    assert meanings(mali.borders.values()) == {}
    assert meanings(mali.areas.values()) == {}


def test_a_region_shares_its_name_only_with_that_of_the_other_scheme(mali):
    for ids in meanings(mali.regions.values()).values():
        assert len(ids) == 2
        assert {mali.regions[one].scheme for one in ids} == {"2016", "2023"}
        assert len({mali.regions[one].name for one in ids}) == 1


def test_no_name_of_a_foreign_country_is_that_of_another_or_of_mali(mali):
    found = defaultdict(set)
    for code, names in mali.foreign.items():
        for name in names:
            found[fold(name)].add(code)
    assert {name: codes for name, codes in found.items() if len(codes) > 1} == {}
    country = mali.country
    assert not {fold(name) for name in (country.name, *country.aliases, *country.demonyms)} & found.keys()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Timbuktu", "tombouctou"), ("Tombouctou", "tombouctou"), ("Ségou", "segou"), ("Segou", "segou"),
        ("Nioro", "nioro"), ("Sévaré", "sevare"), ("Ménaka", "menaka"), ("Labbezanga", "labbezanga"),
        ("Kourémalé", "kouremale"), ("Zegoua", "zegoua"), ("Ke-Macina", "macina"),
    ],
)  # fmt: skip
def test_a_town_is_found_under_its_names_in_both_languages(name, place, mali):
    assert fold(name) in {fold(one) for one in (mali.places[place].name, *mali.places[place].aliases)}


@pytest.mark.parametrize(
    ("border", "names"),
    [
        ("SEN", ["Senegalese border", "frontière sénégalaise", "frontière avec le Sénégal"]),
        ("BFA", ["frontière malo-burkinabè", "Burkina Faso border"]),
        ("CIV", ["Ivorian border", "frontière avec la Côte d'Ivoire"]),
        ("DZA", ["Algerian border", "frontière avec l'Algérie"]),
        ("MRT", ["Mauritanian border", "frontière mauritanienne"]),
        ("NER", ["border with Niger", "frontière nigérienne"]),
        ("GIN", ["border with Guinea", "frontière guinéenne"]),
    ],
)
def test_a_border_is_found_under_its_names_in_both_languages(border, names, mali):
    entry = mali.borders[f"border:{border}"]
    assert {fold(name) for name in names} <= {fold(one) for one in (entry.name, *entry.aliases)}


@pytest.mark.parametrize(
    ("area", "names"),
    [
        ("north", ["northern Mali", "the north", "le nord", "nord du Mali", "north of the country"]),
        ("centre", ["central Mali", "centre du Mali", "centre du pays"]),
        ("south", ["southern Mali", "le sud", "sud du pays"]),
        ("west", ["western Mali", "l'ouest", "ouest du Mali"]),
        ("east", ["eastern Mali", "l'est", "est du Mali"]),
        ("three-borders", ["trois frontières", "tri-border area"]),
    ],
)
def test_an_area_is_found_under_its_names_in_both_languages(area, names, mali):
    entry = mali.areas[f"area:{area}"]
    assert {fold(name) for name in names} <= {fold(one) for one in (entry.name, *entry.aliases)}


def test_a_mode_before_two_ends_is_never_taken_for_another(mali):
    assert find_link(mali, "Ségou-Bla") == find_link(mali, "road:Ségou–Bla") == "road:segou-bla"
    assert find_link(mali, "river:segou-bla") is None


def test_demonyms_are_folded(mali):
    assert {"malien", "maliennes", "malian"} <= set(mali.country.demonyms)
    assert all(fold(word) == word for word in mali.country.demonyms)


def test_neighbours_and_often_named_countries_are_known_as_foreign(mali):
    neighbours = {"SEN", "MRT", "CIV", "GIN", "BFA", "NER", "DZA"}
    assert (
        neighbours | {"SDN", "LBN", "ISR", "NGA", "GHA", "TGO", "BEN", "TCD", "LBY", "HTI", "UKR"}
        <= mali.foreign.keys()
    )
    assert "MLI" not in mali.foreign
