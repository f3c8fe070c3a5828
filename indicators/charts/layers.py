"""The layers of each chart that an indicator may name.

A row carries its label inside the plot, above its marks, so that a chart is as legible on a phone as on a wide screen.
"""

from collections.abc import Callable, Mapping

import altair as alt

from indicators.charts import axes, typeface
from indicators.charts.axes import DAY, Spec, Value
from indicators.charts.labels import labels_above
from indicators.charts.marks import (
    DASH,
    INK,
    LEFT_EDGE,
    PAPER,
    POINT,
    Layers,
    about_rings,
    bound_arrows,
    by_edge,
    by_width,
    chart_of,
    filled,
    first_colour,
    opacity,
    points,
    with_dates,
    with_numbers,
)

_ROW = alt.Y(field="id", type="nominal", title=None, sort=None, axis=None)
_LETTERS, LABEL_LINE = 12, 15
"""Size of the letters of a label, and height of one of its lines, in pixels."""
_WIDEST_LABEL = 320
"""Width of a line of a label in pixels: one that is wider than the plot of a phone leaves no room to the marks."""
_ABOVE_MARK = 17
"""Distance in pixels of a label from the middle of its mark: a ring around that stays clear of the letters."""
_ARROW = {"size": 130, "opacity": 1}


def issued(values: list[Value], unit: str) -> Layers:
    """Values at their dates of issue, a step from each to its update: what is said stands until it is said anew."""
    dated = with_dates(values, "issued_start", "issued_end")
    if not dated:
        return
    known = {value["id"]: value for value in dated}
    updates = [
        {**value, "issued_start": known[value["updates"]]["middle"], "low": known[value["updates"]]["value"]}
        for value in dated
        if value["updates"] in known
    ]
    times = [time for value in dated for time in (value["issued_start"], value["issued_end"])]
    dated, lines = labels_above(dated, times)
    x, y = axes.time("middle", "date of issue", times), axes.up(dated, unit, lines)
    start = axes.time("issued_start", "date of issue", times)
    if updates:
        low, until = axes.up(dated, unit, lines, "low"), alt.X2(field="middle")
        run = chart_of(updates).mark_rule(strokeDash=DASH, strokeWidth=1.5)
        yield run.encode(x=start, x2=until, y=low, color=first_colour())
        rise = chart_of(updates).mark_rule(strokeWidth=1.5)
        yield rise.encode(x=x, y=low, y2=alt.Y2(field="value"), color=first_colour())
    yield (
        chart_of(dated)
        .mark_rule(strokeWidth=2)
        .encode(x=start, x2=alt.X2(field="issued_end"), y=y, color=first_colour())
    )
    yield chart_of(dated).mark_point(**POINT).encode(x=x, y=y, color=first_colour(), fill=filled())
    yield from about_rings(dated, x=x, y=y, color=first_colour())
    yield from bound_arrows(dated, "up", _ARROW, x=x, y=y, color=first_colour())
    yield from _text_above(dated, x, y)


def period(values: list[Value], unit: str) -> Layers:
    """Values over the period that they cover: blocks with an open, dashed or closed upper edge, as the bound is."""
    dated = with_dates(values, "start", "end")
    if not dated:
        return
    first, last = min(value["start"] for value in dated), max(value["end"] for value in dated)
    room = max((last - first) / 2, 30 * DAY)
    times = [first - room, last + room]
    dated, lines = labels_above(dated, times)
    middle, y = axes.time("middle", "period covered", times), axes.up(dated, unit, lines)
    over: Spec = {
        "x": axes.time("start", "period covered", times),
        "x2": alt.X2(field="end"),
        "y": y,
        "color": first_colour(),
    }
    for group, widened in by_width(dated, "start", "end", times):
        yield chart_of(group).mark_rect(**widened).encode(**over, y2=alt.Y2Datum(0), opacity=opacity())
        for about, dash in ((False, [1, 0]), (True, DASH)):
            edges = [value for value in group if value["about"] is about]
            if edges:
                yield chart_of(edges).mark_rule(strokeWidth=3, strokeDash=dash, **widened).encode(**over)
    yield from bound_arrows(dated, "up", _ARROW, x=middle, y=y, color=first_colour())
    yield from _text_above(dated, middle, y)


def level(values: list[Value], unit: str) -> Layers:
    """A bar for each figure, from zero or the lower end of its range to its value."""
    numbered = with_numbers(values)
    if numbered:
        x = axes.across(numbered, unit)
        low = axes.across(numbered, unit, "low")
        shift: Spec = {"yOffset": _shift(values)}
        for group, edge in by_edge(numbered):
            bar = _rows(group).mark_bar(height=16, **shift, **edge)
            yield bar.encode(x=low, x2=alt.X2(field="value"), color=first_colour(), opacity=opacity())
        stated = [value for value in numbered if not value["about"]]
        if stated:
            yield _rows(stated).mark_tick(thickness=3, size=22, **shift).encode(x=x, color=first_colour())
        yield from about_rings(numbered, shift, x=x, y=_ROW, color=first_colour())
        yield from bound_arrows(numbered, "right", {**_ARROW, **shift}, x=x, y=_ROW, color=first_colour())
    yield from _row_labels(values)


def stages(values: list[Value], unit: str) -> Layers:
    """A dot for each figure on a line from zero, hollow where the source is not named; the label says the status.

    What is expected and not observed is a square on a dashed line.
    """
    numbered = with_numbers(values)
    if numbered:
        x = axes.across(numbered, unit)
        low = axes.across(numbered, unit, "low")
        shift: Spec = {"yOffset": _shift(values)}
        for expected, dash in ((False, [1, 0]), (True, DASH)):
            group = [value for value in numbered if value["expected"] is expected]
            if group:
                line = _rows(group).mark_rule(strokeWidth=2, strokeDash=dash, **shift)
                yield line.encode(x=low, x2=alt.X2(field="value"), color=first_colour())
        yield from points(numbered, {**POINT, **shift}, shift, x=x, y=_ROW)
        yield from bound_arrows(numbered, "right", {**_ARROW, **shift}, x=x, y=_ROW, color=first_colour())
    yield from _row_labels(values)


def _rows(values: list[Value]) -> alt.Chart:
    """A chart with a row for each figure, in the order given."""
    chart: alt.Chart = chart_of(values).encode(y=_ROW)
    return chart


def label_lines(values: list[Value]) -> int:
    """The most lines of the label of a row, on a phone."""
    return max((len(_lines(value)) for value in values), default=1)


def _lines(value: Value) -> list[str]:
    return list(typeface.even_lines(value["label"], _LETTERS, _WIDEST_LABEL)) or [""]


def _shift(values: list[Value]) -> float:
    """How far below the middle of a row its marks stand, so that the label above them stays in the row."""
    return _ABOVE_MARK - 8 + LABEL_LINE / 2 * (label_lines(values) - 1)


def _row_labels(values: list[Value]) -> Layers:
    """The label of each row above its marks, from the left edge of the plot; its last line stands lowest."""
    for number in range(label_lines(values)):
        having = [{**value, "line": _lines(value)[-1 - number]} for value in values if number < len(_lines(value))]
        text = _rows(having).mark_text(
            align="left",
            baseline="bottom",
            dy=_shift(values) - _ABOVE_MARK - LABEL_LINE * number,
            fontSize=_LETTERS,
            color=INK,
        )
        yield text.encode(x=LEFT_EDGE, text=alt.Text(field="line", type="nominal"))


def _text_above(values: list[Value], x: alt.X, y: alt.Y) -> Layers:
    """The figure in words above its mark, where its label has a place."""
    label = alt.Text(field="short", type="nominal")
    written = [value for value in values if value["lifted"] is not None]
    for align, dx, dy in dict.fromkeys((value["align"], value["dx"], value["dy"]) for value in written):
        alike = chart_of([value for value in written if (value["align"], value["dx"], value["dy"]) == (align, dx, dy)])
        # The first has an edge in the colour of the paper, so that no line of the grid strikes the label through.
        for edge in ({"color": PAPER, "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"}, {"color": INK}):
            text = alike.mark_text(align=align, dx=dx, dy=dy, fontSize=13, fontWeight=600, **edge)
            yield text.encode(x=x, y=y, text=label)


LAYERS: Mapping[str, Callable[[list[Value], str], Layers]] = {
    "issued": issued,
    "period": period,
    "level": level,
    "stages": stages,
}
"""The layers by name of the chart, made of values and the unit of their axis."""

BY_ROW = ("level", "stages")
"""The charts that have a row for each figure."""
