"""The charts of the report side by side: how wide they are drawn, and in which columns they stand."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators import markup
from indicators.charts import image, typeface
from indicators.charts.chart import Chart

_NARROW, _BROAD = 336, 540
"""Widths of a chart with its axes, before it is scaled: on a phone and on paper, and in two broad columns."""
_UNEVEN = 1.1
"""How many times the mean height of three columns a chart may be high without a hole in the others."""
_TITLE, _LETTERS, _LEADING = 18, 14, 1.5
"""Sizes in pixels of the letters above and below a chart, and the height of a line in parts of that."""
_BETWEEN = 30
"""Height in pixels of the space around the words of a chart."""
_MOST_WIDER = 1.25
"""How many times as wide as the other the wider of two columns may be."""


def in_columns(shown: Sequence[Chart]) -> Markup:
    """The charts, each with its unit and how to read it, in columns; empty without any.

    Where one of them is higher than a third of all, they stand in two columns, each as wide as makes both equally high;
    else in three.
    """
    if not shown:
        return markup.EMPTY
    names = [f"chart-{number}" for number in range(1, len(shown) + 1)]
    drawn = [int(chart.spec["height"]) for chart in shown]
    if 3 * max(drawn) <= _UNEVEN * sum(drawn) or len(shown) == 1:
        return markup.element("div", *map(_narrow, shown, names), class_="charts")
    first = _count_in_first([_height(chart, _BROAD) for chart in shown])
    figures = list(map(_both, shown, names))
    columns = (markup.element("div", *column) for column in (figures[:first], figures[first:]))
    widths = (f"--{look}: {_widths(shown, first, width)}" for look, width in (("narrow", _NARROW), ("broad", _BROAD)))
    return markup.element("div", *columns, class_="charts two", style="; ".join(widths))


def _height(chart: Chart, width: int) -> float:
    """About how high a chart that is drawn so wide stands with its words, in pixels."""
    words = ((f"{chart.title} ", _TITLE), (chart.unit, _LETTERS), (chart.how_to_read, _LETTERS))
    lines = sum(-(-typeface.width(text, size) // width) * size * _LEADING for text, size in words)
    return float(chart.spec["height"]) + lines + _BETWEEN


def _count_in_first(heights: Sequence[float]) -> int:
    """How many of the charts stand in the first of two columns, so that both are about equally high."""
    return min(range(1, len(heights)), key=lambda count: abs(sum(heights[:count]) - sum(heights[count:])))


def _widths(shown: Sequence[Chart], first: int, width: int) -> str:
    """The tracks of a grid of two columns, ``first`` charts in the first, of charts that are drawn so wide.

    A drawing is as high as its column is wide, so the higher column gets the lesser width.
    """
    left, right = (sum(_height(chart, width) for chart in part) for part in (shown[:first], shown[first:]))
    wider = min(max(left / right, 1 / _MOST_WIDER), _MOST_WIDER)
    return f"minmax(0, 1fr) minmax(0, {wider:.2f}fr)"


def _narrow(chart: Chart, name: str) -> Markup:
    return _figure(chart, Markup(image.inline(chart, name, _NARROW)))


def _both(chart: Chart, name: str) -> Markup:
    """A chart that is drawn for both widths, of which the style sheet shows one."""
    narrow = image.inline(chart, name, _NARROW, "narrow")
    return _figure(chart, Markup(narrow), Markup(image.inline(chart, f"{name}-broad", _BROAD, "broad", described=name)))


def _figure(chart: Chart, *drawings: Markup) -> Markup:
    return markup.element(
        "figure",
        markup.heading(3, chart.title),
        markup.paragraph(f"in {chart.unit}", "quiet") if chart.unit else "",
        *drawings,
        markup.element("figcaption", markup.paragraph(chart.how_to_read, "quiet")) if chart.key else "",
    )
