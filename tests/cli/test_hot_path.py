"""A query must not pay for what it does not use: heavy modules stay out of `route` and `status`."""

import json
import re
import subprocess
import sys
from unittest.mock import patch

import pytest

from evacplan.cli import entry
from tests.warnings import NO_ROADS

PROBE = """
import json, sys
from evacplan.cli.entry import run
try:
    run(sys.argv[1:])
except SystemExit:
    pass
sys.stderr.write("\\n" + json.dumps(sorted(sys.modules)))
"""
HEAVY = {"sqlalchemy", "alembic", "yaml", "geopy", "rapidfuzz", "numpy", "rich", "hypothesis", "platformdirs"}


def modules(evacplan, *words):
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "--store", str(evacplan.store), *words],
        capture_output=True,
        text=True,
        env=evacplan.environment(),
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture
def used(evacplan):
    evacplan("advisory", "add", "-", "--issuer", "FRA", "--yes", stdin=NO_ROADS)
    evacplan("route", "Gao")
    return evacplan


@pytest.mark.parametrize(
    ("words", "also"),
    [
        (["route", "Gao", "--json"], {"typer", "pydantic", "tabulate", "evacplan.reading"}),
        (["route", "Gao"], {"typer", "pydantic", "evacplan.reading"}),
        (["status", "--json"], {"typer", "pydantic", "tabulate", "networkx", "evacplan.reading"}),
        (["--help"], {"tabulate", "networkx", "sqlite3", "evacplan.reading", "evacplan.assessment"}),
    ],
)
def test_no_heavy_module_is_loaded(used, words, also):
    loaded = modules(used, *words)
    assert not loaded & (HEAVY | also)


@pytest.mark.parametrize(
    "words",
    [
        ["route", "Gao"],
        ["route", "Gaoua"],
        ["status", "gao", "--lang", "fr"],
        ["status", "--json", "--as-of", "2025-11-08"],
        ["route", "gao", "--as-of", "2025-02-30"],
    ],
)
def test_the_short_way_and_the_whole_program_give_the_same(evacplan, words):
    with patch.object(entry, "plain_question", return_value=None):
        whole = evacplan(*words)
    short = evacplan(*words)
    mask = re.compile(r"\d\d:\d\d(:\d\d)?")
    assert (short.code, mask.sub("", short.out), short.err) == (whole.code, mask.sub("", whole.out), whole.err)


@pytest.mark.parametrize(
    "words", [["route"], ["route", "a", "b"], ["route", "-h"], ["plan"], [], ["--lang", "xx", "status"]]
)
def test_anything_but_a_plain_question_goes_to_the_whole_program(words):
    assert entry.plain_question(words) is None


def test_a_reader_that_goes_away_is_no_error(evacplan):
    command = f"{sys.executable} -m evacplan status --json | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=evacplan.environment(), check=False)  # noqa: S602
    assert done.stderr == ""
