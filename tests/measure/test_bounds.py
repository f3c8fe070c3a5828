"""What a qualified number states, how far it may be rounded, and how it is written."""

import math
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators.measure.bounds import (
    DIRECTIONS,
    QUALIFIERS,
    WORDS,
    Direction,
    implied_digits,
    in_plain_digits,
    limits,
    number,
    phrase,
    round_to,
    scaled,
)

NAN = math.nan
AMOUNTS = st.one_of(
    st.integers(-(10**15), 10**15).map(float),
    st.floats(-1e15, 1e15, allow_subnormal=False).filter(lambda amount: amount == 0 or abs(amount) > 1e-9),
    st.decimals(-(10**6), 10**6, places=3).map(float),
)
DIGITS = st.integers(1, 17)


def bounds_of(qualifier: str, value: float, lower: float = NAN, upper: float = NAN) -> tuple[object, ...]:
    row = limits(pd.Series([value]), pd.Series([qualifier]), pd.Series([lower]), pd.Series([upper])).iloc[0]
    ends = [None if pd.isna(row[end]) else row[end] for end in ("lower", "upper")]
    return (*ends, bool(row["lower_open"]), bool(row["upper_open"]))


@pytest.mark.parametrize(
    ("qualifier", "stated"),
    [
        ("unqualified", (74000, 74000, False, False)),
        ("exact", (74000, 74000, False, False)),
        ("approximate", (None, None, False, False)),
        ("more_than", (74000, None, True, False)),
        ("at_least", (74000, None, False, False)),
        ("less_than", (None, 74000, False, True)),
        ("at_most", (None, 74000, False, False)),
        ("nearly", (None, 74000, False, True)),
        ("between", (2000, 12000, False, False)),
        ("vague", (None, None, False, False)),
        ("perhaps", (None, None, False, False)),
    ],
)
def test_each_qualifier_states_its_bounds(qualifier: str, stated: tuple[object, ...]) -> None:
    lower, upper = (2000, 12000) if qualifier == "between" else (NAN, NAN)
    assert bounds_of(qualifier, 74000, lower, upper) == stated


def test_lower_and_upper_count_for_a_range_alone() -> None:
    assert bounds_of("more_than", 5, lower=1, upper=9) == (5, None, True, False)
    assert bounds_of("between", 5, lower=1, upper=9) == (1, 9, False, False)


def test_limits_keep_the_index_and_read_nullable_and_categorical_columns() -> None:
    index = pd.Index(["b", "a"])
    table = limits(
        pd.Series([5, None], index=index, dtype="Int64"),
        pd.Series(["at_least", "between"], index=index, dtype="category"),
        pd.Series([None, 1], index=index, dtype="Int64"),
        pd.Series([None, 2], index=index, dtype="Int64"),
    )
    expected = pd.DataFrame(
        {
            "lower": [5.0, 1.0],
            "upper": [NAN, 2.0],
            "lower_open": [False, False],
            "upper_open": [False, False],
        },
        index=index,
    )
    pd.testing.assert_frame_equal(table, expected)


@given(st.lists(st.tuples(st.sampled_from(QUALIFIERS), AMOUNTS), max_size=20))
def test_the_limits_of_a_value_hold_it_and_an_open_end_is_the_value_itself(
    rows: list[tuple[str, float]],
) -> None:
    value = pd.Series([amount for _, amount in rows], dtype=float)
    table = limits(value, pd.Series([qualifier for qualifier, _ in rows], dtype="str"), value - 1, value + 1)
    assert (table["lower"].isna() | (table["lower"] <= value)).all()
    assert (table["upper"].isna() | (table["upper"] >= value)).all()
    assert (table["lower"] == value)[table["lower_open"]].all()
    assert (table["upper"] == value)[table["upper_open"]].all()


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (74000, 2),
        (600000, 2),
        (4.5e9, 2),
        (1271, 4),
        (38130, 4),
        (7000, 2),
        (5, 2),
        (0, 2),
        (-1210, 3),
        (1.25, 3),
        (0.1, 2),
        (0.1 + 0.2, 2),
        (907.18474, 8),
        (1e22, 2),
    ],
)
def test_a_printed_number_bears_its_digits_without_trailing_zeros_two_at_least(value: float, digits: int) -> None:
    assert implied_digits(pd.Series([float(value)])).tolist() == [digits]


def test_a_missing_number_bears_no_digits() -> None:
    expected = pd.Series([pd.NA, 3], index=[7, 8], dtype="Int64")
    pd.testing.assert_series_equal(implied_digits(pd.Series([NAN, 120 + 3], index=[7, 8])), expected)


@given(st.integers(1, 10**15 - 1))
def test_the_digits_of_a_whole_number_are_those_of_its_text(value: int) -> None:
    assert implied_digits(pd.Series([float(value)])).item() == max(2, len(str(value).rstrip("0")))


@pytest.mark.parametrize(
    ("value", "digits", "down", "nearest", "up"),
    [
        (12333.33, 2, 12000, 12000, 13000),
        (81571.05, 2, 81000, 82000, 82000),
        (74000, 2, 74000, 74000, 74000),
        (1250, 2, 1200, 1300, 1300),
        (-1250, 2, -1300, -1300, -1200),
        (999.5, 2, 990, 1000, 1000),
        (0.285, 2, 0.28, 0.29, 0.29),
        (0.07, 1, 0.07, 0.07, 0.07),
        (0, 2, 0, 0, 0),
        (999.99999999, 2, 990, 1000, 1000),
        (4.5e9, 1, 4e9, 5e9, 5e9),
    ],
)
def test_rounding_by_hand(value: float, digits: int, down: float, nearest: float, up: float) -> None:
    directions: list[Direction] = ["down", "nearest", "up"]
    assert [round_to([value], digits, way).item() for way in directions] == [down, nearest, up]


def test_each_row_is_rounded_to_its_own_digits_and_none_where_they_are_missing() -> None:
    rounded = round_to(pd.Series([1234.0, 1234, 1234, NAN]), pd.Series([2, 3, None, 2], dtype="Int64"), "nearest")
    np.testing.assert_array_equal(rounded, [1200, 1230, 1234, NAN])


@given(AMOUNTS, DIGITS)
@example(0.1 + 0.2, 2)
@example(1e15, 1)
@example(4398046511104.625, 14)
def test_rounding_never_passes_a_bound_and_goes_no_further_than_one_unit(value: float, digits: int) -> None:
    down, up = (round_to([value], digits, way).item() for way in ("down", "up"))
    assert down <= value <= up
    if value:
        place = 10.0 ** (math.floor(math.log10(abs(value))) + 1 - digits)
        assert up - down <= place + abs(value) * 1e-15
    assert down <= round_to([value], digits, "nearest").item() <= up


@given(AMOUNTS, DIGITS, st.sampled_from(["down", "up", "nearest"]))
def test_rounding_again_changes_nothing(value: float, digits: int, direction: Direction) -> None:
    once = round_to([value], digits, direction)
    np.testing.assert_array_equal(round_to(once, digits, direction), once)


@given(st.integers(-(10**15), 10**15), st.integers(0, 20))
def test_a_number_keeps_the_digits_it_bears(whole: int, places: int) -> None:
    value = whole / 10**places
    digits = implied_digits(pd.Series([value]))
    for direction in ("down", "up", "nearest"):
        assert round_to([value], digits, direction).item() == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (74000, "74,000"),
        (4.5e9, "4,500,000,000"),
        (0.25, "0.25"),
        (1234.5, "1,234.5"),
        (-1234, "-1,234"),
        (0, "0"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (1e23, "100,000,000,000,000,000,000,000"),
        (NAN, ""),
    ],
)
def test_a_number_is_written_with_commas_and_without_exponent(value: float, text: str) -> None:
    assert number(value) == text


def test_a_number_is_written_to_its_digits() -> None:
    assert (number(12345, 2), number(0.0456, 2), number(99.9, 2)) == ("12,000", "0.046", "100")


@given(AMOUNTS)
def test_a_written_number_reads_back(value: float) -> None:
    assert float(number(value).replace(",", "")) == pytest.approx(value, rel=1e-14)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (74000, "74,000"),
        (999_999, "999,999"),
        (1e6, "1 million"),
        (1.25e6, "1.25 million"),
        (4.5e9, "4.5 billion"),
        (-4.5e9, "−4.5 billion"),
        (2e12, "2 trillion"),
        (1e15, "1,000 trillion"),
        (1_234_567, "1,234,567"),
        (1_234_567_000, "1,234.567 million"),
        (NAN, ""),
    ],
)
def test_a_short_number_has_words_from_a_million_up_and_is_never_rounded(value: float, text: str) -> None:
    assert scaled(value) == text


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [
        ("unqualified", "74,250"),
        ("exact", "exactly 74,250"),
        ("approximate", "about 74,250"),
        ("more_than", "more than 74,250"),
        ("at_least", "at least 74,250"),
        ("less_than", "less than 74,250"),
        ("at_most", "at most 74,250"),
        ("nearly", "nearly 74,250"),
        ("between", "between 2,060 and 12,060"),
        ("vague", "number not stated"),
    ],
)
def test_a_figure_is_written_with_its_qualifier(qualifier: str, text: str) -> None:
    assert phrase(74250, qualifier, 2060, 12060) == text


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [
        ("unqualified", "74,300"),
        ("more_than", "more than 74,200"),
        ("at_least", "at least 74,200"),
        ("less_than", "less than 74,300"),
        ("at_most", "at most 74,300"),
        ("nearly", "nearly 74,300"),
        ("between", "between 2,060 and 12,100"),
    ],
)
def test_a_figure_written_to_fewer_digits_keeps_its_bound(qualifier: str, text: str) -> None:
    assert phrase(74250, qualifier, 2060, 12060, digits=3) == text


@pytest.mark.parametrize(
    ("value", "stated", "text"),
    [
        (12, 3, "12.0"),
        (5, 2, "5.0"),
        (28.5, 4, "28.50"),
        (28.5, 2, "28.5"),  # no digit is lost
        (0.5, 3, "0.500"),
        (600_000, 3, "600,000"),
        (4_500_000_000, 3, "4.50 billion"),
        (12_000_000, 8, "12,000,000"),
        (6.02e23, 3, "6.02 × 10²³"),
        (0, 2, "0"),
        (12, None, "12"),
        (0.666666666666667, 2, "0.67"),
    ],
)
def test_zeros_that_count_are_shown(value: float, stated: int | None, text: str) -> None:
    assert phrase(value, "unqualified", math.nan, math.nan, stated=stated) == text


@pytest.mark.parametrize(
    ("lower", "upper", "stated", "text"),
    [
        (5, 7.5, 2, "between 5.0 and 7.5"),
        (9.5, 12, 2, "between 9.5 and 12.0"),
        (9.5, 12, 3, "between 9.5 and 12.0"),
        (2_000, 12_000, 2, "between 2,000 and 12,000"),
        (1e-10, 6e23, 2, "between 0.0000000001 and 6 × 10²³"),
    ],
)
def test_the_ends_of_a_range_have_their_last_digit_at_one_place(
    lower: float, upper: float, stated: int, text: str
) -> None:
    assert phrase(math.nan, "between", lower, upper, stated=stated) == text


@given(st.floats(min_value=1e-300, max_value=1e300).map(lambda value: float(f"{value:.15g}")))
def test_plain_digits_have_no_exponent_and_are_the_same_number(value: float) -> None:
    written = in_plain_digits(value)
    assert re.fullmatch(r"[0-9]+(\.[0-9]+)?", written)
    assert float(written) == value


def test_every_qualifier_has_its_words_and_a_direction_only_where_one_sided() -> None:
    assert tuple(WORDS) == QUALIFIERS
    one_sided = {qualifier for qualifier in QUALIFIERS if bounds_of(qualifier, 1, 0, 2)[:2].count(None) == 1}
    assert set(DIRECTIONS) == one_sided
