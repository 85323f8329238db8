"""`advisory` and `review`: a warning comes in, a person decides."""

from tests.warnings import AIRPORT_CLOSED, AIRPORT_OPEN, NO_ROADS, NOTHING, ROAD_CUT


def add(evacplan, text, *more, issuer="USA", issued="2025-11-07"):
    return evacplan("advisory", "add", "-", "--issuer", issuer, "--issued", issued, "--json", *more, stdin=text)


def airport(evacplan, day, code="BKO"):
    status = evacplan("status", "--json", "--as-of", day, code=0).json
    return next(item["status"] for item in status["airports"] if item["iata"] == code)


def test_every_quote_is_a_slice_of_the_text(evacplan):
    for text in (AIRPORT_CLOSED, NO_ROADS, ROAD_CUT):
        for item in add(evacplan, text).json["directives"]:
            assert text[slice(*item["span"])] == item["quote"]


def test_waits_for_review_and_exits_5(evacplan):
    ran = add(evacplan, AIRPORT_CLOSED)
    assert ran.code == 5
    assert ran.json["directives"][0]["review"] == "pending"
    assert airport(evacplan, "2025-11-08") == "open"


def test_a_closing_takes_effect_when_one_person_accepts_it(evacplan):
    directive = add(evacplan, AIRPORT_CLOSED).json["directives"][0]["id"]
    evacplan("review", "--accept", directive, code=0)
    assert airport(evacplan, "2025-11-08") == "closed"


def test_yes_accepts_a_closing_but_never_an_opening(evacplan):
    assert add(evacplan, AIRPORT_CLOSED, "--yes").code == 0
    assert add(evacplan, AIRPORT_OPEN, "--yes", issued="2025-11-09").code == 5
    assert airport(evacplan, "2025-11-10") == "closed"
    evacplan("review", "--accept-all", "--accept-openings")
    assert airport(evacplan, "2025-11-10") == "open"
    assert airport(evacplan, "2025-11-08") == "closed", "the past stays as it was"


def test_accepting_an_opening_asks_for_a_confirmation(evacplan):
    directive = add(evacplan, AIRPORT_OPEN).json["directives"][0]["id"]
    ran = evacplan("review", "--accept", directive, code=4)
    assert "--accept-openings" in ran.err


def test_press_never_opens(evacplan):
    add(evacplan, AIRPORT_CLOSED, "--yes")
    add(evacplan, AIRPORT_OPEN, "--yes", "--accept-openings", "--kind", "press", issuer="press", issued="2025-11-09")
    assert airport(evacplan, "2025-11-10") == "closed"
    assert evacplan("review", "--json", code=5).json["pending"], "nothing is recorded as confirmed"


def test_two_people_cannot_decide_the_same_thing(evacplan):
    directive = add(evacplan, AIRPORT_CLOSED).json["directives"][0]["id"]
    evacplan("review", "--refuse", directive, "--by", "B. Example")
    ran = evacplan("review", "--accept", directive, code=4)
    assert "refused already" in ran.err
    assert "B. Example" in ran.err


def test_undo_brings_a_decision_back(evacplan):
    directive = add(evacplan, AIRPORT_CLOSED).json["directives"][0]["id"]
    evacplan("review", "--accept", directive, code=0)
    ran = evacplan("review", "--undo", code=5)
    assert f"{directive} waits for a decision." in ran.out
    assert airport(evacplan, "2025-11-08") == "open"
    assert "no decision to undo" in evacplan("review", "--undo", code=5).err


def test_accepting_all_of_nothing_says_only_that_nothing_waits(evacplan):
    assert evacplan("review", "--accept-all", code=0).out == "0 still wait.\n"


def test_a_wrong_place_can_be_corrected(evacplan):
    directive = add(evacplan, AIRPORT_CLOSED).json["directives"][0]["id"]
    evacplan("review", directive, "--scope", "GAQ", "--accept", directive, code=0)
    assert airport(evacplan, "2025-11-08", "GAQ") == "closed"
    assert airport(evacplan, "2025-11-08", "BKO") == "open"


def test_correcting_what_is_in_force_already_asks_for_a_confirmation(evacplan):
    directive = add(evacplan, AIRPORT_CLOSED, "--yes").json["directives"][0]["id"]
    assert "--accept-openings" in evacplan("review", directive, "--scope", "GAQ", code=4).err
    assert airport(evacplan, "2025-11-08") == "closed"
    evacplan("review", directive, "--scope", "GAQ", "--accept-openings", code=0)
    assert airport(evacplan, "2025-11-08") == "open"


def test_an_unknown_name_is_refused_before_anything_is_decided(evacplan):
    directive = add(evacplan, AIRPORT_CLOSED).json["directives"][0]["id"]
    evacplan("review", "D-999999", "--accept", directive, code=4)
    assert airport(evacplan, "2025-11-08") == "open"


def test_nothing_is_accepted_and_refused_at_once(evacplan):
    directive = add(evacplan, AIRPORT_CLOSED).json["directives"][0]["id"]
    evacplan("review", "--accept", directive, "--refuse", directive, code=4)
    assert evacplan("review", code=5)


def test_a_page_replaces_only_a_page_of_the_same_issuer(evacplan):
    page = ("--kind", "page", "--series", "Safety", "--yes")
    old = add(evacplan, AIRPORT_CLOSED, *page, issuer="GBR").json["advisory"]["id"]
    for more in (("--issuer", "FRA", *page), ("--issuer", "GBR", "--kind", "alert")):
        ran = evacplan("advisory", "add", "-", "--replaces", old, *more, stdin=AIRPORT_CLOSED, code=4)
        assert "--replaces" in ran.err
    assert len(evacplan("advisory", "list", "--json").json["advisories"]) == 1


def test_a_correction_to_an_unknown_place_changes_nothing(evacplan):
    directive = add(evacplan, AIRPORT_CLOSED).json["directives"][0]["id"]
    assert "Did you mean" in evacplan("review", directive, "--scope", "Gaoo", code=4).err
    assert evacplan("review", "--json").json["pending"][0]["scope"][0]["targets"] == ["airport:BKO"]


def test_one_bad_id_spoils_the_whole_decision(evacplan):
    directive = add(evacplan, AIRPORT_CLOSED).json["directives"][0]["id"]
    evacplan("review", "--accept", directive, "--accept", "D-999999", code=4)
    assert airport(evacplan, "2025-11-08") == "open"


def test_a_new_revision_keeps_the_ids_of_the_sentences_that_stood(evacplan):
    page = ("--kind", "page", "--series", "Safety", "--yes")
    first = add(evacplan, ROAD_CUT + AIRPORT_CLOSED, *page, issuer="GBR").json
    second = add(evacplan, "Updated.\n" + AIRPORT_CLOSED, *page, issuer="GBR", issued="2025-11-09").json
    assert second["advisory"]["replaces"] == first["advisory"]["id"]
    assert [d["id"] for d in second["directives"]] == [first["directives"][-1]["id"]]
    assert second["directives"][0]["new"] is False
    assert second["withdrawn"] == [first["directives"][0]["id"]]


def test_silence_is_not_consent(evacplan):
    page = ("--kind", "page", "--series", "Safety", "--yes", "--accept-openings")
    add(evacplan, AIRPORT_OPEN, *page, issuer="GBR")
    add(evacplan, NOTHING, *page, issuer="GBR", issued="2025-11-09")
    assert airport(evacplan, "2025-11-08") == "open"
    assert airport(evacplan, "2025-11-10") == "unconfirmed"


def test_the_same_text_is_stored_once(evacplan):
    first = add(evacplan, AIRPORT_CLOSED).json
    again = add(evacplan, AIRPORT_CLOSED).json
    assert again["known"] is True
    assert again["advisory"]["id"] == first["advisory"]["id"]
    assert len(evacplan("advisory", "list", "--json").json["advisories"]) == 1


def test_a_withdrawn_closing_leaves_the_airport_unconfirmed(evacplan):
    added = add(evacplan, AIRPORT_CLOSED, "--yes", "--kind", "alert").json["advisory"]["id"]
    evacplan("advisory", "withdraw", added, "--reason", "issued in error", "--at", "2025-11-09", code=0)
    assert airport(evacplan, "2025-11-08") == "closed"
    assert airport(evacplan, "2025-11-10") == "unconfirmed"


def test_effects_name_what_changes(evacplan):
    effects = add(evacplan, AIRPORT_CLOSED, "--yes", "--as-of", "2025-11-08").json["effects"]
    assert {"target": "airport:BKO", "before": "open", "after": "closed"}.items() <= next(
        effect for effect in effects if effect["target"] == "airport:BKO"
    ).items()


def test_show_marks_the_taken_words(evacplan):
    added = add(evacplan, NOTHING + AIRPORT_CLOSED).json["advisory"]["id"]
    shown = evacplan("advisory", "show", added, code=0).out
    assert "⟦Bamako airport is closed" in shown
    assert "Visas are issued" in shown


def test_reading_stores_nothing(evacplan):
    path = evacplan.write("warning.txt", AIRPORT_CLOSED)
    ran = evacplan("advisory", "read", path, "--json", code=0)
    assert ran.json["directives"][0]["kind"] == "airport"
    assert not evacplan.store.exists()


def test_front_matter_names_the_issuer_and_options_win(evacplan):
    path = evacplan.write("w.md", f"---\nissuer: USA\nissued: 2025-11-07\nkind: alert\n---\n{AIRPORT_CLOSED}")
    assert evacplan("advisory", "add", path, "--json").json["advisory"]["issuer"] == "USA"
    ran = evacplan("advisory", "add", path, "--issuer", "France", "--json").json
    assert ran["advisory"]["issuer"] == "FRA"
    assert ran["directives"][0]["quote"] == AIRPORT_CLOSED[slice(*ran["directives"][0]["span"])]


def test_jsonl_prints_one_document_a_file_in_order(evacplan):
    one, two = evacplan.write("1.txt", AIRPORT_CLOSED), evacplan.write("2.txt", NOTHING)
    lines = evacplan("advisory", "read", "--jsonl", one, two, code=0).out.splitlines()
    assert len(lines) == 2


def test_a_text_in_another_language_is_said_to_be_unread(evacplan):
    ran = add(evacplan, "Vor Reisen nach Mali wird gewarnt. Verlassen Sie das Land umgehend.\n", issuer="DEU")
    assert ran.json["directives"] == []
    assert len(ran.json["unread"]) == 1


def test_a_day_to_come_and_an_unknown_issuer_are_pointed_out(evacplan):
    ran = add(evacplan, AIRPORT_CLOSED, issuer="Amercia", issued="2062-01-01")
    assert "issued 2062-01-01, which is still to come" in ran.err
    assert "Amercia is not among the post's official issuers" in ran.err
    assert not add(evacplan, AIRPORT_CLOSED).err
    assert not add(evacplan, AIRPORT_CLOSED, issuer="press").err


def test_sentences_in_force_that_nobody_understood_are_said_in_every_answer(evacplan):
    added = add(evacplan, "La route entre Ségou et Zorgho est coupée.\n").json
    assert added["unread"]
    warnings = evacplan("route", "Gao", "--json", "--as-of", "2025-11-08").json["warnings"]
    assert any("were not understood" in warning and added["advisory"]["id"] in warning for warning in warnings)


def test_the_demonstration_prints_no_json(evacplan):
    assert evacplan("demo", "--json", store=False, code=2).out == ""
