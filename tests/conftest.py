"""What every test can use: the program run as a user would, in a store and cache of its own."""

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from evacplan.cli.entry import run

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Ran:
    """What one run of the program gave."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@dataclass(frozen=True)
class Program:
    """The program with a store, cache and home of its own."""

    folder: Path

    @property
    def store(self):
        return self.folder / "store.sqlite"

    def environment(self):
        keep = {
            name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_START") if name in os.environ
        }
        return keep | {
            "HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "EVACPLAN_CACHE": str(self.folder / "cache"),
            "EVACPLAN_BY": "A. Tester",
            "EVACPLAN_LANG": "en",
            "COLUMNS": "100",
            "PYTHONWARNINGS": "error",
        }

    def __call__(self, *words, stdin="", code=None, store=True, **env):
        """Run the program within this process, as `run` does for the console script."""
        given = ["--store", str(self.store)] if store else []
        arguments = [*given, *map(str, words)]
        streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(3)]
        streams[0].buffer.write(stdin if isinstance(stdin, bytes) else stdin.encode())
        streams[0].buffer.seek(0)
        with (
            patch.dict(os.environ, self.environment() | env, clear=True),
            patch.multiple(sys, stdin=streams[0], stdout=streams[1], stderr=streams[2]),
            contextlib.chdir(self.folder),
        ):
            status = _exit_status(arguments)
        return self._checked(Ran(status, *(_text(stream) for stream in streams[1:])), code)

    def process(self, *words, stdin=b"", code=None, store=True, **env):
        """Run the program as a process of its own: slower, and with nothing imported yet."""
        given = ["--store", str(self.store)] if store else []
        done = subprocess.run(
            [sys.executable, "-m", "evacplan", *given, *map(str, words)],
            input=stdin,
            capture_output=True,
            env=self.environment() | env,
            cwd=self.folder,
            timeout=120,
            check=False,
        )
        return self._checked(Ran(done.returncode, done.stdout.decode(), done.stderr.decode()), code)

    def _checked(self, ran, code):
        if code is not None:
            assert ran.code == code, f"exit {ran.code}\n{ran.out}\n{ran.err}"
        return ran

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path


def _exit_status(arguments):
    try:
        run(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _text(stream):
    stream.flush()
    return stream.buffer.getvalue().decode()


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory):
    """One compiled cache for all runs of the program in this session."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def evacplan(tmp_path, warm_cache):
    """The program; the compiled cache is shared so that only the first run pays for it."""
    (tmp_path / "cache").symlink_to(warm_cache, target_is_directory=True)
    return Program(tmp_path)
