"""A new revision of a page against the one before: what stood there keeps its id."""

from dataclasses import replace

from evacplan.assessment.revisions import carry_over
from evacplan.model.advisory import Directive
from evacplan.model.claims import AirportClaim, Fuel
from evacplan.model.scope import Named

MALI = (Named("country", "Mali", ("country:MLI",)),)


def said(quote, claim=None, id_="", at=0):
    return Directive(id_, claim or Fuel("shortage"), "in_force", MALI, quote, (at, at + len(quote)))


def test_a_sentence_that_stood_keeps_its_id_wherever_it_stands_now():
    before = [said("Fuel is short.", id_="D-000007", at=10)]
    numbered, carried = carry_over([said("Fuel  is\nshort.", at=99)], before, next_number=8)
    assert [item.id for item in numbered] == ["D-000007"]
    assert carried == {"D-000007"}


def test_new_words_get_new_numbers_in_the_order_of_the_text():
    numbered, carried = carry_over([said("One."), said("Two.")], [], next_number=8)
    assert [item.id for item in numbered] == ["D-000008", "D-000009"]
    assert not carried


def test_the_same_words_with_another_claim_force_or_place_are_another_statement():
    old = said("It is closed.", id_="D-000001")
    for new in (
        replace(old, claim=AirportClaim("closed")),
        replace(old, modality="possible"),
        replace(old, scope=(Named("town", "Gao", ("gao",)),)),
        replace(old, exception=(Named("town", "Gao", ("gao",)),)),
    ):
        assert carry_over([new], [old], next_number=2)[0][0].id == "D-000002"


def test_of_two_equal_sentences_each_keeps_an_id_of_its_own():
    before = [said("Fuel is short.", id_="D-000001"), said("Fuel is short.", id_="D-000002")]
    numbered, _ = carry_over([said("Fuel is short.")] * 3, before, next_number=3)
    assert [item.id for item in numbered] == ["D-000001", "D-000002", "D-000003"]
