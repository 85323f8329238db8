"""Every note has words in both languages, and they name things as people do."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

import evacplan
from evacplan.loading.folders import default_data_folder
from evacplan.loading.network import load_network
from evacplan.loading.policy import load_policy
from evacplan.model.advisory import Unread
from evacplan.model.events import DirectiveReviewed
from evacplan.model.network import Network
from evacplan.model.policy import Policy
from evacplan.model.situation import CurfewState, Disagreement, Note, Said, Situation, Stale, note
from evacplan.rendering.notes import note_words, notes_words
from evacplan.rendering.words import WORDS
from evacplan.routing.ways import ways_out
from tests.logs import Log
from tests.networks import cause_of, situation_of
from tests.rendering.test_words import placeholders

SOURCE = Path(evacplan.__file__).parent
CITED = {"quote", "issuer", "day"}
"""Values that are appended to the sentence and need no placeholder."""

UNSAID = {"check_in": {"end"}}
"""Values that only tell two notes apart: two flights from one airport are two check-ins."""

QUOTED = cause_of("Ne partez pas.")
SAID = {"quote": "Do not go.", "issuer": "FRA", "day": "2025-11-07"}
ID = re.compile(r"\b(?:road|river|local|air|airport|border|region|region2016|area|country):\w")


@cache
def mali() -> Network:
    """The network that ships."""
    return load_network(default_data_folder())


@cache
def post() -> Policy:
    """The policy that ships."""
    return load_policy(default_data_folder())


# the keys that the source asks for


def keys_in(tree: ast.AST) -> Iterator[str]:
    """Give the keys of every call of `note` in a module; a key kept in a name is looked up where it is set.

    A key that is only passed on, as of a note that is read or regrouped, is no key of its own.
    """
    set_to = {
        target.id: statement.value
        for statement in ast.walk(tree)
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "note":
            yield from texts_of(call.args[0], set_to)


def texts_of(node: ast.expr, set_to: dict[str, ast.expr]) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from texts_of(one, set_to)
            yield from texts_of(other, set_to)
        case ast.Name(id=name):
            yield from texts_of(set_to[name], set_to)
        case ast.Attribute(attr="key") | ast.Subscript(slice=ast.Constant(value="key")):
            return
        case _:
            pytest.fail(f"a key that this test cannot follow: {ast.unparse(node)}")


@cache
def keys() -> frozenset[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")]
    return frozenset(key for tree in trees for key in keys_in(tree))


# an example of each, made by the program itself


def from_routing() -> Iterator[Note]:
    """Give the notes on ways out of towns of the real network, in situations that have something to say."""
    for situation, more in situations():
        network = replace(mali(), **more)
        for origin in ("gao", "bamako", "sikasso", "mopti"):
            for may_board in (frozenset[str](), frozenset({"humanitarian staff"})):
                answer = ways_out(network, situation, post(), origin=origin, may_board=may_board)
                yield from answer.warnings
                for option in answer.options:
                    yield from (*option.why_not, *option.conditions)


def situations() -> Iterator[tuple[Situation, dict[str, object]]]:
    network = mali()
    calm = situation_of(network)
    services = {
        ident: replace(one, days=(), frequency="4 per week", carrier=None) for ident, one in network.services.items()
    }
    yield calm, {}
    yield calm, {"services": services}
    shut = dict.fromkeys(["airport:GAQ", "airport:BKO", *network.airports], ("closed", 4, QUOTED))
    yield situation_of(network, shut | dict.fromkeys(network.links, ("blocked", 4, QUOTED))), {}
    yield situation_of(network, dict.fromkeys(network.links, ("open", 2, QUOTED))), {}
    yield replace(calm, links={}, airports={}), {}
    unspoken = cause_of(directive=None, value="open")
    yield situation_of(network, dict.fromkeys(network.links, ("open", 1, unspoken))), {}
    yield replace(calm, shelter=(Said(("gao",), "Gao", QUOTED), Said(("bamako",), "Bamako", QUOTED))), {}
    hours = CurfewState(("country:MLI",), ("21:00", "06:00"), None, active=False, causes=(QUOTED,))
    yield replace(calm, curfews=(hours, replace(hours, hours=None, active=True, causes=()))), {}
    fuel = (cause_of(kind="fuel", value="shortage"), cause_of(kind="jet_fuel", value="shortage"))
    yield replace(calm, road_fuel="shortage", jet_fuel="shortage", fuel_causes=fuel), {}
    ids = (*network.airports, *network.links, *network.services)
    old = tuple(Stale(ident, date(2024, 1, 1), 365, "baseline") for ident in ids)
    flights = tuple(Stale(ident, date(2024, 1, 1), 180, "flight data") for ident in network.services)
    differ = tuple(Disagreement(ident, QUOTED, replace(QUOTED, issuer="GBR", value="open")) for ident in ids)
    yield replace(calm, stale=old + flights, disagreements=differ), {}


def from_assessment() -> Iterator[Note]:
    """Give the warnings of situations in which something has no effect, no place, or the wrong time."""
    log = Log().alert("RFI", "2025-11-01", "road open at gao").alert("FRA", "2025-11-01", "road cut at nowhere")
    log.alert("FRA", "2025-11-01", "road cut at road:atlantis-gao")
    log.add(DirectiveReviewed("D-000003", "accepted"), at=log.clock - timedelta(hours=2))
    added = log.advisories[0]
    unread = replace(added, advisory=replace(added.advisory, id="A-000099"), unread=(Unread("Odd.", (0, 4), "odd"),))
    log.add(unread)
    for day in ("2025-11-05", "2000-01-01"):
        yield from log.seen(mali(), day).warnings


@cache
def examples() -> tuple[Note, ...]:
    """Every note that was made, once."""
    return tuple(dict.fromkeys((*from_routing(), *from_assessment())))


def raw_ids(words: str) -> list[str]:
    network = mali()
    known = {*network.links, *network.services, *network.airports, *network.borders, *network.regions, *network.areas}
    return [word for word in re.split(r"[\s,;]+", words) if ID.match(word) and word.strip(".:()«»") in known]


def test_the_source_is_searched_for_keys():
    assert {"days", "shelter", "shelter_way", "curfew", "curfew_now", "against", "unknown", "clock"} <= keys()
    assert len(keys()) >= 25


def test_a_key_of_a_kind_that_cannot_be_followed_is_not_passed_over():
    assert list(keys_in(ast.parse('key = "a" if x else "b"\nnote(key); note("c"); note(item.key)'))) == ["a", "b", "c"]
    with pytest.raises(pytest.fail.Exception):
        list(keys_in(ast.parse('note(f"{kind}_way")')))


def test_every_note_that_the_source_can_make_was_made():
    assert {example.key for example in examples()} == keys()


@pytest.mark.parametrize("key", sorted(keys()))
def test_a_note_has_a_sentence_in_both_languages_for_what_it_is_given(key):
    english, french = WORDS[f"note.{key}"]
    assert english != french
    for example in (one for one in examples() if one.key == key):
        given = {name for name, _ in example.values}
        assert placeholders(english) <= given
        assert given - placeholders(english) <= UNSAID.get(key, CITED)
        assert not given & {"quote", "issuer"} or given >= CITED


@pytest.mark.parametrize("key", sorted(keys()))
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_note_in_words_names_things_as_people_do(lang, key):
    for example in (one for one in examples() if one.key == key):
        words = note_words(lang, mali(), example)
        assert words
        assert not raw_ids(words), words
        assert "{" not in words
        assert key == "not_in_data" or not ID.search(words), words


def test_the_sentences_of_notes_that_nothing_makes_are_gone():
    only_part_of_others = {"hours_unknown", "cited"}
    sentences = {key.removeprefix("note.") for key in WORDS if key.startswith("note.")}
    assert sentences - only_part_of_others == keys()


def test_what_the_data_do_not_know_keeps_its_id():
    assert note_words("fr", mali(), note("not_in_data", ids="road:x-y")) == "absents des données : road:x-y"


def test_links_airports_and_towns_are_named():
    def targets(*ids):
        return note_words("en", mali(), note("unknown", targets=",".join(ids))).partition(":")[0]

    assert targets("airport:GAQ", "gao") == "Gao (GAQ), Gao"
    assert targets("road:gao-ansongo").startswith("Gao–Ansongo")
    assert targets("air:BKO-ABJ-sky-mali") == "Bamako (BKO)–Abidjan (ABJ) Sky Mali"
    assert targets(*sorted(mali().airports)).endswith(f" +{len(mali().airports) - 3}")
    flight = note("check_in", start="airport:GAQ", end="airport:BKO", minutes="120")
    assert note_words("en", mali(), flight) == "be at Gao (GAQ) 120 min before the flight"
    assert note_words("fr", mali(), flight) == "être à Gao (GAQ) 120 min avant le vol"


def test_days_are_said_in_both_languages():
    flight = note("days", start="airport:GAQ", end="airport:BKO", days="2,6")
    assert note_words("en", mali(), flight) == "Gao (GAQ)–Bamako (BKO) flies Tuesday, Saturday"
    assert note_words("fr", mali(), flight) == "Gao (GAQ)–Bamako (BKO) : vols mardi, samedi"
    week = note("days", start="airport:GAQ", end="airport:BKO", days="1,2,3,4,5,6,7")
    assert note_words("en", mali(), week).endswith("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
    assert note_words("fr", mali(), week).endswith("lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche")


@pytest.mark.parametrize("status", ["open", "avoid", "blocked", "closed", "disrupted", "restricted", "unconfirmed"])
def test_every_status_has_a_word_in_both_languages(status):
    english, french = WORDS[f"status.{status}"]
    closed = note("against", targets="gao", status=status, quote="", issuer="", day="")
    assert note_words("en", mali(), closed) == f"Gao: {english}"
    assert note_words("fr", mali(), closed) == f"Gao : {french}"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_status_or_a_group_of_travellers_without_a_word_stays_as_it_is(lang):
    odd = note("against", targets="gao", status="fl\x1booded", quote="", issuer="", day="")
    assert note_words(lang, mali(), odd).endswith("flooded")
    assert "monks" in note_words(lang, mali(), note("boards", targets="gao", boards="monks"))


def test_hours_that_are_not_known_are_said_to_be_so():
    curfew = note("curfew", targets="gao", hours="", **SAID)
    assert "hours not stated" in note_words("en", mali(), curfew)
    assert "heures non précisées" in note_words("fr", mali(), curfew)
    assert "21:00–06:00" in note_words("en", mali(), note("curfew", targets="gao", hours="21:00–06:00", **SAID))


def test_the_sources_words_are_appended_in_its_own_language_with_who_said_them_when():
    french = {"quote": "Ne partez pas.", "issuer": "FRA", "day": "2025-11-07"}
    words = notes_words("en", mali(), [note("fuel", **french), note("fuel", quote="", issuer="", day="")])
    assert words[0] == f"{words[1]}: «Ne partez pas.» (FRA, 2025-11-07)"


def test_a_long_quote_is_cut():
    words = note_words("en", mali(), note("caution", targets="gao", **{**SAID, "quote": "and then some, " * 40}))
    assert words.startswith("caution on Gao: «and then some, and then some,")
    assert words.endswith(" …» (FRA, 2025-11-07)")
    assert len(words) < 150


HOSTILE = "Stop\x1b[2J\x07 \u202enow\r\n{status} {0} %s\x9b31m\u2028end"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", ["quote", "issuer", "day", "status", "targets"])
def test_hostile_text_is_cleaned_wherever_it_stands(lang, name):
    given = {"targets": "gao", "status": "closed", **SAID, name: HOSTILE}
    words = note_words(lang, mali(), note("against", **given))
    assert "Stop[2J now {status} {0} %s31m end" in words
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", words)


@pytest.mark.parametrize(
    "key", ["frequency", "disagree", "days_unknown", "shelter", "curfew", "stale", "boards", "not_in_data"]
)
def test_hostile_values_are_cleaned_in_every_sentence(key):
    given = dict.fromkeys(placeholders(WORDS[f"note.{key}"][0]), HOSTILE)
    assert "\x1b" not in note_words("en", mali(), note(key, **given))


def test_the_day_of_a_quote_is_that_of_its_cause():
    at_night = cause_of("Ne partez pas.", issued=datetime(2025, 11, 7, 23, 30, tzinfo=UTC))
    (said,) = ways_out(
        mali(),
        replace(situation_of(mali()), shelter=(Said(("gao",), "Gao", at_night),)),
        post(),
        origin="gao",
    ).warnings
    assert note_words("fr", mali(), said).endswith(" : «Ne partez pas.» (FRA, 2025-11-07)")
