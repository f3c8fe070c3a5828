"""Layers of the charts with a row for each group: points, bars from zero both ways, intervals around their values."""

import altair as alt

from indicators.charts import scale
from indicators.charts.axes import Domain, Value
from indicators.charts.marks import (
    INK,
    LEFT_EDGE,
    POINT,
    Layers,
    about_rings,
    bound_arrows,
    by_edge,
    chart_of,
    first_colour,
    opacity,
    points,
)
from indicators.charts.statistical_values import LABEL_LINE, LABEL_SIZE

ROW_HEIGHT = 38
"""Height in pixels of a row without its label."""
_ZERO_LINE, _ABOVE_MARK = 22, 15
"""Height in pixels of the zero line in a row, and distance of a label from the middle of its mark."""
_ARROW = {"size": 110, "opacity": 1, "color": INK}


def height(values: list[Value]) -> int:
    """Height in pixels of the rows of these values; all are as high as the highest."""
    return len(values) * (ROW_HEIGHT + LABEL_LINE * _lines(values))


def rows(values: list[Value], ends: Domain, *, bars: bool) -> Layers:
    """A row for each value in the order given, with its label above its mark.

    A value is a point, or a bar from zero (``bars``), with its interval as a line around it; a range without a value
    is a band.
    """
    row = alt.Y(field="id", type="nominal", title=None, sort=None, axis=None)
    whole = ROW_HEIGHT + LABEL_LINE * _lines(values)
    shift = whole / 2 - ROW_HEIGHT / 2 + 4
    x = scale.across(ends)
    if scale.has_zero(ends):
        # A piece of the zero line in each row: a whole one would cross the labels.
        zero = chart_of([{**value, "zero": 0.0} for value in values])
        zero = zero.mark_tick(thickness=1, size=_ZERO_LINE, yOffset=shift, color=INK, opacity=0.6)
        yield zero.encode(y=row, x=scale.across(ends, "zero"))
    ranges = [value for value in values if value["value"] is None and value["low"] is not None]
    for group, edge in by_edge(ranges):
        mark = chart_of(group).mark_bar(height=10, yOffset=shift, **edge)
        band = mark.encode(y=row, x=scale.across(ends, "low"), x2=alt.X2(field="high"), color=first_colour())
        yield band.encode(opacity=opacity())
    numbered = [value for value in values if value["value"] is not None]
    if bars and numbered:
        for group, edge in by_edge(numbered):
            mark = chart_of(group).mark_bar(height=12, yOffset=shift, **edge)
            yield mark.encode(y=row, x=x, x2=alt.X2Datum(0), color=first_colour(), opacity=opacity())
    yield from _intervals(values, ends, row, shift)
    ring = {"size": 300, "yOffset": shift}
    if bars:
        ended = [value for value in numbered if not value["about"]]
        tick = chart_of(ended).mark_tick(thickness=3, size=18, yOffset=shift)
        yield tick.encode(y=row, x=x, color=first_colour())
        yield from about_rings(numbered, ring, y=row, x=x, color=first_colour())
    elif numbered:
        yield from points(numbered, {**POINT, "size": 110, "yOffset": shift}, ring, x=x, y=row)
    yield from bound_arrows(numbered, "right", {**_ARROW, "yOffset": shift}, x=x, y=row)
    for number in range(_lines(values)):
        # The last line stands right above the mark, so that a label is nearer to its own mark than to any other.
        having = [{**value, "line": lines[-1 - number]} for value in values if number < len(lines := _label(value))]
        text = chart_of(having).mark_text(
            align="left",
            baseline="bottom",
            dy=shift - _ABOVE_MARK - LABEL_LINE * number,
            fontSize=LABEL_SIZE,
            color=INK,
        )
        yield text.encode(y=row, x=LEFT_EDGE, text=alt.Text(field="line", type="nominal"))


def _intervals(values: list[Value], ends: Domain, row: alt.Y, shift: float) -> Layers:
    """The published interval around each value that has one, as a line with an end at both sides."""
    uncertain = [value for value in values if value["interval_low"] is not None]
    if not uncertain:
        return
    low, high = (scale.across(ends, f"interval_{end}") for end in ("low", "high"))
    line = chart_of(uncertain).mark_rule(strokeWidth=2, yOffset=shift, color=INK, opacity=0.75)
    yield line.encode(y=row, x=low, x2=alt.X2(field="interval_high"))
    for end in (low, high):
        tick = chart_of(uncertain).mark_tick(thickness=2, size=10, yOffset=shift, color=INK, opacity=0.75)
        yield tick.encode(y=row, x=end)


def _lines(values: list[Value]) -> int:
    """The number of lines of the longest label."""
    return max((len(_label(value)) for value in values), default=1)


def _label(value: Value) -> list[str]:
    lines: list[str] = value["label"].split("\n")
    return lines
