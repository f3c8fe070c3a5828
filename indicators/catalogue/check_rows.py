"""What the cells of one row must mean together: dates, qualifiers and bounds, printed words, references."""

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators.catalogue.check_cells import Column
from indicators.catalogue.problems import Problems
from indicators.columns import Mask, distinct_rows, distinct_texts, index_in
from indicators.measure import period
from indicators.measure.bounds import QUALIFIERS
from indicators.text import numerals
from indicators.text.sentences import quote

DATES = {"observations": ("period", "issued"), "documents": ("published", "accessed"), "statements": ("issued",)}
LINKS = {"observations": ("updates", "part_of"), "kinds": ("part_of",), "indicators": ("beside",)}

_REWRITTEN = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2}|\d{5}"  # 17/10/2024, 2024/10/17, 45582
    r"|(?:\d{1,2}-)?[A-Za-z]{3}-(?:\d{2}|\d{4})|\d{1,2}-[A-Za-z]{3}"  # 17-Oct-24, Oct-24, 17-Oct
)
"""A date as a spreadsheet shows it, or its number for the day."""
_FAULTS = {period.NOT_EDTF: "is not EDTF", period.BACKWARDS: "runs backwards"}
_EXPECTED = {
    period.NOT_EDTF: "a date or an interval in EDTF, such as 2024-09 or 2023-08/2024-01",
    period.BACKWARDS: "an interval that ends after it begins",
}
_AS_TEXT = "format the column as text, so that no spreadsheet rewrites its dates"


def check(
    columns: Mapping[str, Mapping[str, Column]],
    frames: Mapping[str, pd.DataFrame],
    keys: Mapping[str, pa.Array],
    dates: Mapping[tuple[str, str], pd.DataFrame],
    findings: Problems,
) -> None:
    """Applies these rules to every table that was read.

    `columns` has the cells of `frames` as the files have them, `keys` the ids of every table read whole, `dates` what
    `dates` makes of the frames.
    """
    for (table, column), read in dates.items():
        _dates(frames[table], table, column, read["fault"], findings)
    for table, links in LINKS.items():
        for column in links if table in keys else ():
            _circles(columns[table][column], keys[table], findings)
    if "observations" in frames:
        _qualifiers(columns["observations"], findings)
        _ends(columns["observations"], frames["observations"], findings)
        _printed(frames["observations"], findings)
        _same(frames["observations"], findings)


def dates(frames: Mapping[str, pd.DataFrame]) -> dict[tuple[str, str], pd.DataFrame]:
    """What `period.parse` reads in each of `distinct_texts` every column of dates, by table and column."""
    return {
        (table, column): period.parse(pd.Series(distinct_texts(frames[table][column])))
        for table, columns in DATES.items()
        for column in columns
        if table in frames
    }


def _dates(frame: pd.DataFrame, table: str, column: str, faults: pd.Series, findings: Problems) -> None:
    """A date is EDTF, and an interval ends after it begins."""
    faults = faults[faults != ""]
    wrong = pd.DataFrame({column: distinct_texts(frame[column])[faults.index].astype("str")})
    found = [f"{quote(text)}, which {_FAULTS[fault]}" for text, fault in zip(wrong[column], faults, strict=True)]
    expected = [_EXPECTED[fault] for fault in faults]
    advice = [_AS_TEXT if _REWRITTEN.fullmatch(text) else "" for text in wrong[column]]
    findings.add_each(table, frame, column, wrong, found, expected, advice)


def _circles(column: Column, ids: pa.Array, findings: Problems) -> None:
    """No row comes back to itself by way of the rows that the column refers to."""
    if len(ids) < len(column.codes):  # some are missing or stand twice
        return
    # Where each row leads, in steps of twice the length each time; the last place stands for nowhere.
    leads = np.append(column.spread(index_in(column.texts, ids), -1), -1)
    for _ in range(len(ids).bit_length()):
        if leads.max() < 0:
            return
        leads = leads[leads]
    circle = np.unique(leads[leads >= 0])
    found = [f"{quote(text)}, which leads back to this row" for text in column.cells.iloc[circle]]
    findings.add(column.table.name, circle, column.field.name, found, "a row that does not")


def _asked(qualifier: pd.Series) -> dict[str, Mask]:
    """The rows in which each column has a number, as their qualifiers say; an unknown one says nothing."""
    known, between, vague = (qualifier.isin(each).to_numpy() for each in (QUALIFIERS, ["between"], ["vague"]))
    return {
        "value": known & ~between & ~vague,
        "lower": between,
        "upper": between,
        "order_of_magnitude": vague,
    }


def _qualifiers(columns: Mapping[str, Column], findings: Problems) -> None:
    """The cells that a qualifier asks for are filled, and those that it excludes are empty."""
    qualifier = columns["qualifier"].cells
    known = qualifier.isin(QUALIFIERS).to_numpy()
    for name, asks in _asked(qualifier).items():
        column = columns[name]
        lacking = asks & ~column.filled
        expected = [f"a number, as the qualifier is {one}" for one in qualifier[lacking]]
        findings.add("observations", lacking, name, "an empty cell", expected)
        excess = known & ~asks & column.filled
        found = [quote(text) for text in column.cells[excess]]
        expected = [f"an empty cell, as the qualifier is {one}" for one in qualifier[excess]]
        findings.add("observations", excess, name, found, expected)


def _ends(columns: Mapping[str, Column], rows: pd.DataFrame, findings: Problems) -> None:
    """The lower end of a range is not above its upper end."""
    above = ((rows["qualifier"] == "between") & (rows["lower"] > rows["upper"])).to_numpy()
    ends = zip(*(columns[name].cells[above] for name in ("lower", "upper")), strict=True)
    found = [f"{quote(lower)}, which is above the upper end {quote(upper)}" for lower, upper in ends]
    findings.add("observations", above, "lower", found, "a lower end at or below it")


def _printed(rows: pd.DataFrame, findings: Problems) -> None:
    """The printed words hold the number, of a range both numbers."""
    asked = _asked(rows["qualifier"])
    for column, name in {"value": "the value", "lower": "the lower end", "upper": "the upper end"}.items():
        printed = rows.loc[asked[column], ["as_printed", column]].dropna()
        each = distinct_rows(printed[~numerals.hold_in_digits(printed["as_printed"], printed[column])])
        wrong = each[~numerals.hold(each["as_printed"], each[column])]
        found = [quote(text) for text in wrong["as_printed"]]
        expected = [f"words that hold {number:.15g}, {name}" for number in wrong[column]]
        findings.add_each("observations", rows, "as_printed", wrong, found, expected)


def _same(rows: pd.DataFrame, findings: Problems) -> None:
    """An observation that repeats another is not that other, and says on what ground."""
    filled, other = rows["same_as"].notna(), rows["same_as"].astype("str")
    itself = (filled & (other == rows["id"])).to_numpy()
    findings.add("observations", itself, "same_as", [quote(text) for text in other[itself]], "another row")
    lacking = (filled & rows["same_as_ground"].isna()).to_numpy()
    findings.add("observations", lacking, "same_as_ground", "an empty cell", "the ground for what same_as says")
