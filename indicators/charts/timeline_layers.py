"""Layers of the chart of periods: a row for each figure, or for several of one time, on one axis of dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import altair as alt

from indicators.charts import axes, row_labels
from indicators.charts.axes import AXIS, DAY, Spec, Value
from indicators.charts.marks import DASH, INK, PAPER, PLACE, Layers, by_width, chart_of, filled, place_colour
from indicators.charts.row_labels import Line
from indicators.charts.specification import specification

_ABOVE_MARK, _MARK, _BELOW_MARK = 10, 13, 16
"""Distances in pixels: from the label to its first mark, from the period to the date of issue, to the next row."""
_DATES_ABOVE, _TALL = 26, 500
"""Height in pixels of the dates above the rows, and height of the rows from which on they have them."""
_SHORT = [2, 2]
"""Dashes of the outline of a period of which an end is approximate or not stated."""
_OFFSET: Spec = {"yOffset": alt.ExprRef("datum.offset")}


@dataclass(frozen=True, kw_only=True)
class TimeRow:
    """A row: the line of its label and the data of its marks."""

    line: Line
    value: Value


def chart_of_periods(rows: Sequence[TimeRow], times: list[float]) -> Spec:
    """The specification of the chart of these rows, on an axis that spans these times.

    A bar is the period, and a dashed line that of what is expected. Below it a diamond is the day of issue, and a line
    with two ends a month or year of issue.
    """
    labelled = [(row.value, *row_labels.placed([row.line], 0)) for row in rows]
    tall = sum(_height(value, high) for value, _, high in labelled) > _TALL
    top = _DATES_ABOVE if tall else 0
    lines: list[Value] = []
    placed: list[Value] = []
    for value, label, high in labelled:
        lines += [{**line, "y": top} for line in label]
        offset = high + _ABOVE_MARK
        placed.append({**value, "y": top, "offset": offset, "said": offset + _MARK * _has_both(value)})
        top += _height(value, high)
    y = alt.Y(field="y", type="quantitative", axis=None, scale=alt.Scale(domain=[top, 0], nice=False, zero=False))
    layers = chain(_dates(placed, times, y, above=tall), _marks(placed, times, y), row_labels.layers(lines, y))
    return specification(layers, top + AXIS)


def _height(value: Value, high: int) -> int:
    """The height of a row whose label is so ``high``."""
    return high + _ABOVE_MARK + _MARK * _has_both(value) + _BELOW_MARK


def _has_both(value: Value) -> bool:
    return bool(value["covering"] and value["issued_start"] is not None)


def _dates(placed: list[Value], times: list[float], y: alt.Y, *, above: bool) -> Layers:
    """A piece of a line for each date of the axis in each row, beside no label, and the dates ``above`` all rows."""
    x = axes.time_with_few_dates("date", times)
    ticks, words = axes.few_dates(times)
    pieces = [
        {"date": tick, "y": value["y"], "offset": (value["offset"] + value["said"]) / 2}
        for value in placed
        for tick in ticks
    ]
    yield (
        chart_of(pieces)
        .mark_tick(thickness=1, size=22, opacity=0.25, color=INK, orient="vertical", **_OFFSET)
        .encode(x=x, y=y)
    )
    if above:
        heads = chart_of([{"date": tick, "value": tick, "y": 0} for tick in ticks])
        text = heads.mark_text(baseline="top", fontSize=row_labels.LETTERS, color=INK, text=alt.ExprRef(words))
        yield text.encode(x=x, y=y)


def _marks(placed: list[Value], times: list[float], y: alt.Y) -> Layers:
    """The periods, the arrows at their open ends, and the dates of issue."""

    def x(field: str) -> alt.X:
        return axes.time_with_few_dates(field, times)

    covering = [value for value in placed if value["covering"]]
    over: Spec = {"x": x("start"), "x2": alt.X2(field="end"), "y": y}
    observed, expected = ([each for each in covering if each["expected"] is expected] for expected in (False, True))
    solid = [{**value, "start": value["solid"][0], "end": value["solid"][1]} for value in observed if value["solid"]]
    for group, widened in by_width(solid, "start", "end", times):
        bars = chart_of(group).mark_bar(height=8, strokeWidth=1.5, **_OFFSET, **widened)
        yield bars.encode(**over, stroke=place_colour(), fill=filled(**PLACE))
    vague = [{**value, "start": start, "end": end} for value in observed for start, end in value["vague"]]
    for group, widened in by_width(vague, "start", "end", times):
        outline = chart_of(group).mark_bar(height=8, strokeWidth=1.5, strokeDash=_SHORT, **_OFFSET, **widened)
        yield outline.encode(**over, stroke=place_colour(), fill=alt.FillValue(PAPER))
    for group, widened in by_width(expected, "start", "end", times):
        line = chart_of(group).mark_rule(strokeWidth=3, strokeDash=DASH, **_OFFSET, **widened)
        yield line.encode(**over, color=place_colour())
    for end, field, direction, beyond in (("no_start", "start", "left", -6), ("no_end", "end", "right", 6)):
        undated = [value for value in covering if value[end]]
        if undated:
            arrow = chart_of(undated).mark_point(
                shape=f"triangle-{direction}", filled=True, size=130, opacity=1, xOffset=beyond, **_OFFSET
            )
            yield arrow.encode(x=x(field), y=y, color=place_colour())
    said = [
        {**value, "offset": value["said"], "middle": (value["issued_start"] + value["issued_end"]) / 2}
        for value in placed
        if value["issued_start"] is not None
    ]
    days = [value for value in said if value["issued_end"] - value["issued_start"] <= DAY]
    if days:
        diamonds = chart_of(days).mark_point(
            shape="diamond", size=60, opacity=1, stroke=INK, strokeWidth=1.5, **_OFFSET
        )
        named = {"test": "datum.named", "value": INK}
        yield diamonds.encode(x=x("middle"), y=y, fill=alt.FillValue(PAPER, condition=named))
    longer = [value for value in said if value not in days]
    for group, widened in by_width(longer, "issued_start", "issued_end", times):
        rule = chart_of(group).mark_rule(strokeWidth=2, color=INK, **_OFFSET, **widened)
        yield rule.encode(x=x("issued_start"), x2=alt.X2(field="issued_end"), y=y)
        for side, shift in (("issued_start", widened.get("xOffset", 0)), ("issued_end", widened.get("x2Offset", 0))):
            ends = chart_of(group).mark_tick(
                thickness=2, size=9, color=INK, opacity=1, orient="vertical", xOffset=shift, **_OFFSET
            )
            yield ends.encode(x=x(side), y=y)
