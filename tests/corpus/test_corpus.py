"""The project's own corpus: half of its passages must yield nothing that moves people. Figures: pytest -s."""

from tests.corpus.measure import passages, score

FLOOR_RECALL = 0.97
FLOOR_IN_PLACE = 0.95
FLOOR_PRECISION = 0.96


def test_corpus_is_large_and_half_of_it_must_find_nothing():
    total = score()
    print("", *total.lines(), sep="\n")  # noqa: T201 - the suite prints the figures
    assert total.passages >= 400
    assert 2 * total.silent >= total.passages
    assert len({text for text, _, _ in passages()}) == total.passages


def test_recall_in_the_right_place_keeps_its_floor():
    assert score().recall() >= FLOOR_RECALL
    assert score().recall_in_place() >= FLOOR_IN_PLACE


def test_precision_keeps_its_floor():
    assert score().precision() >= FLOOR_PRECISION


def test_nothing_is_closed_or_opened_that_is_not_said_to_be():
    assert score().false_closings == []
    assert score().false_openings == []
