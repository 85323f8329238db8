"""Where data, packaged files and cache are found."""

import os
from pathlib import Path

import pytest

from evacplan.errors import InputRefusedError
from evacplan.loading import folders
from evacplan.loading.packaged import load_folder
from evacplan.loading.phrases import load_phrases


def test_the_data_of_the_checkout_are_found():
    folder = folders.default_data_folder()
    assert all((folder / name).is_file() for name in folders.DATA_FILES)


def test_data_inside_the_installed_package_come_first(tmp_path, monkeypatch):
    package = tmp_path / "site" / "evacplan"
    for folder in (package / "data", package.parent / "data"):
        folder.mkdir(parents=True)
        (folder / "routes.yaml").touch()
    monkeypatch.setattr(folders, "_PACKAGE", package)
    assert folders.default_data_folder() == package / "data"


def test_an_installation_without_data_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "nowhere")
    with pytest.raises(InputRefusedError, match="--data"):
        folders.default_data_folder()


def test_the_cache_folder_can_be_named_or_turned_off(monkeypatch):
    monkeypatch.setenv("EVACPLAN_CACHE", "/some/where")
    assert folders.cache_folder() == Path("/some/where")
    monkeypatch.setenv("EVACPLAN_CACHE", "")
    assert folders.cache_folder() is None
    monkeypatch.delenv("EVACPLAN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/home/nobody/.cache")
    found = folders.cache_folder()
    assert found is not None
    assert found.name == "evacplan"


def test_what_is_no_regular_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", ".", "missing", "nul\0name"):
        with pytest.raises(InputRefusedError):
            folders.read_limited(tmp_path / name, 100, name=name)


def test_a_file_over_the_limit_is_refused(tmp_path):
    (tmp_path / "big").write_bytes(b"x" * 101)
    with pytest.raises(InputRefusedError, match="bigger"):
        folders.read_limited(tmp_path / "big", 100, name="big")
    assert folders.read_limited(tmp_path / "big", 101, name="big") == b"x" * 101


def test_packaged_files_are_read_by_language():
    assert load_folder("rendering/sheets").keys() >= {"en", "fr"}


def test_phrases_are_read_by_language_and_cached(tmp_path, monkeypatch):
    phrases = tmp_path / "package" / "reading" / "phrases"
    phrases.mkdir(parents=True)
    (phrases / "fr.yaml").write_text("closed: [est fermé, a été fermé]\nhour: 21:30\n", encoding="utf-8")
    (phrases / "en.yaml").write_text("closed: [is closed]\n")
    (phrases / "notes.txt").write_text("no phrases")
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "package")
    read = load_phrases(cache=tmp_path / "cache")
    assert read == {"en": {"closed": ["is closed"]}, "fr": {"closed": ["est fermé", "a été fermé"], "hour": "21:30"}}
    assert load_phrases(cache=tmp_path / "cache") == read == load_phrases()
    assert [file.name.startswith("reading-phrases-") for file in (tmp_path / "cache").iterdir()] == [True]


def test_a_broken_packaged_file_is_named(tmp_path, monkeypatch):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "en.yaml").write_text("a: [1\n")
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path)
    with pytest.raises(InputRefusedError, match=r"words/en\.yaml:2:1"):
        load_folder("words")
