"""M4: the same inputs give the same plan, byte for byte, and the plan says what it was made from."""

import json

from hypothesis import given
from hypothesis import strategies as st

from evacplan.model.plan import Plan
from evacplan.model.wire import plan_from_json, plan_to_json
from evacplan.routing.plan import plan_towns
from tests.networks import examples, networks, policy_of, situations


def made(network, situation) -> Plan:
    return plan_towns(network, situation, policy_of(), plan_id="P-0001", previous=None, inputs="0123abcd")


@given(st.data())
@examples(100)
def test_equal_inputs_give_equal_bytes(data):
    network = data.draw(networks())
    situation = data.draw(situations(network))
    texts = [json.dumps(plan_to_json(made(network, situation)), ensure_ascii=False) for _ in range(2)]
    assert texts[0].encode() == texts[1].encode()


@given(st.data())
@examples(100)
def test_a_plan_survives_writing_and_reading_and_states_its_inputs(data):
    network = data.draw(networks())
    plan = made(network, data.draw(situations(network)))
    assert plan_from_json(json.loads(json.dumps(plan_to_json(plan)))) == plan
    assert (plan.inputs, plan.previous) == ("0123abcd", None)
