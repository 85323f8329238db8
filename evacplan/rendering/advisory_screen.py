"""Advisories on the terminal: what was taken from a text, what it changes, what was not understood."""

from collections.abc import Mapping, Sequence

from evacplan.model.advisory import Advisory, Directive, Reading, Unread
from evacplan.model.claims import Curfew, Departure, Overland
from evacplan.model.filed import Entry, Filed
from evacplan.model.network import Network
from evacplan.model.scope import Scope
from evacplan.model.situation import Situation
from evacplan.rendering import contract, phrasing, screens
from evacplan.rendering.clean import block, line, shorten
from evacplan.rendering.screens import Page
from evacplan.rendering.words import WORDS

EFFECTS_SHOWN = 12


def says(page: Page, directive: Directive) -> str:
    """Return a directive's kind, value and what only its kind has: "curfew in_force 21:00-06:00"."""
    claim = directive.claim
    words = [claim.kind, claim.value]
    match claim:
        case Overland():
            words.append(claim.reach)
        case Curfew() if claim.hours:
            words.append("–".join(claim.hours))
        case Departure() if claim.by:
            words.append(", ".join(claim.by))
        case _:
            pass
    force = "" if directive.modality == "in_force" else f" ({page.say(f'modality.{directive.modality}')})"
    return " ".join(words) + force


def where(network: Network, scopes: Sequence[Scope], exception: Sequence[Scope] = ()) -> str:
    """Return where a directive holds, by the names of the text and how many ids they stand for."""
    words = []
    for scope in scopes:
        known = phrasing.joined([phrasing.link_name(network, target) for target in scope.targets], 2)
        name = line(scope.name)
        plain = scope.type in ("country", "town", "airport", "border") or not scope.targets
        words.append(name if plain and scope.targets else f"{name} [{known or '?'}]")
    but = f" (- {', '.join(line(scope.name) for scope in exception)})" if exception else ""
    return ", ".join(words) + but or "-"


def when(page: Page, directive: Directive) -> str:
    """Return from when until when a directive holds, empty if the source states neither."""
    start = phrasing.moment(directive.starts) if directive.starts else ""
    end = page.say("status.until", when=phrasing.moment(directive.until)) if directive.until else ""
    return " ".join(part for part in (start, end) if part)


def directive_table(
    page: Page, network: Network, directives: Sequence[Directive], reviews: Mapping[str, Entry] | None = None
) -> str:
    """Return a table of directives; with `reviews`, each with its state of review."""
    head = [page.say(f"col.{key}") for key in ("id", "says", "where")] + ["«»"]
    rows = []
    for item in directives:
        state = f"\n{page.say(f'review.{reviews[item.id].review}')}" if reviews and item.holds else ""
        place = where(network, item.scope, item.exception)
        timing = when(page, item)
        rows.append(
            [item.id + state, says(page, item), place, shorten(item.quote, 110) + (f" · {timing}" if timing else "")]
        )
    return screens.table(page.width, head, rows, (1, 2, 3)) if rows else ""


def unread_lines(page: Page, unread: Sequence[Unread]) -> list[str]:
    """Return what was not understood, each with why."""
    out = []
    for item in unread:
        near = f" ({', '.join(map(line, item.suggestions))}?)" if item.suggestions else ""
        out += screens.wrapped(f"«{shorten(item.quote, 150)}»: {_why(page, item.why)}{near}", page.width - 2)
    return out


def _why(page: Page, why: str) -> str:
    """Return a reason of the reader in the page's language; one that the catalogue lacks stays as it is."""
    reason, colon, what = line(why).partition(":")
    key = f"why.{reason}"
    return (page.say(key) if key in WORDS else reason) + colon + what


def reading_screen(page: Page, network: Network, advisory: Advisory, reading: Reading) -> str:
    """Return what `advisory read` prints."""
    head = page.say(
        "adv.read",
        issuer=line(advisory.issuer),
        issued=phrasing.moment(advisory.issued),
        language=line(reading.language),
        count=len(reading.directives),
        unread=len(reading.unread),
    )
    table = directive_table(page, network, reading.directives)
    out = [head, *(["", table] if table else [])]
    return "\n".join(out + screens.section(page.say("sec.unread"), unread_lines(page, reading.unread)))


def taken_screen(
    page: Page,
    network: Network,
    filed: Filed,
    reviews: Mapping[str, Entry],
    *,
    known: bool,
    withdrawn: Sequence[str],
    before: Situation,
    after: Situation,
) -> str:
    """Return what `advisory add` prints: what it says, what changes, what waits, what was not understood."""
    advisory = filed.advisory
    if known:
        out = [page.say("adv.known", id=advisory.id)]
    else:
        out = [_stored(page, filed)]
        if advisory.replaces:
            out.append(page.say("adv.replaces", id=advisory.replaces))
    table = directive_table(page, network, filed.directives, reviews)
    out += ["", table] if table else []
    if withdrawn:
        out += ["", *screens.wrapped(page.say("adv.withdrawn_lines", ids=", ".join(withdrawn)), page.width)]
    out += screens.section(page.say("sec.effects"), effect_lines(page, network, before, after))
    out += screens.section(page.say("sec.unread"), unread_lines(page, filed.unread))
    waiting = contract.waiting_in(filed, reviews)
    follow = page.say("adv.waiting", count=waiting) if waiting else "evacplan plan update"
    return "\n".join(out + screens.section(page.say("sec.next"), [follow]))


def _stored(page: Page, filed: Filed) -> str:
    advisory = filed.advisory
    return page.say(
        "adv.stored",
        id=advisory.id,
        issuer=line(advisory.issuer),
        issued=phrasing.moment(advisory.issued),
        kind=advisory.kind,
        language=line(advisory.language),
        count=len(filed.directives),
        unread=len(filed.unread),
    )


def effect_lines(page: Page, network: Network, before: Situation, after: Situation) -> list[str]:
    """Return what changes between two situations: airports and borders one by one, links and flights counted."""
    effects = contract.effects_between(before, after)
    if not effects:
        return [page.say("adv.no_effect")]
    single, links = [], dict[tuple[str, str], list[str]]()
    for effect in effects:
        target, change = effect["target"], (effect["before"], effect["after"])
        if target in network.services or (target in network.links and network.links[target].mode != "local"):
            links.setdefault(_with_levels(effect), []).append(phrasing.link_name(network, target))
        elif target not in network.links:
            single.append(f"{phrasing.link_name(network, target)}: {change[0]} → {change[1]}")
    grouped = [
        f"{old} → {new}: {phrasing.joined(names, 3)}"
        for (old, new), names in sorted(links.items(), key=lambda i: -len(i[1]))
    ]
    lines = [*single[:EFFECTS_SHOWN], *grouped]
    return [row for text in lines for row in screens.wrapped(text, page.width - 2)] or [page.say("adv.no_effect")]


def _with_levels(effect: Mapping[str, object]) -> tuple[str, str]:
    return f"{effect['before']} {effect['level_before']}", f"{effect['after']} {effect['level_after']}"


def list_screen(page: Page, filed: Sequence[Filed], reviews: Mapping[str, Entry]) -> str:
    """Return what `advisory list` prints, newest first."""
    if not filed:
        return page.say("adv.none")
    head = [page.say(f"col.{key}") for key in ("id", "issuer", "issued", "kind", "series", "directives", "waiting")]
    rows = [
        [
            item.advisory.id + (" ✕" if item.withdrawn_at else ""),
            line(item.advisory.issuer),
            phrasing.moment(item.advisory.issued),
            item.advisory.kind,
            shorten(item.advisory.series or "-", 30),
            str(len(item.directives)),
            str(contract.waiting_in(item, reviews)),
        ]
        for item in filed
    ]
    return screens.table(page.width, head, rows, (4,))


def show_screen(page: Page, network: Network, filed: Filed, reviews: Mapping[str, Entry]) -> str:
    """Return what `advisory show` prints: the text with the taken words marked by their directive, then the table."""
    out = [_stored(page, filed), "", marked(filed, page.width)]
    table = directive_table(page, network, filed.directives, reviews)
    out += ["", table] if table else []
    return "\n".join(out + screens.section(page.say("sec.unread"), unread_lines(page, filed.unread)))


def marked(filed: Filed, width: int) -> str:
    """Return the text with each taken span in brackets, the numbers of its directives behind it."""
    text = filed.advisory.text
    spans: dict[tuple[int, int], list[str]] = {}
    for item in filed.directives:
        spans.setdefault(item.span, []).append(item.id)
    out, position = [], 0
    for (start, end), ids in sorted(spans.items()):
        if start < position:
            continue
        out += [text[position:start], "⟦", text[start:end], f"⟧ {', '.join(ids)}"]
        position = end
    shown = block("".join([*out, text[position:]]).strip())
    return "\n".join(row for text_line in shown.splitlines() for row in screens.wrapped(text_line, width, ""))


def withdrawn_screen(
    page: Page, network: Network, advisory: str, *, at: str, before: Situation, after: Situation
) -> str:
    """Return what `advisory withdraw` prints."""
    head = page.say("adv.withdrawn", id=advisory, when=at)
    return "\n".join([head, *screens.section(page.say("sec.effects"), effect_lines(page, network, before, after))])
