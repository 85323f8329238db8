"""Ways out, verdicts, plans and what changed between two of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from evacplan.model.network import Mode
from evacplan.model.situation import Cause, Note

Verdict = Literal["fly", "relocate", "leave_overland", "stay"]
OptionKind = Literal["fly", "relocate", "leave_overland"]

HARM: dict[str, int] = {"fly": 0, "relocate": 1, "leave_overland": 2, "stay": 3}
"""Verdicts from the least to the most harmful: the order in which changes are sorted."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One link of a way out, in travel order, with its state; `boards` says who may take a flight ("" = anyone)."""

    link: str
    mode: Mode
    start: str
    end: str
    km: float
    duration_min: int
    status: str
    level: int
    causes: tuple[Cause, ...]
    boards: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A way out to a haven.

    `level` is the worst of its legs; `exposure` is a planning index in km of level-1 road (it compares options and is
    no probability). `why_not` says why an unacceptable option is none, `conditions` what an acceptable one depends on.
    """

    kind: OptionKind
    acceptable: bool
    level: int
    exposure: float
    km: float
    duration_min: int
    legs: tuple[Leg, ...]
    why_not: tuple[Note, ...] = ()
    conditions: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What to do in one town: the verdict, the options in rank order (acceptable first), and what would open a way.

    `opens_if` are the smallest sets of ids whose reopening gives an acceptable option; empty if there already is one
    or if none exists. `blocked_overland` are the blocked links on the ways over land, with causes.
    """

    as_of: datetime
    origin: str
    verdict: Verdict
    options: tuple[Option, ...]
    blocked_overland: tuple[tuple[str, tuple[Cause, ...]], ...]
    opens_if: tuple[tuple[str, ...], ...]
    warnings: tuple[Note, ...] = ()

    @property
    def best(self) -> Option | None:
        """The first acceptable option, None when the answer is to stay."""
        return next((option for option in self.options if option.acceptable), None)


@dataclass(frozen=True, slots=True)
class TownPlan:
    """The verdict for one town in a plan, with the option to take (None: stay)."""

    town: str
    verdict: Verdict
    option: Option | None


@dataclass(frozen=True, slots=True)
class Plan:
    """All towns' verdicts at one moment; `inputs` is the digest of the data and directives it was made from."""

    id: str
    previous: str | None
    as_of: datetime
    inputs: str
    towns: tuple[TownPlan, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A town whose answer changed; `because` are the directive ids behind it, `people` the registered people there."""

    town: str
    before: str
    after: str
    because: tuple[str, ...]
    route_changed: bool = False
    people: int = 0
