"""Axes of charts: numbers from zero, and time in milliseconds since 1970, UTC."""

from collections.abc import Callable
from math import ceil, floor, log10
from typing import Any, TypeVar

import altair as alt
import numpy as np

AXIS = 76
"""Height in pixels of an axis with its title; the height of a chart includes it."""
DAY = 86_400_000
_BILLION = 1_000_000_000
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
_FEW_TICKS = 4
"""Number of ticks of a time axis whose labels have room on a narrow screen."""
_MOST_STEPS = 8
"""Maximum number of steps between the ticks of a time axis."""
_FEWEST_MONTHS = 3
"""Number of months from which a time axis has its ticks at their starts."""
_YEAR_0 = -1970 * 12
"""January of the year 0, in months since 1970."""
_YEAR_1, _YEAR_9999 = (np.datetime64(month, "M").astype(int) for month in ("0001-01", "9999-12"))

Value = dict[str, Any]
"""The data of one figure's marks: the fields of ``chart.datum``, and those that a sort of chart adds."""
Spec = dict[str, Any]
"""A specification of Vega-Lite, or a part of one."""
Domain = tuple[float, float]
Channel = TypeVar("Channel", alt.X, alt.Y)


def across(values: list[Value], unit: str, field: str = "value") -> alt.X:
    """A horizontal axis of numbers from zero, with room beyond the largest."""
    # Without lines, which would strike the labels above the rows through.
    return numbers(alt.X, field, unit, (0, end_across(values)), grid=False)


def end_across(values: list[Value]) -> float:
    """The right end of the axis ``across``."""
    largest = top(values)
    return with_ticks((0, largest), largest * (_ROOM["across"] - 1))[1]


def up(values: list[Value], unit: str, lines: int = 0, field: str = "value") -> alt.Y:
    """A vertical axis of numbers from zero, with room for labels that are lifted by at most so many lines."""
    return numbers(alt.Y, field, unit, (0, top_of_axis(values, lines)))


def top_of_axis(values: list[Value], lines: int) -> float:
    """The upper end of the axis ``up``."""
    largest = top(values)
    return with_ticks((0, largest), largest * (_ROOM["up"] - 1 + 0.11 * lines))[1]


def numbers(channel: type[Channel], field: str, unit: str | None, ends: Domain, *, grid: bool = True) -> Channel:
    """An axis of numbers with these ends: a tick, and a line of the ``grid``, at each multiple of a round number."""
    size = step(ends)
    multiples = np.arange(_whole(ceil, ends[0] / size), _whole(floor, ends[1] / size) + 1)
    axis = alt.Axis(
        format=f",.{decimals(size)}f", values=list(map(float, multiples * size)), labelOverlap=True, grid=grid
    )
    if size >= _BILLION:  # ten digits and their commas leave no room between two ticks on a phone
        axis.labelExpr = f"datum.value ? format(datum.value / {_BILLION}, ',') + ' billion' : '0'"
    scale = alt.Scale(domain=list(ends), nice=False, zero=False)
    return channel(field=field, type="quantitative", title=unit, scale=scale, axis=axis)


def with_ticks(marks: Domain, room: float) -> Domain:
    """The ends of an axis with a tick at or beyond the outermost ``marks``, and with ``room`` beyond those but zero."""
    first, last = marks
    ends = marks
    for _ in range(2):  # a longer axis may have other ticks
        size = step(ends)
        low, high = (_whole(outwards, end / size) * size for outwards, end in ((floor, first), (ceil, last)))
        ends = min(low, first - room) if first else 0.0, max(high, last + room) if last else 0.0
    return ends


def step(ends: Domain) -> float:
    """The distance of the ticks of an axis with these ends: 1, 2 or 5 times a power of ten, three to seven of them."""
    most = (ends[1] - ends[0]) / 2.5
    power: float = 10.0 ** floor(log10(most))
    return max(digit * power for digit in (1, 2, 5) if digit * power <= most)


def _whole(rounded: Callable[[float], int], number: float) -> int:
    """A number rounded to a whole one; 2.9999999999999996, as 0.6 / 0.2 is, counts as 3."""
    return rounded(round(number, 6))


def decimals(size: float) -> int:
    """The decimals that multiples of a step have."""
    return max(0, -floor(log10(size)))


def time(field: str, title: str | None, times: list[float], *, grid: bool = False) -> alt.X:
    """A time axis that spans these times with some room, with ticks at starts of years, months or days.

    Its type is quantitative: for a temporal axis Vega-Lite declares an explicit domain twice, and warns.
    """
    ticks, label = dates(times)
    # Where labels have no room Vega leaves out every other: of an odd number the last stays. A few have room.
    labelled = ticks[1:] if len(ticks) > _FEW_TICKS and len(ticks) % 2 == 0 else ticks
    axis = alt.Axis(values=labelled, labelExpr=label, labelOverlap=True, labelSeparation=8, grid=grid)
    return _over(field, title, domain(times), axis)


def time_with_few_dates(field: str, times: list[float]) -> alt.X:
    """A time axis that spans these times, whose ticks all have their label on a narrow screen too."""
    ticks, label = few_dates(times)
    axis = alt.Axis(values=ticks, labelExpr=label, labelOverlap=False, grid=False)
    first, last = _with_room(times)
    return _over(field, None, (first, max(last, *ticks[-1:])), axis)


def few_dates(times: list[float]) -> tuple[list[float], str]:
    """The ticks of the axis ``time_with_few_dates``, and the Vega expression of their labels."""
    return dates(times, _FEW_TICKS)


def _over(field: str, title: str | None, ends: Domain, axis: alt.Axis) -> alt.X:
    scale = alt.Scale(domain=list(ends), nice=False, zero=False)
    return alt.X(field=field, type="quantitative", title=title, scale=scale, axis=axis)


def domain(times: list[float]) -> Domain:
    """The ends of a time axis that spans these times, with some room and a tick at or beyond the last."""
    first, last = _with_room(times)
    return first, max(last, *dates(times)[0][-1:])


def _with_room(times: list[float]) -> Domain:
    room = max((max(times) - min(times)) * 0.1, 5 * DAY)
    return min(times) - room, max(times) + room


def dates(times: list[float], most: int = _MOST_STEPS) -> tuple[list[float], str]:
    """Starts of years, months or days with ``most`` steps between them, in milliseconds since 1970, and their label.

    They begin on the axis and go on to the first that is not before the last of the times.
    """
    first, last = _with_room(times)
    # By numpy, as the room around the year 1 or 9999 lies outside the years of pandas; it has no ticks.
    start, end = (np.datetime64(int(moment), "ms").astype("M8[M]").astype(int) for moment in (first, last))
    if end - start < _FEWEST_MONTHS:
        return _days(first, last, max(times), most), _DAY_LABEL
    step = next((step for step in _STEPS if (end - start) / step < most), _STEPS[-1])
    beyond = np.datetime64(int(max(times)) - 1, "ms").astype("M8[M]").astype(int) + 1

    def whole_steps(month: int) -> int:  # of the calendar: 1900 and 1950, not 1920 and 1970
        return -(-(month - _YEAR_0) // step) * step + _YEAR_0

    months = np.arange(whole_steps(start + 1), max(end, whole_steps(beyond)) + 1, step)
    months = months[(months >= _YEAR_1) & (months <= _YEAR_9999)]
    ticks = [float(moment) for moment in months.astype("M8[M]").astype("M8[ms]").astype(np.int64)]
    return ticks, _MONTH_LABEL if step % 12 else _YEAR_LABEL


def _days(first: float, last: float, latest: float, most: int) -> list[float]:
    """Starts of days from first to last, seven at most: their labels are longer than those of months.

    The last is not before ``latest``.
    """
    start, end = -(-first // DAY), last // DAY
    step = next((step for step in _DAY_STEPS if (end - start) / step < min(6, most)), _DAY_STEPS[-1])
    beyond = start - (start - latest / DAY) // step * step
    return [float(day * DAY) for day in np.arange(start, max(end, beyond) + 1, step)]


def top(values: list[Value]) -> float:
    """The largest value; 1 where there is none."""
    return max((value["value"] for value in values), default=0) or 1.0
