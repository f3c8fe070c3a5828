"""Axes of charts: numbers from zero, and time in milliseconds since 1970, UTC."""

from typing import Any

import altair as alt
import numpy as np

AXIS = 76
"""Height in pixels of an axis with its title; the height of a chart includes it."""
DAY = 86_400_000
NUMBERS = alt.Axis(format=",f", tickCount=4, labelOverlap=True)
_ROOM = {"across": 1.1, "up": 1.3}
"""Length of an axis as a multiple of the largest value: arrows and labels need room beyond it."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
"""Possible numbers of months between the ticks of a time axis."""
_DAY_STEPS = (1, 2, 7, 14)
"""Possible numbers of days between the ticks of a time axis that is too short for months."""
_YEAR_LABEL = "utcyear(datum.value)"
"""A year as people read it; `%Y` writes the year 987 as 0987."""
_MONTH_LABEL = f"utcFormat(datum.value, '%b ') + {_YEAR_LABEL}"
_DAY_LABEL = f"utcFormat(datum.value, '%-d %b ') + {_YEAR_LABEL}"
_FEWEST_MONTHS = 3
"""Number of months from which a time axis has its ticks at their starts."""
_YEAR_1, _YEAR_9999 = (np.datetime64(month, "M").astype(int) for month in ("0001-01", "9999-12"))

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
    """A time axis that spans these times with some room, with ticks at starts of years, months or days.

    Its type is quantitative: for a temporal axis Vega-Lite declares an explicit domain twice, and warns.
    """
    first, last = domain(times)
    ticks, label = _ticks(first, last)
    axis = alt.Axis(values=ticks, labelExpr=label, labelOverlap=True, labelSeparation=8, grid=grid)
    scale = alt.Scale(domain=[first, last], nice=False, zero=False)
    return alt.X(field=field, type="quantitative", title=title, scale=scale, axis=axis)


def domain(times: list[float]) -> tuple[float, float]:
    """The ends of a time axis that spans these times, with some room."""
    room = max((max(times) - min(times)) * 0.1, 5 * DAY)
    return min(times) - room, max(times) + room


def _ticks(first: float, last: float) -> tuple[list[float], str]:
    """Starts of years, months or days from first to last, nine at most, in milliseconds since 1970, and their label."""
    # By numpy, as the room around the year 1 or 9999 lies outside the years of pandas; it has no ticks.
    start, end = (np.datetime64(int(moment), "ms").astype("M8[M]").astype(int) for moment in (first, last))
    if end - start < _FEWEST_MONTHS:
        return _days(first, last), _DAY_LABEL
    step = next((step for step in _STEPS if (end - start) / step < 9), _STEPS[-1])
    months = np.arange(-(-(start + 1) // step) * step, end + 1, step)
    months = months[(months >= _YEAR_1) & (months <= _YEAR_9999)]
    ticks = [float(moment) for moment in months.astype("M8[M]").astype("M8[ms]").astype(np.int64)]
    return ticks, _MONTH_LABEL if step % 12 else _YEAR_LABEL


def _days(first: float, last: float) -> list[float]:
    """Starts of days from first to last, seven at most: their labels are longer than those of months."""
    start, end = -(-first // DAY), last // DAY
    step = next((step for step in _DAY_STEPS if (end - start) / step < 7), _DAY_STEPS[-1])
    return [float(day * DAY) for day in np.arange(start, end + 1, step)]


def top(values: list[Value]) -> float:
    """The largest value; 1 where there is none."""
    return max((value["value"] for value in values), default=0) or 1.0
