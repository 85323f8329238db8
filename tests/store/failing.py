"""Do one job again and again in child processes, letting the n-th call that changes a file fail, for every n.

`LD_PRELOAD=failing_calls.so python failing.py JOB ERRNO STICKY FOLDER` prints one JSON line for each n,
until a run meets no failure: whether one fired, what the job said, and what was found afterwards.
"""

import ctypes
import json
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evacplan.errors import EvacplanError
from evacplan.model.events import ReviewUndone
from evacplan.store import sql, sqlite_file, transaction  # noqa: F401 - before the forks, so that each is quick
from evacplan.store.files import write_atomic
from evacplan.store.log import open_log
from tests.store.samples import advisory_added

NOW = datetime(2025, 11, 8, tzinfo=UTC)


def create(folder: Path) -> None:
    """Make a store and put the first events into it."""
    append(folder)


def append(folder: Path) -> None:
    """Append a large advisory and a small event."""
    log = open_log(str(folder / "inner" / "evacplan.sqlite"), create=True)
    log.transact(lambda _past: [advisory_added("Words. " * 3000), ReviewUndone(1)], by="Awa Test", now=NOW)


def write(folder: Path) -> None:
    """Replace a sheet by a longer one."""
    write_atomic(folder / "sheet.md", b"new" * 50_000)


JOBS = {job.__name__: job for job in (create, append, write)}


def prepare(job: str, folder: Path) -> None:
    """Put there what is there before the job."""
    folder.mkdir()
    match job:
        case "append":
            append(folder)
        case "write":
            (folder / "sheet.md").write_bytes(b"old" * 10)


def attempt(job: str, folder: Path, failure: tuple[int, int, int]) -> dict[str, Any]:
    """Do the job in a child process with one failure."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        shim = ctypes.CDLL(None)
        shim.evacplan_fail(*failure, os.fsencode(folder))
        try:
            JOBS[job](folder)
            said = "done"
        except EvacplanError as error:
            said = f"refused: {error}"
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test must see it
            said = f"crashed: {error!r}"
        fired = shim.evacplan_fired()
        shim.evacplan_fail(0, 0, 0, b"")
        os.write(writer, json.dumps({"fired": fired, "said": said}).encode())
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:  # noqa: PTH123 - a file descriptor
        said = json.loads(pipe.read())
    os.wait()
    return said


def found(job: str, folder: Path) -> dict[str, Any]:
    """Say what is there afterwards, and whether the work can go on."""
    strays = sum(path.stat().st_size > 0 for path in folder.rglob(".evacplan-*"))
    if job == "write":
        return {"state": (folder / "sheet.md").read_bytes()[:3].decode(), "strays": strays}
    where = str(folder / "inner" / "evacplan.sqlite")
    before = open_log(where, create=False).verify()
    append(folder)
    return {"state": before, "after": open_log(where, create=False).verify(), "strays": strays}


def main(job: str, code: int, sticky: int, folder: Path) -> None:
    """Count n up until the job meets no failure any more."""
    number, fired = 0, 1
    while fired:
        number += 1
        inner = folder / str(number)
        prepare(job, inner)
        said = attempt(job, inner, (number, code, sticky))
        fired = said["fired"]
        print(json.dumps({"n": number, **said, **found(job, inner)}), flush=True)  # noqa: T201 - what the test reads
        shutil.rmtree(inner)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
