"""How well drafts are checked, on the labelled drafts beside this file: the labels are the measure, not the wording."""

import pytest

from tools.drafts import DRAFTS, ROOT, SETS, Score, catalogue_in, drafts_in, score

KINDS = ("bound", "unit", "kind", "value")


@pytest.fixture(scope="module")
def counted() -> Score:
    """The score over all files, of what is labelled as certain."""
    whole = Score()
    for name, folder in SETS.items():
        certain, _ = score(catalogue_in(ROOT / folder), drafts_in(DRAFTS / name))
        whole.join(certain)
    return whole


def test_hardly_any_number_is_falsely_accused(counted: Score) -> None:
    quiet = sum(counted.numbers[verdict] for verdict in ("whole", "follows", "elsewhere"))
    assert counted.false.total() <= 0.02 * quiet, counted.lines


def test_most_that_is_lost_is_found(counted: Score) -> None:
    wrong = counted.numbers["loses"] + counted.numbers["unsound"]
    assert counted.found >= 0.92 * wrong, counted.lines
    owed, hit = (sum(codes[code] for code in KINDS) for codes in (counted.owed, counted.hit))
    assert hit >= 0.94 * owed, counted.lines


def test_the_codes_and_the_figures_are_right(counted: Score) -> None:
    f1 = 2 * counted.hit.total() / (counted.owed.total() + counted.told.total())
    assert f1 >= 0.85, counted.lines
    assert counted.linked >= 0.95 * counted.quoted, counted.lines


@pytest.mark.parametrize("name", SETS)
def test_the_labels_are_consistent(name: str) -> None:
    for draft in drafts_in(DRAFTS / name):
        ends = 0
        for label in draft["numbers"]:
            assert draft["text"].count(label["words"]) == 1, (draft["id"], label["words"])
            start = draft["text"].index(label["words"])
            assert start >= ends, (draft["id"], label["words"])
            ends = start + len(label["words"])
