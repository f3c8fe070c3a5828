"""Layers of the charts that show figures of the subject and of the public record side by side.

As in ``layers``, a row carries its label inside the plot, above its marks. A row is as high as its label and marks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import altair as alt

from indicators.charts import axes, row_labels, typeface
from indicators.charts.axes import Spec, Value
from indicators.charts.marks import (
    DASH,
    INK,
    LEFT_EDGE,
    PLACE,
    POINT,
    Layers,
    about_rings,
    bound_arrows,
    chart_of,
    filled,
    place_colour,
    with_numbers,
)
from indicators.charts.row_labels import Line
from indicators.charts.specification import specification

_ABOVE_MARK, _MARK, _BELOW_MARK = 18, 18, 22
"""Distances in pixels: from the label to its first mark, from a mark to the next, from the last to the next row."""
_NAMES = 13
"""Height in pixels of the names of the parts of a number, below them."""
_HEADING = 36
_PLOT_ON_PHONE = 250
"""Width of the plot on a phone, in pixels."""
_ARROW: Spec = {"size": 70, "color": INK, "opacity": 1}
_OFFSET: Spec = {"yOffset": alt.ExprRef("datum.offset")}


@dataclass(frozen=True, kw_only=True)
class DrawnRow:
    """A row: its label, the data of its marks, and name and number of the parts of which its first number is made up.

    Several marks are of one publication.
    """

    panel: str
    lines: tuple[Line, ...]
    marks: tuple[Value, ...]
    parts: tuple[tuple[str, float], ...]


def chart_by_row(rows: Sequence[DrawnRow], unit: str) -> Spec:
    """The specification of a chart with these rows; those of a panel stand together, below its heading."""
    placed: list[Value] = []
    lines: list[Value] = []
    top, panel = 0, ""
    for row in rows:
        if row.panel != panel:
            panel = row.panel
            lines.append({"heading": panel, "y": top})
            top += _HEADING
        label, high = row_labels.placed(row.lines, top)
        lines += label
        marks = with_numbers(list(row.marks))
        offset = high + _ABOVE_MARK
        for place, value in enumerate(marks):
            placed.append({**value, "y": top, "offset": offset + _MARK * place, "row": row.marks[0]["id"]})
        names = _NAMES if row.parts else 0
        top += high + (_ABOVE_MARK + _MARK * (len(marks) - 1) + names if marks else 0) + _BELOW_MARK
    y = alt.Y(field="y", type="quantitative", axis=None, scale=alt.Scale(domain=[top, 0], nice=False, zero=False))
    layers = chain(_marks(placed, unit, y, rows), row_labels.layers([line for line in lines if "text" in line], y))
    return specification(chain(layers, _headings([line for line in lines if "heading" in line], y)), top + axes.AXIS)


def _marks(placed: list[Value], unit: str, y: alt.Y, rows: Sequence[DrawnRow]) -> Layers:
    """For each row a line from zero to its dots, a bar with ends for a range, and outlined segments for its parts."""
    if not placed:
        return
    x, low = axes.across(placed, unit), axes.across(placed, unit, "low")
    end = alt.X2(field="value")
    by_row: dict[str, list[Value]] = {}
    for value in placed:
        by_row.setdefault(value["row"], []).append(value)
    parts = {row.marks[0]["id"]: row.parts for row in rows}
    stems = [_stem(values) for name, values in by_row.items() if not values[0]["low"] and not parts[name]]
    for expected, dash in ((False, [1, 0]), (True, DASH)):
        group = [value for value in stems if value["expected"] is expected]
        if group:
            stem = chart_of(group).mark_rule(strokeWidth=2, strokeDash=dash, **_OFFSET)
            yield stem.encode(y=y, x=low, x2=end, color=place_colour())
    segments = list(_segments(by_row, parts, axes.end_across(placed)))
    if segments:
        part = chart_of(segments).mark_bar(height=12, strokeWidth=1.5, filled=False, **_OFFSET)
        yield part.encode(y=y, x=low, x2=end, color=place_colour())
        name = chart_of(segments).mark_text(
            align="left",
            baseline="top",
            dx=2,
            dy=alt.ExprRef("datum.offset + 9"),
            fontSize=row_labels.LETTERS,
            color=INK,
        )
        yield name.encode(y=y, x=low, text=alt.Text(field="name", type="nominal"))
    ranges = [value for value in placed if value["low"]]
    if ranges:
        bar = chart_of(ranges).mark_bar(height=6, strokeWidth=1.5, **_OFFSET)
        yield bar.encode(y=y, x=low, x2=end, stroke=place_colour(), fill=filled(**PLACE))
        for side in (low, x):
            ends = chart_of(ranges).mark_tick(thickness=3, size=16, **_OFFSET)
            yield ends.encode(y=y, x=side, color=place_colour())
    single = [value for value in placed if not value["low"]]
    for expected, shape in ((False, "circle"), (True, "square")):
        group = [value for value in single if value["expected"] is expected]
        if group:
            dot = chart_of(group).mark_point(**POINT, shape=shape, **_OFFSET)
            yield dot.encode(y=y, x=x, color=place_colour(), fill=filled(**PLACE))
    yield from about_rings(single, _OFFSET, x=x, y=y, color=place_colour())
    yield from bound_arrows(single, "right", {**_ARROW, **_OFFSET}, x=x, y=y)


def _stem(values: list[Value]) -> Value:
    """The line from zero to the marks of a row, in the middle of them, as long as the largest says."""
    farthest = max(values, key=lambda value: float(value["value"]))
    middle = (values[0]["offset"] + values[-1]["offset"]) / 2
    return {**values[0], "value": farthest["value"], "offset": middle}


def _segments(
    by_row: dict[str, list[Value]], parts: dict[str, tuple[tuple[str, float], ...]], end: float
) -> Iterator[Value]:
    """A segment for each part of a number, one after the other from zero, with its name where it has room."""
    for name, values in by_row.items():
        low = 0.0
        for title, number in parts[name]:
            fits = typeface.width(title, row_labels.LETTERS) + 4 <= number / end * _PLOT_ON_PHONE
            yield {**values[0], "low": low, "value": low + number, "name": title if fits else ""}
            low += number


def _headings(headings: list[Value], y: alt.Y) -> Layers:
    """The name of each panel above its rows, and below the name a line from edge to edge."""
    if headings:
        text = chart_of(headings).mark_text(
            align="left",
            baseline="bottom",
            dy=_HEADING - 12,
            fontSize=row_labels.LETTERS + 2,
            fontWeight=700,
            color=INK,
        )
        yield text.encode(y=y, x=LEFT_EDGE, text=alt.Text(field="heading", type="nominal"))
        yield chart_of(headings).mark_rule(strokeWidth=1, opacity=0.5, color=INK, yOffset=_HEADING - 8).encode(y=y)
