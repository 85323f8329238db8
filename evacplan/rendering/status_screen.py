"""The situation on one screen: what is usable, what is not and why, what to mind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from evacplan.model.network import Network
from evacplan.model.situation import AirportState, BorderState, Cause, LinkState, Said, Situation
from evacplan.rendering import notes, phrasing, screens
from evacplan.rendering.screens import Page

USABLE_LEVEL = 2


def status_screen(page: Page, network: Network, situation: Situation, *, full: bool = False) -> str:
    """Return the country's screen for `status`; `full` lists each road instead of grouping those with one cause."""
    out = [*screens.wrapped(_headline(page, network, situation), page.width), screens.freshness(page, situation)]
    out += screens.section(page.say("sec.airports"), _airports(page, network, situation, full=full))
    out += screens.section(page.say("sec.roads"), _roads(page, network, situation, full=full))
    out += screens.section(page.say("sec.borders"), _borders(page, network, situation))
    for title, lines in _notes(page, network, situation):
        out += screens.section(
            page.say(title), [row for text in lines for row in screens.wrapped(text, page.width - 2)]
        )
    next_commands = ["evacplan route TOWN", "evacplan status TOWN", "evacplan review"]
    return "\n".join([*out, *screens.section(page.say("sec.next"), [" · ".join(next_commands)])])


def place_screen(page: Page, network: Network, situation: Situation, targets: Sequence[str]) -> str:
    """Return each link, airport or border of `targets` with all its causes and their words."""
    out = [screens.freshness(page, situation)]
    for target in targets:
        state = situation.links.get(target) or situation.airports.get(target) or situation.borders.get(target)
        if state is None:
            continue
        causes = [row for cause in state.causes for row in screens.wrapped(screens.cited(page, cause), page.width - 2)]
        title = f"{phrasing.link_name(network, target)}: {_word(page, state)} [{target}]"
        out += screens.section(title, causes or [page.say("status.quiet")])
    return "\n".join(out)


def _word(page: Page, state: LinkState | AirportState | BorderState) -> str:
    return state.status if isinstance(state, BorderState) else _level(page, state)


def _headline(page: Page, network: Network, situation: Situation) -> str:
    home = [state for key, state in situation.airports.items() if network.airports[key].country == network.country.iso3]
    roads = [situation.links[link.id] for link in network.links.values() if link.mode in ("road", "river")]
    return page.say(
        "status.line",
        country=network.country.name,
        open=sum(state.level <= USABLE_LEVEL for state in home),
        airports=len(home),
        usable=sum(state.level <= USABLE_LEVEL for state in roads),
        roads=len(roads),
        avoid=sum(state.level == USABLE_LEVEL + 1 for state in roads),
        blocked=sum(state.level > USABLE_LEVEL + 1 for state in roads),
    )


def _airports(page: Page, network: Network, situation: Situation, *, full: bool) -> str:
    states = [
        state
        for key, state in situation.airports.items()
        if network.airports[key].country == network.country.iso3 and (full or _serves(network, key) or _said(state))
    ]
    head = [page.say("col.airport"), page.say("col.level"), page.say("col.because")]
    rows = [
        [phrasing.link_name(network, state.id), _level(page, state), _first_cause(page, state.causes)]
        for state in states
    ]
    return screens.table(page.width - 2, head, rows, (2,))


def _serves(network: Network, airport: str) -> bool:
    return any(airport in (service.start, service.end) for service in network.services.values())


def _said(state: AirportState | LinkState) -> bool:
    return any(cause.origin != "baseline" for cause in state.causes)


def _roads(page: Page, network: Network, situation: Situation, *, full: bool) -> str:
    groups: dict[tuple[int, str, tuple[str, ...]], list[LinkState]] = defaultdict(list)
    for link in network.links.values():
        if link.mode not in ("road", "river"):
            continue
        state = situation.links[link.id]
        said = tuple(cause.directive or cause.quote for cause in state.causes if cause.origin != "baseline")
        key = (state.level, state.status, (state.id,) if full else said)
        groups[key].append(state)
    head = [page.say("col.level"), page.say("col.count"), page.say("col.what"), page.say("col.because")]
    rows = []
    for (level, status, _), states in sorted(groups.items(), key=lambda item: (-item[0][0], -len(item[1]), item[0][2])):
        word = phrasing.level_word(level, status, page.lang)
        rows.append(
            [
                phrasing.paint(word, level, colour=page.colour),
                str(len(states)),
                phrasing.joined([phrasing.link_name(network, state.id) for state in states], 2),
                _first_cause(page, [c for c in states[0].causes if c.origin != "baseline"]),
            ]
        )
    return screens.table(page.width - 2, head, rows, (2, 3))


def _borders(page: Page, network: Network, situation: Situation) -> str:
    head = [page.say("col.border"), page.say("col.status"), page.say("col.because")]
    states = [*situation.borders.values(), situation.airspace]
    rows = [[phrasing.link_name(network, state.id), state.status, _first_cause(page, state.causes)] for state in states]
    return screens.table(page.width - 2, head, rows, (2,))


def _level(page: Page, state: AirportState | LinkState) -> str:
    word = phrasing.level_word(state.level, state.status, page.lang)
    return phrasing.paint(word, state.level, colour=page.colour)


def _first_cause(page: Page, causes: Sequence[Cause]) -> str:
    if not causes:
        return page.say("status.quiet")
    more = f" +{len(causes) - 1}" if len(causes) > 1 else ""
    return screens.cited(page, causes[0]) + more


def _notes(page: Page, network: Network, situation: Situation) -> Iterable[tuple[str, list[str]]]:
    yield "sec.departure", _lines(page, network, situation.departures)
    yield "sec.shelter", _lines(page, network, situation.shelter)
    yield "sec.curfews", _curfews(page, network, situation)
    yield "sec.fuel", _fuel(page, situation)
    yield "sec.travel", _lines(page, network, situation.travel)
    yield "sec.mission", _lines(page, network, situation.missions)
    yield "sec.incidents", _lines(page, network, situation.incidents)
    yield "sec.notices", _lines(page, network, situation.notices)
    yield "sec.watch", _lines(page, network, situation.watch)
    yield "sec.disagreements", _disagreements(page, network, situation)
    yield "sec.stale", _stale(page, situation)
    yield "sec.warnings", notes.notes_words(page.lang, network, situation.warnings)


def _lines(page: Page, network: Network, items: Sequence[Said]) -> list[str]:
    out = []
    for item in items:
        by = f" ({', '.join(item.by)})" if item.by else ""
        where = screens.area_words(network, item.area, item.name)
        on = f" ({phrasing.day(item.on)})" if item.on else ""
        out.append(f"{item.cause.value}{by}, {where}{on}: {screens.cited(page, item.cause)}")
    return out


def _curfews(page: Page, network: Network, situation: Situation) -> list[str]:
    out = []
    for curfew in situation.curfews:
        hours = "–".join(curfew.hours) if curfew.hours else page.say("status.all_hours")
        now = page.say("status.now" if curfew.active else "status.not_now")
        until = f", {page.say('status.until', when=phrasing.moment(curfew.until))}" if curfew.until else ""
        where = phrasing.joined([phrasing.node_name(network, place) for place in curfew.area], 4)
        out.append(f"{hours} ({now}{until}), {where}: {screens.cited(page, curfew.causes[0])}")
    return out


def _fuel(page: Page, situation: Situation) -> list[str]:
    if not situation.fuel_causes:
        return []
    lines = [
        page.say("status.road_fuel", value=page.say(f"status.{situation.road_fuel}")),
        page.say("status.jet_fuel", value=page.say(f"status.{situation.jet_fuel}")),
    ]
    return lines + [screens.cited(page, cause) for cause in situation.fuel_causes]


def _disagreements(page: Page, network: Network, situation: Situation) -> list[str]:
    return [
        page.say(
            "status.stricter",
            target=phrasing.link_name(network, item.target),
            strict=f"{item.strictest.kind} {item.strictest.value}",
            a=screens.who(page, item.strictest),
            lax=f"{item.laxest.kind} {item.laxest.value}",
            b=screens.who(page, item.laxest),
        )
        for item in situation.disagreements
    ]


def _stale(page: Page, situation: Situation) -> list[str]:
    kinds = sorted({item.what for item in situation.stale})
    out = []
    for what in kinds:
        items = [item for item in situation.stale if item.what == what]
        oldest = min(items, key=lambda item: item.as_of)
        out.append(
            page.say(
                "status.older",
                count=len(items),
                what=page.say(f"what.{what}"),
                day=phrasing.day(oldest.as_of),
                days=oldest.shelf_life_days,
            )
        )
    return out
