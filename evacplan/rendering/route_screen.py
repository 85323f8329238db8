"""The answer for one town, as a person reads it: what to do, as of when, why, what next."""

from datetime import datetime

from evacplan.model.network import Network
from evacplan.model.plan import Answer, Option
from evacplan.model.situation import Situation
from evacplan.rendering import notes, phrasing, screens
from evacplan.rendering.screens import Page

NOTHING_HEARD = "no_advisory"
"""The note that stands right under the answer instead of under "Mind"."""


def way_in_words(network: Network, option: Option) -> str:
    """Return the stops of a way out, flights marked by an arrow: "Gao – Gao (GAQ) → Bamako (BKO) → Dakar (DSS)"."""
    words = phrasing.node_name(network, option.legs[0].start) if option.legs else ""
    for leg in option.legs:
        if leg.mode == "local" and leg.start in network.places:
            continue
        arrow = " → " if leg.mode == "air" else " – "
        words += arrow + phrasing.node_name(network, leg.end)
    return words


def headline(page: Page, network: Network, answer: Answer, situation: Situation) -> str:
    """Return the first line: the answer itself."""
    town = phrasing.node_name(network, answer.origin)
    if answer.best:
        way = way_in_words(network, answer.best)
        return page.say("answer.go", town=town, verdict=page.say(answer.verdict), way=way)
    sheltered = any(answer.origin in said.area or network_wide(network, said.area) for said in situation.shelter)
    return page.say("answer.shelter" if sheltered else "answer.stay", town=town)


def network_wide(network: Network, area: tuple[str, ...]) -> bool:
    """Tell whether an area is the whole country."""
    return f"country:{network.country.iso3}" in area


def route_screen(page: Page, network: Network, answer: Answer, situation: Situation, valid_until: datetime) -> str:
    """Return the whole screen for `route`."""
    out = [
        *screens.wrapped(headline(page, network, answer, situation), page.width),
        screens.freshness(page, situation, valid_until),
        *_nothing_heard(page, network, situation),
    ]
    if answer.options:
        out += ["", _options(page, network, answer)]
    best = answer.options[0] if answer.options else None
    if best:
        out += screens.section(page.say("sec.legs"), _legs(page, network, best))
    out += screens.section(page.say("sec.why"), _reasons(page, answer))
    out += screens.section(page.say("sec.blocked"), _blocked(page, network, answer))
    out += screens.section(
        page.say("sec.opens"), [" + ".join(phrasing.link_name(network, t) for t in s) for s in answer.opens_if[:5]]
    )
    out += screens.section(page.say("sec.warnings"), _minding(page, network, answer, situation))
    next_commands = [f"evacplan checklist {answer.origin}", f"evacplan status {answer.origin}"]
    return "\n".join([*out, *screens.section(page.say("sec.next"), next_commands)])


def _options(page: Page, network: Network, answer: Answer) -> str:
    head = ["#", *(page.say(f"col.{key}") for key in ("option", "level", "km", "time", "exposure", "note"))]
    rows = []
    for rank, option in enumerate(answer.options, start=1):
        worst = max(option.legs, key=lambda leg: leg.level)
        level = phrasing.level_word(option.level, worst.status, page.lang)
        kind = page.say(f"kind.{option.kind}")
        rows.append(
            [
                str(rank) if option.acceptable else "✕",
                f"{kind}: {way_in_words(network, option)}",
                phrasing.paint(level, option.level, colour=page.colour),
                phrasing.distance(option.km),
                phrasing.duration(option.duration_min),
                phrasing.distance(option.exposure),
                "; ".join(notes.notes_words(page.lang, network, option.why_not[:2]))
                or _in_short(page, network, option),
            ]
        )
    return screens.table(page.width, head, rows, (1, 6))


def _in_short(page: Page, network: Network, option: Option) -> str:
    """Return what tells acceptable options apart: flight days and who boards; all conditions stand under "Mind"."""
    words = []
    for condition in option.conditions:
        given = dict(condition.values)
        match condition.key:
            case "days" | "days_unknown" | "frequency":
                days = notes.weekdays(page.lang, given["days"], short=True) if "days" in given else "?"
                words.append(f"{_code(given['start'])}–{_code(given['end'])}: {given.get('frequency', days)}")
            case "boards" | "after_shelter":
                words.append(notes.note_words(page.lang, network, condition))
            case _:
                pass
    return "; ".join(words)


def _code(airport: str) -> str:
    return airport.removeprefix("airport:")


def _nothing_heard(page: Page, network: Network, situation: Situation) -> list[str]:
    """Return, right under the answer, that it rests on the data alone, if it does."""
    alone = [item for item in situation.warnings if item.key == NOTHING_HEARD]
    return [row for text in notes.notes_words(page.lang, network, alone) for row in screens.wrapped(text, page.width)]


def _minding(page: Page, network: Network, answer: Answer, situation: Situation) -> list[str]:
    """Return what to mind: that nothing was taken in yet, the warnings, and what the best option depends on."""
    conditions = answer.best.conditions if answer.best else ()
    others = [item for item in situation.warnings if item.key != NOTHING_HEARD]
    words = notes.notes_words(page.lang, network, [*others, *answer.warnings, *conditions])
    return [row for text in words for row in screens.wrapped(text, page.width - 2)]


def _legs(page: Page, network: Network, option: Option) -> str:
    head = [page.say("col.leg"), page.say("col.level"), "km", page.say("col.time"), page.say("col.because")]
    rows = [
        [
            phrasing.leg_name(network, leg),
            phrasing.paint(phrasing.level_word(leg.level, leg.status, page.lang), leg.level, colour=page.colour),
            phrasing.distance(leg.km),
            phrasing.duration(leg.duration_min),
            "; ".join(screens.who(page, cause) for cause in leg.causes[:3]) or page.say("status.quiet"),
        ]
        for leg in option.legs
    ]
    return screens.table(page.width - 2, head, rows, (0, 4))


def _reasons(page: Page, answer: Answer) -> list[str]:
    groups = [leg.causes for option in answer.options[:1] for leg in option.legs]
    groups += [causes for _, causes in answer.blocked_overland]
    return [
        row
        for cause in screens.distinct_causes(groups)[:8]
        for row in screens.wrapped(screens.cited(page, cause), page.width - 2)
    ]


def _blocked(page: Page, network: Network, answer: Answer) -> list[str]:
    names = [phrasing.link_name(network, link) for link, _ in answer.blocked_overland]
    return screens.wrapped(phrasing.joined(names, 12), page.width - 2) if names else []
