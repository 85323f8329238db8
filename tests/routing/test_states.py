"""How bad a cause is by itself."""

from dataclasses import replace

import pytest

from evacplan.model.policy import Effect
from evacplan.routing.states import severity
from tests.networks import cause_of, policy_of

ROAD = "road:town-port"
POLICY = policy_of(
    effects={
        "flights.suspended": (Effect("services", status="blocked"),),
        "airport.closed": (Effect("airports", status="closed"),),
        "border.closed": (Effect("borders", status="closed"), Effect("crossing_links", status="blocked")),
        "road.cut": (Effect("scope_links", status="blocked"),),
        "incident.attack": (Effect("links_into", raise_by=1, days=14),),
        "overland.do_not_use.all": (Effect("overland_links", status="blocked"), Effect("local_links", at_least=2)),
        "overland.discouraged.all": (Effect("overland_links", status="avoid"),),
        "curfew.in_force": (Effect("nothing"),),
    }
)


@pytest.mark.parametrize(
    ("kind", "value", "road", "local", "air"),
    [
        ("flights", "suspended", 1, 1, 4),
        ("airport", "closed", 1, 1, 1),
        ("border", "closed", 4, 1, 1),
        ("incident", "attack", 2, 2, 1),
        ("road", "cut", 4, 4, 4),
        ("overland", "do_not_use", 4, 2, 1),
        ("overland", "discouraged", 3, 1, 1),
        ("curfew", "in_force", 1, 1, 1),
    ],
)
def test_a_statement_is_as_severe_on_each_kind_of_link_as_the_policy_has_it(kind, value, road, local, air):
    cause = cause_of(kind=kind, value=value)
    found = [severity(cause, POLICY, link) for link in (ROAD, "river:town-port", "local:town-TWN", "air:TWN-DSS")]
    assert found == [road, road, local, air]


@pytest.mark.parametrize("link", [ROAD, "river:town-port", "local:town-TWN", "air:TWN-DSS"])
def test_what_the_policy_does_not_know_counts_as_closing(link):
    assert severity(cause_of(kind="volcano", value="erupts"), POLICY, link) == 4


def test_silence_is_unconfirmed_and_a_persons_fact_or_the_data_are_as_they_say():
    cause = cause_of()
    assert severity(replace(cause, origin="silence"), POLICY, ROAD) == 3
    assert severity(replace(cause, origin="person", value="open"), POLICY, ROAD) == 1
    assert severity(replace(cause, origin="person", value="blocked"), POLICY, ROAD) == 4
    assert severity(replace(cause, origin="baseline", value="unconfirmed"), POLICY, ROAD) == 3
    assert severity(replace(cause, origin="baseline", value="strange"), POLICY, ROAD) == 4
