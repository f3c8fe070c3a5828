"""The workbooks of the downloads: a table of figures, and beside it what its columns, caveats and sources say."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.export import dictionary, figure_columns
from indicators.export.spreadsheet import Sheet, to_xlsx
from indicators.figures.citation import cite_catalogue

_DAYS = ("period", "issued", "published", *figure_columns.DAYS)
"""Columns whose full dates are days; a month or an interval stays text."""
_IN_UNIT = {"value": "unit_label", "lower": "unit_label", "upper": "unit_label"} | {
    f"converted_{name}": "converted_unit_label" for name in ("value", "lower", "upper")
}
"""Columns of numbers, each with the column that has their unit in words."""
_SOURCE = ("id", "name", "kind", "named", "country", "stake", "party", "description")


FIGURES, DERIVED = "Figures", "Derived figures"
"""Names of the sheet of a workbook that has the table."""

COLUMNS = ("caveats", "source", "root", "unit")
"""The columns of the rows from which the other sheets are made."""


def workbook(
    catalogue: Catalogue,
    name: str,
    pieces: Callable[[], Iterable[pd.DataFrame]],
    rows: pd.DataFrame,
    address: str = "",
) -> bytes:
    """A table of the rows, or of what follows from them, as a workbook; raises IndicatorsError where it is too long.

    ``pieces`` gives the table piece by piece, that of what follows in one; ``rows`` need only have what COLUMNS names.
    """
    first = next(iter(pieces()))
    codes = {
        code for cell in rows["caveats"].dropna().unique() for code in catalogue.items(cell, "observations", "caveats")
    }
    sources = {source for column in ("source", "root") for source in rows[column].dropna().unique()}
    about = {
        "title": catalogue.descriptor.title,
        "description": catalogue.descriptor.description,
        "citation": cite_catalogue(catalogue),
        "licence": catalogue.descriptor.licence,
        "address": address,
    }
    columns = dictionary.columns_of(catalogue.descriptor, map(str, first.columns))
    printed = name == FIGURES
    headings = _headings(first) if not printed or rows["unit"].nunique() == 1 else {}
    number = len(rows if printed else first)
    sheets = [
        Sheet(name=name, number=number, pieces=pieces, headings=headings, days=_DAYS),
        _sheet("Columns", ("column", "meaning"), [(column.name, column.description) for column in columns]),
        _table("Caveats", catalogue.caveats, sorted(codes), ("code", "text", "origin")),
        _table("Sources", catalogue.sources, sorted(sources), _SOURCE),
        _sheet("About", ("what", "text"), [(what, text) for what, text in about.items() if text]),
    ]
    created = catalogue.descriptor.created
    return to_xlsx(
        sheets, title=catalogue.descriptor.title, created=date.fromisoformat(created) if created else date(2000, 1, 1)
    )


def _headings(table: pd.DataFrame) -> dict[str, str]:
    """The names of numeric columns with their unit, where all rows have the same."""
    units = {name: table[unit].dropna().unique() for name, unit in _IN_UNIT.items() if {name, unit} <= {*table}}
    return {name: f"{name} ({labels[0]})" for name, labels in units.items() if len(labels) == 1}


def _sheet(name: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Sheet:
    frame = pd.DataFrame(rows, columns=list(columns))
    return Sheet(name=name, number=len(frame), pieces=lambda: [frame])


def _table(name: str, table: pd.DataFrame, ids: Sequence[str], columns: Sequence[str]) -> Sheet:
    """The rows of a table of the catalogue with these ids; flags are *yes* or *no*."""
    rows = table.loc[list(ids), list(columns)]
    flags = {str(name): cells.map({True: "yes", False: "no"}) for name, cells in rows.items() if cells.dtype == bool}
    frame = rows.assign(**flags)
    return Sheet(name=name, number=len(frame), pieces=lambda: [frame])
