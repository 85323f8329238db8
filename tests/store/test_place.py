from pathlib import Path

import pytest

from evacplan.errors import InputRefusedError, StoreError
from evacplan.store import sql
from evacplan.store.log import open_log
from evacplan.store.place import FilePlace, ServerPlace, place_of


def test_a_path_is_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/awa")
    assert place_of("a/b.sqlite") == FilePlace(tmp_path / "a/b.sqlite")
    assert place_of("~/b.sqlite") == FilePlace(Path("/home/awa/b.sqlite"))
    assert place_of("sqlite:///b%20c.sqlite?mode=ro") == FilePlace(tmp_path / "b c.sqlite")
    assert place_of("sqlite:////srv/b.sqlite") == FilePlace(Path("/srv/b.sqlite"))


def test_the_default_is_in_the_users_own_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    place = place_of(None)
    assert place.shown.endswith("evacplan.sqlite")
    assert "evacplan" in Path(place.shown).parent.name


@pytest.mark.parametrize("name", ["?mode=memory", ":memory:", "a#b", "a%20b", "é ü", "file:x"])
def test_odd_file_names_are_file_names(tmp_path, name):
    with open_log(str(tmp_path / name), create=True) as log:
        assert log.verify() == 0
    assert (tmp_path / name).exists()


@pytest.mark.parametrize("where", ["", "a\0b", "mysql://host/db", "sqlite://", "http://example.org/x"])
def test_what_is_no_place_is_refused(where):
    with pytest.raises(InputRefusedError) as caught:
        place_of(where)
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://duty:hunter2@db.example:5433/posts", "postgresql://db.example:5433/posts"),
        ("postgres://duty:hunter2@db.example/posts", "postgresql://db.example/posts"),
        ("postgresql+psycopg://db.example/posts?user=duty&password=hunter2", "postgresql://db.example/posts"),
        ("postgresql://duty:hunter2@[::1/posts", "postgresql://…"),
        ("postgresql://duty:hunter2@db.example:no/posts", "postgresql://…"),
    ],
)
def test_a_password_is_never_shown(url, shown):
    place = place_of(url)
    assert isinstance(place, ServerPlace)
    assert place.shown == shown
    assert "hunter2" not in repr(place)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://duty:hunter2@127.0.0.1:1/posts",
        "postgresql://duty:hunter2@127.0.0.1:1/posts?connect_timeout=hunter2",
        "postgresql://duty:hunter2@127.0.0.1:no/posts",
        "postgresql://127.0.0.1:1/posts?password=hunter2&bad=hunter2",
        "postgresql://duty:hunter2@[::1/posts",
        "postgresql://duty:hunter2@/posts?host=/no/such/folder",
    ],
)
def test_a_server_that_is_not_there_is_one_calm_line_without_the_password(url):
    with pytest.raises(StoreError) as caught:
        open_log(url, create=False).read()
    assert "\n" not in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert caught.value.exit_code == 4
    with pytest.raises(StoreError):
        open_log(url, create=True)


def test_a_server_without_its_driver_says_what_to_install(monkeypatch):
    def missing(*_args: object, **_options: object) -> None:
        raise ModuleNotFoundError("psycopg")

    monkeypatch.setattr(sql, "create_engine", missing)
    with pytest.raises(StoreError, match=r"pip install 'evacplan\[server\]'"):
        open_log("postgresql://db.example/posts", create=False)
