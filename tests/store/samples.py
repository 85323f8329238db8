"""Made-up events for tests of the store: single ones by hand, and any at all from hypothesis."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from evacplan.model.advisory import Advisory, Directive, Unread
from evacplan.model.claims import CLAIMS, Curfew, Departure, Overland, values_of
from evacplan.model.events import (
    AdvisoryAdded,
    AdvisoryWithdrawn,
    DirectiveReviewed,
    FactSet,
    PlanStored,
    ReviewUndone,
    ScopeEdited,
)
from evacplan.model.plan import Leg, Option, Plan, TownPlan
from evacplan.model.scope import Circle, Line, Named, Outside
from evacplan.model.situation import Cause, note

NOW = datetime(2025, 11, 8, 9, 30, tzinfo=UTC)


def fact(number: int = 1, reason: str = "seen by the warden") -> FactSet:
    return FactSet("road:gao-ansongo", "blocked", 4, f"{reason} ({number})", NOW, date(2025, 12, 1))


def accepted(directive: str) -> DirectiveReviewed:
    return DirectiveReviewed(directive, "accepted")


def advisory_added(text: str = "The road to Ansongo is cut.", number: int = 1) -> AdvisoryAdded:
    advisory = Advisory(f"A-{number:06}", "GBR", NOW, "en", "page", "Safety", None, "https://example.org/mali", text)
    scope = (Named("corridor", "Gao–Ansongo", ("road:gao-ansongo",)),)
    directive = Directive(f"D-{number:06}", CLAIMS["road"]("cut"), "in_force", scope, text[:40], (0, len(text[:40])))
    unread = Unread("San Pedro", (0, 9), "unknown place: San Pedro", ("San",))
    return AdvisoryAdded(advisory, (directive,), (unread,), frozenset({"D-000009"}))


def cause(number: int = 1) -> Cause:
    quote = f"The road is cut at kilometre {number}."
    return Cause("directive", "road", "cut", "GBR", NOW, quote, f"D-{number:06}", "A-000001", date(2025, 12, 1))


def plan(towns: int = 3, *, causes: int = 2) -> Plan:
    """A plan whose towns all share the same causes."""
    shared = tuple(cause(number) for number in range(1, causes + 1))
    legs = tuple(
        Leg(f"road:t{number}-t{number + 1}", "road", f"t{number}", f"t{number + 1}", 40.5, 60, "open", 2, shared)
        for number in range(3)
    )
    option = Option("relocate", acceptable=True, level=2, exposure=12.5, km=121.5, duration_min=180, legs=legs)
    return Plan(
        "P-0007",
        "P-0006",
        NOW,
        "sha256:0",
        tuple(
            TownPlan(f"t{number}", *(("relocate", option) if number % 3 else ("stay", None))) for number in range(towns)
        ),
    )


_TORN_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
texts = st.one_of(
    st.text(st.characters(), max_size=30).filter(lambda text: not _TORN_PAIR.search(text)),
    st.sampled_from(
        [
            "",
            "\0",
            "a\0b",
            "'; DROP TABLE events; --",
            '{"a": "\\u0000"}',
            "\\",
            "\\u0000",
            "%_*",
            "é\u202e\x1b[2J",
            "\ud83d",
        ]
    ),
)
"""Any text, with NUL, quotes, SQL and JSON and terminal metacharacters, and halves of a UTF-16 pair."""

_zones = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-5, minutes=-30))])
moments = st.datetimes(datetime(1990, 1, 2), datetime(2090, 1, 1), timezones=_zones)  # noqa: DTZ001 - zones come apart
whens = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)) | moments
_ids = st.sampled_from(["D-000001", "A-000045", "road:gao-ansongo", "border:SEN"]) | texts
_some = st.tuples() | st.tuples(texts) | st.tuples(texts, texts)
_numbers = st.floats(allow_nan=False, allow_infinity=False, width=32) | st.integers(0, 10_000)
_spans = st.tuples(st.integers(0, 10_000), st.integers(0, 10_000))

_plain_scopes = st.one_of(
    st.builds(Named, st.sampled_from(["country", "town", "area", "road"]), texts, _some),
    st.builds(Circle, texts, _numbers, _numbers, _numbers, _some),
    st.builds(Line, texts, _some, st.sampled_from(["north", "south"]), _some),
)
scopes = st.recursive(_plain_scopes, lambda inner: st.builds(Outside, texts, st.tuples(inner), _some), max_leaves=3)


def _claims_of(kind: str):
    values = st.sampled_from(values_of(kind))
    match CLAIMS[kind]:
        case claim if claim is Overland:
            return st.builds(Overland, values, st.sampled_from(["all", "cross_border"]))
        case claim if claim is Curfew:
            return st.builds(Curfew, values, st.none() | st.just(("21:00", "06:00")))
        case claim if claim is Departure:
            return st.builds(Departure, values, _some)
        case claim:
            return st.builds(claim, values)


claims = st.sampled_from(sorted(CLAIMS)).flatmap(_claims_of)
directives = st.builds(
    Directive,
    id=_ids,
    claim=claims,
    modality=st.sampled_from(["in_force", "possible", "past", "denied", "ended"]),
    scope=st.tuples(scopes),
    quote=texts,
    span=_spans,
    starts=whens,
    until=whens,
    strength=st.none() | texts,
    actor=st.none() | texts,
    exception=st.tuples() | st.tuples(scopes),
    condition=st.none() | texts,
    evidence=_some,
)
advisories = st.builds(
    Advisory,
    id=_ids,
    issuer=texts,
    issued=moments,
    language=texts,
    kind=st.sampled_from(["page", "alert", "press"]),
    series=st.none() | texts,
    replaces=st.none() | _ids,
    url=st.none() | texts,
    text=texts,
)
causes = st.builds(
    Cause,
    origin=st.sampled_from(["directive", "silence", "person", "baseline"]),
    kind=texts,
    value=texts,
    issuer=texts,
    issued=whens.filter(bool),
    quote=texts,
    directive=st.none() | _ids,
    advisory=st.none() | _ids,
    until=whens,
)
_legs = st.builds(
    Leg,
    link=_ids,
    mode=st.sampled_from(["local", "road", "river", "air"]),
    start=_ids,
    end=_ids,
    km=_numbers,
    duration_min=st.integers(0, 10_000),
    status=texts,
    level=st.integers(1, 4),
    causes=st.lists(causes, max_size=3).map(tuple),
    boards=texts,
)
_values = st.dictionaries(st.sampled_from(["targets", "status", "quote", "issuer", "day", "start"]), texts, max_size=4)
notes = st.builds(lambda key, values: note(key, **values), texts, _values)
_notes = st.lists(notes, max_size=3).map(tuple)
_options = st.builds(
    Option,
    kind=st.sampled_from(["fly", "relocate", "leave_overland"]),
    acceptable=st.booleans(),
    level=st.integers(1, 4),
    exposure=_numbers,
    km=_numbers,
    duration_min=st.integers(0, 10_000),
    legs=st.lists(_legs, max_size=3).map(tuple),
    why_not=_notes,
    conditions=_notes,
)
_towns = st.builds(TownPlan, _ids, st.sampled_from(["fly", "relocate", "leave_overland", "stay"]), st.none() | _options)
plans = st.builds(Plan, _ids, st.none() | _ids, moments, texts, st.lists(_towns, max_size=3).map(tuple))

BY_CLASS = {
    AdvisoryAdded: st.builds(
        AdvisoryAdded,
        advisories,
        st.lists(directives, max_size=2).map(tuple),
        st.lists(st.builds(Unread, texts, _spans, texts, _some), max_size=2).map(tuple),
        st.frozensets(_ids, max_size=3),
    ),
    AdvisoryWithdrawn: st.builds(AdvisoryWithdrawn, _ids, moments, texts),
    DirectiveReviewed: st.builds(DirectiveReviewed, _ids, st.sampled_from(["accepted", "refused"]), st.booleans()),
    ScopeEdited: st.builds(ScopeEdited, _ids, st.lists(scopes, max_size=2).map(tuple)),
    ReviewUndone: st.builds(ReviewUndone, st.integers(1, 10**9)),
    FactSet: st.builds(FactSet, _ids, texts, st.integers(1, 4), texts, moments, whens),
    PlanStored: st.builds(PlanStored, plans),
}
"""A strategy for each class of event."""

events = st.one_of(*BY_CLASS.values())
