"""K4: two people review the same directive: one wins, and the other is told who was first."""

import threading

import pytest

from evacplan.errors import ConflictError
from evacplan.model.events import DirectiveReviewed, Event, Recorded
from evacplan.store.log import open_log
from tests.store.samples import NOW
from tests.store.servers import KINDS, fresh_store


def review(past: tuple[Recorded, ...], decision: str) -> list[Event]:
    for recorded in past:
        match recorded.event:
            case DirectiveReviewed("D-000001"):
                raise ConflictError("D-000001 was already reviewed", by=recorded.by)
    return [DirectiveReviewed("D-000001", decision)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_second_reviewer_sees_the_first(kind, tmp_path):
    where = fresh_store(kind, tmp_path)
    open_log(where, create=True)
    first_holds, second_waits = threading.Event(), threading.Event()
    told: list[str] = []

    def slow(past: tuple[Recorded, ...]) -> list[Event]:
        first_holds.set()
        second_waits.wait(5)
        return review(past, "accepted")

    def second() -> None:
        first_holds.wait(5)
        second_waits.set()  # asks for the lock while the first one has it
        try:
            open_log(where, create=False).transact(lambda past: review(past, "refused"), by="Bakary Essai", now=NOW)
        except ConflictError as error:
            told.append(str(error))

    other = threading.Thread(target=second)
    other.start()
    open_log(where, create=False).transact(slow, by="Awa Test", now=NOW)
    other.join(20)
    assert told == ["D-000001 was already reviewed (Awa Test)"]
    (only,) = open_log(where, create=False).read()
    assert (only.by, only.event.decision) == ("Awa Test", "accepted")


@pytest.mark.parametrize("kind", KINDS)
def test_of_eight_reviewers_at_once_exactly_one_wins(kind, tmp_path):
    where = fresh_store(kind, tmp_path)
    open_log(where, create=True)
    start = threading.Barrier(8)
    won: list[str] = []
    told: list[str] = []

    def person(name: str) -> None:
        start.wait()
        try:
            open_log(where, create=False).transact(lambda past: review(past, "accepted"), by=name, now=NOW)
            won.append(name)
        except ConflictError as error:
            told.append(error.by)

    threads = [threading.Thread(target=person, args=(f"Person {number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(won) == 1
    assert told == won * 7
    assert open_log(where, create=False).read()[0].by == won[0]


def test_waiting_has_an_end_and_says_so(tmp_path, monkeypatch):
    from evacplan.errors import StoreError  # noqa: PLC0415
    from evacplan.store import sql  # noqa: PLC0415

    monkeypatch.setattr(sql, "BUSY_S", 0.2)
    where = str(tmp_path / "evacplan.sqlite")
    log = open_log(where, create=True)

    def inner(_past: tuple[Recorded, ...]) -> list[Event]:
        with pytest.raises(StoreError, match=r"another program is writing to the store\. Try again in a moment"):
            open_log(where, create=False).transact(lambda _inner: [], by="Bakary Essai", now=NOW)
        return []

    log.transact(inner, by="Awa Test", now=NOW)
