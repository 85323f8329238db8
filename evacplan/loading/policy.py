"""Load the policy of a data folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evacplan.loading.compiled import load
from evacplan.loading.yaml_safe import Tree
from evacplan.model.policy import Effect, Issuer, Policy


def load_policy(folder: Path, *, cache: Path | None = None) -> Policy:
    """Read the rules of a post: effects, weights, havens, issuers, shelf lives.

    Parameters
    ----------
    folder, cache
        As for `load_network`.

    Returns
    -------
    Policy
        `effects` holds every kind and value of the contract, those without effect as `nothing`.

    Raises
    ------
    DataFaultsError
        With all faults of the folder (all four files), if there are any.

    Examples
    --------
    >>> from evacplan.loading.folders import default_data_folder
    >>> load_policy(default_data_folder()).effects["road.cut"]
    (Effect(on='scope_links', status='blocked', at_least=None, raise_by=None, days=None),)
    """
    return load(folder, "policy", policy_from, cache=cache)


def policy_from(tree: Tree, _digest: str = "") -> Policy:
    """Build the policy from its checked tree."""
    exposure, lives, planning = tree["exposure"], tree["shelf_lives"], tree["planning"]
    low, middle, high = exposure["weights"]
    return Policy(
        effects={key: tuple(map(_effect, table)) for key, table in sorted(tree["effects"].items())},
        weights=(low, middle, high),
        mode_factor={mode: float(factor) for mode, factor in sorted(exposure["mode_factor"].items())},
        takeoff_km=float(exposure["takeoff_km"]),
        air_km_factor=float(exposure["air_km_factor"]),
        havens=frozenset(tree["havens"]),
        issuers={key: _issuer(key, block) for key, block in sorted(tree["issuers"].items())},
        baseline_shelf_days=lives["baseline_days"],
        flight_shelf_days=lives["flight_days"],
        press_days=lives["press_days"],
        incident_days=lives["incident_days"],
        valid_hours=lives["valid_hours"],
        check_in_min=planning["check_in_min"],
        utc_offset_min=planning["utc_offset_min"],
        max_options=planning["max_options"],
    )


def _effect(block: Mapping[str, Any]) -> Effect:
    names = ("status", "at_least", "raise_by", "days")
    return Effect(block["on"], **{name: block[name] for name in names if name in block})


def _issuer(key: str, block: Mapping[str, Any]) -> Issuer:
    return Issuer(key, tuple(block["names"]), block["official"])
