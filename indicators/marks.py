"""Marks that look like what is known, and the layers that charts are made of.

A row carries its label inside the plot, above its marks, so that a chart is as legible on a phone as on a wide screen.
Times are UTC, in milliseconds since 1970, so that a day is that day in every reader's time zone. A ``Value`` is one
figure as ``charts`` prepares it, of named cells.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import altair as alt
import pandas as pd

_ROW = 50
"""Height of a row with its label, in pixels."""
AXIS = 64
"""Height of an axis with its title, which counts as part of a chart's height."""
_HEIGHT = 280
_ROOM = {"across": 1.1, "up": 1.3}
"""How far an axis goes beyond the largest value, so that an open end and a label have room."""
_DASH = [4, 3]
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between ticks of a time axis."""
DAY = 86_400_000
INK = "currentColor"
"""The colour of the text around the chart, light or dark."""
NUMBERS = alt.Axis(format=",~f", tickCount=4, labelOverlap=True)
_TIPS = ("figure", "what", "qualifier", "source", "status", "covers", "issued", "caveats")

Value = dict[str, Any]
Layers = Iterator[alt.Chart]


def issued(values: list[Value], unit: str) -> Layers:
    """Values at the dates on which they were said, a dashed line from an estimate to its update."""
    dated = with_numbers(values, "said", "said_end")
    known = {value["id"]: value for value in dated}
    links = [
        {**value, "said": known[value["updates"]]["middle"], "low": known[value["updates"]]["value"]}
        for value in dated
        if value["updates"] in known
    ]
    if not dated:
        return
    times = [time for value in dated for time in (value["said"], value["said_end"])]
    x, y = time("middle", "date of issue", times), _up(dated, unit)
    if links:
        yield (
            of(links)
            .mark_rule(strokeDash=_DASH, strokeWidth=1.5)
            .encode(
                x=time("said", "date of issue", times),
                x2=alt.X2(field="middle"),
                y=_up(dated, unit, "low"),
                y2=alt.Y2(field="value"),
                color=_colour(),
            )
        )
    span = time("said", "date of issue", times)
    yield (of(dated).mark_rule(strokeWidth=2).encode(x=span, x2=alt.X2(field="said_end"), y=y, color=_colour()))
    yield (
        of(dated)
        .mark_point(**POINT)
        .encode(x=x, y=y, color=_colour(), fill=_colour(alt.FillDatum), fillOpacity=opacity(1, 0))
    )
    yield from _ends(dated, {"x": x, "y": y}, "up")
    yield _said_above(dated, x, y)


def period(values: list[Value], unit: str) -> Layers:
    """A value over what it covers: a block whose upper edge is open, dashed or closed as the bound is."""
    dated = with_numbers(values, "start", "end")
    if not dated:
        return
    first, last = min(value["start"] for value in dated), max(value["end"] for value in dated)
    room = max((last - first) / 2, 30 * DAY)
    times = [first - room, last + room]
    middle, y = time("middle", "period covered", times), _up(dated, unit)
    over: dict[str, Any] = {
        "x": time("start", "period covered", times),
        "x2": alt.X2(field="end"),
        "y": y,
        "color": _colour(),
    }
    yield of(dated).mark_rect().encode(**over, y2=alt.Y2Datum(0), opacity=opacity())
    for about, dash in ((False, [1, 0]), (True, _DASH)):
        edges = [value for value in dated if value["about"] is about]
        if edges:
            yield of(edges).mark_rule(strokeWidth=3, strokeDash=dash).encode(**over)
    yield from _ends(dated, {"x": middle, "y": y}, "up")
    yield _said_above(dated, middle, y)


def level(values: list[Value], unit: str) -> Layers:
    """A bar for each figure, from zero or the lower end of its range to its value."""
    numbered = with_numbers(values)
    if numbered:
        x = across(numbered, unit)
        yield (
            _rows(numbered)
            .mark_bar(height=16)
            .encode(
                x=across(numbered, unit, "low"),
                x2=alt.X2(field="value"),
                color=_colour(),
                opacity=opacity(),
            )
        )
        yield _rows(numbered).mark_tick(thickness=3, size=22).encode(x=x, color=_colour())
        yield from _ends(numbered, {"x": x, "y": _ROW_OF}, "right")
    yield _labels(values)


def stages(values: list[Value], unit: str) -> Layers:
    """A dot for each figure on a line from zero, coloured by status, hollow where no one is named."""
    numbered = with_numbers(values)
    if numbered:
        x = across(numbered, unit)
        colour = alt.Color(field="status", type="nominal")
        yield (
            _rows(numbered)
            .mark_rule(strokeWidth=2)
            .encode(x=across(numbered, unit, "low"), x2=alt.X2(field="value"), color=colour)
        )
        for about, dash in ((False, [1, 0]), (True, [3, 2])):
            dots = [value for value in numbered if value["about"] is about]
            if dots:
                yield (
                    _rows(dots)
                    .mark_point(**POINT, strokeDash=dash)
                    .encode(
                        x=x,
                        color=colour,
                        fill=alt.Fill(field="status", type="nominal"),
                        fillOpacity=alt.value(0) if about else opacity(1, 0),
                    )
                )
        yield from _ends(numbered, {"x": x, "y": _ROW_OF}, "right")
    yield _labels(values)


def strip(values: list[Value], times: list[float]) -> Layers:
    """A row for each figure on one time axis: a bar for what it covers, a diamond for when it was said."""

    def x(field: str) -> alt.X:
        return time(field, None, times, grid=True)

    covering = [value for value in values if value["covering"]]
    if covering:
        yield _rows(covering).mark_bar(height=9).encode(x=x("start"), x2=alt.X2(field="end"), color=_colour())
    for end, field, shape in (("no_start", "start", "left"), ("no_end", "end", "right")):
        undated = [value for value in covering if value[end]]
        if undated:
            yield (
                _rows(undated)
                .mark_point(shape=f"triangle-{shape}", filled=True, size=130, opacity=1)
                .encode(x=x(field), color=_colour())
            )
    said = [value for value in values if value["said"]]
    if said:
        other = alt.ColorDatum("issued", type="nominal")
        yield (_rows(said).mark_rule(strokeWidth=3).encode(x=x("said"), x2=alt.X2(field="said_end"), color=other))
        middles = [{**value, "middle": (value["said"] + value["said_end"]) / 2} for value in said]
        yield (
            _rows(middles)
            .mark_point(shape="diamond", filled=True, size=110, opacity=1)
            .encode(x=x("middle"), color=other)
        )
    yield _labels(values)


POINT: dict[str, Any] = {"size": 150, "strokeWidth": 2.5, "opacity": 1}
_ROW_OF = alt.Y(field="id", type="nominal", title=None, sort=None, axis=None)


def with_numbers(values: list[Value], *ends: str) -> list[Value]:
    """The figures that have a number and, where ``ends`` of a time are named, both of them, with their middle."""
    return [
        {**value, "middle": sum(value[end] for end in ends) / 2}
        for value in values
        if value["value"] is not None and all(value[end] for end in ends)
    ]


def of(values: list[Value]) -> alt.Chart:
    """A chart of these figures, each of whose marks tells of its figure when pointed at."""
    tips = [alt.Tooltip(field=name, type="nominal", title=name) for name in _TIPS]
    chart: alt.Chart = alt.Chart(alt.InlineData(values=values)).encode(tooltip=tips)
    return chart


def _rows(values: list[Value]) -> alt.Chart:
    """One row for each figure, in the order given."""
    chart: alt.Chart = of(values).encode(y=_ROW_OF)
    return chart


def _labels(values: list[Value]) -> alt.Chart:
    """What each row is, written above its marks from the left edge of the plot."""
    label = alt.Text(field="label", type="nominal")
    text = _rows(values).mark_text(align="left", baseline="bottom", dy=-9, fontSize=12, color=INK)
    chart: alt.Chart = text.encode(x=alt.value(1), text=label)
    return chart


def _said_above(values: list[Value], x: alt.X, y: alt.Y) -> alt.Chart:
    """The figure in words, above its mark."""
    label = alt.Text(field="short", type="nominal")
    text = of(values).mark_text(dy=-32, fontSize=13, fontWeight=600, color=INK)
    chart: alt.Chart = text.encode(x=x, y=y, text=label)
    return chart


def _ends(values: list[Value], where: dict[str, Any], towards: str) -> Layers:
    """An arrow beyond the value where it is a lower bound, and back from it where it is an upper bound."""
    offset, back, sign = ("xOffset", "left", 1) if towards == "right" else ("yOffset", "down", -1)
    for side, shape, shift in (("above", towards, 14 * sign), ("below", back, -14 * sign)):
        bounded = [value for value in values if value[side]]
        if bounded:
            mark: dict[str, Any] = {
                "shape": f"triangle-{shape}",
                "filled": True,
                "size": 130,
                "opacity": 1,
                offset: shift,
            }
            yield of(bounded).mark_point(**mark).encode(**where, color=_colour())


def across(values: list[Value], unit: str, field: str = "value") -> alt.X:
    """An axis of numbers from zero, with room beyond the largest."""
    scale = alt.Scale(domain=[0, top(values) * _ROOM["across"]], nice=False)
    return alt.X(field=field, type="quantitative", title=unit, scale=scale, axis=NUMBERS)


def _up(values: list[Value], unit: str, field: str = "value") -> alt.Y:
    scale = alt.Scale(domain=[0, top(values) * _ROOM["up"]], nice=False)
    return alt.Y(field=field, type="quantitative", title=unit, scale=scale, axis=NUMBERS)


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


def _colour(channel: type[Any] = alt.ColorDatum) -> Any:
    """The first colour of the page's palette, light or dark."""
    return channel("figure", type="nominal")


def opacity(named: float = 0.6, unnamed: float = 0.2) -> Any:
    """How strongly a mark is filled: an unnamed source leaves it pale."""
    return alt.condition("datum.named", alt.value(named), alt.value(unnamed))


def layer(layers: Layers, rows: int) -> Value:
    """The layers as one chart, without a legend."""
    height = rows * _ROW + AXIS if rows else _HEIGHT
    chart = alt.layer(*layers).properties(width="container", height=height).configure_legend(disable=True)
    spec: Value = chart.to_dict(validate=False)  # a test validates; here it would take a third of the time
    return spec


LAYERS: Mapping[str, Callable[[list[Value], str], Layers]] = {
    "issued": issued,
    "period": period,
    "level": level,
    "stages": stages,
}
"""The layers of each chart that an indicator may name, of values and the unit of their axis."""

BY_ROW = ("level", "stages")
"""The charts that have a row for each figure, and grow with their number."""
