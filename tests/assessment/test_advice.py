"""Advice follows the strictest in force; each issuer ends only its own."""

import pytest

from tests.logs import Log
from tests.networks import network_of

PLACES = ("bamako", "gao", "kati", "segou")
MALI = network_of(
    "kati -road:20-> bamako -road:230-> segou -road:960-> gao; segou -river:400-> gao;"
    "bamako -local:15-> airport:BKO; airport:BKO -air:1000-> airport:DSS; kati -road:600-> kidira:SEN"
)
ROAD = "road:bamako-segou"


def link(log, as_of, id_=ROAD):
    state = log.seen(MALI, as_of).links[id_]
    return state.status, state.level


def levels(log, as_of):
    return {id_: state.level for id_, state in log.seen(MALI, as_of).links.items()}


def test_the_strictest_government_holds_and_all_are_listed():
    log = Log().alert("FRA", "2025-11-01", "overland do_not_use all at MLI")
    log.alert("GBR", "2025-11-05", "overland discouraged all at MLI")
    assert link(log, "2025-11-06") == ("blocked", 4)
    assert [cause.issuer for cause in log.seen(MALI, "2025-11-06").links[ROAD].causes] == ["FRA", "GBR"]


def test_overland_advice_leaves_flights_alone_and_local_ways_at_level_two():
    log = Log().alert("FRA", "2025-11-01", "overland do_not_use all at MLI")
    assert levels(log, "2025-11-02") == {
        "air:BKO-DSS": 1,
        "local:bamako-BKO": 2,
        "river:segou-gao": 4,
        "road:bamako-segou": 4,
        "road:kati-bamako": 4,
        "road:kati-kidira": 4,
        "road:segou-gao": 4,
    }


def test_advice_against_crossing_borders_blocks_only_crossings():
    log = Log().alert("USA", "2025-11-01", "overland do_not_use cross_border at MLI")
    assert {id_ for id_, level in levels(log, "2025-11-02").items() if level == 4} == {"road:kati-kidira"}


def test_only_the_issuer_itself_ends_its_advice():
    log = Log().alert("FRA", "2025-11-01", "overland do_not_use all at MLI", f"road avoid at {ROAD}")
    log.alert("GBR", "2025-11-03", "overland ended all at MLI", f"road open at {ROAD}")
    assert link(log, "2025-11-04") == ("blocked", 4)
    log.alert("FRA", "2025-11-05", "overland ended all at MLI", f"road open at {ROAD}")
    assert link(log, "2025-11-06") == ("open", 1)


def test_advice_ended_for_one_town_still_holds_on_the_roads_that_leave_it():
    log = Log().alert("FRA", "2025-11-01", "overland do_not_use all at MLI")
    log.alert("FRA", "2025-11-03", "overland ended all at kati,bamako")
    assert link(log, "2025-11-04", "road:kati-bamako") == ("open", 1)
    assert link(log, "2025-11-04") == ("blocked", 4)


def test_an_ending_across_borders_leaves_the_advice_against_all_roads():
    log = Log().alert("FRA", "2025-11-01", "overland do_not_use all at MLI")
    log.alert("FRA", "2025-11-03", "overland ended cross_border at MLI")
    assert link(log, "2025-11-04", "road:kati-kidira") == ("blocked", 4)


def test_advice_of_equal_date_stays_and_older_endings_end_nothing():
    log = Log().alert("FRA", "2025-11-03", "travel avoid_all at segou")
    log.alert("FRA", "2025-11-03", "travel normal at segou").alert("FRA", "2025-11-01", "travel normal at segou")
    assert link(log, "2025-11-04") == ("avoid", 3)


def test_a_travel_level_binds_the_roads_of_its_area_and_no_flight():
    log = Log().alert("GBR", "2025-11-01", "travel avoid_nonessential at MLI", "travel avoid_all at gao")
    assert levels(log, "2025-11-02") == {
        "air:BKO-DSS": 1,
        "local:bamako-BKO": 1,
        "river:segou-gao": 3,
        "road:bamako-segou": 2,
        "road:kati-bamako": 2,
        "road:kati-kidira": 2,
        "road:segou-gao": 3,
    }


def test_a_road_that_leaves_an_exempt_town_is_in_the_area_to_avoid():
    log = Log(places=PLACES).alert("GBR", "2025-11-01", "travel avoid_all at all but bamako,kati")
    assert link(log, "2025-11-02", "road:kati-bamako") == ("open", 1)
    assert link(log, "2025-11-02") == ("avoid", 3)


def test_an_exception_takes_out_what_lies_wholly_in_it():
    log = Log().alert("GBR", "2025-11-01", "travel avoid_all at MLI except bamako,kati")
    assert link(log, "2025-11-02", "road:kati-bamako") == ("open", 1)
    assert link(log, "2025-11-02") == ("avoid", 3)


def test_an_exception_can_be_a_border_a_crossing_or_a_road():
    log = Log().alert("GBR", "2025-11-01", "overland do_not_use cross_border at MLI except border:SEN")
    assert link(log, "2025-11-02", "road:kati-kidira") == ("open", 1)
    log = Log().alert("GBR", "2025-11-01", f"road avoid at MLI except {ROAD}")
    assert link(log, "2025-11-02") == ("open", 1)
    assert link(log, "2025-11-02", "road:kati-bamako") == ("avoid", 3)
    log = Log().alert("GBR", "2025-11-01", "road avoid at MLI except bamako,kati")
    assert link(log, "2025-11-02", "road:kati-bamako") == ("open", 1)
    assert link(log, "2025-11-02") == ("avoid", 3)


def test_a_new_revision_replaces_the_whole_page_of_that_issuer():
    log = Log().page("GBR", "2025-11-01", "travel avoid_all at MLI", series="Warnings")
    log.page("GBR", "2025-11-05", "travel avoid_all at gao", series="  warnings ")
    assert link(log, "2025-11-04") == ("avoid", 3)
    assert link(log, "2025-11-05") == ("open", 1)
    assert link(log, "2025-11-05", "road:segou-gao") == ("avoid", 3)


def test_pages_of_other_series_and_issuers_are_left_alone():
    log = Log().page("GBR", "2025-11-01", "travel avoid_all at MLI", series="Warnings")
    log.page("GBR", "2025-11-05", series="Safety").page("FRA", "2025-11-06", series="Warnings")
    assert link(log, "2025-11-07") == ("avoid", 3)


def test_a_renamed_page_goes_on_as_the_same_page():
    log = Log().page("GBR", "2025-11-01", "travel avoid_all at MLI", series="Warnings")
    log.page("GBR", "2025-11-05", series="Risks", replaces="A-000001")
    assert link(log, "2025-11-06") == ("open", 1)


def test_nobody_replaces_the_page_of_another_government():
    log = Log().page("GBR", "2025-11-01", "travel avoid_all at MLI", series="Warnings")
    log.page("FRA", "2025-11-05", series="Risks", replaces="A-000001")
    assert link(log, "2025-11-06") == ("avoid", 3)


def test_of_two_revisions_of_one_time_the_one_recorded_later_speaks():
    log = (
        Log().page("GBR", "2025-11-01", "travel avoid_all at MLI").page("GBR", "2025-11-01", "travel avoid_all at gao")
    )
    assert link(log, "2025-11-02") == ("open", 1)


def test_an_alert_stands_beside_the_page_and_later_alerts():
    log = Log().alert("USA", "2025-10-01", "road avoid at bamako").page("USA", "2025-11-01").alert("USA", "2025-11-02")
    assert link(log, "2025-12-01") == ("avoid", 3)


def test_an_edited_old_revision_changes_nothing_now():
    log = (
        Log().page("GBR", "2025-11-05", "travel avoid_all at gao").page("GBR", "2025-11-01", "travel avoid_all at MLI")
    )
    assert link(log, "2025-11-06") == ("open", 1)
    assert link(log, "2025-11-02") == ("avoid", 3)


def test_a_softer_word_of_the_same_page_is_its_newest_word():
    log = Log().page("FRA", "2025-11-01", "overland do_not_use all at MLI")
    log.page("FRA", "2025-11-05", "overland discouraged all at MLI")
    assert link(log, "2025-11-06") == ("avoid", 3)
    assert [cause.origin for cause in log.seen(MALI, "2025-11-06").links[ROAD].causes] == ["directive"]


def test_advice_that_shrinks_to_the_borders_leaves_the_other_roads_unconfirmed():
    log = Log().page("FRA", "2025-11-01", "overland do_not_use all at MLI")
    log.page("FRA", "2025-11-05", "overland do_not_use cross_border at MLI")
    assert link(log, "2025-11-06", "road:kati-kidira") == ("blocked", 4)
    assert link(log, "2025-11-06") == ("unconfirmed", 3)


def test_a_new_wording_that_nobody_has_read_does_not_drop_the_old_warning():
    log = Log().page("FRA", "2025-11-01", "travel avoid_all at MLI", "airport closed at airport:BKO")
    log.page("FRA", "2025-11-05", "pending travel avoid_all at gao", "pending airport open at airport:BKO")
    assert link(log, "2025-11-06") == ("avoid", 3)
    assert log.seen(MALI, "2025-11-06").airports["airport:BKO"].status == "closed"
    log.review("D-000003").review("D-000004", "refused")
    assert link(log, "2025-11-06") == ("open", 1)
    assert log.seen(MALI, "2025-11-06").airports["airport:BKO"].status == "unconfirmed"


def test_a_new_wording_that_nobody_has_read_does_not_drop_what_was_announced():
    log = Log().page("FRA", "2025-11-01", "airport closed at airport:BKO from 2025-11-10")
    log.page("FRA", "2025-11-05", "pending airport closed at airport:BKO from 2025-11-09")
    assert log.seen(MALI, "2025-11-08").airports["airport:BKO"].status == "open"
    assert log.seen(MALI, "2025-11-11").airports["airport:BKO"].status == "closed"


def test_a_new_wording_that_nobody_has_read_does_not_keep_an_opening():
    log = Log().page("FRA", "2025-11-01", "airport open at airport:BKO")
    log.page("FRA", "2025-11-05", "pending airport closed at airport:BKO")
    assert log.seen(MALI, "2025-11-06").airports["airport:BKO"].status == "unconfirmed"


@pytest.mark.parametrize("modality", ["possible", "past", "denied"])
def test_what_may_happen_has_happened_or_is_denied_changes_no_status(modality):
    log = Log().alert("FRA", "2025-11-01", f"{modality} road cut at {ROAD}", f"{modality} incident attack at segou")
    assert link(log, "2025-11-02") == ("open", 1)


def test_silence_about_overland_travel_leaves_the_way_to_the_airport_alone():
    log = Log().page("FRA", "2025-11-01", "overland do_not_use all at MLI").page("FRA", "2025-11-05")
    assert link(log, "2025-11-02", "local:bamako-BKO") == ("open", 2)
    assert link(log, "2025-11-06", "local:bamako-BKO") == ("open", 1)


def test_silence_about_overland_ends_with_a_later_word_that_the_road_is_open():
    log = Log().page("FRA", "2025-11-01", "overland do_not_use all at MLI").page("FRA", "2025-11-05")
    log.alert("GBR", "2025-11-07", f"road open at {ROAD}")
    assert link(log, "2025-11-08") == ("open", 1)
    assert link(log, "2025-11-08", "road:kati-bamako") == ("unconfirmed", 3)


def test_avoid_outweighs_unconfirmed_at_the_same_level():
    log = Log().page("FRA", "2025-11-01", "overland do_not_use all at MLI").page("FRA", "2025-11-05")
    log.alert("GBR", "2025-11-02", "travel avoid_all at MLI")
    assert link(log, "2025-11-06") == ("avoid", 3)


def test_an_incident_raises_by_one_for_its_days_and_never_above_three():
    log = Log().alert("FRA", "2025-11-01", "incident attack at segou", "incident ambush at segou")
    assert link(log, "2025-11-30") == ("open", 2)
    assert link(log, "2025-12-01") == ("open", 1)
    log.alert("FRA", "2025-11-01", "travel avoid_nonessential at MLI")
    assert link(log, "2025-11-02") == ("avoid", 3)
    log.alert("FRA", "2025-11-01", "road avoid at segou")
    assert link(log, "2025-11-02") == ("avoid", 3)
    log.alert("FRA", "2025-11-01", f"road cut at {ROAD}")
    assert link(log, "2025-11-02") == ("blocked", 4)


def test_an_incident_counts_from_its_own_date():
    log = Log().alert("FRA", "2025-11-20", "incident attack at segou from 2025-11-01 until 2025-11-02")
    assert link(log, "2025-12-02") == ("open", 2)
    assert link(log, "2025-12-03") == ("open", 1)


def test_an_incident_that_a_page_repeats_counts_from_its_first_mention():
    log = (
        Log()
        .page("FRA", "2025-11-01", "incident attack at segou")
        .page("FRA", "2025-11-25", "incident attack at segou")
    )
    assert link(log, "2025-11-26") == ("open", 2)
    assert link(log, "2025-12-02") == ("open", 1)


def test_an_incident_on_a_road_raises_that_road():
    log = Log().press("2025-11-01", f"incident mines at {ROAD}")
    assert link(log, "2025-11-02") == ("open", 2)
    assert link(log, "2025-11-02", "road:kati-bamako") == ("open", 1)


def test_a_fuel_shortage_is_a_caution_on_the_roads_of_its_area():
    log = Log().alert("FRA", "2025-11-01", "fuel shortage at MLI")
    seen = log.seen(MALI, "2025-11-02")
    assert (seen.links[ROAD].level, seen.road_fuel, seen.fuel_causes[0].issuer) == (2, "shortage", "FRA")
    log.alert("GBR", "2025-11-05", "fuel ended at MLI")
    assert log.seen(MALI, "2025-11-06").road_fuel == "normal"
