"""Words that say a number is a fall, and numbers that they put below zero."""

import pandas as pd
import pytest

from indicators.text import numerals
from indicators.text.direction import says_fall


@pytest.mark.parametrize(
    "words",
    ["declined by 6,000", "fell 3 percent", "lost 5,300 jobs", "revised down by 4,200", "2,300 lower", "shed 40 jobs",
     "a loss of 12 million", "below its level of 2020 by 368,000", "edged down by 0.1 hour", "12 fewer beds",
     "subtracting 0.3 points", "slowed by 2 percent",
     "0.4 points off"],
)  # fmt: skip
def test_words_that_say_less_than_before_say_a_fall(words: str) -> None:
    assert says_fall(words)


@pytest.mark.parametrize(
    "words",
    [
        "rose by 9,000",
        "added 9,800 jobs",
        "0.5 percent",
        "a downtown of 3,000",
        "4,100 cutters",
        "12 classes",
        "fell to 2.7 percent",
        "eased back to 3 percent",
        "down from 5 percent",
        "cordoned off 3 streets",
    ],
)
def test_other_words_say_none(words: str) -> None:
    assert not says_fall(words)


def test_a_value_below_zero_is_held_by_words_that_say_a_fall_and_a_share_by_its_fifteen_digits() -> None:
    words = pd.Series(["declined by 6,000", "6,000 jobs", "rose by 6,000", "-600", "about 1 in 62 people", "1 in 62"])
    values = pd.Series([-6000, -6000, -6000, -600, 0.0161290322580645, 0.0161290322581])
    assert numerals.hold(words, values).tolist() == [True, False, False, True, True, False]
