"""Layers of the charts over time: lines with gaps and bands, bars around zero, and a row for each of several series."""

from collections.abc import Callable, Iterable, Sequence

import altair as alt

from indicators.charts import axes, scale
from indicators.charts.axes import Domain, Value
from indicators.charts.marks import (
    INK,
    LEFT_EDGE,
    Layers,
    about_rings,
    bound_arrows,
    by_edge,
    by_width,
    chart_of,
    first_colour,
    opacity,
    points,
)
from indicators.charts.specification import TOOLTIP_FIELDS
from indicators.charts.statistical_values import LABEL_LINE, LABEL_SIZE

HEIGHT, ROW_HEIGHT = 220, 62
"""Height in pixels of the plot of a single series, and of each of several without its label."""
_MOST_POINTS = 40
"""Number of values of a series above which only single values have a point."""
_ARROW = {"size": 90, "opacity": 1}
_RING = {"size": 150}


def single(values: list[Value], ends: Domain, *, bars: bool) -> Layers:
    """One series: a line from value to value, or a bar for the period of each (``bars``)."""
    base = _base(ends)
    based = [{**value, "zero": base} for value in values]
    yield from _marks(based, lambda field: scale.up(ends, field), bars=bars)


def several(series: Sequence[list[Value]], ends: Domain, *, bars: bool) -> Layers:
    """Several series below each other on one scale, each with its label, which is that of its first value."""
    band = row_height(series)
    share = ROW_HEIGHT / band

    def placed(number: float, row: int) -> float:
        return len(series) - 1 - row + (number - ends[0]) / (ends[1] - ends[0]) * share * 0.94

    values = [
        {
            **value,
            **{name: placed(value[name], row) for name in scale.NUMBER_FIELDS if value[name] is not None},
            "zero": placed(_base(ends), row),
        }
        for row, members in enumerate(series)
        for value in members
    ]
    ticks = [
        (placed(number, row), words) for row in range(len(series)) for number, words in scale.outer_ticks(ends).items()
    ]
    words = ", ".join(f"'{place:.6f}': '{number}'" for place, number in ticks)
    axis = alt.Axis(
        values=[place for place, _ in ticks],
        labelExpr=f"{{{words}}}[format(datum.value, '.6f')]",
        grid=True,
        domain=False,
    )
    rows = alt.Scale(domain=[0, len(series)], nice=False, zero=False)

    def at(field: str) -> alt.Y:
        return alt.Y(field=field, type="quantitative", title=None, scale=rows, axis=axis)

    yield from _marks(values, at, bars=bars)
    labels = [
        {name: members[0][name] for name in (*TOOLTIP_FIELDS, "label")} | {"top": len(series) - row}
        for row, members in enumerate(series)
    ]
    text = chart_of(labels).mark_text(
        align="left", baseline="top", dy=5, fontSize=LABEL_SIZE, color=INK, lineBreak="\n", lineHeight=LABEL_LINE
    )
    yield text.encode(x=LEFT_EDGE, y=at("top"), text=alt.Text(field="label", type="nominal"))


def row_height(series: Iterable[list[Value]]) -> int:
    """Height in pixels of each of several series, with its label."""
    lines: Iterable[int] = (members[0]["label"].count("\n") + 1 for members in series)
    return ROW_HEIGHT + LABEL_LINE * max(lines)


def _base(ends: Domain) -> float:
    return 0.0 if scale.has_zero(ends) else ends[0]


def _marks(values: list[Value], at: Callable[[str], alt.Y], *, bars: bool) -> Layers:
    """The marks of all series on one axis; ``segment`` of a value names the run to which it belongs."""
    times = [time for value in values for time in (value["start"], value["end"])]
    x, start = axes.time("middle", None, times), axes.time("start", None, times)
    run = alt.Detail(field="segment", type="nominal")

    bases = [{"zero": zero} for zero in dict.fromkeys(value["zero"] for value in values)]
    yield chart_of(bases).mark_rule(strokeWidth=1, color=INK, opacity=0.5).encode(y=at("zero"))
    current = [value for value in values if value["current"]]
    ranges = [value for value in current if value["value"] is None]
    for alike, edge in by_edge(ranges):
        for group, widened in by_width(alike, "start", "end", times):
            yield chart_of(group).mark_rect(**widened, **edge).encode(
                x=start, x2=alt.X2(field="end"), y=at("low"), y2=alt.Y2(field="high"), color=first_colour(),
                opacity=opacity(),
            )  # fmt: skip
    numbered = [value for value in current if value["value"] is not None]
    if bars:
        for alike, edge in by_edge(numbered):
            for group, widened in by_width(alike, "start", "end", times):
                look = widened or {"xOffset": 1, "x2Offset": -1}  # a gap between neighbours
                yield chart_of(group).mark_rect(**look, **edge).encode(
                    x=start, x2=alt.X2(field="end"), y=at("zero"), y2=alt.Y2(field="value"), color=first_colour(),
                    opacity=opacity(),
                )  # fmt: skip
    yield from _uncertainty(numbered, x, at, run, bars=bars)
    if bars:
        yield from about_rings(numbered, _RING, x=x, y=at("value"), color=first_colour())
    elif numbered:
        yield chart_of(numbered).mark_line(strokeWidth=2).encode(x=x, y=at("value"), detail=run, color=first_colour())
        crowded = len(numbered) > _MOST_POINTS * len(bases)
        shown = [value for value in numbered if value["marked"] or value["alone"]] if crowded else numbered
        look = {"size": 40, "strokeWidth": 2, "opacity": 1}
        yield from points(shown, look, _RING, x=x, y=at("value"))
    yield from bound_arrows(numbered, "up", _ARROW, x=x, y=at("value"), color=first_colour())
    replaced = [value for value in values if not value["current"] and value["value"] is not None]
    if replaced:
        point = chart_of(replaced).mark_point(shape="diamond", size=70, strokeWidth=1.5, filled=False, opacity=1)
        yield point.encode(x=x, y=at("value"), color=alt.ColorValue(INK))


def _uncertainty(values: list[Value], x: alt.X, at: Callable[[str], alt.Y], run: alt.Detail, *, bars: bool) -> Layers:
    """The published intervals: a band along a line, and a line at each value that no line joins to another."""
    uncertain = [value for value in values if value["interval_low"] is not None]
    alone = [value for value in uncertain if bars or value["alone"]]
    joined = [value for value in uncertain if not bars and not value["alone"]]
    if joined:
        band = chart_of(joined).mark_area(opacity=0.2)
        yield band.encode(x=x, y=at("interval_low"), y2=alt.Y2(field="interval_high"), detail=run, color=first_colour())
    if alone:
        line = chart_of(alone).mark_rule(strokeWidth=2, color=INK, opacity=0.75)
        yield line.encode(x=x, y=at("interval_low"), y2=alt.Y2(field="interval_high"))
