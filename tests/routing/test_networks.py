from hypothesis import given

from evacplan.model.network import Network
from tests.networks import network_of, networks, situation_of


def test_a_network_is_written_in_the_users_language():
    network = network_of(
        "town -road:40-> port; gao -local:6-> airport:GAQ; airport:GAQ -air-> airport:BKO; zegoua -road:5:CIV-> pogo;"
        "airport:BKO -air:900:unhas:humanitarian staff-> airport:GAQ; alone; bobo:BFA -river-> town",
        haven="port",
    )
    assert list(network.links) == [
        "local:gao-GAQ", "river:bobo-town", "road:town-port", "road:zegoua-pogo",
    ]  # fmt: skip
    assert network.links["road:town-port"].km == 40
    assert network.places["port"].country == "SEN"
    assert network.links["road:town-port"].crosses == "border:SEN"
    assert network.places["pogo"].country == "CIV"
    assert network.links["river:bobo-town"].crosses == "border:BFA"
    assert network.airports["airport:GAQ"].serves == "gao"
    assert network.services["air:BKO-GAQ-unhas"].boards == "humanitarian staff"
    assert set(network.borders) == {"border:BFA", "border:CIV", "border:SEN"}
    assert "alone" in network.places


def test_a_situation_is_open_but_for_what_is_said():
    network = network_of("town -road:40-> port", haven="port")
    situation = situation_of(network, {"road:town-port": ("blocked", 4)})
    assert situation.links["road:town-port"].level == 4
    assert situation.links["road:town-port"].causes[0].directive == "D-000001"


@given(networks())
def test_random_networks_have_towns_and_exits(network: Network):
    assert {"t0", "t1", "port"} <= network.places.keys()
    assert all(link.start in network.places for link in network.links.values())
