"""A workbook (.xlsx, Office Open XML) of tables: numbers and days are typed, all other cells are text.

XlsxWriter writes it row by row. A text is never a formula, whatever it begins with, and a spreadsheet rewrites no text
such as *2024-10*, which it takes for a day in a CSV.
"""

import gc
import io
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import pandas as pd

from indicators.errors import IndicatorsError
from indicators.markup import replace_unprintable

MOST_ROWS = 50_000
"""Maximum number of rows of a sheet; a workbook of so many takes half a minute to write."""

_MOST_LETTERS = 32_767
"""Maximum number of characters of a cell (ECMA-376)."""
_WIDTHS = (8, 48)
"""Least and greatest width of a column, in characters."""
_AT_ONCE = 1000
"""Rows that are taken from a table at once."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_YEAR = 1901
"""First year of which spreadsheets count the days right; an earlier day stays text."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A table with its name, the columns whose full dates are days, and the headings that are not names of columns.

    ``pieces`` gives its ``number`` of rows, so many at a time that few are in memory; it is called again where a file
    fails.
    """

    name: str
    number: int
    pieces: Callable[[], Iterable[pd.DataFrame]]
    days: Sequence[str] = ()
    headings: Mapping[str, str] = field(default_factory=dict)


def to_xlsx(sheets: Iterable[Sheet], *, title: str, created: date) -> bytes:
    """The sheets as a workbook: a header that stays in view, columns as wide as their text, the same bytes every time.

    Rows are kept in temporary files, or in memory where none can be written. Raises IndicatorsError where a sheet has
    more than MOST_ROWS rows, ModuleNotFoundError without XlsxWriter.
    """
    from xlsxwriter.exceptions import FileCreateError  # the library reads and checks catalogues without it

    sheets, file = list(sheets), io.BytesIO()
    try:
        with tempfile.TemporaryDirectory() as folder:
            return _book(file, sheets, title, created, {"constant_memory": True, "tmpdir": folder})
    except (OSError, FileCreateError):
        pass
    gc.collect()  # the archive that was begun ends itself in the file, which has to be there still
    del file
    return _book(io.BytesIO(), sheets, title, created, {"in_memory": True})


def _book(file: io.BytesIO, sheets: Sequence[Sheet], title: str, created: date, place: Mapping[str, object]) -> bytes:
    from xlsxwriter import Workbook

    book = Workbook(file, {**place, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime(created.year, created.month, created.day)})
    formats = {
        "header": book.add_format({"bold": True}),
        "text": book.add_format({"num_format": "@", "quote_prefix": True}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
    }
    for sheet in sheets:
        if sheet.number > MOST_ROWS:
            raise IndicatorsError(
                f"{sheet.number:,} rows are too many for a workbook, which has {MOST_ROWS:,} at most; "
                "choose less, or take the CSV"
            )
        _write(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return file.getvalue()


def _write(page: Any, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    """Writes a sheet row by row: XlsxWriter keeps one in memory, and the others in a temporary file."""
    page.freeze_panes(1, 1)
    longest: list[int] = []
    days: set[int] = set()
    for row, cells in enumerate(_rows(sheet)):
        if row == 0:
            days = {number for number, name in enumerate(cells) if name in sheet.days}
            headings = [sheet.headings.get(name, name) for name in cells]
            longest = [*map(len, headings)]
            page.write_row(0, 0, headings, formats["header"])
            continue
        for number, cell in enumerate(cells):
            if isinstance(cell, str):
                longest[number] = max(longest[number], len(cell))
                if number in days and _DAY.fullmatch(cell) and int(cell[:4]) >= _FIRST_YEAR:
                    page.write_datetime(row, number, datetime.fromisoformat(cell), formats["day"])
                else:
                    page.write_string(row, number, _fitting(cell), formats["text"])
            elif not pd.isna(cell):
                page.write_number(row, number, cell)
    for number, letters in enumerate(longest):
        page.set_column(number, number, min(max(letters + 2, _WIDTHS[0]), _WIDTHS[1]))


def _rows(sheet: Sheet) -> Iterator[tuple[Any, ...]]:
    """The names of the columns, and then the rows."""
    for number, piece in enumerate(sheet.pieces()):
        if number == 0:
            yield tuple(map(str, piece.columns))
        for start in range(0, len(piece), _AT_ONCE):
            part = piece.iloc[start : start + _AT_ONCE]
            yield from zip(*(column.tolist() for _, column in part.items()), strict=True)


def _fitting(text: str) -> str:
    """The text as a cell can hold it."""
    text = replace_unprintable(text)
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1]}…"
