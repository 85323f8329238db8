"""K2: whichever write, sync or rename fails, there is the old state or the new one, a clear message, and no litter."""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from evacplan.errors import InputRefusedError, StoreError
from evacplan.store import sql
from evacplan.store.files import write_atomic
from evacplan.store.log import open_log
from evacplan.store.place import FilePlace
from tests.store.samples import NOW, fact
from tests.store.workers import ROOT

HELPERS = ROOT / "tests" / "store"
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES)


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("needs Linux and a C compiler, to let calls of SQLite itself fail")
    library = tmp_path_factory.mktemp("shim") / "failing_calls.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", library, HELPERS / "failing_calls.c", "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


@pytest.mark.parametrize(
    ("code", "sticky"),
    [(errno.EIO, 0), (errno.ENOSPC, 1), (errno.EACCES, 0)],
    ids=["io", "full from then on", "rights"],
)
@pytest.mark.parametrize(("job", "states"), [("create", (0, 2)), ("append", (2, 4)), ("write", ("old", "new"))])
def test_every_call_that_changes_a_file_may_fail(shim, tmp_path, *, job, states, code, sticky):
    after = states[1]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LD_PRELOAD": str(shim)}
    command = [sys.executable, HELPERS / "failing.py", job, str(code), str(sticky), tmp_path]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ran.stderr == ""
    results = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(results) > 5
    assert results[-1] == results[-1] | {"fired": 0, "said": "done", "state": after}
    for result in results:
        assert result["said"] == "done" or result["said"].startswith("refused: "), result
        assert "\n" not in result["said"], result
        assert result["state"] in states, result
        if result["said"] == "done":  # what was acknowledged is there
            assert result["state"] == after, result
        if job != "write":  # and the next one finds its place behind it
            assert result["after"] == result["state"] + 2, result
        if not sticky:  # (when nothing can be removed any more, nothing is)
            assert result["strays"] == 0, result
    assert any(result["said"].startswith("refused") for result in results)


@pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("name", ["open", "write", "fchmod", "fsync", "replace"])
def test_a_file_is_old_or_new_whatever_fails(tmp_path, monkeypatch, name, code):
    """The same for plain files where there is no C compiler."""
    target = tmp_path / "sheet.md"
    target.write_bytes(b"old")

    def fail(*_args: object, **_options: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as broken:
        broken.setattr(Path if name == "replace" else os, name, fail)
        with pytest.raises(InputRefusedError, match=r"cannot be written|disk is full"):
            write_atomic(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_synced_does_not_undo_a_file_that_is_there(tmp_path, monkeypatch):
    from evacplan.store import files  # noqa: PLC0415

    def fail(_folder: Path) -> None:
        raise OSError(errno.EINVAL, "no")

    monkeypatch.setattr(files, "sync_folder", fail)
    write_atomic(tmp_path / "sheet.md", b"new")
    assert (tmp_path / "sheet.md").read_bytes() == b"new"


def test_every_statement_of_a_transaction_may_fail(tmp_path, monkeypatch):
    """The same for the database where there is no C compiler."""
    where = str(tmp_path / "evacplan.sqlite")
    open_log(where, create=True).transact(lambda _past: [fact(1)], by="Awa Test", now=NOW)
    make, number = sql.engine_for, 0
    while number < 20:
        number += 1
        left = [number]

        def engine_that_fails(place: FilePlace, left: list[int] = left):
            engine = make(place)

            @event.listens_for(engine, "before_cursor_execute")
            def fail(*_args: object) -> None:
                left[0] -= 1
                if left[0] == 0:
                    raise sqlite3.OperationalError("disk I/O error")

            return engine

        monkeypatch.setattr(sql, "engine_for", engine_that_fails)
        log = open_log(where, create=False)
        count = log.verify()
        try:
            log.transact(lambda _past: [fact(2), fact(3)], by="Awa Test", now=NOW)
        except StoreError as error:
            said = str(error)
        else:
            assert log.verify() == count + 2
            break
        assert "the store cannot be used (disk I/O error)" in said
        assert log.verify() == count
    assert 3 < number < 20
