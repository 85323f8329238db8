"""All names of a text by sentence, and whether the text is about the country of the network at all."""

from collections.abc import Iterator, Sequence

from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.layout import Sentence
from evacplan.reading.mentions import Mention, find_mentions
from evacplan.reading.rules import Phrasebook
from evacplan.reading.strangers import world_names
from evacplan.reading.words import Words

BORDER_REACH = 9
"""Words after "border" in which another country is only the far side."""


def all_names(words: Words, gazetteer: Gazetteer, book: Phrasebook) -> list[Mention]:
    """Return all names of a text: ours, and those of the rest of the world where ours leave room."""
    hidden = {word for hit in book.not_places.find(words.form) for word in range(hit.first, hit.last)}
    ours = [m for m in find_mentions(words, gazetteer, book.known, book.not_names) if m.first not in hidden]
    taken = {word for mention in ours for word in range(mention.first, mention.last)}
    world = [m for m in world_names(words, book) if not taken.intersection(range(m.first, m.last))]
    return sorted([*ours, *world], key=lambda mention: mention.first)


def by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the names of each sentence; both come in text order."""
    at = 0
    for sentence in sentences:
        named: list[Mention] = []
        while at < len(mentions) and mentions[at].first < sentence.last:
            if mentions[at].first >= sentence.first and mentions[at].last <= sentence.last:
                named.append(mentions[at])
            at += 1
        yield named


def about_others(words: Words, mentions: Sequence[Mention], gazetteer: Gazetteer, book: Phrasebook) -> bool:
    """Tell whether a text names other countries and nothing at all of ours."""
    if any(_is_home(mention, gazetteer) for mention in mentions):
        return False
    return any(
        mention.of("abroad", "airport") or (mention.of("foreign") and not _is_aside(words, mention, book))
        for mention in mentions
    )


def _is_home(mention: Mention, gazetteer: Gazetteer) -> bool:
    network = gazetteer.network
    airport = network.airports.get(mention.of("airport") or "")
    if mention.of("country", "town", "region", "road") or mention.of("people") == network.country.iso3:
        return True
    return airport is not None and airport.country == network.country.iso3


def _is_aside(words: Words, mention: Mention, book: Phrasebook) -> bool:
    """Tell whether another country is named only as the sender, or as the far side of a border."""
    if mention.of("foreign") in book.senders:
        return True
    around = words.form[max(0, mention.first - BORDER_REACH) : mention.last + 1]
    return any(word in book.little["border"] for word in around)
