"""Read an advisory: its directives with their exact words, and what was not understood.

The way of a text: fold (clean) → words → language → sentences under headings → concepts and names per sentence (views)
→ claims (matching) → where (spots, placing) → with what force (modality) → when (dates, hours) → directives.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from evacplan.model.advisory import Directive, Reading, Unread
from evacplan.reading.claiming import make_claim, narrow
from evacplan.reading.curfews import complete_curfews
from evacplan.reading.dates import latest, old
from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.language import count_words, tell_language
from evacplan.reading.layout import Sentence, find_sentences
from evacplan.reading.lexicon import Hit
from evacplan.reading.leftovers import sounds_like_movement, unread_in
from evacplan.reading.matching import Match, find_matches
from evacplan.reading.mentions import Mention, find_mentions
from evacplan.reading.modality import tell_force
from evacplan.reading.phrasebook import OURS, Phrasebook
from evacplan.reading.placing import Placer, Surroundings
from evacplan.reading.settling import settle
from evacplan.reading.spots import Finder, Spot
from evacplan.reading.strangers import unknown_places, world_names
from evacplan.reading.timing import Timing, tell_times
from evacplan.reading.views import View, make_view
from evacplan.reading.words import Words, split_words


SHARE_OF_MIXED = 8
"""A text counts as mixed if its second language has more than one in so many of the first's little words."""
SURE_FROM = 6
"""Words from which a sentence tells its language by itself."""
BORDER_REACH = 9
OPENING_SENTENCES = 3
"""An alert's town, if it names one in so many first sentences, is where the rest of it holds."""
ACTOR_REACH = 14
RECENT = 60
LONGEST_OPENING = 14
_CARRIED = ("avoid", "advise_against", "against", "formal_against", "against_all", "stay_away", "urge")
_TOLD_ONCE = ("blockade", "fuel", "jet_fuel", "vehicle_target")
"""Kinds of which a text goes on speaking: the first mention stands for the later ones about the same place."""


@dataclass(slots=True)
class _Pass:
    """One reading in progress: what is given, and what has been found so far."""

    words: Words
    gazetteer: Gazetteer
    book: Phrasebook
    issued: date | None
    reference: date | None
    kind: str
    directives: list[Directive] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    bygone: list[bool] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    around: Surroundings = field(default_factory=Surroundings)


def read_advisory(
    text: str,
    *,
    gazetteer: Gazetteer,
    phrasebook: Phrasebook,
    issued: datetime | None,
    issuer: str | None = None,
    language: str | None = None,
    kind: str = "page",
) -> Reading:
    """Take from a text what it says about movement.

    Parameters
    ----------
    text
        The advisory without front matter: plain text or Markdown, any characters at all.
    gazetteer, phrasebook
        The names of the network, and the vocabulary of the languages that are read.
    issued
        When it was issued; settles weekdays and dates without a year, and what is history. None: unknown.
    issuer, kind
        Who says it, and as what (page, alert, press); noted as the actor where the text names none.
    language
        "en" or "fr" where it is known; None: told from the text. Any other: nothing is read, and that is said.

    Returns
    -------
    Reading
        Directives in text order with ids `D-000001` ..., each quote a slice of `text`; and what was not understood.
        A text in another language gives one unread entry and no directive: never an empty all-clear.

    Examples
    --------
    >>> from evacplan.reading.phrasebook import compile_phrases  # doctest: +SKIP
    """
    words = split_words(text)
    told = tell_language(words.form, phrasebook.function_words, ours=OURS)
    spoken = language if told is None and language else told
    if language and language not in OURS and told not in OURS:
        spoken = language
    if not len(words) or (spoken is not None and spoken not in OURS):
        return _not_read(text, spoken)
    day = issued.date() if issued else None
    reading = _Pass(words, gazetteer, phrasebook, day, day or latest(words, phrasebook.tongues), kind)
    _read_sentences(reading, spoken or "en")
    directives = complete_curfews(settle(reading.directives, reading.sentence_of, reading.bygone))
    unread = tuple(dict.fromkeys(reading.unread))
    numbered = (replace(d, id=f"D-{n:06d}", actor=d.actor or issuer) for n, d in enumerate(directives, start=1))
    return Reading(spoken or "en", tuple(numbered), unread)


def _not_read(text: str, language: str | None) -> Reading:
    stripped = text.strip()
    if not stripped:
        return Reading(language or "und", (), (Unread("", (0, 0), "the text is empty"),))
    start = text.index(stripped[0])
    end = min(start + 200, len(text))
    why = f"language not read: {language or 'unknown'} (only English and French are)"
    return Reading(language or "und", (), (Unread(text[start:end], (start, end), why),))


def _read_sentences(reading: _Pass, language: str) -> None:
    words, book = reading.words, reading.book
    sentences = find_sentences(words)
    mentions = _mentions(reading)
    if _about_others(reading, mentions):
        return
    mixed = _is_mixed(words, book)
    names = _by_sentence(sentences, mentions)
    spots_of: dict[int, tuple[Spot, ...]] = {}
    history: set[int] = set()
    for number, (sentence, named) in enumerate(zip(sentences, names, strict=True)):
        spoken = _spoken_in(reading, sentence, language) if mixed else language
        hits = book.tongues[spoken].lexicon.find(words.form, sentence.first, sentence.last)
        if not hits and not named:
            continue
        if any(hit.concept in book.triggers for hit in hits):
            taken = {word for mention in named for word in range(mention.first, mention.last)}
            strangers = unknown_places(words, sentence.first, sentence.last, taken, book.known)
            named = sorted([*named, *strangers], key=lambda mention: mention.first)
        hits += _carried(reading, sentence, sentences, spoken)
        view = make_view(words, sentence, spoken, hits, named)
        spots = tuple(Finder(view, reading.gazetteer, reading.issued).find())
        spots_of[number] = spots
        if view.of("history_list"):
            history.add(number)
        _set_surroundings(reading, sentence, spots_of)
        _take(reading, view, spots, history=sentence.intro in history or sentence.heading in history)
        _remember(reading, number, view, spots)


def _carried(reading: _Pass, sentence: Sentence, sentences: Sequence[Sentence], spoken: str) -> list[Hit]:
    """Return the advice of a list's opening ("Avoid:") as standing, without words of its own, before the bullet."""
    if sentence.intro is None:
        return []
    words, opening = reading.words, sentences[sentence.intro]
    if (
        opening.last - opening.first > LONGEST_OPENING
        or ":" not in words.folded[words.end[opening.last - 1] : words.end[opening.last - 1] + 3]
    ):
        return []
    hits = reading.book.tongues[spoken].lexicon.find(words.form, opening.first, opening.last)
    return [Hit(h.concept, sentence.first, sentence.first) for h in hits if h.concept in _CARRIED]


def _mentions(reading: _Pass) -> list[Mention]:
    """Return all names of the text: ours, and those of the rest of the world where ours leave room."""
    groups = reading.book.not_places.find(reading.words.form)
    hidden = {word for hit in groups for word in range(hit.first, hit.last)}
    found = find_mentions(reading.words, reading.gazetteer, reading.book.known, reading.book.not_names)
    ours = [mention for mention in found if mention.first not in hidden]
    taken = {word for mention in ours for word in range(mention.first, mention.last)}
    world = [
        mention
        for mention in world_names(reading.words, reading.book)
        if not taken.intersection(range(mention.first, mention.last))
    ]
    return sorted([*ours, *world], key=lambda mention: mention.first)


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the names of each sentence; both come in text order."""
    at = 0
    for sentence in sentences:
        named: list[Mention] = []
        while at < len(mentions) and mentions[at].first < sentence.last:
            if mentions[at].first >= sentence.first and mentions[at].last <= sentence.last:
                named.append(mentions[at])
            at += 1
        yield named


def _about_others(reading: _Pass, mentions: Sequence[Mention]) -> bool:
    """Tell whether a text names other countries and nothing at all of ours."""
    network = reading.gazetteer.network
    home = network.country.iso3
    for mention in mentions:
        airport = mention.of("airport")
        if mention.of("country", "town", "region") or mention.of("people") == home:
            return False
        if airport and network.airports[airport].country == home:
            return False
    return any(
        mention.of("abroad", "airport") or (mention.of("foreign") and not _is_aside(reading, mention))
        for mention in mentions
    )


def _is_aside(reading: _Pass, mention: Mention) -> bool:
    """Tell whether another country is named only as the sender, or as the far side of a border."""
    if mention.of("foreign") in reading.book.senders:
        return True
    before = reading.words.form[max(0, mention.first - BORDER_REACH) : mention.first]
    return any(word.startswith(("border", "frontier")) for word in before)


def _is_mixed(words: Words, book: Phrasebook) -> bool:
    """Tell whether a text is in both languages to a degree that its sentences must be told apart."""
    counts = sorted(count_words(words.form, {name: book.function_words[name] for name in OURS}).values())
    return counts[0] * SHARE_OF_MIXED > counts[-1]


def _spoken_in(reading: _Pass, sentence: Sentence, language: str) -> str:
    words = reading.words.form[sentence.first : sentence.last]
    told = tell_language(words, {name: reading.book.function_words[name] for name in OURS}, ours=OURS)
    return told if told and len(words) >= SURE_FROM else language


def _set_surroundings(reading: _Pass, sentence: Sentence, spots_of: Mapping[int, tuple[Spot, ...]]) -> None:
    around = reading.around
    around.heading = spots_of.get(sentence.heading, ()) if sentence.heading is not None else ()
    around.intro = spots_of.get(sentence.intro, ()) if sentence.intro is not None else ()
    under = [s for s in around.heading if s.role in ("foreign", "abroad")]
    around.abroad = bool(under) and not any(s.scope for s in around.heading)


def _take(reading: _Pass, view: View, spots: tuple[Spot, ...], *, history: bool) -> None:
    """Turn the claims of a sentence into directives."""
    matches = find_matches(view, reading.book)
    if not matches and not sounds_like_movement(view, reading.book):
        return
    timing = tell_times(view, reading.book, reading.reference, issued=reading.issued)
    placer = Placer(view, spots, reading.gazetteer, reading.around)
    made = 0
    for match in matches:
        rivals = [m for m in matches if m.means.kind == match.means.kind]
        directive = _directive(reading, view, placer, match, rivals, timing, history=history)
        if directive is None:
            continue
        made += 1
        if not _repeats(reading.directives, directive):
            reading.directives.append(directive)
            reading.sentence_of.append(view.sentence.first)
            reading.bygone.append(_is_bygone(view, match))
            if match.means.kind == "travel" and directive.holds:
                reading.around.levels += [s for s in directive.scope if s.type not in ("country", "outside")]
    reading.unread += unread_in(view, reading.gazetteer, reading.book, made=made, timing=timing)


def _directive(
    reading: _Pass, view: View, placer: Placer, match: Match, rivals: Sequence[Match], timing: Timing, *, history: bool
) -> Directive | None:
    dates = timing.dates_near(view, match)
    force = tell_force(
        view, match, old=old(dates, reading.reference), history=history and not timing.recent(view, match)
    )
    placed = placer.place(match, rivals)
    if placed is None:
        return None
    if match.means.kind == "road" and match.means.value != "avoid" and not any(s.targets for s in placed.scope):
        return _unnamed_road(reading, view)
    if match.means.kind == "overland" and any(s.type in ("corridor", "road") for s in placed.scope):
        match = narrow(match, "avoid")
    claim = make_claim(view, match, timing, placed)
    first, last = view_span(view, match, placer.spots)
    start, end = view.words.start[first], view.words.end[last - 1]
    if placed.unsettled:
        reading.unread.append(Unread(view.words.text[start:end], (start, end), placed.unsettled))
    starts, until = timing.limits(view, match)
    strength = " ".join(
        view.words.said(h.first, h.last)
        for h in view.of("strength")
        if view.segment(h.first) == view.segment(match.anchor.first)
    )
    parts = " + ".join(dict.fromkeys(view.words.said(p.first, p.last) for p in match.parts))
    return Directive(
        id="",
        claim=claim,
        modality=force.modality,
        scope=placed.scope,
        quote=view.words.text[start:end],
        span=(start, end),
        starts=starts,
        until=until,
        strength=strength or None,
        actor=actor_of(view, match),
        exception=placed.exception,
        condition=force.condition,
        evidence=(
            f"pattern {match.rule}: {parts}",
            f"place: {placed.how}",
            f"modality {force.modality}: {force.cue or 'no cue'}",
        ),
    )


def actor_of(view: View, match: Match) -> str | None:
    """Return the words that name who says or does it: the nearest before the claim."""
    near = [h for h in view.of("actor") if 0 <= match.anchor.first - h.last <= ACTOR_REACH]
    return view.words.said(near[-1].first, near[-1].last) if near else None


def _is_bygone(view: View, match: Match) -> bool:
    """Tell whether a claim is told in a past tense ("was closed")."""
    return any(0 <= match.anchor.first - hit.last <= 1 for hit in view.of("past_tense"))


def _unnamed_road(reading: _Pass, view: View) -> None:
    """List a road that is said to be cut or open and has no name: words alone never close or open a road."""
    start, end = view.words.start[view.sentence.first], view.words.end[view.sentence.last - 1]
    reading.unread.append(Unread(view.words.text[start:end], (start, end), "a road that is not named"))


def view_span(view: View, match: Match, spots: Sequence[Spot]) -> tuple[int, int]:
    """Return the words of the shortest run of segments that holds the claim and its places."""
    one, other = view.stretch(view.segment(match.first)), view.stretch(view.segment(match.last - 1))
    first, last = min(one[0], other[0], match.first), max(one[1], other[1], match.last)
    if not any(first <= s.first < last for s in spots):
        return view.sentence.first, view.sentence.last
    return first, last


def _repeats(directives: Sequence[Directive], new: Directive) -> bool:
    """Tell whether the same claim about the same place was made in the same words, or is only told once more."""
    told_once = new.claim.kind in _TOLD_ONCE
    return any(
        d.claim == new.claim and d.scope == new.scope and d.modality == new.modality and (told_once or _overlap(d, new))
        for d in directives[-RECENT:]
    )


def _overlap(one: Directive, other: Directive) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _remember(reading: _Pass, number: int, view: View, spots: tuple[Spot, ...]) -> None:
    """Keep what later sentences may refer to: places named last, and the location of an alert."""
    placed = tuple(s for s in spots if s.scope and s.role in ("in", "map"))
    if placed:
        reading.around.before = placed
    ways = tuple(s for s in placed if s.scope and s.scope.type in ("corridor", "road") and s.role == "in")
    if ways:
        reading.around.ways = ways
    towns = tuple(dict.fromkeys(s.scope for s in placed if s.scope and s.scope.type == "town" and s.scope.targets))
    opening = reading.kind == "alert" and number < OPENING_SENTENCES and len(towns) == 1
    if towns and not reading.around.header and (view.of("location_line") or opening):
        reading.around.header = towns
