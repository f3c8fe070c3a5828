"""Marks that show what is known: pale or hollow where the source is unnamed, an arrow where a bound is open.

Times are UTC in milliseconds since 1970, so that a day is the same day in every reader's time zone.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Literal

import altair as alt

from indicators.charts import axes
from indicators.charts.axes import Spec, Value
from indicators.charts.theme import MARK_NAMES
from indicators.figures.summary import ELSEWHERE, HERE

INK = "currentColor"
"""The colour of the text around the chart, light or dark."""
PAPER = alt.ExprRef("background")
"""The colour behind the chart, which Vega knows by this name; none where the chart is given none."""
PLACE: Spec = {"field": "where", "scale": alt.Scale(domain=[HERE, ELSEWHERE]), "legend": None}
"""Where a figure stands, in the words of the labels; one colour for each."""
POINT: Spec = {"size": 150, "strokeWidth": 2.5, "opacity": 1}
WIDE = 480
"""Width of a plot in pixels above which a line of a label is as wide as this, and not as on a phone."""
LEFT_EDGE = alt.XValue(1)  # type: ignore[no-untyped-call]
DASH = [4, 3]
_RING: Spec = {"shape": "circle", "size": 380, "strokeWidth": 1.75, "strokeDash": [3, 2], "filled": False}

Layers = Iterator[alt.Chart]


def bound_key(values: Sequence[Value]) -> Iterator[str]:
    """How to read the arrows of open bounds, a line for each sort of arrow among these figures."""
    for side, arrow in (("above", "Arrow"), ("below", "Arrow back")):
        words = dict.fromkeys(value["qualifier"] for value in values if value[side])
        if words:
            yield f"{arrow}: {' or '.join(words)} this number."


def place_key(places: Iterable[str]) -> Iterator[str]:
    """How to read the colours of marks in these places, as a line."""
    known = frozenset(places)
    colours = dict(zip((HERE, ELSEWHERE), MARK_NAMES, strict=False))
    named = "; ".join(f"{colour}: {place}" for place, colour in colours.items() if place in known)
    yield f"{named.capitalize()}."


def chart_of(values: list[Value]) -> alt.Chart:
    """A chart of these figures, to which marks and channels are added."""
    # Given as a dictionary: ``alt.InlineData`` would validate every cell.
    return alt.Chart({"values": values})


def with_numbers(values: list[Value]) -> list[Value]:
    """The figures that have a number."""
    return [value for value in values if value["value"] is not None]


def with_dates(values: list[Value], start: str, end: str) -> list[Value]:
    """The figures that have a number and both times, whose fields are named, with the ``middle`` between them."""
    return [
        {**value, "middle": (value[start] + value[end]) / 2}
        for value in with_numbers(values)
        if value[start] is not None and value[end] is not None
    ]


def by_width(values: list[Value], start: str, end: str, times: list[float]) -> Iterator[tuple[list[Value], Spec]]:
    """The figures with a mark from ``start`` to ``end``, and the properties of the mark that keep it visible.

    A day among decades is narrower than a pixel: what is narrower than a hundredth of the axis that spans these times
    gets three pixels more.
    """
    first, last = axes.domain(times)
    for narrow, widened in ((False, {}), (True, {"xOffset": -1.5, "x2Offset": 1.5})):
        group = [value for value in values if (value[end] - value[start] < (last - first) / 100) is narrow]
        if group:
            yield group, widened


def first_colour() -> alt.ColorDatum:
    """The first colour of the page's palette, light or dark."""
    return alt.ColorDatum("figure", type="nominal")


def place_colour() -> alt.Color:
    """One colour for what is printed here, another for the record; the labels say the same in words."""
    return alt.Color(**PLACE, type="nominal")


@cache
def opacity(test: str = "datum.named") -> alt.OpacityValue:
    """The opacity of bars and blocks, which are paler where they fail a Vega test: where the source is not named."""
    return alt.OpacityValue(0.2, condition={"test": test, "value": 0.6})


def filled(**colour: Any) -> alt.FillValue:
    """The fill of points: a ``colour`` where the source is named, else that of the paper.

    A point without fill would show the bar that ends in it. The colour is by default the first.
    """
    of_named = {"test": "datum.named", "type": "nominal", **(colour or {"datum": "figure"})}
    return alt.FillValue(PAPER, condition=of_named)


def about_rings(values: list[Value], look: Spec | None = None, **encoding: Any) -> Layers:
    """A dashed ring around each value that is approximate: it may lie to either side.

    ``look`` are further properties of the mark.
    """
    about = [value for value in values if value["about"]]
    if about:
        yield chart_of(about).mark_point(**{**_RING, "opacity": 1, **(look or {})}).encode(**encoding)


def points(values: list[Value], look: Spec, ring: Spec, **encoding: Any) -> Layers:
    """A point for each value, square where it is ``expected`` and not observed, and the rings of those approximate.

    ``look`` and ``ring`` are properties of the marks.
    """
    for expected, shape in ((False, "circle"), (True, "square")):
        group = [value for value in values if value["expected"] is expected]
        if group:
            point = chart_of(group).mark_point(shape=shape, **look).encode(**encoding, color=first_colour())
            yield point.encode(fill=filled())
    yield from about_rings(values, ring, **encoding, color=first_colour())


def by_edge(values: list[Value]) -> Iterator[tuple[list[Value], Spec]]:
    """The values that are observed and those that are expected, with the edge of their bars: solid or dashed."""
    for expected, edge in ((False, {}), (True, {"stroke": INK, "strokeDash": DASH, "strokeWidth": 1.5})):
        group = [value for value in values if value["expected"] is expected]
        if group:
            yield group, edge


def bound_arrows(values: list[Value], towards: Literal["right", "up"], look: Spec, **encoding: Any) -> Layers:
    """An arrow beyond each value that is a lower bound, and an arrow back from each that is an upper bound.

    ``towards`` is the direction in which the axis of numbers grows, ``look`` the properties of the mark.
    """
    offset, back, sign = ("xOffset", "left", 1) if towards == "right" else ("yOffset", "down", -1)
    for side, direction, shift in (("above", towards, 16 * sign), ("below", back, -16 * sign)):
        bounded = [value for value in values if value[side]]
        if bounded:
            mark: Spec = {"shape": f"triangle-{direction}", "filled": True, **look, offset: shift}
            yield chart_of(bounded).mark_point(**mark).encode(**encoding)
