"""The Malian network: roads against the WFP matrix, contents, sources, names."""

import heapq
from collections import defaultdict

import pytest

from evacplan.geo import distance_km

# Kilometres on paved road in the WFP distance matrix. Left out, since they contradict its own other cells:
# Gao-Kidal 286, Mopti-Kidal 740 and Segou-Timbuktu 1263.
WFP = [
    ("bamako", "sikasso", 364),
    ("bamako", "kayes", 614),
    ("bamako", "segou", 235),
    ("bamako", "mopti", 635),
    ("bamako", "gao", 1192),
    ("sikasso", "kayes", 985),
    ("sikasso", "segou", 293),
    ("sikasso", "mopti", 464),
    ("sikasso", "gao", 1022),
    ("kayes", "segou", 842),
    ("kayes", "mopti", 1230),
    ("segou", "mopti", 396),
    ("mopti", "gao", 582),
]
TRACKS = [("mopti", "tombouctou", 402), ("tombouctou", "gao", 423)]
LEFT_OUT = [("gao", "kidal", 286), ("mopti", "kidal", 740), ("segou", "tombouctou", 1263)]


def shortest_km(network, start, end, *, paved):
    near = defaultdict(list)
    for link in network.links.values():
        if link.mode == "road" and (link.surface == "paved" or not paved):
            near[link.start].append((link.end, link.km))
            near[link.end].append((link.start, link.km))
    best, queue = {start: 0.0}, [(0.0, start)]
    while queue:
        km, here = heapq.heappop(queue)
        if here == end:
            return km
        for there, length in near[here]:
            if km + length < best.get(there, 1e9):
                best[there] = km + length
                heapq.heappush(queue, (km + length, there))
    return None


@pytest.mark.parametrize(("start", "end", "km"), WFP)
def test_paved_distances_agree_with_the_wfp_matrix_within_six_per_cent(start, end, km, mali):
    assert shortest_km(mali, start, end, paved=True) == pytest.approx(km, rel=0.06)


@pytest.mark.parametrize(("start", "end", "km"), TRACKS)
def test_distances_by_track_agree_with_the_wfp_matrix_within_eight_per_cent(start, end, km, mali):
    assert shortest_km(mali, start, end, paved=False) == pytest.approx(km, rel=0.08)


@pytest.mark.parametrize(("start", "end", "km"), LEFT_OUT)
def test_the_three_cells_that_contradict_the_matrix_still_differ(start, end, km, mali):
    assert shortest_km(mali, start, end, paved=False) != pytest.approx(km, rel=0.06)


def test_the_whole_country_is_there(mali):
    home = [place for place in mali.places.values() if mali.at_home(place.id)]
    assert len(home) >= 120
    assert len(mali.places) == 159
    assert sum(link.mode in ("road", "river") for link in mali.links.values()) == 205
    assert len(mali.airports) == 56


def test_every_region_of_both_schemes_has_its_capital_and_every_place_its_regions(mali):
    for scheme, field, count in (("2016", "region_2016", 9), ("2023", "region_2023", 20)):
        regions = [region for region in mali.regions.values() if region.scheme == scheme]
        assert len(regions) == count
        for region in regions:
            inside = [place for place in mali.places.values() if getattr(place, field) == region.id]
            assert any(place.kind in ("region_capital", "national_capital") for place in inside), region.id
    for place in mali.places.values():
        assert (place.region_2023 is not None) == mali.at_home(place.id)


def test_a_new_region_lies_in_its_parent_but_for_one_town(mali):
    strays = {
        place.id
        for place in mali.places.values()
        if place.region_2023 and mali.regions[place.region_2023].parent != place.region_2016
    }
    assert strays == {"ouelessebougou"}


def test_mappings_are_sorted_by_id_and_name_themselves(mali):
    for mapping in (mali.places, mali.links, mali.airports, mali.services, mali.borders, mali.regions, mali.areas):
        assert list(mapping) == sorted(mapping)
        assert all(key == value.id for key, value in mapping.items())


def test_each_neighbour_has_a_border_and_a_crossing(mali):
    codes = {"SEN", "MRT", "CIV", "GIN", "BFA", "NER", "DZA"}
    assert {border.country for border in mali.borders.values()} == codes
    crossed = {link.crosses for link in mali.links.values() if link.crosses}
    assert crossed == mali.borders.keys()
    assert all(link.crossing for link in mali.links.values() if link.crosses)


def test_no_link_is_open_without_restraint_unless_it_is_paved(mali):
    for link in mali.links.values():
        if link.baseline.level == 1 and link.mode != "local":
            assert link.surface == "paved", link.id
        if link.surface == "river" or link.season.startswith("desert"):
            assert (link.baseline.status, link.baseline.level) == ("unconfirmed", 3), link.id


def test_no_baseline_carries_a_security_event(mali):
    things = [*mali.links.values(), *mali.airports.values(), *mali.borders.values()]
    for thing in things:
        words = thing.baseline.reason.lower()
        assert not any(word in words for word in ("attack", "jnim", "blockade", "kidnap", "ambush")), thing.id
        assert thing.baseline.level <= 3


def test_everything_wears_its_source_and_no_key_is_left_unspelt(mali):
    for thing in (*mali.places.values(), *mali.links.values(), *mali.airports.values(), *mali.services.values()):
        assert len(thing.source) > 10, thing.id
        assert thing.confidence in ("high", "medium", "low")


def test_travel_times_are_believable(mali):
    for link in mali.links.values():
        if link.mode in ("road", "river"):
            speed = link.km / (link.duration_min / 60)
            assert (4 if "ferry" in link.surface else 9) < speed < 76, link.id


@pytest.mark.parametrize("place", ["kati", "sanankoroba"])
def test_kati_and_sanankoroba_lie_outside_fifteen_kilometres_of_the_tower_of_africa(place, mali):
    (tower,) = mali.landmarks
    there = mali.places[place]
    assert distance_km((tower.lat, tower.lon), (there.lat, there.lon)) > 15
    capital, airport = mali.places["bamako"], mali.airports["airport:BKO"]
    assert distance_km((tower.lat, tower.lon), (capital.lat, capital.lon)) < 15
    assert distance_km((tower.lat, tower.lon), (airport.lat, airport.lon)) < 15


def test_compass_areas_hold_the_towns_one_expects(mali):
    def inside(name):
        return set(mali.areas[f"area:{name}"].places)

    assert {"gao", "kidal", "tombouctou", "menaka"} <= inside("north")
    assert {"mopti", "segou"} <= inside("centre")
    assert {"sikasso", "bougouni", "bamako"} <= inside("south")
    assert {"kayes", "nioro"} <= inside("west")
    assert not inside("north") & inside("south")
    assert "mopti" not in inside("north")


def test_areas_hold_no_place_abroad(mali):
    for area in mali.areas.values():
        assert all(mali.at_home(place) for place in area.places)
