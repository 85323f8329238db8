"""Shelter orders and what to mind on a way."""

from dataclasses import replace
from datetime import date

from evacplan.model.network import Area
from evacplan.model.situation import CurfewState, Disagreement, Note, Said, Stale, note
from evacplan.routing.notices import covers
from evacplan.routing.plan import plan_towns
from evacplan.routing.ways import ways_out
from tests.networks import cause_of, network_of, policy_of, situation_of

TEXT = "town -road:40-> city -local-> airport:CTY -air-> airport:DSS"
ORDER = cause_of("Shelter in place.", kind="shelter", value="shelter_in_place")
ORDERED = {"quote": "Shelter in place.", "issuer": "FRA", "day": "2025-11-07"}
UNSAID = {"quote": "", "issuer": "", "day": ""}


def warnings(*, text=TEXT, states=None, haven=(), **changes) -> tuple[Note, ...]:
    network = network_of(text, haven=haven)
    return ways_out(network, situation_of(network, states, **changes), policy_of(), origin="town").warnings


def test_a_shelter_order_at_the_origin_means_stay_and_keeps_the_options_for_later():
    network = network_of(TEXT)
    for area in (("town",), ("country:MLI",)):
        situation = situation_of(network, shelter=(Said(area, "", ORDER),))
        answer = ways_out(network, situation, policy_of(), origin="town")
        assert (answer.verdict, answer.best, answer.opens_if) == ("stay", None, ())
        assert answer.options[0].why_not == (note("shelter_order", **ORDERED),)
        assert answer.options[0].conditions[0] == note("after_shelter")
        assert answer.warnings == (note("shelter", town="town", **ORDERED),)
        plan = plan_towns(network, situation, policy_of(), plan_id="P", previous=None, inputs="")
        assert {town.town: town.verdict for town in plan.towns}["town"] == "stay"


def test_nothing_that_reopens_opens_a_way_while_a_shelter_order_holds():
    network = network_of("town -road-> port", haven="port")
    situation = situation_of(network, {"road:town-port": ("blocked", 4)}, shelter=(Said(("town",), "", ORDER),))
    assert ways_out(network, situation, policy_of(), origin="town").opens_if == ()


def test_a_shelter_order_on_the_way_is_a_warning():
    assert warnings(shelter=(Said(("city",), "City", ORDER),)) == (note("shelter_way", town="city", **ORDERED),)


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
    said = {"quote": "Curfew.", "issuer": "FRA", "day": "2025-11-07"}
    assert warnings(curfews=(curfew,)) == (note("curfew_now", targets="city", hours="21:00–06:00", **said),)
    later = replace(curfew, area=("country:MLI",), active=False)
    assert warnings(curfews=(later,)) == (note("curfew", targets="town,city", hours="21:00–06:00", **said),)
    unknown = CurfewState(("town", "far"), None, None, active=False, causes=())
    assert warnings(curfews=(unknown,)) == (note("curfew", targets="town", hours="", **UNSAID),)
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
        note("fuel", quote="No fuel.", issuer="FRA", day="2025-11-07"),
        note("jet_fuel", quote="No Jet A1.", issuer="FRA", day="2025-11-07"),
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
        note("stale", what="flight data", shelf_life="180", as_of="2025-01-01", targets="air:CTY-DSS"),
        note("disagree", targets="airport:CTY", strict_issuer="FRA", strict="closed", lax_issuer="GBR", lax="open"),
    )


def test_old_data_of_one_kind_are_one_note_with_the_oldest_date():
    old = [
        Stale("road:town-city", date(2024, 3, 1), 365, "baseline"),
        Stale("air:CTY-DSS", date(2025, 1, 1), 180, "flight data"),
        Stale("airport:CTY", date(2024, 2, 1), 365, "baseline"),
        Stale("road:far-away", date(2020, 1, 1), 365, "baseline"),
    ]
    assert warnings(stale=tuple(old)) == (
        note("stale", what="baseline", shelf_life="365", as_of="2024-02-01", targets="road:town-city,airport:CTY"),
        note("stale", what="flight data", shelf_life="180", as_of="2025-01-01", targets="air:CTY-DSS"),
    )
