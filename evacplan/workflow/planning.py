"""All towns at once: versions of the plan, and what changed between two of them."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from evacplan.assessment.history import read_log
from evacplan.assessment.situation import assess
from evacplan.errors import InputRefusedError, UnknownNameError
from evacplan.model.events import Event, PlanStored, Recorded
from evacplan.model.network import Network
from evacplan.model.plan import Change, Plan
from evacplan.model.policy import Policy
from evacplan.model.situation import Situation

if TYPE_CHECKING:
    from evacplan.store.log import EventLog


@dataclass(frozen=True, slots=True)
class Compared:
    """Two plans (`before` is None for the very first) and the towns whose answer changed, worst first.

    `known` says that a plan was asked for and the newest one, `after`, already was the answer.
    """

    before: Plan | None
    after: Plan
    changes: tuple[Change, ...]
    known: bool = False


def update_plan(
    log: "EventLog", network: Network, policy: Policy, *, as_of: datetime, by: str, now: datetime
) -> Compared:
    """Regenerate every town's answer and store it as the next version.

    Nothing is stored if the newest version was made as of the same moment from the same inputs: the same question gives
    the same bytes.
    """
    from evacplan.routing.plan import plan_towns  # noqa: PLC0415 - brings networkx

    made: list[Plan] = []

    def decide(events: tuple[Recorded, ...]) -> Sequence[Event]:
        ledger = read_log(events)
        situation = assess(ledger, network, policy, as_of=as_of)
        inputs = inputs_digest(network, policy, situation)
        newest = list(ledger.plans.values())[-1] if ledger.plans else None
        if newest and (newest.inputs, newest.as_of) == (inputs, as_of):
            return []
        made.append(
            plan_towns(
                network,
                situation,
                policy,
                plan_id=ledger.next_plan_id(),
                previous=newest.id if newest else None,
                inputs=inputs,
            )
        )
        return [PlanStored(made[0])]

    log.transact(decide, by=by, now=now)
    return replace(compare_plans(log, network, policy), known=not made)


def inputs_digest(network: Network, policy: Policy, situation: Situation) -> str:
    """Return the SHA-256 of all that a plan depends on: data, policy, and the state of each link and airport."""
    states = [
        (state.id, state.status, getattr(state, "level", 0), [c.directive or c.quote for c in state.causes])
        for group in (situation.links, situation.airports, situation.borders)
        for state in group.values()
    ]
    orders = [(said.area, said.cause.value) for said in situation.shelter]
    parts = [network.digest, asdict(policy), states, orders]
    # sorted: the order of a set's members changes from process to process
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True, default=sorted).encode()).hexdigest()


def plan_heads(log: "EventLog") -> tuple[Plan, ...]:
    """Return all versions without their towns, oldest first."""
    return tuple(
        recorded.event.plan
        for recorded in log.read(kinds=("plan_stored",), bodies=False)
        if isinstance(recorded.event, PlanStored)
    )


def plan_version(log: "EventLog", plan: str | None = None) -> Plan:
    """Return one version whole; the newest if none is named.

    Raises
    ------
    UnknownNameError
        If there is no version of that number.
    InputRefusedError
        If there is no plan yet.
    """
    return _stored(log, plan)[1]


def _stored(log: "EventLog", plan: str | None) -> tuple[int, Plan]:
    """Return one version whole, after its sequence number."""
    stored = log.read(kinds=("plan_stored",), bodies=False)
    heads = {item.event.plan.id: item.seq for item in stored if isinstance(item.event, PlanStored)}
    if not heads:
        raise InputRefusedError("no plan yet", hint="Make one: evacplan plan update")
    if plan is not None and plan not in heads:
        raise UnknownNameError("plan", plan, tuple(heads)[-3:])
    seq = heads[plan or tuple(heads)[-1]]
    whole = log.read_event(seq)
    if whole is None or not isinstance(whole.event, PlanStored):  # pragma: no cover - the log never loses an event
        raise UnknownNameError("plan", str(plan))
    return seq, whole.event.plan


def plan_behind(log: "EventLog", network: Network, policy: Policy, situation: Situation) -> str | None:
    """Return the number of the newest plan that was made from this very situation, None if none was."""
    inputs = inputs_digest(network, policy, situation)
    return next((plan.id for plan in reversed(plan_heads(log)) if plan.inputs == inputs), None)


def compare_plans(
    log: "EventLog", network: Network, policy: Policy, before: str | None = None, after: str | None = None
) -> Compared:
    """Compare two versions: by default the newest with the one before it.

    Causes are those known when the newer plan was made: the same question always has the same answer.
    """
    from evacplan.comparison import compare  # noqa: PLC0415 - only comparing needs it

    seq, new = _stored(log, after)
    earlier = before or new.previous
    if earlier is None:
        return Compared(None, new, ())
    old = plan_version(log, earlier)
    known = [recorded for recorded in log.read(bodies=False) if recorded.seq < seq]
    situation = assess(read_log(known), network, policy, as_of=new.as_of)
    return Compared(old, new, compare(old, new, situation=situation))
