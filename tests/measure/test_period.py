"""Which days a period covers, which texts are none, and how a period is written.

The `edtf` package is the judge wherever it and this library read the same things. It is not asked where it
is known to differ: it gives an unknown end a date ten years off, lets an interval run backwards, takes 29
February in any year and space before a date, and reads seasons and years before 0001, not supported here.
"""

import calendar
from typing import Any

import edtf
import pandas as pd
import pytest
from edtf.parser.parser_classes import Date, Interval, Level1Interval, UncertainOrApproximate
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indicators.errors import IndicatorsError
from indicators.measure import edtf as grammar
from indicators.measure.period import NOT_EDTF, UNSUPPORTED, parse, when, words
from indicators.measure.span import Span
from tests.support.effort import examples

DATES = ("start_first", "start_last", "end_first", "end_last")

years = st.integers(0, 9999).map("{:04d}".format)
months = st.integers(0, 14).map("{:02d}".format)
days = st.integers(0, 32).map("{:02d}".format)
marks = st.sampled_from(["", "", "", "?", "~", "%"])
dates = st.one_of(years, st.tuples(years, months).map("-".join), st.tuples(years, months, days).map("-".join))
marked = st.tuples(dates, marks).map("".join)
ends = st.one_of(marked, st.sampled_from(["", ".."]))
texts = st.one_of(marked, st.tuples(ends, ends).map("/".join), st.text("0123-/.?~%", max_size=12))


def read(text: str) -> dict[str, Any]:
    """The one row a text gives, its dates as text and NaT as nothing."""
    row = parse(pd.Series([text])).iloc[0].to_dict()
    return row | {name: "" if pd.isna(row[name]) else str(row[name])[:10] for name in DATES}


def covered(text: str) -> tuple[str, ...]:
    row = read(text)
    assert row["fault"] == ""
    return tuple(row[name] for name in DATES)


def judged(text: str) -> Any:
    """The text as the edtf package reads it, None where it does not or reads what is not asked for here."""
    try:
        period = edtf.parse_edtf(text)
    except (edtf.EDTFParseException, TypeError):
        return None
    if any(end.startswith(("-", "0000")) for end in text.split("/")):
        return None
    return period if type(period) in (Date, UncertainOrApproximate, Interval, Level1Interval) else None


def day(moment: Any) -> str:
    return "{:04d}-{:02d}-{:02d}".format(*moment[:3])


def has_a_false_29_february(text: str) -> bool:
    return any(end[4:10] == "-02-29" and not calendar.isleap(int(end[:4])) for end in text.split("/") if len(end) >= 10)


@settings(max_examples=examples(60), deadline=None)
@given(texts)
@example("2024-02-29/2024-03")
@example("2024-09/2024-09-05")
@example("0000")
@example("../..")
@example("/..")
@example("../")
@example("/")
def test_the_edtf_package_agrees_on_what_is_a_period_and_on_its_first_and_last_day(text: str) -> None:
    row = read(text)
    period = judged(text)
    if not text or has_a_false_29_february(text):
        return
    assert (row["fault"] not in (NOT_EDTF, UNSUPPORTED)) == (period is not None)
    if period is None:
        return
    if row["start"] == "stated":
        assert row["start_first"] == day(period.lower_strict())
    if row["end"] == "stated":
        assert row["end_last"] == day(period.upper_strict())
    if row["start"] == row["end"] == "stated":
        assert (row["fault"] == "runs backwards") == (period.upper_strict() < period.lower_strict())


@pytest.mark.parametrize("text", ["2023-02-29", "1900-02-29/..", " 2024"])
def test_what_the_edtf_package_reads_and_is_not_edtf(text: str) -> None:
    assert edtf.parse_edtf(text) is not None
    assert read(text)["fault"] == NOT_EDTF


@pytest.mark.parametrize(
    "text",
    [
        "0000", "0000-01-01/2024", "-0043", "-2024", "-0043-03-15", "Y17000", "Y-17E7", "1950S2",
        "2024-21", "2024-24~", "2024-21/2024-22", "2024-33", "199X", "19XX", "XXXX", "2024-1X", "2024-XX",
        "2024-06-XX", "2024-XX-XX", "156X-12-25", "2024-10-3X", "2024-10-17T10:00:00Z", "2024-10-17T23:30:00+05:30",
        "?2024-10", "2024?-10-17", "2024-10-~17", "[1667,1668,1670..1672]", "[..1760-12-03]", "{1960,1961-12}",
        "199X/2024", "2024-04-XX/2024-06",
    ],
)  # fmt: skip
def test_edtf_that_is_not_supported_is_not_called_wrong(text: str) -> None:
    assert grammar.is_valid(text)
    assert read(text)["fault"] == UNSUPPORTED
    with pytest.raises(IndicatorsError, match="is valid EDTF that this program does not support"):
        words(text)


@pytest.mark.parametrize(
    "text",
    [
        "-0043-13", "2023-02-29T10:00:00", "2024-10-17T25:00:00", "2024-10-17T10", "2024-21-05", "2024-42", "2024-20",
        "-0001-02-29", "20X4X", "[2024", "[]", "[2024,]", "{2024-13}", "Y2024", "-43", "199x", "2024-10-4X",
        "2024-XX-32", "[..]", "2024--10", "٢٠٢٤-21",
    ],
)  # fmt: skip
def test_what_no_level_of_edtf_knows_is_not_edtf(text: str) -> None:
    assert read(text)["fault"] == NOT_EDTF


@given(texts)
def test_whatever_is_read_is_valid_edtf(text: str) -> None:
    if text and read(text)["fault"] not in (NOT_EDTF, UNSUPPORTED):
        assert grammar.is_valid(text)


def test_an_unknown_end_stays_unknown_where_the_edtf_package_pads_ten_years() -> None:
    assert day(edtf.parse_edtf("2024/").upper_strict()) == "2034-01-01"
    assert read("2024/")["end_last"] == ""


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024", ("2024-01-01", "2024-01-01", "2024-12-31", "2024-12-31")),
        ("2024-09", ("2024-09-01", "2024-09-01", "2024-09-30", "2024-09-30")),
        ("2024-02", ("2024-02-01", "2024-02-01", "2024-02-29", "2024-02-29")),
        ("2024-10-17", ("2024-10-17", "2024-10-17", "2024-10-17", "2024-10-17")),
        ("2024-12~", ("2024-12-01", "2024-12-01", "2024-12-31", "2024-12-31")),
        ("2023-08/2024-01", ("2023-08-01", "2023-08-31", "2024-01-01", "2024-01-31")),
        ("2023/2024-01-05", ("2023-01-01", "2023-12-31", "2024-01-05", "2024-01-05")),
        ("2024-09/2024-09-05", ("2024-09-01", "2024-09-30", "2024-09-05", "2024-09-05")),
        ("1953/", ("1953-01-01", "1953-12-31", "", "")),
        ("/2024-10", ("", "", "2024-10-01", "2024-10-31")),
        ("2024-06/..", ("2024-06-01", "2024-06-30", "", "")),
        ("../..", ("", "", "", "")),
        ("0001/9999", ("0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31")),
        ("0987-02", ("0987-02-01", "0987-02-01", "0987-02-28", "0987-02-28")),
        ("", ("", "", "", "")),
    ],
)
def test_days_worked_by_hand(text: str, days: tuple[str, ...]) -> None:
    assert covered(text) == days


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", "stated", "stated"),
        ("2024/2025", "stated", "stated"),
        ("2024/", "stated", "unknown"),
        ("/2024", "unknown", "stated"),
        ("2024/..", "stated", "open"),
        ("../2024", "open", "stated"),
        ("../..", "open", "open"),
        ("", "", ""),
        ("2024-13", "", ""),
    ],
)
def test_an_end_is_stated_unknown_or_open(text: str, start: str, end: str) -> None:
    row = read(text)
    assert (row["start"], row["end"]) == (start, end)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2024", False, False),
        ("2024?", True, False),
        ("2024-09~", False, True),
        ("2024-09-17%", True, True),
        ("2024?/2025", True, False),
        ("2024/2025~", False, True),
        ("2024?/2025~", True, True),
        ("2024-02-30%", False, False),
    ],
)
def test_a_mark_on_any_part_is_told(text: str, uncertain: bool, approximate: bool) -> None:
    row = read(text)
    assert (row["uncertain"], row["approximate"]) == (uncertain, approximate)


@pytest.mark.parametrize(
    "text",
    [
        "September 2024",
        "2024-9",
        "2024-00",
        "2024-13",
        "2024-01-00",
        "2024-04-31",
        "20242025",
        "2024-09-17T10:00",
        "2024/2025/2026",
        "2024??",
        "2024 ",
        "2024\n",
        "٢٠٢٤",
        "/",
        "..",
        "/..",
        "../",
        "..?/2024",
        "nan",
    ],
)
def test_any_other_text_is_not_edtf(text: str) -> None:
    assert read(text)["fault"] == "not EDTF"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2024/2023", "runs backwards"),
        ("2024-02/2024-01", "runs backwards"),
        ("2024-09-06/2024-09-05", "runs backwards"),
        ("2024-09/2024-08-31", "runs backwards"),
        ("2024-09/2024-09-01", ""),
        ("2024/2024-01", ""),
        ("2024/..", ""),
    ],
)
def test_an_interval_runs_backwards_when_it_ends_before_it_can_begin(text: str, fault: str) -> None:
    assert read(text)["fault"] == fault


def test_rows_keep_their_order_and_index_and_blanks_are_no_fault() -> None:
    frame = parse(pd.Series(["2024", None, "x", "2024", ""], index=[9, 8, 7, 6, 5]))
    expected = pd.DataFrame(
        {
            "start_first": pd.to_datetime(["2024-01-01", None, None, "2024-01-01", None]).as_unit("s"),
            "start_last": pd.to_datetime(["2024-01-01", None, None, "2024-01-01", None]).as_unit("s"),
            "end_first": pd.to_datetime(["2024-12-31", None, None, "2024-12-31", None]).as_unit("s"),
            "end_last": pd.to_datetime(["2024-12-31", None, None, "2024-12-31", None]).as_unit("s"),
            "start": ["stated", "", "", "stated", ""],
            "end": ["stated", "", "", "stated", ""],
            "approximate": [False] * 5,
            "uncertain": [False] * 5,
            "fault": ["", "", "not EDTF", "", ""],
        },
        index=[9, 8, 7, 6, 5],
    )
    pd.testing.assert_frame_equal(frame, expected)


@pytest.mark.parametrize("dtype", ["str", "object", "category", "float"])
def test_a_column_without_texts_has_the_same_columns(dtype: str) -> None:
    empty = parse(pd.Series([], dtype=dtype))
    pd.testing.assert_frame_equal(empty, parse(pd.Series(["2024"])).iloc[:0], check_index_type=False)


@given(st.lists(texts, min_size=1, max_size=30))
def test_a_text_gives_the_same_row_wherever_it_stands(column: list[str]) -> None:
    frame = parse(pd.Series(column))
    last = parse(pd.Series(column[-1:]))
    pd.testing.assert_frame_equal(frame.iloc[-1:].reset_index(drop=True), last)


@given(texts)
def test_the_days_of_a_period_are_in_order(text: str) -> None:
    row = parse(pd.Series([text])).iloc[0]
    assert pd.isna(row["start_first"]) == (row["start"] != "stated")
    assert pd.isna(row["end_last"]) == (row["end"] != "stated")
    if row["start"] == "stated":
        assert row["start_first"] <= row["start_last"]
    if row["end"] == "stated":
        assert row["end_first"] <= row["end_last"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2023-08/2024-01", "August 2023 to January 2024"),
        ("2024-09", "September 2024"),
        ("2024-10-17", "17 October 2024"),
        ("2024-10-07", "7 October 2024"),
        ("1953", "1953"),
        ("/2024-10", "up to October 2024, its start not stated"),
        ("../2024-10", "up to October 2024, its start open"),
        ("1953/", "from 1953, its end not stated"),
        ("2024-06/..", "from June 2024, its end open"),
        ("../..", "open at both ends"),
        ("2024?", "2024 (uncertain)"),
        ("2024-09~", "September 2024 (approximate)"),
        ("2024-09%", "September 2024 (uncertain and approximate)"),
        ("2023-08?/2024-01", "from possibly August 2023 to January 2024"),
        ("2022-06~/2024-08", "from about June 2022 to August 2024"),
        ("2023-08/2024-01~", "August 2023 to about January 2024"),
        ("/2024-01%", "up to possibly about January 2024, its start not stated"),
        ("0987-03-01", "1 March AD 987"),
        ("0001/0043", "AD 1 to AD 43"),
        ("", "not stated"),
    ],
)
def test_a_period_is_written_for_people(text: str, written: str) -> None:
    assert words(text) == written


def test_a_text_that_is_no_period_is_not_written() -> None:
    with pytest.raises(IndicatorsError) as raised:
        words("autumn")
    assert str(raised.value) == 'the period "autumn" is not EDTF'


@given(texts)
def test_every_period_without_fault_is_written(text: str) -> None:
    if read(text)["fault"] not in (NOT_EDTF, UNSUPPORTED):
        assert words(text)
        assert not text or words(text) in when(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024-10-17", "on 17 October 2024"),
        ("2024-10-17~", "on 17 October 2024 (approximate)"),
        ("2024-09", "in September 2024"),
        ("0987", "in AD 987"),
        ("2024-10-13/2024-10-17", "in the period 13 October 2024 to 17 October 2024"),
        ("2024-06/..", "in the period from June 2024, its end open"),
    ],
)
def test_a_date_takes_its_preposition(text: str, written: str) -> None:
    assert when(text) == written


def span(text: str) -> Span:
    days = parse(pd.Series([text])).iloc[0]
    return Span(**{name: days[name] for name in ("start_first", "start_last", "end_first", "end_last")}, text=text)


@pytest.mark.parametrize(
    ("vague", "exact", "date", "expected"),
    [
        ("2024-03", "2024-03-18", True, True),
        ("2024", "2024-03", True, True),
        ("2024-03", "2024-03", True, False),
        ("2024-03", "2024-04-18", True, False),
        ("2024-03", "2024-03-18", False, False),  # a whole month is another period than one of its days
        ("2023-08/2024-01", "2023-08-08/2024-01-15", False, True),
        ("2023-08/2024-01", "2023-09/2024-01", False, False),
        ("/2024-10", "2022-02/2024-10", False, True),
        ("/2024-10", "2022-02/2024-09", False, False),
        ("../2024-10", "2022-02/2024-10", False, False),
        ("2024-03~", "2024-03", True, True),
        ("", "2024-03", True, False),
    ],
)
def test_a_date_that_contains_another_says_the_same_less_exactly(
    vague: str, exact: str, date: bool, expected: bool
) -> None:
    assert span(vague).is_less_exact(span(exact), date=date) is expected
    assert not span(exact).is_less_exact(span(vague), date=date)
