"""What `--json` prints, as the contract has it: notes are English sentences, never keys or ids alone."""

import json

import pytest

from evacplan.loading.folders import default_data_folder
from evacplan.loading.network import load_network
from evacplan.loading.policy import load_policy
from evacplan.rendering import contract
from evacplan.routing.ways import ways_out
from tests.logs import Log, day

DAY = ("--as-of", "2025-11-08")


def is_words(items):
    return isinstance(items, list) and all(isinstance(item, str) and " " in item for item in items)


def set_airport(evacplan, status):
    because = ("--reason", "the runway was hit", "--accept-openings", "--as-of", "2025-11-07")
    evacplan("airport", "set", "BKO", status, *because, code=0)


@pytest.mark.parametrize("town", ["gao", "bamako", "kidal", "sikasso"])
@pytest.mark.parametrize("status", ["", "disrupted", "closed"])
def test_reasons_conditions_and_warnings_of_a_route_are_lists_of_strings(evacplan, town, status):
    if status:
        set_airport(evacplan, status)
    ran = evacplan("route", town, "--json", *DAY).json
    assert is_words(ran["warnings"])
    assert ran["options"]
    for option in ran["options"]:
        assert is_words(option["why_not"])
        assert is_words(option["conditions"])
        assert option["acceptable"] != bool(option["why_not"])


def test_a_route_in_json_is_english_whatever_the_language(evacplan):
    set_airport(evacplan, "closed")
    said = evacplan("route", "youwarou", "--json", *DAY).json["options"][-1]["why_not"]
    assert any(": unconfirmed: «" in text for text in said)
    ran = evacplan("route", "gao", "--json", *DAY).json
    assert evacplan("route", "gao", "--json", *DAY, "--lang", "fr").json == ran


def test_what_to_mind_on_a_route_is_said_in_words():
    network, policy = load_network(default_data_folder()), load_policy(default_data_folder())
    log = Log().alert("FRA", "2025-11-07", "curfew in_force 21:00-06:00 at gao", "shelter shelter_in_place at gao")
    situation = log.seen(network, "2025-11-08", policy=policy)
    answer = ways_out(network, situation, policy, origin="gao")
    document = contract.route_document(network, answer, situation, day("2025-11-09"))
    shelter, curfew = document["warnings"]
    assert shelter.startswith("an order to shelter holds in Gao: every option is for after it ends: «shelter")
    assert shelter.endswith("» (FRA, 2025-11-07)")
    words = "curfew NOW in Gao, 21:00–06:00: move only after it: «curfew in_force 21:00-06:00 at gao» (FRA, 2025-11-07)"
    assert curfew == words
    for option in document["options"]:
        assert option["why_not"][0].startswith("an order to shelter is in force: «")
        assert option["conditions"][0] == "only after the order to shelter ends"


def test_warnings_of_the_status_are_strings(evacplan):
    ran = evacplan("status", "--as-of", "1990-01-01", "--json", code=0).json
    assert ran["warnings"]
    assert is_words(ran["warnings"])


def test_a_plan_keeps_its_notes_and_shows_them_as_strings(evacplan):
    set_airport(evacplan, "disrupted")
    made = evacplan("plan", "update", "--json", *DAY).json
    options = [town["option"] for town in made["towns"] if town["option"]]
    assert all(is_words(option["conditions"]) and is_words(option["why_not"]) for option in options)
    conditions = [text for option in options for text in option["conditions"]]
    assert any("«the runway was hit» (A. Tester, 2025-11-07)" in text for text in conditions)
    shown = evacplan("plan", "show", "--json", code=0).json
    assert json.dumps(shown["towns"]) == json.dumps(made["towns"])
