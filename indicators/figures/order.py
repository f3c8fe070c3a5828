"""The order of a table of figures by one of its columns: by the numbers, days and names that the column shows."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import Positions
from indicators.figures.names import facet_names, indicator_titles, short_source_names

FIGURE, MEASURES, SOURCE, STATUS, PERIOD, ISSUED = "figure", "measures", "source", "status", "period", "issued"
COLUMNS = (FIGURE, MEASURES, SOURCE, STATUS, PERIOD, ISSUED)
"""The columns that a table is ordered by."""
_DOWN = "-"

_Key = npt.NDArray[np.float64]
"""A number for each row; what is not stated has infinity."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """One of COLUMNS, and whether the greatest comes first. As text: *issued*, *-issued*."""

    column: str
    descending: bool = False

    def __str__(self) -> str:
        return f"{_DOWN if self.descending else ''}{self.column}"


def parse_order(text: str) -> Order | None:
    """The order that a text names; None where it names none."""
    column = text.removeprefix(_DOWN)
    return Order(column=column, descending=text.startswith(_DOWN)) if column in COLUMNS else None


def ordered(
    catalogue: Catalogue, rows: pd.DataFrame, order: Order, shown: slice = slice(None), system: str = "printed"
) -> Positions:
    """The positions of the rows in an order, those ``shown`` of them; equal rows stay as they are.

    Numbers are ordered as they are shown in a ``system`` of units, whatever the unit; of two ends the lower one counts
    first. What is not stated comes last in either direction. Of a million rows, only those near the ones that are shown
    are sorted.
    """
    start, stop, _ = shown.indices(len(rows))
    if start >= stop:
        return np.array([], np.intp)
    keys = [_turned(key) if order.descending else key for key in _keys(catalogue, rows, order.column, system)]
    first, last = np.partition(keys[0], [start, stop - 1])[[start, stop - 1]]
    near = np.flatnonzero((keys[0] >= first) & (keys[0] <= last))
    before = int(np.count_nonzero(keys[0] < first))
    in_order = near[np.lexsort([key[near] for key in reversed(keys)])]
    return in_order[start - before : stop - before]


def _turned(key: _Key) -> _Key:
    return np.where(key == np.inf, np.inf, -key)


def _keys(catalogue: Catalogue, rows: pd.DataFrame, column: str, system: str) -> tuple[_Key, ...]:
    """The keys of a column, the most important first."""
    if column == FIGURE:
        return _numbers(catalogue, rows, system)
    if column in (PERIOD, ISSUED):
        return (_days(rows, column),)
    if column == MEASURES:
        return (_places(rows["indicator"], indicator_titles(catalogue)),)
    names = short_source_names(catalogue) if column == SOURCE else facet_names(catalogue, column)
    return (_places(rows[column], names),)


def _numbers(catalogue: Catalogue, rows: pd.DataFrame, system: str) -> tuple[_Key, ...]:
    """The number of each row, or its two ends; the order of magnitude of a vague one."""
    units = rows["unit"].cat.categories
    factors = [catalogue.units.factor(unit, catalogue.units.in_system(unit, system)) for unit in units]
    factor = np.array([*factors, np.nan])[rows["unit"].cat.codes]
    number = rows["value"].to_numpy() * factor
    rest = np.flatnonzero(np.isnan(number))
    vague = 10.0 ** rows["order_of_magnitude"].to_numpy()[rest]
    low, high = (
        np.where(np.isnan(vague), rows[end].to_numpy()[rest] * factor[rest], vague) for end in ("lower", "upper")
    )
    lower, upper = number, number.copy()
    upper[rest] = np.nan_to_num(high, nan=np.finfo(np.float64).max)
    lower[rest] = np.nan_to_num(low, nan=np.finfo(np.float64).min)
    return lower, upper


def _days(rows: pd.DataFrame, column: str) -> _Key:
    """The place of each date or period, by its first and then its last possible day."""
    codes = rows[column].cat.codes.to_numpy()
    examples = np.zeros(len(rows[column].cat.categories) + 1, np.intp)
    examples[codes[::-1]] = np.arange(len(codes))[::-1]
    days = rows[[f"{column}_start_first", f"{column}_end_last"]].take(examples).to_numpy("datetime64[D]")
    first, last = days.T.astype(np.int64)  # without a date: the least number
    last[np.isnat(days[:, 1])] = np.iinfo(np.int64).max
    in_order = np.lexsort([last, first])
    place = np.empty(len(examples))
    place[in_order] = np.cumsum(np.append(False, np.any(np.diff([first[in_order], last[in_order]]) != 0, axis=0)))
    place[-1] = np.inf
    return place[codes]


def _places(cells: pd.Series, names: Mapping[str, str]) -> _Key:
    """The place of each cell's name in alphabetical order, whether its letters are capital or not."""
    folded = [names[category].casefold() for category in cells.cat.categories]
    place = {name: place for place, name in enumerate(sorted(set(folded)))}
    return np.array([*(place[name] for name in folded), np.inf])[cells.cat.codes]
