"""How well drafts are checked, on the labelled drafts beside this file: the labels are the measure, not the wording."""

import json
from pathlib import Path

import pytest

from indicators.catalogue.model import Catalogue
from tools.drafts import Score, score

DRAFTS = Path(__file__).parent / "drafts"
KINDS = ("bound", "unit", "kind", "value")


@pytest.fixture(scope="module")
def counted(shipped: Catalogue, wards: Catalogue) -> Score:
    """The score over both files, of what is labelled as certain."""
    whole = Score()
    for catalogue, name in ((shipped, "data.json"), (wards, "wards.json")):
        certain, _ = score(catalogue, json.loads((DRAFTS / name).read_text(encoding="utf-8")))
        whole.join(certain)
    return whole


def test_hardly_any_number_is_falsely_accused(counted: Score) -> None:
    quiet = sum(counted.numbers[verdict] for verdict in ("whole", "follows", "elsewhere"))
    assert counted.false.total() <= 0.02 * quiet, counted.lines


def test_most_that_is_lost_is_found(counted: Score) -> None:
    wrong = counted.numbers["loses"] + counted.numbers["unsound"]
    assert counted.found >= 0.9 * wrong, counted.lines
    owed, hit = (sum(codes[code] for code in KINDS) for codes in (counted.owed, counted.hit))
    assert hit >= 0.95 * owed - 1, counted.lines


def test_the_codes_and_the_figures_are_right(counted: Score) -> None:
    f1 = 2 * counted.hit.total() / (counted.owed.total() + counted.told.total())
    assert f1 >= 0.85, counted.lines
    assert counted.linked >= 0.95 * counted.quoted, counted.lines


@pytest.mark.parametrize("name", ["data.json", "wards.json"])
def test_the_labels_are_consistent(name: str) -> None:
    for draft in json.loads((DRAFTS / name).read_text(encoding="utf-8")):
        ends = 0
        for label in draft["numbers"]:
            assert draft["text"].count(label["words"]) == 1, (draft["id"], label["words"])
            start = draft["text"].index(label["words"])
            assert start >= ends, (draft["id"], label["words"])
            ends = start + len(label["words"])
