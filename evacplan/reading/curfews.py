"""Curfews are often told in two sentences: that there is one and where, then its hours and its end."""

from collections.abc import Iterable
from dataclasses import replace

from evacplan.model.advisory import Directive
from evacplan.model.claims import Curfew


def complete_curfews(directives: Iterable[Directive]) -> list[Directive]:
    """Give a curfew without hours or end those of the next mention of it, and the next mention its place."""
    done: list[Directive] = []
    for directive in directives:
        claim = directive.claim
        if not isinstance(claim, Curfew) or directive.modality != "in_force" or claim.value != "in_force":
            done.append(directive)
            continue
        before = next((i for i in range(len(done) - 1, -1, -1) if _same(done[i], directive)), None)
        if before is None:
            done.append(directive)
            continue
        done[before] = _merged(done[before], directive)
    return done


def _same(first: Directive, second: Directive) -> bool:
    """Tell whether two mentions can be one curfew: one of them has no hours, or no place of its own."""
    one, two = first.claim, second.claim
    if (
        not isinstance(one, Curfew)
        or not isinstance(two, Curfew)
        or first.modality != "in_force"
        or one.value != two.value
    ):
        return False
    hours = one.hours is None or two.hours is None or one.hours == two.hours
    return hours and (first.scope == second.scope or _vague(second) or _vague(first))


def _vague(directive: Directive) -> bool:
    return all(scope.type == "country" for scope in directive.scope)


def _merged(first: Directive, second: Directive) -> Directive:
    one, two = first.claim, second.claim
    hours = (one.hours if isinstance(one, Curfew) else None) or (two.hours if isinstance(two, Curfew) else None)
    words = second if isinstance(two, Curfew) and two.hours and isinstance(one, Curfew) and not one.hours else first
    return replace(
        first,
        claim=Curfew("in_force", hours),
        scope=second.scope if _vague(first) else first.scope,
        starts=first.starts or second.starts,
        until=first.until or second.until,
        quote=words.quote,
        span=words.span,
        evidence=(*first.evidence, "hours and end joined from another sentence") if words is second else first.evidence,
    )
