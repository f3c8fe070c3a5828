"""Which numbers, dates and magnitudes are found in a sentence, and what they read."""

import re
from itertools import pairwise
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.text.normal import normalise
from indicators.text.search import KINDS, Expression, find
from tests.support.effort import ALL
from tests.support.work import run_within


def printed(sentence: str) -> list[tuple[str, str]]:
    """Kind and number of each expression, without its qualifier."""
    return [(one.kind, normalise(sentence)[one.start : one.end]) for one in find(normalise(sentence))]


def only(sentence: str) -> Expression:
    (one,) = find(normalise(sentence))
    return one


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("74,000 tons", 74_000),
        ("74 000 tons", 74_000),
        ("a mass of 1.5 million tons", 1_500_000),
        ("12 dozen", 144),
        (".5 million", 500_000),
        ("30k men", 30_000),
        ("5km", 5),
        ("seven ships", 7),
        ("Twenty-one ships", 21),
        ("two hundred and five ships", 205),
        ("a hundred and fifty ships", 150),
        ("one million two hundred thousand", 1_200_000),
        ("three point five ships", 3.5),
        ("a dozen ships", 12),
        ("two dozen ships", 24),
        ("half a dozen ships", 6),
        ("half a million ships", 500_000),
        ("two and a half million ships", 2_500_000),
        ("half of the ships", 0.5),
        ("½ of the ships", 0.5),
        ("three quarters of the ships", 0.75),
        ("one-fifth of the ships", 0.2),
        ("a tenth of the ships", 0.1),
        ("one in five ships", 0.2),
        ("nine out of ten ships", 0.9),
        ("twice the ships", 2),
        ("a tenfold rise", 10),
        ("both ships", 2),
        ("a 10-year plan", 10),
        ("a ten-year plan", 10),
        ("a day later", 1),
        ("an hour away", 1),
        ("a full year", 1),
        ("zero ships", 0),
        ("-5 degrees", -5),
        ("minus 7 degrees", -7),
        ("US$4.5bn", 4.5e9),
        ("€30m", 30e6),
        ("£5k", 5_000),
        ("1⁄4 of them", 0.25),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(sentence: str, value: float) -> None:
    one = only(sentence)
    assert one.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("sentence", "lower", "upper"),
    [
        ("between 2,000 and 12,000 men", 2_000, 12_000),
        ("between two and three hundred men", 200, 300),
        ("10-15 ships", 10, 15),
        ("10 – 15 ships", 10, 15),
        ("2 to 3 million ships", 2e6, 3e6),
        ("$2-3 billion", 2e9, 3e9),
        ("1,500-2,000 ships", 1_500, 2_000),
    ],
)
def test_two_numbers_are_one_range(sentence: str, lower: float, upper: float) -> None:
    one = only(sentence)
    assert (one.kind, one.qualifier, one.low, one.high) == ("range", "between", lower, upper)


def test_a_year_before_the_level_of_that_year_is_no_end_of_a_range() -> None:
    found = find("It grew by 2.5% in 2023 to 29,900 TWh, and in 2021 to 2023 by 1%.")
    assert [(one.kind, one.value) for one in found if one.kind != "percent"][1:2] == [("measure", 29_900)]
    assert [one.dates for one in found if one.kind == "date"] == [("2023",), ("2021", "2023")]


@pytest.mark.parametrize("sentence", ["rose from 7,000 to 13,000 ships", "7,000 and 13,000", "cut from 12 to 20"])
def test_two_numbers_that_are_no_range_stay_two(sentence: str) -> None:
    assert [one.kind for one in find(sentence)] == ["number", "number"]


@pytest.mark.parametrize(
    ("sentence", "words", "order"),
    [
        ("thousands of men", "thousands", 3),
        ("Tens of thousands of men", "Tens of thousands", 4),
        ("hundreds of thousands", "hundreds of thousands", 5),
        ("dozens", "dozens", 1),
        ("several hundred men", "several hundred", 2),
        ("a few thousand men", "a few thousand", 3),
        ("several decades", "several", 0),
        ("decades into the future", "decades", 0),
        ("the days and weeks to come", "days and weeks", 0),
        ("years, if not decades", "years, if not decades", 0),
        ("to name a few", "a few", 0),
    ],
)
def test_a_vague_magnitude_has_an_order_and_no_number(sentence: str, words: str, order: int) -> None:
    one = only(sentence)
    assert (one.kind, sentence[one.start : one.end], one.order) == ("vague", words, order)
    assert one.qualifier == "vague"
    assert isnan(one.value)


@pytest.mark.parametrize(
    "words",
    [
        "a significant portion",
        "large measure",
        "a more limited extent",
        "a portion of",
        "multiple",
        "many",
        "any number of",
        "most of",
        "extensive",
        "astronomical",
    ],
)
def test_a_magnitude_without_an_order_is_found(words: str) -> None:
    assert printed(f"There were {words} ships.") == [("no_order", words)]


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("17 October 2024", ("2024-10-17",)),
        ("October 17, 2024", ("2024-10-17",)),
        ("17th of October", ("--10-17",)),
        ("1 and 30 June", ("--06-01", "--06-30")),
        ("4 through 8 October 2024", ("2024-10-04", "2024-10-08")),
        ("Oct. 17", ("--10-17",)),
        ("October 17", ("--10-17",)),
        ("October 17-19, 2024", ("2024-10-17", "2024-10-19")),
        ("2024-10-17", ("2024-10-17",)),
        ("17/10/2024", ("2024-10-17",)),
        ("5/10/2024", ()),
        ("September 2022", ("2022-09",)),
        ("June", ("--06",)),
        ("1950-1953", ("1950", "1953")),
        ("2023–24", ("2023", "2024")),
        ("2022", ("2022",)),
        ("this week", ()),
        ("last year", ()),
        ("10:30 am", ()),
    ],
)
def test_a_date_is_found_whole(words: str, dates: tuple[str, ...]) -> None:
    one = only(f"It was signed in {words}.")
    assert (one.kind, one.dates) == ("date", dates)
    assert one.end - one.start == len(words)


def test_may_and_march_are_months_only_where_they_can_be_no_other_word() -> None:
    assert printed("In May they may march; by March. March on, it May be.") == [("date", "May"), ("date", "March")]


def test_four_digits_before_a_plural_are_a_number_and_no_year() -> None:
    assert printed("In 2000 ships were built, and 2000 ships sank in 2001.") == [
        ("number", "2000"),
        ("number", "2000"),
        ("date", "2001"),
    ]


def test_four_digits_behind_the_in_that_opens_a_sentence_are_a_year_before_a_plural_too() -> None:
    assert [found.kind for found in find("Prices rose. In 2026 farmers sowed less.")] == ["date"]
    assert [found.kind for found in find("In 2000 homes the lights went out.")] == ["number"]
    assert [found.kind for found in find("It was found in 2026 homes.")] == ["number"]
    assert [found.kind for found in find("In 2026 people sowed less.")] == ["date"]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("in the 1960s", "date", "1960s"),
        ("in the '60s", "date", "'60s"),
        ("in the sixties", "date", "sixties"),
        ("the mid-1990s", "date", "1990s"),
        ("the first ship", "ordinal", "first"),
        ("a third-party ship", "ordinal", "third"),
        ("the 21st ship", "ordinal", "21st"),
        ("the twenty-first ship", "ordinal", "twenty-first"),
        ("of tertiary importance", "ordinal", "tertiary"),
        ("World War II", "label", "II"),
        ("an F-16", "label", "F-16"),
        ("COVID-19", "label", "COVID-19"),
        ("the G7", "label", "G7"),
        ("a 5G net", "label", "5G"),
        ("B2B", "label", "B2B"),
    ],
)
def test_decades_ordinals_and_names_are_found(sentence: str, kind: str, words: str) -> None:
    assert printed(sentence) == [(kind, words)]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("500", "unqualified"),
        ("an estimate of 500", "unqualified"),
        ("exactly 500", "exact"),
        ("precisely 500", "exact"),
        ("about 500", "approximate"),
        ("Some 500", "approximate"),
        ("around a further 500", "approximate"),
        ("~500", "approximate"),
        ("500 or so", "approximate"),
        ("more than 500", "more_than"),
        ("well over 500", "more_than"),
        ("upwards of 500", "more_than"),
        ("in excess of 500", "more_than"),
        ("at least 500", "at_least"),
        ("no fewer than 500", "at_least"),
        ("500 ships or more", "at_least"),
        ("500+", "at_least"),
        ("fewer than 500", "less_than"),
        ("just under 500", "less_than"),
        ("up to 500", "at_most"),
        ("as many as 500", "at_most"),
        ("no more than 500", "at_most"),
        ("up to about 500", "at_most"),
        ("at least some 500", "at_least"),
        ("nearly 500", "nearly"),
        ("almost 500", "nearly"),
    ],
)
def test_the_words_around_a_number_give_its_qualifier(words: str, qualifier: str) -> None:
    sentence = f"They sent {words}"
    one = only(sentence)
    assert one.qualifier == qualifier
    if qualifier != "unqualified":
        assert sentence[one.first : one.last] == words


@pytest.mark.parametrize(
    ("sentence", "qualifier"),
    [
        ("1.8% fewer than 5 years ago", "unqualified"),
        ("$3 billion over 10 years", "unqualified"),
        ("in 2023 more than 10 years", "more_than"),
        ("of 500 men, over 300", "more_than"),
        ("5% at least 3 times", "at_least"),
        ("it was revised up to 117.6", "unqualified"),
        ("it was moved from 98.2 points up to 117.6", "unqualified"),
        ("it takes up to 117.6", "at_most"),
    ],
)
def test_words_behind_an_amount_compare_it_and_bound_no_other(sentence: str, qualifier: str) -> None:
    assert find(sentence)[-1].qualifier == qualifier


def test_a_word_before_another_number_is_not_the_qualifier_of_the_next() -> None:
    assert [one.qualifier for one in find("More than 12 ships, 40 men")] == ["more_than", "unqualified"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("about 90 patients a day", ["90"]),
        ("$40 a month", ["$40"]),
        ("twice a week", ["twice"]),
        ("seven long decades", ["seven"]),
        ("many years", ["many"]),
        ("12 men died a day later", ["12", "a day"]),
        ("12 men spent nearly a year there", ["12", "a year"]),
        ("12 men came in a week", ["12", "a week"]),
    ],
)
def test_what_names_the_unit_of_a_number_is_no_expression_of_its_own(sentence: str, words: list[str]) -> None:
    assert [number for _, number in printed(sentence)] == words


def test_every_kind_has_words() -> None:
    sentence = (
        "On 1 May 2024, the first 7 of two or 10-12 F-16 jets cost $5 million; thousands of men saw many. "
        "It won 2-0 by 5%; one in five flew 3 miles for 4 days at 30 °C, aged 50."
    )
    assert {one.kind for one in find(sentence)} == set(KINDS)


@given(st.text(alphabet="0123456789 .,-:/'$€%abMayIVst½²٣é_⁄()", max_size=30))
def test_every_digit_stands_in_one_expression_and_none_in_two(text: str) -> None:
    sentence = normalise(text)
    covered = [0] * len(sentence)
    for one in find(sentence):
        assert 0 <= one.first <= one.start < one.end <= one.last <= len(sentence)
        for place in range(one.start, one.end):
            covered[place] += 1
    assert max(covered, default=0) <= 1
    assert [covered[digit.start()] for digit in re.finditer(r"\d", sentence)].count(0) == 0


@given(st.lists(st.sampled_from("about half a two hundred thousands of more than 7 10-12 May days in one".split())))
def test_expressions_stand_in_order(words: list[str]) -> None:
    found = find(" ".join(words))
    assert all(one.end <= other.start for one, other in pairwise(found))


PIECES = (
    "a", "1", "1 ", "1,", "1-", "A-1-", "one ", "a ", "many ", '"', "thousands of ", "years and ", "more than ", ".5",
    " ",
)  # fmt: skip


def test_the_work_on_a_text_grows_with_its_length_and_not_faster() -> None:
    # Each takes a fraction of a second; where the work grew with the square of the length, some would take minutes.
    seconds, length = (60, 100_000) if ALL else (20, 30_000)
    run_within(
        seconds,
        f"from indicators.text.search import find\nfor piece in {PIECES}: find(piece * ({length} // len(piece)))",
    )
