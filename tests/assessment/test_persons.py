"""A person's own fact takes the place of the fact line of its target, and is shown as such."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evacplan.model.network import Baseline
from evacplan.model.situation import note
from tests.logs import Log
from tests.networks import network_of

MALI = network_of(
    "bamako -road:230-> segou -road:960-> gao; bamako -local:15-> airport:BKO -air-> airport:DSS;"
    "bamako -road:600-> kidira:SEN"
)
ROAD = "road:bamako-segou"


def with_baseline(id_, status, level, *, kind="links", as_of=date(2025, 9, 1)):
    items = dict(getattr(MALI, kind))
    items[id_] = replace(items[id_], baseline=Baseline(status, level, as_of, "the data say so"))
    return replace(MALI, **{kind: items})


def link(log, as_of, id_=ROAD, network=MALI):
    state = log.seen(network, as_of).links[id_]
    return state.status, state.level


def test_a_person_may_open_what_only_facts_closed():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}").fact(ROAD, "open", "2025-11-03")
    assert link(log, "2025-11-02") == ("blocked", 4)
    assert link(log, "2025-11-03") == ("open", 1)
    (cause,) = log.seen(MALI, "2025-11-03").links[ROAD].causes
    assert (cause.origin, cause.issuer, cause.quote) == ("person", "an officer", "seen by a driver")


def test_a_reason_that_comes_from_two_sides_is_listed_once():
    log = Log().fact("local:bamako-BKO", "blocked", "2025-11-03").fact("airport:BKO", "blocked", "2025-11-03")
    assert len(log.seen(MALI, "2025-11-03").links["local:bamako-BKO"].causes) == 1


def test_a_person_does_not_open_what_a_government_advises_against():
    log = Log().alert("FRA", "2025-11-01", "overland do_not_use all at MLI").fact(ROAD, "open", "2025-11-03")
    assert link(log, "2025-11-03") == ("blocked", 4)
    assert [cause.origin for cause in log.seen(MALI, "2025-11-03").links[ROAD].causes] == ["person", "directive"]


def test_a_newer_official_closing_counts_against_a_persons_fact():
    log = Log().fact(ROAD, "open", "2025-11-03").alert("FRA", "2025-11-05", f"road cut at {ROAD}")
    assert link(log, "2025-11-04") == ("open", 1)
    assert link(log, "2025-11-05") == ("blocked", 4)


def test_a_newer_official_opening_does_not_overrule_a_person():
    log = Log().fact("airport:BKO", "closed", "2025-11-03").alert("FRA", "2025-11-05", "airport open at airport:BKO")
    seen = log.seen(MALI, "2025-11-06")
    assert seen.airports["airport:BKO"].status == "closed"
    assert link(log, "2025-11-06", "air:BKO-DSS") == ("blocked", 4)
    assert link(log, "2025-11-06", "local:bamako-BKO") == ("blocked", 4)


def test_a_persons_fact_ends_by_its_own_date_and_the_newest_counts():
    log = Log().fact(ROAD, "avoid", "2025-11-01").fact(ROAD, "blocked", "2025-11-03", until=date(2025, 11, 4))
    assert link(log, "2025-11-02") == ("avoid", 3)
    assert link(log, "2025-11-04") == ("blocked", 4)
    assert link(log, "2025-11-05") == ("avoid", 3)
    log.fact(ROAD, "open", "2025-11-06", level=2, until=datetime(2025, 11, 6, 6, tzinfo=UTC))
    assert link(log, "2025-11-06T05:00:00Z") == ("open", 2)
    assert link(log, "2025-11-06T06:00:00Z") == ("avoid", 3)


def test_a_person_ends_a_silence():
    log = Log().page("FRA", "2025-11-01", "overland discouraged all at MLI", f"road cut at {ROAD}")
    log.page("FRA", "2025-11-05").fact(ROAD, "open", "2025-11-06")
    assert link(log, "2025-11-06") == ("open", 1)
    assert link(log, "2025-11-06", "road:segou-gao") == ("unconfirmed", 3)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("closed", ("blocked", 4)),
        ("unconfirmed", ("unconfirmed", 3)),
        ("restricted", ("open", 2)),
        ("open", ("open", 1)),
    ],
)
def test_a_border_that_a_person_sets_takes_its_crossings_along(status, expected):
    log = Log().fact("border:SEN", status, "2025-11-03")
    assert log.seen(MALI, "2025-11-03").borders["border:SEN"].status == status
    assert link(log, "2025-11-03", "road:bamako-kidira") == expected


def test_a_person_opens_a_border_that_a_statement_closed_with_its_crossings():
    log = Log().alert("FRA", "2025-11-01", "border closed at MLI").fact("border:SEN", "open", "2025-11-03")
    assert log.seen(MALI, "2025-11-03").borders["border:SEN"].status == "open"
    assert link(log, "2025-11-03", "road:bamako-kidira") == ("open", 1)


def test_a_border_that_the_data_call_closed_blocks_its_crossings():
    network = with_baseline("border:SEN", "closed", 4, kind="borders")
    assert link(Log(), "2025-11-03", "road:bamako-kidira", network) == ("blocked", 4)
    (cause,) = Log().seen(network, "2025-11-03").links["road:bamako-kidira"].causes
    assert (cause.origin, cause.quote) == ("baseline", "the data say so")
    log = Log().alert("FRA", "2025-11-01", "border open at border:SEN")
    assert link(log, "2025-11-03", "road:bamako-kidira", network) == ("open", 1)


def test_an_official_opening_lifts_an_unconfirmed_baseline_to_level_two_and_no_further():
    network = with_baseline(ROAD, "unconfirmed", 3)
    assert link(Log(), "2025-11-03", ROAD, network) == ("unconfirmed", 3)
    log = Log().alert("FRA", "2025-11-01", f"road open at {ROAD}")
    assert link(log, "2025-11-03", ROAD, network) == ("open", 2)
    assert [cause.kind for cause in log.seen(network, "2025-11-03").links[ROAD].causes] == ["road"]
    for status, level in (("blocked", 4), ("avoid", 3)):
        network = with_baseline(ROAD, status, level)
        assert link(log, "2025-11-03", ROAD, network) == (status, level)


def test_an_opening_older_than_the_baseline_lifts_nothing():
    log = Log().alert("FRA", "2025-08-01", f"road open at {ROAD}")
    network = with_baseline(ROAD, "unconfirmed", 3)
    assert link(log, "2025-11-03", ROAD, network) == ("unconfirmed", 3)
    assert "baseline" in {cause.kind for cause in log.seen(network, "2025-11-03").links[ROAD].causes}
    assert link(log, "2025-08-02", ROAD, network) == ("open", 2), "the baseline was not yet known then"


def test_an_airport_that_the_data_call_closed_opens_by_an_official_word():
    network = with_baseline("airport:BKO", "closed", 4, kind="airports")
    assert link(Log(), "2025-11-03", "air:BKO-DSS", network) == ("blocked", 4)
    log = Log().alert("FRA", "2025-11-01", "airport open at airport:BKO")
    state = log.seen(network, "2025-11-03").airports["airport:BKO"]
    assert (state.status, state.level) == ("open", 2)


def test_the_baseline_is_the_cause_when_nothing_else_is_said_and_when_it_decides():
    network = with_baseline(ROAD, "blocked", 4)
    (cause,) = Log().seen(MALI, "2025-11-03").links[ROAD].causes
    assert (cause.origin, cause.issuer, cause.issued) == ("baseline", "data", date(2025, 9, 1))
    log = Log().alert("FRA", "2025-11-01", "fuel shortage at MLI")
    assert [cause.kind for cause in log.seen(MALI, "2025-11-03").links[ROAD].causes] == ["fuel"]
    assert [cause.kind for cause in log.seen(network, "2025-11-03").links[ROAD].causes] == ["fuel", "baseline"]


def test_a_fact_about_something_that_is_not_in_the_data_is_named():
    log = Log().fact("road:x-y", "open", "2025-11-01")
    assert log.seen(MALI, "2025-11-02").warnings == (note("no_advisory"), note("not_in_data", ids="road:x-y"))
