"""The policy that ships says what the design's table says."""

import pytest

from evacplan.loading.check_policy import effect_keys
from evacplan.model.claims import OPENINGS
from evacplan.model.policy import Effect

TABLE = {
    "overland.do_not_use.cross_border": [Effect("crossing_links", status="blocked")],
    "overland.do_not_use.all": [Effect("overland_links", status="blocked"), Effect("local_links", at_least=2)],
    "overland.discouraged.cross_border": [Effect("crossing_links", status="avoid")],
    "overland.discouraged.all": [Effect("overland_links", status="avoid")],
    "road.cut": [Effect("scope_links", status="blocked")],
    "road.avoid": [Effect("scope_links", status="avoid")],
    "blockade.in_force": [Effect("links_into", status="avoid")],
    "travel.avoid_all": [Effect("overland_links", status="avoid")],
    "travel.avoid_nonessential": [Effect("overland_links", at_least=2)],
    "airport.closed": [Effect("airports", status="closed")],
    "airport.disrupted": [Effect("airports", status="disrupted")],
    "airport.open": [Effect("airports", status="open")],
    "airspace.closed": [Effect("services", status="blocked")],
    "airspace.restricted": [Effect("services", at_least=2)],
    "flights.suspended": [Effect("services", status="blocked")],
    "flights.reduced": [Effect("services", at_least=2)],
    "border.closed": [Effect("borders", status="closed"), Effect("crossing_links", status="blocked")],
    "border.restricted": [Effect("borders", status="restricted"), Effect("crossing_links", status="avoid")],
    "fuel.shortage": [Effect("overland_links", at_least=2)],
    "jet_fuel.shortage": [Effect("airports", at_least=2)],
    "incident.ambush": [Effect("links_into", raise_by=1, days=30)],
    "curfew.in_force": [Effect("nothing")],
    "departure.leave_now": [Effect("nothing")],
    "vehicle_target.fuel": [Effect("nothing")],
}


@pytest.mark.parametrize("key", TABLE)
def test_does_what_the_design_says(key, policy):
    assert policy.effects[key] == tuple(TABLE[key])


def test_every_statement_of_the_contract_has_an_entry(policy):
    assert policy.effects.keys() == effect_keys()


def test_an_opening_never_blocks_or_raises(policy):
    for kind, value in OPENINGS:
        for key in (f"{kind}.{value}", f"{kind}.{value}.all", f"{kind}.{value}.cross_border"):
            for effect in policy.effects.get(key, ()):
                assert effect.on == "nothing" or effect.status == "open"


def test_burkina_faso_niger_and_algeria_are_no_havens(policy):
    assert policy.havens == {"SEN", "MRT", "CIV", "GIN", "FRA", "MAR", "TUR", "ETH", "TGO", "BEN"}


def test_governments_are_official_and_the_press_never_is(policy):
    official = {issuer.id for issuer in policy.issuers.values() if issuer.official}
    assert {"USA", "GBR", "FRA", "CAN", "DEU", "BEL", "CHE", "AUS", "ESP", "ITA", "NLD", "IRL", "MLI", "UN"} == official
    assert not policy.issuers["press"].official


def test_no_name_is_that_of_two_issuers(policy):
    names = [name.casefold() for issuer in policy.issuers.values() for name in {issuer.id, *issuer.names}]
    assert len(names) == len(set(names))


def test_figures_are_those_of_the_design(policy):
    assert policy.weights == (1, 4, 16)
    assert (policy.baseline_shelf_days, policy.flight_shelf_days) == (180, 180)
    assert (policy.press_days, policy.incident_days, policy.valid_hours) == (30, 30, 12)
    assert (policy.check_in_min, policy.utc_offset_min, policy.max_options) == (180, 0, 5)
