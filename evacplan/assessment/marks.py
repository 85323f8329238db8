"""From settled statements to marks: how far each raises the level of a link, service, airport or border, and why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from evacplan.assessment.ground import AIRSPACE, Extent
from evacplan.assessment.standing import Hearing
from evacplan.assessment.statement import Statement
from evacplan.model import times
from evacplan.model.advisory import Directive
from evacplan.model.claims import Overland
from evacplan.model.policy import Effect, EffectOn, Policy
from evacplan.model.situation import Cause

LEVELS: dict[str, int] = {
    "open": 1,
    "disrupted": 2,
    "restricted": 2,
    "avoid": 3,
    "unconfirmed": 3,
    "blocked": 4,
    "closed": 4,
}
"""The level of each status."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One reason why a link, airport or border is worse than its baseline.

    `level` is the least level, `status` the word for it ("" where only a level is set); `raise_by` adds to what the
    others say. `fact` tells facts, which a person may overrule for one target, from advice.
    """

    level: int
    status: str
    raise_by: int
    fact: bool
    causes: tuple[Cause, ...]


def cause_of(statement: Statement) -> Cause:
    """Return a statement as a cause: its words, or the words that are no longer said."""
    directive, advisory = statement.directive, statement.advisory
    return Cause(
        origin="silence" if statement.silence else "directive",
        kind=directive.claim.kind,
        value=directive.claim.value,
        issuer=advisory.issuer,
        issued=advisory.issued,
        quote=directive.quote,
        directive=directive.id,
        advisory=advisory.id,
        until=directive.until,
    )


def marks(settled: Iterable[Statement], hearing: Hearing) -> dict[str, list[Mark]]:
    """Spread settled statements over the ground, the strictest first, then the newest, then by id.

    Returns
    -------
    dict
        Marks by the id of a link, service, airport, border or "airspace"; ids without marks are absent.
    """
    unconfirmed = _unconfirmed(hearing.policy)
    found: list[tuple[Mark, Effect, Statement]] = []
    for statement in settled:
        family = unconfirmed.get(_family(statement.directive), ())
        effects = family if statement.silence else _effects(statement.directive, hearing)
        causes = (cause_of(statement),) if effects else ()
        found += [(_mark(effect, causes, fact=statement.is_fact), effect, statement) for effect in effects]
    found.sort(key=lambda item: (-item[0].level, -item[2].at.timestamp(), item[2].advisory.issuer, _id(item[2])))
    spread: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark, effect, statement in found:
        for element in hearing.ground.elements(Extent(statement.targets, statement.left_out), effect.on):
            spread[element].append(mark)
        if AIRSPACE in statement.targets:
            spread[AIRSPACE].append(mark)
    return dict(spread)


def fades(directive: Directive, hearing: Hearing, effect: Effect) -> bool:
    """Tell whether an incident is too old to raise anything, by its date or else by when it was first said."""
    if directive.claim.kind != "incident":
        return False
    date = directive.until or directive.starts
    happened = times.end(date) if date else hearing.ledger.first_said[directive.id]
    return happened + timedelta(days=effect.days or hearing.policy.incident_days) <= hearing.as_of


def _effects(directive: Directive, hearing: Hearing) -> list[Effect]:
    """Return what a statement does by the policy."""
    claim = directive.claim
    reach = f".{claim.reach}" if isinstance(claim, Overland) else ""
    effects = hearing.policy.effects.get(f"{claim.kind}.{claim.value}{reach}", ())
    return [effect for effect in effects if effect.on != "nothing" and not fades(directive, hearing, effect)]


def _unconfirmed(policy: Policy) -> dict[str, list[Effect]]:
    """Return what silence does to each family of statements: all that they are about is unconfirmed."""
    about: defaultdict[str, set[EffectOn]] = defaultdict(set)
    for key, effects in policy.effects.items():
        kind, _, rest = key.partition(".")
        family = f"{kind}.{rest.rpartition('.')[2]}" if kind == "overland" else kind
        about[family] |= {effect.on for effect in effects} - {"nothing", "local_links"}
    return {family: [Effect(on=one, status="unconfirmed") for one in sorted(on)] for family, on in about.items()}


def _family(directive: Directive) -> str:
    """Return the kind, of overland advice with its reach."""
    claim = directive.claim
    return f"overland.{claim.reach}" if isinstance(claim, Overland) else claim.kind


def _mark(effect: Effect, causes: tuple[Cause, ...], *, fact: bool) -> Mark:
    status = effect.status or ""
    level = LEVELS[status] if status else effect.at_least or 1
    return Mark(level, status, effect.raise_by or 0, fact, causes)


def _id(statement: Statement) -> str:
    return statement.directive.id
