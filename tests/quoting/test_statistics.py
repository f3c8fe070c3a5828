"""A level told as a change, a difference of shares told in percent, and times told from another time."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check

SAID = "the Statistics Office said."


def _found(catalogue: Catalogue, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The numbers of a text that mean a figure or follow from some, each with verdict and losses."""
    return [(one.words, one.verdict, one.loses) for one in check(catalogue, text) if one.figure or one.pair]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Unemployment in Halvern rose by 412,000 persons in April, {SAID}", "412,000"),
        (f"The labour force of Halvern grew in April by 8.58 million persons, {SAID}", "8.58 million"),
        (f"In April the unemployed in Halvern who had lost a permanent job numbered 9,000, {SAID}", "9,000"),
    ],
)
def test_a_level_told_as_a_change_loses_what_is_counted(jobs: Catalogue, text: str, words: str) -> None:
    assert _found(jobs, text) == [(words, "loses", ("kind",))]


@pytest.mark.parametrize(("told", "found"), [("percent", ("loses", ("unit",))), ("points", ("follows", ()))])
def test_a_difference_of_shares_is_told_in_points(jobs: Catalogue, told: str, found: tuple[object, ...]) -> None:
    text = (
        f"Unemployment in Halvern was 5.0 percent in January and 4.8 percent in April, {SAID} That is 0.2 {told} less."
    )
    assert ("0.2", *found) in _found(jobs, text)


def test_a_time_may_be_told_from_another_one(jobs: Catalogue) -> None:
    text = f"The unemployment rate in Halvern was 4.8 percent in April 2024, after 5.1 percent a year earlier, {SAID}"
    assert _found(jobs, text) == [("4.8", "whole", ()), ("5.1", "whole", ())]


def test_a_word_of_its_own_tells_a_group(jobs: Catalogue) -> None:
    text = f"Retail in Halvern lost 5,300 jobs in April, {SAID}"
    assert _found(jobs, text) == [("5,300", "whole", ())]
