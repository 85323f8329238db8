"""Two times: what the world was like (issued), and what we knew (recorded)."""

from dataclasses import replace
from datetime import date

from evacplan.model.situation import note
from tests.logs import Log, day, now_utc, usual_policy
from tests.networks import network_of

MALI = network_of("bamako -road:230-> segou -road:960-> gao; bamako -local:15-> airport:BKO")
ROAD = "road:bamako-segou"


def level(log, as_of, **more):
    return log.seen(MALI, as_of, **more).links[ROAD].level


def test_an_advisory_is_not_heard_before_it_is_issued():
    log = Log().alert("FRA", "2025-11-01T12:00:00Z", f"road cut at {ROAD}")
    assert level(log, "2025-11-01T11:59:59Z") == 1
    assert level(log, "2025-11-01T12:00:00Z") == 4


def test_known_at_asks_what_we_knew_and_as_of_what_was():
    log = Log(start="2025-11-10").alert("FRA", "2025-11-01", f"road cut at {ROAD}")
    assert level(log, "2025-11-05") == 4, "it was cut, as we know now"
    assert level(log, "2025-11-05", known_at=day("2025-11-05")) == 1, "we did not know"
    assert log.seen(MALI, "2025-11-05", known_at=day("2025-11-05")).known_at == day("2025-11-05")


def test_what_was_decided_later_was_not_known():
    log = Log(start="2025-11-10").alert("FRA", "2025-11-01", f"pending road cut at {ROAD}")
    log.clock = day("2025-11-12")
    log.review("D-000001")
    assert level(log, "2025-11-05") == 4
    assert level(log, "2025-11-05", known_at=day("2025-11-11")) == 1


def test_a_date_ends_with_its_day_and_a_time_at_that_time():
    log = Log().alert("FRA", "2026-04-25", "road cut at bamako until 2026-04-28")
    assert level(log, "2026-04-28T23:59:00Z") == 4
    assert level(log, "2026-04-29") == 1
    log = Log().alert("FRA", "2026-04-25", "road cut at bamako until 2026-04-28T06:00:00Z")
    assert level(log, "2026-04-28T05:59:00Z") == 4
    assert level(log, "2026-04-28T06:00:00Z") == 1


def test_what_begins_later_does_not_hold_yet_and_is_watched():
    log = Log().alert("FRA", "2026-04-20", "road cut at bamako from 2026-04-25")
    seen = log.seen(MALI, "2026-04-24")
    assert seen.links[ROAD].level == 1
    assert [item.cause.directive for item in seen.watch] == ["D-000001"]
    assert level(log, "2026-04-25") == 4
    assert log.seen(MALI, "2026-04-25").watch == ()


def test_what_never_began_leaves_no_silence():
    log = Log().page("FRA", "2026-04-20", "road cut at bamako from 2026-04-25").page("FRA", "2026-04-22")
    assert level(log, "2026-04-26") == 1


def test_a_curfew_is_listed_until_it_ends_and_active_in_its_hours():
    log = Log().alert("FRA", "2026-04-25", "curfew in_force 21:00-06:00 at bamako until 2026-04-28")
    (curfew,) = log.seen(MALI, "2026-04-26T22:30:00Z").curfews
    assert (curfew.area, curfew.hours, curfew.until, curfew.active) == (
        ("bamako",), ("21:00", "06:00"), date(2026, 4, 28), True,
    )  # fmt: skip
    assert log.seen(MALI, now_utc("2026-04-26T06:00")).curfews[0].active is False
    assert log.seen(MALI, now_utc("2026-04-28T23:00")).curfews[0].active is True
    assert log.seen(MALI, "2026-04-29").curfews == ()


def test_curfew_hours_may_lie_within_one_day_and_none_means_always():
    log = Log().alert("FRA", "2026-04-25", "curfew in_force 08:00-10:00 at bamako", "curfew in_force at gao")
    by_area = {curfew.area: curfew.active for curfew in log.seen(MALI, now_utc("2026-04-26T09:00")).curfews}
    assert by_area == {("bamako",): True, ("gao",): True}
    assert [curfew.active for curfew in log.seen(MALI, now_utc("2026-04-26T10:00")).curfews] == [False, True]


def test_curfew_hours_are_local_time():
    log = Log().alert("FRA", "2026-04-25", "curfew in_force 21:00-06:00 at bamako")
    east = usual_policy(utc_offset_min=120)
    assert log.seen(MALI, now_utc("2026-04-26T19:30"), policy=east).curfews[0].active
    assert not log.seen(MALI, now_utc("2026-04-26T19:30")).curfews[0].active


def test_one_curfew_said_by_two_governments_is_one_curfew():
    log = Log().alert("FRA", "2026-04-25", "curfew in_force 21:00-06:00 at MLI")
    log.alert("GBR", "2026-04-26", "curfew in_force 21:00-06:00 at MLI")
    (curfew,) = log.seen(MALI, "2026-04-27").curfews
    assert curfew.area == ("bamako", "gao", "segou")
    assert [cause.issuer for cause in curfew.causes] == ["FRA", "GBR"]


def test_a_curfew_ends_by_a_newer_official_word_or_when_its_page_drops_it():
    log = Log().page("FRA", "2026-04-25", "curfew in_force at bamako,gao")
    log.alert("GBR", "2026-04-27", "curfew ended at bamako")
    assert [curfew.area for curfew in log.seen(MALI, "2026-04-28").curfews] == [("gao",)]
    log.page("FRA", "2026-04-29")
    assert log.seen(MALI, "2026-04-29").curfews == ()


def test_before_everything_it_is_said_that_nothing_was_known():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}")
    warning = note("before_everything", day="2020-01-01", baseline="2025-09-01")
    assert log.seen(MALI, "2020-01-01").warnings == (note("no_advisory"), warning)
    assert log.seen(MALI, "2025-10-01").warnings == (note("no_advisory"),)


def test_a_baseline_past_its_shelf_life_is_stale():
    network = network_of("bamako -local:15-> airport:BKO -air-> airport:DSS; bamako -road:9:SEN-> kidira")
    assert Log().seen(network, "2025-12-01").stale == ()
    stale = Log().seen(network, "2026-09-02").stale
    assert {one.what for one in stale} == {"baseline", "flight data"}
    assert [one.target for one in stale if one.what == "flight data"] == ["air:BKO-DSS"]
    assert {one.target for one in stale} >= {"airport:BKO", "border:SEN", "local:bamako-BKO"}
    assert Log().seen(network, "2026-09-02").flight_data_as_of == date(2025, 9, 1)


def test_there_is_no_flight_data_where_nothing_flies():
    network = network_of("bamako -local:15-> airport:BKO -air-> airport:DSS")
    log = Log().alert("FRA", "2025-11-01", "airport closed at airport:BKO")
    assert log.seen(network, "2025-11-02").flight_data_as_of is None


def test_flight_data_count_only_where_they_may_be_planned_on():
    network = network_of("airport:BKO -air-> airport:DSS; airport:GAQ -air-> airport:ABJ")
    older = replace(network.services["air:BKO-DSS"], as_of=date(2025, 6, 1))
    network = replace(network, services={**network.services, "air:BKO-DSS": older})
    log = Log()
    assert log.seen(network, "2025-11-02").flight_data_as_of == date(2025, 6, 1)
    log.page("FRA", "2025-11-03", "airport closed at airport:BKO")
    assert log.seen(network, "2025-11-04").flight_data_as_of == date(2025, 9, 1)
    log.page("FRA", "2025-11-05")
    seen = log.seen(network, "2025-11-06")
    assert (seen.links["air:BKO-DSS"].status, seen.links["air:BKO-DSS"].level) == ("unconfirmed", 3)
    assert seen.flight_data_as_of == date(2025, 9, 1)
    log.alert("FRA", "2025-11-07", "airport open at airport:BKO", "airport disrupted at airport:BKO")
    seen = log.seen(network, "2025-11-08")
    assert (seen.links["air:BKO-DSS"].level, seen.flight_data_as_of) == (2, date(2025, 6, 1))
