"""K7: a store of every released schema can be read and written; a migration that fails changes nothing."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from evacplan.errors import StoreError
from evacplan.store import rows
from evacplan.store.log import EventLog, open_log
from evacplan.store.rows import APPLICATION_ID, REVISIONS
from evacplan.store.sqlite_reader import read_revision, read_rows
from tests.store.migrations import add_migration
from tests.store.samples import NOW, fact
from tests.store.servers import KINDS, fresh_store

RELEASED = Path(__file__).parents[1] / "store" / "schemas"
"""A dump of a small store for each schema that was ever released; never edited."""


def append(log: EventLog, number: int) -> None:
    log.transact(lambda _past: [fact(number)], by="Awa Test", now=NOW)


def released_store(folder: Path, revision: str) -> Path:
    path = folder / "evacplan.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript((RELEASED / f"{revision}.sql").read_text(encoding="utf-8"))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA journal_mode = WAL")
    path.chmod(0o600)
    return path


def test_there_is_a_store_of_every_released_schema():
    assert tuple(sorted(path.stem for path in RELEASED.glob("*.sql"))) == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_released_store_is_read_as_it_was_and_can_be_written(tmp_path, revision):
    path = released_store(tmp_path, revision)
    log = open_log(str(path), create=False)
    before = log.read()
    kinds = [type(recorded.event).__name__ for recorded in before]
    assert kinds == [
        "AdvisoryAdded", "DirectiveReviewed", "ScopeEdited", "ReviewUndone", "FactSet", "AdvisoryWithdrawn",
        "PlanStored",
    ]  # fmt: skip
    assert before[0].event.advisory.text.startswith("The road to Ansongo is cut.")
    assert len(before[6].event.plan.towns) == 3
    assert read_revision(path) == revision  # reading never migrates
    append(log, 8)
    assert read_revision(path) == REVISIONS[-1]
    assert log.read()[:7] == before
    assert log.verify() == 8


@pytest.mark.parametrize("kind", KINDS)
def test_an_older_store_is_read_as_it_is_and_brought_up_on_the_first_write(kind, tmp_path, monkeypatch):
    where = fresh_store(kind, tmp_path)
    log = open_log(where, create=True)
    append(log, 1)
    add_migration(monkeypatch, tmp_path, "0002", 'op.execute("ALTER TABLE events ADD COLUMN note TEXT")')
    assert len(log.read()) == 1
    assert len(open_log(where, create=False).read()) == 1
    append(log, 2)
    append(open_log(where, create=True), 3)
    assert log.verify() == 3
    monkeypatch.setattr(rows, "REVISIONS", REVISIONS)  # the old program comes back
    with pytest.raises(StoreError, match="newer evacplan"):
        log.read()
    with pytest.raises(StoreError, match="newer evacplan"):
        append(log, 4)


def test_a_copy_is_made_before_and_only_the_last_one_is_kept(tmp_path, monkeypatch):
    path = tmp_path / "evacplan.sqlite"
    log = open_log(str(path), create=True)
    append(log, 1)
    for revision in ("0002", "0003"):
        add_migration(monkeypatch, tmp_path, revision, f'op.execute("ALTER TABLE events ADD COLUMN n{revision} TEXT")')
        append(log, 2)
    assert [found.name for found in tmp_path.glob("*.bak")] == ["evacplan.sqlite.before-0003.bak"]
    kept = tmp_path / "evacplan.sqlite.before-0003.bak"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert read_revision(kept) == "0002"
    assert len(read_rows(kept)) == 2
    assert not list(tmp_path.glob(".evacplan-*"))


BAD = {
    "an error of the database": 'op.execute("CREATE TABLE extra (a int)"); op.execute("DROP TABLE nothing")',
    "an error of the program": 'op.execute("DROP TRIGGER events_no_update"); raise RuntimeError("bug")',
    "interrupted": 'op.execute("ALTER TABLE events ADD COLUMN note TEXT"); raise KeyboardInterrupt',
    "commits half-way": """
        op.execute("ALTER TABLE events ADD COLUMN note TEXT")
        op.execute("DROP TRIGGER events_no_delete")
        op.execute("DELETE FROM events")
        op.execute("COMMIT")
        raise RuntimeError("bug")
        """,
}


@pytest.mark.parametrize("how", BAD)
def test_a_migration_that_fails_leaves_the_store_as_it_was(how, tmp_path, monkeypatch):
    path = tmp_path / "evacplan.sqlite"
    log = open_log(str(path), create=True)
    append(log, 1)
    with closing(sqlite3.connect(path)) as db:
        before = list(db.iterdump())
    with monkeypatch.context() as next_version:
        add_migration(next_version, tmp_path, "0002", BAD[how])
        with pytest.raises((StoreError, RuntimeError, KeyboardInterrupt)) as caught:
            append(log, 2)
        assert len(log.read()) == 1
    if isinstance(caught.value, StoreError):
        assert "could not be brought to schema 0002" in str(caught.value)
        assert "as it was" in str(caught.value)
        assert caught.value.hint == "A copy is in evacplan.sqlite.before-0002.bak."
    with closing(sqlite3.connect(path)) as db:
        assert list(db.iterdump()) == before
    append(log, 2)
    assert log.verify() == 2


def test_no_migration_without_a_copy(tmp_path, monkeypatch):
    from evacplan.store import sqlite_file  # noqa: PLC0415

    path = tmp_path / "evacplan.sqlite"
    log = open_log(str(path), create=True)
    append(log, 1)
    add_migration(monkeypatch, tmp_path, "0002", 'op.execute("ALTER TABLE events ADD COLUMN note TEXT")')

    def full(*_paths: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sqlite_file, "overwrite", full)
    with pytest.raises(StoreError, match=r"the copy cannot be made \(No space left on device"):
        append(log, 2)
    assert read_revision(path) == "0001"
    assert len(log.read()) == 1


def test_a_migration_that_fails_on_the_server_leaves_no_trace(tmp_path, monkeypatch):
    where = fresh_store("postgresql", tmp_path)
    log = open_log(where, create=True)
    append(log, 1)
    with monkeypatch.context() as next_version:
        add_migration(next_version, tmp_path, "0002", BAD["an error of the database"])
        with pytest.raises(StoreError, match="the database refused"):
            append(log, 2)
        assert len(log.read()) == 1
    append(log, 2)
    assert log.verify() == 2
