"""From when, until when, at what hours."""

from datetime import UTC, date, datetime

import pytest

from evacplan.reading.hours import find_hours
from evacplan.reading.words import split_words
from tests.reading.readers import only, read


def curfew(text, **more):
    return only(read(text, **more), "curfew")


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("de 21h00 à 06h00", ("21:00", "06:00")),
        ("entre minuit et 5 h du matin", ("00:00", "05:00")),
        ("de 23 h à 5 h", ("23:00", "05:00")),
        ("from 9 pm to 5 am", ("21:00", "05:00")),
        ("from 9pm until 5am", ("21:00", "05:00")),
        ("from 9.00 pm until 5.00 am", ("21:00", "05:00")),
        ("from 0.00 a.m. until 5.00 a.m.", ("00:00", "05:00")),
        ("00:01 to 05:00", ("00:01", "05:00")),
        ("22:00-05:00", ("22:00", "05:00")),
        ("de 20 heures à 6 heures", ("20:00", "06:00")),
        ("from 10 to 6 am", ("22:00", "06:00")),
    ],
)
def test_hours_in_every_notation(written, hours):
    words = split_words(written)
    assert [(h.start, h.end) for h in find_hours(words, 0, len(words))] == [hours]


def test_hours_that_are_no_night_are_flagged_and_not_stored():
    reading = read("In Mali a curfew applies between 9:00 a.m. and 17:00 p.m.")
    assert only(reading, "curfew").claim.hours is None
    assert any("no night" in note.why for note in reading.unread)


def test_curfew_told_in_two_sentences_is_one():
    directive = curfew(
        "Le gouverneur de Kayes instaure un couvre-feu. La mesure s'applique chaque nuit de 21h00 à 06h00 "
        "jusqu'au 30 novembre 2025."
    )
    assert directive.claim.hours == ("21:00", "06:00")
    assert directive.until == date(2025, 11, 30)


def test_until_a_date_and_until_its_morning():
    assert curfew("A curfew is in force in Bamako until 28 November 2025.").until == date(2025, 11, 28)
    morning = curfew("A curfew is in force in Bamako from 9 pm to 6 am until the morning of 28 November 2025.")
    assert morning.until == datetime(2025, 11, 28, 6, tzinfo=UTC)


def test_duration_ends_on_its_last_day():
    directive = curfew("The governor has imposed a curfew in Ségou for 30 days, starting on 1 November 2025.")
    assert (directive.starts, directive.until) == (date(2025, 11, 1), date(2025, 11, 30))


def test_until_further_notice_has_no_end():
    assert only(read("Bamako airport is closed until further notice."), "airport").until is None


def test_event_of_long_ago_is_past_and_of_last_week_is_not():
    assert only(read("Attackers killed ten people in Gao on 3 November 2025."), "incident").modality == "in_force"
    assert only(read("Attackers killed ten people in Gao on 3 May 2025."), "incident").modality == "past"
    assert only(read("Attackers killed ten people in Gao in May."), "incident").modality == "past"


def test_weekday_is_the_last_one_before_the_issue():
    assert only(read("Attackers killed ten people in Gao on Saturday."), "incident").modality == "in_force"


def test_without_an_issue_date_the_text_dates_itself():
    text = "On 6 March 2015 gunmen attacked Bamako. Published 20 July 2015."
    assert only(read(text, issued=None), "incident").modality == "past"
