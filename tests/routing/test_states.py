"""How bad a cause is by itself."""

from dataclasses import replace

from evacplan.model.policy import Effect
from evacplan.routing.states import severity
from tests.networks import cause_of, policy_of

POLICY = policy_of(
    effects={
        "flights.suspended": (Effect("services", status="blocked"),),
        "airport.closed": (Effect("airports", status="closed"),),
        "incident.attack": (Effect("links_into", raise_by=1, days=14),),
        "overland.do_not_use.all": (Effect("overland_links", status="blocked"), Effect("local_links", at_least=2)),
        "overland.discouraged.all": (Effect("overland_links", status="avoid"),),
        "curfew.in_force": (Effect("nothing"),),
    }
)


def test_a_statement_is_as_severe_as_the_policy_has_it():
    known = {
        ("flights", "suspended"): 4, ("airport", "closed"): 1, ("incident", "attack"): 2,
        ("overland", "do_not_use"): 4, ("overland", "discouraged"): 3, ("curfew", "in_force"): 1,
    }  # fmt: skip
    for (kind, value), level in known.items():
        assert severity(cause_of(kind=kind, value=value), POLICY) == level


def test_what_the_policy_does_not_know_counts_as_closing():
    assert severity(cause_of(kind="volcano", value="erupts"), POLICY) == 4


def test_silence_is_unconfirmed_and_a_persons_fact_or_the_data_are_as_they_say():
    cause = cause_of()
    assert severity(replace(cause, origin="silence"), POLICY) == 3
    assert severity(replace(cause, origin="person", value="open"), POLICY) == 1
    assert severity(replace(cause, origin="person", value="blocked"), POLICY) == 4
    assert severity(replace(cause, origin="baseline", value="unconfirmed"), POLICY) == 3
    assert severity(replace(cause, origin="baseline", value="strange"), POLICY) == 4
