import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.errors import InputRefusedError
from evacplan.store.files import write_atomic


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole(tmp_path):
    write_atomic(tmp_path / "sheet.md", b"one page")
    assert (tmp_path / "sheet.md").read_bytes() == b"one page"
    write_atomic(tmp_path / "sheet.md", b"")
    assert (tmp_path / "sheet.md").read_bytes() == b""
    assert names(tmp_path) == ["sheet.md"]


@pytest.mark.parametrize("umask", [0o022, 0o000, 0o077])
def test_the_rights_are_those_that_were_asked_for(tmp_path, umask):
    (tmp_path / "old").write_text("old")
    (tmp_path / "old").chmod(0o666)
    before = os.umask(umask)
    try:
        write_atomic(tmp_path / "old", b"new")
        write_atomic(tmp_path / "map.html", b"new", mode=0o644)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "old").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "map.html").stat().st_mode) == 0o644


def test_a_link_is_replaced_and_what_it_points_to_is_left_alone(tmp_path):
    (tmp_path / "secret").write_text("untouched")
    (tmp_path / "sheet.md").symlink_to(tmp_path / "secret")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    write_atomic(tmp_path / "sheet.md", b"page")
    write_atomic(tmp_path / "dangling", b"page")
    assert (tmp_path / "secret").read_text() == "untouched"
    assert not (tmp_path / "sheet.md").is_symlink()
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "a\0b", "a\nb", "\x1b[2J", "CON", "con.txt", "nul", "Lpt9.pdf", "x" * 300, "é" * 130, "a.", "a "],
)
def test_names_that_cannot_be_files_are_refused(tmp_path, name):
    with pytest.raises(InputRefusedError) as caught:
        write_atomic(Path(f"{tmp_path}/{name}"), b"page")
    assert "\0" not in str(caught.value)
    assert "\x1b" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_refused_and_not_made(tmp_path):
    (tmp_path / "file").write_text("x")
    for folder in ("no", "file"):
        with pytest.raises(InputRefusedError, match="the folder does not exist"):
            write_atomic(tmp_path / folder / "sheet.md", b"page")
    assert names(tmp_path) == ["file"]


def test_a_folder_or_a_device_is_never_replaced(tmp_path):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "null").symlink_to("/dev/null")
    for target in ("folder", "pipe", "null"):
        with pytest.raises(InputRefusedError, match="no ordinary file"):
            write_atomic(tmp_path / target, b"page")
    assert names(tmp_path) == ["folder", "null", "pipe"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of Linux")
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/null", "/dev/new", "/proc/self/fd/1"])
def test_the_systems_own_entries_are_never_replaced(name):
    with pytest.raises(InputRefusedError, match="no ordinary file"):
        write_atomic(Path(name), b"page")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=20), st.binary(max_size=100))
def test_any_name_is_written_inside_its_folder_or_refused(tmp_path, name, data):
    inner = tmp_path / "inner"
    inner.mkdir(exist_ok=True)
    if "/" in name:
        return
    try:
        write_atomic(inner / name, data)
    except InputRefusedError:
        pass
    else:
        assert (inner / name).read_bytes() == data
        (inner / name).unlink()
    assert names(inner) == []
    assert names(tmp_path) == ["inner"]
