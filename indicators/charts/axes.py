"""Axes of charts: of numbers from zero, and of time in milliseconds since 1970, UTC."""

from typing import Any

import altair as alt
import pandas as pd

AXIS = 76
"""Height of an axis with its title, which counts as part of a chart's height."""
DAY = 86_400_000
NUMBERS = alt.Axis(format=",~f", tickCount=4, labelOverlap=True)
_ROOM = {"across": 1.1, "up": 1.3}
"""How far an axis goes beyond the largest value, so that an open end and a label have room."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between ticks of a time axis."""

Value = dict[str, Any]


def across(values: list[Value], unit: str, field: str = "value") -> alt.X:
    """An axis of numbers from zero, with room beyond the largest."""
    scale = alt.Scale(domain=[0, top(values) * _ROOM["across"]], nice=False)
    return alt.X(field=field, type="quantitative", title=unit, scale=scale, axis=NUMBERS)


def up(values: list[Value], unit: str, lines: int = 0, field: str = "value") -> alt.Y:
    """An axis of numbers from zero, with room beyond the largest for a label that is lifted by so many lines."""
    scale = alt.Scale(domain=[0, top(values) * room(lines)], nice=False)
    return alt.Y(field=field, type="quantitative", title=unit, scale=scale, axis=NUMBERS)


def room(lines: int) -> float:
    """How many times as high as the largest value the axis ``up`` is."""
    return _ROOM["up"] + 0.11 * lines


def time(field: str, title: str | None, times: list[float], *, grid: bool = False) -> alt.X:
    """A time axis over these moments and some room, a tick at the start of every so many months.

    It is a quantitative axis of milliseconds: of a temporal one Vega-Lite states an explicit domain twice, and warns.
    """
    first, last = domain(times)
    axis = alt.Axis(
        values=_ticks(first, last), labelExpr="utcFormat(datum.value, '%b %Y')", labelOverlap=True, grid=grid
    )
    scale = alt.Scale(domain=[first, last], nice=False, zero=False)
    return alt.X(field=field, type="quantitative", title=title, scale=scale, axis=axis)


def domain(times: list[float]) -> tuple[float, float]:
    """The ends of a time axis over these moments, with some room."""
    room = max((max(times) - min(times)) * 0.1, 5 * DAY)
    return min(times) - room, max(times) + room


def _ticks(first: float, last: float) -> list[float]:
    """The starts of months from first to last, nine at the most, in milliseconds since 1970."""
    start, end = (pd.Timestamp(moment, unit="ms").to_period("M").ordinal for moment in (first, last))
    step = next((step for step in _STEPS if (end - start) / step < 9), _STEPS[-1])
    months = range(-(-(start + 1) // step) * step, end + 1, step)
    return [pd.Period(ordinal=month, freq="M").start_time.timestamp() * 1000 for month in months]


def top(values: list[Value]) -> float:
    """The largest value; 1 where there is none."""
    return max((value["value"] for value in values), default=0) or 1.0
