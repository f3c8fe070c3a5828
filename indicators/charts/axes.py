"""Axes of charts: numbers from zero, and time in milliseconds since 1970, UTC."""

from typing import Any

import altair as alt
import pandas as pd

AXIS = 76
"""Height in pixels of an axis with its title; the height of a chart includes it."""
DAY = 86_400_000
NUMBERS = alt.Axis(format=",~f", tickCount=4, labelOverlap=True)
_ROOM = {"across": 1.1, "up": 1.3}
"""Length of an axis as a multiple of the largest value: arrows and labels need room beyond it."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Possible numbers of months between the ticks of a time axis."""

Value = dict[str, Any]


def across(values: list[Value], unit: str, field: str = "value") -> alt.X:
    """A horizontal axis of numbers from zero, with room beyond the largest."""
    scale = alt.Scale(domain=[0, top(values) * _ROOM["across"]], nice=False)
    return alt.X(field=field, type="quantitative", title=unit, scale=scale, axis=NUMBERS)


def up(values: list[Value], unit: str, lines: int = 0, field: str = "value") -> alt.Y:
    """A vertical axis of numbers from zero, with room for labels that are lifted by at most so many lines."""
    scale = alt.Scale(domain=[0, top(values) * room(lines)], nice=False)
    return alt.Y(field=field, type="quantitative", title=unit, scale=scale, axis=NUMBERS)


def room(lines: int) -> float:
    """Height of the axis ``up`` as a multiple of the largest value."""
    return _ROOM["up"] + 0.11 * lines


def time(field: str, title: str | None, times: list[float], *, grid: bool = False) -> alt.X:
    """A time axis that spans these times with some room, with ticks at starts of months.

    Its type is quantitative: for a temporal axis Vega-Lite declares an explicit domain twice, and warns.
    """
    first, last = domain(times)
    axis = alt.Axis(
        values=_ticks(first, last), labelExpr="utcFormat(datum.value, '%b %Y')", labelOverlap=True, grid=grid
    )
    scale = alt.Scale(domain=[first, last], nice=False, zero=False)
    return alt.X(field=field, type="quantitative", title=title, scale=scale, axis=axis)


def domain(times: list[float]) -> tuple[float, float]:
    """The ends of a time axis that spans these times, with some room."""
    room = max((max(times) - min(times)) * 0.1, 5 * DAY)
    return min(times) - room, max(times) + room


def _ticks(first: float, last: float) -> list[float]:
    """Starts of months from first to last, nine at most, in milliseconds since 1970."""
    start, end = (pd.Timestamp(moment, unit="ms").to_period("M").ordinal for moment in (first, last))
    step = next((step for step in _STEPS if (end - start) / step < 9), _STEPS[-1])
    months = range(-(-(start + 1) // step) * step, end + 1, step)
    return [pd.Period(ordinal=month, freq="M").start_time.timestamp() * 1000 for month in months]


def top(values: list[Value]) -> float:
    """The largest value; 1 where there is none."""
    return max((value["value"] for value in values), default=0) or 1.0
