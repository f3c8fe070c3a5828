"""Layers of the charts that show figures of the subject and of the public record side by side.

As in ``layers``, a row carries its label inside the plot, above its marks.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import altair as alt

from indicators.charts import axes
from indicators.charts.axes import Value
from indicators.charts.labels import labels_beside
from indicators.charts.marks import (
    DASH,
    INK,
    LEFT_EDGE,
    POINT,
    Layers,
    about_rings,
    bound_arrows,
    chart_of,
    filled,
    with_dates,
    with_numbers,
)
from indicators.charts.specification import specification

HERE, RECORD = "printed here", "in the record"
"""Where a figure stands, in the words of the labels; one colour for each."""

_HEIGHT = 420
"""Height in pixels of the chart by date."""
_MOST_LETTERS = 57
"""Maximum number of letters for which a line of a label has room on a phone."""
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
_ARROW = {"size": 70, "color": INK, "opacity": 0.8}


def chart_by_row(values: list[Value], unit: str) -> Value:
    """The specification of a chart with a row for each figure, in the order given."""
    height = len(values) * (36 + 15 * len(_label_lines(values))) + axes.AXIS + 16
    return specification(_rows(values, unit), height, legend=True)


def chart_by_date(values: list[Value], unit: str) -> Value:
    """The specification of a chart with the figures at their dates of issue."""
    return specification(_dates(values, unit), _HEIGHT, legend=True)


def _rows(values: list[Value], unit: str) -> Layers:
    """A row for each figure: a dot, a thick line for a range, segments where its parts are known.

    What has accumulated over time has a bar from zero as well.
    """
    numbered = with_numbers(values)
    row = alt.Y(field="id", type="nominal", title=None, sort=[value["id"] for value in values], axis=None)
    lines = _label_lines(values)
    shift = 7.5 * len(lines)  # so that a label and its marks stand together in the middle of their row
    if numbered:
        x, low = axes.across(numbered, unit), axes.across(numbered, unit, "low")
        bars = [value for value in numbered if value["bar"]]
        if bars:
            bar = chart_of(bars).mark_bar(height=9, yOffset=shift).encode(y=row, x=low)
            yield bar.encode(x2=alt.X2(field="value"), color=_place_colour(), opacity=alt.OpacityValue(0.3))
        ranges = [value for value in numbered if value["low"] and not value["bar"]]
        if ranges:
            line = chart_of(ranges).mark_rule(strokeWidth=5, yOffset=shift).encode(y=row, x=low)
            yield line.encode(x2=alt.X2(field="value"), color=_place_colour(), opacity=alt.OpacityValue(0.5))
            ends = chart_of(ranges).mark_tick(thickness=3, size=16, yOffset=shift)
            yield ends.encode(y=row, x=low, color=_place_colour())
        segments = list(_segments(numbered))
        if segments:
            part = chart_of(segments).mark_bar(height=9, strokeWidth=1.5, filled=False, yOffset=shift)
            yield part.encode(y=row, x=low, x2=alt.X2(field="value"), color=_place_colour())
        dot = chart_of(numbered).mark_point(**POINT, yOffset=shift).encode(y=row, x=x, color=_place_colour())
        yield dot.encode(fill=_place_colour(alt.Fill), fillOpacity=filled())
        yield from about_rings(numbered, {"yOffset": shift}, x=x, y=row, color=_place_colour())
        yield from bound_arrows(numbered, "right", {**_ARROW, "yOffset": shift}, x=x, y=row)
    for number, field in enumerate(lines):
        text = chart_of(values).mark_text(
            align="left",
            baseline="bottom",
            dy=shift - 10 - 15 * (len(lines) - 1 - number),
            fontSize=12,
            fontWeight=400 if number else 600,
            color=INK,
        )
        yield text.encode(y=row, x=LEFT_EDGE, text=alt.Text(field=field, type="nominal"))


def _dates(values: list[Value], unit: str) -> Layers:
    """Values at their dates of issue, with a shape and a colour for each issuer, and a ring around those printed here.

    Beside each stands where its count starts; a line joins the totals of one series.
    """
    dated = with_dates(values, "issued_start", "issued_end")
    if not dated:
        return
    times = [time for value in dated for time in (value["issued_start"], value["issued_end"])]
    top = axes.top(dated) * 1.12
    groups = list(dict.fromkeys(value["group"] for value in dated))
    x = axes.time("middle", "date of issue", times)
    y = alt.Y(
        field="value", type="quantitative", title=unit, scale=alt.Scale(domain=[0, top], nice=False), axis=axes.NUMBERS
    )
    legend = alt.Legend(
        title=None, orient="bottom", columns=1 if max(map(len, groups)) > 20 else 2, labelLimit=280, symbolType="circle"
    )
    colour = alt.Color(field="group", type="nominal", scale=alt.Scale(domain=groups), legend=legend)
    shape = alt.Shape(
        field="group",
        type="nominal",
        scale=alt.Scale(domain=groups, range=[_SHAPES[number % len(_SHAPES)] for number in range(len(groups))]),
        legend=legend,
    )
    in_series = [value for value in dated if value["series"]]
    if in_series:
        line = chart_of(in_series).mark_line(strokeWidth=1.5, strokeDash=DASH)
        yield line.encode(x=x, y=y, color=colour, detail=alt.Detail(field="series", type="nominal"))
    printed_here = [value for value in dated if value["here"]]
    if printed_here:
        ring = chart_of(printed_here).mark_point(shape="circle", size=640, strokeWidth=1.5, filled=False, color=INK)
        yield ring.encode(x=x, y=y)
    points = chart_of(dated).mark_point(size=110, strokeWidth=2, opacity=1)
    yield points.encode(
        x=x, y=y, color=colour, shape=shape,
        fill=alt.Fill(field="group", type="nominal", scale=alt.Scale(domain=groups), legend=None),
        fillOpacity=filled(),
    )  # fmt: skip
    yield from about_rings(dated, x=x, y=y, color=colour)
    yield from bound_arrows(dated, "up", _ARROW, x=x, y=y)
    for value in labels_beside(dated, times, top, _HEIGHT - 2 * axes.AXIS):
        text = chart_of([value]).mark_text(
            align=value["align"], dx=value["dx"], dy=value["dy"], baseline="middle", fontSize=11, color=INK
        )
        yield text.encode(x=x, y=y, text=alt.Text(field="since", type="nominal"))


def _label_lines(values: list[Value]) -> tuple[str, ...]:
    """The fields of a label, one a line; source and date share a line where they fit on it in every row."""
    fits = all(len(value["claim"]) <= _MOST_LETTERS for value in values)
    return ("label", "claim") if fits else ("label", "claimed", "dated")


def _place_colour(channel: type[Any] = alt.Color) -> Any:
    """One colour for what is printed here, another for the record; the labels say the same in words."""
    return channel(field="where", type="nominal", scale=alt.Scale(domain=[HERE, RECORD]), legend=None)


def _segments(values: Iterable[Value]) -> Iterator[Value]:
    """A segment for each part of a value, one after the other from zero."""
    for value in values:
        end = 0.0
        for part in value["parts"]:
            yield {**value, "low": end, "value": end + part}
            end += part
