"""I10: a date that is ambiguous or impossible is named as such and never becomes a date in silence."""

from datetime import date

import pytest

from tests.reading.readers import only, read

CURFEW = "A curfew is in force in Bamako until {}."
COUVRE_FEU = "Un couvre-feu est en vigueur à Bamako jusqu'au {}."


@pytest.mark.parametrize(
    ("sentence", "written", "why"),
    [
        (CURFEW, "03/04/2026", "ambiguous date"),
        (COUVRE_FEU, "03/04/2026", "ambiguous date"),
        (CURFEW, "31/02/2026", "no such day"),
        (CURFEW, "31 February 2026", "no such day"),
        (COUVRE_FEU, "30 février 2026", "no such day"),
        (CURFEW, "28/11/25", "two-digit year"),
        (CURFEW, "tomorrow", "not settled"),
        (COUVRE_FEU, "demain", "not settled"),
    ],
)
def test_unsettled_date_is_listed_and_left_out(sentence, written, why):
    reading = read(sentence.format(written))
    assert only(reading, "curfew").until is None
    assert any(why in note.why for note in reading.unread), reading.unread


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("28/11/2025", date(2025, 11, 28)),
        ("28.11.2025", date(2025, 11, 28)),
        ("2025-11-28", date(2025, 11, 28)),
        ("11/28/2025", date(2025, 11, 28)),
        ("28 November 2025", date(2025, 11, 28)),
        ("November 28, 2025", date(2025, 11, 28)),
        ("28 November", date(2025, 11, 28)),
    ],
)
def test_settled_date_is_kept(written, day):
    assert only(read(CURFEW.format(written)), "curfew").until == day


def test_date_without_a_year_stays_open_where_the_issue_date_is_unknown():
    assert only(read(CURFEW.format("28 November"), issued=None), "curfew").until is None
