"""One candidate a screen: what it says, its words, and what accepting it would do."""

from collections.abc import Sequence

from evacplan.model.advisory import Advisory
from evacplan.model.filed import Entry
from evacplan.model.network import Network
from evacplan.rendering import advisory_screen, phrasing, screens
from evacplan.rendering.clean import block, line
from evacplan.rendering.screens import Page

CONTEXT = 160


def candidate(
    page: Page,
    network: Network,
    entry: Entry,
    advisory: Advisory,
    *,
    index: int,
    total: int,
    targets: Sequence[str],
    towns: Sequence[str],
) -> str:
    """Return the screen for one waiting directive; `targets` and `towns` are what accepting it would change."""
    item = entry.directive
    timing = advisory_screen.when(page, item)
    if targets or towns:
        effect = page.say("review.effects", links=len(targets), towns=len(towns))
        effect += f": {phrasing.joined([phrasing.node_name(network, town) for town in towns], 5)}" if towns else ""
    else:
        effect = page.say("review.no_effect")
    lines = [
        page.say("review.head", index=index, total=total, id=item.id, says=advisory_screen.says(page, item)),
        page.say(
            "review.source", issuer=line(advisory.issuer), issued=phrasing.moment(advisory.issued), advisory=advisory.id
        ),
        page.say("review.where", where=advisory_screen.where(network, item.scope, item.exception)),
        *([page.say("review.when", when=timing)] if timing else []),
        page.say("review.text", quote=in_context(entry, advisory)),
        page.say("review.effect", effect=effect),
    ]
    return "\n".join(row for text in lines for row in screens.wrapped(text, page.width, " " * 9))


def in_context(entry: Entry, advisory: Advisory) -> str:
    """Return the quote in brackets with a little of the text around it (the quote alone if the text is not loaded)."""
    start, end = entry.directive.span
    if not advisory.text:
        return line(entry.directive.quote)
    before = advisory.text[max(0, start - CONTEXT) : start].rsplit("\n", 1)[-1]
    after = advisory.text[end : end + CONTEXT].split("\n", 1)[0]
    return line(f"{before}⟦{advisory.text[start:end]}⟧{after}")


def original(advisory: Advisory) -> str:
    """Return the whole text of the source, fit for the terminal."""
    return block(advisory.text)


def decided(page: Page, entries: Sequence[Entry], waiting: int) -> str:
    """Return what was just decided, one directive a line, and how many still wait."""
    lines = [
        page.say(
            "review.decided",
            id=e.directive.id,
            decision=page.say(f"review.{e.review}"),
            by=line(e.by),
        )
        if e.by
        else page.say("review.waits", id=e.directive.id)
        for e in entries
    ]
    return "\n".join([*lines, page.say("review.left", count=waiting)])
