"""C4: what the program creates is readable by its owner only, whatever the umask."""

import os
import stat
from pathlib import Path

import pytest

from evacplan.model.events import Event, Recorded
from evacplan.store.files import write_atomic
from evacplan.store.log import open_log
from tests.store.migrations import add_migration
from tests.store.samples import NOW, fact


def modes(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): stat.S_IMODE(path.lstat().st_mode) for path in folder.rglob("*")}


@pytest.fixture(params=[0o022, 0o000], ids=oct)
def _umask(request: pytest.FixtureRequest):
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_umask")
def test_files_and_folders_are_private(tmp_path, monkeypatch):
    store = tmp_path / "data" / "evacplan" / "evacplan.sqlite"
    log = open_log(str(store), create=True)
    seen: dict[str, int] = {}

    def look(_past: tuple[Recorded, ...]) -> list[Event]:
        log.read()
        seen.update(modes(tmp_path / "data"))
        return [fact()]

    log.transact(look, by="Awa Test", now=NOW)
    assert seen == {
        "evacplan": 0o700,
        "evacplan/evacplan.sqlite": 0o600,
        "evacplan/evacplan.sqlite-wal": 0o600,
        "evacplan/evacplan.sqlite-shm": 0o600,
    }
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    add_migration(monkeypatch, tmp_path, "0002", 'op.execute("ALTER TABLE events ADD COLUMN note TEXT")')
    log.transact(look, by="Awa Test", now=NOW)
    write_atomic(store.with_name("sheet.md"), b"page")
    found = modes(tmp_path / "data" / "evacplan")
    assert {"evacplan.sqlite.before-0002.bak", "sheet.md"} <= set(found)
    assert set(found.values()) == {0o600}


@pytest.mark.usefixtures("_umask")
def test_a_folder_that_was_there_keeps_its_rights(tmp_path):
    tmp_path.chmod(0o750)
    open_log(str(tmp_path / "evacplan.sqlite"), create=True)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o750
