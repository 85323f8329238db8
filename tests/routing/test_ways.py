"""One town's answer, in the user's language."""

from dataclasses import replace
from datetime import date

import pytest

from evacplan.errors import InputRefusedError, UnknownNameError
from evacplan.model.plan import Answer, Option
from evacplan.model.policy import Effect
from evacplan.model.situation import AirportState, LinkState, Note, note
from evacplan.routing.ways import ways_out
from tests.networks import cause_of, network_of, policy_of, situation_of

MALI = """
gao -local:6-> airport:GAQ -air:950:sky-mali-> airport:BKO; bamako -local:15-> airport:BKO;
airport:BKO -air:1100-> airport:DSS; airport:BKO -air:1000-> airport:ABJ; airport:GAQ -air:400-> airport:NIM;
gao -road:560-> mopti -road:600-> bamako -road:620-> kidira -road:10-> tambacounda:SEN;
mopti -local:8-> airport:MZI -air:500:unhas:humanitarian staff-> airport:BKO; gao -road:300-> ayorou:NER
"""


def answer_for(
    text: str, states=None, *, origin="town", may_board=(), policy=None, kinds=None, haven=(), **changes
) -> Answer:
    network = network_of(text, kinds=kinds, haven=haven)
    situation = situation_of(network, states, **changes)
    return ways_out(network, situation, policy or policy_of(), origin=origin, may_board=frozenset(may_board))


def against(targets: str, status: str, quote: str | None = None, *, day: str = "2025-11-07") -> Note:
    """Make the note that something is closed, by default in the words that `situation_of` puts in."""
    return note("against", targets=targets, status=status, quote=quote or f"About {targets}.", issuer="FRA", day=day)


def links(option: Option | None) -> list[str]:
    assert option is not None
    return [leg.link for leg in option.legs]


def test_prefers_the_plane_to_a_shorter_road():
    answer = answer_for("town -road:5-> port; town -local:20-> airport:TWN -air:2000-> airport:DSS", haven="port")
    assert answer.verdict == "fly"
    assert links(answer.best) == ["local:town-TWN", "air:TWN-DSS"]
    assert [option.kind for option in answer.options] == ["fly", "leave_overland"]


def test_prefers_driving_to_an_airport_to_a_shorter_drive_across_the_border():
    text = "town -road:5-> port; town -road:300-> city -local-> airport:CTY -air-> airport:DSS"
    answer = answer_for(text, haven="port")
    assert (answer.verdict, answer.best.kind) == ("relocate", "relocate")


def test_prefers_a_long_open_road_to_a_short_one_under_caution():
    text = "town -road:10-> port; town -road:90-> village -road:90-> port"
    answer = answer_for(text, {"road:town-port": ("open", 2)}, haven="port")
    assert links(answer.best) == ["road:town-village", "road:village-port"]


def test_within_a_level_prefers_the_way_with_less_exposure():
    text = "town -road:100-> port; town -road:10-> village -road:10-> port"
    states = {"road:town-port": ("open", 2), "road:town-village": ("open", 2)}
    answer = answer_for(text, states, haven="port")
    assert links(answer.best) == ["road:town-village", "road:village-port"]
    assert answer.best.exposure == 10 * 4 + 10
    assert answer.best.level == 2


def test_of_equal_exposure_takes_the_quicker_way_then_fewer_legs_then_the_link_that_sorts_first():
    slow_river = "town -river:40-> port; town -road:40-> village -road:20-> port"
    assert links(answer_for(slow_river, haven="port").best) == ["road:town-village", "road:village-port"]
    legs = "town -road:40-> port; town -road:20-> a -road:20-> port"
    assert links(answer_for(legs, haven="port").best) == ["road:town-port"]
    equal = "town -road:20-> b -road:20-> port; town -road:20-> a -road:20-> port"
    assert links(answer_for(equal, haven="port").best) == ["road:town-a", "road:a-port"]
    turned = "b -road:20-> town; b -road:20-> port; town -road:20-> a -road:20-> port"
    assert links(answer_for(turned, haven="port").best) == ["road:b-town", "road:b-port"]


def test_never_uses_a_blocked_or_discouraged_road_and_says_stay():
    for status, level in (("blocked", 4), ("avoid", 3), ("unconfirmed", 3)):
        answer = answer_for("town -road:40-> port", {"road:town-port": (status, level)}, haven="port")
        assert (answer.verdict, answer.best) == ("stay", None)
        assert [option.acceptable for option in answer.options] == [False]
        assert answer.options[0].why_not == (against("road:town-port", status),)
        assert answer.opens_if == (("road:town-port",),)


def test_a_way_ends_at_the_first_haven_town_and_passes_haven_border_posts_only():
    text = (
        "town -road:5-> post:CIV -road:20-> city:CIV -road:20-> capital:CIV; town -road:5-> banfora:BFA -road:5-> city"
    )
    answer = answer_for(text, kinds={"post": "border_post"})
    assert [links(option) for option in answer.options] == [["road:town-post", "road:post-city"]]
    assert answer.verdict == "leave_overland"


def test_a_neighbour_that_is_no_haven_is_no_way_out():
    answer = answer_for("town -road:5-> ouahigouya:BFA; town -local-> airport:TWN -air-> airport:NIM")
    assert (answer.verdict, answer.options, answer.opens_if) == ("stay", (), ())


def test_changes_planes_at_home_only():
    text = "town -local-> airport:TWN -air-> airport:NIM; airport:NIM -air-> airport:DSS"
    assert answer_for(text).options == ()
    text = "town -local-> airport:TWN -air-> airport:BKO -air-> airport:DSS"
    assert links(answer_for(text).best) == ["local:town-TWN", "air:TWN-BKO", "air:BKO-DSS"]


def test_a_way_ends_at_the_first_haven_airport():
    text = "town -local-> airport:TWN -air-> airport:DSS -air-> airport:ABJ"
    assert [option.legs[-1].end for option in answer_for(text).options] == ["airport:DSS"]
    text = "town -local-> airport:TWN -air-> airport:DSS -air-> airport:KYS -local-> kayes -road-> port"
    assert [option.kind for option in answer_for(text, haven="port").options] == ["fly"]


def test_check_in_counts_once_for_flights_that_follow_each_other():
    text = "town -local:30-> airport:TWN -air:600-> airport:BKO -air:600-> airport:DSS"
    best = answer_for(text, policy=policy_of(check_in_min=100)).best
    assert best.duration_min == 60 + 100 + 60 + 60
    assert sum(leg.duration_min for leg in best.legs) == 180


def test_exposure_of_a_flight_is_its_take_off_and_a_small_part_of_its_length():
    best = answer_for("town -local:10-> airport:TWN -air:600-> airport:DSS").best
    assert best.exposure == 10 + 5 + 6
    assert best.km == 610


def test_a_closed_airport_closes_its_flights_even_if_nothing_is_said_of_them():
    network = network_of(MALI)
    situation = situation_of(network, {"airport:BKO": ("closed", 4)})
    answer = ways_out(network, situation, policy_of(), origin="gao")
    assert answer.verdict == "leave_overland"
    bad = [option for option in answer.options if not option.acceptable]
    assert bad[0].kind == "fly"
    assert bad[0].why_not == (against("airport:BKO", "closed"),)
    assert [leg.status for leg in bad[0].legs] == ["open", "blocked", "blocked"]
    assert bad[0].legs[1].causes == situation.airports["airport:BKO"].causes


def test_a_disrupted_airport_is_at_level_2_and_may_be_planned_on():
    answer = answer_for("town -local-> airport:TWN -air-> airport:DSS", {"airport:TWN": ("disrupted", 2)})
    assert (answer.verdict, answer.best.level) == ("fly", 2)
    assert answer.best.conditions[-1] == note(
        "caution", targets="local:town-TWN,air:TWN-DSS", quote="About airport:TWN.", issuer="FRA", day="2025-11-07"
    )


def test_what_nobody_speaks_of_is_unconfirmed():
    network = network_of("town -local-> airport:TWN -air-> airport:DSS")
    situation = situation_of(network)
    ids = ("local:town-TWN,air:TWN-DSS", "airport:TWN,airport:DSS")
    for silent, targets in zip((replace(situation, links={}), replace(situation, airports={})), ids, strict=True):
        answer = ways_out(network, silent, policy_of(), origin="town")
        assert (answer.verdict, answer.options[0].level) == ("stay", 3)
        assert answer.options[0].why_not == (note("unknown", targets=targets),)


def test_a_flight_for_humanitarian_staff_is_shown_and_is_no_verdict():
    answer = answer_for(MALI, origin="mopti")
    assert answer.verdict == "relocate"
    conditional = answer.options[-1]
    assert (conditional.kind, conditional.acceptable, conditional.level) == ("fly", False, 1)
    assert conditional.why_not == (note("boards", targets="air:MZI-BKO-unhas", boards="humanitarian staff"),)
    assert conditional.legs[1].boards == "humanitarian staff"


def test_a_flight_for_humanitarian_staff_is_the_verdict_for_humanitarian_staff():
    answer = answer_for(MALI, origin="mopti", may_board=["humanitarian staff"])
    assert answer.verdict == "fly"
    assert note("boards", targets="air:MZI-BKO-unhas", boards="humanitarian staff") in answer.best.conditions
    assert answer.best.why_not == ()


def test_a_flight_that_only_others_may_board_does_not_hide_the_road_that_is_blocked():
    text = "town -local-> airport:TWN -air:900:unhas:humanitarian staff-> airport:DSS; town -road-> port"
    answer = answer_for(text, {"road:town-port": ("blocked", 4)}, haven="port")
    assert answer.verdict == "stay"
    assert [option.kind for option in answer.options] == ["fly", "leave_overland"]
    assert answer.opens_if == (("road:town-port",),)


def test_a_blocked_flight_for_others_is_shown_where_there_is_nothing_else():
    text = "town -local-> airport:TWN -air:900:unhas:humanitarian staff-> airport:DSS"
    answer = answer_for(text, {"airport:TWN": ("closed", 4)})
    assert answer.options[0].why_not == (
        note("boards", targets="air:TWN-DSS-unhas", boards="humanitarian staff"),
        against("airport:TWN", "closed"),
    )
    assert answer.opens_if == ()


def test_a_flight_that_only_others_may_board_is_shown_once():
    text = "town -local-> airport:TWN -air:900:unhas:humanitarian staff-> airport:DSS"
    assert [option.kind for option in answer_for(text).options] == ["fly"]


def test_what_only_others_may_board_is_not_shown_beside_a_better_kind():
    text = "town -road-> city -local-> airport:CTY -air-> airport:DSS;"
    text += "town -local-> airport:TWN -air:900:unhas:humanitarian staff-> airport:KYS -local-> kayes -road-> port"
    assert [option.kind for option in answer_for(text, haven="port").options] == ["relocate"]


def test_the_limit_of_options_holds_back_the_blocked_one_unless_the_answer_is_to_stay():
    text = "town -road-> city -local-> airport:CTY -air-> airport:DSS; town -road-> port;"
    text += "town -local-> airport:TWN -air:900:unhas:humanitarian staff-> airport:DSS"
    blocked = {"road:town-port": ("blocked", 4)}
    kinds = {
        most: [
            option.kind
            for option in answer_for(text, blocked, haven="port", policy=policy_of(max_options=most)).options
        ]
        for most in (2, 3)
    }
    assert kinds == {2: ["relocate", "fly"], 3: ["relocate", "fly", "leave_overland"]}
    blocked["road:town-city"] = ("blocked", 4)
    answer = answer_for(text, blocked, haven="port", policy=policy_of(max_options=1))
    assert [option.kind for option in answer.options] == ["fly", "relocate"]


def test_shows_other_exits_up_to_the_limit_and_the_best_of_each_kind_first():
    answer = answer_for(MALI, origin="gao", policy=policy_of(max_options=4))
    assert [option.kind for option in answer.options] == ["fly", "fly", "relocate", "leave_overland"]
    assert [option.legs[-1].end for option in answer.options[:2]] == ["airport:ABJ", "airport:DSS"]
    answer = answer_for(MALI, origin="gao", policy=policy_of(max_options=3))
    assert [option.kind for option in answer.options] == ["fly", "relocate", "leave_overland"]
    answer = answer_for(MALI, origin="gao", policy=policy_of(max_options=1))
    assert [option.kind for option in answer.options] == ["fly"]


def test_a_relocation_beside_a_flight_goes_to_another_airport_and_does_not_turn_round():
    text = "town -local-> airport:TWN -air-> airport:DSS; town -road:10-> village; town -road:200-> city"
    answer = answer_for(text + " -local-> airport:CTY -air-> airport:DSS")
    assert [links(option)[0] for option in answer.options] == ["local:town-TWN", "road:town-city"]
    assert [option.kind for option in answer_for(text).options] == ["fly"]


def test_the_unacceptable_option_is_the_least_bad_one():
    text = "town -local-> airport:TWN -air-> airport:DSS; town -road:900-> port"
    states = {"airport:TWN": ("closed", 4), "road:town-port": ("avoid", 3)}
    assert [option.kind for option in answer_for(text, states, haven="port").options] == ["leave_overland"]
    states = {"airport:TWN": ("closed", 4), "road:town-port": ("blocked", 4)}
    assert [option.kind for option in answer_for(text, states, haven="port").options] == ["fly"]
    text = "town -road:10-> a -road:10-> port; town -road:900-> port"
    states = dict.fromkeys(("road:town-a", "road:a-port", "road:town-port"), ("blocked", 4))
    assert links(answer_for(text, states, haven="port").options[0]) == ["road:town-a", "road:a-port"]


def test_one_statement_that_closes_many_roads_is_one_reason_and_one_note():
    advice = cause_of("Do not travel by road.", kind="overland", value="do_not_use")
    text = "town -road:10-> a -road:10-> b -road:10-> c -road:10-> port;"
    text += "town -road:50-> city -local-> airport:CTY -air-> airport:DSS"
    states = dict.fromkeys(
        ("road:town-a", "road:a-b", "road:b-c", "road:c-port", "road:town-city"), ("blocked", 4, advice)
    )
    answer = answer_for(text, states, haven="port")
    assert [option.kind for option in answer.options] == ["relocate"]
    answer = answer_for(text, {**states, "airport:CTY": ("closed", 4)}, haven="port")
    assert [option.kind for option in answer.options] == ["leave_overland"]
    assert answer.options[0].why_not == (
        against("road:town-a,road:a-b,road:b-c,road:c-port", "blocked", "Do not travel by road."),
    )


def test_a_blocked_road_to_an_open_airport_goes_before_a_closed_airport_near_by():
    text = "town -road:10-> near -local-> airport:NEA -air-> airport:DSS;"
    text += "town -road:90-> far -local-> airport:FAR -air-> airport:DSS"
    states = {"road:town-near": ("blocked", 4), "road:town-far": ("blocked", 4), "airport:NEA": ("closed", 4)}
    assert links(answer_for(text, states).options[0])[0] == "road:town-far"


def test_lists_the_blocked_links_of_the_physically_shortest_ways_over_land():
    text = MALI + "; gao -road:5000-> kayes -road:10-> tambacounda"
    states = {"road:gao-mopti": ("blocked", 4), "road:mopti-bamako": ("avoid", 3), "road:gao-kayes": ("blocked", 4)}
    answer = answer_for(text, states, origin="gao")
    assert answer.verdict == "fly"
    blocked = {link: causes[0].quote for link, causes in answer.blocked_overland}
    assert blocked == {"road:gao-mopti": "About road:gao-mopti."}


def test_a_closed_airport_opens_with_one_reopening_however_many_flights_hang_on_it():
    closure = cause_of("The airport is closed.", kind="airport", value="closed")
    states = {
        "airport:BKO": ("closed", 4, closure),
        **dict.fromkeys(
            ("air:BKO-DSS", "air:BKO-ABJ", "air:GAQ-BKO-sky-mali", "local:bamako-BKO"), ("blocked", 4, closure)
        ),
        "road:bamako-kidira": ("blocked", 4),
        "road:gao-mopti": ("blocked", 4),
    }
    assert answer_for(MALI, states, origin="gao").opens_if == (("airport:BKO",),)
    assert answer_for(MALI, states, origin="bamako").opens_if == (("airport:BKO",), ("road:bamako-kidira",))


def test_a_flight_with_its_own_reason_needs_to_reopen_besides_the_airport():
    closure = cause_of("The airport is closed.", kind="airport", value="closed")
    flights = cause_of("Flights are suspended.", kind="flights", value="suspended", directive="D-000002")
    states = {"airport:TWN": ("closed", 4, closure), "air:TWN-DSS": ("blocked", 4, closure, flights)}
    answer = answer_for("town -local-> airport:TWN -air-> airport:DSS", states)
    assert answer.opens_if == (("air:TWN-DSS", "airport:TWN"),)


def test_a_flight_that_is_only_reduced_opens_with_its_airport():
    closure = cause_of("The airport is closed.", kind="airport", value="closed")
    reduced = cause_of("Fewer flights.", kind="flights", value="reduced", directive="D-000002")
    states = {"airport:TWN": ("closed", 4, closure), "air:TWN-DSS": ("blocked", 4, closure, reduced)}
    policy = policy_of(effects={"flights.reduced": (Effect("services", at_least=2),)})
    answer = answer_for("town -local-> airport:TWN -air-> airport:DSS", states, policy=policy)
    assert answer.opens_if == (("airport:TWN",),)


OVERLAND_ADVICE = {
    "overland.do_not_use.all": (Effect("overland_links", status="blocked"), Effect("local_links", at_least=2)),
    "airport.closed": (Effect("airports", status="closed"),),
}


def test_under_advice_against_all_roads_a_closed_airport_is_the_one_thing_that_must_reopen():
    closure = cause_of("The airport is closed.", kind="airport", value="closed")
    advice = cause_of("Do not travel by road.", kind="overland", value="do_not_use", directive="D-000002")
    text = "town -local-> airport:TWN -air-> airport:DSS; town -road-> port"
    policy = policy_of(effects=OVERLAND_ADVICE)
    states = {"local:town-TWN": ("open", 2, advice), "road:town-port": ("blocked", 4, advice)}
    assert answer_for(text, states, haven="port", policy=policy).verdict == "fly"
    states |= {"airport:TWN": ("closed", 4, closure), "air:TWN-DSS": ("blocked", 4, closure)}
    for causes in ((advice, closure), (closure, advice)):
        states["local:town-TWN"] = ("blocked", 4, *causes)
        answer = answer_for(text, states, policy=policy)
        assert (answer.verdict, answer.opens_if) == ("stay", (("airport:TWN",),))
        assert answer.options[0].why_not == (against("airport:TWN", "closed", "The airport is closed."),)
        both = (("airport:TWN",), ("road:town-port",))
        assert answer_for(text, states, haven="port", policy=policy).opens_if == both


def test_a_road_to_another_airport_that_advice_closes_must_reopen_besides_that_airport():
    closure = cause_of("The airport is closed.", kind="airport", value="closed")
    advice = cause_of("Do not travel by road.", kind="overland", value="do_not_use", directive="D-000002")
    states = {
        "road:town-city": ("blocked", 4, advice),
        "local:city-CTY": ("blocked", 4, closure, advice),
        "airport:CTY": ("closed", 4, closure),
    }
    text = "town -road-> city -local-> airport:CTY -air-> airport:DSS"
    answer = answer_for(text, states, policy=policy_of(effects=OVERLAND_ADVICE))
    assert answer.opens_if == (("airport:CTY", "road:town-city"),)


def test_a_blocked_road_to_a_flight_goes_before_a_suspended_flight_near_by():
    text = "town -road:10-> near -local-> airport:NEA -air-> airport:DSS;"
    text += "town -road:90-> far -local-> airport:FAR -air-> airport:DSS"
    states = {"road:town-near": ("blocked", 4), "road:town-far": ("blocked", 4), "air:NEA-DSS": ("blocked", 4)}
    assert links(answer_for(text, states).options[0])[0] == "road:town-far"


def test_an_airport_as_bad_as_the_link_leaves_the_link_its_own_status_and_words():
    states = {"airport:TWN": ("unconfirmed", 3), "air:TWN-DSS": ("avoid", 3)}
    option = answer_for("town -local-> airport:TWN -air-> airport:DSS", states).options[0]
    assert option.legs[1].status == "avoid"
    assert [cause.quote for cause in option.legs[1].causes] == ["About air:TWN-DSS."]


def test_a_flight_needs_the_airports_that_it_calls_at():
    network = network_of("kayes -local-> airport:KYS -air-> airport:ABJ; bamako -local-> airport:BKO")
    services = {ident: replace(one, via=("airport:BKO",)) for ident, one in network.services.items()}
    network = replace(network, services=services)
    assert ways_out(network, situation_of(network), policy_of(), origin="kayes").verdict == "fly"
    situation = situation_of(network, {"airport:BKO": ("closed", 4)})
    answer = ways_out(network, situation, policy_of(), origin="kayes")
    assert (answer.verdict, answer.opens_if) == ("stay", (("airport:BKO",),))
    assert answer.options[0].why_not == (against("airport:BKO", "closed"),)
    situation = situation_of(network, dict.fromkeys(network.airports, ("closed", 4)) | {"air:KYS-ABJ": ("blocked", 4)})
    answer = ways_out(network, situation, policy_of(), origin="kayes")
    assert answer.opens_if == (("air:KYS-ABJ", "airport:ABJ", "airport:BKO", "airport:KYS"),)


def test_names_no_more_than_twenty_sets():
    text = "; ".join(f"town -road:10-> v{number:02} -road:10-> port" for number in range(30))
    states = {f"road:town-v{number:02}": ("blocked", 4) for number in range(30)}
    answer = answer_for(text, states, haven="port")
    assert len(answer.opens_if) == 20
    assert answer.opens_if == tuple((f"road:town-v{number:02}",) for number in range(20))


def test_conditions_say_days_carrier_check_in_and_the_age_of_the_flight_data():
    best = answer_for("town -local-> airport:TWN -air-> airport:DSS").best
    ends = {"start": "airport:TWN", "end": "airport:DSS"}
    assert best.conditions == (
        note("days", days="2,6", **ends),
        note("carrier", **ends),
        note("check_in", minutes="120", **ends),
        note("flight_data", month="2025-09", **ends),
    )


def test_unknown_flight_days_ask_to_confirm():
    network = network_of("town -local-> airport:TWN -air:900:sky-mali-> airport:DSS")
    ends = {"start": "airport:TWN", "end": "airport:DSS"}
    unknown = note("days_unknown", **ends)
    known = note("frequency", frequency="4 per week", **ends)
    for frequency, said in (("", unknown), ("unknown", unknown), ("none", unknown), ("4 per week", known)):
        services = {ident: replace(one, days=(), frequency=frequency) for ident, one in network.services.items()}
        other = replace(network, services=services)
        best = ways_out(other, situation_of(other), policy_of(), origin="town").best
        assert best.conditions[0] == said
        assert note("carrier", **ends) not in best.conditions


def test_caution_is_quoted_whole_and_on_one_line():
    quote = "Exercise caution\n on this road, " + "and then some, " * 20
    answer = answer_for("town -road-> port", {"road:town-port": ("open", 2, cause_of(quote))}, haven="port")
    whole = "Exercise caution on this road, " + "and then some, " * 19 + "and then some,"
    assert answer.best.conditions == (
        note("caution", targets="road:town-port", quote=whole, issuer="FRA", day="2025-11-07"),
    )


def test_a_cause_with_a_date_alone_and_a_state_without_causes_are_said_plainly():
    states = {"road:town-port": ("blocked", 4, cause_of("Cut.", issued=date(2025, 11, 1)))}
    assert answer_for("town -road-> port", states, haven="port").options[0].why_not == (
        against("road:town-port", "blocked", "Cut.", day="2025-11-01"),
    )
    network = network_of("town -road-> port", haven="port")
    situation = replace(situation_of(network), links={"road:town-port": LinkState("road:town-port", "blocked", 4, ())})
    answer = ways_out(network, situation, policy_of(), origin="town")
    unsaid = {"quote": "", "issuer": "", "day": ""}
    assert answer.options[0].why_not == (note("against", targets="road:town-port", status="blocked", **unsaid),)


def test_a_town_that_is_unknown_or_abroad_is_refused():
    with pytest.raises(UnknownNameError):
        answer_for("town -road-> port", origin="nowhere", haven="port")
    with pytest.raises(InputRefusedError, match="port is not in Mali"):
        answer_for("town -road-> port", origin="port", haven="port")


def test_the_states_of_airports_abroad_count():
    answer = answer_for("town -local-> airport:TWN -air-> airport:DSS", {"airport:DSS": ("closed", 4)})
    assert (answer.verdict, answer.opens_if) == ("stay", (("airport:DSS",),))


def test_an_airport_may_be_passed_on_the_ground():
    text = "town -local:10-> airport:TWN -local:10-> village -road:30-> port"
    answer = answer_for(text, haven="port")
    assert links(answer.best) == ["local:town-TWN", "local:TWN-village", "road:village-port"]


def test_the_worse_of_two_airports_gives_a_flight_its_state():
    network = network_of("town -local-> airport:TWN -air-> airport:DSS")
    situation = situation_of(network, {"airport:TWN": ("unconfirmed", 3), "airport:DSS": ("closed", 4)})
    option = ways_out(network, situation, policy_of(), origin="town").options[0]
    assert [(leg.status, leg.level) for leg in option.legs] == [("unconfirmed", 3), ("blocked", 4)]
    assert len(option.legs[1].causes) == 2
    assert isinstance(situation.airports["airport:DSS"], AirportState)
