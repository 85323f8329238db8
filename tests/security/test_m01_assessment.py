"""M1, M2 and K9 of the security tests, as far as the assessment decides them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evacplan.model.events import DirectiveReviewed
from evacplan.model.situation import note
from tests.assessment.test_laws import DAYS, ISSUERS, LAW, TIGHTENINGS, levels, seen, sentences, worlds
from tests.logs import Log, day
from tests.networks import network_of

MALI = network_of("bamako -road:230-> segou -road:960-> gao; bamako -local:15-> airport:BKO -air-> airport:DSS")
ROAD = "road:bamako-segou"


@settings(LAW, max_examples=1000)
@given(worlds(), st.data())
def test_m1_an_accepted_closure_or_level_increase_never_lowers_any_risk(world, data):
    network, log = world
    before = levels(seen(network, log))
    log.alert(data.draw(ISSUERS), data.draw(DAYS), data.draw(sentences(network, TIGHTENINGS)))
    after = levels(seen(network, log))
    assert all(after[id_] >= before[id_] for id_ in before)


@pytest.mark.parametrize(
    "opening",
    [
        f"road open at {ROAD}",
        f"ended road cut at {ROAD}",
        "overland ended all at MLI",
        "travel normal at MLI",
        "blockade ended at segou",
        "airport open at airport:BKO",
        "flights resumed at MLI",
    ],
)
@pytest.mark.parametrize("how", ["pending", "refused", "unconfirmed", "press", "unofficial", "press of a government"])
def test_m2_no_unreviewed_unconfirmed_or_unofficial_text_opens_anything(opening, how):
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}", "overland do_not_use all at MLI")
    log.alert(
        "FRA", "2025-11-01", "travel avoid_all at MLI", "airport closed at airport:BKO", "flights suspended at MLI"
    )
    before = log.seen(MALI, "2025-11-09")
    match how:
        case "press":
            log.press("2025-11-05", opening)
        case "press of a government":
            log.press("2025-11-05", opening, issuer="FRA")
        case "unofficial":
            log.alert("RFI", "2025-11-05", opening)
        case review:
            log.alert("FRA", "2025-11-05", f"{review} {opening}")
    after = log.seen(MALI, "2025-11-09")
    assert (after.links, after.airports) == (before.links, before.airports)


def test_m2_an_unreviewed_revision_does_not_improve_a_road_by_its_new_wording():
    log = Log().page("FRA", "2025-11-01", "overland do_not_use all at MLI", "travel avoid_all at MLI")
    before = log.seen(MALI, "2025-11-09").links
    log.page("FRA", "2025-11-05", "pending overland discouraged all at gao", "pending travel normal at MLI")
    assert log.seen(MALI, "2025-11-09").links == before


def test_m2_a_denied_or_possible_opening_opens_nothing():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}")
    log.alert("FRA", "2025-11-05", f"denied road open at {ROAD}", f"possible road open at {ROAD}")
    assert log.seen(MALI, "2025-11-09").links[ROAD].status == "blocked"


def test_k9_a_clock_that_jumps_back_does_not_change_the_order_of_decisions_and_is_said():
    log = Log(start="2025-11-02").alert("FRA", "2025-11-01", f"road cut at {ROAD}")
    log.add(DirectiveReviewed("D-000001", "refused"), at=log.clock - timedelta(hours=2))
    situation = log.seen(MALI, "2025-11-09")
    assert situation.links[ROAD].status == "open"
    assert situation.warnings == (note("clock"),)


def test_k9_a_leap_day_is_a_day_and_a_zone_is_only_another_way_to_write_a_time():
    log = Log().alert("FRA", "2028-02-28", f"road cut at {ROAD} until 2028-02-29")
    assert log.seen(MALI, "2028-02-29T23:59:59Z").links[ROAD].status == "blocked"
    assert log.seen(MALI, "2028-03-01").links[ROAD].status == "open"
    paris = datetime.fromisoformat("2028-02-29T23:30:00+01:00")
    assert log.seen(MALI, paris).links == log.seen(MALI, paris.astimezone(UTC)).links


def test_k9_equal_moments_in_other_zones_give_equal_states():
    log = Log().alert("FRA", "2025-11-01", "curfew in_force 21:00-06:00 at bamako until 2025-11-30")
    dakar, paris = day("2025-11-09T22:00:00Z"), datetime.fromisoformat("2025-11-09T23:00:00+01:00")
    assert replace(log.seen(MALI, paris), as_of=dakar) == log.seen(MALI, dakar)
    assert log.seen(MALI, paris).curfews[0].active
