"""The laws of the design, on random networks and on the real one."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from evacplan.model.network import Network
from evacplan.model.situation import Situation
from evacplan.routing.plan import plan_towns
from evacplan.routing.ways import ways_out
from tests.networks import examples, networks, policy_of, situations
from tests.routing.laws import closed, goodness, raised, touched


@given(st.data())
@examples(100)
def test_a_blocked_or_discouraged_link_is_never_on_an_acceptable_option(data):
    network = data.draw(networks())
    situation = data.draw(situations(network))
    for option in ways_out(network, situation, policy_of(), origin="t0").options:
        if option.acceptable:
            assert all(situation.links[leg.link].level <= 2 for leg in option.legs)
            airports = {end for leg in option.legs for end in (leg.start, leg.end)} & situation.airports.keys()
            assert all(situation.airports[airport].level <= 2 for airport in airports)
            assert option.level == max(leg.level for leg in option.legs) <= 2


@given(st.data())
@examples(100)
def test_raising_any_level_makes_no_answer_better(data):
    network = data.draw(networks())
    situation = data.draw(situations(network))
    target = data.draw(st.sampled_from(sorted([*situation.links, *situation.airports])))
    worse = raised(situation, target)
    before = ways_out(network, situation, policy_of(), origin="t0")
    after = ways_out(network, worse, policy_of(), origin="t0")
    assert goodness(after) >= goodness(before)


@given(st.data())
@examples(100)
def test_a_link_off_the_chosen_way_may_close_without_changing_it(data):
    network = data.draw(networks())
    situation = data.draw(situations(network))
    best = ways_out(network, situation, policy_of(), origin="t0").best
    assume(best is not None)
    on_the_way = touched(network, best.legs)
    target = data.draw(st.sampled_from(sorted([*situation.links, *situation.airports])))
    assume(target not in on_the_way)
    assert ways_out(network, closed(situation, target), policy_of(), origin="t0").best == best


@given(st.data())
@examples(100)
def test_the_order_of_the_data_is_irrelevant(data):
    network = data.draw(networks())
    situation = data.draw(situations(network))

    def turned(value: Network | Situation, *names: str) -> Network | Situation:
        return replace(value, **{name: dict(reversed(getattr(value, name).items())) for name in names})

    other_network = turned(network, "places", "links", "services", "airports")
    other_situation = turned(situation, "links", "airports")
    assert ways_out(network, situation, policy_of(), origin="t0") == ways_out(
        other_network, other_situation, policy_of(), origin="t0"
    )
    words = {"plan_id": "P-1", "previous": None, "inputs": "x"}
    assert plan_towns(network, situation, policy_of(), **words) == plan_towns(
        other_network, other_situation, policy_of(), **words
    )


@given(st.data())
@examples(100)
def test_options_are_in_rank_order_end_in_different_places_and_repeat_no_node(data):
    network = data.draw(networks())
    situation = data.draw(situations(network))
    answer = ways_out(network, situation, policy_of(), origin="t0")
    acceptable = [option for option in answer.options if option.acceptable]
    ranks = [("fly", "relocate", "leave_overland").index(option.kind) for option in acceptable]
    assert ranks == sorted(ranks)
    assert list(answer.options[: len(acceptable)]) == acceptable
    assert len({tuple(leg.link for leg in option.legs) for option in acceptable}) == len(acceptable)
    for option in answer.options:
        nodes = ["t0", *(leg.end for leg in option.legs)]
        assert [leg.start for leg in option.legs] == nodes[:-1]
        if option.acceptable and option.kind != "leave_overland":
            assert len(set(nodes)) == len(nodes)
