"""A number is read whole or reported as unreadable, never in part, whatever stands before or behind it."""

import re

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators.text.marks import normal_and_marked
from indicators.text.normal import normalise
from indicators.text.numerals import hold, hold_in_digits, values_in
from indicators.text.search import find, find_marked
from tests.support.effort import examples

BEFORE = ["", "x", "No", "A-", "abc", "€", "$", "-", "−", "+", "<", "(", "~", "US$", "GBP", "#", "é", "_", "²",
          "about ", "minus ", "more than ", "c $ ", "≥ ", "±", "'", "/", ":", "aged ", "Article ",
          "May ", "in June ", "May 5 ", "4 July ", "Q", "from May to June "]  # fmt: skip
AFTER = ["", "%", "abc", "k", "m", "bn", "³", "¹²", "½", " ½", "-odd", "th", "st", ")", "°C", "km", "€", " million",
         "-million", "*", "†", "[x]", ".", ",", "'s", "s", "e", "x", "_", "é", " or more", "+", "m²", "/", ":", "Q",
         " per cent", "-", " -", " thousand men", "-year-old", " USD", "p", "K", " hundred thousand", " 1/2",
         " May", " of June"]  # fmt: skip
DAYS = ("May ", "in June ", "from May to June ")
TAILS = st.sampled_from(["", " men", "."])
TIMES = (1, 1e3, 1e5, 1e6, 1e9, 1e12)
ENDS = (0, 0.5)

literals = st.one_of(
    st.integers(0, 10**9).map(lambda number: (f"{number:,}", float(number))),
    st.integers(0, 10**6).map(lambda number: (str(number), float(number))),
    st.integers(1000, 10**9).map(lambda number: (f"{number:,}".replace(",", " "), float(number))),
    st.decimals(0, 9999, places=2).map(lambda number: (f"{number:,}", float(number))),
    st.tuples(st.integers(1, 999), st.integers(0, 999), st.integers(0, 99)).map(
        lambda parts: (f"{parts[0]}.{parts[1]:03},{parts[2]:02}", float(f"{parts[0]}{parts[1]:03}.{parts[2]:02}"))
    ),
)


@settings(deadline=None, max_examples=examples(150))
@given(
    literal=literals,
    before=st.sampled_from(BEFORE),
    after=st.sampled_from(AFTER),
    tail=st.sampled_from(["", " men", "."]),
)
def test_digits_are_read_whole_or_not_at_all(literal: tuple[str, float], before: str, after: str, tail: str) -> None:
    digits, value = literal
    assume(not (before in DAYS and re.match(r"\d\d? [1-9]", digits)))  # on May 12 300 people came
    text = f"{before}{digits}{after}{tail}"
    start, end = len(before), len(before) + len(digits)
    covering = [one for one in find(text) if one.start < end and one.end > start]
    assert len(covering) == 1
    (one,) = covering
    assert one.start <= start
    assert one.end >= end
    if one.kind not in ("date", "label", "score", "ordinal"):
        right = [(value + part) * times for times in TIMES for part in ENDS]
        for number in one.numbers:
            assert any(abs(abs(number) - each) <= 1e-9 * each for each in right), (text, number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2½ million", 2.5e6), ("2 ½ cups", 2.5), ("½", 0.5), ("45,000³ men", 45_000), ("45,000[3] men", 45_000),
        ("10⁶", 1e6), ("5×10⁻³", 0.005), ("120 m²", 120), ("H₂O", None), ("1.234.567,89", 1234567.89),
        ("1\u202f234\u202f567", 1234567), ("12,34,567", 1234567), ("1.2.3", None), ("5G", None),
        ("2000ish", 2000), ("１２３", 123),
    ],
)  # fmt: skip
def test_marks_and_foreign_groups_are_read_as_they_are_meant(text: str, value: float | None) -> None:
    found = [number for one in find(text) for number in one.numbers]
    assert found == ([] if value is None else [pytest.approx(value, rel=1e-12)])


@given(st.text(alphabet="0123456789½²³⅓¾ .,-–'’‘ ﬁé\u00ad\u200b\u2009％①ⅷ\ue005%$", max_size=30))
def test_a_marked_line_is_as_long_as_the_normalised_one_and_reads_alike(text: str) -> None:
    normal, marked = normal_and_marked(text)
    assert normal == normalise(text)
    assert len(normal) == len(marked)
    for one in find_marked(marked):
        assert 0 <= one.first <= one.start < one.end <= one.last <= len(normal)


PIECES = ["12", "1,234", "3.5", "7", "2024", "-", "minus ", " ", " and ", " to ", "million", " thousand", "mn", "k",
".",
          "a ",
          "between ", "$", "%", ")", "(", "1 000", "five", " men", " in ", "half", " per cent", "Article ", "May ",
          " of ", "point ", " dozen", " tons", "€", "won ", ":", "/", "1/2"]  # fmt: skip


@settings(deadline=None, max_examples=examples(100))
@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_many_texts_at_once_hold_what_one_text_alone_holds(text: str) -> None:
    values = sorted({12.0, 1234.0, 3.5, 7.0, 1000.0, 7000.0, 3.5e6, 5.0, 0.5, 2024.0, -7.0, *values_in(text)})
    texts = pd.Series([text] * len(values))
    read = [any(abs(number - value) <= 1e-15 * abs(value) for number in values_in(text)) for value in values]
    at_once = hold_in_digits(texts, pd.Series(values))
    assert all(alone or not fast for fast, alone in zip(at_once, read, strict=True))
    assert hold(texts, pd.Series(values)).tolist() == read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on May 2½ million", [("date", None), ("number", 2.5e6)]),
        ("May 12 1/2 beds", [("number", 12.5)]),
        ("in May 5 percent left", [("date", None), ("percent", 5.0)]),
        ("in May 5–7 million", [("date", None), ("range", None)]),
        ("4 July 1776½", [("date", None), ("number", 1776.5)]),
        ("on May 12 000 came", [("date", None), ("number", 12_000.0)]),
        ("the F-16½ and Q3½", [("label", None), ("label", None)]),
        ("3 June 2024.5", [("date", None), ("number", 2024.5)]),
        ("the 1960s½ and 2023/24½", [("number", None), ("number", None)]),
        ("on May 5 hundreds died", [("date", None), ("vague", None)]),
        ("On May 5, 2024 nobody came", [("date", None)]),
    ],
)
def test_a_date_takes_no_part_of_a_number(text: str, found: list[tuple[str, float | None]]) -> None:
    read = [(one.kind, None if one.value != one.value else one.value) for one in find(text)]
    assert read == found
