"""The log as a ledger: reviews, corrections, undoing, chains of revisions, ids."""

from dataclasses import replace
from datetime import timedelta

import pytest

from evacplan.assessment.history import read_log
from evacplan.errors import UnknownNameError
from evacplan.model.events import DirectiveReviewed, PlanStored
from evacplan.model.plan import Plan
from evacplan.model.situation import note
from tests.logs import Log, day
from tests.networks import network_of

MALI = network_of("bamako -road:230-> segou -road:960-> gao; bamako -local:15-> airport:BKO")
ROAD = "road:bamako-segou"


def level(log, as_of="2025-11-09", **more):
    return log.seen(MALI, as_of, **more).links[ROAD].level


def test_only_an_accepted_directive_counts():
    for review in ("pending", "refused"):
        assert level(Log().alert("FRA", "2025-11-01", f"{review} road cut at {ROAD}")) == 1


def test_an_advisory_keeps_its_envelope():
    filed = Log(start="2025-11-02").alert("FRA", "2025-11-01", f"road cut at {ROAD}").ledger().advisory("A-000001")
    assert (filed.by, filed.recorded_at, filed.seq) == ("an officer", day("2025-11-02") + timedelta(minutes=1), 1)
    assert filed.withdrawn_at is None


def test_a_directive_knows_who_decided_on_it_and_when():
    log = Log().alert("FRA", "2025-11-01", f"pending road cut at {ROAD}")
    entry = log.ledger().directive("D-000001")
    assert (entry.review, entry.by, entry.at, entry.seq) == ("pending", None, None, None)
    log.review("D-000001", "refused")
    entry = log.ledger().directive("D-000001")
    assert (entry.review, entry.by, entry.at, entry.seq) == ("refused", "an officer", log.clock, 2)


def test_what_is_not_known_is_a_named_error():
    with pytest.raises(UnknownNameError, match="unknown advisory: A-7"):
        Log().ledger().advisory("A-7")
    with pytest.raises(UnknownNameError, match="unknown directive: D-7"):
        Log().ledger().directive("D-7")


def test_the_later_decision_counts_and_undoing_it_brings_back_the_earlier():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}").review("D-000001", "refused")
    assert level(log) == 1
    assert level(log.undo()) == 4


def test_undoing_the_last_review_gives_the_state_before():
    log = Log().alert("FRA", "2025-11-01", f"pending road cut at {ROAD}")
    before = log.seen(MALI, "2025-11-09")
    log.review("D-000001")
    assert log.seen(MALI, "2025-11-09") != before
    assert log.undo().seen(MALI, "2025-11-09") == before


def test_an_undo_can_itself_be_undone():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}").undo(2)
    assert level(log) == 1
    assert level(log.undo()) == 4


def test_an_advisory_cannot_be_undone_but_a_fact_and_a_withdrawal_can():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}").undo(1)
    assert level(log) == 4
    assert level(log.fact(ROAD, "open", "2025-11-02")) == 1
    assert level(log.undo()) == 4
    assert level(log.withdraw("A-000001", "2025-11-03")) == 3
    assert level(log.undo()) == 4


def test_an_opening_that_was_accepted_without_confirmation_still_waits():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}")
    log.alert("GBR", "2025-11-03", f"unconfirmed road open at {ROAD}")
    assert log.ledger().directive("D-000002").review == "pending"
    assert level(log) == 4
    assert level(log.review("D-000002", confirmed=True)) == 1


def test_a_corrected_scope_takes_the_place_of_what_was_read():
    log = Log().alert("FRA", "2025-11-01", "travel avoid_all at gao,bamako except bamako,segou")
    assert level(log) == 1
    log.edit("D-000001", "segou")
    assert level(log) == 3
    assert log.ledger().directive("D-000001").directive.scope[0].name == "segou"
    assert [scope.name for scope in log.ledger().read["A-000001"][0].scope] == ["gao", "bamako"]
    assert level(log.undo()) == 1


def test_a_sentence_that_a_page_repeats_keeps_its_id_and_its_review():
    log = Log().page("FRA", "2025-11-01", f"road cut at {ROAD}").page("FRA", "2025-11-05", f"road cut at {ROAD}")
    ledger = log.ledger()
    assert ledger.directive("D-000001").advisory == "A-000002"
    assert ledger.advisory("A-000002").carried == {"D-000001"}
    assert level(log) == 4


def test_pending_directives_come_with_the_most_harmful_first():
    log = Log().alert(
        "FRA",
        "2025-11-01",
        "pending airport open at airport:BKO",
        "pending mission closed",
        "pending fuel shortage at gao",
        "pending road avoid at gao",
        "pending overland do_not_use all at gao",
        "pending road cut at gao",
        "possible road cut at gao",
        "road cut at segou",
        "refused road cut at bamako",
    )
    assert [entry.directive.claim.value for entry in log.ledger().pending()] == [
        "do_not_use", "cut", "avoid", "closed", "shortage", "open",
    ]  # fmt: skip


def test_only_advisories_in_force_have_anything_pending():
    log = (
        Log()
        .page("FRA", "2025-11-01", "pending road cut at gao")
        .page("FRA", "2025-11-05", "pending road cut at segou")
    )
    log.alert("GBR", "2025-11-06", "pending road cut at bamako").withdraw("A-000003", "2025-11-07")
    assert [entry.directive.id for entry in log.ledger().pending()] == ["D-000002"]
    assert [entry.directive.id for entry in log.ledger().pending(day("2025-11-02"))] == ["D-000001"]
    assert [entry.directive.id for entry in log.ledger().pending(day("2025-11-06"))] == ["D-000002", "D-000003"]


def test_the_revision_before_is_the_newest_one_issued_until_then():
    log = Log().page("FRA", "2025-11-01", series="Risks").page("FRA", "2025-11-05", series="risks ")
    log.page("FRA", "2025-11-07", series="Safety").page("GBR", "2025-11-06", series="Risks")
    log.alert("FRA", "2025-11-06")
    ledger = log.ledger()
    assert ledger.revision_before("FRA", "Risks", day("2025-10-31")) is None
    assert ledger.revision_before("FRA", "Risks", day("2025-11-04")).id == "A-000001"
    assert ledger.revision_before("FRA", "Risks", day("2025-11-05")).id == "A-000002"
    assert ledger.revision_before("USA", "Risks", day("2025-11-05")) is None
    assert ledger.revision_before("FRA", "Entry", day("2025-11-05")) is None
    assert ledger.revision_before("FRA", "Entry", day("2025-11-08"), replaces="A-000003").id == "A-000003"
    assert ledger.revision_before("FRA", "Entry", day("2025-11-08"), replaces="A-000004") is None


def test_a_revision_that_was_taken_back_is_not_the_one_before():
    log = Log().page("FRA", "2025-11-01").page("FRA", "2025-11-05").withdraw("A-000002", "2025-11-06")
    assert log.ledger().revision_before("FRA", "page", day("2025-11-07")).id == "A-000001"


def test_new_ids_count_the_whole_log_also_what_is_not_yet_known():
    plan = Plan("P-0003", None, day("2025-11-01"), "", ())
    log = (
        Log(start="2025-11-10").alert("FRA", "2025-11-01", "road cut at gao", "road cut at segou").add(PlanStored(plan))
    )
    ledger = log.ledger(known_at=day("2025-11-09"))
    assert not ledger.advisories
    assert (ledger.next_advisory_id(), ledger.next_directive_number(), ledger.next_plan_id()) == (
        "A-000002",
        3,
        "P-0004",
    )
    assert log.ledger().plans == {"P-0003": plan}


def test_ids_of_another_form_are_not_counted():
    log = Log().alert("FRA", "2025-11-01", "road cut at gao")
    added = log.events[0].event
    odd = replace(added, advisory=replace(added.advisory, id="imported"), directives=())
    log.add(odd)
    assert log.ledger().next_advisory_id() == "A-000002"


def test_decisions_on_what_is_not_known_change_nothing():
    log = Log().review("D-000009").edit("D-000009", "gao").withdraw("A-000009", "2025-11-01").undo(99)
    assert level(log) == 1


def test_the_order_is_that_of_the_log_whatever_the_clock_said():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}")
    log.add(DirectiveReviewed("D-000001", "refused"), at=log.clock - timedelta(hours=2))
    assert level(log) == 1
    assert log.seen(MALI, "2025-11-09").warnings == (note("clock"),)
    assert read_log(log.events[::-1]) == log.ledger()
