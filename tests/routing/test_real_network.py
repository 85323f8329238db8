"""The laws on the Mali network that ships."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from evacplan.loading.folders import default_data_folder
from evacplan.loading.network import load_network
from evacplan.loading.policy import load_policy
from evacplan.model.network import Network
from evacplan.model.plan import Plan
from evacplan.model.policy import Policy
from evacplan.model.situation import Situation
from evacplan.routing.plan import plan_towns
from evacplan.routing.ways import ways_out
from tests.networks import examples, situation_of
from tests.routing.laws import at_levels, closed, goodness_of, raised, touched


@cache
def real() -> tuple[Network, Policy, Situation]:
    """The network and policy that ship, and the situation in which nobody has said anything yet."""
    network, policy = load_network(default_data_folder()), load_policy(default_data_folder())
    baselines = {**network.links, **network.services, **network.airports}
    states = {ident: (one.baseline.status, one.baseline.level) for ident, one in baselines.items()}
    return network, policy, situation_of(network, states)


def plan_of(situation: Situation) -> Plan:
    network, policy, _ = real()
    return plan_towns(network, situation, policy, plan_id="P-0001", previous=None, inputs="x")


@st.composite
def disturbed(draw: st.DrawFn) -> Situation:
    """The real network with some links and airports at another level, or with all roads of a mode advised against."""
    network, _, situation = real()
    ids = sorted([*network.links, *network.services, *network.airports])
    modes = draw(st.dictionaries(st.sampled_from(["road", "river"]), st.integers(2, 4)))
    levels = {ident: modes[link.mode] for ident, link in network.links.items() if link.mode in modes}
    levels |= draw(st.dictionaries(st.sampled_from(ids), st.integers(1, 4), max_size=12))
    return at_levels(situation, {**levels, "airport:BKO": draw(st.integers(1, 4))})


@given(disturbed(), st.data())
@examples(40)
def test_the_laws_hold_on_the_real_network(situation, data):
    network, _, _ = real()
    target = data.draw(st.sampled_from(sorted([*network.links, *network.services, *network.airports])))
    before, worse, shut = plan_of(situation), plan_of(raised(situation, target)), plan_of(closed(situation, target))
    assert before == plan_of(situation)
    for town, town_worse, town_shut in zip(before.towns, worse.towns, shut.towns, strict=True):
        assert goodness_of(town_worse.option) >= goodness_of(town.option)
        legs = town.option.legs if town.option else ()
        assert all(leg.level <= 2 and situation.links[leg.link].level <= 2 for leg in legs)
        if target not in touched(network, legs):
            assert town_shut.option == town.option


@given(disturbed(), st.data())
@examples(40)
def test_the_answer_for_a_town_agrees_with_the_plan(situation, data):
    network, policy, _ = real()
    town = data.draw(st.sampled_from(plan_of(situation).towns))
    answer = ways_out(network, situation, policy, origin=town.town)
    assert (answer.verdict, answer.best) == (town.verdict, town.option)


@given(disturbed(), st.data())
@examples(40)
def test_reopening_what_would_open_a_way_opens_one_and_nothing_less_does(situation, data):
    network, policy, _ = real()
    origin = data.draw(st.sampled_from(sorted(name for name in network.places if network.at_home(name))))
    for ids in ways_out(network, situation, policy, origin=origin).opens_if[:2]:
        for left_out in (None, *ids):
            reopened = at_levels(situation, {ident: 1 for ident in ids if ident != left_out})
            verdict = ways_out(network, reopened, policy, origin=origin).verdict
            assert (verdict != "stay") == (left_out is None)


def test_every_town_of_the_country_is_in_the_plan_once():
    network, _, situation = real()
    towns = [town.town for town in plan_of(situation).towns]
    assert towns == sorted(name for name, place in network.places.items() if place.country == "MLI")
    assert len(towns) > 100


def test_bamako_flies_and_niamey_and_ouagadougou_are_no_way_out():
    network, policy, situation = real()
    answer = ways_out(network, situation, policy, origin="bamako")
    assert answer.verdict == "fly"
    exits = {
        (network.places.get(leg.end) or network.airports[leg.end]).country
        for option in answer.options
        for leg in option.legs[-1:]
    }
    assert exits <= policy.havens
    assert not exits & {"BFA", "NER", "DZA"}
