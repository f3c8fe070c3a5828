"""One figure of a catalogue with a type for each cell, so that mypy checks what is read from it."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, get_type_hints

from indicators.catalogue.schema import Table
from indicators.measure import bounds, quantity
from indicators.measure.interval import Interval
from indicators.measure.quantity import End, Quantity
from indicators.measure.span import NO_SPAN, Span

DATES = ("period", "issued")
"""Columns that hold a date or an interval."""
DAYS = ("start_first", "start_last", "end_first", "end_last")
"""First and last possible day of each end of a date."""

EXPECTED = ("forecast", "planned", "conditional")
"""Statuses of what has not been observed."""

CHANGE_STATISTICS = ("change", "percent_change")
"""Statistics that may be below zero: how much more or less than before."""

DAY_COLUMNS = tuple(f"{name}_{day}" for name in DATES for day in DAYS)


class Observation(NamedTuple):
    """A row of ``Catalogue.figures``; its fields are the columns.

    An empty cell is None, an empty list cell ``()``. ``lower`` and ``upper`` are the bounds that the figure states.
    ``period`` and ``issued`` are spans of possible days; their text is that of the cell, NO_SPAN if it is empty.
    """

    id: str
    indicator: str
    counts: str | None
    groups: tuple[str, ...]
    document: str
    also_in: tuple[str, ...]
    source: str
    source_implied: bool
    root: str | None
    via: tuple[str, ...]
    lower: float | None
    value: float | None
    upper: float | None
    interval_lower: float | None
    interval_upper: float | None
    interval_kind: str | None
    interval_level: float | None
    qualifier: str
    order_of_magnitude: int | None
    significant_figures: int | None
    unit: str
    as_printed: str | None
    attribution: str | None
    status: str
    season: str | None
    prices: str | None
    price_base: str | None
    annualised: bool
    period: Span
    issued: Span
    inferred: tuple[str, ...]
    place_from: str | None
    place_through: str | None
    place_to: str | None
    updates: str | None
    vintage: str | None
    part_of: str | None
    series: str | None
    same_as: str | None
    same_as_ground: str | None
    section: str | None
    paragraph: int | None
    fingerprint: str | None
    caveats: tuple[str, ...]
    note: str | None
    lower_open: bool
    upper_open: bool
    digits: int | None
    topic: str
    kind: str
    statistic: str
    population: str
    role: str
    source_kind: str
    named: bool

    def quantity(self) -> Quantity | None:
        """The number as an interval in its unit; None for a vague magnitude, which has no number."""
        if self.qualifier == "vague":
            return None
        if self.qualifier == "approximate" and self.value is not None:
            return replace(quantity.exact(self.value, self.unit, self.digits), about=True)
        return Quantity(
            lower=End(value=-math.inf if self.lower is None else self.lower, open=self.lower_open),
            upper=End(value=math.inf if self.upper is None else self.upper, open=self.upper_open),
            unit=self.unit,
            digits=self.digits,
        )

    def interval(self) -> Interval | None:
        """The interval that is published beside the value; None if none is."""
        if self.interval_lower is None or self.interval_upper is None or not self.interval_kind:
            return None
        return Interval(
            lower=self.interval_lower, upper=self.interval_upper, kind=self.interval_kind, level=self.interval_level
        )

    def number(self, factor: float = 1, digits: int | None = None) -> str:
        """The number times ``factor`` with its qualifier, in words: *more than 74,000*; see ``bounds.phrase``.

        Where the catalogue states its significant digits, zeros among them are shown: *12.0*.
        """
        value, lower, upper = (
            math.nan if end is None else end * factor for end in (self.value, self.lower, self.upper)
        )
        return bounds.phrase(value, self.qualifier, lower, upper, digits, self.significant_figures)


def observations(columns: Mapping[str, Any], table: Table) -> tuple[Observation, ...]:
    """The observations in these columns of ``Catalogue.figures``: DAY_COLUMNS as arrays, all others as lists.

    ``table`` is the table of observations, which declares how list cells are separated.
    """
    cells = (
        _lists(columns[name], table.field(name).delimiter)
        if name in _LISTS
        else _spans(columns, name)
        if name in DATES
        else _CONVERT[kind](columns[name])
        for name, kind in _TYPES.items()
    )
    return tuple(map(Observation, *cells))


def _texts(cells: Sequence[Any]) -> list[str | None]:
    return [cell if isinstance(cell, str) else None for cell in cells]


def _floats(cells: Sequence[Any]) -> list[float | None]:
    return [None if math.isnan(cell) else float(cell) for cell in cells]


def _integers(cells: Sequence[Any]) -> list[int | None]:
    return [None if math.isnan(cell) else int(cell) for cell in cells]


def _booleans(cells: Sequence[Any]) -> list[bool]:
    return list(map(bool, cells))


def _lists(cells: Sequence[Any], delimiter: str) -> list[tuple[str, ...]]:
    return [tuple(map(str.strip, cell.split(delimiter))) if isinstance(cell, str) else () for cell in cells]


def _spans(columns: Mapping[str, Any], name: str) -> list[Span]:
    """The span of each row; rows with the same text share it."""
    places = {text: place for place, text in enumerate(columns[name]) if isinstance(text, str)}
    days = (columns[f"{name}_{day}"].take(list(places.values())).tolist() for day in DAYS)
    spans = {
        text: Span(start_first=start_first, start_last=start_last, end_first=end_first, end_last=end_last, text=text)
        for text, start_first, start_last, end_first, end_last in zip(places, *days, strict=True)
    }
    return [spans.get(text, NO_SPAN) for text in columns[name]]


_CONVERT: Mapping[Any, Callable[[Sequence[Any]], list[Any]]] = {
    str: list,
    str | None: _texts,
    float | None: _floats,
    int | None: _integers,
    bool: _booleans,
}
"""Converts the cells of a column, by the type of its field."""

_TYPES = get_type_hints(Observation)
_LISTS = [name for name, kind in _TYPES.items() if kind == tuple[str, ...]]
