"""Read an advisory: its directives with their exact words, and what was not understood.

The way of a text: fold (clean) → words → language → sentences under headings (layout) → names → concepts and names of
each sentence (views) → claims (matching) → where (finding, placing) → with what force (modality) → when (timing) →
directives (drafting), settled among themselves (settling, curfews).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from evacplan.model.advisory import Directive, Reading, Unread
from evacplan.reading.caution import KINDS
from evacplan.reading.curfews import complete_curfews
from evacplan.reading.dates import latest
from evacplan.reading.drafting import RECENT, draft, repeats
from evacplan.reading.finding import find_spots
from evacplan.reading.gazetteer import Gazetteer
from evacplan.reading.language import count_words, is_latin, tell_language
from evacplan.reading.layout import Sentence, find_sentences
from evacplan.reading.leftovers import sounds_like_movement, tells_of_something_unnamed, unread_in
from evacplan.reading.lexicon import Hit
from evacplan.reading.matching import Match, find_matches
from evacplan.reading.mentions import Mention
from evacplan.reading.names import about_others, all_names, by_sentence
from evacplan.reading.outranking import bare_headings, is_lifted
from evacplan.reading.placing import Scene, Surroundings, included
from evacplan.reading.rules import OURS, Phrasebook
from evacplan.reading.settling import settle
from evacplan.reading.spots import Ground, Spot
from evacplan.reading.strangers import unknown_places
from evacplan.reading.timing import tell_times
from evacplan.reading.views import View, make_view
from evacplan.reading.words import Words, split_words

SHARE_OF_MIXED = 8
"""A text counts as mixed if its second language has more than one in so many of the first's little words."""
SURE_FROM = 6
"""Words from which a sentence tells its language by itself."""
OPENING_SENTENCES = 3
"""An alert's town, if it names one in so many first sentences, is where the rest of it holds."""
LONGEST_OPENING = 14
"""Words of the longest line that opens a list and gives its advice to the bullets ("Avoid:")."""
SHOWN_OF_FOREIGN = 200
NEXT_SENTENCE = 60
"""Characters from an opening's words to the sentence that speaks on of it."""
_CARRIED = ("avoid", "advise_against", "against", "formal_against", "against_all", "stay_away", "urge")


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
    spots_of: dict[int, tuple[Spot, ...]] = field(default_factory=dict)
    history: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)


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
        Who says it (the actor where the text names none), and as what: page, alert, press.
    language
        Its language where that is known; the text's own words overrule it.

    Returns
    -------
    Reading
        Directives in text order with ids `D-000001` ..., each quote a slice of `text`; and what was not understood.
        A text in another language gives one unread entry and no directive: never an empty all-clear.
    """
    words = split_words(text)
    told = tell_language(words.form, phrasebook.function_words, ours=OURS)
    spoken = told or language or (None if is_latin(text) else "und")
    if len(words) == 0 or (spoken and spoken not in OURS):
        return _not_read(text, spoken)
    day = issued.date() if issued else None
    reading = _Pass(words, gazetteer, phrasebook, day, day or latest(words, phrasebook.tongues), kind)
    _read_sentences(reading, spoken or OURS[0])
    directives = complete_curfews(settle(reading.directives, reading.sentence_of, reading.bygone))
    numbered = (replace(d, id=f"D-{n:06d}", actor=d.actor or issuer) for n, d in enumerate(directives, start=1))
    return Reading(spoken or OURS[0], tuple(numbered), tuple(dict.fromkeys(reading.unread)))


def _not_read(text: str, language: str | None) -> Reading:
    stripped = text.strip()
    if not stripped:
        return Reading(language or "und", (), (Unread("", (0, 0), "the text is empty"),))
    start = text.index(stripped[0])
    end = min(start + SHOWN_OF_FOREIGN, len(text))
    why = f"language not read: {language or 'unknown'} (only English and French are)"
    return Reading(language or "und", (), (Unread(text[start:end], (start, end), why),))


def _read_sentences(reading: _Pass, language: str) -> None:
    """Go through the sentences in order; each leaves to the next what it may refer to."""
    words, book = reading.words, reading.book
    sentences = find_sentences(words)
    mentions = all_names(words, reading.gazetteer, book)
    if about_others(words, mentions, reading.gazetteer, book):
        return
    mixed = _is_mixed(words, book)
    for number, (sentence, named) in enumerate(zip(sentences, by_sentence(sentences, mentions), strict=True)):
        spoken = _spoken_in(reading, sentence, language) if mixed else language
        hits = book.tongues[spoken].lexicon.find(words.form, sentence.first, sentence.last)
        if not named and not any(hit.concept in book.telling for hit in hits):
            _note_unnamed(reading, sentence, hits)
            continue
        hits += _carried(reading, sentence, sentences, spoken)
        names = [*named, *_strangers(reading, sentence, named, hits)]
        view = make_view(words, sentence, spoken, hits, sorted(names, key=lambda mention: mention.first))
        if sentence.kind == "heading":
            reading.headings.add(sentence.first)
        spots = tuple(find_spots(Ground(view, reading.gazetteer, reading.issued, book.little)))
        reading.spots_of[number] = spots
        if view.of("history_list"):
            reading.history.add(number)
        _set_surroundings(reading, sentence)
        _take(reading, view, spots)
        _remember(reading, number, view, spots)
    _drop_headings(reading, sentences)


def _note_unnamed(reading: _Pass, sentence: Sentence, hits: Sequence[Hit]) -> None:
    """List a sentence that opens or closes something without naming it."""
    words = reading.words
    if sentence.first < sentence.last and tells_of_something_unnamed(words.form[sentence.first], hits, reading.book):
        span = words.start[sentence.first], words.end[sentence.last - 1]
        reading.unread.append(Unread(words.text[slice(*span)], span, "opens or closes something that is not named"))
        if {hit.concept for hit in hits} & {"closed", "cut", "suspended"}:
            _doubt_last(reading, span[0])


def _doubt_last(reading: _Pass, start: int) -> None:
    """Take back the opening right before a sentence that closes what it does not name ("It was closed again")."""
    last = reading.directives[-1] if reading.directives else None
    if last and last.loosens and last.claim.kind in KINDS and 0 <= start - last.span[1] <= NEXT_SENTENCE:
        reading.directives.pop()
        reading.sentence_of.pop()
        reading.bygone.pop()
        reading.unread.append(Unread(last.quote, last.span, "open, then not: which holds is not clear"))


def _drop_headings(reading: _Pass, sentences: Sequence[Sentence]) -> None:
    """Drop what a bare heading announces where its section says it."""
    dropped = bare_headings(reading.directives, reading.sentence_of, sentences)
    kept = [at for at in range(len(reading.directives)) if at not in dropped]
    reading.directives = [reading.directives[at] for at in kept]
    reading.sentence_of = [reading.sentence_of[at] for at in kept]
    reading.bygone = [reading.bygone[at] for at in kept]


def _strangers(reading: _Pass, sentence: Sentence, named: Sequence[Mention], hits: Sequence[Hit]) -> Sequence[Mention]:
    """Return the unknown places of a sentence, if it may claim something at all."""
    if not any(hit.concept in reading.book.triggers or hit.concept in reading.book.states for hit in hits):
        return ()
    taken = {word for mention in named for word in range(mention.first, mention.last)}
    return tuple(unknown_places(reading.words, sentence.first, sentence.last, taken, reading.book))


def _carried(reading: _Pass, sentence: Sentence, sentences: Sequence[Sentence], spoken: str) -> list[Hit]:
    """Return the advice of a list's opening ("Avoid:") as standing, without words of its own, before the bullet."""
    if sentence.intro is None:
        return []
    words, opening = reading.words, sentences[sentence.intro]
    if opening.last - opening.first > LONGEST_OPENING or ":" not in _tail(words, opening):
        return []
    hits = reading.book.tongues[spoken].lexicon.find(words.form, opening.first, opening.last)
    return [Hit(hit.concept, sentence.first, sentence.first) for hit in hits if hit.concept in _CARRIED]


def _tail(words: Words, sentence: Sentence) -> str:
    """Return the characters right after a sentence's last word."""
    end = words.end[sentence.last - 1]
    return words.folded[end : end + 3]


def _is_mixed(words: Words, book: Phrasebook) -> bool:
    """Tell whether a text is in both languages to a degree that its sentences must be told apart."""
    counts = sorted(count_words(words.form, {name: book.function_words[name] for name in OURS}).values())
    return counts[0] * SHARE_OF_MIXED > counts[-1]


def _spoken_in(reading: _Pass, sentence: Sentence, language: str) -> str:
    words = reading.words.form[sentence.first : sentence.last]
    told = tell_language(words, {name: reading.book.function_words[name] for name in OURS}, ours=OURS)
    return told if told and len(words) >= SURE_FROM else language


def _set_surroundings(reading: _Pass, sentence: Sentence) -> None:
    around, spots_of = reading.around, reading.spots_of
    around.heading = spots_of.get(sentence.heading, ()) if sentence.heading is not None else ()
    around.intro = spots_of.get(sentence.intro, ()) if sentence.intro is not None else ()
    others = any(spot.role in ("foreign", "abroad") for spot in around.heading)
    around.abroad = others and not any(spot.scope for spot in around.heading)


def _take(reading: _Pass, view: View, spots: tuple[Spot, ...]) -> None:
    """Turn the claims of a sentence into directives."""
    matches = find_matches(view, reading.book)
    if not matches and not sounds_like_movement(view, reading.book):
        _note_unnamed(reading, view.sentence, [hit for hits in view.hits.values() for hit in hits])
        return
    timing = tell_times(view, reading.book, reading.reference, issued=reading.issued)
    scene = Scene(view, spots, reading.gazetteer, reading.around, reading.book.little)
    opens_list = bool(view.of("history_list")) and ":" in _tail(reading.words, view.sentence)
    history = opens_list or bool({view.sentence.intro, view.sentence.heading} & reading.history)
    told: list[tuple[Match, Directive]] = []
    bygone: list[bool] = []
    for match in matches:
        rivals = [other for other in matches if other.means.kind == match.means.kind]
        drafted = draft(scene, match, rivals, timing, history=history)
        reading.unread += drafted.unread
        if drafted.directive:
            told.append((match, drafted.directive))
            bygone.append(drafted.bygone)
    for (match, directive), over in zip(told, bygone, strict=True):
        if not is_lifted(match, told):
            _add(reading, view, directive, bygone=over)
    made = len(told)
    reading.unread += unread_in(view, reading.gazetteer, reading.book, made=made, timing=timing)


def _add(reading: _Pass, view: View, directive: Directive, *, bygone: bool) -> None:
    """Keep a directive unless it only repeats one of a sentence, and the areas of a travel level for "the rest"."""
    before = zip(reading.directives[-RECENT:], reading.sentence_of[-RECENT:], strict=True)
    if repeats([said for said, word in before if word not in reading.headings], directive):
        return
    reading.directives.append(directive)
    reading.sentence_of.append(view.sentence.first)
    reading.bygone.append(bygone)
    if directive.claim.kind == "travel" and directive.holds:
        reading.around.levels += [scope for scope in directive.scope if scope.type not in ("country", "outside")]


def _remember(reading: _Pass, number: int, view: View, spots: tuple[Spot, ...]) -> None:
    """Keep what later sentences may refer to: places and ways named last, and the location of an alert."""
    around = reading.around
    named = tuple(s for s in spots if s.scope and s.role in ("in", "map"))
    placed = tuple(s for s in named if not included(view, s))
    ways = tuple(s for s in placed if s.scope and s.scope.type in ("corridor", "road"))
    around.before, around.ways = placed or around.before, ways or around.ways
    towns = tuple(dict.fromkeys(s.scope for s in placed if s.scope and s.scope.type == "town" and s.scope.targets))
    opening = reading.kind == "alert" and number < OPENING_SENTENCES and len(towns) == 1
    stated = bool(view.of("location_line"))
    if towns and not around.header and (stated or opening):
        around.header, around.header_stated = towns, stated
