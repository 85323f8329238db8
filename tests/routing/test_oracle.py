"""The router against brute force on random small networks."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from evacplan.routing.plan import plan_towns
from evacplan.routing.reopen import MOST_SETS
from evacplan.routing.ways import ways_out
from tests.networks import examples, networks, policy_of, situations
from tests.routing.oracle import World

BOARDS = st.sampled_from([frozenset(), frozenset({"humanitarian staff"})])


@given(st.data())
@examples(250)
def test_the_best_way_is_the_one_that_brute_force_finds(data):
    network = data.draw(networks())
    world = World(network, data.draw(situations(network)), policy_of(), data.draw(BOARDS))
    for origin in ("t0", "t1"):
        answer = ways_out(network, world.situation, world.policy, origin=origin, may_board=world.may_board)
        way = world.best(origin)
        if way is None:
            assert answer.verdict == "stay"
            assert answer.best is None
            continue
        best = answer.best
        assert best is not None
        assert tuple(leg.link for leg in best.legs) == tuple(step[0] for step in way)
        harm, level, exposure, minutes, *_ = world.key(way)
        assert answer.verdict == best.kind == ("fly", "relocate", "leave_overland")[harm]
        assert (best.level, best.exposure, best.duration_min) == (level, exposure / 10, minutes)


@given(st.data())
@examples(250)
def test_what_would_open_a_way_is_what_brute_force_over_all_subsets_finds(data):
    network = data.draw(networks(towns=4, airports=2))
    world = World(network, data.draw(situations(network, (1, 2, 3, 4, 4))), policy_of())
    answer = ways_out(network, world.situation, world.policy, origin="t0")
    if answer.verdict != "stay":
        assert answer.opens_if == ()
        return
    states = {**world.situation.links, **world.situation.airports}
    closed = sorted(ident for ident, state in states.items() if state.level > 2)
    physical = any(True for _ in world.ways("t0"))
    expected: list[tuple[str, ...]] = []
    for size in range(1, len(closed) + 1 if physical else 1):
        expected = [ids for ids in combinations(closed, size) if world.reopened(ids).best("t0")]
        if expected:
            break
    if len(expected) <= MOST_SETS:
        assert answer.opens_if == tuple(expected)
    else:
        assert len(answer.opens_if) == MOST_SETS
        assert set(answer.opens_if) <= set(expected)


@given(st.data())
@examples(100)
def test_the_plan_of_all_towns_agrees_with_the_answer_for_each(data):
    network = data.draw(networks())
    situation, boards = data.draw(situations(network)), data.draw(BOARDS)
    plan = plan_towns(network, situation, policy_of(), plan_id="P-1", previous=None, inputs="x", may_board=boards)
    assert [town.town for town in plan.towns] == sorted(name for name in network.places if network.at_home(name))
    for town in plan.towns:
        answer = ways_out(network, situation, policy_of(), origin=town.town, may_board=boards)
        assert (town.verdict, town.option) == (answer.verdict, answer.best)


@given(st.data())
@examples(100)
def test_an_unacceptable_option_is_shown_whenever_staying_is_the_answer_and_a_way_exists_at_all(data):
    network = data.draw(networks())
    world = World(network, data.draw(situations(network)), policy_of(), frozenset({"humanitarian staff"}))
    answer = ways_out(network, world.situation, world.policy, origin="t0")
    if answer.verdict == "stay":
        assert bool(answer.options) == any(True for _ in world.ways("t0"))
    assert all(option.why_not for option in answer.options if not option.acceptable)
    assert not any(option.why_not for option in answer.options if option.acceptable)
