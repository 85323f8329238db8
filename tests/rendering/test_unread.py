"""Why a sentence was not understood is said in the user's language."""

from evacplan.model.advisory import Unread
from evacplan.rendering.advisory_screen import unread_lines
from evacplan.rendering.screens import Page
from tests.reading.readers import read

TEXT = "La route entre Ségou et Zorgho est coupée.\n"


def test_reasons_are_said_in_french():
    unread = read(TEXT).unread
    assert unread
    words = " ".join(unread_lines(Page("fr"), unread))
    assert "lieu inconnu" in words
    assert "unknown" not in words


def test_a_reason_without_a_translation_stays_as_it_is():
    assert unread_lines(Page("fr"), [Unread("x", (0, 1), "odd: y")]) == ["«x»: odd: y"]
