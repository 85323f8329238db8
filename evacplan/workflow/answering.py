"""From the log to the situation, and from the situation to what to do in one town."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from evacplan.assessment.history import Ledger, read_log
from evacplan.assessment.situation import assess
from evacplan.model.network import Network, PlaceId
from evacplan.model.plan import Answer, Verdict
from evacplan.model.policy import Policy
from evacplan.model.situation import Situation

if TYPE_CHECKING:
    from evacplan.rendering.checklist import SheetContent
    from evacplan.store.log import EventLog

WITHOUT_PLANS = (
    "advisory_added",
    "advisory_withdrawn",
    "directive_reviewed",
    "scope_edited",
    "review_undone",
    "fact_set",
)
"""The kinds of events that a situation depends on."""


def open_ledger(log: "EventLog", *, known_at: datetime | None = None, bodies: bool = False) -> Ledger:
    """Fold the log into the ledger; `bodies` reads the advisories' texts as well."""
    return read_log(log.read(bodies=bodies), known_at=known_at)


def situation_now(
    log: "EventLog", network: Network, policy: Policy, *, as_of: datetime, known_at: datetime | None
) -> Situation:
    """Return the state of everything at a moment, from as little of the log as it takes."""
    ledger = read_log(log.read(kinds=WITHOUT_PLANS, bodies=False), known_at=known_at)
    return assess(ledger, network, policy, as_of=as_of)


def answer(
    network: Network, policy: Policy, situation: Situation, origin: PlaceId, *, may_board: Sequence[str] = ()
) -> Answer:
    """Return the verdict and the ways out for one town."""
    from evacplan.routing.ways import ways_out  # noqa: PLC0415 - brings networkx

    return ways_out(network, situation, policy, origin=origin, may_board=frozenset(may_board))


def valid_until(policy: Policy, situation: Situation) -> datetime:
    """Return when an answer or sheet made from a situation expires."""
    return situation.as_of + timedelta(hours=policy.valid_hours)


@dataclass(frozen=True, slots=True)
class Sheets:
    """A town's sheet, one text a language, with the verdict."""

    texts: tuple[str, ...]
    verdict: Verdict


def sheets(
    situation: Situation,
    network: Network,
    policy: Policy,
    origin: PlaceId,
    *,
    languages: Sequence[Literal["en", "fr"]],
    form: Literal["text", "md"],
    plan: str | None,
    cache: Path | None,
) -> Sheets:
    """Write the sheet for a town in each of the languages asked for.

    `plan` is the number of the plan that was made from this situation, None if there is none.
    """
    from evacplan.rendering.checklist import checklist  # noqa: PLC0415 - only sheets need it
    from evacplan.rendering.screens import Page  # noqa: PLC0415

    found = answer(network, policy, situation, origin)
    texts = tuple(
        checklist(
            Page(lang, width=78),
            network,
            found,
            situation,
            sheet_content_of(lang, cache),
            form=form,
            plan=plan,
            valid_until=valid_until(policy, situation),
        )
        for lang in languages
    )
    return Sheets(texts, found.verdict)


def sheet_content_of(lang: Literal["en", "fr"], cache: Path | None) -> "SheetContent":
    """Return the sheet's words in a language, from the packaged file."""
    from evacplan.loading.packaged import load_folder  # noqa: PLC0415 - only sheets need it
    from evacplan.rendering.checklist import sheet_content  # noqa: PLC0415

    return sheet_content(load_folder("rendering/sheets", cache=cache)[lang])
