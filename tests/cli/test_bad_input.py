"""Bad input loses nothing: one calm line, exit 4, nothing half-written."""

import subprocess
import sys

import pytest

from tests.warnings import AIRPORT_CLOSED


def refused(evacplan, *words, **more):
    before = evacplan.store.read_bytes() if evacplan.store.exists() else None
    ran = evacplan(*words, code=4, **more)
    assert ran.err.startswith("evacplan: ")
    assert "Traceback" not in ran.err
    assert (evacplan.store.read_bytes() if evacplan.store.exists() else None) == before
    return ran.err


def add(*more):
    return ("advisory", "add", "-", "--issuer", "FRA", *more)


def test_an_empty_file(evacplan):
    assert "empty" in refused(evacplan, *add(), stdin="")


def test_a_binary_file(evacplan):
    assert "standard input" in refused(evacplan, *add(), stdin=bytes(range(256)) * 10)


def test_a_file_that_is_not_there(evacplan):
    assert "nowhere.txt" in refused(evacplan, "advisory", "add", "nowhere.txt", "--issuer", "FRA")


def test_a_folder_instead_of_a_file(evacplan):
    refused(evacplan, "advisory", "add", evacplan.folder, "--issuer", "FRA")


def test_nobody_said_who_the_issuer_is(evacplan):
    assert "--issuer" in refused(evacplan, "advisory", "add", "-", stdin=AIRPORT_CLOSED)


@pytest.mark.parametrize(
    "day",
    [
        *("2025-02-30", "2025-13-01", "tomorrow", "07/11/2025", "2025-11-07T25:00Z"),
        *("9999-12-31", "0001-01-01T00:00+05:00", "9999-12-31T23:59-05:00"),
    ],
)
def test_a_date_that_does_not_exist(evacplan, day):
    assert "no such day or time" in refused(evacplan, *add("--issued", day), stdin=AIRPORT_CLOSED)
    assert "--as-of" in refused(evacplan, "status", "--as-of", day)


def test_front_matter_with_a_day_that_does_not_exist(evacplan):
    refused(evacplan, *add(), stdin=f"---\nissued: 2025-02-30\n---\n{AIRPORT_CLOSED}")


def test_a_text_in_windows_western_is_read_right(evacplan):
    ran = evacplan(*add("--json"), stdin="La route entre Ségou et Bla est coupée.\n".encode("cp1252"))
    assert ran.json["directives"][0]["quote"].startswith("La route entre Ségou et Bla est coupée")


def test_a_single_line_of_ten_megabytes_is_refused_calmly(evacplan):
    assert "bigger than 2 MB" in refused(evacplan, *add(), stdin="la route de Gao " * 650_000)


def test_as_of_before_everything_answers_and_says_so(evacplan):
    ran = evacplan("status", "--as-of", "1990-01-01", "--json", code=0)
    assert ran.json["warnings"]


def test_a_foreign_store_file_is_left_alone(evacplan):
    evacplan.write("store.sqlite", "these are my recipes\n")
    refused(evacplan, *add(), stdin=AIRPORT_CLOSED)
    refused(evacplan, "status")


def test_a_store_that_cannot_be_written(evacplan):
    blocked = evacplan.write("file", "x") / "store.sqlite"
    ran = evacplan("--store", blocked, *add(), stdin=AIRPORT_CLOSED, store=False)
    assert ran.code == 4
    assert "Traceback" not in ran.err


def test_an_output_folder_that_is_not_there(evacplan):
    refused(evacplan, "checklist", "Gao", "-o", evacplan.folder / "missing" / "gao.txt")


@pytest.mark.parametrize("words", [["route"], ["frobnicate"], ["route", "Gao", "--frob"], ["link", "set", "gao"]])
def test_wrong_usage_exits_2(evacplan, words):
    assert evacplan(*words).code == 2


def test_another_countrys_broken_data_reports_all_faults(evacplan):
    evacplan.write("country/routes.yaml", "places: [1, 2\n")
    err = refused(evacplan, "--data", evacplan.folder / "country", "data", "check")
    assert "routes.yaml" in err
    assert "airports.yaml" in err


def test_two_processes_adding_at_once_lose_nothing(evacplan):
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "evacplan", "--store", str(evacplan.store), *add("--issued", f"2025-11-0{day}")],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=evacplan.environment(),
        )
        for day in range(1, 5)
    ]
    for process in running:
        _, err = process.communicate(AIRPORT_CLOSED.encode(), timeout=120)
        assert process.returncode == 5, err.decode()
    listed = evacplan("advisory", "list", "--json", code=0).json["advisories"]
    assert sorted(item["id"] for item in listed) == [f"A-00000{number}" for number in range(1, 5)]
