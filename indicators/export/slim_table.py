"""The table of figures in few columns, for those who read it in a spreadsheet; `figure_table` has all columns."""

import math
from collections.abc import Mapping
from functools import partial
from urllib.parse import quote

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import look_up, map_distinct
from indicators.export import figure_columns, figure_table
from indicators.figures.citation import publication
from indicators.measure import bounds, period
from indicators.measure.period import NOT_STATED
from indicators.measure.units import SYSTEMS

COLUMNS: Mapping[str, str] = {
    "id": figure_columns.COLUMNS["id"],
    "figure": "The number with its bound and unit in words; for a vague magnitude the printed words.",
    "value": figure_columns.COLUMNS["value"],
    "lower": figure_columns.COLUMNS["lower"],
    "upper": figure_columns.COLUMNS["upper"],
    "unit_label": figure_columns.COLUMNS["unit_label"],
    "title": figure_columns.COLUMNS["title"],
    "definition": figure_columns.COLUMNS["definition"],
    "source_name": figure_columns.COLUMNS["source_name"],
    "printed_in": "The document in a few words: its authors, publisher and date of publication.",
    "period_in_words": "What the value covers.",
    "issued_in_words": "When it was said.",
    "status": figure_columns.COLUMNS["status"],
    "first_caveat": "The caveat that matters most, in words; figures with more have them in the full table.",
    "link": "Address of the figure in the dashboard, with everything that is recorded of it.",
}
"""The columns in order, each with its meaning."""


def slim(catalogue: Catalogue, rows: pd.DataFrame, address: str, system: str = SYSTEMS[0]) -> pd.DataFrame:
    """The rows with the columns COLUMNS; ``address`` is that of a figure's page without the id at its end.

    In another ``system`` of units than the printed, `figure_columns.CONVERTED` stand after the unit.
    """
    table = figure_table.table(catalogue, rows, system)
    names = list(COLUMNS)
    if system != SYSTEMS[0]:
        place = names.index("unit_label") + 1
        names[place:place] = figure_columns.CONVERTED
    caveats = catalogue.caveats["text"]

    def first_caveat(codes: object) -> str | None:
        listed = catalogue.items(codes if isinstance(codes, str) else None, "observations", "caveats")
        return str(caveats[listed[0]]) if listed else None

    firsts = pd.Series({cell: first_caveat(cell) for cell in rows["caveats"].dropna().unique()}, dtype="str")
    return table.assign(
        figure=_words(catalogue, rows),
        printed_in=map_distinct(partial(publication, catalogue), rows["document"]),
        period_in_words=_date_words(table["period"]),
        issued_in_words=_date_words(table["issued"]),
        first_caveat=look_up(rows["caveats"], firsts),
        link=[address + quote(figure, safe="") for figure in rows["id"]],
    )[names]


def _date_words(dates: pd.Series) -> pd.Series:
    """Dates in words, *not stated* for an empty cell."""
    return map_distinct(lambda date: period.words(date) if isinstance(date, str) else NOT_STATED, dates)


def _words(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """Each number with its bound and unit, as printed."""

    def words(
        qualifier: str, lower: float, value: float, upper: float, figures: float, unit: str, printed: object
    ) -> str:
        if qualifier == "vague":
            return str(printed or bounds.WORDS[qualifier])
        digits = None if math.isnan(figures) else int(figures)
        number = bounds.phrase(value, qualifier, lower, upper, stated=digits)
        return f"{number} {catalogue.units.label(unit, singular=value == 1)}"

    columns = ("qualifier", "lower", "value", "upper", "significant_figures", "unit", "as_printed")
    return map_distinct(words, *(rows[name] for name in columns))
