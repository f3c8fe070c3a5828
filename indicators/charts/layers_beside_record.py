"""Layers of the charts that show figures of the subject and of the public record side by side.

As in ``layers``, a row carries its label inside the plot, above its marks.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter

import altair as alt

from indicators.charts import axes, typeface
from indicators.charts.axes import Value
from indicators.charts.marks import (
    INK,
    LEFT_EDGE,
    PLACE,
    POINT,
    Layers,
    about_rings,
    bound_arrows,
    by_edge,
    chart_of,
    filled,
    place_colour,
    with_numbers,
)
from indicators.charts.specification import specification

_ROW_HEIGHT, _LINE = 30, 15
"""Height in pixels of a row without its label, and of a line of that."""
_LETTERS = 12
"""Size in pixels of the letters of a label."""
_MOST_LETTERS, _WIDEST_LABEL = 57, 310
"""Maximum number of letters, and width in pixels, for which a line of a label has room on a phone."""
_LABEL_AND_DAY = ("label",)
_RIGHT_EDGE = alt.XValue("width")  # type: ignore[no-untyped-call]
_ARROW = {"size": 70, "color": INK, "opacity": 0.8}


def chart_by_row(values: list[Value], unit: str) -> Value:
    """The specification of a chart with a row for each figure, in the order given.

    Where the figures have several values of ``panel``, which must stand together, each has its heading above them.
    """
    rows = _with_headings(values)
    height = len(rows) * (_ROW_HEIGHT + _LINE * len(_label_lines(values))) + axes.AXIS + 16
    return specification(chain(_rows(values, unit, rows), _headings(rows)), height)


def _with_headings(values: list[Value]) -> list[Value]:
    """The figures, and before the first of each panel one row more, whose only content is its ``heading``."""
    if len({value["panel"] for value in values}) < 2:
        return values
    rows: list[Value] = []
    for panel, figures in groupby(values, itemgetter("panel")):
        # No id of a figure has a space.
        rows += [{"id": f"panel {panel}", "heading": panel}, *figures]
    return rows


def _rows(values: list[Value], unit: str, rows: list[Value]) -> Layers:
    """A row for each figure: a dot, a thick line for a range, segments where its parts are known.

    A bar leads from zero to a dot. The ``rows`` are those of the figures and of headings.
    """
    numbered = with_numbers(values)
    row = _row(rows)
    lines = _label_lines(values)
    shift = _LINE / 2 * len(lines)  # so that a label and its marks stand together in the middle of their row
    if numbered:
        x, low = axes.across(numbered, unit), axes.across(numbered, unit, "low")
        for group, edge in by_edge([value for value in numbered if not value["low"]]):
            bar = chart_of(group).mark_bar(height=9, yOffset=shift, **edge).encode(y=row, x=low)
            yield bar.encode(x2=alt.X2(field="value"), color=place_colour(), opacity=alt.OpacityValue(0.3))
        ranges = [value for value in numbered if value["low"]]
        if ranges:
            line = chart_of(ranges).mark_rule(strokeWidth=5, yOffset=shift).encode(y=row, x=low)
            yield line.encode(x2=alt.X2(field="value"), color=place_colour(), opacity=alt.OpacityValue(0.5))
            ends = chart_of(ranges).mark_tick(thickness=3, size=16, yOffset=shift)
            yield ends.encode(y=row, x=low, color=place_colour())
        segments = list(_segments(numbered))
        if segments:
            part = chart_of(segments).mark_bar(height=9, strokeWidth=1.5, filled=False, yOffset=shift)
            yield part.encode(y=row, x=low, x2=alt.X2(field="value"), color=place_colour())
        for expected, shape in ((False, "circle"), (True, "square")):
            group = [value for value in numbered if value["expected"] is expected]
            if group:
                dot = chart_of(group).mark_point(**POINT, shape=shape, yOffset=shift)
                yield dot.encode(y=row, x=x, color=place_colour(), fill=filled(**PLACE))
        yield from about_rings(numbered, {"yOffset": shift}, x=x, y=row, color=place_colour())
        yield from bound_arrows(numbered, "right", {**_ARROW, "yOffset": shift}, x=x, y=row)
    for number, field in enumerate(lines):
        text = chart_of(values).mark_text(
            align="left",
            baseline="bottom",
            dy=shift - 10 - _LINE * (len(lines) - 1 - number),
            fontSize=_LETTERS,
            fontWeight=400 if number else 600,
            color=INK,
        )
        yield text.encode(y=row, x=LEFT_EDGE, text=alt.Text(field=field, type="nominal"))
    if lines == _LABEL_AND_DAY:
        text = chart_of(values).mark_text(
            align="right", baseline="bottom", dx=-1, dy=shift - 10, fontSize=_LETTERS, color=INK
        )
        yield text.encode(y=row, x=_RIGHT_EDGE, text=alt.Text(field="said", type="nominal"))


def _headings(rows: list[Value]) -> Layers:
    """The name of each panel above its rows, and below the name a line from edge to edge."""
    headings = [row for row in rows if "heading" in row]
    if headings:
        low = (_ROW_HEIGHT + _LINE) / 2
        text = chart_of(headings).mark_text(
            align="left", baseline="bottom", dy=low - 10, fontSize=_LETTERS + 2, fontWeight=700, color=INK
        )
        yield text.encode(y=_row(rows), x=LEFT_EDGE, text=alt.Text(field="heading", type="nominal"))
        line = chart_of(headings).mark_rule(strokeWidth=1, opacity=0.5, color=INK, yOffset=low - 6)
        yield line.encode(y=_row(rows))


def _row(rows: list[Value]) -> alt.Y:
    return alt.Y(field="id", type="nominal", title=None, sort=[row["id"] for row in rows], axis=None)


def _label_lines(values: list[Value]) -> tuple[str, ...]:
    """The fields of a label, one a line, of which as many share a line as fit on it in every row.

    A label with a day beside it has one line: the day stands at its right.
    """
    if all(value["said"] for value in values):
        widths = (_width(value["label"], bold=True) + _width(value["said"]) for value in values)
        return _LABEL_AND_DAY if max(widths) <= _WIDEST_LABEL else ("label", "said")
    fits = all(len(value["claim"]) <= _MOST_LETTERS for value in values)
    return ("label", "claim") if fits else ("label", "claimed", "dated")


def _width(text: str, *, bold: bool = False) -> float:
    return typeface.width(text, _LETTERS, bold=bold)


def _segments(values: Iterable[Value]) -> Iterator[Value]:
    """A segment for each part of a value, one after the other from zero."""
    for value in values:
        end = 0.0
        for part in value["parts"]:
            yield {**value, "low": end, "value": end + part}
            end += part
