"""Which numbers a few printed words hold."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.text.numerals import hold, values_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 74,000 metric tons", {74000}),
        ("74000 t", {74000}),
        ("13 000 Container", {13000}),
        ("13\u202f000 t", {13000}),
        ("13'000 t", {13000}),
        ("1,234,567.25 in all", {1234567.25}),
        ("13,000t", {13000}),
        ("0.5 per cent", {0.5}),
        ("a rate of .5", {0.5}),
        ("$4.5 billion in aid", {4.5e9}),
        ("3.5-million-euro fund", {3.5e6}),
        ("5 hundred thousand", {5e5}),
        ("£1.2m", {1.2e6}),
        ("13k", {13000}),
        ("5bn", {5e9}),
        ("5 bn", {5e9}),
        ("5 m", {5}),
        ("two dozen beds", {24}),
        ("a dozen beds", {12}),
        ("half a dozen beds", {6}),
        ("half a million", {5e5}),
        ("one and a half million", {1.5e6}),
        ("two and a half years", {2.5}),
        ("in the seven decades since", {7}),
        ("five-day week", {5}),
        ("twenty-five", {25}),
        ("twelve hundred", {1200}),
        ("a hundred and twenty nurses", {120}),
        ("two months later", {2}),
        ("a day later", {1}),
        ("an hour", {1}),
        ("a few hours", set()),
        ("between 2,000 and 12,000", {2000, 12000}),
        ("in 2024 300 people", {2024, 300}),
        ("-5 degrees", {-5}),
        ("\u22125 degrees", {-5}),
        ("minus five degrees", {-5}),
        ("10-15 beds", {10, 15}),
        ("COVID-19", set()),
        ("no number at all", set()),
        ("", set()),
    ],
)
def test_numbers_are_read_as_people_read_them(text: str, expected: set[float]) -> None:
    assert values_in(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13 000 containers", 13),
        ("13,000t", 13),
        ("5 hundred thousand", 500),
        ("4.5 billion", 4.5),
        ("-5 degrees", 5),
        ("5 degrees", -5),
        ("minus 5", 5),
        ("74,000", 7400),
        ("seven", 8),
        ("1.25", 1.250001),
    ],
)
def test_a_part_of_a_number_is_not_the_number(text: str, value: float) -> None:
    assert not hold(pd.Series([text]), pd.Series([value])).item()


def test_the_same_text_may_hold_one_value_and_not_another() -> None:
    texts = pd.Series(["between 120 and 180 nurses", "between 120 and 180 nurses", "120"], index=[7, 3, 5])
    held = hold(texts, pd.Series([180.0, 150.0, 120.0], index=[7, 3, 5]))
    assert held.to_dict() == {7: True, 3: False, 5: True}


def test_no_text_is_no_answer() -> None:
    assert hold(pd.Series([], dtype="str"), pd.Series([], dtype=float)).empty


numerals = st.one_of(
    st.integers(0, 10**15).map(lambda number: (f"{number:,}", float(number))),
    st.integers(0, 10**15).map(lambda number: (f"{number:,}".replace(",", " "), float(number))),
    st.decimals(0, 10**6, places=3).map(lambda number: (f"{number:,}", float(number))),
    st.integers(1, 999).map(lambda number: (f"{number} million", number * 1e6)),
)
around = st.sampled_from(["", "more than ", "$", "about ", "the ", "(", "\u20ac"])


@settings(deadline=None)
@given(numeral=numerals, before=around, after=st.sampled_from(["", " beds", "%", " a day", ")", "."]))
def test_a_printed_number_is_held_by_the_words_around_it(numeral: tuple[str, float], before: str, after: str) -> None:
    text, value = numeral
    texts = pd.Series([before + text + after] * 2)
    assert hold(texts, pd.Series([value, value + 2])).tolist() == [True, False]


@settings(deadline=None)
@given(text=st.text(max_size=30), value=st.floats(allow_nan=False, allow_infinity=False))
def test_reading_at_once_and_one_by_one_agree(text: str, value: float) -> None:
    held = hold(pd.Series([text]), pd.Series([value])).item()
    assert held == any(math.isclose(number, value, rel_tol=1e-15) for number in values_in(text))
    for number in values_in(text):
        assert hold(pd.Series([text]), pd.Series([number])).item()


@given(
    st.lists(
        st.sampled_from(
            ["12", "1,234", "3.5", "7", "-", "minus ", " ", " and ", " to ", "million", " thousand", "mn", "k", ".",
             "a ", "between ", "$", "%", ")", "(", "1 000", "five"]
        ),
        max_size=7,
    ).map("".join),
    st.sampled_from([12.0, 1234.0, 3.5, 7.0, 1.0, 1000.0, 7000.0, 3.5e6, 5.0, 234.0, -7.0]),
)  # fmt: skip
def test_reading_many_texts_at_once_finds_no_number_that_one_text_alone_does_not_hold(text: str, value: float) -> None:
    held = hold(pd.Series([text]), pd.Series([value])).item()
    assert held == any(math.isclose(number, value, rel_tol=1e-12) for number in values_in(text))
