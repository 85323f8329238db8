"""Shelter orders and what to mind on a way."""

from dataclasses import replace
from datetime import date

from evacplan.model.network import Area
from evacplan.model.situation import CurfewState, Disagreement, Said, Stale
from evacplan.routing.notices import covers
from evacplan.routing.plan import plan_towns
from evacplan.routing.ways import ways_out
from tests.networks import cause_of, network_of, policy_of, situation_of

TEXT = "town -road:40-> city -local-> airport:CTY -air-> airport:DSS"
ORDER = cause_of("Shelter in place.", kind="shelter", value="shelter_in_place")


def warnings(*, text=TEXT, states=None, haven=(), **changes) -> tuple[str, ...]:
    network = network_of(text, haven=haven)
    return ways_out(network, situation_of(network, states, **changes), policy_of(), origin="town").warnings


def test_a_shelter_order_at_the_origin_means_stay_and_keeps_the_options_for_later():
    network = network_of(TEXT)
    for area in (("town",), ("country:MLI",)):
        situation = situation_of(network, shelter=(Said(area, "", ORDER),))
        answer = ways_out(network, situation, policy_of(), origin="town")
        assert (answer.verdict, answer.best, answer.opens_if) == ("stay", None, ())
        assert answer.options[0].why_not == ('shelter order in force: "Shelter in place." (FRA, 2025-11-07)',)
        assert answer.options[0].conditions[0] == "only after the shelter order ends"
        assert answer.warnings[0].startswith("shelter order at town, every option is for after it ends")
        plan = plan_towns(network, situation, policy_of(), plan_id="P", previous=None, inputs="")
        assert {town.town: town.verdict for town in plan.towns}["town"] == "stay"


def test_nothing_that_reopens_opens_a_way_while_a_shelter_order_holds():
    network = network_of("town -road-> port", haven="port")
    situation = situation_of(network, {"road:town-port": ("blocked", 4)}, shelter=(Said(("town",), "", ORDER),))
    assert ways_out(network, situation, policy_of(), origin="town").opens_if == ()


def test_a_shelter_order_on_the_way_is_a_warning():
    assert warnings(shelter=(Said(("city",), "City", ORDER),)) == (
        'shelter order at city, on this way: "Shelter in place." (FRA, 2025-11-07)',
    )


def test_a_shelter_order_elsewhere_is_no_matter():
    assert warnings(text=TEXT + "; far -road-> town", shelter=(Said(("far",), "Far", ORDER),)) == ()


def test_an_area_is_given_by_places_regions_named_areas_or_the_country():
    network = network_of(TEXT + "; dakar:SEN -road-> town")
    places = {**network.places, "town": replace(network.places["town"], region_2023="region:gao")}
    areas = {"area:north": Area("area:north", "north", (), ("town",))}
    network = replace(network, places=places, areas=areas)
    for area in ("town", "region:gao", "area:north", "country:MLI"):
        assert covers(network, (area,), "town")
    assert not covers(network, ("area:north", "region:gao"), "city")
    assert not covers(network, ("country:MLI",), "dakar")
    assert not covers(network, ("country:MLI",), "unknown")


def test_a_curfew_at_the_origin_or_on_the_way_is_told_with_its_hours():
    curfew = CurfewState(("city",), ("21:00", "06:00"), None, active=True, causes=(cause_of("Curfew."),))
    assert warnings(curfews=(curfew,)) == (
        'curfew at city (21:00-06:00, now): move only outside these hours: "Curfew." (FRA, 2025-11-07)',
    )
    unknown = CurfewState(("town", "far"), None, None, active=False, causes=())
    assert warnings(curfews=(unknown,)) == ("curfew at town (hours not stated): move only outside these hours",)
    assert warnings(curfews=(replace(unknown, area=("far",)),)) == ()


def test_a_curfew_is_told_to_those_who_stay_too():
    curfew = CurfewState(("country:MLI",), ("21:00", "06:00"), None, active=False, causes=())
    assert warnings(
        text="town -road-> port", states={"road:town-port": ("blocked", 4)}, haven="port", curfews=(curfew,)
    )


def test_fuel_shortages_are_told_where_they_matter():
    cause = cause_of("No fuel.", kind="fuel", value="shortage")
    jet = cause_of("No Jet A1.", kind="jet_fuel", value="shortage")
    lines = warnings(road_fuel="shortage", jet_fuel="shortage", fuel_causes=(jet, cause))
    assert lines == (
        'fuel shortage: the vehicle must carry fuel for the way: "No fuel." (FRA, 2025-11-07)',
        'jet fuel shortage: confirm the flight with the carrier: "No Jet A1." (FRA, 2025-11-07)',
    )
    flight = "town -local-> airport:TWN -air-> airport:DSS"
    assert len(warnings(text=flight, road_fuel="shortage", fuel_causes=(cause,))) == 0
    assert len(warnings(text="town -road-> port", haven="port", jet_fuel="shortage", fuel_causes=(jet,))) == 0


def test_old_data_and_disagreements_are_told_if_they_touch_the_chosen_way():
    stale = Stale("air:CTY-DSS", date(2025, 1, 1), 180, "flight data")
    other = Stale("road:far-away", date(2025, 1, 1), 180, "baseline")
    lax = cause_of("Open.", issuer="GBR", value="open")
    one = Disagreement("airport:CTY", cause_of(value="closed"), lax)
    lines = warnings(stale=(stale, other), disagreements=(one, replace(one, target="border:SEN")))
    assert lines == (
        "air:CTY-DSS: flight data of 2025-01-01 is older than 180 days",
        "issuers differ on airport:CTY: FRA says closed, GBR says open",
    )
