"""An advisory, and what was taken from its text."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from evacplan.model.claims import OPENINGS, Claim
from evacplan.model.scope import Scope

Modality = Literal["in_force", "possible", "past", "denied", "ended"]
AdvisoryKind = Literal["page", "alert", "press"]


@dataclass(frozen=True, slots=True)
class Advisory:
    """Who said it, when, and as what.

    `issuer` is an ISO3 code where the policy knows one, else the name as given. `issued` is the issuer's own time
    (aware). A `page` replaces the revision before of the same issuer and `series`; `replaces` names an advisory whose
    series this one continues under a new name. `text` is what `span` counts in.
    """

    id: str
    issuer: str
    issued: datetime
    language: str
    kind: AdvisoryKind
    series: str | None
    replaces: str | None
    url: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Directive:
    """One thing that an advisory says about movement.

    `quote` is `text[span[0]:span[1]]`. `starts` and `until` are dates (the whole day, UTC) or aware times, None where
    not stated. `strength` is the source's own words for how strongly, `actor` who says or does it, `exception` what is
    left out, `condition` what it depends on. `evidence` names what was recognised, for `--explain`.
    """

    id: str
    claim: Claim
    modality: Modality
    scope: tuple[Scope, ...]
    quote: str
    span: tuple[int, int]
    starts: date | datetime | None = None
    until: date | datetime | None = None
    strength: str | None = None
    actor: str | None = None
    exception: tuple[Scope, ...] = ()
    condition: str | None = None
    evidence: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it changes a status at all: only what is in force or ended does."""
        return self.modality in ("in_force", "ended")

    @property
    def loosens(self) -> bool:
        """Whether accepting it could open or ease something."""
        return self.modality == "ended" or (self.holds and (self.claim.kind, self.claim.value) in OPENINGS)


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that may matter and was not understood, and why. `suggestions` are near names for the reviewer."""

    quote: str
    span: tuple[int, int]
    why: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was taken from one text, in text order, and all that was not understood."""

    language: str
    directives: tuple[Directive, ...]
    unread: tuple[Unread, ...]
