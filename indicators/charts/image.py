"""Charts as SVG and PNG files with title, unit, key, caveats and sources inside, the same on every machine."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from indicators import markup
from indicators.charts import typeface
from indicators.charts.chart import Chart
from indicators.charts.theme import THEMES, VARIABLE, Theme

_WIDTH = 760
_MARGIN = 28
_INNER = _WIDTH - 2 * _MARGIN
_AXIS = 64
"""Room beside the plot for the axis, in pixels."""
_LARGE, _NORMAL, _SMALL = 21, 14, 12.5
_MOST = 40
"""Maximum number of caveats, and of sources, in an image, which says how many more there are."""

_OUTER = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>(.*)</svg>\s*', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_UNUSED = re.compile(r' (?:class|role|aria-[a-z]+)="[^"]*"')
_NAME = re.compile(r'(?<= id=")|(?<="url\(#)|(?<=href="#)')


def svg(chart: Chart, scheme: str) -> bytes:
    """The chart as an SVG file in the colours of ``scheme``, one of ``theme.THEMES``, with its typeface inside."""
    style = f"<style>{typeface.style()}</style>"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + _image(chart, THEMES[scheme], style) + "\n").encode()


def png(chart: Chart, scheme: str, scale: float = 2) -> bytes:
    """The chart as a PNG file, with ``scale`` pixels for each pixel of the SVG."""
    # A large library, which only images need.
    import vl_convert

    # vl-convert draws with its own Liberation Sans and ignores a typeface in the file.
    return bytes(vl_convert.svg_to_png(_image(chart, THEMES[scheme], ""), scale=scale))


def inline(chart: Chart, name: str, width: int) -> str:
    """The chart alone as an SVG element of an HTML page, ``width`` pixels wide before it is scaled.

    Its colours are the variables of ``theme.VARIABLE``, its text has the colour of the page; every id in it starts
    with ``name``.
    """
    wide, high, marks = _plot(chart, VARIABLE, width - _AXIS, name)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}" '
        f'role="img" aria-labelledby="{name}-title {name}-words">'
        f'<title id="{name}-title">{markup.escape(chart.title)}</title>'
        f'<desc id="{name}-words">{markup.escape(chart.alt)}</desc>{marks}</svg>'
    )


def _image(chart: Chart, theme: Theme, style: str) -> str:
    """The SVG of the whole image: title, unit, the chart, its key, caveats and sources."""
    pieces = list[str]()
    y = float(_MARGIN)

    def write(text: str, size: float, *, bold: bool = False, quiet: bool = False) -> None:
        nonlocal y
        look = ' font-weight="bold"' if bold else ' fill-opacity="0.85"' if quiet else ""
        for line in typeface.lines(text, size, _INNER, bold=bold):
            y += size * 1.35
            pieces.append(
                f'<text x="{_MARGIN}" y="{y - size * 0.35:g}" font-size="{size}"{look}>{markup.escape(line)}</text>'
            )

    write(chart.title, _LARGE, bold=True)
    if chart.unit:
        write(f"in {chart.unit}", _NORMAL, quiet=True)
    y += 12
    wide, high, marks = _plot(chart, theme, _INNER - _AXIS, "chart")
    scale = min(1.0, _INNER / wide)
    pieces.append(f'<g transform="translate({_MARGIN},{y:g}) scale({scale:.6g})" fill="none">{marks}</g>')
    y += high * scale + 12
    for line in chart.key:
        write(line, _SMALL, quiet=True)
    for heading, lines in (("Before you quote this", _caveats(chart)), ("Source", _sources(chart))):
        texts = list(lines)
        if texts:
            y += 8
            write(heading, _SMALL, bold=True)
            for line in (*texts[:_MOST], *([f"And {len(texts) - _MOST:,} more."] if len(texts) > _MOST else [])):
                write(line, _SMALL)
                y += 3
    height = round(y + _MARGIN)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        f'role="img" aria-labelledby="title words" color="{theme.ink}" fill="{theme.ink}" '
        f'font-family="{typeface.FAMILY}">'
        f'<title id="title">{markup.escape(chart.title)}</title><desc id="words">{markup.escape(chart.alt)}</desc>'
        f'{style}<rect width="{_WIDTH}" height="{height}" fill="{theme.paper}"/>{"".join(pieces)}</svg>'
    )


def _caveats(chart: Chart) -> Iterator[str]:
    """Each caveat of the figures once, with its origin."""
    distinct = dict.fromkeys(caveat for figure in chart.figures for caveat in figure.caveats)
    return (f"• {caveat.text} [{caveat.origin}]" for caveat in distinct)


def _sources(chart: Chart) -> Iterator[str]:
    """A line for each document: the sources of its figures, and its title."""
    ordered = sorted(chart.figures, key=lambda figure: figure.document)
    for _, group in groupby(ordered, key=lambda figure: figure.document):
        figures = list(group)
        sources = dict.fromkeys(figure.source_words for figure in figures)
        yield f"{'; '.join(sources)}. In: {figures[0].document_title}"


def _plot(chart: Chart, theme: Theme, width: int, name: str) -> tuple[float, float, str]:
    """Width and height in pixels, and the SVG content, of the chart in a theme; its ids start with ``name``."""
    import vl_convert

    image = vl_convert.vegalite_to_svg(_sized(chart.spec, width), config=_config(theme), allowed_base_urls=[])
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
        "background": None,
        "font": typeface.FAMILY,
        "padding": 4,
        "range": {"category": list(theme.marks)},
        "view": {"stroke": None},
        "text": {"color": theme.ink},
        "axis": {
            "labelColor": theme.ink, "titleColor": theme.ink, "labelFontSize": 12, "titleFontSize": 12,
            "titleFontWeight": "normal", "titlePadding": 10,
            "gridColor": theme.line, "domainColor": theme.line, "tickColor": theme.line,
        },
        "legend": {"labelColor": theme.ink, "labelFontSize": 12},
    }  # fmt: skip
