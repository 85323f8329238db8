"""I12: a hostile output path writes nothing outside what was named, and never half a file."""

import os
from pathlib import Path

import pytest

SHEET = ("checklist", "Gao", "--as-of", "2025-11-08", "-o")


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "missing/gao.txt", "x" * 300, "CON", "nul.txt", "a\nb/c"],
)
def test_i12_an_unusable_name_is_refused_in_one_line(evacplan, name):
    ran = evacplan(*SHEET, name)
    assert ran.code in (2, 4)
    assert "Traceback" not in ran.err
    assert not [path for path in evacplan.folder.iterdir() if path.name.startswith((".evacplan", "gao"))]


def test_i12_a_link_is_replaced_and_what_it_points_to_is_left_alone(evacplan):
    elsewhere = evacplan.write("elsewhere.txt", "mine")
    link = evacplan.folder / "gao.txt"
    link.symlink_to(elsewhere)
    evacplan(*SHEET, link, code=0)
    assert elsewhere.read_text() == "mine"
    assert not link.is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="devices are files on POSIX only")
def test_i12_a_device_is_never_overwritten(evacplan):
    assert evacplan(*SHEET, "/dev/null").code == 4
    assert Path("/dev/null").exists()


def test_i12_ids_and_series_from_a_text_never_become_paths(evacplan):
    text = "---\nissuer: press\nseries: ../../etc/passwd\n---\nBamako airport is closed.\n"
    before = sorted(path.name for path in evacplan.folder.parent.iterdir())
    evacplan("advisory", "add", "-", stdin=text)
    assert sorted(path.name for path in evacplan.folder.parent.iterdir()) == before
