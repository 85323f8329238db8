"""M3: what is not known is level 3; where nothing is acceptable the answer is to stay, never an empty success."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from evacplan.routing.plan import plan_towns
from evacplan.routing.ways import ways_out
from tests.networks import examples, network_of, networks, policy_of, situation_of, situations


@given(networks())
@examples(100)
def test_where_nothing_is_known_everybody_stays(network):
    silent = replace(situation_of(network), links={}, airports={})
    plan = plan_towns(network, silent, policy_of(), plan_id="P", previous=None, inputs="")
    assert {town.verdict for town in plan.towns} == {"stay"}
    answer = ways_out(network, silent, policy_of(), origin="t0")
    assert all(option.level == 3 and not option.acceptable for option in answer.options)


@given(st.data())
@examples(100)
def test_forgetting_a_state_never_makes_an_answer_better(data):
    network = data.draw(networks())
    situation = data.draw(situations(network, (1, 2, 3)))
    gone = data.draw(st.sampled_from(sorted(situation.links)))
    links = {ident: state for ident, state in situation.links.items() if ident != gone}
    answer = ways_out(network, replace(situation, links=links), policy_of(), origin="t0")
    assert gone not in {leg.link for leg in (answer.best.legs if answer.best else ())}


@given(st.data())
@examples(100)
def test_the_verdict_is_stay_exactly_when_no_option_is_acceptable(data):
    network = data.draw(networks())
    situation = data.draw(situations(network, (1, 2, 3, 4, 4)))
    answer = ways_out(network, situation, policy_of(), origin="t0")
    assert (answer.verdict == "stay") == (answer.best is None)
    assert (answer.verdict == "stay") == (not any(option.acceptable for option in answer.options))


def test_a_town_without_any_link_stays():
    network = network_of("alone; town -road-> port", haven="port")
    answer = ways_out(network, situation_of(network), policy_of(), origin="alone")
    assert (answer.verdict, answer.options, answer.opens_if) == ("stay", (), ())


def test_a_country_without_havens_around_it_stays():
    network = network_of("town -road-> port; town -local-> airport:TWN -air-> airport:DSS", haven="port")
    answer = ways_out(network, situation_of(network), policy_of(havens=frozenset()), origin="town")
    assert (answer.verdict, answer.options) == ("stay", ())
    at_home = ways_out(network, situation_of(network), policy_of(havens=frozenset({"MLI"})), origin="town")
    assert at_home.verdict == "stay"
