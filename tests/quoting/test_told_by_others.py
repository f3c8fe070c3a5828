"""A number that others published, in a draft that is checked against the subject alone."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.told_by_others import told_by_others

TEXT = "The UK Ministry of Defence put Russian killed and wounded at an average of 1,271 a day in September 2024."


def test_a_number_of_the_record_is_known_though_the_record_is_left_out(shipped: Catalogue) -> None:
    found = check(shipped, TEXT)
    assert [(one.words, one.verdict) for one in found] == [("1,271", "elsewhere")]
    (known,) = told_by_others(shipped, TEXT, found)
    assert (known.words, known.figure) == ("1,271", "uk-daily-2024-09")


@pytest.mark.parametrize(
    "text", ["The ferry has 1,271 seats.", "Russia lost about 1,200 personnel a day in September."]
)
def test_a_number_of_nothing_and_one_of_the_article_are_not(text: str, shipped: Catalogue) -> None:
    assert told_by_others(shipped, text, check(shipped, text)) == []


def test_a_catalogue_without_a_record_knows_none(jobs: Catalogue) -> None:
    assert told_by_others(jobs, TEXT, check(jobs, TEXT)) == []
