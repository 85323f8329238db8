"""Where a claim holds, on the network."""

from datetime import UTC, datetime

import pytest

from tests.reading.readers import only, read, targets


def travel(text, **more):
    return only(read(text, **more), "travel")


def test_whole_country_is_one_id():
    directive = travel("We advise against all travel to Mali.")
    assert [(s.type, s.targets) for s in directive.scope] == [("country", ("country:MLI",))]


def test_region_expands_to_its_places():
    directive = travel("We advise against all travel to the Ménaka region.")
    assert {"menaka", "anderamboukane"} <= targets(directive)
    assert "gao" not in targets(directive)


def test_region_of_an_old_text_is_the_old_region():
    old = travel("We advise against all travel to the Gao region.", issued=datetime(2020, 1, 1, tzinfo=UTC))
    new = travel("We advise against all travel to the Gao region.")
    assert "menaka" in targets(old)
    assert "menaka" not in targets(new)


def test_list_of_regions_is_all_regions():
    directive = travel("We advise against all travel to the regions of Mopti, Timbuktu and Gao.")
    assert [s.type for s in directive.scope] == ["region"] * 3


def test_circle_keeps_centre_and_radius():
    directive = travel("We advise against all but essential travel to places within 25 km of Bamako.")
    (circle,) = directive.scope
    assert (circle.type, circle.radius_km) == ("circle", 25)
    assert "kati" in circle.targets
    assert "segou" not in circle.targets


def test_exception_is_kept_and_left_out():
    directive = travel("We advise against all travel to Mali, except to Bamako.")
    (outside,) = directive.scope
    assert outside.type == "outside"
    assert [s.name for s in directive.exception] == ["Bamako"]
    assert "gao" in outside.targets
    assert "bamako" not in outside.targets


def test_rest_of_the_country_leaves_out_what_was_said_before():
    first, rest = (
        d
        for d in read(
            "We advise against all but essential travel to Bamako. We advise against all travel to the rest of Mali."
        ).directives
    )
    assert targets(first) == {"bamako"}
    assert "bamako" not in targets(rest)
    assert "gao" in targets(rest)


def test_north_of_a_bent_line():
    directive = travel("Nous déconseillons formellement tout voyage au nord d'une ligne Kayes - Koulikoro - Mopti.")
    (line,) = directive.scope
    assert (line.type, line.side, line.through) == ("line", "north", ("kayes", "koulikoro", "mopti"))
    assert {"tombouctou", "nara"} <= set(line.targets)
    assert "sikasso" not in line.targets


def test_compass_part_is_the_area_of_the_data():
    assert {"gao", "kidal"} <= targets(travel("We advise against all travel to northern Mali."))


def test_zone_that_only_a_map_draws_stays_undrawn():
    reading = read("Les voyages en zone rouge sont formellement déconseillés au Mali.")
    assert targets(only(reading, "travel")) == set()
    assert any("not drawn" in note.why for note in reading.unread)


def test_corridor_is_the_shortest_way():
    directive = only(read("The Bamako–Ségou road is cut."), "road")
    assert directive.scope[0].type == "corridor"
    assert targets(directive) == {"road:bamako-fana", "road:fana-konobougou", "road:konobougou-segou"}


def test_corridor_with_a_third_town():
    directive = only(read("L'axe Sévaré – Konna – Boré est coupé."), "road")
    assert targets(directive) == {"road:sevare-konna", "road:konna-bore"}


def test_road_number_is_all_of_the_road():
    assert len(targets(only(read("Avoid the RN16."), "road"))) > 3


def test_road_number_at_a_town_is_the_part_there():
    assert targets(only(read("The RN16 is cut at Boni."), "road")) == {"road:douentza-boni", "road:boni-hombori"}


def test_roads_to_a_town_are_those_that_end_in_it():
    directive = only(read("All roads to Diafarabé are blocked."), "road")
    assert targets(directive) == {"road:macina-diafarabe", "road:diafarabe-tenenkou"}


def test_streets_in_a_town_are_no_roads_of_the_network():
    assert not [d for d in read("Several roads in Bamako were blocked by demonstrators.").directives if d.holds]


def test_road_to_the_airport_is_a_local_link():
    directive = only(read("In Bamako, the road to the airport is blocked."), "road")
    assert directive.scope[0].targets
    assert all(target.startswith("local:") for target in targets(directive))


def test_national_roads_are_all_numbered_ones():
    assert "road:bamako-fana" in targets(only(read("Avoid the national highways of Mali."), "road"))


def test_border_with_a_neighbour():
    assert targets(only(read("Mali's border with Senegal is closed."), "border")) == {"border:SEN"}


def test_crossing_is_the_link_over_the_border():
    assert targets(only(read("Le poste-frontière de Gogui est fermé."), "border")) == {"road:gogui-ayoun"}


@pytest.mark.parametrize("text", ["Gao and Kidal airports are closed.", "Les aéroports de Gao et Kidal sont fermés."])
def test_two_airports_are_both_closed(text):
    assert {"airport:GAQ"} < targets(only(read(text), "airport"))


def test_airport_without_a_name_is_the_main_one():
    assert targets(only(read("In Mali the airport is closed."), "airport")) == {"airport:BKO"}


def test_these_areas_are_those_of_the_sentence_before():
    reading = read("Fighting goes on in the Kidal region. Do not travel to these areas.")
    assert "kidal" in targets(only(reading, "travel"))


def test_location_line_of_an_alert_holds_for_its_bullets():
    reading = read("Location: Gao, Mali\n\nActions to take:\n\n- Stay indoors.", kind="alert")
    assert targets(only(reading, "shelter")) == {"gao"}
