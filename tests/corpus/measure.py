"""Read the corpus and count: what was expected and found, what was found and not expected, by kind."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import yaml

from tests.reading.readers import read, targets

FOLDER = Path(__file__).parent
MOVES = {
    "travel", "overland", "road", "blockade", "airport", "airspace", "flights", "border", "curfew", "fuel", "jet_fuel",
    "departure", "shelter",
}  # fmt: skip
CLOSES = {("road", "cut"), ("airport", "closed"), ("border", "closed"), ("airspace", "closed")}
WHOLE = {"country:MLI"}


@dataclass
class Score:
    """Counts by kind, and the passages that went wrong."""

    expected: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    placed: Counter = field(default_factory=Counter)
    right: Counter = field(default_factory=Counter)
    wrong: Counter = field(default_factory=Counter)
    false_closings: list = field(default_factory=list)
    false_openings: list = field(default_factory=list)
    passages: int = 0
    silent: int = 0

    def recall(self):
        return sum(self.found.values()) / sum(self.expected.values())

    def recall_in_place(self):
        return sum(self.placed.values()) / sum(self.expected.values())

    def precision(self):
        return sum(self.right.values()) / (sum(self.right.values()) + sum(self.wrong.values()))

    def lines(self):
        """A table for people: kind, recall, precision."""
        yield f"{self.passages} passages, of which {self.silent} must yield nothing that moves people"
        for kind in sorted(self.expected | self.wrong):
            shown = self.right[kind] + self.wrong[kind]
            precision = f"{self.right[kind]}/{shown}" if shown else "-"
            yield (
                f"{kind:<15} recall {self.found[kind]:>3}/{self.expected[kind]:<3} "
                f"in place {self.placed[kind]:>3}  precision {precision}"
            )
        yield (
            f"recall {self.recall():.3f} · in the right place {self.recall_in_place():.3f} · "
            f"precision {self.precision():.3f} · false closings {len(self.false_closings)} · "
            f"false openings {len(self.false_openings)}"
        )


def passages():
    """Every passage with its expectations as (kind, value or "", target or "")."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield entry["text"], entry.get("issued"), [_expectation(line) for line in entry["expect"]]


def _expectation(line):
    head, _, target = line.partition("@")
    kind, _, value = head.strip().partition(" ")
    return kind, value.strip(), target.strip().strip('"')


def _fits(directive, want):
    kind, value, _ = want
    return directive.holds and directive.claim.kind == kind and value in ("", directive.claim.value)


@cache
def score():
    """Read every passage once and count."""
    total = Score()
    for text, issued, wants in passages():
        when = datetime.fromisoformat(str(issued)).replace(tzinfo=UTC) if issued else None
        reading = read(text, issued=when) if when else read(text)
        total.passages += 1
        total.silent += not any(want[0] in MOVES for want in wants)
        for want in wants:
            hits = [d for d in reading.directives if _fits(d, want)]
            total.expected[want[0]] += 1
            total.found[want[0]] += bool(hits)
            total.placed[want[0]] += any(not want[2] or want[2] in targets(d) for d in hits)
        for directive in reading.directives:
            if not directive.holds or directive.claim.kind not in MOVES:
                continue
            good = any(_fits(directive, want) for want in wants)
            total.right[directive.claim.kind] += good
            total.wrong[directive.claim.kind] += not good
            if not good and (directive.claim.kind, directive.claim.value) in CLOSES:
                total.false_closings.append(text)
            if not good and directive.loosens:
                total.false_openings.append(text)
    return total
