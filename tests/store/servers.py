"""Stores for tests: a fresh SQLite file, or a fresh database on a real PostgreSQL server that the tests start and stop.

The server listens on a Unix socket in a temporary folder only, and runs as an ordinary user (it refuses to be root).
"""

import atexit
import functools
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

KINDS = ("sqlite", "postgresql")
"""What the behavioural tests run on."""

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Server:
    """A running server: where its programs and its socket are."""

    programs: Path
    folder: Path

    def run(self, database: str, statement: str) -> None:
        command = [self.programs / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "evacplan"]
        subprocess.run([*command, "-d", database, "-c", statement], check=True, capture_output=True)

    def fresh_database(self) -> str:
        """Make an empty database and return its URL."""
        name = f"test_{os.getpid()}_{next(_numbers)}"
        self.run("postgres", f"CREATE DATABASE {name}")
        return f"postgresql://evacplan:not-a-secret@/{name}?host={self.folder}"


def fresh_store(kind: str, folder: Path) -> str:
    """Return where a store can be made; skips the test where there is no server."""
    if kind == "sqlite":
        return str(folder / "evacplan.sqlite")
    server = running_server()
    if isinstance(server, str):
        pytest.skip(server)
    return server.fresh_database()


@functools.cache
def running_server() -> Server | str:
    """Start the server once a test run, or say why there is none."""
    programs = _programs()
    if programs is None:
        return "no PostgreSQL server on this machine (Debian: apt-get install postgresql)"
    folder = Path(tempfile.mkdtemp(prefix="evacplan-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    prefix: list[str] = []
    if os.geteuid() == 0:
        user = _ordinary_user()
        if user is None or shutil.which("setpriv") is None:
            return "PostgreSQL does not run as root, and there is no ordinary user or no setpriv to become one"
        os.chown(folder, user.pw_uid, user.pw_gid)
        prefix = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    data, log = folder / "data", folder / "log"
    initdb = [programs / "initdb", "-D", data, "-U", "evacplan", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
    made = subprocess.run([*prefix, *initdb], cwd=folder, capture_output=True, text=True, check=False)
    if made.returncode:
        return f"PostgreSQL cannot be set up here: {made.stderr.strip()}"
    options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*prefix, programs / "postgres", "-D", data, *options], cwd=folder, stdout=output, stderr=output
        )
    atexit.register(_stop, process)
    server = Server(programs, folder)
    return server if _answers(server, process) else f"PostgreSQL does not start here: {log.read_text()}"


def _programs() -> Path | None:
    """Find the newest server's programs: Debian keeps them off the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    found = [*debian, *([Path(on_path).parent] if on_path else [])]
    return next((path for path in found if (path / "postgres").exists() and (path / "initdb").exists()), None)


def _ordinary_user() -> pwd.struct_passwd | None:
    by_name = {user.pw_name: user for user in pwd.getpwall()}
    return by_name.get("postgres") or by_name.get("nobody")


def _answers(server: Server, process: "subprocess.Popen[bytes]") -> bool:
    """Wait up to 20 seconds until the server answers."""
    command = [server.programs / "pg_isready", "-q", "-h", server.folder, "-U", "evacplan", "-d", "postgres"]
    for _ in range(200):
        if process.poll() is not None:
            return False
        if subprocess.run(command, check=False).returncode == 0:
            return True
        time.sleep(0.1)
    return False


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(2)  # a fast shutdown
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
