"""What a draft is told of a number: what is wrong before what is missing, in the words of the draft."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "US officials say a definitive 600,000 Russian soldiers were killed.",
            "“killed” says something else: the number stands for the Russian dead and wounded together since the "
            "conflict in Ukraine began; “definitive” says too much: the number is provisional; add “more than”; "
            "add the period (up to October 2024, assumed).",
        ),
        (
            "North Korea is 4,200 kilometres away from the war.",
            "The figure is in miles, not “kilometres”; add “more than”.",
        ),
        ("Russia loses 1,200 men a day.", "Add “about”; add “reportedly”; add the period (September)."),
        (
            "North Korea shipped 75,000 metric tons of munitions to Russian ports from August 2023 to January 2024, "
            "according to C4ADS.",
            "The figure is more than 74,000 metric tons (source: C4ADS); “75,000” claims more.",
        ),
        (
            "North Korea shipped up to 75,000 metric tons of munitions to Russian ports from August 2023 to January "
            "2024, according to C4ADS.",
            "The figure is more than 74,000 metric tons, not “75,000” (source: C4ADS).",
        ),
        (
            "Russia reportedly lost about 1,200 personnel a day in September.",
            "In full: Reportedly, Russia lost about 1,200 personnel a day in September.",
        ),
        (
            "Preliminary US figures point to over 600,000 Russian casualties since the war began.",
            "In full: Unnamed US officials said in provisional figures that there had been more than 600,000 Russian "
            "dead and wounded since the conflict in Ukraine began.",
        ),
        (
            "C4ADS says that more than 81,000 short tons of North Korean munitions were shipped to Russian ports "
            "between August 2023 and January 2024.",
            "The figure is more than 74,000 metric tons, that is more than 81,570 short tons; “81,000” is lower, "
            "so “more than” still holds.",
        ),
        (
            "North Korea is more than 6,759 kilometres away from the war.",
            "The figure is more than 4,200 miles, that is more than 6,759 kilometers; “6,759” is that, rounded.",
        ),
        (
            "Japan has bound itself to Kyiv for ten years.",
            "Is this the term of the security agreement (10 years)? If so, say “security agreement”.",
        ),
    ],
)
def test_a_message_tells_what_is_wrong_before_what_is_missing(text: str, message: str, shipped: Catalogue) -> None:
    assert check(shipped, text)[0].message == message


def test_the_words_that_a_question_asks_for_settle_it(shipped: Catalogue) -> None:
    (found,) = check(shipped, "Japan has bound itself to Kyiv for ten years by a security agreement.")
    assert found.verdict == "whole"


def test_an_earlier_number_is_told_with_the_later_one(shipped: Catalogue) -> None:
    text = "South Korean military officials estimate that 7,000 containers have been delivered by North Korea."
    (found,) = check(shipped, text)
    assert "13,000 containers, issued August 2024" in found.message
