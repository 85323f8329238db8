"""Checks of policy.yaml."""

from collections.abc import Iterator
from typing import get_args

from evacplan.errors import Fault
from evacplan.loading import sections as keys
from evacplan.loading.schema import ISO3, TEXT, block_faults, sound_blocks
from evacplan.loading.sound import Block
from evacplan.loading.yaml_safe import Document, Spot
from evacplan.model.claims import CLAIMS, values_of
from evacplan.model.network import AirportStatus, BorderStatus, LinkStatus

_STATUSES = {"airports": get_args(AirportStatus), "borders": get_args(BorderStatus)}


def effect_keys() -> frozenset[str]:
    """Return every key that the effect table needs: "kind.value", for overland "overland.value.reach"."""
    return frozenset(
        f"{kind}.{value}{reach}"
        for kind in CLAIMS
        for value in values_of(kind)
        for reach in ((".all", ".cross_border") if kind == "overland" else ("",))
    )


def policy_faults(policy: Document) -> Iterator[Fault]:
    """Say everything that is wrong with a policy."""
    tree = policy.tree if isinstance(policy.tree, dict) else {}
    for section in tree:
        if section not in keys.SECTIONS["policy.yaml"]:
            yield policy.fault((section,), f"unknown section '{section}'")
    yield from _effects_faults(policy, tree.get("effects"))
    yield from _exposure_faults(policy, tree.get("exposure"))
    yield from _haven_faults(policy, tree)
    found: list[Fault] = []
    sound_blocks(policy, "issuers", keys.ISSUER, found)
    yield from found
    yield from block_faults(policy, ("shelf_lives",), tree.get("shelf_lives"), keys.SHELF_LIVES)
    yield from block_faults(policy, ("planning",), tree.get("planning"), keys.PLANNING)


def _effects_faults(policy: Document, effects: object) -> Iterator[Fault]:
    if not isinstance(effects, dict):
        yield policy.fault(("effects",), "effects is missing or no block of keys")
        return
    wanted = effect_keys()
    for key in sorted(wanted - effects.keys()):
        yield policy.fault(("effects",), f"no effect for {key} (use [{{on: nothing}}] for none)")
    for key, table in effects.items():
        if key not in wanted:
            yield policy.fault(("effects", key), f"unknown statement '{key}'")
        if not isinstance(table, list) or not table:
            yield policy.fault(("effects", key), f"{key} must be a list of effects")
            continue
        for number, effect in enumerate(table):
            yield from _effect_faults(policy, ("effects", key, number), effect)


def _effect_faults(policy: Document, spot: Spot, effect: Block) -> Iterator[Fault]:
    found = list(block_faults(policy, spot, effect, keys.EFFECT))
    yield from found
    if found:
        return
    name, on = spot[1], effect["on"]
    done = [key for key in ("status", "at_least", "raise_by") if key in effect]
    if len(done) != (0 if on == "nothing" else 1):
        wanted = "nothing else" if on == "nothing" else "one of status, at_least and raise_by"
        yield policy.fault(spot, f"{name}: on {on} needs {wanted}")
    if ("days" in effect) != ("raise_by" in effect):
        yield policy.fault(spot, f"{name}: raise_by and days go together")
    allowed = _STATUSES.get(on, get_args(LinkStatus))
    if "status" in effect and effect["status"] not in allowed:
        yield policy.fault(spot, f"{name}: {on} cannot be '{effect['status']}' (one of {', '.join(allowed)})")
    if on == "borders" and done and done != ["status"]:
        yield policy.fault(spot, f"{name}: a border has a status and no level")


def _exposure_faults(policy: Document, exposure: object) -> Iterator[Fault]:
    found = list(block_faults(policy, ("exposure",), exposure, keys.EXPOSURE))
    yield from found
    if found or not isinstance(exposure, dict):
        return
    yield from block_faults(policy, ("exposure", "mode_factor"), exposure["mode_factor"], keys.MODE_FACTOR)
    if exposure["weights"] != sorted(exposure["weights"]):
        yield policy.fault(("exposure", "weights"), "a higher level cannot weigh less than a lower one")


def _haven_faults(policy: Document, tree: Block) -> Iterator[Fault]:
    havens, others = tree.get("havens", {}), tree.get("not_havens", {})
    for name, table in (("havens", havens), ("not_havens", others)):
        if not isinstance(table, dict):
            yield policy.fault((name,), f"{name} must be a block of keys")
            return
        for code, why in table.items():
            if not ISO3.holds(code):
                yield policy.fault((name, code), f"{name}: '{code}' must be {ISO3.words}")
            if not TEXT.holds(why):
                yield policy.fault((name, code), f"{name}: {code} needs a reason")
    if "havens" not in tree:
        yield policy.fault((), "havens is missing")
    for code in havens.keys() & others.keys():
        yield policy.fault(("not_havens", code), f"{code} cannot be a haven and none")
