"""The verdicts of all towns."""

from evacplan.routing.finding import terrain_of
from evacplan.routing.plan import plan_towns
from evacplan.routing.reopen import smallest_reopenings
from tests.networks import AS_OF, network_of, policy_of, situation_of

TEXT = """
gao -local-> airport:GAQ -air:950:sky-mali-> airport:BKO -air-> airport:DSS; bamako -local-> airport:BKO;
mopti -road:600-> bamako; kayes -road:100-> port; kayes -road:10-> ayoun:MRT; kidal; menaka -road:5-> niamey:NER
"""


def test_every_town_gets_its_verdict_and_its_option():
    network = network_of(TEXT, haven="port")
    situation = situation_of(network, {"road:kayes-ayoun": ("open", 2)})
    plan = plan_towns(network, situation, policy_of(), plan_id="P-0002", previous="P-0001", inputs="digest")
    assert (plan.id, plan.previous, plan.as_of, plan.inputs) == ("P-0002", "P-0001", AS_OF, "digest")
    assert {town.town: town.verdict for town in plan.towns} == {
        "bamako": "fly",
        "gao": "fly",
        "kayes": "leave_overland",
        "kidal": "stay",
        "menaka": "stay",
        "mopti": "relocate",
    }
    assert {town.town for town in plan.towns if town.option is None} == {"kidal", "menaka"}
    kayes = next(town.option for town in plan.towns if town.town == "kayes")
    assert [leg.link for leg in kayes.legs] == ["road:kayes-port"]


def test_a_plan_for_people_who_may_board_more_uses_their_flights():
    network = network_of("town -local-> airport:TWN -air:900:unhas:humanitarian staff-> airport:DSS")
    words = {"plan_id": "P", "previous": None, "inputs": ""}
    verdicts = [
        plan_towns(network, situation_of(network), policy_of(), may_board=frozenset(group), **words).towns[0].verdict
        for group in ([], ["humanitarian staff"])
    ]
    assert verdicts == ["stay", "fly"]


def test_a_country_without_any_exit_stays():
    network = network_of("town -road-> village")
    plan = plan_towns(network, situation_of(network), policy_of(), plan_id="P", previous=None, inputs="")
    assert [town.verdict for town in plan.towns] == ["stay", "stay"]


def test_nothing_needs_to_reopen_where_a_way_is_open():
    network = network_of(TEXT, haven="port")
    terrain = terrain_of(network, situation_of(network), policy_of())
    assert smallest_reopenings(terrain, "gao", frozenset()) == ()
