"""Which statements are facts, which advice, and which of two is the stricter."""

from evacplan.model.advisory import Directive

FACTS = frozenset({"airport", "airspace", "flights", "border", "road", "blockade", "fuel", "jet_fuel", "curfew"})
"""Kinds settled by the newest official word; `road.avoid` is the one value among them that is advice."""

UNCONFIRMED_WHEN_DROPPED = frozenset({"airport", "airspace", "flights", "border", "road"})
"""Kinds whose silence is no consent, whatever had been said: open as well as closed."""

UNCONFIRMED_WHEN_TIGHTENING_DROPPED = frozenset({"overland", "blockade"})
"""Kinds whose silence counts only where something had been advised against or blocked."""

_RANKS: dict[str, int] = {
    **dict.fromkeys(("closed", "suspended", "cut", "do_not_use"), 4),
    **dict.fromkeys(
        ("avoid", "discouraged", "avoid_all", "in_force", "shortage", "leave_now", "shelter_in_place", "none"), 3
    ),
    **dict.fromkeys(
        ("disrupted", "restricted", "reduced", "avoid_nonessential", "consider_leaving", "stay_indoors"), 2
    ),
    **dict.fromkeys(("high_caution", "limited_outside_capital"), 1),
}


def is_fact(directive: Directive) -> bool:
    """Tell a statement about the world from advice."""
    return directive.claim.kind in FACTS and directive.claim.value != "avoid"


def strictness(directive: Directive) -> int:
    """Return how strict a statement is: 0 for what loosens, up to 4; comparable within one kind."""
    return 0 if directive.loosens else _RANKS.get(directive.claim.value, 0)


def leaves_silence(directive: Directive) -> bool:
    """Tell whether a page that no longer says this leaves its targets unconfirmed, rather than simply withdraws it."""
    kind = directive.claim.kind
    return kind in UNCONFIRMED_WHEN_DROPPED or (kind in UNCONFIRMED_WHEN_TIGHTENING_DROPPED and not directive.loosens)


def harm(directive: Directive) -> int:
    """Return the place in the order of review: 0 closings, 1 what is advised against, 2 the rest, 3 openings."""
    if directive.loosens:
        return 3
    rank = strictness(directive)
    if rank == 4 and directive.claim.kind != "mission":
        return 0
    return 1 if directive.claim.kind in ("road", "overland", "travel", "blockade") and rank == 3 else 2
