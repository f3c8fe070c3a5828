"""Layers of charts that set figures of the subject and of the record side by side.

As in ``marks``, a label stands inside the plot above its marks. A ``Value`` is a figure as ``charts`` prepares it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import altair as alt

from indicators.charts import axes, marks
from indicators.charts.axes import Value
from indicators.charts.marks import Layers

WIDE = 57
"""As many letters as one line of a label has room for on a phone."""
HEIGHT = 420
"""Height of a chart on a time axis."""
SHARED = {"here": "printed here", "record": "in the record"}

_NARROW = 250
"""Width in pixels of the plot on a phone, for which labels on a time axis are placed; wider, they only move apart."""
_LETTER, _LINE = 5.6, 13
"""Width of a letter and height of a line of a label, in pixels."""
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


def rows(values: list[Value], unit: str) -> Layers:
    """A row for each figure in the order given: a dot, a line where it is a range, segments where its parts are known.

    A bar from zero for what has been gathered over time, none for what stands at a time.
    """
    numbered = [value for value in values if value["value"] is not None]
    row = alt.Y(field="id", type="nominal", title=None, sort=[value["id"] for value in values], axis=None)
    lines = _lines(values)
    below = 7.5 * len(lines)  # a label and its marks stand in the middle of a row together
    if numbered:
        x = axes.across(numbered, unit)
        bars = [value for value in numbered if value["bar"]]
        if bars:
            bar = marks.of(bars).mark_bar(height=9, yOffset=below).encode(y=row, x=axes.across(numbered, unit, "low"))
            yield bar.encode(x2=alt.X2(field="value"), color=_shared(), opacity=alt.OpacityValue(0.3))
        ranges = [value for value in numbered if value["low"] and not value["bar"]]
        if ranges:
            line = (
                marks.of(ranges)
                .mark_rule(strokeWidth=5, yOffset=below)
                .encode(y=row, x=axes.across(numbered, unit, "low"))
            )
            yield line.encode(x2=alt.X2(field="value"), color=_shared(), opacity=alt.OpacityValue(0.5))
            ends = marks.of(ranges).mark_tick(thickness=3, size=16, yOffset=below)
            yield ends.encode(y=row, x=axes.across(numbered, unit, "low"), color=_shared())
        segments = list(_segments(numbered))
        if segments:
            part = marks.of(segments).mark_bar(height=9, strokeWidth=1.5, filled=False, yOffset=below)
            yield part.encode(y=row, x=axes.across(numbered, unit, "low"), x2=alt.X2(field="value"), color=_shared())
        for about, dash in ((False, [1, 0]), (True, [3, 2])):
            dots = [value for value in numbered if value["about"] is about]
            if dots:
                dot = (
                    marks.of(dots)
                    .mark_point(**marks.POINT, strokeDash=dash, yOffset=below)
                    .encode(y=row, x=x, color=_shared())
                )
                yield dot.encode(fill=_shared(alt.Fill), fillOpacity=marks.HOLLOW if about else marks.filled())
        yield from _ends(numbered, {"x": x, "y": row}, {"yOffset": below}, "xOffset", "right", "left")
    for at, field in enumerate(lines):
        text = marks.of(values).mark_text(
            align="left",
            baseline="bottom",
            dy=below - 10 - 15 * (len(lines) - 1 - at),
            fontSize=12,
            fontWeight=400 if at else 600,
            color=marks.INK,
        )
        yield text.encode(y=row, x=marks.LEFT, text=alt.Text(field=field, type="nominal"))


def moments(values: list[Value], unit: str) -> Layers:
    """Values at the dates on which they were said, a shape and a colour for each issuer, a ring around those printed
    here, and at each where its count starts; a line joins the totals of one series."""
    dated = marks.with_numbers(values, "said", "said_end")
    if not dated:
        return
    times = [time for value in dated for time in (value["said"], value["said_end"])]
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
        scale=alt.Scale(domain=groups, range=[_SHAPES[at % len(_SHAPES)] for at in range(len(groups))]),
        legend=legend,
    )
    joined = [value for value in dated if value["series"]]
    if joined:
        line = marks.of(joined).mark_line(strokeWidth=1.5, strokeDash=[4, 3])
        yield line.encode(x=x, y=y, color=colour, detail=alt.Detail(field="series", type="nominal"))
    rings = [value for value in dated if value["here"]]
    if rings:
        ring = marks.of(rings).mark_point(shape="circle", size=420, strokeWidth=1.5, filled=False, color=marks.INK)
        yield ring.encode(x=x, y=y)
    points = marks.of(dated).mark_point(size=110, strokeWidth=2, opacity=1)
    yield points.encode(
        x=x, y=y, color=colour, shape=shape,
        fill=alt.Fill(field="group", type="nominal", scale=alt.Scale(domain=groups), legend=None),
        fillOpacity=marks.filled("!datum.about && datum.named"),
    )  # fmt: skip
    yield from _ends(dated, {"x": x, "y": y}, {}, "yOffset", "up", "down")
    for each in _placed(dated, times, top):
        text = marks.of([each]).mark_text(
            align=each["align"], dx=each["dx"], dy=each["dy"], baseline="middle", fontSize=11, color=marks.INK
        )
        yield text.encode(x=x, y=y, text=alt.Text(field="since", type="nominal"))


def by_row(values: list[Value], unit: str) -> Value:
    """The chart of ``rows``."""
    height = len(values) * (36 + 15 * len(_lines(values))) + axes.AXIS + 16
    return marks.layered(rows(values, unit), height)


def by_date(values: list[Value], unit: str) -> Value:
    """The chart of ``moments``."""
    return marks.layered(moments(values, unit), HEIGHT)


def _lines(values: list[Value]) -> tuple[str, ...]:
    """The lines of a label: one more where who said it and when do not fit beside each other in any of them."""
    fits = all(len(value["under"]) <= WIDE for value in values)
    return ("label", "under") if fits else ("label", "claimed", "dated")


def _shared(channel: type[Any] = alt.Color) -> Any:
    """One colour for what is printed here, another for the record; the labels say the same in words."""
    return channel(field="where", type="nominal", scale=alt.Scale(domain=list(SHARED.values())), legend=None)


def _segments(values: Iterable[Value]) -> Iterator[Value]:
    """A segment for each part of a value, one after the other from zero."""
    for value in values:
        reached = 0.0
        for part in value["parts"]:
            yield {**value, "low": reached, "value": reached + part}
            reached += part


def _ends(
    values: list[Value], where: dict[str, Any], placed: dict[str, float], offset: str, beyond: str, back: str
) -> Layers:
    """An arrow beyond a lower bound, and back from an upper bound, in the colour of the text."""
    sign = -1 if beyond == "up" else 1
    for side, shape, shift in (("above", beyond, 14 * sign), ("below", back, -14 * sign)):
        bounded = [value for value in values if value[side]]
        if bounded:
            mark: dict[str, Any] = {"shape": f"triangle-{shape}", "filled": True, "size": 70, offset: shift, **placed}
            yield marks.of(bounded).mark_point(**mark, color=marks.INK, opacity=0.8).encode(**where)


def _placed(values: list[Value], times: list[float], top: float) -> Iterator[Value]:
    """The values with a place for their label that no label before it takes, as far as there is one on a phone."""
    first, last = axes.domain(times)
    height = HEIGHT - 2 * axes.AXIS
    at = {
        value["id"]: ((value["middle"] - first) / (last - first) * _NARROW, (1 - value["value"] / top) * height)
        for value in values
    }
    taken = [(x - 7, y - (20 if value["above"] else 7), x + 7, y + 7) for value in values for x, y in [at[value["id"]]]]
    for value in sorted((value for value in values if value["since"]), key=lambda value: -value["value"]):
        x, y = at[value["id"]]
        width = len(value["since"]) * _LETTER
        options = [(side, dy) for dy in (0, -17, 17, -32, 32, -46, 46, 60, -60, 74) for side in ("left", "right")]
        best: tuple[str, int, tuple[float, float, float, float]] | None = None
        for side, dy in options:
            start = x + 13 if side == "left" else x - 13 - width
            box = (start, y + dy - _LINE / 2, start + width, y + dy + _LINE / 2)
            if box[0] < -4 or box[2] > _NARROW + 6 or box[1] < 0 or box[3] > height:
                continue
            best = best or (side, dy, box)
            if not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
                best = (side, dy, box)
                break
        if best:
            side, dy, box = best
            taken.append(box)
            yield {**value, "align": side, "dx": 13 if side == "left" else -13, "dy": dy}
