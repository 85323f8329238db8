"""Measure the program against named peers in one run; figures are medians and ratios, never a pass or fail.

    python benchmarks/run.py [--rounds 15] [--json FILE]

Each row is a whole process, from start to exit, all rows taken in turn so that drift hits them alike. Memory is the
process's own peak (resident set), as the operating system counts it.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ADVISORIES = 50
AS_OF = "2025-12-31"
PEERS = {"pass": "pass", "import networkx": "import networkx"}
PLAN = "plan update (all towns)"
AIMS = {"route Gao": 2.2}

TEXTS = (
    "We advise against all travel to Mali.\nThe airport in Bamako is open and commercial flights are available.\n",
    "Nous déconseillons formellement tout déplacement par la route au Mali.\nLa route entre Ségou et Bla est coupée.\n",
    "There is currently a fuel shortage in Mali.\nA curfew is in force in Kayes from 21:00 to 06:00.\n",
    "Armed men attacked a convoy near Sikasso on Monday.\nThe border with Senegal is closed.\n",
    "Passports must be valid for six months.\nVisas are issued on arrival.\n",
)


def evacplan(*words: str) -> list[str]:
    """Return the command line of the program under this interpreter."""
    return [sys.executable, "-m", "evacplan", *words]


def fill(store: Path, folder: Path, env: dict[str, str]) -> None:
    """Take in fifty short warnings of five issuers."""
    for number in range(ADVISORIES):
        issuer = ("FRA", "GBR", "USA", "CAN", "DEU")[number % 5]
        day = f"2025-{10 + number // 28:02}-{number % 28 + 1:02}"
        text = folder / f"{number:03}.txt"
        text.write_text(TEXTS[number % len(TEXTS)] + f"Edition {number}.\n", encoding="utf-8")
        command = evacplan("--store", str(store), "advisory", "add", str(text), "--issuer", issuer, "--issued", day)
        subprocess.run([*command, "--yes", "--accept-openings"], env=env, check=True, stdout=subprocess.DEVNULL)


def once(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Run a command once; return its wall time in ms and its peak memory in MB."""
    script = (
        "import resource, subprocess, sys, time; a = time.perf_counter();"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(time.perf_counter() - a, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    ran = subprocess.run([sys.executable, "-c", script, *command], env=env, check=True, capture_output=True, text=True)
    seconds, kilobytes = map(float, ran.stdout.split())
    return seconds * 1000, kilobytes / 1024


def main() -> None:
    """Fill a store, measure in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = os.environ | {"EVACPLAN_CACHE": str(folder / "cache"), "EVACPLAN_LANG": "en", "EVACPLAN_BY": "bench"}
        store = folder / "store.sqlite"
        started = time.perf_counter()
        fill(store, folder, env)
        filled = time.perf_counter() - started
        at = ("--store", str(store), "--as-of", AS_OF)
        rows = {name: [sys.executable, "-c", code] for name, code in PEERS.items()}
        rows |= {
            "route Gao": evacplan(*at, "route", "Gao"),
            "route Gao --json": evacplan(*at, "route", "Gao", "--json"),
            "status --json": evacplan(*at, "status", "--json"),
            PLAN: evacplan("--store", str(store), "plan", "update"),
            "--help": evacplan("--help"),
        }
        samples: dict[str, list[tuple[float, float]]] = {row: [] for row in rows}
        for number in range(args.rounds + 1):
            for row, command in rows.items():
                # a plan for a moment that already has one would not be made again
                later = ["--as-of", f"{AS_OF}T{number // 60:02}:{number % 60:02}Z"] if row == PLAN else []
                measured = once([*command, *later], env)
                if number:  # the first round warms the caches
                    samples[row].append(measured)
    report(samples, filled, args.json)


def report(samples: dict[str, list[tuple[float, float]]], filled: float, target: Path | None) -> None:
    """Print one row a process: median, spread, ratio to each peer, memory."""
    peers = {peer: [ms for ms, _ in samples[peer]] for peer in PEERS}
    print(f"{ADVISORIES} advisories taken in at {filled / ADVISORIES:.2f} s each; {len(samples['pass'])} rounds")
    print(f"{'process':<26}{'median ms':>10}{'min':>7}{'max':>7}{'x pass':>9}{'x networkx':>12}{'MB':>7}  aim")
    out = {}
    for row, values in samples.items():
        times = [ms for ms, _ in values]
        ratios = {
            peer: statistics.median(a / b for a, b in zip(times, other, strict=True)) for peer, other in peers.items()
        }
        memory = max(mb for _, mb in values)
        aim = f"<= {AIMS[row]}" if row in AIMS else ""
        print(
            f"{row:<26}{statistics.median(times):>10.0f}{min(times):>7.0f}{max(times):>7.0f}"
            f"{ratios['pass']:>9.2f}{ratios['import networkx']:>12.2f}{memory:>7.0f}  {aim}"
        )
        out[row] = {"median_ms": statistics.median(times), **ratios, "peak_mb": memory}
    if target:
        target.write_text(json.dumps(out, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
