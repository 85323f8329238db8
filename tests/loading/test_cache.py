"""The compiled cache: never needed, never trusted, private, and quick."""

import stat
import subprocess
import sys

import pytest

from evacplan.errors import DataFaultsError
from evacplan.loading import cache as cache_module
from evacplan.loading.cache import read_tree, write_tree
from evacplan.loading.folders import default_data_folder
from evacplan.loading.network import load_network
from evacplan.loading.packaged import load_folder
from evacplan.loading.policy import load_policy
from tests.loading import tiny


@pytest.fixture
def folder(tmp_path):
    return tiny.write(tmp_path / "data")


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "deep" / "cache"


def test_the_cache_gives_the_same_network_and_policy_as_the_files(folder, cache):
    cold = load_network(folder), load_policy(folder)
    first = load_network(folder, cache=cache), load_policy(folder, cache=cache)
    assert sorted(file.name.split("-")[0] for file in cache.iterdir()) == ["network", "policy"]
    warm = load_network(folder, cache=cache), load_policy(folder, cache=cache)
    assert cold == first == warm


def test_the_cache_is_the_owners_alone(folder, cache):
    load_network(folder, cache=cache)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in cache.iterdir()} == {0o600}


def test_a_change_of_any_file_makes_a_new_digest_and_a_new_cache(folder, cache):
    before = load_network(folder, cache=cache)
    policy = folder / "policy.yaml"
    policy.write_text(policy.read_text().replace("valid_hours: 12", "valid_hours: 6"))
    after = load_network(folder, cache=cache)
    assert after.digest != before.digest
    assert load_policy(folder, cache=cache).valid_hours == 6
    assert len(list(cache.iterdir())) == 4


def test_a_fault_is_found_although_the_sound_data_were_cached(folder, cache):
    load_network(folder, cache=cache)
    (folder / "routes.yaml").write_text(tiny.changed("routes.yaml", "km: 60", "km: 5"))
    with pytest.raises(DataFaultsError, match=r"routes\.yaml:\d+: .*below the great circle"):
        load_network(folder, cache=cache)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"0" * 64 + b"\n{}", "cut", "flip", "nested"])
def test_a_damaged_cache_is_ignored_and_written_again(damage, folder, cache):
    sound = load_network(folder, cache=cache)
    (file,) = cache.glob("network-*")
    whole = file.read_bytes()
    other = whole[: len(whole) // 2] if damage == "cut" else whole.replace(b"Alpha", b"Omega")
    file.write_bytes(b"[" * 100_000 if damage == "nested" else damage if isinstance(damage, bytes) else other)
    assert load_network(folder, cache=cache) == sound
    assert file.read_bytes() == whole


@pytest.mark.parametrize("tree", [None, [], {"routes": {}}, {"routes": None, "airports": 1, "regions": 2}])
def test_a_cache_of_another_shape_is_made_again(tree, folder, cache):
    sound = load_network(folder, cache=cache)
    write_tree(cache, "network", sound.digest, tree)
    assert load_network(folder, cache=cache) == sound
    assert read_tree(cache, "network", sound.digest) not in (tree, None)


def test_another_version_of_the_format_is_another_file(folder, cache, monkeypatch):
    load_network(folder, cache=cache)
    monkeypatch.setattr(cache_module, "FORMAT", cache_module.FORMAT + 1)
    assert read_tree(cache, "network", load_network(folder).digest) is None


def test_a_cache_that_cannot_be_written_is_left_unwritten(folder, tmp_path):
    (tmp_path / "file").write_text("no folder")
    sound = load_network(folder)
    assert load_network(folder, cache=tmp_path / "file") == sound
    assert load_network(folder, cache=tmp_path / "file" / "below") == sound
    assert (tmp_path / "file").read_text() == "no folder"


def test_a_folder_where_a_cache_file_should_be_does_no_harm(folder, cache):
    sound = load_network(folder, cache=cache)
    for file in list(cache.iterdir()):
        file.unlink()
        file.mkdir()
    assert load_network(folder, cache=cache) == sound
    assert not list(cache.glob("*.tmp"))


def test_a_warm_cache_needs_neither_yaml_nor_geodesics_nor_any_heavy_module(tmp_path):
    cache = tmp_path / "cache"
    load_network(default_data_folder(), cache=cache)
    load_folder("rendering/sheets", cache=cache)
    load_folder("reading/phrases", cache=cache)
    program = (
        "import sys; from pathlib import Path; from evacplan.loading.network import load_network;"
        "from evacplan.loading.policy import load_policy; from evacplan.loading.phrases import load_phrases;"
        "from evacplan.loading.packaged import load_folder;"
        "folder, cache = map(Path, sys.argv[1:]); load_network(folder, cache=cache); load_policy(folder, cache=cache);"
        "load_phrases(cache=cache); load_folder('rendering/sheets', cache=cache);"
        "heavy = {'yaml', 'geopy', 'networkx', 'sqlalchemy', 'typer', 'tempfile', 'platformdirs', 'asyncio'};"
        "sys.exit(', '.join(sorted(heavy & sys.modules.keys())) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(default_data_folder()), str(cache)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
