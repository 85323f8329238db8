"""A data folder is checked as a whole: every fault is named, with its file and line, all at once."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.errors import DataFaultsError, Fault
from evacplan.loading.check import check_data
from evacplan.loading.folders import default_data_folder
from evacplan.loading.network import load_network
from evacplan.loading.policy import load_policy
from evacplan.loading.yaml_safe import read_yaml
from tests.loading import tiny

AGAIN = (
    "{from: beta, to: alpha, km: 60, duration_min: 60, surface: paved, season: all, baseline: fine, source: map, "
    "confidence: high}"
)

# file, what is replaced, by what, in which line the fault is seen, what it says
FAULTS = {
    "unknown key": (
        "routes",
        "    kind: town",
        "    kindd: town",
        "kindd",
        "beta: unknown key 'kindd' (did you mean kind?)",
    ),
    "missing key": ("routes", "    km: 60\n", "", "road:alpha-beta:", "road:alpha-beta: km is missing"),
    "wrong type": ("routes", "km: 60", "km: sixty", "km: sixty", "km must be a number from 0.1 to 5000, not 'sixty'"),
    "number that is text": ("routes", "km: 60", 'km: "60"', "km:", "km must be a number"),
    "time that is text": ("routes", "duration_min: 60", "duration_min: 1:00", "1:00", "must be a whole number"),
    "bad word": ("routes", "surface: track", "surface: mud", "mud", "surface must be one of paved, laterite"),
    "block that is a text": (
        "routes",
        "  fine: {status: open, level: 1, as_of: 2025-01-01, reason: Made up.}",
        "  fine: good",
        "fine: good",
        "fine must be a block of keys",
    ),
    "no such day": ("routes", "as_of: 2025-01-01", "as_of: 2025-02-30", "2025-02-30", "as_of must be a date"),
    "unknown section": ("routes", "links:", "linkz:", "linkz:", "unknown section 'linkz'"),
    "duplicate id": (
        "routes",
        "  beta:",
        "  alpha:",
        "  alpha:\n    name: Béta",
        "'alpha' stands twice (first in line 6)",
    ),
    "unknown end": ("routes", "    to: beta", "    to: betta", "betta", "unknown place 'betta'"),
    "id of other ends": (
        "routes",
        "  road:alpha-beta:",
        "  road:alpha-bta:",
        "alpha-bta",
        "the id must be road:alpha-beta",
    ),
    "river with a road surface": (
        "routes",
        "  road:alpha-beta:",
        "  river:alpha-beta:",
        "surface: paved",
        "a river cannot",
    ),
    "below the great circle": ("routes", "km: 60", "km: 50", "km: 50", "50 km is below the great circle (55.3 km)"),
    "over twice": ("routes", "km: 60", "km: 120", "km: 120", "120 km is over twice the great circle (55.3 km)"),
    "same link again": (
        "routes",
        "links:\n",
        f"links:\n  road:beta-alpha: {AGAIN}\n",
        "  road:alpha-beta:",
        "the same link as road:beta-alpha",
    ),
    "unreachable place": ("routes", "    to: gamma", "    to: beta", "  gamma:", "gamma: no link joins it to the rest"),
    "outside the country": ("routes", "[10.5, 10.0]", "[10.5, 12.0]", "12.0", "10.5, 12.0 is outside the country"),
    "no point": ("routes", "[10.5, 10.0]", "[105, 10.0]", "105", "at must be [latitude, longitude] in degrees"),
    "unknown region": (
        "routes",
        "{2016: old, 2023: new}\n    at: [10.5",
        "{2016: old, 2023: neo}\n    at: [10.5",
        "neo",
        "region 'neo' of 2023",
    ),
    "region missing": (
        "routes",
        "    regions: {2016: old, 2023: new}\n    at: [10.5",
        "    at: [10.5",
        "  beta:",
        "must be a block of keys",
    ),
    "place abroad with a region": (
        "routes",
        "kind: border_post",
        "kind: border_post\n    regions: {2016: old, 2023: new}",
        "regions: {2016: old, 2023: new}\n    at: [11.0",
        "a place abroad has no regions",
    ),
    "border missing": ("routes", "    border: XNB\n", "", "  road:beta-gamma:", "goes to XNB, but border is missing"),
    "other border": ("routes", "    border: XNB\n", "    border: XOT\n", "XOT", "goes to XNB, but says border: XOT"),
    "border inside": (
        "routes",
        "    km: 60",
        "    border: XNB\n    km: 60",
        "border: XNB",
        "crosses no border of the country",
    ),
    "crossing missing": ("routes", "    crossing: Gamma Gate\n", "", "  road:beta-gamma:", "crossing is missing"),
    "unknown baseline": ("routes", "baseline: fine", "baseline: fin", "baseline: fin", "unknown baseline 'fin'"),
    "baseline of a bad level": (
        "routes",
        "unconfirmed, level: 3",
        "unconfirmed, level: 2",
        "level: 2",
        "'unconfirmed' goes with level 3, not 2",
    ),
    "baseline of a bad status": (
        "routes",
        "unconfirmed, level: 3",
        "closed, level: 4",
        "closed",
        "links cannot be 'closed'",
    ),
    "level out of range": (
        "routes",
        "unconfirmed, level: 3",
        "unconfirmed, level: 5",
        "level: 5",
        "level must be a whole number from 1 to 4",
    ),
    "unknown source": (
        "routes",
        "source: [map sheet 7, map]",
        "source: [mop sheet 7, map]",
        "mop",
        "unknown source 'mop'",
    ),
    "airport of an unknown place": (
        "airports",
        "serves: alpha",
        "serves: alfa",
        "alfa",
        "serves an unknown place 'alfa'",
    ),
    "airport far from its town": (
        "airports",
        "at: [10.05, 10.0]",
        "at: [10.9, 10.0]",
        "serves: alpha",
        "is 100 km from alpha",
    ),
    "access too far": (
        "airports",
        "at: [10.05, 10.0]",
        "at: [10.3, 10.0]",
        "place: alpha",
        "alpha is 33 km away, more than 25",
    ),
    "access too short": ("airports", "km: 8,", "km: 5,", "place: alpha", "5 km is below the great circle"),
    "access from nowhere": (
        "airports",
        "{place: alpha",
        "{place: delta",
        "place: delta",
        "access from an unknown place 'delta'",
    ),
    "access without a town": ("airports", "    serves: alpha\n", "", "access:", "has access, so serves is missing"),
    "airport outside the country": (
        "airports",
        "at: [10.05, 10.0]",
        "at: [8.9, 10.0]",
        "8.9",
        "is outside the country",
    ),
    "code of another airport": ("airports", "icao: XBBB", "icao: XAAA", "airport:XBBB", "the id must be airport:XAAA"),
    "code used twice": (
        "airports",
        "icao: XBBB\n",
        "icao: XAAA\n    iata: XBBB\n",
        "icao: XAAA\n    iata: XBBB",
        "icao XAAA is also that of airport:AAA",
    ),
    "service to nowhere": (
        "airports",
        "to: airport:XBBB",
        "to: airport:XZZZ",
        "air:AAA-XBBB",
        "unknown airport 'airport:XZZZ'",
    ),
    "service by nowhere": (
        "airports",
        "    kind: scheduled",
        "    via: [airport:Q]\n    kind: scheduled",
        "air:AAA-XBBB",
        "unknown airport 'airport:Q'",
    ),
    "service with another id": (
        "airports",
        "  air:AAA-XBBB-tiny-air:",
        "  air:AAA-XCCC:",
        "air:AAA-XCCC",
        "must begin with air:AAA-XBBB",
    ),
    "service on an eighth day": (
        "airports",
        "days: [1, 4]",
        "days: [1, 8]",
        "days",
        "days must be a list, each a whole number from 1 to 7",
    ),
    "service too short": ("airports", "km: 440", "km: 400", "km: 400", "400 km is below the great circle"),
    "airport that is blocked": (
        "airports",
        "{status: open, level: 1",
        "{status: blocked, level: 4",
        "baseline: fine\n    source: list\n    confidence: high\n  airport",
        "airports cannot be 'blocked'",
    ),
    "region id of another scheme": (
        "regions",
        '"2023"',
        '"2016"',
        "region:new",
        "the id of a region of 2016 is region2016:...",
    ),
    "unknown parent": (
        "regions",
        "parent: region2016:old",
        "parent: region2016:odl",
        "odl",
        "unknown region 'region2016:odl'",
    ),
    "area with an unknown place": ("regions", "places: [beta]", "places: [zeta]", "zeta", "unknown place 'zeta'"),
    "border of another id": ("regions", "border:XNB:", "border:XNN:", "border:XNN", "the id must be border:XNB"),
    "unknown capital": ("regions", "capital: alpha", "capital: omega", "omega", "unknown capital 'omega'"),
    "landmark without a point": ("regions", "    at: [10.01, 10.0]\n", "", "Tall Tree", "at is missing"),
    "foreign names that are no list": (
        "regions",
        "[Neighbourland, neighbourish]",
        "Neighbourland",
        "XNB: N",
        "XNB must be a list",
    ),
    "landmarks that are no list": (
        "regions",
        "landmarks:\n  - name: Tall Tree\n    at: [10.01, 10.0]\n    source: map\n",
        "landmarks: {}\n",
        "landmarks",
        "landmarks must be a list",
    ),
    "unknown section of the policy": (
        "policy",
        "planning:",
        "plans: 1\nplanning:",
        "plans:",
        "unknown section 'plans'",
    ),
    "effects that are no block": ("policy", "effects:\n", "effects: none\nother:\n", "effects:", "effects is missing"),
    "effect that is no list": (
        "policy",
        "[{on: scope_links, status: blocked, why: a fact}]",
        "blocked",
        "road.cut",
        "road.cut must be a list of effects",
    ),
    "border with a level": (
        "policy",
        "{on: scope_links, status: blocked,",
        "{on: borders, at_least: 2,",
        "on: borders",
        "a border has a status and no level",
    ),
    "havens that are a list": ("policy", "  XFR: by air", "  - XFR", "havens", "havens must be a block of keys"),
    "haven that is no country code": (
        "policy",
        "  XFR: by air",
        "  France: by air",
        "France: by",
        "'France' must be an ISO",
    ),
    "unknown statement": ("policy", "road.cut:", "road.cutt:", "road.cutt", "unknown statement 'road.cutt'"),
    "statement left out": ("policy", "  fuel.ended: [{on: nothing}]\n", "", "effects:", "no effect for fuel.ended"),
    "effect of a bad status": ("policy", "status: blocked", "status: shut", "shut", "status must be one of"),
    "effect that cannot be": (
        "policy",
        "status: blocked",
        "status: closed",
        "status: closed",
        "scope_links cannot be 'closed'",
    ),
    "effect without effect": (
        "policy",
        "status: blocked, ",
        "",
        "scope_links",
        "needs one of status, at_least and raise_by",
    ),
    "raise without days": ("policy", ", days: 30", "", "raise_by", "raise_by and days go together"),
    "weights that fall": ("policy", "[1, 4, 16]", "[4, 1, 16]", "[4, 1, 16]", "cannot weigh less"),
    "mode without factor": ("policy", "river: 2, ", "", "mode_factor", "river is missing"),
    "haven that is none": ("policy", "  XNB: too near", "  XFR: too far", "XFR: too far", "cannot be a haven and none"),
    "haven without reason": ("policy", "XFR: by air", "XFR:", "XFR:", "XFR needs a reason"),
    "issuer without names": ("policy", ", names: [France]", "", "FRA:", "names is missing"),
    "official that is a word": (
        "policy",
        "official: true",
        "official: yes",
        "yes",
        "official must be true or false, not 'yes'",
    ),
    "negative hours": ("policy", "valid_hours: 12", "valid_hours: -1", "valid_hours", "must be a whole number from 1"),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_names_the_file_and_line_of(kind, tmp_path):
    stem, old, new, piece, what = FAULTS[kind]
    text = tiny.changed(f"{stem}.yaml", old, new)
    faults = check_data(tiny.write(tmp_path, **{stem: text}))
    start = text[: text.index(piece)].count("\n") + 1
    assert any(f.file == f"{stem}.yaml" and f.line == start and what in f.what for f in faults), [*map(str, faults)]


def test_a_sound_folder_has_no_faults(tmp_path):
    assert check_data(tiny.write(tmp_path)) == ()


def test_the_data_that_ship_have_no_faults():
    assert check_data(default_data_folder()) == ()


def test_all_faults_of_all_files_are_reported_at_once_in_order(tmp_path):
    folder = tiny.write(
        tmp_path,
        routes=tiny.changed("routes.yaml", "km: 60", "km: 5").replace("surface: track", "surface: mud"),
        airports=tiny.changed("airports.yaml", "serves: alpha", "serves: alfa"),
        regions=tiny.changed("regions.yaml", "[beta]", "[zeta]"),
        policy=tiny.changed("policy.yaml", "valid_hours: 12", "valid_hours: never"),
    )
    faults = check_data(folder)
    assert [fault.file for fault in faults] == [
        "routes.yaml", "routes.yaml", "airports.yaml", "regions.yaml", "policy.yaml",
    ]  # fmt: skip
    assert [fault.line for fault in faults[:2]] == sorted(fault.line for fault in faults[:2])
    for load in (load_network, load_policy):
        with pytest.raises(DataFaultsError) as caught:
            load(folder)
        assert caught.value.faults == faults


def test_a_fault_in_one_block_is_not_repeated_by_those_that_refer_to_it(tmp_path):
    folder = tiny.write(tmp_path, routes=tiny.changed("routes.yaml", "kind: town", "kind: city"))
    assert len(check_data(folder)) == 1


def test_a_broken_file_is_one_fault_and_the_policy_is_still_checked(tmp_path):
    folder = tiny.write(
        tmp_path,
        routes=tiny.ROUTES + "  - oops\n",
        policy=tiny.changed("policy.yaml", "max_options: 5", "max_options: 0"),
    )
    first, second = check_data(folder)
    assert (first.file, first.line) == ("routes.yaml", tiny.line_of(tiny.ROUTES + "  - oops", "oops"))
    assert "not valid YAML" in first.what
    assert (second.file, second.line) == ("policy.yaml", tiny.line_of(tiny.POLICY, "max_options"))


def test_a_file_that_is_missing_is_one_fault(tmp_path):
    folder = tiny.write(tmp_path, regions=None)
    (fault,) = check_data(folder)
    assert (fault.file, fault.line) == ("regions.yaml", 0)
    assert "cannot be read" in fault.what
    with pytest.raises(DataFaultsError, match="regions"):
        load_network(folder)


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list", "places: []\nlinks: 7\n", "null"])
def test_a_file_of_the_wrong_shape_is_named_not_crashed_on(text, tmp_path):
    for stem in ("routes", "airports", "regions", "policy"):
        faults = check_data(tiny.write(tmp_path / stem, **{stem: text}))
        assert faults
        assert any(fault.file == f"{stem}.yaml" for fault in faults)


@pytest.mark.parametrize(
    ("stem", "section", "after"),
    [
        ("routes", "places", "links"),
        ("airports", "sources", "baselines"),
        ("regions", "borders", "foreign"),
        ("policy", "havens", "not_havens"),
        ("policy", "effects", "exposure"),
    ],
)
def test_a_section_that_is_missing_is_a_fault_of_the_file(stem, section, after, tmp_path):
    text = tiny.FILES[f"{stem}.yaml"]
    start = text.index(f"{section}:\n")
    folder = tiny.write(tmp_path, **{stem: text[:start] + text[text.index(f"\n{after}:", start) + 1 :]})
    wanted = [fault for fault in check_data(folder) if fault.what.startswith(f"{section} is missing")]
    assert [(fault.file, fault.line) for fault in wanted] == [(f"{stem}.yaml", 0)]


def test_a_fault_reads_as_file_line_and_words():
    assert str(Fault("routes.yaml", 12, "km is missing")) == "routes.yaml:12: km is missing"


JUNK = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False) | st.text(max_size=5)
WILD = st.recursive(
    JUNK, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
)


def _spots(tree, at=()):
    """Every spot in a tree where a value stands."""
    yield at
    for key in tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ():
        yield from _spots(tree[key], (*at, key))


@given(data=st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_value_in_any_place_crashes_the_check(data, tmp_path):
    name = data.draw(st.sampled_from(sorted(tiny.FILES)))
    tree = read_yaml(tiny.FILES[name].encode(), name=name)
    spot = data.draw(st.sampled_from(sorted(_spots(tree), key=str)))
    inner, new = tree, data.draw(WILD)
    for key in spot[:-1]:
        inner = inner[key]
    if spot:
        inner[spot[-1]] = new
    else:
        tree = new
    folder = tiny.write(tmp_path, **{name.removesuffix(".yaml"): json.dumps(tree)})
    faults = check_data(folder)
    assert all(fault.what for fault in faults)
    if not faults:
        load_network(folder)
        load_policy(folder)
