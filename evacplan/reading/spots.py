"""Where a sentence speaks of: the values that the rules for places share, and the ground they stand on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from evacplan.model.network import Airport
from evacplan.model.scope import Named, Scope
from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.lexicon import Hit
from evacplan.reading.mentions import Mention
from evacplan.reading.views import View

Role = Literal["in", "except", "outside", "foreign", "abroad", "neighbours", "rest", "same", "map", "generic"]
BESIDE_BORDER = 6
"""Words between the word border and the neighbour it is with."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that words `first` to `last` (not included) speak of, as a scope, with its role.

    `scope` is None for what lies abroad or is said by reference ("the rest", "these areas", "neighbouring countries");
    role `map` is what only a map draws, `generic` roads without a name of their own. `country` is the ISO3 code (or
    place id) of what lies abroad, and of the neighbour of a border.
    """

    first: int
    last: int
    scope: Scope | None
    role: Role
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A name of the gazetteer, or a word for an area (its concept), that a rule may build on."""

    first: int
    last: int
    mention: Mention | None
    concept: str | None

    @property
    def town(self) -> str | None:
        """The place id of a home town."""
        return self.mention.of("town") if self.mention else None

    @property
    def place(self) -> str | None:
        """The place id of a town at home or abroad."""
        return self.mention.of("town", "abroad") if self.mention else None

    @property
    def is_country(self) -> bool:
        """Whether it stands for the home country."""
        return self.concept == "country_word" or bool(self.mention and self.mention.of("country"))


@dataclass(frozen=True, slots=True)
class Ground:
    """What every rule for places may look at: the sentence, the names, the day of issue and the little words."""

    view: View
    gazetteer: Gazetteer
    issued: date | None
    little: Mapping[str, frozenset[str]]

    def before(self, word: int, reach: int) -> set[str]:
        """Return the words right before a word."""
        return {self.view.form(word - back) for back in range(1, reach + 1)}

    def after(self, word: int, reach: int) -> set[str]:
        """Return the words from a word on."""
        return {self.view.form(word + step) for step in range(reach)}

    def joined(self, left: int, right: int, *, most: int = 99) -> bool:
        """Tell whether only words that join stand from word `left` up to word `right`."""
        forms = [self.view.form(word) for word in range(left, right)]
        return len(forms) <= most and all(form in self.little["join"] for form in forms)

    def beside(self, mention: Mention, *concepts: str) -> list[Hit]:
        """Return the hits of some concepts that stand near a name."""
        return [hit for hit in self.view.of(*concepts) if gap(hit, mention) <= BESIDE_BORDER]


def gap(one: Hit | Spot | Mention | Item, other: Hit | Spot | Mention | Item) -> int:
    """Return how many words lie between two things, 0 if they touch or overlap."""
    return max(one.first - other.last, other.first - one.last, 0)


def named(spots: Sequence[Spot], *types: str) -> list[Named]:
    """Return the named scopes of some types that have a target, in text order."""
    return [s.scope for s in spots if isinstance(s.scope, Named) and s.scope.type in types and s.scope.targets]


def whole_country(gazetteer: Gazetteer) -> Named:
    """Return the scope that is the country itself."""
    country = gazetteer.network.country
    return Named("country", country.name, (f"country:{country.iso3}",))


def airport_scope(airport: Airport) -> Named:
    """Return the scope that is an airport, with its town in the name."""
    name = airport.name if airport.city.lower() in airport.name.lower() else f"{airport.name}, {airport.city}"
    return Named("airport", name, (airport.id,))
