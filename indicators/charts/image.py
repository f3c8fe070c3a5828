"""Charts as images: SVG and PNG that hold title, unit, key, caveats and sources, and are the same on every machine."""

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
"""As many caveats, and as many sources, as an image lists; how many more there are it says."""

_OUTER = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>(.*)</svg>\s*', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_NEEDLESS = re.compile(r' (?:class|role|aria-[a-z]+)="[^"]*"')
_NAME = re.compile(r'(?<= id=")|(?<="url\(#)|(?<=href="#)')


def svg(chart: Chart, scheme: str) -> bytes:
    """The chart as an SVG file in the colours of ``scheme``, one of ``theme.THEMES``, with its typeface inside."""
    style = f"<style>{typeface.style()}</style>"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + _image(chart, THEMES[scheme], style) + "\n").encode()


def png(chart: Chart, scheme: str, scale: float = 2) -> bytes:
    """The same as a PNG file, with ``scale`` pixels to each of the SVG."""
    # Heavy, and needed only where an image is asked for.
    import vl_convert

    # It draws with its own Liberation Sans and would only read past a typeface in the file.
    return bytes(vl_convert.svg_to_png(_image(chart, THEMES[scheme], ""), scale=scale))


def inline(chart: Chart, name: str, width: int) -> str:
    """The chart alone as an element of an HTML page, ``width`` pixels wide before it is scaled.

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
    """The whole image: the chart between its title and what has to be known of it."""
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
    for heading, lines in (("Before use", _caveats(chart)), ("Source", _sources(chart))):
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
    """Every caveat of what is drawn once, with who says it."""
    known = dict.fromkeys(caveat for one in chart.figures for caveat in one.caveats)
    return (f"• {caveat.text} [{caveat.origin}]" for caveat in known)


def _sources(chart: Chart) -> Iterator[str]:
    """Who makes the claims, by the document in which they stand."""
    ordered = sorted(chart.figures, key=lambda one: one.document)
    for _, group in groupby(ordered, key=lambda one: one.document):
        told = list(group)
        yield "; ".join(dict.fromkeys(one.source_words for one in told)) + f". In: {told[0].document_title}"


def _plot(chart: Chart, theme: Theme, width: int, name: str) -> tuple[float, float, str]:
    """Width and height in pixels, and content, of the chart drawn in a theme; its ids start with ``name``."""
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(_sized(chart.spec, width), config=_config(theme), allowed_base_urls=[])
    found = _OUTER.fullmatch(markup.replace_unprintable(drawn))
    if not found:
        raise ValueError(f"no SVG of the form that is expected: {drawn[:200]}")
    wide, high, marks = found.groups()

    def cleaned(tag: re.Match[str]) -> str:
        # What each mark is to a screen reader is said once, by the description of the whole.
        return _NAME.sub(f"{name}-", _NEEDLESS.sub("", tag.group()))

    return float(wide), float(high), _TAG.sub(cleaned, marks)


def _sized(spec: Any, width: int) -> Any:
    """The specification with a width where it has that of its container."""
    if isinstance(spec, dict):
        return {
            key: value
            if key == "datasets"
            else width
            if (key, value) == ("width", "container")
            else _sized(value, width)
            for key, value in spec.items()
        }
    return [_sized(each, width) for each in spec] if isinstance(spec, list) else spec


def _config(theme: Theme) -> dict[str, Any]:
    """What the page gives a chart: typeface, colours, and how an axis looks."""
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
