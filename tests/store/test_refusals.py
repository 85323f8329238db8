"""Whatever else stands where the store should be: one calm line, and it is never changed."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from evacplan.errors import IntegrityError, StoreError
from evacplan.store import sql
from evacplan.store.log import open_log
from evacplan.store.place import place_of
from tests.store.samples import NOW, fact


def attempts(where: str):
    def append() -> None:
        open_log(where, create=False).transact(lambda _past: [fact()], by="Awa Test", now=NOW)

    return (lambda: open_log(where, create=True), lambda: open_log(where, create=False).read(), append)


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE events (seq, recorded_at, 'by', kind, payload, body)")
        db.execute("PRAGMA journal_mode = WAL")
        db.commit()


def empty(path: Path) -> None:
    path.touch()


def words(path: Path) -> None:
    path.write_text("Dear colleague,\n" * 20)


def short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


@pytest.mark.parametrize("make", [foreign, empty, words, short, Path.mkdir, os.mkfifo], ids=lambda make: make.__name__)
def test_what_is_not_a_store_is_refused_and_never_changed(tmp_path, make):
    path = tmp_path / "other.sqlite"
    make(path)
    before = (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"", sorted(tmp_path.iterdir()))
    for attempt in attempts(str(path)):
        with pytest.raises(StoreError) as caught:
            attempt()
        assert caught.value.exit_code == 4
        assert "\n" not in str(caught.value)
        assert str(path) in str(caught.value)
        assert caught.value.hint
    after = (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"", sorted(tmp_path.iterdir()))
    assert after == before


def test_a_folder_in_the_way_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be"):
        open_log(str(tmp_path / "file" / "evacplan.sqlite"), create=True)
    with pytest.raises(StoreError):
        open_log(str(tmp_path / ("long" * 100)), create=True)


def test_a_newer_store_is_refused_and_never_changed(where, tmp_path):
    open_log(where, create=True)
    with sql.engine_for(place_of(where)).connect() as connection, connection.begin():
        connection.execute(text("UPDATE evacplan_revision SET version_num = '9999'"))
    for attempt in attempts(where)[1:]:
        with pytest.raises(StoreError, match=r"made by a newer evacplan \(schema 9999.*Update evacplan"):
            attempt()
    with pytest.raises(StoreError, match="newer evacplan"):
        open_log(where, create=True).transact(lambda _past: [fact()], by="Awa Test", now=NOW)


def test_another_programs_tables_on_the_server_are_refused(where):
    if "://" not in where:
        pytest.skip("a foreign SQLite file is recognised by its mark")
    with sql.engine_for(place_of(where)).connect() as connection, connection.begin():
        connection.execute(text("CREATE TABLE events (guest text)"))
    for attempt in attempts(where):
        with pytest.raises(StoreError, match="another program's table 'events'"):
            attempt()


@pytest.mark.parametrize("size", [99, 4096, 8192, 10_000])
def test_a_store_that_was_cut_short_is_damaged(tmp_path, size):
    path = tmp_path / "evacplan.sqlite"
    log = open_log(str(path), create=True)
    log.transact(lambda _past: [fact(number) for number in range(200)], by="Awa Test", now=NOW)
    shutil.copy(path, tmp_path / "cut.sqlite")
    os.truncate(tmp_path / "cut.sqlite", size)
    with pytest.raises(IntegrityError, match="damaged") as caught:
        open_log(str(tmp_path / "cut.sqlite"), create=False).verify()
    assert caught.value.exit_code == 8


def test_a_store_with_bytes_changed_is_damaged(tmp_path):
    path = tmp_path / "evacplan.sqlite"
    log = open_log(str(path), create=True)
    log.transact(lambda _past: [fact(number) for number in range(200)], by="Awa Test", now=NOW)
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 3 + 200] = b"\xff" * 200
    path.write_bytes(data)
    with pytest.raises(IntegrityError):
        open_log(str(path), create=False).verify()
    data[4096 * 3 : 4096 * 3 + 200] = b"\0" * 200
    path.write_bytes(data)
    with pytest.raises(IntegrityError):
        open_log(str(path), create=False).verify()


def as_ordinary_user(job) -> str:
    """Run a job in a child process without root's rights; return what it said or raised."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            try:
                said = repr(job())
            except StoreError as error:
                said = str(error)
            os.write(writer, said.encode())
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:  # noqa: PTH123 - a file descriptor
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def shared(tmp_path: Path):
    """A folder that an ordinary user can reach, with a store that everybody may read."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(folder.stat().st_mode | 0o055)
    path = tmp_path / "evacplan.sqlite"
    open_log(str(path), create=True).transact(lambda _past: [fact()], by="Awa Test", now=NOW)
    path.chmod(0o644)
    yield path
    tmp_path.chmod(0o755)


linux = pytest.mark.skipif(sys.platform != "linux", reason="gives up root's rights the Linux way")


@linux
def test_an_unreadable_store_is_refused(shared):
    shared.chmod(0o000)
    said = as_ordinary_user(lambda: open_log(str(shared), create=False).read())
    assert said.startswith(f"{shared}: the store cannot be read (Permission denied). Check the rights")


@linux
def test_a_store_in_a_read_only_folder_can_still_be_read(shared):
    shared.parent.chmod(0o555)
    assert as_ordinary_user(lambda: open_log(str(shared), create=False).verify()) == "1"


@linux
def test_a_store_in_a_read_only_folder_cannot_be_written(shared):
    shared.parent.chmod(0o555)
    append = attempts(str(shared))[2]
    assert "cannot be" in as_ordinary_user(append)
    assert open_log(str(shared), create=False).verify() == 1


@linux
def test_no_store_is_made_in_a_read_only_folder(shared):
    shared.parent.chmod(0o555)
    said = as_ordinary_user(lambda: open_log(str(shared.with_name("new.sqlite")), create=True))
    assert "the store cannot be made (Permission denied). Check the rights of the folder" in said
    assert not shared.with_name("new.sqlite").exists()
