"""The airports against `airportsdata`, which nobody here has written."""

import airportsdata
import pytest

from evacplan.geo import distance_km

MOVED = {
    "airport:NKC": "airportsdata keeps the closed field of Nouakchott",
    "airport:KNN": "airportsdata has the old field of Kankan",
}
LOCAL_CODES = {"airport:ML-0001": "Manantali", "airport:ML-0002": "Tassiga"}


@pytest.fixture(scope="module")
def known():
    return airportsdata.load("ICAO")


def test_positions_agree_with_airportsdata_within_five_kilometres(mali, known):
    compared = 0
    for airport in mali.airports.values():
        other = known.get(airport.icao)
        if other is None or airport.id in MOVED:
            continue
        compared += 1
        apart = distance_km((airport.lat, airport.lon), (other["lat"], other["lon"]))
        assert apart < 5, f"{airport.id} is {apart:.1f} km off"
    assert compared >= 50


def test_the_two_known_exceptions_are_still_exceptions(mali):
    by_iata = airportsdata.load("IATA")
    for ident in MOVED:
        airport = mali.airports[ident]
        other = by_iata[airport.iata]
        assert distance_km((airport.lat, airport.lon), (other["lat"], other["lon"])) > 5


def test_codes_and_countries_agree_with_airportsdata(mali, known):
    iso3 = {"ML": "MLI", "SN": "SEN", "MR": "MRT", "CI": "CIV", "GN": "GIN", "BF": "BFA", "NE": "NER", "DZ": "DZA"}
    for airport in mali.airports.values():
        other = known.get(airport.icao)
        if other is None:
            continue
        assert iso3.get(other["country"], airport.country) == airport.country
        if airport.iata and other["iata"]:
            assert airport.iata == other["iata"]


def test_only_fields_with_a_local_code_are_unknown_to_airportsdata(mali, known):
    by_iata = airportsdata.load("IATA")
    unknown = {a.id for a in mali.airports.values() if a.icao not in known and a.iata not in by_iata}
    assert unknown == LOCAL_CODES.keys()


def test_closed_fields_are_left_out(mali):
    assert not {"GA1A", "GAKM", "GAMA", "ML-0003", "GOOY"} & {airport.icao for airport in mali.airports.values()}


def test_fields_with_scheduled_flights_are_open_and_the_other_strips_unconfirmed(mali):
    home = [airport for airport in mali.airports.values() if airport.country == "MLI"]
    usable = {airport.id for airport in home if airport.baseline.status == "open"}
    assert usable == {"airport:BKO", "airport:KYS", "airport:GAQ", "airport:TOM", "airport:MZI"}
    assert {a.baseline.level for a in home if a.id not in usable} == {3}


def test_every_scheduled_field_can_be_reached_from_its_town(mali):
    for place, code in (("bamako", "BKO"), ("gao", "GAQ"), ("kayes", "KYS"), ("tombouctou", "TOM"), ("mopti", "MZI")):
        link = mali.links[f"local:{place}-{code}"]
        assert (link.mode, link.start, link.end) == ("local", place, f"airport:{code}")
        assert 0 < link.km < 20
        assert link.duration_min < 60
    assert "local:sevare-MZI" in mali.links


def test_services_say_what_is_known_and_no_more(mali):
    services = mali.services
    assert len(services) == 34
    assert services["air:BKO-CDG-air-france"].baseline.level == 4
    assert services["air:BKO-ALG-air-algerie"].baseline.level == 4
    assert services["air:BKO-TUN-tunisair"].baseline.level == 4
    assert services["air:BKO-MZI-sky-mali"].days == (1, 4)
    assert services["air:BKO-DSS-air-senegal"].baseline.level == 2
    assert services["air:KYS-ABJ-sky-mali"].via == ("airport:BKO",)
    for service in services.values():
        aid = service.carrier == "UNHAS"
        assert (service.kind == "humanitarian") == aid == (service.boards != "anyone")
        assert service.baseline.status == "unconfirmed" if aid else service.boards == "anyone"


def test_flight_times_are_believable(mali):
    for service in mali.services.values():
        assert 200 < service.km / (service.duration_min / 60) < 850, service.id
