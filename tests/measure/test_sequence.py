"""Periods one after the other."""

import pandas as pd
import pytest

from indicators.measure import sequence
from indicators.measure.period import parse
from indicators.measure.span import Span


def span(text: str) -> Span:
    ends = parse(pd.Series([text])).iloc[0][["start_first", "start_last", "end_first", "end_last"]]
    return Span(**ends.to_dict(), text=text)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2023-12", "2024-01"),
        ("1849", "1850"),
        ("2024-02-29", "2024-03-01"),
        ("2024-01-29/2024-02-04", "2024-02-05/2024-02-11"),
        ("2023-10/2023-12", "2024-01/2024-03"),
    ],
)
def test_periods_of_one_length_follow_each_other(earlier: str, later: str) -> None:
    assert sequence.before(span(later)) == span(earlier)
    assert sequence.after(span(earlier)) == span(later)
    assert sequence.from_to(span(earlier), span(later)) == span(later)


@pytest.mark.parametrize("text", ["2024?", "2024-01/..", "2020/2021-03", ""])
def test_of_a_period_that_is_not_sure_nothing_is_before(text: str) -> None:
    assert sequence.before(span(text) if text else sequence.NO_SPAN) == sequence.NO_SPAN


def test_no_year_is_before_the_first_or_after_the_last() -> None:
    assert sequence.before(span("0001")) == sequence.after(span("9999")) == sequence.NO_SPAN


def test_no_day_is_before_the_change_of_the_first_year() -> None:
    assert sequence.between_days(span("0001-12-31"), span("0001"), onward=False) == sequence.NO_SPAN


def test_a_change_over_a_year_runs_from_the_one_month_to_the_other() -> None:
    first, last = span("2023-04"), span("2024-04")
    assert sequence.from_to(first, last) == span("2023-04/2024-04")
    assert sequence.from_to(last, first) == sequence.NO_SPAN
    assert sequence.ends(span("2023-04/2024-04")) == (first, last)
    assert sequence.ends(first) is None


@pytest.mark.parametrize(
    ("day", "change", "next_day"),
    [("2023-12-31", "2024", "2024-12-31"), ("2024-01-31", "2024-02", "2024-02-29"), ("2024-02-01", "2024-02", "")],
)
def test_the_change_of_a_year_leads_from_its_eve_to_its_last_day(day: str, change: str, next_day: str) -> None:
    assert sequence.between_days(span(day), span(change), onward=True).text == next_day
    if next_day:
        assert sequence.between_days(span(next_day), span(change), onward=False) == span(day)
        assert sequence.from_to(span(day), span(next_day)) == span(change)


def test_a_change_from_term_to_term_leads_to_a_term_as_long() -> None:
    change, earlier, later = span("2021-09/2022-12"), span("2021-09/2021-12"), span("2022-09/2022-12")
    assert sequence.at_other_end(later, change, onward=False) == earlier
    assert sequence.at_other_end(earlier, change, onward=True) == later
    assert sequence.at_other_end(later, change, onward=True) == sequence.NO_SPAN
    assert sequence.as_from_to(earlier, later) == change.text


def test_two_periods_that_adjoin_are_one_in_either_order() -> None:
    first, last = span("2024-01"), span("2024-02/2024-03")
    assert sequence.over_both(last, first) == sequence.over_both(first, last)
    assert sequence.over_both(first, last).text == "2024-01/2024-03"
    assert sequence.over_both(first, span("2024-03")) == sequence.NO_SPAN
