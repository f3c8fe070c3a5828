"""What a draft is told of a number: what is wrong before what is missing, in the words of the draft."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "US officials say a definitive 600,000 Russian soldiers were killed.",
            "What is counted: Russian dead and wounded together since the conflict in Ukraine began, not “killed”; "
            "the status is provisional, not “definitive”; add “more than”; "
            "add the period (up to October 2024, assumed by the editor, its start not stated).",
        ),
        ("North Korea is 4,200 kilometres away from the war.", "The unit is miles, not “kilometres”; add “more than”."),
        (
            "Russia loses 1,200 men a day.",
            "Add “about”; add “reportedly”; add the period (September 2024, year assumed by the editor).",
        ),
        (
            "North Korea shipped 75,000 metric tons of munitions to Russian ports from August 2023 to January 2024, "
            "according to C4ADS.",
            "The figure is more than 74,000 metric tons (C4ADS).",
        ),
        (
            "South Korea's National Intelligence Service says 3,000 North Korean troops are training in Belarus.",
            "The place is Russia, not “Belarus”.",
        ),
        (
            "Russia reportedly lost about 1,200 personnel a day in September.",
            "Nothing to correct. It is about 1,200 personnel losses a day (Russian personnel losses a day; "
            "unnamed reports).",
        ),
    ],
)
def test_a_message_tells_what_is_wrong_before_what_is_missing(text: str, message: str, shipped: Catalogue) -> None:
    assert check(shipped, text)[0].message == message


def test_an_earlier_number_is_told_with_the_later_one(shipped: Catalogue) -> None:
    text = "South Korean military officials estimate that 7,000 containers have been delivered by North Korea."
    (found,) = check(shipped, text)
    assert "13,000 containers, issued August 2024" in found.message
