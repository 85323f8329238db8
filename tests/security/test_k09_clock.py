"""K9: the clock jumps back, or a zone changes: the log's order is that of its numbers."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from evacplan.store.log import open_log
from tests.store.samples import fact
from tests.store.servers import KINDS, fresh_store

NOON = datetime(2025, 10, 26, 12, tzinfo=UTC)
CLOCKS = [
    NOON,
    NOON - timedelta(hours=2),  # set back
    NOON.astimezone(timezone(timedelta(hours=2))),  # the same moment on a laptop that came from Paris
    datetime(2024, 2, 29, 23, 59, 59, 999_999, tzinfo=UTC),  # a leap day, and a battery that ran out
    datetime(2025, 10, 26, 2, 30, tzinfo=timezone(timedelta(hours=1))),  # the hour that comes twice
    datetime(2025, 10, 26, 2, 30, tzinfo=timezone(timedelta(hours=2))),
    datetime(2038, 1, 20, tzinfo=UTC),
]


@pytest.mark.parametrize("kind", KINDS)
def test_the_order_is_that_of_the_numbers_not_of_the_clock(kind, tmp_path):
    log = open_log(fresh_store(kind, tmp_path), create=True)
    for number, now in enumerate(CLOCKS, start=1):
        log.transact(lambda _past, number=number: [fact(number)], by="Awa Test", now=now)
    read = log.read()
    assert [recorded.seq for recorded in read] == list(range(1, len(CLOCKS) + 1))
    assert [recorded.event for recorded in read] == [fact(number) for number in range(1, len(CLOCKS) + 1)]
    assert [recorded.recorded_at for recorded in read] == CLOCKS
    assert {recorded.recorded_at.tzinfo for recorded in read} == {UTC}
