"""Axes of numbers that may lie below zero, and of charts that need not begin at zero."""

from collections.abc import Iterable
from math import ceil, floor

import altair as alt

from indicators.charts import axes
from indicators.charts.axes import Domain, Value

NUMBER_FIELDS = ("value", "low", "high", "interval_low", "interval_high")
"""Fields of a value that hold a number on the axis."""
_ROOM = 0.08
"""Room beyond the outermost marks, for arrows and the ends of intervals, as a share of the axis."""
_NARROW = 0.2
"""Spread of the values, as a share of the largest, below which a chart of points shows the spread and not zero."""


def domain(values: Iterable[Value], *, with_zero: bool) -> Domain:
    """The ends of an axis with all numbers of these values, and with zero unless points lie far from it and close by.

    Bars need zero (``with_zero``): their length says how much.
    """
    numbers = [value[name] for value in values for name in NUMBER_FIELDS if value[name] is not None] or [0.0]
    first, last = min(numbers), max(numbers)
    largest = max(abs(first), abs(last))
    if with_zero or first <= 0 <= last or last - first >= _NARROW * largest or first == last:
        first, last = min(first, 0.0), max(last, 0.0)
    if first == last:
        return 0.0, 1.0
    return axes.with_ticks((first, last), (last - first) * _ROOM)


def has_zero(ends: Domain) -> bool:
    """Whether zero lies on the axis."""
    return ends[0] <= 0 <= ends[1]


def outer_ticks(ends: Domain) -> dict[float, str]:
    """The first and the last multiple of a round number within these ends, in words with the same decimals."""
    step = axes.step(ends)
    multiples = (number * step for number in (ceil(ends[0] / step), floor(ends[1] / step)))
    return {multiple: f"{multiple:,.{axes.decimals(step)}f}".replace("-", "−") for multiple in multiples}


def across(ends: Domain, field: str = "value") -> alt.X:
    """A horizontal axis of numbers with these ends, without lines, which would strike labels of rows through.

    It has no title: labels and the line below the title of the chart say the unit.
    """
    return axes.numbers(alt.X, field, None, ends, grid=False)


def up(ends: Domain, field: str = "value") -> alt.Y:
    """A vertical axis of numbers with these ends, as ``across`` without a title."""
    return axes.numbers(alt.Y, field, None, ends)
