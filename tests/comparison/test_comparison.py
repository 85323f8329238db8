"""What changed between two plans."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from evacplan.comparison import compare
from evacplan.model.plan import HARM, Change, Leg, Option, Plan, TownPlan
from evacplan.model.situation import Said, Situation
from tests.networks import cause_of, examples, network_of, situation_of

NETWORK = network_of(
    "gao -local-> airport:GAQ -air-> airport:BKO -air-> airport:DSS; gao -road-> mopti -road-> bamako -road-> kati"
)
KINDS = {"fly": ["local:gao-GAQ", "air:GAQ-BKO", "air:BKO-DSS"], "relocate": ["road:gao-mopti", "road:mopti-bamako"]}


def leg(link: str, level: int = 1, causes=()) -> Leg:
    known = NETWORK.links.get(link) or NETWORK.services.get(link)
    start, end = (known.start, known.end) if known else ("a", "b")
    return Leg(link, link.partition(":")[0], start, end, 10, 10, "open", level, tuple(causes))


def option(kind: str, *links: str | Leg) -> Option:
    legs = tuple(leg(one) if isinstance(one, str) else one for one in links)
    return Option(kind, True, max((one.level for one in legs), default=1), 10.0, 10, 10, legs)


def plan_of(**towns: str | Option) -> Plan:
    """`gao="stay"`, or an option whose kind is the verdict."""
    told = tuple(
        TownPlan(name, what.kind, what) if isinstance(what, Option) else TownPlan(name, what, None)
        for name, what in sorted(towns.items())
    )
    return Plan("P-0002", "P-0001", datetime(2025, 11, 8, tzinfo=UTC), "digest", told)


def situation(states=None, **changes) -> Situation:
    return situation_of(NETWORK, states, **changes)


FLY = option("fly", *KINDS["fly"])
DRIVE = option("relocate", *KINDS["relocate"])


def test_is_silent_when_nothing_that_matters_changed():
    assert compare(plan_of(gao=FLY, kidal="stay"), plan_of(gao=FLY, kidal="stay"), situation=situation()) == ()
    worse = option("fly", leg("local:gao-GAQ", 2), "air:GAQ-BKO", "air:BKO-DSS")
    assert compare(plan_of(gao=FLY), plan_of(gao=worse), situation=situation()) == ()


def test_a_closed_airport_is_the_cause_of_staying():
    closure = cause_of("Closed.", directive="D-000007", kind="airport", value="closed")
    now = situation({"airport:BKO": ("closed", 4, closure), "road:gao-mopti": ("blocked", 4)})
    (change,) = compare(plan_of(gao=FLY), plan_of(gao="stay"), situation=now)
    assert change == Change("gao", "fly", "stay", ("D-000007",), route_changed=False)


def test_only_links_that_got_worse_are_causes():
    old = leg("road:gao-mopti", 2, [cause_of("Caution.", directive="D-000001")])
    before = option("relocate", old, "road:mopti-bamako")
    now = situation(
        {
            "road:gao-mopti": ("open", 2, cause_of("Caution.", directive="D-000001")),
            "road:mopti-bamako": (
                "blocked",
                4,
                cause_of("Cut.", directive="D-000009"),
                cause_of("Map.", directive=None),
            ),
        }
    )
    (change,) = compare(plan_of(gao=before), plan_of(gao="stay"), situation=now)
    assert change.because == ("D-000009",)


def test_what_is_said_of_the_new_way_is_no_cause_of_leaving_the_old_one():
    closure = cause_of("Closed.", directive="D-000007", kind="airport", value="closed")
    caution = cause_of("Caution.", directive="D-000002")
    now = situation({"airport:GAQ": ("closed", 4, closure), "road:gao-mopti": ("open", 2, caution)})
    drive = option("relocate", leg("road:gao-mopti", 2, [caution]), "road:mopti-bamako")
    (change,) = compare(plan_of(gao=FLY), plan_of(gao=drive), situation=now)
    assert change.because == ("D-000007",)


def test_a_change_for_the_better_names_what_opened_the_way():
    opening = cause_of("The airport is open.", directive="D-000012", value="open")
    now = situation({"airport:GAQ": ("open", 1, opening)})
    (change,) = compare(plan_of(gao="stay"), plan_of(gao=FLY), situation=now)
    assert (change.before, change.after, change.because) == ("stay", "fly", ("D-000012",))


def test_another_way_with_the_same_verdict_is_a_route_that_changed():
    other = option("relocate", "road:kati-bamako")
    now = situation({"road:gao-mopti": ("blocked", 4)})
    (change,) = compare(plan_of(gao=DRIVE), plan_of(gao=other), situation=now)
    assert (change.before, change.after, change.route_changed) == ("relocate", "relocate", True)
    assert change.because == ("D-000001",)


def test_a_better_way_with_the_same_verdict_names_what_opened_it():
    opening = cause_of("Open.", directive="D-000003", value="open")
    now = situation({"road:mopti-bamako": ("open", 1, opening)})
    before = option("relocate", leg("road:bamako-kati"))
    (change,) = compare(plan_of(gao=before), plan_of(gao=DRIVE), situation=now)
    assert change.because == ("D-000003",)


def test_a_shelter_order_is_the_cause_of_staying():
    order = cause_of("Shelter.", directive="D-000020", kind="shelter", value="shelter_in_place")
    for area in (("gao",), ("country:MLI",)):
        now = situation(shelter=(Said(area, "", order), Said(("kidal",), "", cause_of("Other.", directive="D-000021"))))
        (change,) = compare(plan_of(gao=FLY), plan_of(gao="stay"), situation=now)
        assert change.because == ("D-000020",)


def test_without_a_situation_only_the_new_way_tells_why():
    assert compare(plan_of(gao=FLY), plan_of(gao="stay"), situation=None)[0].because == ()
    told = option("fly", leg("air:BKO-DSS", 1, [cause_of("Open.", directive="D-000004")]))
    assert compare(plan_of(gao="stay"), plan_of(gao=told), situation=None)[0].because == ("D-000004",)


def test_nobody_disappears_a_town_in_one_plan_only_is_a_change():
    changes = compare(plan_of(gao=FLY), plan_of(kidal="stay"), situation=situation())
    assert [(change.town, change.before, change.after) for change in changes] == [
        ("gao", "fly", "none"),
        ("kidal", "none", "stay"),
    ]


def test_a_link_that_the_data_no_longer_hold_is_no_cause_and_no_crash():
    (change,) = compare(plan_of(gao=option("relocate", "road:gone")), plan_of(gao="stay"), situation=situation())
    assert change.because == ()


def test_changes_are_sorted_by_harm_then_route_then_gain_then_town():
    land = option("leave_overland", "road:bamako-kati")
    before = plan_of(a=FLY, b=FLY, c="stay", d=DRIVE, e=DRIVE, f=land, g="stay", h=FLY)
    other = option("relocate", "road:bamako-kati")
    after = plan_of(a=DRIVE, b="stay", c=FLY, d=other, e="stay", f=DRIVE, g="stay", h="stay")
    changes = compare(before, after, situation=situation())
    assert [change.town for change in changes] == ["b", "h", "e", "a", "d", "f", "c"]


VERDICTS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["stay", FLY, DRIVE]))


@given(VERDICTS, VERDICTS)
@examples(100)
def test_each_town_with_another_answer_is_listed_once_and_no_other(before, after):
    changes = compare(plan_of(**before), plan_of(**after), situation=situation())
    different = {town for town in before.keys() | after.keys() if before.get(town) != after.get(town)}
    assert sorted(change.town for change in changes) == sorted(different)
    falls = [HARM.get(change.after, 3) - HARM.get(change.before, 3) for change in changes]
    assert falls == sorted(falls, reverse=True)
    assert compare(plan_of(**before), plan_of(**before), situation=situation()) == ()
    assert replace(changes[0], people=1).people == 1 if changes else True
