"""Charts as SVG and PNG files with title, unit, key, caveats and sources inside, the same on every machine."""

import re
from itertools import groupby
from typing import Any

from indicators import markup
from indicators.charts import drawing, typeface
from indicators.charts.canvas import FRAMES, LANDSCAPE, NATURAL, Canvas, png_file, svg_file
from indicators.charts.chart import Chart
from indicators.charts.specification import UPWARDS
from indicators.charts.theme import THEMES, VARIABLE, Theme
from indicators.figures.caveats import AT_ADDRESS

_MARGIN = 28
_AXIS = 64
"""Room beside the plot for the axis, in pixels."""
_LARGE, _NORMAL, _SMALL = 21, 14, 12.5
_MOST = 40
"""Maximum number of caveats, and of sources, in an image, which says how many more there are."""

_WIDTHS = (760, 880, 1000, 1160, 1320)
"""Width of an image in pixels; to be scaled to a frame it may be wider."""
_SHARE, _GAP = 0.62, 24
"""Share of the width that a chart has beside its words, and the pixels between the two."""
_CAVEATS = (3, 2, 1)
"""Number of caveats, and of sources, in a frame, the first that it has room for."""

_OUTER = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>(?:<rect [^>]*/>)?(.*)</svg>\s*', re.DOTALL)
"""The width, the height and the marks of a drawing, without the paper behind them: page and image have their own."""
_TAG = re.compile(r"<[^>]+>")
_UNUSED = re.compile(r' (?:class|role|aria-[a-z]+)="[^"]*"')
_NAME = re.compile(r'(?<= id=")|(?<="url\(#)|(?<=href="#)')


def svg(chart: Chart, scheme: str, size: str = NATURAL, address: str = "") -> bytes:
    """The chart as an SVG file in the colours of ``scheme``, one of ``theme.THEMES``, with its typeface inside.

    ``size`` is one of ``canvas.SIZES``; a frame holds the first caveats only, and says how many more there are.
    ``address`` is that of the page with the chart, empty where it is not known.
    """
    return svg_file(_image(chart, THEMES[scheme], f"<style>{typeface.style()}</style>", size, address))


def png(chart: Chart, scheme: str, size: str = NATURAL, address: str = "") -> bytes:
    """The chart as a PNG file: of natural size with 2 pixels for each pixel of the SVG, in a frame with 1."""
    return png_file(_image(chart, THEMES[scheme], "", size, address), 2 if size == NATURAL else 1)


_AS_ON_PAGE: dict[str, dict[str, Any]] = {
    "axis": {
        "ticks": False, "domain": False, "labelPadding": 16, "titlePadding": 16, "titleFontSize": 14, "labelLimit": 100,
        "labelFlush": True, "labelFlushOffset": 1, "labelBound": False, "labelSeparation": 4, "labelOverlap": True,
    },
    "padding": {"left": 0, "right": 0, "top": 0, "bottom": 20},
}  # fmt: skip
"""Axes and padding as Streamlit has them: a mark stays where it is when a chart takes its place."""


def inline(chart: Chart, name: str, width: int, look: str = "", described: str = "") -> str:
    """The chart alone as an SVG element of an HTML page, ``width`` pixels wide with all axes before it is scaled.

    Its height is that of the specification, as on a page. Its colours are the variables of ``theme.VARIABLE``, its text
    has the colour of the page; every id in it starts with ``name``. ``look`` is its class, ``described`` the name of
    another drawing of the chart on the page, whose title and description are those of this one too.
    """
    wide, high, marks = _plot(chart, VARIABLE, width, name, exact=True)
    of_class = f'class="{look}" ' if look else ""
    words = (
        f'<title id="{name}-title">{markup.escape(chart.title)}</title>'
        f'<desc id="{name}-words">{markup.escape(chart.alt)}</desc>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}" '
        f'{of_class}role="img" aria-labelledby="{described or name}-title {described or name}-words">'
        f"{'' if described else words}{marks}</svg>"
    )


def _image(chart: Chart, theme: Theme, style: str, size: str, address: str) -> str:
    """The SVG of the whole image: title, unit, the chart, its key, caveats and sources."""
    if size == NATURAL:
        plot = _plot(chart, theme, _WIDTHS[0] - 2 * _MARGIN - _AXIS, "chart")
        canvas = _filled(chart, _WIDTHS[0], _MOST, plot, address)
        return canvas.svg(chart.title, chart.alt, theme, style)
    frame = FRAMES[size]
    columns = frame[0] >= LANDSCAPE * frame[1]
    # Wider content is lower, and its letters are smaller in the frame: the first that fits is the most legible.
    for width in _WIDTHS:
        inner = (width - 2 * _MARGIN) * (_SHARE if columns else 1)
        plot = _plot(chart, theme, int(inner) - _AXIS, "chart")
        for most in _CAVEATS:
            canvas = _filled(chart, width, most, plot, address, inner if columns else None)
            if canvas.room(frame) >= 0:
                return canvas.svg(chart.title, chart.alt, theme, style, frame)
    return canvas.svg(chart.title, chart.alt, theme, style, frame)


def _filled(
    chart: Chart,
    width: int,
    most: int,
    plot: tuple[float, float, str],
    address: str,
    beside: float | None = None,
) -> Canvas:
    """The chart with its words, ``most`` caveats and sources among them, ``width`` pixels wide.

    The words stand below the plot, or to the right of its width ``beside``.
    """
    canvas = Canvas(width=width, margin=_MARGIN)
    canvas.write(chart.title, _LARGE, bold=True)
    if chart.unit:
        canvas.write(f"in {chart.unit}", _NORMAL, quiet=True)
    canvas.space(12)
    wide, high, marks = plot
    top = canvas.y
    canvas.draw(marks, high, min(1.0, (beside or canvas.inner) / wide))
    canvas.space(12)
    bottom = canvas.y
    column = None
    if beside is not None:
        canvas.y = top
        column = (beside + _GAP, canvas.inner - beside - _GAP)
    for line in chart.key:
        canvas.write(line, _SMALL, quiet=True, column=column)
    where = AT_ADDRESS if address else ""
    for heading, lines in (
        ("Before you quote this", [f"• {line}" for line in caveat_lines(chart, most, where)]),
        ("Source", source_lines(chart, most, where)),
    ):
        if lines:
            canvas.space(8)
            canvas.write(heading, _SMALL, bold=True, column=column)
            for line in lines:
                canvas.write(line, _SMALL, column=column)
                canvas.space(3)
    canvas.y = max(canvas.y, bottom)
    if address:
        canvas.space(6)
        canvas.write(address, _SMALL, quiet=True)
    return canvas


def caveat_lines(chart: Chart, most: int, where: str = "") -> list[str]:
    """The first ``most`` caveats of the figures, each once with its origin, and how many more there are ``where``."""
    distinct = dict.fromkeys(caveat for figure in chart.figures for caveat in figure.caveats)
    return _first([f"{caveat.text} [{caveat.origin}]" for caveat in distinct], most, where)


def source_lines(chart: Chart, most: int, where: str = "") -> list[str]:
    """A line for each of the first ``most`` documents: its sources and citation; then how many more are ``where``."""
    ordered = sorted(chart.figures, key=lambda figure: figure.document)
    lines = []
    for _, group in groupby(ordered, key=lambda figure: figure.document):
        figures = list(group)
        sources = dict.fromkeys(figure.source_words for figure in figures)
        lines.append(f"{'; '.join(sources)}. In: {figures[0].document_citation}")
    return _first(lines, most, where)


def _first(lines: list[str], most: int, where: str) -> list[str]:
    more = f"And {len(lines) - most:,} more{f', {where}' if where else ''}."
    return [*lines[:most], *([more] if len(lines) > most else [])]


def _plot(chart: Chart, theme: Theme, width: int, name: str, *, exact: bool = False) -> tuple[float, float, str]:
    """Width and height in pixels, and the SVG content, of the chart in a theme; its ids start with ``name``."""
    spec = _sized(chart.spec, width)
    config = _config(theme)
    if exact:
        spec["autosize"] = {"type": "fit", "contains": "padding"}
        config |= {name: config.get(name, {}) | look for name, look in _AS_ON_PAGE.items()}
    else:
        spec.get("config", {}).pop(UPWARDS, None)
    image = drawing.to_svg(spec, config)
    found = _OUTER.fullmatch(markup.replace_unprintable(image))
    if not found:
        raise ValueError(f"no SVG of the form that is expected: {image[:200]}")
    wide, high, marks = found.groups()

    def cleaned(tag: re.Match[str]) -> str:
        # A screen reader reads the description of the whole image, not each mark.
        return _NAME.sub(f"{name}-", _UNUSED.sub("", tag.group()))

    return float(wide), float(high), _TAG.sub(cleaned, marks)


def _sized(spec: Any, width: int) -> Any:
    """The Vega-Lite specification with ``width`` in place of the width of its container, and texts that can be drawn.

    A control character in a text would end the whole process: vl-convert has no other answer to it.
    """
    if isinstance(spec, dict):
        return {
            key: width if (key, value) == ("width", "container") else _sized(value, width)
            for key, value in spec.items()
        }
    if isinstance(spec, list):
        return [_sized(part, width) for part in spec]
    return markup.replace_unprintable(spec) if isinstance(spec, str) else spec


def _config(theme: Theme) -> dict[str, Any]:
    """Vega-Lite configuration that stands for what a page gives a chart: typeface, colours, look of axes."""
    return {
        "background": theme.paper,
        "font": typeface.FAMILY,
        "padding": dict.fromkeys(("left", "right", "top", "bottom"), 4),
        "range": {"category": list(theme.marks)},
        "view": {"stroke": None},
        "text": {"color": theme.ink},
        "axis": {
            "labelColor": theme.ink, "titleColor": theme.ink, "labelFontSize": 12, "titleFontSize": 12,
            "titleFontWeight": "normal", "titlePadding": 10,
            "gridColor": theme.line, "domainColor": theme.line, "tickColor": theme.line,
        },
    }  # fmt: skip
