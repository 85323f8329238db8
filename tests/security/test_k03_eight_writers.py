"""K3: eight people writing at once lose nothing."""

import time
from collections import Counter

import pytest

from evacplan.store.log import open_log
from tests.store.servers import KINDS, fresh_store
from tests.store.workers import acknowledged, start_worker


@pytest.mark.parametrize("kind", KINDS)
def test_eight_processes_append_a_hundred_events_each(kind, tmp_path):
    where = fresh_store(kind, tmp_path)
    started = time.monotonic()
    workers = [start_worker(where, f"Person {number}", 100) for number in range(8)]
    ran = [worker.communicate() for worker in workers]
    assert time.monotonic() - started < 30
    assert [errors for _, errors in ran] == [""] * 8
    log = open_log(where, create=False)
    assert log.verify() == 800
    by_person = Counter(recorded.by for recorded in log.read())
    assert by_person == {f"Person {number}": 100 for number in range(8)}
    told = sorted(seq for output, _ in ran for seq in acknowledged(output))
    assert told == list(range(1, 801))
