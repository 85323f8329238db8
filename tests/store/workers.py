"""Starting `worker.py` as child processes."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start_worker(where: str, name: str, count: int) -> "subprocess.Popen[str]":
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(Path(__file__).with_name("worker.py")), where, name, str(count)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=Path(where).anchor or "/",
    )


def acknowledged(output: str) -> list[int]:
    """Return the numbers that were printed whole."""
    return [int(line) for line in output.splitlines(keepends=True) if line.endswith("\n")]
