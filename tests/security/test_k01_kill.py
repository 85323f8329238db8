"""K1: killing the program at any moment loses nothing that was acknowledged."""

import os
import random
import time

from evacplan.store.log import open_log
from tests.store.samples import NOW, fact
from tests.store.workers import acknowledged, start_worker

ROUNDS = int(os.environ.get("EVACPLAN_KILL_ROUNDS", "25"))
"""The nightly run sets 200."""


def test_every_acknowledged_event_survives_kill_9(tmp_path):
    where = str(tmp_path / "evacplan.sqlite")
    chance = random.Random(1)  # noqa: S311 - moments, not secrets
    promised = 0
    for _ in range(ROUNDS):
        worker = start_worker(where, "Awa Test", 0)
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(chance.uniform(0, 0.1))
        worker.kill()
        rest, errors = worker.communicate()
        assert errors == ""
        promised = acknowledged(first + rest)[-1]
        log = open_log(where, create=False)
        stored = log.verify()
        assert stored >= promised
        assert [recorded.seq for recorded in log.read()] == list(range(1, stored + 1))
    again = open_log(where, create=True).transact(lambda past: [fact(len(past))], by="Awa Test", now=NOW)
    assert again[0].seq > promised


def test_a_store_is_made_whole_or_not_at_all(tmp_path):
    """Kill while the store is being made: nothing stands under its name, or a complete store."""
    chance = random.Random(2)  # noqa: S311 - moments, not secrets
    for number in range(max(10, ROUNDS // 4)):
        path = tmp_path / str(number) / "evacplan.sqlite"
        worker = start_worker(str(path), "Awa Test", 0)
        deadline = time.monotonic() + 20
        while not path.parent.exists() and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.03))
        worker.kill()
        output, errors = worker.communicate()
        assert errors == ""
        assert open_log(str(path), create=False).verify() >= len(acknowledged(output))
        assert open_log(str(path), create=True).transact(lambda past: [fact(len(past))], by="Awa Test", now=NOW)
