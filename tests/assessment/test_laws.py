"""Laws of the fold, on random networks and random logs."""

from datetime import timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from evacplan.assessment.history import read_log
from evacplan.assessment.situation import assess
from evacplan.model.network import Network
from evacplan.model.situation import Situation
from tests.logs import Log, day, usual_policy
from tests.networks import networks

POLICY = usual_policy()
LAW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
NOW = day("2025-11-20")
DAYS = st.integers(1, 19).map(lambda number: f"2025-11-{number:02d}")
TIGHTENINGS = [
    ("airport closed", "airports"), ("airport disrupted", "airports"), ("airspace closed", "country"),
    ("airspace restricted", "country"), ("flights suspended", "airports"), ("flights reduced", "country"),
    ("border closed", "borders"), ("border restricted", "country"), ("road cut", "links"), ("road avoid", "places"),
    ("blockade in_force", "places"), ("fuel shortage", "places"), ("jet_fuel shortage", "airports"),
    ("overland do_not_use all", "places"), ("overland do_not_use cross_border", "country"),
    ("overland discouraged all", "country"), ("travel avoid_all", "places"), ("travel avoid_nonessential", "country"),
    ("incident attack", "places"), ("curfew in_force", "places"), ("shelter stay_indoors", "country"),
]  # fmt: skip
OPENINGS = [
    ("airport open", "airports"), ("airspace open", "country"), ("flights resumed", "country"),
    ("border open", "borders"), ("road open", "links"), ("road open", "places"), ("blockade ended", "places"),
    ("fuel ended", "country"), ("overland ended all", "country"), ("overland ended all", "places"),
    ("travel normal", "places"), ("ended airport closed", "airports"), ("shelter ended", "country"),
]  # fmt: skip
ISSUERS = st.sampled_from(["FRA", "GBR", "USA", "RFI"])


def _ids(network: Network, where: str) -> list[str]:
    found = {
        "airports": network.airports, "borders": network.borders, "links": network.links,
        "places": [place for place in network.places if network.at_home(place)],
    }  # fmt: skip
    return [*found.get(where, ()), "MLI"]


@st.composite
def sentences(draw: st.DrawFn, network: Network, kinds: list[tuple[str, str]]) -> str:
    words, where = draw(st.sampled_from(kinds))
    until = draw(st.sampled_from(["", "", "", " until 2025-11-15", " until 2025-11-30"]))
    return f"{words} at {draw(st.sampled_from(_ids(network, where)))}{until}"


def one_advisory(draw: st.DrawFn, log: Log, said: list[str]) -> Log:
    issuer, issued = draw(ISSUERS), draw(DAYS)
    match draw(st.sampled_from(["alert", "alert", "page", "press"])):
        case "alert":
            return log.alert(issuer, issued, *said)
        case "page":
            return log.page(issuer, issued, *said)
        case _:
            return log.press(issued, *said, issuer=issuer)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Network, Log]:
    """A network and a log of a few advisories, with persons' facts, withdrawals and undone decisions among them."""
    network = draw(networks())
    log = Log()
    for _ in range(draw(st.integers(0, 5))):
        said = draw(st.lists(sentences(network, TIGHTENINGS + OPENINGS), max_size=3, unique=True))
        review = draw(st.sampled_from(["", "", "", "pending ", "refused "]))
        one_advisory(draw, log, [review + sentence for sentence in said])
    for id_ in draw(st.lists(st.sampled_from([*network.links, *network.airports, "road:x-y"]), max_size=2)):
        log.fact(id_, draw(st.sampled_from(["open", "avoid", "blocked"])), draw(DAYS))
    if log.advisories and draw(st.booleans()):
        log.withdraw(draw(st.sampled_from(log.advisories)).advisory.id, draw(DAYS))
    if log.events and draw(st.booleans()):
        log.undo(draw(st.integers(1, len(log.events))))
    return network, log


def seen(network: Network, log: Log) -> Situation:
    return assess(read_log(log.events), network, POLICY, as_of=NOW)


def levels(situation: Situation) -> dict[str, int]:
    borders = {"open": 1, "restricted": 2, "unconfirmed": 3, "closed": 4}
    return {
        **{id_: state.level for id_, state in situation.links.items()},
        **{id_: state.level for id_, state in situation.airports.items()},
        **{id_: borders[state.status] for id_, state in situation.borders.items()},
        "airspace": borders[situation.airspace.status],
    }


@LAW
@given(worlds(), st.data())
def test_an_accepted_tightening_never_lowers_anything(world, data):
    network, log = world
    before = levels(seen(network, log))
    said = data.draw(st.lists(sentences(network, TIGHTENINGS), min_size=1, max_size=3, unique=True))
    issuer, issued = data.draw(ISSUERS), data.draw(DAYS)
    if data.draw(st.booleans()):
        log.alert(issuer, issued, *said)
    else:
        log.press(issued, *said, issuer=issuer)
    after = levels(seen(network, log))
    assert {id_: (before[id_], after[id_]) for id_ in before if after[id_] < before[id_]} == {}


@LAW
@given(worlds(), st.data())
def test_what_nobody_accepted_or_no_official_source_says_never_lowers_anything(world, data):
    network, log = world
    before = levels(seen(network, log))
    said = data.draw(st.lists(sentences(network, OPENINGS), min_size=1, max_size=3, unique=True))
    issued = data.draw(DAYS)
    match data.draw(st.sampled_from(["pending", "refused", "unconfirmed", "press", "unofficial"])):
        case "press":
            log.press(issued, *said, issuer="FRA")
        case "unofficial":
            log.alert("RFI", issued, *said)
        case review:
            log.alert("FRA", issued, *(f"{review} {sentence}" for sentence in said))
    after = levels(seen(network, log))
    assert before == after


@LAW
@given(worlds(), st.data())
def test_a_pending_or_refused_alert_changes_no_state(world, data):
    network, log = world
    before = seen(network, log)
    review = data.draw(st.sampled_from(["pending", "refused"]))
    said = data.draw(st.lists(sentences(network, TIGHTENINGS + OPENINGS), min_size=1, max_size=3, unique=True))
    log.alert("FRA", data.draw(DAYS), *(f"{review} {sentence}" for sentence in said))
    after = seen(network, log)
    assert (after.links, after.airports, after.borders) == (before.links, before.airports, before.borders)
    assert (after.curfews, after.shelter, after.travel) == (before.curfews, before.shelter, before.travel)


@LAW
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_in_which_advisories_were_recorded_is_irrelevant(world, random):
    network, log = world
    added = log.advisories
    pages = [(one.advisory.issuer, one.advisory.issued) for one in added if one.advisory.kind == "page"]
    assume(len(set(pages)) == len(pages))  # of two revisions of one moment the one recorded later speaks
    turned = Log()
    turned.events = list(log.events)
    seqs = [item.seq for item in turned.events if item.event in added]
    events = [turned.events[seq - 1] for seq in seqs]
    shuffled = random.sample(events, len(events))
    for seq, item in zip(seqs, shuffled, strict=True):
        turned.events[seq - 1] = type(item)(seq, item.recorded_at, item.by, item.event)
    one, other = seen(network, log), seen(network, turned)
    assert (one.links, one.airports, one.borders, one.airspace) == (
        other.links, other.airports, other.borders, other.airspace,
    )  # fmt: skip
    assert (one.curfews, one.travel, one.disagreements) == (other.curfews, other.travel, other.disagreements)


@LAW
@given(worlds())
def test_the_fold_is_deterministic_and_leaves_its_inputs_alone(world):
    network, log = world
    events = list(log.events)
    assert seen(network, log) == seen(network, log)
    assert log.events == events


@LAW
@given(worlds(), st.sampled_from(["accepted", "refused"]), st.data())
def test_undoing_the_last_review_gives_the_situation_before(world, decision, data):
    network, log = world
    directives = [directive.id for added in log.advisories for directive in added.directives]
    assume(directives)
    before = seen(network, log)
    log.review(data.draw(st.sampled_from(directives)), decision, confirmed=True).undo()
    assert seen(network, log) == before


@LAW
@given(worlds())
def test_every_state_has_a_cause_and_status_and_level_agree(world):
    network, log = world
    situation = seen(network, log)
    for state in (*situation.links.values(), *situation.airports.values(), *situation.borders.values()):
        assert state.causes
        assert len(set(state.causes)) == len(state.causes)
    by_level = {1: {"open"}, 2: {"open"}, 3: {"avoid", "unconfirmed"}, 4: {"blocked"}}
    assert all(state.status in by_level[state.level] for state in situation.links.values())
    assert list(situation.links) == sorted([*network.links, *network.services])


@LAW
@given(worlds())
def test_a_closed_airport_leaves_no_flight_and_no_way_to_it_open(world):
    network, log = world
    situation = seen(network, log)
    for link in (*network.links.values(), *network.services.values()):
        ends = [situation.airports[end] for end in (link.start, link.end) if end in situation.airports]
        if any(airport.status == "closed" for airport in ends):
            assert situation.links[link.id].status == "blocked"


@LAW
@given(worlds())
def test_what_was_recorded_later_is_not_known(world):
    network, log = world
    moment = log.clock
    before = assess(read_log(log.events, known_at=moment), network, POLICY, as_of=NOW)
    log.clock += timedelta(hours=1)
    log.alert("FRA", "2025-11-01", "overland do_not_use all at MLI")
    assert assess(read_log(log.events, known_at=moment), network, POLICY, as_of=NOW) == before
