"""What the screens share: tables, the line on how old things are, causes in words."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from evacplan.model.network import Network
from evacplan.model.situation import Cause, Situation
from evacplan.rendering.clean import line, shorten
from evacplan.rendering.phrasing import Lang, day, moment
from evacplan.rendering.words import say

QUOTE_WIDTH = 160
GAP = 2
NARROWEST_COLUMN = 10
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Page:
    """How to draw: the language, whether colour may be used, and the width in columns (60 to 100)."""

    lang: Lang
    colour: bool = False
    width: int = 100

    def say(self, key: str, **values: object) -> str:
        """Return a sentence in the page's language."""
        return say(self.lang, key, **values)


def table(width: int, head: Sequence[str], rows: Iterable[Sequence[str]], flexible: Sequence[int] = ()) -> str:
    """Return a plain table of at most `width` columns; numbers stay text.

    The columns named in `flexible` are wrapped to share what the others leave, each by its own need.
    """
    from tabulate import tabulate  # noqa: PLC0415 - 50 ms to import, and --json needs no table

    body = [list(row) for row in rows]
    limits: list[int | None] = [None] * len(head)
    needs = [
        max(_breadth(title) + GAP, *(_breadth(cells[index]) for cells in body)) if body else _breadth(title)
        for index, title in enumerate(head)
    ]
    left = width - sum(need + GAP for index, need in enumerate(needs) if index not in flexible) - GAP * len(flexible)
    for index in sorted(flexible, key=lambda index: needs[index]):
        waiting = [other for other in flexible if limits[other] is None]
        share = max(NARROWEST_COLUMN, left // len(waiting))
        limits[index] = min(needs[index], share)
        left -= limits[index] or 0
    return tabulate(body, headers=list(head), tablefmt="plain", disable_numparse=True, maxcolwidths=limits)


def _breadth(cell: str) -> int:
    return max((len(_COLOUR.sub("", line_)) for line_ in cell.splitlines()), default=0)


def section(title: str, body: str | Sequence[str]) -> list[str]:
    """Return a titled block of lines, indented by two; nothing if it has none."""
    lines = body.splitlines() if isinstance(body, str) else list(body)
    return ["", title, *(f"  {item}" for item in lines)] if lines else []


def wrapped(text: str, width: int, indent: str = "  ") -> list[str]:
    """Return the text wrapped to `width`, following lines indented."""
    return textwrap.wrap(text, width, subsequent_indent=indent, break_long_words=True) or [""]


def freshness(page: Page, situation: Situation, valid_until: datetime | None = None) -> str:
    """Return the second line of every answer: as of when, from what, how old the flight data are, valid until."""
    parts = [page.say("head.as_of", when=moment(situation.as_of))]
    if situation.newest:
        newest = ", ".join(f"{line(issuer)} {day(when)}" for issuer, when in situation.newest.items())
        parts.append(page.say("head.newest", newest=newest))
    else:
        parts.append(page.say("head.no_advisory"))
    if situation.flight_data_as_of:
        parts.append(page.say("head.flights", day=day(situation.flight_data_as_of)))
    if valid_until:
        parts.append(page.say("head.valid", when=moment(valid_until)))
    return "\n".join(wrapped(" · ".join(parts), page.width))


def cited(page: Page, cause: Cause) -> str:
    """Return a cause in words: the quote, and who said it when (or that the data, a person, or silence says so)."""
    match cause.origin:
        case "directive":
            return f"«{shorten(cause.quote, QUOTE_WIDTH)}» {who(page, cause)}"
        case "baseline" | "person" | "silence":
            return f"{shorten(cause.quote, QUOTE_WIDTH)} ({who(page, cause)})"


def who(page: Page, cause: Cause) -> str:
    """Return who is behind a cause, and the day."""
    name, when = line(cause.issuer), day(cause.issued)
    match cause.origin:
        case "directive":
            return f"{name} {when}"
        case "baseline" | "person" | "silence":
            return page.say(f"cause.{cause.origin}", who=name, day=when)


def distinct_causes(groups: Iterable[Sequence[Cause]]) -> list[Cause]:
    """Return each issuer's words once, in the order first met; the data's baselines are left out."""
    seen: dict[tuple[str, str], Cause] = {}
    for causes in groups:
        for cause in causes:
            if cause.origin != "baseline":
                seen.setdefault((cause.issuer, cause.quote), cause)
    return list(seen.values())


def area_words(network: Network, area: Sequence[str], name: str) -> str:
    """Return an area in words: its name from the text, else its places."""
    return line(name) or ", ".join(network.places[item].name if item in network.places else item for item in area)
