"""Read an advisory: its directives with their exact words, and what was not understood.

The way of a text: fold (clean) → words → language → sentences under headings → concepts and names per sentence (views)
→ claims (matching) → where (spots, placing) → with what force (modality) → when (dates, hours) → directives.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from evacplan.model.advisory import Directive, Reading, Unread
from evacplan.reading import leftovers
from evacplan.reading.claiming import make_claim, widen
from evacplan.reading.curfews import complete_curfews
from evacplan.reading.dates import latest, old
from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.language import tell_language
from evacplan.reading.layout import Sentence, find_sentences
from evacplan.reading.lexicon import Hit
from evacplan.reading.matching import Match, find_matches
from evacplan.reading.mentions import Mention, find_mentions
from evacplan.reading.modality import tell_force
from evacplan.reading.phrasebook import OURS, Phrasebook
from evacplan.reading.placing import Placer, Surroundings
from evacplan.reading.spots import Finder, Spot
from evacplan.reading.timing import Timing, tell_times
from evacplan.reading.views import View, make_view
from evacplan.reading.words import Words, split_words


@dataclass(slots=True)
class _Pass:
    """One reading in progress: what is given, and what has been found so far."""

    words: Words
    gazetteer: Gazetteer
    book: Phrasebook
    issued: date | None
    reference: date | None
    directives: list[Directive] = field(default_factory=list)
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
    reading = _Pass(words, gazetteer, phrasebook, day, day or latest(words, phrasebook.tongues))
    _read_sentences(reading, spoken or "en")
    directives = complete_curfews(reading.directives)
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
    spots_of: dict[int, tuple[Spot, ...]] = {}
    history: set[int] = set()
    for number, sentence in enumerate(sentences):
        view = _view(reading, sentence, language, mentions)
        finder = Finder(view, reading.gazetteer, reading.issued)
        spots = tuple(finder.find())
        spots_of[number] = spots
        if view.of("history_list"):
            history.add(number)
        _set_surroundings(reading, sentence, number, sentences, spots_of)
        matches = find_matches(view, book)
        listed = sentence.intro in history or sentence.heading in history
        _take(reading, view, spots, matches, history=listed)
        _remember(reading, sentence, view, spots)


def _mentions(reading: _Pass) -> list[Mention]:
    """Return all names of the text: ours, and those of the rest of the world where ours leave room."""
    ours = find_mentions(reading.words, reading.gazetteer, reading.book.known, reading.book.not_names)
    taken = {word for mention in ours for word in range(mention.first, mention.last)}
    world = [
        mention
        for mention in leftovers.world_names(reading.words, reading.book)
        if not taken.intersection(range(mention.first, mention.last))
    ]
    return sorted([*ours, *world], key=lambda mention: mention.first)


def _about_others(reading: _Pass, mentions: Sequence[Mention]) -> bool:
    """Tell whether a text names other countries and nothing at all of ours."""
    home = reading.gazetteer.network.country.iso3
    ours = any(m.of("country", "town", "region", "airport") or m.of("people") == home for m in mentions)
    return not ours and any(m.of("foreign", "abroad") for m in mentions)


def _view(reading: _Pass, sentence: Sentence, language: str, mentions: Sequence[Mention]) -> View:
    words, book = reading.words, reading.book
    told = tell_language(words.form[sentence.first : sentence.last], book.function_words, ours=OURS)
    spoken = told if told in OURS and sentence.last - sentence.first >= 6 else language
    hits: list[Hit] = book.tongues[spoken].lexicon.find(words.form, sentence.first, sentence.last)
    here = [m for m in mentions if sentence.first <= m.first and m.last <= sentence.last]
    return make_view(words, sentence, spoken, hits, here)


def _set_surroundings(
    reading: _Pass, sentence: Sentence, number: int, sentences: Sequence[Sentence], spots_of: dict[int, tuple[Spot, ...]]
) -> None:
    around = reading.around
    around.heading = spots_of.get(sentence.heading, ()) if sentence.heading is not None else ()
    around.intro = spots_of.get(sentence.intro, ()) if sentence.intro is not None else ()
    if sentence.kind == "heading":
        around.abroad = False
        around.before = ()
    else:
        under = [s for s in around.heading if s.role in ("foreign", "abroad")]
        around.abroad = bool(under) and not any(s.scope for s in around.heading)


def _take(
    reading: _Pass, view: View, spots: tuple[Spot, ...], matches: Sequence[Match], *, history: bool
) -> None:
    """Turn the claims of a sentence into directives."""
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
            if match.means.kind == "travel" and directive.holds:
                reading.around.levels += [s for s in directive.scope if s.type not in ("country", "outside")]
    reading.unread += leftovers.unread_in(view, spots, reading.gazetteer, reading.book, made=made, timing=timing)


def _directive(
    reading: _Pass, view: View, placer: Placer, match: Match, rivals: Sequence[Match], timing: Timing, *, history: bool
) -> Directive | None:
    dates = timing.dates_near(view, match)
    force = tell_force(view, match, old=old(dates, reading.reference), history=history and not timing.recent(view, match))
    placed = placer.place(match, rivals)
    if placed is None:
        return None
    if match.means.kind == "road" and match.means.value == "cut" and not any(s.targets for s in placed.scope):
        match = widen(match)
    claim = make_claim(view, match, timing, placed)
    first, last = view_span(view, match, placer.spots)
    start, end = view.words.start[first], view.words.end[last - 1]
    if placed.unsettled:
        reading.unread.append(Unread(view.words.text[start:end], (start, end), placed.unsettled))
    starts, until = timing.limits(view, match)
    strength = " ".join(view.words.said(h.first, h.last) for h in view.of("strength") if view.segment(h.first) == view.segment(match.anchor.first))
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
        actor=leftovers.actor_of(view, match),
        exception=placed.exception,
        condition=force.condition,
        evidence=(f"pattern {match.rule}: {parts}", f"place: {placed.how}", f"modality {force.modality}: {force.cue or 'no cue'}"),
    )


def view_span(view: View, match: Match, spots: Sequence[Spot]) -> tuple[int, int]:
    """Return the words of the shortest run of segments that holds the claim and its places."""
    mine = [match.first, match.last - 1]
    wanted = {view.segment(word) for word in mine}
    words = [w for w in range(view.sentence.first, view.sentence.last) if view.segment(w) in wanted]
    first, last = min([*words, *mine]), max([*words, *mine]) + 1
    if not any(first <= s.first < last for s in spots):
        return view.sentence.first, view.sentence.last
    return first, last


def _repeats(directives: Sequence[Directive], new: Directive) -> bool:
    """Tell whether the same words already made the same claim about the same place."""
    return any(
        d.claim == new.claim and d.scope == new.scope and d.modality == new.modality and d.span == new.span
        for d in directives[-12:]
    )


def _remember(reading: _Pass, sentence: Sentence, view: View, spots: tuple[Spot, ...]) -> None:
    placed = tuple(s for s in spots if s.scope and s.role == "in")
    if placed:
        reading.around.before = placed
    if view.of("location_line") and placed:
        reading.around.header = tuple(s.scope for s in placed if s.scope)


def directives_of(reading: Reading) -> Iterator[Directive]:
    """Yield what is in force or ended, in text order."""
    yield from (directive for directive in reading.directives if directive.holds)
