"""What is shown and changes no link: shelter, travel levels, missions, departures, incidents, notices, watch."""

from dataclasses import replace
from datetime import date

from evacplan.model.advisory import Unread
from evacplan.model.network import Area
from evacplan.model.situation import note
from tests.logs import Log, day
from tests.networks import network_of

MALI = network_of("bamako -road:230-> segou -road:960-> gao; bamako -local:15-> airport:BKO; gao -road:9:NER-> niamey")
ALL = ("bamako", "gao", "segou")


def shown(items):
    return [(item.cause.issuer, item.cause.value, item.area, item.name) for item in items]


def test_shelter_is_listed_with_its_places_until_the_same_issuer_ends_it():
    log = Log().alert("FRA", "2025-11-01", "shelter stay_indoors at MLI")
    log.alert("GBR", "2025-11-02", "shelter shelter_in_place at gao")
    assert shown(log.seen(MALI, "2025-11-03").shelter) == [
        ("FRA", "stay_indoors", ALL, "Mali"),
        ("GBR", "shelter_in_place", ("gao",), "gao"),
    ]
    log.alert("GBR", "2025-11-04", "shelter ended at MLI")
    log.alert("FRA", "2025-11-04", "shelter ended at bamako")
    assert shown(log.seen(MALI, "2025-11-05").shelter) == [("FRA", "stay_indoors", ("gao", "segou"), "Mali")]


def test_travel_levels_are_listed_issuer_by_issuer():
    log = Log().alert("GBR", "2025-11-01", "travel avoid_all at gao", "travel avoid_nonessential at bamako")
    log.alert("FRA", "2025-11-02", "travel avoid_all at MLI")
    assert shown(log.seen(MALI, "2025-11-03").travel) == [
        ("FRA", "avoid_all", ALL, "Mali"),
        ("GBR", "avoid_all", ("gao",), "gao"),
        ("GBR", "avoid_nonessential", ("bamako",), "bamako"),
    ]


def test_each_embassy_is_shown_by_its_newest_word_and_the_strictest_of_one_day():
    log = Log().alert("FRA", "2025-11-01", "mission closed").alert("FRA", "2025-11-03", "mission open")
    log.alert("GBR", "2025-11-01", "mission limited_outside_capital", "mission reduced")
    assert [(i, v) for i, v, _, _ in shown(log.seen(MALI, "2025-11-02").missions)] == [
        ("FRA", "closed"), ("GBR", "reduced"),
    ]  # fmt: skip
    assert shown(log.seen(MALI, "2025-11-03").missions)[0][:2] == ("FRA", "open")


def test_of_each_issuer_the_strictest_call_to_leave_is_shown():
    log = Log().alert("USA", "2025-11-01", "departure leave_now at MLI via air")
    log.alert("USA", "2025-11-03", "departure consider_leaving at MLI", "departure leave_now at gao")
    departures = log.seen(MALI, "2025-11-04").departures
    assert shown(departures) == [("USA", "leave_now", ("gao",), "gao"), ("USA", "leave_now", ALL, "Mali")]
    assert departures[1].by == ("air",)
    log.alert("USA", "2025-10-01", "departure consider_leaving at gao")
    assert log.seen(MALI, "2025-11-04").departures == departures
    log.alert("USA", "2025-11-05", "departure ended at MLI")
    assert log.seen(MALI, "2025-11-06").departures == ()


def test_a_departure_without_a_place_is_shown_all_the_same():
    assert shown(Log().alert("USA", "2025-11-01", "departure leave_now").seen(MALI, "2025-11-02").departures) == [
        ("USA", "leave_now", (), ""),
    ]  # fmt: skip


def test_incidents_are_listed_with_history_while_their_advisory_is_in_force():
    log = Log().page("FRA", "2025-11-01", "incident attack at gao", "past incident kidnapping at segou from 2012-01-05")
    log.alert("GBR", "2025-11-01", "pending incident attack at bamako", "past road cut at gao")
    incidents = log.seen(MALI, "2026-06-01").incidents
    assert [(item.cause.value, item.area) for item in incidents] == [("attack", ("gao",)), ("kidnapping", ("segou",))]
    assert [item.on for item in incidents] == [None, date(2012, 1, 5)]
    log.page("FRA", "2026-06-02")
    assert log.seen(MALI, "2026-06-03").incidents == ()


def test_what_may_happen_is_watched_unless_refused_or_over():
    log = Log().alert("FRA", "2025-11-01", "possible airport closed at airport:BKO until 2025-11-09")
    log.alert("GBR", "2025-11-01", "refused possible border closed at border:NER")
    log.press("2025-11-02", "possible blockade in_force at gao")
    assert shown(log.seen(MALI, "2025-11-09").watch) == [
        ("FRA", "closed", ("airport:BKO",), "airport:BKO"),
        ("RFI", "in_force", ("gao",), "gao"),
    ]
    assert [item.cause.issuer for item in log.seen(MALI, "2025-11-10").watch] == ["RFI"]
    assert log.seen(MALI, "2025-12-10").watch == ()


def test_notices_are_calls_to_register_and_who_is_attacked():
    log = Log().alert("FRA", "2025-11-01", "registration register", "vehicle_target fuel at MLI")
    assert [item.cause.kind for item in log.seen(MALI, "2025-11-02").notices] == ["registration", "vehicle_target"]


def test_the_newest_advisory_of_each_issuer_in_force_is_named():
    log = (
        Log().page("GBR", "2025-11-01").page("GBR", "2025-11-05").alert("GBR", "2025-11-03").alert("FRA", "2025-11-02")
    )
    log.press("2025-09-01").withdraw("A-000004", "2025-11-04")
    assert log.seen(MALI, "2025-11-03").newest == {"FRA": day("2025-11-02"), "GBR": day("2025-11-03")}
    assert log.seen(MALI, "2025-11-06").newest == {"GBR": day("2025-11-05")}


def test_an_embassy_whose_closure_is_over_is_open():
    log = (
        Log()
        .alert("USA", "2025-11-01", "mission closed at MLI")
        .alert("USA", "2025-11-04", "ended mission closed at MLI")
    )
    assert [one.cause.value for one in log.seen(MALI, "2025-11-03").missions] == ["closed"]
    assert [one.cause.value for one in log.seen(MALI, "2025-11-05").missions] == ["open"]


def test_regions_areas_and_unknown_names():
    gao = replace(MALI.places["gao"], region_2023="region:gao")
    network = replace(
        MALI,
        places={**MALI.places, "gao": gao},
        regions={"region:gao": None},
        areas={"area:south": Area("area:south", "south", (), ("bamako", "segou"))},
    )
    log = Log().alert("FRA", "2025-11-01", "travel avoid_all at region:gao", "travel avoid_nonessential at area:south")
    log.alert("FRA", "2025-11-01", "road cut at nowhere", "road cut at road:atlantis-gao")
    seen = log.seen(network, "2025-11-02")
    assert [item.area for item in seen.travel] == [("gao",), ("bamako", "segou")]
    assert seen.warnings == (
        note("nowhere", ids="D-000003, D-000004"),
        note("not_in_data", ids="road:atlantis-gao"),
    )


def test_advisories_in_force_with_sentences_that_nobody_understood_are_named():
    log = Log().alert("FRA", "2025-11-01", "travel avoid_all at gao")
    added = log.advisories[0]
    log.add(replace(added, advisory=replace(added.advisory, id="A-000002"), unread=(Unread("Odd.", (0, 4), "odd"),)))
    assert log.seen(MALI, "2025-11-02").warnings == (note("unread", count="1", ids="A-000002"),)
    assert log.seen(MALI, "2025-10-01").warnings == (note("no_advisory"),)
