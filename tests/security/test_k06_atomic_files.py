"""K6: a file is there complete or not at all, also when the program is killed while it writes."""

import os
import random
import stat
import subprocess
import sys
import time

from tests.store.workers import ROOT

CODE = """
import sys
from pathlib import Path
from evacplan.store.files import write_atomic
print("ready", flush=True)
number = 0
while True:
    number += 1
    write_atomic(Path(sys.argv[1]), (b"%08d" % number) * 200_000)
"""


def test_a_file_is_complete_whenever_the_writer_is_killed(tmp_path):
    target = tmp_path / "sheet.md"
    target.write_bytes(b"00000000" * 200_000)
    target.chmod(0o644)
    chance = random.Random(3)  # noqa: S311 - moments, not secrets
    for _ in range(12):
        command = [sys.executable, "-c", CODE, target]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0.005, 0.06))
        data = target.read_bytes()  # while it is being replaced
        assert data == data[:8] * 200_000
        writer.kill()
        writer.communicate()
        data = target.read_bytes()
        assert data == data[:8] * 200_000
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert data != b"00000000" * 200_000
    others = [path for path in tmp_path.iterdir() if path != target]
    assert all(path.name.startswith(".evacplan-") and stat.S_IMODE(path.stat().st_mode) == 0o600 for path in others)
