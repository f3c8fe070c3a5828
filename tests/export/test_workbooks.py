"""The workbook, the slim table and Parquet, read back by programs that are not ours."""

import io
import re
from datetime import datetime

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from indicators.catalogue.model import Catalogue
from indicators.errors import IndicatorsError
from indicators.export import derived_table, figure_columns, figure_table, parquet, slim_table, spreadsheet, workbooks
from indicators.export.spreadsheet import Sheet, to_xlsx
from indicators.figures.assumed import with_assumed
from indicators.figures.build import figures_of
from indicators.figures.quotable import quotable_lines
from indicators.figures.selection import Selection, select
from indicators.measure.period import NOT_STATED

EVERYTHING = Selection(record=True)


def sheets(content: bytes) -> dict[str, pd.DataFrame]:
    return pd.read_excel(io.BytesIO(content), sheet_name=None, engine="openpyxl")


def of_figures(catalogue: Catalogue, rows: pd.DataFrame) -> bytes:
    table = figure_table.table(catalogue, rows)
    return workbooks.workbook(catalogue, workbooks.FIGURES, lambda: [table.iloc[:1], table.iloc[1:]], rows)


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_a_workbook_holds_the_table_with_its_columns_caveats_and_sources(catalogue: Catalogue) -> None:
    rows = select(catalogue, EVERYTHING)
    table, address = figure_table.table(catalogue, rows), "https://example.org/data/figures.xlsx"
    contents = {workbooks.workbook(catalogue, workbooks.FIGURES, lambda: [table], rows, address) for _ in range(2)}
    (content,) = contents
    read = sheets(content)
    assert list(read) == ["Figures", "Columns", "Caveats", "Sources", "About"]
    assert list(read["Figures"].columns) == list(table.columns)
    for name in (*figure_columns.NUMBERS, *figure_columns.INTEGERS):
        assert read["Figures"][name].astype("float64").equals(table[name].astype("float64").reset_index(drop=True))
    assert list(read["Columns"]["column"]) == list(table.columns)
    used = {code for cell in table["caveats"].dropna() for code in str(cell).split(";")}
    assert set(read["Caveats"]["code"]) == used
    assert set(read["Sources"]["id"]) == {*table["source"].dropna(), *table["counted_by"].dropna()}
    assert "https://example.org/data/figures.xlsx" in set(read["About"]["text"])


def test_a_full_date_is_a_day_and_everything_less_is_text(shipped: Catalogue) -> None:
    rows = shipped.rows("containers-2024-08", "uk-daily-2024-09", "us-containers-2024-02")
    page = openpyxl.load_workbook(io.BytesIO(of_figures(shipped, rows)))["Figures"]
    names = [cell.value for cell in page[1]]
    issued, start = (
        {row[0].value: row[names.index(name)] for row in page.iter_rows(min_row=2)}
        for name in ("issued", "issued_start")
    )
    assert issued["containers-2024-08"].value == "2024-08"
    assert issued["containers-2024-08"].number_format == "@"
    assert issued["us-containers-2024-02"].value == start["us-containers-2024-02"].value == datetime(2024, 2, 23)
    assert page.freeze_panes == "B2"


def test_the_heading_of_a_number_has_the_unit_that_all_rows_share(shipped: Catalogue) -> None:
    rows = shipped.rows("containers-2024-08", "containers-2024-03")
    assert "value (containers)" in sheets(of_figures(shipped, rows))["Figures"]


def test_no_text_of_a_catalogue_is_a_formula_a_link_or_too_long_in_a_workbook() -> None:
    texts = ["=1+1", "+1", "@SUM(A1)", "2024-10", "00123", "https://example.org", "a\u202eb", "x" * 40_000, None]
    table = pd.DataFrame({"text": pd.Series(texts, dtype="str")})
    sheet = Sheet(name="Texts", number=len(table), pieces=lambda: [table])
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([sheet], title="T", created=datetime(2024, 1, 2))))
    cells = [row[0] for row in book["Texts"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells[:7]] == [*texts[:6], "a\ufffdb"]
    assert {cell.data_type for cell in cells[:8]} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    assert len(cells[7].value) == 32_767


def test_more_rows_than_a_workbook_holds_are_refused_in_words() -> None:
    table = pd.DataFrame({"number": range(spreadsheet.MOST_ROWS + 1)})
    sheet = Sheet(name="Many", number=len(table), pieces=lambda: [table])
    with pytest.raises(IndicatorsError, match="50,001 rows are too many for a workbook, which has 50,000 at most"):
        to_xlsx([sheet], title="T", created=datetime(2024, 1, 2))


def test_what_follows_is_a_workbook_too(shipped: Catalogue) -> None:
    rows = shipped.rows("munitions-shipped")
    table = derived_table.table(shipped, rows)
    read = sheets(workbooks.workbook(shipped, workbooks.DERIVED, lambda: [table], rows))["Derived figures"]
    assert "munitions-per-month" in set(read["id"])
    assert read["working"].notna().all()


@pytest.mark.parametrize("catalogue", ["shipped", "wards", "jobs", "infections"], indirect=True)
def test_the_slim_table_has_each_figure_in_the_words_of_its_card(catalogue: Catalogue) -> None:
    rows = select(catalogue, EVERYTHING)
    table = slim_table.slim(catalogue, rows, "https://example.org/figures?figure=")
    figures = figures_of(catalogue, rows)
    assert list(table.columns) == list(slim_table.COLUMNS)
    assert list(table["figure"]) == [figure.phrase for figure in figures]
    assert list(table["title"]) == [figure.title for figure in figures]
    for figure, line in zip(figures, table["quote"], strict=True):
        # Up to the number, or to the time, which of a revision stands before the number.
        number = figure.number.removeprefix("a fall of ").removeprefix("revised ")
        told_before = re.split(f"{number}| in [A-Z]| from [A-Z]", quotable_lines(catalogue, figure.id).short)[0]
        assert line.startswith(told_before)
        assert number in line.partition(" Status: ")[0]
        told = [
            f"Status: {figure.status}.",
            f"Printed in: {figure.publication}.",
            *(f"Caveat: {caveat.text}" for caveat in figure.caveats[:1]),
        ]
        for name in ("period", "issued"):
            words = getattr(figure, name)
            dated = words if words == NOT_STATED else with_assumed(words, figure.inferred, name)
            told.append(f"{name.capitalize()}: {dated}.")
        assert [text for text in told if text not in line] == []
        assert ("an earlier figure" in line) == bool(figure.update_words)
        assert line.endswith(f" https://example.org/figures?figure={figure.id}")
    firsts = [figure.caveats[0].text if figure.caveats else None for figure in figures]
    assert [None if pd.isna(text) else text for text in table["first_caveat"]] == firsts
    assert table["link"].iloc[0] == f"https://example.org/figures?figure={figures[0].id}"


def test_parquet_says_what_each_column_holds(shipped: Catalogue, wards: Catalogue) -> None:
    read = pq.read_table(io.BytesIO(parquet.figures(shipped, select(shipped, EVERYTHING))))
    table = figure_table.table(shipped, select(shipped, EVERYTHING))
    assert read.column_names == list(table.columns)
    for name in read.column_names:
        assert read.schema.field(name).metadata[b"description"].decode() == figure_columns.COLUMNS[name]
    assert read.schema.field("value").metadata[b"unit"] == b"as unit says"
    assert read["value"].to_pandas().equals(table["value"].reset_index(drop=True))
    started = [None if day is None else day.isoformat() for day in read["period_start"].to_pylist()]
    assert started == [None if pd.isna(day) else day for day in table["period_start"]]
    # A column has one type whatever the selection holds.
    none = pq.read_table(io.BytesIO(parquet.figures(wards, wards.figures[:0])))
    assert none.schema.field("value").type == read.schema.field("value").type
    assert none.schema.field("relayed_by").type == read.schema.field("relayed_by").type
