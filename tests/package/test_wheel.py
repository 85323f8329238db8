"""The built wheel, installed into an empty environment, works from any folder."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_data_phrases_sheets_and_migrations(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for part in (
        "evacplan/data/routes.yaml",
        "evacplan/data/policy.yaml",
        "evacplan/data/demo/",
        "evacplan/reading/phrases/en.yaml",
        "evacplan/rendering/sheets/fr.yaml",
        "evacplan/store/migrations/",
        "evacplan/py.typed",
    ):
        assert any(name.startswith(part) for name in names), part
    assert not any(name.startswith(("tests/", "benchmarks/", "docs/")) for name in names)


@pytest.mark.slow
def test_the_wheel_works_in_an_empty_environment_from_any_folder(wheel, tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "EVACPLAN_LANG": "en"}
    command = [python.with_name("evacplan"), "route", "Gao", "--as-of", "2025-11-08"]
    ran = subprocess.run(command, cwd=elsewhere, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("Gao: FLY OUT.")
    demo = [python.with_name("evacplan"), "demo"]
    assert subprocess.run(demo, cwd=elsewhere, env=env, capture_output=True, check=False).returncode == 0
