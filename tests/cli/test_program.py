"""The program as a whole: help, version, completion, and what happens when it has a bug."""

import os
from pathlib import Path
from unittest.mock import patch

import pytest

from docs.generate import commands
from evacplan.cli.settings import hoist
from evacplan.cli.situation import complete_town
from evacplan.workflow import answering

COMMANDS = [words for words, _ in commands()]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(evacplan, words):
    ran = evacplan(*words, "--help", code=0)
    assert f"Example: evacplan {' '.join(words)}" in " ".join(ran.out.split())
    assert evacplan(*words, "-h", code=0).out == ran.out


def test_every_command_stands_in_the_readme():
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    for words in COMMANDS:
        assert f"`evacplan {' '.join(words)}`" in readme


def test_says_its_version(evacplan):
    assert evacplan("--version", code=0).out.startswith("evacplan 0.")


def test_without_a_command_it_helps(evacplan):
    assert "Commands:" in evacplan(store=False, code=2).err


def test_the_shell_completes_towns(monkeypatch, tmp_path):
    monkeypatch.setenv("EVACPLAN_CACHE", str(tmp_path))
    assert complete_town("ga") == ["gao"]
    assert "bamako" in complete_town("")
    assert "dakar" not in complete_town("da")


def test_options_are_hoisted_only_before_a_double_dash():
    assert hoist(["route", "--json", "--", "--json"]) == ["--json", "route", "--", "--json"]
    assert hoist(["route", "gao", "--store"]) == ["--store", "route", "gao"]


def test_a_bug_keeps_its_traceback_and_tells_no_values(evacplan):
    with patch.object(answering, "assess", side_effect=RuntimeError("secret words of a text")):
        ran = evacplan("status", code=1, TMPDIR=str(evacplan.folder))
    assert "internal error" in ran.err
    assert "secret" not in ran.out + ran.err
    kept = Path(ran.err.split("traceback is in ")[1].split(": please")[0])
    assert "RuntimeError" in kept.read_text(encoding="utf-8")
    assert "secret" not in kept.read_text(encoding="utf-8")
    assert os.name == "nt" or kept.stat().st_mode & 0o777 == 0o600
    kept.unlink()


def test_an_unknown_language_is_wrong_usage(evacplan):
    assert evacplan("status", "--lang", "de").code == 2


@pytest.mark.parametrize("colour", [{}, {"NO_COLOR": "1"}])
def test_no_colour_off_a_terminal(evacplan, colour):
    assert "\x1b" not in evacplan("status", **colour).out
