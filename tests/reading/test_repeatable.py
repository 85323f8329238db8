"""The same text gives the same directives in every process, whatever the order of its sets."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ_ALL = """
import hashlib, sys
from pathlib import Path
from evacplan.model import wire
from tests.reading.readers import read
out = hashlib.sha256()
for path in sorted(Path("tests/corpus").glob("*.yaml")):
    for line in path.read_text(encoding="utf-8").splitlines():
        for item in read(line).directives:
            out.update(repr(wire.directive_to_json(item)).encode())
print(out.hexdigest())
"""


def test_the_corpus_is_read_alike_under_two_hash_seeds():
    digests = set()
    for seed in ("0", "1"):
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        ran = subprocess.run(
            [sys.executable, "-c", READ_ALL], cwd=ROOT, env=env, capture_output=True, text=True, check=True
        )
        digests.add(ran.stdout.strip())
    assert len(digests) == 1
    assert digests != {hashlib.sha256().hexdigest()}, "something was read at all"
