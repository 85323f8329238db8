"""The shared development passages, where they are present: floors, and no false closing or opening."""

import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared" / "advisories"

pytestmark = [
    pytest.mark.skipif(not (SHARED / "dev" / "labels.yaml").exists(), reason="the shared passages are not here"),
    pytest.mark.slow,
]


def test_development_passages_keep_their_floor(tmp_path):
    done = subprocess.run(
        [
            *(sys.executable, str(SHARED / "score_reading.py"), str(SHARED / "dev")),
            *("--cmd", f"{sys.executable} -m evacplan", "--min-recall", "0.89", "--min-precision", "0.91"),
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-1500:] + done.stderr[-500:]
