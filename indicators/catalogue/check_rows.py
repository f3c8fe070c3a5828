"""Checks the cells of each row against one another: dates, qualifiers and bounds, printed words, references."""

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators.catalogue.column_cells import ColumnCells
from indicators.catalogue.problems import Problems
from indicators.columns import Mask, distinct_rows, distinct_texts, index_in
from indicators.errors import did_you_mean
from indicators.measure import period
from indicators.measure.bounds import QUALIFIERS
from indicators.text import numerals
from indicators.text.search import find
from indicators.text.sentences import in_quotes
from indicators.text.vocabulary import ANY_MONTH

DATES = {
    "observations": ("period", "issued"),
    "documents": ("published", "issued", "period", "accessed"),
    "statements": ("period", "issued"),
}
"""Columns of dates, by table."""
LINKS = {
    "observations": ("updates", "part_of", "same_as"),
    "kinds": ("part_of",),
    "indicators": ("beside", "share_of", "change_of", "part_of"),
    "groups": ("part_of",),
}
"""Columns that refer to rows of their own table, by table."""

_REWRITTEN = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2}|\d{5}"  # 17/10/2024, 2024/10/17, 45582
    r"|(?:\d{1,2}-)?[A-Za-z]{3}-(?:\d{2}|\d{4})|\d{1,2}-[A-Za-z]{3}"  # 17-Oct-24, Oct-24, 17-Oct
)
"""A date as a spreadsheet shows it, or the number of the day that it stores."""
_FAULTS = {
    period.NOT_EDTF: "is not EDTF",
    period.UNSUPPORTED: "is valid EDTF that this program does not support",
    period.BACKWARDS: "runs backwards",
}
_EXPECTED = {
    period.NOT_EDTF: "a date or an interval in EDTF, such as 2024-09 or 2023-08/2024-01",
    period.UNSUPPORTED: (
        "a year from 0001 to 9999, a month or a day, with ?, ~ or % at its end, or an interval of two, such as "
        "2024-03/2024-05 for a season or 1990/1999 for 199X"
    ),
    period.BACKWARDS: "an interval that ends after it begins",
}
_TWO_YEARS = re.compile(r"(?:FY|SY|AY)\s?\d{4}(?:[/-]\d{2,4})?|\d{2}(?P<first>\d{2})[/-](?:\d{2})?(?P<next>\d{2})")
"""A school or fiscal year as it is printed, if the second year follows the first: FY2023, 2022/23, 2022-2023."""
_MONTH_IN_WORDS = re.compile(rf"(?:{ANY_MONTH}).*\d{{4}}")
_AS_MONTHS = "give a school or fiscal year by its first and its last month, such as 2022-09/2023-08"
_AS_TEXT = "format the column as text, so that no spreadsheet rewrites its dates"


def check(
    columns: Mapping[str, Mapping[str, ColumnCells]],
    frames: Mapping[str, pd.DataFrame],
    keys: Mapping[str, pa.Array],
    dates: Mapping[tuple[str, str], pd.DataFrame],
    problems: Problems,
) -> None:
    """Adds the problems of every table in `frames`.

    `columns` has the texts of the same cells, `keys` the ids of each table whose rows were all read, `dates` the result
    of `parse_dates`.
    """
    for (table, column), parsed in dates.items():
        _check_dates(frames[table], table, column, parsed["fault"], problems)
    for table, links in LINKS.items():
        for column in links if table in keys else ():
            _check_circles(columns[table][column], keys[table], problems)
    if "observations" in frames:
        _check_qualifiers(columns["observations"], problems)
        _check_ends(columns["observations"], frames["observations"], problems)
        _check_printed_words(frames["observations"], problems)
        _check_same_as(frames["observations"], problems)


def parse_dates(frames: Mapping[str, pd.DataFrame]) -> dict[tuple[str, str], pd.DataFrame]:
    """The result of `period.parse` for the distinct texts of each column of DATES, by table and column."""
    return {
        (table, column): period.parse(pd.Series(distinct_texts(frames[table][column])))
        for table, columns in DATES.items()
        for column in columns
        if table in frames
    }


def _check_dates(frame: pd.DataFrame, table: str, column: str, faults: pd.Series, problems: Problems) -> None:
    """Reports dates that are not EDTF, and intervals that end before they begin."""
    faults = faults[faults != ""]
    wrong = pd.DataFrame({column: distinct_texts(frame[column])[faults.index].astype("str")})
    found = [f"{in_quotes(text)}, which {_FAULTS[fault]}" for text, fault in zip(wrong[column], faults, strict=True)]
    expected = [_EXPECTED[fault] for fault in faults]
    advice = list(map(_advice_on, wrong[column]))
    problems.add_each(table, frame, column, wrong, found, expected, advice)


def _advice_on(text: str) -> str:
    """What to do about a text that is no date: what a spreadsheet rewrote, a school year, a month in words."""
    if _REWRITTEN.fullmatch(text):
        return _AS_TEXT
    years = _TWO_YEARS.fullmatch(text)
    if years is None:
        found = find(text) if _MONTH_IN_WORDS.search(text) else ()
        return did_you_mean(found[0].dates) if len(found) == 1 and len(found[0].dates) == 1 else ""
    following = not years["first"] or (int(years["first"]) + 1) % 100 == int(years["next"])
    return _AS_MONTHS if following else ""


def _check_circles(column: ColumnCells, ids: pa.Array, problems: Problems) -> None:
    """Reports rows that refer to themselves, directly or by way of other rows."""
    if len(ids) < len(column.codes):  # an id is missing or stands twice
        return
    # The row to which each row refers, then the row twice as many steps away, and so on; the last element is "none".
    leads = np.append(column.by_row(index_in(column.texts, ids), -1), -1)
    for _ in range(len(ids).bit_length()):
        if leads.max() < 0:
            return
        leads = leads[leads]
    circle = np.unique(leads[leads >= 0])
    found = [f"{in_quotes(text)}, which leads back to this row" for text in column.cells.iloc[circle]]
    problems.add(column.table.name, circle, column.field.name, found, "a row that does not")


def _rows_with_number(qualifier: pd.Series) -> dict[str, Mask]:
    """For each column of numbers the rows whose qualifier needs a number there; none for an unknown qualifier."""
    known, between, vague = (qualifier.isin(values).to_numpy() for values in (QUALIFIERS, ["between"], ["vague"]))
    return {
        "value": known & ~between & ~vague,
        "lower": between,
        "upper": between,
        "order_of_magnitude": vague,
    }


def _check_qualifiers(columns: Mapping[str, ColumnCells], problems: Problems) -> None:
    """Reports empty cells that a qualifier needs, and filled cells that it rules out."""
    qualifier = columns["qualifier"].cells
    known = qualifier.isin(QUALIFIERS).to_numpy()
    for name, needed in _rows_with_number(qualifier).items():
        column = columns[name]
        lacking = needed & ~column.filled
        expected = [f"a number, as the qualifier is {value}" for value in qualifier[lacking]]
        problems.add("observations", lacking, name, "an empty cell", expected)
        excess = known & ~needed & column.filled
        found = [in_quotes(text) for text in column.cells[excess]]
        expected = [f"an empty cell, as the qualifier is {value}" for value in qualifier[excess]]
        problems.add("observations", excess, name, found, expected)


def _check_ends(columns: Mapping[str, ColumnCells], rows: pd.DataFrame, problems: Problems) -> None:
    """Reports ranges whose lower end is above their upper end."""
    above = ((rows["qualifier"] == "between") & (rows["lower"] > rows["upper"])).to_numpy()
    ends = zip(*(columns[name].cells[above] for name in ("lower", "upper")), strict=True)
    found = [f"{in_quotes(lower)}, which is above the upper end {in_quotes(upper)}" for lower, upper in ends]
    problems.add("observations", above, "lower", found, "a lower end at or below it")


def _check_printed_words(rows: pd.DataFrame, problems: Problems) -> None:
    """Reports printed words without the number, or without one of the two numbers of a range."""
    needed = _rows_with_number(rows["qualifier"])
    for column, name in {"value": "the value", "lower": "the lower end", "upper": "the upper end"}.items():
        printed = rows.loc[needed[column], ["as_printed", column]].dropna()
        wrong = distinct_rows(printed[~numerals.hold(printed["as_printed"], printed[column])])
        found = [in_quotes(text) for text in wrong["as_printed"]]
        expected = [f"words that hold {number:.15g}, {name}" for number in wrong[column]]
        problems.add_each("observations", rows, "as_printed", wrong, found, expected)


def _check_same_as(rows: pd.DataFrame, problems: Problems) -> None:
    """Reports publications said to be the same as another without a ground."""
    lacking = (rows["same_as"].notna() & rows["same_as_ground"].isna()).to_numpy()
    problems.add("observations", lacking, "same_as_ground", "an empty cell", "the ground for what same_as says")
