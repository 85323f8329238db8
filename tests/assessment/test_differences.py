"""Where governments differ, the difference is shown once and by its words."""

from tests.logs import Log
from tests.networks import network_of

MALI = network_of(
    "bamako -road:230-> segou -road:960-> gao; bamako -local:15-> airport:BKO -air-> airport:DSS;"
    "gao -road:9:NER-> niamey"
)
ROAD = "road:bamako-segou"


def differences(log, as_of="2025-11-09"):
    return [
        (one.target, (one.strictest.issuer, one.strictest.value), (one.laxest.issuer, one.laxest.value))
        for one in log.seen(MALI, as_of).disagreements
    ]


def test_governments_that_say_the_same_or_nothing_agree():
    log = Log().alert("FRA", "2025-11-01", "travel avoid_all at MLI", "airport closed at airport:BKO")
    log.alert("GBR", "2025-11-02", "travel avoid_all at gao")
    assert differences(log) == []


def test_differing_facts_name_the_strictest_and_the_laxest():
    log = Log().alert("FRA", "2025-11-01", "airport closed at airport:BKO")
    log.alert("GBR", "2025-11-02", "airport open at airport:BKO").alert(
        "USA", "2025-11-02", "airport disrupted at bamako"
    )
    assert differences(log) == [("airport:BKO", ("FRA", "closed"), ("GBR", "open"))]


def test_about_facts_the_newest_word_of_each_government_counts():
    log = Log().alert("FRA", "2025-11-01", f"road cut at {ROAD}").alert("FRA", "2025-11-03", f"road open at {ROAD}")
    log.alert("GBR", "2025-11-02", f"road open at {ROAD}")
    assert differences(log) == []
    assert differences(log, "2025-11-02") == [(ROAD, ("FRA", "cut"), ("GBR", "open"))]


def test_advice_differs_by_area_and_the_country_is_named_as_such():
    log = Log().alert("FRA", "2025-11-01", "travel avoid_all at MLI", "overland do_not_use all at MLI")
    log.alert("GBR", "2025-11-02", "travel avoid_nonessential at bamako", "overland discouraged all at MLI")
    assert differences(log) == [
        ("bamako", ("FRA", "avoid_all"), ("GBR", "avoid_nonessential")),
        ("country:MLI", ("FRA", "do_not_use"), ("GBR", "discouraged")),
    ]


def test_a_difference_over_several_places_has_the_name_of_the_narrower_words():
    log = Log().alert("FRA", "2025-11-01", "travel avoid_all at MLI")
    log.alert("GBR", "2025-11-02", "travel high_caution at bamako,segou")
    log.alert("USA", "2025-11-02", "border closed at border:NER").alert(
        "GBR", "2025-11-02", "border open at border:NER"
    )
    assert differences(log) == [
        ("bamako, segou", ("FRA", "avoid_all"), ("GBR", "high_caution")),
        ("border:NER", ("USA", "closed"), ("GBR", "open")),
    ]


def test_press_reports_and_silences_disagree_with_nobody():
    log = Log().press("2025-11-01", "airport closed at airport:BKO", "travel avoid_all at MLI")
    log.page("FRA", "2025-11-01", "airport closed at airport:BKO").page("FRA", "2025-11-03")
    log.alert("GBR", "2025-11-02", "airport open at airport:BKO", "travel high_caution at MLI")
    log.alert("GBR", "2025-11-02", "shelter stay_indoors at MLI")
    assert differences(log) == []
