"""Plans on the terminal: a version, the list of versions, and what changed."""

from collections import Counter
from collections.abc import Sequence

from evacplan.model.network import Network
from evacplan.model.plan import HARM, Change, Plan, TownPlan
from evacplan.rendering import phrasing, screens
from evacplan.rendering.route_screen import way_in_words
from evacplan.rendering.screens import Page


def counts(page: Page, plan: Plan) -> str:
    """Return how many towns have which verdict, from the least to the most harmful."""
    number: Counter[str] = Counter(town.verdict for town in plan.towns)
    return ", ".join(f"{number[verdict]} {page.say(verdict)}" for verdict in HARM if number[verdict])


def update_screen(page: Page, network: Network, before: Plan | None, plan: Plan, changes: Sequence[Change]) -> str:
    """Return what `plan update` prints: the version, the verdicts' counts, and what changed."""
    head = page.say("plan.made", id=plan.id, when=phrasing.moment(plan.as_of), counts=counts(page, plan))
    changed = ["", diff_screen(page, network, before, plan, changes)] if before else []
    follow = screens.section(page.say("sec.next"), [f"evacplan plan show {plan.id}", "evacplan checklist TOWN"])
    return "\n".join([*screens.wrapped(head, page.width), *changed, *follow])


def diff_screen(page: Page, network: Network, before: Plan | None, after: Plan, changes: Sequence[Change]) -> str:
    """Return the towns whose answer changed, worst first, one a line."""
    old = before.id if before else "-"
    if not changes:
        return page.say("plan.no_change", after=after.id, before=old)
    ways = {town.town: town for town in after.towns}
    head = [page.say(f"col.{key}") for key in ("town", "before", "after", "way", "because")]
    rows = [
        [
            phrasing.node_name(network, change.town),
            page.say(change.before),
            page.say("plan.by_way") if change.before == change.after else page.say(change.after),
            _way(network, ways.get(change.town)),
            phrasing.joined(list(change.because), 2),
        ]
        for change in changes
    ]
    title = page.say("plan.changes", after=after.id, before=old, count=len(changes))
    return "\n".join([title, "", screens.table(page.width, head, rows, (1, 2, 3))])


def show_screen(page: Page, network: Network, plan: Plan) -> str:
    """Return every town's verdict and way."""
    head = [page.say(f"col.{key}") for key in ("town", "verdict", "level", "km", "time", "way")]
    rows = [
        [phrasing.node_name(network, town.town), page.say(town.verdict), *_facts(network, town)] for town in plan.towns
    ]
    title = page.say("plan.made", id=plan.id, when=phrasing.moment(plan.as_of), counts=counts(page, plan))
    return "\n".join([*screens.wrapped(title, page.width), "", screens.table(page.width, head, rows, (1, 5))])


def list_screen(page: Page, plans: Sequence[Plan]) -> str:
    """Return the versions, newest first."""
    if not plans:
        return page.say("plan.none")
    rows = [[plan.id, phrasing.moment(plan.as_of), plan.previous or "-", plan.inputs[:12]] for plan in reversed(plans)]
    return screens.table(
        page.width, [page.say("col.plan"), page.say("col.made"), page.say("col.before"), "sha-256"], rows
    )


def _way(network: Network, town: TownPlan | None) -> str:
    return way_in_words(network, town.option) if town and town.option else "-"


def _facts(network: Network, town: TownPlan) -> list[str]:
    option = town.option
    if option is None:
        return ["-", "-", "-", "-"]
    return [
        str(option.level),
        phrasing.distance(option.km),
        phrasing.duration(option.duration_min),
        way_in_words(network, option),
    ]
