"""A person's own fact on the terminal, and the state that results."""

from evacplan.model.events import FactSet
from evacplan.model.network import Network
from evacplan.model.situation import Situation
from evacplan.rendering import phrasing, screens
from evacplan.rendering.clean import line
from evacplan.rendering.screens import Page


def fact_screen(page: Page, network: Network, fact: FactSet, situation: Situation, *, by: str) -> str:
    """Return what was set, and why the state still differs where advice or another fact is stricter."""
    until = page.say("status.until", when=phrasing.moment(fact.until)) if fact.until else page.say("fact.open_end")
    out = [
        page.say(
            "fact.set",
            target=phrasing.link_name(network, fact.target),
            status=fact.status,
            by=line(by),
            until=until,
            reason=line(fact.reason),
        )
    ]
    state = situation.links.get(fact.target) or situation.airports[fact.target]
    if state.status != fact.status:
        others = [screens.cited(page, cause) for cause in state.causes if cause.origin != "person"]
        out.append(page.say("fact.overruled", status=state.status, why=" ".join(others[:2])))
    return "\n".join(row for text in out for row in screens.wrapped(text, page.width))
