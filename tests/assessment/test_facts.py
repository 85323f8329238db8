"""Facts follow the newest official word; silence is not consent."""

from dataclasses import replace

import pytest

from evacplan.model.situation import note
from tests.logs import Log
from tests.networks import network_of

MALI = network_of(
    "kati -road:20-> bamako -road:230-> segou -road:960-> gao; gao -river:90-> bourem;"
    "bamako -local:15-> airport:BKO; gao -local:6-> airport:GAQ; airport:BKO -air:900:sky-> airport:GAQ;"
    "airport:BKO -air:1000:air-senegal-> airport:DSS; airport:BKO -air:2800:air-algerie-> airport:ALG;"
    "kati -road:600-> kidira:SEN; segou -road:400-> pogo:CIV"
)
ROAD = "road:bamako-segou"


def airport(log, as_of, id_="airport:BKO"):
    state = log.seen(MALI, as_of).airports[id_]
    return state.status, state.level


def link(log, as_of, id_=ROAD):
    state = log.seen(MALI, as_of).links[id_]
    return state.status, state.level


def test_the_newest_official_word_about_an_airport_wins_whoever_says_it():
    log = Log().alert("FRA", "2025-11-01", "airport closed at airport:BKO")
    log.alert("GBR", "2025-11-03", "airport open at airport:BKO")
    assert airport(log, "2025-11-02") == ("closed", 4)
    assert airport(log, "2025-11-03") == ("open", 1)


def test_an_older_opening_does_not_end_a_newer_closing():
    log = Log().alert("GBR", "2025-11-01", "airport open at airport:BKO")
    log.alert("FRA", "2025-11-03", "airport closed at airport:BKO")
    assert airport(log, "2025-11-04") == ("closed", 4)


def test_of_equally_dated_statements_the_stricter_wins():
    log = Log().alert("FRA", "2025-11-01", "airport closed at airport:BKO")
    log.alert("GBR", "2025-11-01", "airport open at airport:BKO")
    assert airport(log, "2025-11-04") == ("closed", 4)


def test_a_weaker_warning_never_ends_a_stricter_one():
    log = Log().alert("FRA", "2025-11-01", "airport closed at airport:BKO")
    log.alert("GBR", "2025-11-03", "airport disrupted at airport:BKO")
    assert airport(log, "2025-11-04") == ("closed", 4)


def test_an_airport_of_which_is_said_both_open_and_disrupted_is_disrupted():
    log = Log().alert("FRA", "2025-11-01", "airport closed at airport:BKO")
    log.alert("FRA", "2025-11-02", "airport open at airport:BKO", "airport disrupted at airport:BKO")
    assert airport(log, "2025-11-04") == ("disrupted", 2)


def test_a_closing_counts_from_the_newest_revision_that_still_says_it():
    log = Log().page("FRA", "2025-11-01", "airport closed at airport:BKO")
    log.alert("GBR", "2025-11-03", "airport open at airport:BKO")
    log.page("FRA", "2025-11-05", "airport closed at airport:BKO")
    assert airport(log, "2025-11-04") == ("open", 1)
    assert airport(log, "2025-11-05") == ("closed", 4)


def test_an_opening_counts_from_the_revision_where_it_first_stood():
    log = Log().page("FRA", "2025-11-01", "airport open at airport:BKO")
    log.alert("GBR", "2025-11-03", "airport closed at airport:BKO")
    log.page("FRA", "2025-11-05", "airport open at airport:BKO")
    assert airport(log, "2025-11-06") == ("closed", 4)
    log.page("FRA", "2025-11-07", "airport open at airport:BKO says the airport")
    assert airport(log, "2025-11-08") == ("open", 1)


def test_something_lifted_is_an_opening_in_whatever_words():
    log = Log().alert("FRA", "2025-11-01", "airport closed at airport:BKO")
    log.alert("FRA", "2025-11-02", "ended airport closed at airport:BKO")
    assert airport(log, "2025-11-03") == ("open", 1)


@pytest.mark.parametrize("value", ["open", "closed", "disrupted"])
def test_an_airport_of_which_a_page_no_longer_speaks_is_unconfirmed(value):
    log = Log().page("FRA", "2025-11-01", f"airport {value} at airport:BKO").page("FRA", "2025-11-05")
    assert airport(log, "2025-11-04") != ("unconfirmed", 3)
    assert airport(log, "2025-11-05") == ("unconfirmed", 3)
    (cause,) = log.seen(MALI, "2025-11-06").airports["airport:BKO"].causes
    assert (cause.origin, cause.advisory, cause.directive) == ("silence", "A-000002", "D-000001")
    assert cause.quote == f"airport {value} at airport:BKO"


@pytest.mark.parametrize("value", ["cut", "avoid", "open"])
def test_a_road_of_which_a_page_no_longer_speaks_is_unconfirmed(value):
    log = Log().page("FRA", "2025-11-01", f"road {value} at {ROAD}").page("FRA", "2025-11-05")
    assert link(log, "2025-11-05") == ("unconfirmed", 3)


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("overland do_not_use all at MLI", ROAD),
        ("overland discouraged all at MLI", ROAD),
        ("overland do_not_use cross_border at MLI", "road:kati-kidira"),
        ("blockade in_force at segou", ROAD),
        ("flights suspended at airport:BKO", "air:BKO-DSS-air-senegal"),
        ("airspace closed at MLI", "air:BKO-DSS-air-senegal"),
        ("border closed at border:SEN", "road:kati-kidira"),
    ],
)
def test_what_a_page_no_longer_warns_of_is_unconfirmed_and_never_open(sentence, target):
    log = Log().page("FRA", "2025-11-01", sentence).page("FRA", "2025-11-05")
    assert link(log, "2025-11-05", target) == ("unconfirmed", 3)


def test_a_border_and_an_airspace_fall_silent_too():
    log = Log().page("FRA", "2025-11-01", "border closed at border:SEN", "airspace closed at MLI")
    log.page("FRA", "2025-11-05")
    seen = log.seen(MALI, "2025-11-05")
    assert (seen.borders["border:SEN"].status, seen.airspace.status) == ("unconfirmed", "unconfirmed")
    assert seen.borders["border:CIV"].status == "open"


@pytest.mark.parametrize(
    "sentence",
    ["travel avoid_all at segou", "fuel shortage at segou", "overland ended all at segou", "blockade ended at segou"],
)
def test_travel_levels_fuel_and_endings_that_are_dropped_are_simply_withdrawn(sentence):
    log = Log().page("FRA", "2025-11-01", sentence).page("FRA", "2025-11-05")
    assert link(log, "2025-11-05") == ("open", 1)


def test_silence_stays_through_later_silent_revisions_and_names_the_first_of_them():
    log = Log().page("FRA", "2025-11-01", f"road cut at {ROAD}").page("FRA", "2025-11-05").page("FRA", "2025-11-06")
    assert link(log, "2025-11-09") == ("unconfirmed", 3)
    assert log.seen(MALI, "2025-11-09").links[ROAD].causes[0].advisory == "A-000002"


def test_a_page_ends_its_own_silence_when_it_speaks_again():
    log = Log().page("FRA", "2025-11-01", "airport open at airport:BKO").page("FRA", "2025-11-05")
    log.page("FRA", "2025-11-07", "airport disrupted at airport:BKO")
    assert airport(log, "2025-11-07") == ("disrupted", 2)


def test_a_weaker_word_after_a_closing_of_the_same_page_is_not_yet_an_opening():
    log = Log().page("FRA", "2025-11-01", "airport closed at airport:BKO")
    log.page("FRA", "2025-11-05", "airport disrupted at airport:BKO")
    assert airport(log, "2025-11-05") == ("unconfirmed", 3)
    log.page("FRA", "2025-11-07", "airport disrupted at airport:BKO", "airport open at airport:BKO")
    assert airport(log, "2025-11-07") == ("disrupted", 2)


def test_a_newer_opening_by_someone_else_still_stands_when_a_closing_falls_silent():
    log = Log().page("FRA", "2025-11-01", "airport closed at airport:BKO")
    log.alert("GBR", "2025-11-03", "airport open at airport:BKO")
    log.page("FRA", "2025-11-05")
    assert airport(log, "2025-11-06") == ("open", 1)


def test_an_older_opening_by_someone_else_does_not_come_back_to_life():
    log = Log().alert("GBR", "2025-10-01", "airport open at airport:BKO")
    log.page("FRA", "2025-11-01", "airport closed at airport:BKO").page("FRA", "2025-11-05")
    assert airport(log, "2025-11-06") == ("unconfirmed", 3)


def test_an_older_closing_by_someone_else_does():
    log = Log().alert("GBR", "2025-10-01", "airport closed at airport:BKO")
    log.page("FRA", "2025-11-01", "airport open at airport:BKO").page("FRA", "2025-11-05")
    assert airport(log, "2025-11-02") == ("open", 1)
    assert airport(log, "2025-11-06") == ("closed", 4)


def test_a_later_official_opening_ends_a_silence():
    log = Log().page("FRA", "2025-11-01", "airport closed at airport:BKO").page("FRA", "2025-11-05")
    log.alert("GBR", "2025-11-07", "airport open at airport:BKO")
    assert airport(log, "2025-11-08") == ("open", 1)


def test_what_ended_by_its_own_date_leaves_no_silence_behind():
    log = Log().page("FRA", "2025-11-01", "airport closed at airport:BKO until 2025-11-03").page("FRA", "2025-11-05")
    assert airport(log, "2025-11-03") == ("closed", 4)
    assert airport(log, "2025-11-04") == ("open", 1)
    assert airport(log, "2025-11-06") == ("open", 1)


def test_a_silence_ends_with_the_date_of_what_it_no_longer_says():
    log = Log().page("FRA", "2025-11-01", "airport closed at airport:BKO until 2025-11-09").page("FRA", "2025-11-05")
    assert airport(log, "2025-11-06") == ("unconfirmed", 3)
    assert airport(log, "2025-11-10") == ("open", 1)


def test_an_alert_that_is_taken_back_leaves_its_facts_unconfirmed_and_its_advice_gone():
    log = Log().alert("FRA", "2025-11-01", "airport closed at airport:BKO", f"road avoid at {ROAD}")
    log.withdraw("A-000001", "2025-11-05")
    assert airport(log, "2025-11-04") == ("closed", 4)
    assert link(log, "2025-11-04") == ("avoid", 3)
    assert airport(log, "2025-11-05") == ("unconfirmed", 3)
    assert link(log, "2025-11-05") == ("open", 1)


def test_when_a_revision_is_taken_back_the_one_before_speaks_again():
    log = Log().page("FRA", "2025-11-01", "travel avoid_all at segou").page("FRA", "2025-11-05")
    log.withdraw("A-000002", "2025-11-06")
    assert link(log, "2025-11-05") == ("open", 1)
    assert link(log, "2025-11-06") == ("avoid", 3)


def test_a_revision_that_is_taken_back_leaves_what_it_closed_unconfirmed():
    log = Log().page("FRA", "2025-11-01", "airport open at airport:BKO", f"road cut at {ROAD}")
    log.page("FRA", "2025-11-05", "airport closed at airport:BKO", f"road cut at {ROAD}")
    log.withdraw("A-000002", "2025-11-06")
    assert airport(log, "2025-11-06") == ("unconfirmed", 3)
    assert link(log, "2025-11-06") == ("blocked", 4)


def test_a_press_report_closes_beside_the_official_line_until_an_official_opening_or_its_age():
    log = Log().alert("GBR", "2025-11-01", "airport open at airport:BKO")
    log.press("2025-11-03", "airport closed at airport:BKO")
    assert airport(log, "2025-11-03") == ("closed", 4)
    assert airport(log, "2025-12-03") == ("open", 1)
    log.alert("FRA", "2025-11-05", "airport open at airport:BKO")
    assert airport(log, "2025-11-05") == ("open", 1)


def test_an_older_press_report_does_not_close_what_is_officially_open():
    log = Log().press("2025-11-01", "airport closed at airport:BKO")
    log.alert("GBR", "2025-11-03", "airport open at airport:BKO")
    assert airport(log, "2025-11-04") == ("open", 1)


def test_press_and_unofficial_issuers_never_open_anything_and_it_is_said():
    log = Log().alert("GBR", "2025-11-01", f"road cut at {ROAD}")
    log.press("2025-11-03", f"road open at {ROAD}", issuer="FRA").alert("RFI", "2025-11-03", f"road open at {ROAD}")
    log.alert("a friend", "2025-11-03", f"road open at {ROAD}").page("RFI", "2025-11-04", f"road open at {ROAD}")
    log.page("RFI", "2025-11-05")
    assert link(log, "2025-11-06") == ("blocked", 4)
    opening = note("without_effect", ids="D-000002, D-000003, D-000004")
    assert log.seen(MALI, "2025-11-06").warnings == (opening,)


def test_an_official_road_opening_ends_a_cut_and_a_blockade_but_no_advice():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}", "blockade in_force at segou")
    log.alert("FRA", "2025-11-01", "travel avoid_all at bamako")
    log.alert("GBR", "2025-11-03", f"road open at {ROAD}")
    assert link(log, "2025-11-02") == ("blocked", 4)
    assert link(log, "2025-11-03") == ("avoid", 3)
    assert {cause.kind for cause in log.seen(MALI, "2025-11-03").links[ROAD].causes} == {"travel", "road"}
    assert link(log, "2025-11-03", "road:segou-gao") == ("avoid", 3), "the blockade holds on the other road"


def test_the_end_of_a_blockade_opens_the_roads_into_the_town():
    log = Log().alert("FRA", "2025-11-01", "blockade in_force at segou,bamako")
    log.alert("GBR", "2025-11-03", "blockade ended at segou")
    assert link(log, "2025-11-04", "road:segou-gao") == ("open", 1)
    assert link(log, "2025-11-04") == ("avoid", 3), "one end is still in the blockade"


def test_the_opening_of_a_whole_area_leaves_the_roads_out_of_it_cut():
    log = Log().alert("FRA", "2025-11-01", "road cut at MLI").alert("FRA", "2025-11-02", "road open at MLI")
    assert link(log, "2025-11-03") == ("open", 1)
    assert link(log, "2025-11-03", "road:kati-kidira") == ("blocked", 4)


def test_the_opening_of_the_roads_of_one_town_opens_all_that_end_there():
    log = Log().alert("FRA", "2025-11-01", "road cut at MLI")
    log.alert("FRA", "2025-11-02", "road open at bamako")
    assert link(log, "2025-11-03") == ("open", 1)
    assert link(log, "2025-11-03", "road:segou-gao") == ("blocked", 4)


def test_a_closed_border_blocks_its_crossings_and_one_crossing_can_reopen():
    log = Log().alert("FRA", "2025-11-01", "border closed at MLI")
    log.alert("FRA", "2025-11-03", "border open at road:kati-kidira")
    seen = log.seen(MALI, "2025-11-04")
    assert seen.borders["border:SEN"].status == "closed"
    assert link(log, "2025-11-02", "road:kati-kidira") == ("blocked", 4)
    assert link(log, "2025-11-04", "road:kati-kidira") == ("open", 1)
    assert link(log, "2025-11-04", "road:segou-pogo") == ("blocked", 4)


def test_a_crossing_named_by_its_town_closes_only_that_crossing():
    log = Log().alert("FRA", "2025-11-01", "border closed at kidira")
    assert log.seen(MALI, "2025-11-02").borders["border:SEN"].status == "open"
    assert link(log, "2025-11-02", "road:kati-kidira") == ("blocked", 4)


def test_an_open_border_opens_its_crossings_and_a_restricted_one_warns():
    log = Log().alert("FRA", "2025-11-01", "border closed at kidira", "border restricted at border:CIV")
    log.alert("FRA", "2025-11-03", "border open at border:SEN")
    assert link(log, "2025-11-04", "road:kati-kidira") == ("open", 1)
    assert link(log, "2025-11-04", "road:segou-pogo") == ("avoid", 3)
    assert log.seen(MALI, "2025-11-04").borders["border:CIV"].status == "restricted"


def test_closed_airspace_to_one_country_stops_only_the_flights_there():
    log = Log().alert("FRA", "2025-11-01", "airspace closed at border:DZA")
    log.alert("FRA", "2025-11-01", "airspace restricted at gao")
    bordered = network_of(
        "bamako -local:15-> airport:BKO -air-> airport:ALG; airport:BKO -air-> airport:DSS; gao -road:9:DZA-> far"
    )
    seen = log.seen(bordered, "2025-11-02")
    assert seen.links["air:BKO-ALG"].status == "blocked"
    assert seen.links["air:BKO-DSS"].status == "open"
    assert seen.airspace.status == "open"


def test_restricted_airspace_is_said_and_warns():
    seen = Log().alert("FRA", "2025-11-01", "airspace restricted at MLI").seen(MALI, "2025-11-02")
    assert seen.airspace.status == "restricted"
    assert seen.links["air:BKO-GAQ-sky"].level == 2


def test_suspended_flights_of_one_carrier_leave_the_others_flying():
    log = Log().alert("FRA", "2025-11-01", "flights suspended at MLI says Sky Airlines")
    seen = log.seen(MALI, "2025-11-02")
    assert {id_ for id_, state in seen.links.items() if state.status == "blocked"} == {"air:BKO-GAQ-sky"}
    every = Log().alert("FRA", "2025-11-01", "flights suspended at MLI says the minister").seen(MALI, "2025-11-02")
    assert every.links["air:BKO-DSS-air-senegal"].status == "blocked"


def test_flights_of_one_town_and_to_one_country():
    log = Log().alert("FRA", "2025-11-01", "flights suspended at bamako,border:SEN")
    seen = log.seen(MALI, "2025-11-02")
    assert {id_ for id_, state in seen.links.items() if state.status == "blocked"} == {"air:BKO-DSS-air-senegal"}
    log.alert("FRA", "2025-11-03", "flights resumed at MLI")
    assert log.seen(MALI, "2025-11-03").links["air:BKO-DSS-air-senegal"].status == "open"


def test_a_closed_airport_blocks_its_flights_and_the_way_to_it_with_the_same_cause():
    seen = Log().alert("FRA", "2025-11-01", "airport closed at bamako").seen(MALI, "2025-11-02")
    blocked = {id_ for id_, state in seen.links.items() if state.status == "blocked"}
    assert blocked == {"air:BKO-ALG-air-algerie", "air:BKO-DSS-air-senegal", "air:BKO-GAQ-sky", "local:bamako-BKO"}
    assert seen.links["local:bamako-BKO"].causes == seen.airports["airport:BKO"].causes


def test_a_disrupted_airport_is_a_caution_for_its_flights():
    seen = Log().alert("FRA", "2025-11-01", "airport disrupted at airport:GAQ").seen(MALI, "2025-11-02")
    assert (seen.links["air:BKO-GAQ-sky"].status, seen.links["air:BKO-GAQ-sky"].level) == ("open", 2)
    assert seen.links["air:BKO-DSS-air-senegal"].level == 1


def test_airports_of_the_whole_country_are_those_of_the_country_alone():
    seen = Log().alert("FRA", "2025-11-01", "airport closed at MLI").seen(MALI, "2025-11-02")
    assert {id_ for id_, state in seen.airports.items() if state.status == "closed"} == {"airport:BKO", "airport:GAQ"}


def test_a_shortage_of_jet_fuel_leaves_airports_open_at_level_two():
    seen = Log().alert("FRA", "2025-11-01", "jet_fuel shortage at MLI").seen(MALI, "2025-11-02")
    assert (seen.airports["airport:BKO"].status, seen.airports["airport:BKO"].level) == ("open", 2)
    assert (seen.road_fuel, seen.jet_fuel) == ("normal", "shortage")


VIA = replace(
    MALI, services={**MALI.services, "air:GAQ-DSS": replace(MALI.services["air:BKO-DSS-air-senegal"], id="air:GAQ-DSS",
                                                            start="airport:GAQ", via=("airport:BKO",))}
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "status", "level"),
    [("airport closed", "blocked", 4), ("airport disrupted", "open", 2), ("airport open", "open", 1)],
)
def test_a_flight_shares_the_fate_of_the_airports_it_calls_at(said, status, level):
    seen = Log().alert("FRA", "2025-11-01", f"{said} at airport:BKO").seen(VIA, "2025-11-02")
    flight = seen.links["air:GAQ-DSS"]
    assert (flight.status, flight.level) == (status, level)
    if level > 1:
        assert flight.causes == seen.airports["airport:BKO"].causes


def test_an_airport_called_at_of_which_nothing_more_is_said_leaves_the_flight_unconfirmed():
    log = Log().page("FRA", "2025-11-01", "airport closed at airport:BKO").page("FRA", "2025-11-03")
    flight = log.seen(VIA, "2025-11-04").links["air:GAQ-DSS"]
    assert (flight.status, flight.level) == ("unconfirmed", 3)
    log.alert("GBR", "2025-11-05", "airport open at airport:BKO")
    assert log.seen(VIA, "2025-11-06").links["air:GAQ-DSS"].level == 1


def test_an_airport_that_a_flight_does_not_need_does_not_touch_it():
    log = Log().alert("FRA", "2025-11-01", "airport closed at airport:ALG")
    assert log.seen(VIA, "2025-11-02").links["air:GAQ-DSS"].level == 1
