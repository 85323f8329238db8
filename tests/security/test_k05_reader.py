"""K5: whoever reads while others write, or while the schema changes, sees one consistent state."""

import threading
import time

import pytest

from evacplan.model.events import Event, Recorded
from evacplan.store.log import open_log
from tests.store.migrations import add_migration
from tests.store.samples import NOW, fact
from tests.store.servers import KINDS, fresh_store


@pytest.mark.parametrize("kind", KINDS)
def test_a_reader_does_not_wait_for_a_writer_and_sees_the_state_before(kind, tmp_path):
    where = fresh_store(kind, tmp_path)
    log = open_log(where, create=True)
    log.transact(lambda _past: [fact(1)], by="Awa Test", now=NOW)
    seen: list[int] = []

    def slow(_past: tuple[Recorded, ...]) -> list[Event]:
        started = time.monotonic()
        seen.append(open_log(where, create=False).verify() if kind == "sqlite" else len(log.read()))
        assert time.monotonic() - started < 5
        return [fact(2), fact(3)]

    log.transact(slow, by="Awa Test", now=NOW)
    assert seen == [1]
    assert len(log.read()) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_readers_never_see_half_a_transaction(kind, tmp_path):
    where = fresh_store(kind, tmp_path)
    log = open_log(where, create=True)
    done = threading.Event()
    odd: list[int] = []
    reads = [0]

    def reader() -> None:
        while not done.is_set():
            count = len(open_log(where, create=False).read(bodies=False))
            reads[0] += 1
            if count % 7:
                odd.append(count)

    thread = threading.Thread(target=reader)
    thread.start()
    for _ in range(40):
        log.transact(lambda past: [fact(len(past) + number) for number in range(7)], by="Awa Test", now=NOW)
    done.set()
    thread.join(20)
    assert odd == []
    assert reads[0] > 3
    assert len(log.read()) == 280


def test_a_reader_during_a_migration_sees_the_state_before(tmp_path, monkeypatch):
    where = str(tmp_path / "evacplan.sqlite")
    open_log(where, create=True).transact(lambda _past: [fact(1)], by="Awa Test", now=NOW)
    look = f"""
    from evacplan.store.log import open_log
    op.execute("ALTER TABLE events ADD COLUMN note TEXT")
    assert len(open_log({where!r}, create=False).read()) == 1
    """
    add_migration(monkeypatch, tmp_path, "0002", look)
    log = open_log(where, create=True)
    log.transact(lambda _past: [fact(2)], by="Awa Test", now=NOW)
    assert len(log.read()) == 2
