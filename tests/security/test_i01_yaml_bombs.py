"""I1: hostile YAML is refused with file, line and column, quickly and without a crash."""

import subprocess
import sys
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.errors import InputRefusedError
from evacplan.loading.check import check_data
from evacplan.loading.yaml_safe import MAX_BYTES, MAX_DEPTH, MAX_NODES, parse_yaml, read_yaml
from tests.loading import tiny

SECONDS = 10 if sys.gettrace() else 1
"""Coverage's tracer makes every line several times slower."""

BOMBS = {
    "flow nesting": (b"a: " + b"[" * 50_000, "x.yaml:1:", "nested deeper"),
    "closed flow nesting": (b"[" * 50_000 + b"]" * 50_000, "x.yaml:1:", "nested deeper"),
    "flow mappings": (b"{a: " * 50_000, "x.yaml:1:", "nested deeper"),
    "block nesting": (b"\n".join(b" " * n + b"a:" for n in range(1900)), "x.yaml:", "nested deeper|not valid"),
    "block lists on one line": (b"- " * 50_000 + b"x", "x.yaml:1:", "nested deeper"),
    "alias bomb": (
        b"a: &a [x, x]\n" + b"\n".join(b"%c: &%c [*%c, *%c]" % (n + 1, n + 1, n, n) for n in range(97, 121)),
        "x.yaml:1:4",
        "anchor",
    ),
    "alias": (b"a: x\nb: *a\n", "x.yaml:2:4", "alias"),
    "merge key": (b"a: {x: 1}\nb:\n  <<: *a\n", "x.yaml:3:7", "alias"),
    "duplicate key": (b"a: 1\nb: 2\na: 3\n", "x.yaml:3", "'a' stands twice .first in line 1"),
    "python object": (b"a: !!python/object/apply:os.system [echo]\n", "x.yaml:1:4", "tag"),
    "python name": (b"- !!python/name:os.system x\n", "x.yaml:1:3", "tag"),
    "local tag": (b"a: !thing {b: 1}\n", "x.yaml:1:4", "tag"),
    "plain tag": (b"a: !!int 3\n", "x.yaml:1:4", "tag"),
    "second document": (b"a: 1\n---\nb: 2\n", "x.yaml:2:1", "second document"),
    "list as a key": (b"? [a, b]\n: c\n", "x.yaml:1:3", "key must be text"),
    "big file": (b"a: " + b"x" * MAX_BYTES, "x.yaml", "bigger than 2 MB"),
    "many entries": (b"[" + b"a," * (MAX_NODES + 1) + b"]", "x.yaml:1:", "more than"),
    "no UTF-8": (b"a: 1\nb: caf\xe9\n", "x.yaml:2:7", "not UTF-8"),
    "control character": (b"a: \x01\n", "x.yaml", "not valid YAML"),
    "open bracket": (b"a: [1, 2\nb: 3\n", "x.yaml:2:", "not valid YAML"),
    "tab": (b"a:\n\tb: 1\n", "x.yaml:2:1", "not valid YAML"),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_i1_refuses_within_a_second(bomb):
    data, where, what = BOMBS[bomb]
    start = time.process_time()
    with pytest.raises(InputRefusedError, match=what) as caught:
        read_yaml(data, name="x.yaml")
    assert time.process_time() - start < SECONDS
    assert caught.value.where.startswith(where)
    assert caught.value.exit_code == 4


@pytest.mark.parametrize("bomb", ["flow nesting", "closed flow nesting", "alias bomb", "python object"])
def test_i1_no_process_dies_of_it_with_either_parser(bomb, tmp_path):
    (tmp_path / "bomb.yaml").write_bytes(BOMBS[bomb][0])
    program = (
        "import sys, yaml; from pathlib import Path; from evacplan.loading.yaml_safe import read_yaml\n"
        "from evacplan.errors import InputRefusedError\n"
        "if sys.argv[2] == 'pure': del yaml.CSafeLoader\n"
        "try: read_yaml(Path(sys.argv[1]).read_bytes(), name='x')\n"
        "except InputRefusedError: sys.exit(4)"
    )
    for parser in ("fast", "pure"):
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / "bomb.yaml"), parser],
            capture_output=True,
            timeout=20,
            check=False,
        )
        assert (done.returncode, done.stderr) == (4, b"")


def test_i1_a_data_folder_with_a_bomb_is_a_fault_with_its_line(tmp_path):
    folder = tiny.write(tmp_path, routes=tiny.ROUTES + "x: " + "[" * 50_000)
    (fault,) = check_data(folder)
    assert (fault.file, fault.line) == ("routes.yaml", tiny.ROUTES.count("\n") + 1)


def test_i1_a_file_of_a_hundred_megabytes_is_not_read_whole(tmp_path):
    folder = tiny.write(tmp_path)
    with (folder / "routes.yaml").open("r+b") as file:
        file.truncate(100_000_000)
    start = time.perf_counter()
    (fault,) = check_data(folder)
    assert time.perf_counter() - start < 1
    assert "bigger than 2 MB" in fault.what


def test_i1_honest_depth_is_read():
    assert read_yaml(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, name="x")
    with pytest.raises(InputRefusedError, match="nested deeper"):
        read_yaml(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), name="x")


def test_i1_of_a_key_that_stands_twice_the_first_is_kept_and_the_fault_told():
    document = parse_yaml(b"a: {b: 1}\na: {b: 2, c: 3}\nd: 4\n", name="x")
    assert document.tree == {"a": {"b": 1}, "d": 4}
    assert [(fault.line, fault.what) for fault in document.faults] == [
        (2, "column 1: 'a' stands twice (first in line 1)")
    ]


@given(st.text(alphabet="ab:-[]{},&*!#'\"|>%? \n\t0\\u", max_size=60) | st.text(max_size=30))
def test_i1_any_text_is_read_or_refused(text):
    with suppress(InputRefusedError):
        read_yaml(text.encode("utf-8", "surrogatepass"), name="x")
