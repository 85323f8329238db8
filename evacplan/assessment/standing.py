"""Who says what at one moment: the statements that stand, and the silences where something is no longer said."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from evacplan.assessment import words
from evacplan.assessment.ground import Ground
from evacplan.assessment.history import Ledger
from evacplan.assessment.statement import Statement, holds, speaks_for
from evacplan.model.advisory import Advisory
from evacplan.model.filed import Filed
from evacplan.model.policy import Policy


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is needed to hear the ledger at one moment."""

    ledger: Ledger
    ground: Ground
    policy: Policy
    as_of: datetime

    def official(self, advisory: Advisory) -> bool:
        """Tell whether this advisory may loosen anything: an official issuer's, and no press report."""
        issuer = self.policy.issuers.get(advisory.issuer)
        return advisory.kind != "press" and issuer is not None and issuer.official

    def over(self, advisory: Advisory) -> bool:
        """Tell whether a press report is too old to count."""
        return advisory.kind == "press" and advisory.issued + timedelta(days=self.policy.press_days) <= self.as_of

    def speaking(self) -> tuple[Filed, ...]:
        """Return the advisories in force, old press reports left out."""
        return tuple(filed for filed in self.ledger.speaking(self.as_of) if not self.over(filed.advisory))

    def statements(self) -> tuple[Statement, ...]:
        """Return all that stands: accepted directives that hold now, and the silences."""
        known = {id_: filed for id_, filed in self.ledger.advisories.items() if filed.advisory.issued <= self.as_of}
        said: list[Statement] = []
        in_chain: set[str] = set()
        for chain in self.ledger.chains:
            in_chain.update(chain)
            said += self._page([known[id_] for id_ in chain if id_ in known])
        for id_, filed in known.items():
            if id_ not in in_chain and not self.over(filed.advisory):
                said += self._taken_back(filed) if filed.withdrawn_by(self.as_of) else self._said_in(filed)
        return tuple(statement for statement in said if holds(statement.directive, self.as_of))

    def _said_in(self, filed: Filed) -> list[Statement]:
        """Return the accepted directives of an advisory that may count, whenever they hold."""
        advisory, official = filed.advisory, self.official(filed.advisory)
        said = []
        for directive in filed.directives:
            if not directive.holds or self.ledger.review(directive) != "accepted":
                continue
            if directive.loosens and not official:
                continue
            at = self.ledger.first_said[directive.id] if directive.loosens else advisory.issued
            extent = self.ground.extent(directive)
            said.append(Statement(directive, advisory, at, extent.targets, extent.left_out, official))
        return said

    def _taken_back(self, filed: Filed) -> list[Statement]:
        """Return the silences that a withdrawn advisory leaves: taking back a closing is no opening."""
        moment = filed.withdrawn_at or filed.advisory.issued
        return [
            replace(statement, silence=True)
            for statement in self._said_in(filed)
            if statement.is_fact and words.leaves_silence(statement.directive) and holds(statement.directive, moment)
        ]

    def _page(self, revisions: Sequence[Filed]) -> list[Statement]:
        """Read a page's revisions one after the other: what the newest says, and what is no longer said."""
        said: list[Statement] = []
        unsaid: list[Statement] = []
        for filed in revisions:
            if filed.withdrawn_by(self.as_of):
                still = {statement.directive.id for statement in said}
                unsaid += [silence for silence in self._taken_back(filed) if silence.directive.id not in still]
                continue
            now = self._said_in(filed)
            unsaid = self._passed_over([*said, *unsaid], filed, now)
            said = now
        return [*said, *unsaid]

    def _passed_over(self, before: Iterable[Statement], filed: Filed, now: Iterable[Statement]) -> list[Statement]:
        """Return what had been said or left unsaid and is not said in this revision either."""
        waiting = {
            directive.claim.kind
            for directive in filed.directives
            if directive.holds and self.ledger.review(directive) == "pending"
        }
        of_kind: defaultdict[str, list[Statement]] = defaultdict(list)
        for new in now:
            of_kind[new.directive.claim.kind].append(new)
        kept = []
        for old in before:
            kind = old.directive.claim.kind
            # nobody has read the new wording yet: until then the old warning is not taken as dropped
            held_over = kind in waiting and not old.loosens
            stays = held_over or words.leaves_silence(old.directive)
            # what is announced for a later day was never in force, so it leaves no silence; but it can be held over
            if not stays or not (held_over or holds(old.directive, filed.advisory.issued)):
                continue
            spoken_for = [new.targets for new in of_kind[kind] if speaks_for(new, old)]
            targets = old.targets.difference(*spoken_for) if spoken_for else old.targets
            if targets and not (old.silence or held_over):
                kept.append(replace(old, targets=targets, advisory=filed.advisory, silence=True))
            elif targets:
                kept.append(replace(old, targets=targets) if spoken_for else old)
        return kept
