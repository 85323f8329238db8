"""`review` on a terminal: one candidate a screen, one key a decision."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time

import pytest

from tests.warnings import AIRPORT_CLOSED, AIRPORT_OPEN, ROAD_CUT

pty = pytest.importorskip("pty")

PATIENCE_S = 60


class Terminal:
    """A person at a terminal: reads until the prompt, types a line."""

    def __init__(self, evacplan, *words):
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "evacplan", "--store", str(evacplan.store), *words]
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=evacplan.environment() | {"TERM": "xterm"},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - a background job ignores it
        )
        os.close(theirs)
        self.seen = ""

    def until(self, words):
        deadline = time.monotonic() + PATIENCE_S
        while words not in self.seen:
            assert time.monotonic() < deadline, self.seen
            if select.select([self.ours], [], [], 0.2)[0]:
                self.seen += self._read()
        screen, self.seen = self.seen, ""
        return screen

    def _read(self):
        try:
            return os.read(self.ours, 65536).decode(errors="replace")
        except OSError as ended:  # the program closed its side
            raise AssertionError(self.seen) from ended

    def types(self, line):
        os.write(self.ours, f"{line}\n".encode())

    def ends(self):
        """Wait for the end, reading all the while: a terminal that nobody reads holds its program up."""
        deadline = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            assert time.monotonic() < deadline, self.seen
            if select.select([self.ours], [], [], 0.1)[0]:
                with contextlib.suppress(OSError):
                    self.seen += os.read(self.ours, 65536).decode(errors="replace")
        os.close(self.ours)
        return self.process.returncode


@pytest.fixture
def terminal(evacplan):
    """Seat persons at terminals, and see that none is left sitting there."""
    seated = []

    def seat(*words):
        seated.append(Terminal(evacplan, *words))
        return seated[-1]

    yield seat
    for person in seated:
        person.process.kill()
        person.process.wait()


@pytest.fixture
def waiting(evacplan):
    for text, issuer in ((ROAD_CUT, "MLI"), (AIRPORT_CLOSED, "USA")):
        evacplan("advisory", "add", "-", "--issuer", issuer, "--issued", "2025-11-07", stdin=text, code=5)
    return evacplan


def test_one_candidate_a_screen_with_words_place_and_effect(waiting, terminal):
    person = terminal("review", "--as-of", "2025-11-08")
    screen = person.until(" > ")
    assert "1 of 2" in screen
    assert "Effect" in screen
    assert "towns get another answer" in " ".join(screen.split())
    person.types("q")
    assert person.ends() == 5


def test_accept_and_refuse_take_effect(waiting, terminal):
    person = terminal("review", "--as-of", "2025-11-08")
    person.until(" > ")
    person.types("a")
    person.until(" > ")
    person.types("r")
    person.until("Nothing waits for review.")
    assert person.ends() == 0


def test_undo_brings_the_last_one_back(waiting, terminal):
    person = terminal("review", "--as-of", "2025-11-08")
    person.until(" > ")
    person.types("a")
    person.until(" > ")
    person.types("u")
    assert "Undone" in person.until(" > ")
    person.types("q")
    assert person.ends() == 5


def test_an_opening_needs_a_typed_word(evacplan, terminal):
    evacplan("advisory", "add", "-", "--issuer", "USA", "--issued", "2025-11-07", stdin=AIRPORT_OPEN, code=5)
    person = terminal("review", "--as-of", "2025-11-08")
    person.until(" > ")
    person.types("a")
    person.until("anything else leaves it waiting")
    person.types("yes")
    person.until(" > ")
    person.types("q")
    assert person.ends() == 5


def test_the_whole_source_can_be_read(waiting, terminal):
    person = terminal("review", "--as-of", "2025-11-08")
    person.until(" > ")
    person.types("o")
    assert "is" in person.until(" > ")
    person.types("q")
    person.ends()


def test_ctrl_c_leaves_what_was_decided_and_exits_130(waiting, terminal):
    person = terminal("review", "--as-of", "2025-11-08")
    person.until(" > ")
    person.types("a")
    person.until(" > ")
    person.process.send_signal(signal.SIGINT)
    assert person.ends() == 130
    assert len(waiting("review", "--json", code=5).json["pending"]) == 1
