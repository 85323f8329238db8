"""M1: adding a closure, or raising any level, never lowers the risk of any answer and never adds a way."""

from hypothesis import given
from hypothesis import strategies as st

from evacplan.routing.finding import acceptable_ways, terrain_of
from evacplan.routing.plan import plan_towns
from tests.networks import examples, networks, policy_of, situations
from tests.routing.laws import at_level, goodness_of


@given(st.data())
@examples(1000)
def test_a_tightening_never_makes_the_answer_of_any_town_better(data):
    network = data.draw(networks())
    situation = data.draw(situations(network))
    states = {**situation.links, **situation.airports}
    target = data.draw(st.sampled_from(sorted(states)))
    worse = at_level(situation, target, data.draw(st.integers(states[target].level, 4)))
    plans = [plan_towns(network, one, policy_of(), plan_id="P", previous=None, inputs="") for one in (situation, worse)]
    for before, after in zip(plans[0].towns, plans[1].towns, strict=True):
        assert goodness_of(after.option) >= goodness_of(before.option)


@given(st.data())
@examples(100)
def test_a_tightening_never_adds_an_exit(data):
    network = data.draw(networks())
    situation = data.draw(situations(network))
    states = {**situation.links, **situation.airports}
    target = data.draw(st.sampled_from(sorted(states)))
    worse = at_level(situation, target, data.draw(st.integers(states[target].level, 4)))
    exits = [
        {exit_node for _, exit_node in acceptable_ways(terrain_of(network, one, policy_of()), "t0", frozenset())}
        for one in (situation, worse)
    ]
    assert exits[1] <= exits[0]
