"""Make the claim of a match: the class of its kind with the details that the sentence gives."""

from typing import Any, cast

from evacplan.model.claims import CLAIMS, Claim, Curfew, Departure, Overland
from evacplan.reading.matching import Match
from evacplan.reading.placing import Placed
from evacplan.reading.timing import Timing
from evacplan.reading.views import View


def make_claim(view: View, match: Match, timing: Timing, placed: Placed) -> Claim:
    """Return the claim with its reach, means or hours."""
    kind, value = match.means.kind, match.means.value
    match kind:
        case "overland":
            return Overland(cast("Any", value), "cross_border" if _crosses(view, match, placed) else "all")
        case "curfew":
            return Curfew(cast("Any", value), timing.curfew_hours(view, match))
        case "departure":
            return Departure(cast("Any", value), ("air",) if view.of("flight", "by_air") else ())
        case _:
            return cast("Claim", cast("type[Any]", CLAIMS[kind])(value))


def _crosses(view: View, match: Match, placed: Placed) -> bool:
    """Tell whether overland advice is about leaving or entering the country."""
    if match.means.detail == "cross_border" or any(s.type == "border" for s in placed.scope):
        return True
    segment = view.segment(match.anchor.first)
    leaving = any(view.segment(hit.first) == segment for hit in view.of("leave_by_road"))
    if leaving and (view.of("neighbours") or any(mention.of("foreign") for mention in view.mentions)):
        return True
    cues = view.of("neighbours", "cross_border")
    return any(view.segment(hit.first) == segment for hit in cues)
