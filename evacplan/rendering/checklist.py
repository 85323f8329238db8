"""The sheet for one town, as plain text or Markdown, from the content file of a language.

Meeting point, time and control word stay blank: they are given by voice, so that a lost sheet is no target list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast

from evacplan.model.network import Network
from evacplan.model.plan import Answer, Option
from evacplan.model.situation import Cause, Situation
from evacplan.rendering import notes, phrasing, screens
from evacplan.rendering.clean import line
from evacplan.rendering.screens import Page

SheetFormat = Literal["text", "md"]
When = Literal["always", "leave", "stay", "air", "road"]

_OCCASIONS: Mapping[str, frozenset[str]] = {
    "fly": frozenset({"always", "leave", "air"}),
    "relocate": frozenset({"always", "leave", "air", "road"}),
    "leave_overland": frozenset({"always", "leave", "road"}),
    "stay": frozenset({"always", "stay"}),
}


_MINDED = frozenset({"curfew", "curfew_now", "shelter", "shelter_way", "fuel", "jet_fuel"})
"""The warnings that bind the people themselves; how old the data are, and who disagrees, is the post's to weigh."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of the sheet, when it is shown, where it comes from, and whether the post must confirm it."""

    text: str
    when: When
    source: str
    confirm: bool


@dataclass(frozen=True, slots=True)
class SheetContent:
    """The content file of one language: fixed words by id, and the blocks (title, lines) in order."""

    words: Mapping[str, str]
    verdicts: Mapping[str, str]
    blocks: tuple[tuple[str, str, tuple[SheetLine, ...]], ...]


def sheet_content(tree: object) -> SheetContent:
    """Build the content from the plain tree of its file.

    Raises
    ------
    KeyError
        If the file lacks a part; the packaged files are tested to be complete.
    """
    data = cast("Mapping[str, Any]", tree)
    blocks = tuple(
        (
            block["id"],
            block["title"],
            tuple(
                SheetLine(item["text"], item["when"], item["source"], bool(item.get("confirm")))
                for item in block["lines"]
            ),
        )
        for block in data["blocks"]
    )
    words = {key: value for key, value in data.items() if isinstance(value, str)}
    return SheetContent(words, data["verdicts"], blocks)


def checklist(
    page: Page,
    network: Network,
    answer: Answer,
    situation: Situation,
    content: SheetContent,
    *,
    form: SheetFormat,
    plan: str | None,
    valid_until: datetime,
) -> str:
    """Return the sheet for the town of an answer, in the language of `content`."""
    town = phrasing.node_name(network, answer.origin)
    mark = _Markdown() if form == "md" else _Text()
    head = [screens.freshness(page, situation, valid_until)]
    if plan:
        head.append(f"{page.say('col.plan')} {plan}")
    out = [mark.title(content.words["title"].format(town=town)), *head, ""]
    sheltered = any(item.key == "shelter" for item in answer.warnings)
    verdict = content.verdicts["shelter" if sheltered else answer.verdict]
    out += [mark.strong(verdict), mark.strong(content.words["do_not_leave"]), ""]
    out += [content.words["by_voice"], ""]
    if answer.best:
        out += _way(page, network, answer.best, content, mark)
    minding = [item for item in answer.warnings if item.key in _MINDED]
    if minding:
        words = notes.notes_words(page.lang, network, minding)
        out += [mark.heading(page.say("sec.warnings")), *map(mark.item, words), ""]
    words = _governments(situation)
    if words:
        out += [mark.heading(content.words["said"]), *map(mark.item, words), ""]
    for _, title, lines in content.blocks:
        shown = [item for item in lines if item.when in _OCCASIONS[answer.verdict]]
        if shown:
            out += [mark.heading(title), *(mark.item(item.text + (" †" if item.confirm else "")) for item in shown), ""]
    out += [content.words["confirm_mark"], content.words["expires"].format(when=phrasing.moment(valid_until))]
    return "\n".join(out) + "\n"


def _governments(situation: Situation) -> list[str]:
    """Return what governments tell their citizens that closes nothing: to leave, what help there is, to register."""
    said = [*situation.departures, *situation.missions]
    said += [item for item in situation.notices if item.cause.kind == "registration"]
    lines = [f"{who}: «{line(quote)}»" for who, quote in ((_issuer(item.cause), item.cause.quote) for item in said)]
    return list(dict.fromkeys(lines))


def _issuer(cause: Cause) -> str:
    return f"{line(cause.issuer)} {phrasing.day(cause.issued)}"


def _way(page: Page, network: Network, option: Option, content: SheetContent, mark: "_Text | _Markdown") -> list[str]:
    legs = [
        " · ".join(
            [
                phrasing.leg_name(network, leg),
                f"{phrasing.distance(leg.km)} km",
                phrasing.duration(leg.duration_min),
                phrasing.level_word(leg.level, leg.status, page.lang),
            ]
        )
        for leg in option.legs
    ]
    conditions = notes.notes_words(page.lang, network, option.conditions)
    return [
        mark.heading(content.words["way"]),
        *(mark.step(index, text) for index, text in enumerate(legs, start=1)),
        *(mark.item(text) for text in conditions),
        content.words["nothing_safe"],
        "",
    ]


class _Text:
    """Plain text, wrapped to 78 columns for messages and printers."""

    def title(self, text: str) -> str:
        return f"{text.upper()}\n{'=' * len(text)}"

    def heading(self, text: str) -> str:
        return text.upper()

    def strong(self, text: str) -> str:
        return _fold(f">> {text}", "   ")

    def item(self, text: str) -> str:
        return _fold(f"[ ] {text}", "    ")

    def step(self, index: int, text: str) -> str:
        return _fold(f" {index}. {text}", "    ")


class _Markdown:
    """Markdown that prints well from any viewer."""

    def title(self, text: str) -> str:
        return f"# {_escape(text)}\n"

    def heading(self, text: str) -> str:
        return f"## {_escape(text)}\n"

    def strong(self, text: str) -> str:
        return f"**{_escape(text)}**\n"

    def item(self, text: str) -> str:
        return f"- [ ] {_escape(text)}"

    def step(self, index: int, text: str) -> str:
        return f"{index}. {_escape(text)}"


def _fold(text: str, indent: str) -> str:
    return "\n".join(screens.wrapped(text, 78, indent))


def _escape(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_<>#|" else char for char in text)
