"""A catalogue as a workbook (.xlsx) to edit in a spreadsheet, and back.

Each table is a sheet in which every cell is text, so that a spreadsheet rewrites neither *236,000* nor *2024-10*. Cells
with a closed list of values, and those that name a row of another table, have a list to choose from; a heading has the
meaning of its column as a note, and a cell that `check` refuses has the problem as one. `datapackage.json` and
`units.txt` are not in the workbook.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from indicators import whole_files
from indicators.catalogue import descriptor
from indicators.catalogue.drafts_folder import DRAFTS
from indicators.catalogue.schema import COLUMNS, Field, Table
from indicators.catalogue.workbook_pages import Page, pages_of
from indicators.errors import IndicatorsError, Problem
from indicators.measure.bounds import in_plain_digits
from indicators.text.sentences import in_quotes

_FREE_ROWS = 1000
"""Rows below the last one that are formatted for new ones."""
_MOST_LETTERS = 32_767
"""Maximum number of characters of a cell (ECMA-376)."""
_MOST_LETTERS_OF_A_LIST = 255
_WIDTHS = (10, 40)


def write_workbook(folder: Path, file: Path, problems: Iterable[Problem] = ()) -> None:
    """Writes the tables of the catalogue in `folder` as a workbook, with these problems as notes of its cells.

    Raises CatalogueError where the descriptor cannot be read, IndicatorsError where a file cannot be read or is too
    much for a spreadsheet, or the workbook cannot be written, and ModuleNotFoundError without XlsxWriter.
    """
    from xlsxwriter import Workbook  # the library reads and checks catalogues without it

    tables = descriptor.read(folder).tables
    content = io.BytesIO()
    as_text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = Workbook(content, {"in_memory": True, **as_text})
    text = book.add_format({"num_format": "@", "quote_prefix": True})
    formats = {"text": text, "header": book.add_format({"bold": True, "num_format": "@"})}
    found = list(problems)
    for page in pages_of(tables).values():
        path = folder / page.path
        if page.is_draft and not path.is_file():
            continue
        rows = _rows(path)
        notes = {(problem.line, problem.column): problem.message for problem in found if problem.file == page.path}
        notes |= page.questions(folder, rows)
        _write_sheet(book.add_worksheet(page.name), page, tables, rows, formats, notes)
    book.close()
    try:
        whole_files.write({file: content.getvalue()})
    except OSError as error:
        raise IndicatorsError(f"cannot write {in_quotes(str(file), whole=True)} ({error.strerror})") from None


def read_workbook(file: Path, folder: Path) -> list[str]:
    """Writes the sheets of a workbook over the tables of the catalogue in `folder`; returns the names of the tables.

    A table without a sheet stays as it is. A number is written in plain digits, a day as 2024-10-17. Nothing is written
    unless every sheet can be read. Raises CatalogueError where the descriptor cannot be read, IndicatorsError where the
    file is no workbook, a sheet or a heading is not one of the catalogue's or a heading is missing, or a table cannot
    be written, and ModuleNotFoundError without openpyxl.
    """
    from openpyxl import load_workbook

    pages = pages_of(descriptor.read(folder).tables)
    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (OSError, BadZipFile, KeyError, ValueError) as error:
        raise IndicatorsError(f"{in_quotes(str(file), whole=True)} is no workbook that can be read ({error})") from None
    unknown = [name for name in book.sheetnames if name not in pages]
    if unknown:
        raise IndicatorsError(
            f"the workbook has a sheet {in_quotes(unknown[0])}, which is no table; delete or rename it"
        )
    texts = {sheet.title: _table_text(pages[sheet.title], sheet.iter_rows(values_only=True)) for sheet in book}
    try:
        if any(pages[name].is_draft for name in texts):
            (folder / DRAFTS).mkdir(exist_ok=True)
        whole_files.write({folder / pages[name].path: text.encode() for name, text in texts.items()})
    except OSError as error:
        raise IndicatorsError(f"cannot write {in_quotes(str(error.filename), whole=True)} ({error.strerror})") from None
    return list(texts)


def _rows(path: Path) -> list[list[str]]:
    """The rows of a table with its header, as text."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise IndicatorsError(f"{path.name} cannot be read ({error}); `check` says where") from None


def _write_sheet(
    sheet: Any,
    page: Page,
    tables: Mapping[str, Table],
    rows: Sequence[Sequence[str]],
    formats: Mapping[str, Any],
    notes: Mapping[tuple[int | None, str | None], str],
) -> None:
    header, *body = rows or [list(page.columns)]
    last = len(body) + _FREE_ROWS
    sheet.freeze_panes(1, 1)
    for place, name in enumerate(header):
        cells = [row[place] if place < len(row) else "" for row in body]
        longest = max(map(len, [name, *cells]))
        if longest > _MOST_LETTERS:
            raise IndicatorsError(
                f"{page.path} has a cell of {longest:,} letters in {name}; a cell has {_MOST_LETTERS:,}"
            )
        sheet.set_column(place, place, min(max(longest + 2, _WIDTHS[0]), _WIDTHS[1]), formats["text"])
        sheet.write_string(0, place, name, formats["header"])
        field = page.columns.get(name)
        if field and field.description:
            sheet.write_comment(0, place, field.description, {"x_scale": 2})
        if field and (choice := _choice(field, tables)):
            sheet.data_validation(
                1, place, last, place, {"validate": "list", "source": choice, "error_type": "warning"}
            )
        for line, cell in enumerate(cells, start=2):
            if cell:
                sheet.write_string(line - 1, place, cell, formats["text"])
            if message := notes.get((line, name)):
                sheet.write_comment(line - 1, place, message, {"x_scale": 2, "visible": False})
    for (at_line, column), message in notes.items():
        if column not in header:
            sheet.write_comment(max((at_line or 1) - 1, 0), 0, message, {"x_scale": 2})


def _choice(field: Field, tables: Mapping[str, Table]) -> list[str] | str | None:
    """What a cell of this column is chosen from: values, or the cells of another sheet; None where it is open."""
    from xlsxwriter.utility import xl_col_to_name

    if field.type == "boolean":
        return [field.true[0], field.false[0]]
    if field.enum:
        return list(field.enum) if len(",".join(field.enum)) <= _MOST_LETTERS_OF_A_LIST else None
    if field.type == "string" and field.references and field.references != COLUMNS:
        target = tables[field.references]
        letter = xl_col_to_name(target.names.index(target.key))
        return f"='{target.name}'!${letter}$2:${letter}$20000"
    return None


def _table_text(page: Page, rows: Iterable[Sequence[Any]]) -> str:
    """A sheet as the CSV of its file."""
    cells = [[_text(cell) for cell in row] for row in rows]
    while cells and not any(cells[-1]):
        del cells[-1]
    width = max((number for row in cells for number, cell in enumerate(row, start=1) if cell), default=0)
    header = cells[0][:width] if cells else []
    missing = [name for name in page.columns if name not in header]
    if missing:
        raise IndicatorsError(f"the sheet {in_quotes(page.name)} has no heading {in_quotes(missing[0])}; put it back")
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(_padded(cells, width))
    return text.getvalue()


def _padded(rows: Iterable[Sequence[str]], width: int) -> Iterator[list[str]]:
    for row in rows:
        yield [*row[:width], *[""] * (width - len(row))]


def _text(cell: Any) -> str:
    """A cell as the catalogue has it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return in_plain_digits(float(cell))
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) == (0, 0, 0):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
