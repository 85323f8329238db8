"""`route` as a duty officer uses it."""

import pytest

from tests.warnings import AIRPORT_CLOSED, NO_ROADS


def add(evacplan, text, *more, issuer="FRA", issued="2025-11-07"):
    return evacplan("advisory", "add", "-", "--issuer", issuer, "--issued", issued, "--yes", *more, stdin=text)


def test_answers_first_and_says_as_of_when(evacplan):
    ran = evacplan("route", "Gao", "--as-of", "2025-11-08", code=0)
    first, second, *_ = ran.out.splitlines()
    assert first.startswith("Gao: FLY OUT.")
    assert second.startswith("As of 2025-11-08 23:59 UTC · no advisory taken in yet")


def test_never_says_that_a_way_is_safe(evacplan):
    assert "safe" not in evacplan("route", "Gao").out.lower()


def test_exits_3_when_the_answer_is_to_stay(evacplan):
    add(evacplan, NO_ROADS)
    ran = evacplan("route", "Sikasso", "--json", "--as-of", "2025-11-08", code=3)
    assert ran.json["verdict"] == "stay"
    assert not any(option["acceptable"] for option in ran.json["options"])


def test_the_plane_still_goes_where_only_the_roads_are_closed_by_advice(evacplan):
    add(evacplan, NO_ROADS)
    assert evacplan("route", "Gao", "--json", "--as-of", "2025-11-08", code=0).json["verdict"] == "fly"


def test_says_what_would_open_a_way(evacplan):
    add(evacplan, NO_ROADS)
    add(evacplan, AIRPORT_CLOSED, issuer="USA")
    ran = evacplan("route", "Bamako", "--json", "--as-of", "2025-11-08", code=3)
    assert ["airport:BKO"] in ran.json["opens_if"]


def test_reasons_are_the_sources_own_words(evacplan):
    add(evacplan, AIRPORT_CLOSED, issuer="USA")
    ran = evacplan("route", "Bamako", "--as-of", "2025-11-08")
    assert "Bamako airport is closed until further notice" in " ".join(ran.out.split())
    assert "USA 2025-11-07" in ran.out


@pytest.mark.parametrize("name", ["gao", "GAO", "Tombouctou", "Timbuktu", "segou", "Ségou", "Kidal"])
def test_finds_a_town_by_any_of_its_names(evacplan, name):
    assert evacplan("route", name, "--json").code in (0, 3)


def test_suggests_but_never_guesses_a_town(evacplan):
    ran = evacplan("route", "Gaoua", code=4)
    assert not ran.out
    assert "unknown town: Gaoua. Did you mean:" in ran.err
    assert "Gao" in ran.err


def test_options_may_stand_before_or_after_the_command(evacplan):
    before = evacplan("--json", "--as-of", "2025-11-08", "route", "gao")
    after = evacplan("route", "gao", "--json", "--as-of=2025-11-08")
    assert before.out == after.out


def test_speaks_french_on_request(evacplan):
    ran = evacplan("route", "Gao", "--lang", "fr")
    assert ran.out.startswith("Gao : PARTIR EN AVION.")


def test_asking_creates_no_store(evacplan):
    evacplan("route", "Gao")
    evacplan("status")
    assert not evacplan.store.exists()
