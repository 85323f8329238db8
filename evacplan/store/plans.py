"""A plan as the log keeps it: hundreds of legs share the same causes, so each distinct cause is written once."""

from typing import Any

from evacplan.model import wire
from evacplan.model.plan import Plan
from evacplan.model.situation import Cause
from evacplan.store import canonical


def head_from_json(data: Any) -> Plan:  # noqa: ANN401 - whatever stood in the row
    """Read a plan that was written without its towns."""
    return wire.plan_from_json(data | {"towns": []})


def plan_to_text(plan: Plan) -> str:
    """Write a plan whole, as the contract's JSON with a list of distinct causes and indexes into it."""
    data = wire.plan_to_json(plan)
    index: dict[Cause, int] = {}
    for town, written in zip(plan.towns, data["towns"], strict=True):
        legs = town.option.legs if town.option else ()
        for leg, written_leg in zip(legs, written["option"]["legs"] if legs else (), strict=True):
            written_leg["causes"] = [index.setdefault(cause, len(index)) for cause in leg.causes]
    return canonical.dumps(data | {"causes": [wire.cause_to_json(cause) for cause in index]})


def plan_from_text(text: str) -> Plan:
    """Read what `plan_to_text` wrote; equal causes are one object."""
    data = canonical.loads(text)
    causes = data["causes"]
    for town in data["towns"]:
        for leg in town["option"]["legs"] if town["option"] else ():
            leg["causes"] = [causes[number] for number in leg["causes"]]
    return wire.plan_from_json(data)
