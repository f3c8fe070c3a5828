"""Marks that look like what is known, and the layers that charts are made of.

A row carries its label inside the plot, above its marks, so that a chart is as legible on a phone as on a wide screen.
Times are UTC, in milliseconds since 1970, so that a day is that day in every reader's time zone. A ``Value`` is one
figure as ``charts`` prepares it, of named cells.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import altair as alt

from indicators.charts import axes
from indicators.charts.axes import AXIS, DAY, Value

_ROW = 50
"""Height of a row with its label, in pixels."""
_HEIGHT = 280
_DASH = [4, 3]
_NARROW, _PLOT = 250, 204
"""Width of the plot on a phone, and its height, in pixels."""
_LETTER, _LINE, _MOST_LINES = 7.2, 16, 6
"""Width of a letter and height of a line of a label, in pixels; as many lines as a label is lifted at most."""
_ABOVE = 34
"""From a mark to the top of its label, in pixels."""
INK = "currentColor"
"""The colour of the text around the chart, light or dark."""
TIPS = ("figure", "what", "qualifier", "source", "status", "covers", "issued", "caveats")
"""Cells of a value that a mark tells when it is pointed at."""
_TIP = {"expr": "{" + ", ".join(f"{name}: datum.{name}" for name in TIPS) + "}"}
"""One object of text: as eight channels of each layer they took the browser a third of a chart's time."""

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
    dated, lines = _apart(dated, times)
    x, y = axes.time("middle", "date of issue", times), axes.up(dated, unit, lines)
    if links:
        yield (
            of(links)
            .mark_rule(strokeDash=_DASH, strokeWidth=1.5)
            .encode(
                x=axes.time("said", "date of issue", times),
                x2=alt.X2(field="middle"),
                y=axes.up(dated, unit, lines, "low"),
                y2=alt.Y2(field="value"),
                color=_colour(),
            )
        )
    span = axes.time("said", "date of issue", times)
    yield (of(dated).mark_rule(strokeWidth=2).encode(x=span, x2=alt.X2(field="said_end"), y=y, color=_colour()))
    yield (
        of(dated)
        .mark_point(**POINT)
        .encode(x=x, y=y, color=_colour(), fill=_colour(alt.FillDatum), fillOpacity=filled())
    )
    yield from _ends(dated, {"x": x, "y": y}, "up")
    yield from _said_above(dated, x, y)


def period(values: list[Value], unit: str) -> Layers:
    """A value over what it covers: a block whose upper edge is open, dashed or closed as the bound is."""
    dated = with_numbers(values, "start", "end")
    if not dated:
        return
    first, last = min(value["start"] for value in dated), max(value["end"] for value in dated)
    room = max((last - first) / 2, 30 * DAY)
    times = [first - room, last + room]
    dated, lines = _apart(dated, times)
    middle, y = axes.time("middle", "period covered", times), axes.up(dated, unit, lines)
    over: dict[str, Any] = {
        "x": axes.time("start", "period covered", times),
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
    yield from _said_above(dated, middle, y)


def level(values: list[Value], unit: str) -> Layers:
    """A bar for each figure, from zero or the lower end of its range to its value."""
    numbered = with_numbers(values)
    if numbered:
        x = axes.across(numbered, unit)
        yield (
            _rows(numbered)
            .mark_bar(height=16)
            .encode(
                x=axes.across(numbered, unit, "low"),
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
        x = axes.across(numbered, unit)
        colour = alt.Color(field="status", type="nominal")
        yield (
            _rows(numbered)
            .mark_rule(strokeWidth=2)
            .encode(x=axes.across(numbered, unit, "low"), x2=alt.X2(field="value"), color=colour)
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
                        fillOpacity=HOLLOW if about else filled(),
                    )
                )
        yield from _ends(numbered, {"x": x, "y": _ROW_OF}, "right")
    yield _labels(values)


def strip(values: list[Value], times: list[float]) -> Layers:
    """A row for each figure on one time axis: a bar for what it covers, a diamond for when it was said."""

    def x(field: str) -> alt.X:
        return axes.time(field, None, times, grid=True)

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
    said = [{**value, "middle": (value["said"] + value["said_end"]) / 2} for value in values if value["said"]]
    if said:
        other = alt.ColorDatum("issued", type="nominal")
        yield (_rows(said).mark_rule(strokeWidth=3).encode(x=x("said"), x2=alt.X2(field="said_end"), color=other))
        yield (
            _rows(said).mark_point(shape="diamond", filled=True, size=110, opacity=1).encode(x=x("middle"), color=other)
        )
    yield _labels(values)


POINT: dict[str, Any] = {"size": 150, "strokeWidth": 2.5, "opacity": 1}
HOLLOW = alt.FillOpacityValue(0)
LEFT = alt.XValue(1)  # type: ignore[no-untyped-call]
_ROW_OF = alt.Y(field="id", type="nominal", title=None, sort=None, axis=None)


def with_numbers(values: list[Value], *ends: str) -> list[Value]:
    """The figures that have a number and, where ``ends`` of a time are named, both of them, with their middle."""
    return [
        {**value, "middle": sum(value[end] for end in ends) / 2}
        for value in values
        if value["value"] is not None and all(value[end] for end in ends)
    ]


def of(values: list[Value]) -> alt.Chart:
    """A chart of these figures."""
    # As a dictionary: an ``InlineData`` would look at every cell to see whether it is valid.
    return alt.Chart({"values": values})


def _rows(values: list[Value]) -> alt.Chart:
    """One row for each figure, in the order given."""
    chart: alt.Chart = of(values).encode(y=_ROW_OF)
    return chart


def _labels(values: list[Value]) -> alt.Chart:
    """What each row is, written above its marks from the left edge of the plot."""
    label = alt.Text(field="label", type="nominal")
    text = _rows(values).mark_text(align="left", baseline="bottom", dy=-12, fontSize=12, color=INK)
    chart: alt.Chart = text.encode(x=LEFT, text=label)
    return chart


def _apart(values: list[Value], times: list[float]) -> tuple[list[Value], int]:
    """The values, each with as many lines as its label is ``lifted`` to stand clear of the others, and the most.

    Where no place is left it is lifted by None, and not written. Judged for a phone; on a wider screen labels only
    move apart.
    """
    found: list[Value] = []
    best = 0
    for most in range(_MOST_LINES + 1):  # the more lines, the less of the height is the axis
        lifted = _lifted(values, times, most)
        if _written(lifted) > _written(found):
            found, best = lifted, most
        if _written(found) == len(values):
            break
    return found, best


def _written(values: list[Value]) -> int:
    return sum(value["lifted"] is not None for value in values)


def _lifted(values: list[Value], times: list[float], most: int) -> list[Value]:
    """The values with their labels lifted by at most so many lines."""
    first, last = axes.domain(times)
    scale = _PLOT / axes.room(most) / axes.top(values)
    placed: list[tuple[float, float, float]] = []
    lifted: list[Value] = []
    for value in sorted(values, key=lambda value: float(value["value"])):
        across = (value["middle"] - first) / (last - first) * _NARROW
        half = len(value["short"]) * _LETTER / 2
        for lines in range(most + 1):
            at = value["value"] * scale + lines * _LINE
            clear = all(abs(across - x) >= half + other or abs(at - y) >= _LINE for x, y, other in placed)
            if clear and at + _ABOVE <= _PLOT:
                placed.append((across, at, half))
                lifted.append({**value, "lifted": lines})
                break
        else:
            lifted.append({**value, "lifted": None})
    return lifted


def _said_above(values: list[Value], x: alt.X, y: alt.Y) -> Layers:
    """The figure in words, above its mark."""
    label = alt.Text(field="short", type="nominal")
    for lines in sorted({value["lifted"] for value in values} - {None}):
        shown = of([value for value in values if value["lifted"] == lines])
        text = shown.mark_text(dy=-32 - lines * _LINE, fontSize=13, fontWeight=600, color=INK)
        yield text.encode(x=x, y=y, text=label)


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


def _colour(channel: type[Any] = alt.ColorDatum) -> Any:
    """The first colour of the page's palette, light or dark."""
    return channel("figure", type="nominal")


@cache
def opacity() -> alt.OpacityValue:
    """How strongly a mark is drawn: an unnamed source leaves it pale."""
    return alt.OpacityValue(0.2, condition={"test": "datum.named", "value": 0.6})


@cache
def filled(when: str = "datum.named") -> alt.FillOpacityValue:
    """Which marks are filled: those of a named source, unless another test is given; the others are hollow."""
    return alt.FillOpacityValue(0, condition={"test": when, "value": 1})


def layer(layers: Layers, rows: int) -> Value:
    """The layers as one chart, a row for each of ``rows`` figures if any, without a legend."""
    return layered(layers, rows * _ROW + AXIS if rows else _HEIGHT, legend={"disable": True})


def layered(layers: Layers, height: int, **config: Value) -> Value:
    """The layers as one chart, which is not checked here (a test does).

    ``alt.layer`` makes the same of them, and copies the figures of every layer four times on its way. What each mark
    is to a screen reader is said once, by the words of the whole; pointed at, it tells of its figure.
    """
    datasets: dict[str, list[Value]] = {}
    drawn = [each.to_dict(validate=False, context={"top_level": False, "datasets": datasets}) for each in layers]
    measured: set[str] = set()
    for one in drawn:
        one["mark"]["tooltip"] = _TIP
        for name, channel in one["encoding"].items():
            if name in ("x", "y") and channel.get("type") == "quantitative":
                if name in measured:  # what the axis is, the first says; Vega-Lite would compare it with each
                    channel.pop("axis", None)
                    channel.pop("scale", None)
                measured.add(name)
    return {
        "$schema": alt.SCHEMA_URL,
        "config": {"mark": {"aria": False}, "axis": {"aria": False}, **config},
        "width": "container",
        "height": height,
        "layer": drawn,
        "datasets": datasets,
    }


LAYERS: Mapping[str, Callable[[list[Value], str], Layers]] = {
    "issued": issued,
    "period": period,
    "level": level,
    "stages": stages,
}
"""The layers of each chart that an indicator may name, of values and the unit of their axis."""

BY_ROW = ("level", "stages")
"""The charts that have a row for each figure, and grow with their number."""
