"""Small logs for tests, written in plain words.

`Log().page("GBR", "2025-10-01", "airport closed at airport:BKO").alert("USA", "2025-10-02", "road cut at road:a-b")`

A sentence: `[pending|refused|unconfirmed] [modality] kind value [reach] [hours] at TARGETS [except TARGETS]
[from DAY] [until DAY] [via MEANS] [says ACTOR]`. Targets are ids separated by commas; `MLI` is the country,
`all but a,b` everywhere else in it (the places are those of `Log(places=...)`). Without a first word the directive is
accepted, an opening with its confirmation; `unconfirmed`: accepted without. A sentence that stood in the page's
revision before keeps its directive id.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from evacplan.assessment.history import Ledger, read_log
from evacplan.assessment.situation import assess
from evacplan.model import times
from evacplan.model.advisory import Advisory, AdvisoryKind, Directive
from evacplan.model.events import (
    AdvisoryAdded,
    AdvisoryWithdrawn,
    DirectiveReviewed,
    Event,
    FactSet,
    Recorded,
    ReviewUndone,
    ScopeEdited,
)
from evacplan.model.network import Network
from evacplan.model.policy import Effect, Issuer, Policy
from evacplan.model.scope import Named, Outside, Scope
from evacplan.model.situation import Situation
from evacplan.model.wire import claim_from_json
from tests.networks import policy_of

SENTENCE = re.compile(
    r"(?:(?P<review>pending|refused|unconfirmed) )?(?:(?P<modality>possible|past|denied|ended|in_force) )?"
    r"(?P<kind>[a-z_]+) (?P<value>[a-z_]+)(?: (?P<reach>all|cross_border))?(?: (?P<hours>\d\d:\d\d-\d\d:\d\d))?"
    r"(?: at (?P<scope>.*?))?(?: except (?P<exception>.*?))?(?: from (?P<starts>\S+))?(?: until (?P<until>\S+))?"
    r"(?: via (?P<by>\S+))?(?: says (?P<actor>.+?))?"
)
EFFECTS: dict[str, tuple[Effect, ...]] = {
    "overland.do_not_use.cross_border": (Effect("crossing_links", status="blocked"),),
    "overland.do_not_use.all": (Effect("overland_links", status="blocked"), Effect("local_links", at_least=2)),
    "overland.discouraged.cross_border": (Effect("crossing_links", status="avoid"),),
    "overland.discouraged.all": (Effect("overland_links", status="avoid"),),
    "overland.ended.all": (Effect("nothing"),),
    "road.cut": (Effect("scope_links", status="blocked"),),
    "road.avoid": (Effect("scope_links", status="avoid"),),
    "road.open": (Effect("scope_links", status="open"),),
    "blockade.in_force": (Effect("links_into", status="avoid"),),
    "travel.avoid_all": (Effect("overland_links", status="avoid"),),
    "travel.avoid_nonessential": (Effect("overland_links", at_least=2),),
    "airport.closed": (Effect("airports", status="closed"),),
    "airport.disrupted": (Effect("airports", status="disrupted"),),
    "airspace.closed": (Effect("services", status="blocked"),),
    "airspace.restricted": (Effect("services", at_least=2),),
    "flights.suspended": (Effect("services", status="blocked"),),
    "flights.reduced": (Effect("services", at_least=2),),
    "jet_fuel.shortage": (Effect("airports", at_least=2),),
    "border.closed": (Effect("borders", status="closed"), Effect("crossing_links", status="blocked")),
    "border.restricted": (Effect("borders", status="restricted"), Effect("crossing_links", status="avoid")),
    "fuel.shortage": (Effect("overland_links", at_least=2),),
    **{
        f"incident.{value}": (Effect("links_into", raise_by=1, days=30),)
        for value in ("attack", "kidnapping", "ambush", "fighting", "unrest", "mines")
    },
}


def usual_policy(**changes: Any) -> Policy:
    """Make a policy with the design's effect table and four issuers: FRA, GBR and USA are official, RFI is not."""
    issuers = {name: Issuer(name, (), official=name != "RFI") for name in ("FRA", "GBR", "RFI", "USA")}
    return replace(policy_of(effects=EFFECTS, issuers=issuers, press_days=30, incident_days=30), **changes)


def day(text: str | datetime) -> datetime:
    """Read a day or time as its first moment."""
    return text if isinstance(text, datetime) else times.begin(times.from_text(text))


class Log:
    """Builds a log event by event; every method that adds returns the log itself."""

    def __init__(self, *, places: tuple[str, ...] = (), start: str = "2025-01-01") -> None:
        self.events: list[Recorded] = []
        self.places = places
        self.clock = day(start)
        self.advisories: list[AdvisoryAdded] = []
        self.directives = 0

    def page(
        self, issuer: str, issued: str, *sentences: str, series: str = "page", replaces: str | None = None
    ) -> "Log":
        """Add a revision of a page."""
        return self.advisory("page", issuer, issued, sentences, series=series, replaces=replaces)

    def alert(self, issuer: str, issued: str, *sentences: str) -> "Log":
        """Add an alert."""
        return self.advisory("alert", issuer, issued, sentences)

    def press(self, issued: str, *sentences: str, issuer: str = "RFI") -> "Log":
        """Add a press report."""
        return self.advisory("press", issuer, issued, sentences)

    def advisory(
        self,
        kind: AdvisoryKind,
        issuer: str,
        issued: str,
        sentences: tuple[str, ...],
        *,
        series: str | None = None,
        replaces: str | None = None,
    ) -> "Log":
        """Add an advisory and review its directives as the sentences say."""
        before = self._before(issuer, series) if kind == "page" else {}
        directives, reviews = [], []
        for text in sentences:
            words = SENTENCE.fullmatch(text)
            assert words, f"not a sentence of tests.logs: {text!r}"
            directive, review = self._directive(text, words.groupdict()), words["review"]
            directive = replace(directive, id=before.get(directive.quote) or directive.id)
            directives.append(directive)
            if review != "pending" and directive.id not in before.values():
                reviews.append((directive, review))
        carried = frozenset(directive.id for directive in directives) & frozenset(before.values())
        ident = f"A-{len(self.advisories) + 1:06d}"
        advisory = Advisory(ident, issuer, day(issued), "en", kind, series, replaces, None, "\n".join(sentences))
        added = AdvisoryAdded(advisory, tuple(directives), (), carried)
        self.advisories.append(added)
        self.add(added)
        for directive, review in reviews:
            confirmed = review is None and directive.loosens
            self.add(DirectiveReviewed(directive.id, "refused" if review == "refused" else "accepted", confirmed))
        return self

    def _before(self, issuer: str, series: str | None) -> dict[str, str]:
        """Return directive ids by sentence of the page's revision before."""
        mine = [a for a in self.advisories if (a.advisory.issuer, a.advisory.series) == (issuer, series)]
        return {directive.quote: directive.id for directive in mine[-1].directives} if mine else {}

    def _directive(self, text: str, words: dict[str, str | None]) -> Directive:
        self.directives += 1
        hours = words["hours"].split("-") if words["hours"] else None
        claim = claim_from_json(
            {"kind": words["kind"], "value": words["value"], "reach": words["reach"], "hours": hours,
             "by": words["by"].split(",") if words["by"] else None}
        )  # fmt: skip
        quote = re.sub(r"^(pending|refused|unconfirmed) ", "", text)
        return Directive(
            id=f"D-{self.directives:06d}",
            claim=claim,
            modality=words["modality"] or "in_force",
            scope=self.scopes(words["scope"]),
            quote=quote,
            span=(0, len(quote)),
            starts=times.from_text(words["starts"]) if words["starts"] else None,
            until=times.from_text(words["until"]) if words["until"] else None,
            actor=words["actor"],
            exception=self.scopes(words["exception"]),
        )  # fmt: skip

    def scopes(self, text: str | None) -> tuple[Scope, ...]:
        """Read targets."""
        if not text:
            return ()
        if text.startswith("all but "):
            inner = self.scopes(text.removeprefix("all but "))
            left = {target for scope in inner for target in scope.targets}
            return (Outside(text, inner, tuple(place for place in self.places if place not in left)),)
        return tuple(_named(name) for name in text.split(","))

    def add(self, event: Event, *, at: datetime | None = None, by: str = "an officer") -> "Log":
        """Append any event; the clock goes on by a minute, or stands where `at` puts it."""
        self.clock = at or self.clock + timedelta(minutes=1)
        self.events.append(Recorded(len(self.events) + 1, self.clock, by, event))
        return self

    def withdraw(self, advisory: str, at: str) -> "Log":
        """The issuer takes an advisory back."""
        return self.add(AdvisoryWithdrawn(advisory, day(at), "taken back"))

    def review(self, directive: str, decision: Any = "accepted", *, confirmed: bool = False) -> "Log":
        """Decide on a directive."""
        return self.add(DirectiveReviewed(directive, decision, confirmed))

    def edit(self, directive: str, targets: str) -> "Log":
        """Correct where a directive holds."""
        return self.add(ScopeEdited(directive, self.scopes(targets)))

    def undo(self, seq: int | None = None) -> "Log":
        """Undo an event: the last one, if none is named."""
        return self.add(ReviewUndone(len(self.events) if seq is None else seq))

    def fact(
        self, target: str, status: str, at: str, *, level: int | None = None, until: date | datetime | None = None
    ) -> "Log":
        """Set a person's own fact."""
        usual = {"open": 1, "disrupted": 2, "restricted": 2, "avoid": 3, "unconfirmed": 3}
        return self.add(FactSet(target, status, level or usual.get(status, 4), "seen by a driver", day(at), until))

    def ledger(self, *, known_at: datetime | None = None) -> Ledger:
        """Fold the log."""
        return read_log(self.events, known_at=known_at)

    def seen(
        self, network: Network, as_of: str, *, policy: Policy | None = None, known_at: datetime | None = None
    ) -> Situation:
        """Assess the log on a network."""
        return assess(self.ledger(known_at=known_at), network, policy or usual_policy(), as_of=day(as_of))


def _named(name: str) -> Named:
    kinds: Mapping[str, Any] = {
        "airport": "airport", "border": "border", "road": "road", "river": "road", "local": "road", "air": "airport",
        "region": "region", "region2016": "region", "area": "area",
    }  # fmt: skip
    if name == "MLI":
        return Named("country", "Mali", ("country:MLI",))
    if name == "nowhere":
        return Named("town", "nowhere", ())
    return Named(kinds.get(name.partition(":")[0], "town"), name, (name,))


def now_utc(text: str) -> datetime:
    """Read a time of day on a day, e.g. `2026-04-26T22:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
