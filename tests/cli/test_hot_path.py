"""A query must not pay for what it does not use: heavy modules stay out of `route` and `status`."""

import json
import subprocess
import sys

import pytest

from tests.warnings import NO_ROADS

PROBE = """
import json, sys
from evacplan.cli.main import run
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
        (["route", "Gao", "--json"], {"tabulate", "evacplan.reading"}),
        (["route", "Gao"], {"evacplan.reading"}),
        (["status", "--json"], {"tabulate", "networkx", "evacplan.reading"}),
        (["--help"], {"tabulate", "networkx", "sqlite3", "evacplan.reading", "evacplan.assessment"}),
    ],
)
def test_no_heavy_module_is_loaded(used, words, also):
    loaded = modules(used, *words)
    assert not loaded & (HEAVY | also)
