import json
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.errors import InputRefusedError, IntegrityError
from evacplan.model.events import AdvisoryAdded, Event, PlanStored, Recorded
from evacplan.store import canonical, codec
from evacplan.store.rows import Row
from tests.store.samples import BY_CLASS, NOW, accepted, advisory_added, events, fact, plan, texts


def row_of(event: Event) -> Row:
    return codec.to_row(Recorded(7, NOW, "Awa Test", event))


@pytest.mark.parametrize("kind", BY_CLASS, ids=lambda kind: kind.__name__)
def test_every_event_comes_back_as_it_was(kind):
    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(BY_CLASS[kind])
    def comes_back(event):
        recorded = Recorded(7, NOW, "Awa Test", event)
        row = codec.to_row(recorded)
        for text in (row.payload, row.body or ""):
            assert "\0" not in text
            text.encode("utf-8")
        assert codec.from_row(row, "the store", bodies=True) == recorded

    comes_back()


def test_every_event_class_has_a_name_and_a_test():
    assert set(codec.KINDS) == set(BY_CLASS) == set(get_args(Event))


def test_without_bodies_an_advisory_has_no_text_and_everything_else():
    row = row_of(advisory_added("Words. " * 1000))
    assert len(row.payload) < 1500
    event = codec.from_row(row._replace(body=None), "the store", bodies=False).event
    assert isinstance(event, AdvisoryAdded)
    assert event.advisory.text == ""
    assert event.directives == advisory_added("Words. " * 1000).directives


def test_without_bodies_a_plan_has_no_towns_and_everything_else():
    row = row_of(PlanStored(plan()))
    event = codec.from_row(row._replace(body=None), "the store", bodies=False).event
    assert isinstance(event, PlanStored)
    assert event.plan.towns == ()
    assert (event.plan.id, event.plan.previous, event.plan.as_of) == ("P-0007", "P-0006", NOW)


def test_a_plan_keeps_each_cause_once_however_many_legs_share_it():
    body = row_of(PlanStored(plan(towns=100, causes=5))).body or ""
    assert body.count("kilometre 3.") == 1
    read = codec.from_row(row_of(PlanStored(plan(towns=100, causes=5))), "the store", bodies=True).event
    assert read == PlanStored(plan(towns=100, causes=5))


def test_the_body_is_the_advisorys_own_words():
    assert codec.body_text(row_of(advisory_added("A\0B «é»")), "the store") == "A\0B «é»"
    assert codec.body_text(row_of(fact()), "the store") == ""
    assert json.loads(codec.body_text(row_of(PlanStored(plan())), "the store"))["plan"] == "P-0007"


def test_same_event_same_bytes():
    many = AdvisoryAdded(advisory_added().advisory, (), (), frozenset(f"D-{number:06}" for number in range(50)))
    again = AdvisoryAdded(
        advisory_added().advisory, (), (), frozenset(f"D-{number:06}" for number in reversed(range(50)))
    )
    assert row_of(many) == row_of(again)


def test_an_unknown_kind_is_an_integrity_error_that_names_the_event():
    with pytest.raises(IntegrityError, match="event 7 of the log") as caught:
        codec.from_row(row_of(fact())._replace(kind="road_painted"), "the store", bodies=True)
    assert caught.value.exit_code == 8


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "{",
        "[]",
        "7",
        "null",
        '"text"',
        "{}",
        "[" * 100_000,
        '{"directive":5,"decision":"accepted","confirmed_opening":false}',
        '{"directive":"D-1","decision":"perhaps","confirmed_opening":false}',
        '{"directive":"D-1","decision":"accepted","confirmed_opening":"no"}',
    ],
)
def test_a_damaged_payload_is_an_integrity_error_that_names_the_event(payload):
    with pytest.raises(IntegrityError, match="event 7 of the log"):
        codec.from_row(row_of(accepted("D-1"))._replace(payload=payload), "the store", bodies=True)


@pytest.mark.parametrize("event", [advisory_added(), PlanStored(plan())], ids=["advisory", "plan"])
@pytest.mark.parametrize("body", [None, "", "{", "[]", "7"])
def test_a_damaged_body_is_an_integrity_error(event, body):
    with pytest.raises(IntegrityError, match="event 7 of the log"):
        codec.from_row(row_of(event)._replace(body=body), "the store", bodies=True)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(events, st.data())
def test_whatever_one_value_is_replaced_by_nothing_but_an_integrity_error_comes(event, data):
    row = row_of(event)
    payload = json.loads(row.payload)
    key = data.draw(st.sampled_from(sorted(payload)))
    payload[key] = data.draw(st.none() | st.booleans() | st.integers() | texts | st.lists(st.integers(), max_size=2))
    try:
        read = codec.from_row(row._replace(payload=canonical.dumps(payload)), "the store", bodies=False)
    except IntegrityError:
        return
    assert type(read.event) is type(event)


def test_a_torn_character_is_refused_rather_than_changed():
    with pytest.raises(InputRefusedError, match="torn character"):
        row_of(fact(reason="\ud83d\ude00"))
