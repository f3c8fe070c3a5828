"""The picture of a figure: number with its bound, what it counts, who says so, when, first caveat, where it is printed.

Whoever passes the picture on passes the figure on whole.
"""

from collections.abc import Sequence
from functools import partial

from indicators.charts import typeface
from indicators.charts.canvas import FRAMES, LANDSCAPE, NATURAL, Canvas, png_file, svg_file
from indicators.charts.theme import THEMES, Theme
from indicators.figures.caveats import AT_ADDRESS
from indicators.figures.figure import Figure
from indicators.figures.summary import USUAL_STATUS, caveat_lines, description, full_title, summary_terms, title

_WIDTH = 760
_MARGIN = 40
_SHARE, _GAP = 0.36, 22
"""Share of the width that the number has beside its words, and the pixels between the two."""
_SCALES = (2.4, 2.2, 2.0, 1.8, 1.65, 1.5, 1.35, 1.2, 1.1, 1.0, 0.9, 0.82, 0.75, 0.68, 0.6)
"""Sizes of the letters in a frame, in parts of their usual size; the first that fits is taken."""


def svg(figure: Figure, scheme: str, size: str = NATURAL, address: str = "") -> bytes:
    """The picture as an SVG file in the colours of ``scheme``, one of ``theme.THEMES``, with its typeface inside.

    ``size`` is one of ``canvas.SIZES``. A picture of natural size has every caveat, a frame those that it has room for.
    ``address`` is that of the figure's page, empty where it is not known.
    """
    return svg_file(_image(figure, THEMES[scheme], size, address, f"<style>{typeface.style()}</style>"))


def png(figure: Figure, scheme: str, size: str = NATURAL, address: str = "") -> bytes:
    """The picture as a PNG file: of natural size with 2 pixels for each pixel of the SVG, a frame with 1."""
    return png_file(_image(figure, THEMES[scheme], size, address, ""), 2 if size == NATURAL else 1)


def _image(figure: Figure, theme: Theme, size: str, address: str, style: str) -> str:
    frame = FRAMES.get(size)
    if frame is None:
        canvas = _filled(figure, theme, _WIDTH, address, most=len(figure.caveats))
        return canvas.svg(title(figure), description(figure), theme, style)
    fill = partial(_filled, figure, theme, frame[0], address, columns=frame[0] >= LANDSCAPE * frame[1])
    scale = next((scale for scale in _SCALES if fill(scale=scale).room(frame) >= 0), _SCALES[-1])
    # As many caveats as these letters leave room for.
    counts = range(len(figure.caveats), 1, -1)
    most = next((most for most in counts if fill(scale=scale, most=most).room(frame) >= 0), 1)
    room = max(0.0, fill(scale=scale, most=most).room(frame))
    canvas = fill(scale=scale, most=most, room=room)
    return canvas.svg(title(figure), description(figure), theme, style, frame)


def _filled(
    figure: Figure,
    theme: Theme,
    width: float,
    address: str,
    *,
    most: int = 1,
    scale: float = 1.0,
    columns: bool = False,
    room: float = 0.0,
) -> Canvas:
    """The figure with the first ``most`` of its caveats, in letters ``scale`` times as large as usual.

    With ``columns`` the number stands to the left of the words. Above the publication ``room`` pixels are left free.
    """
    canvas = Canvas(width=width, margin=_MARGIN * max(1.0, min(scale, 1.5)))
    canvas.write(full_title(figure), 21 * scale, bold=True)
    canvas.space(8 * scale)
    top = canvas.y
    left = canvas.inner * (_SHARE if columns else 1)
    _write_number(canvas, figure, scale, left)
    bottom = canvas.y
    canvas.space(10 * scale)
    if columns:
        canvas.y = top
    start = left + _GAP * scale if columns else 0.0
    lines = caveat_lines(figure, most, AT_ADDRESS if address else "")
    caveats = [("" if number else "Caveat", line) for number, line in enumerate(lines)]
    _write_terms(canvas, [*summary_terms(figure), *caveats], scale, start)
    canvas.y = max(canvas.y, bottom) + 8 * scale + room
    canvas.rule(theme)
    canvas.space(6 * scale)
    canvas.write(figure.document_citation, 12.5 * scale, quiet=True)
    if address:
        canvas.write(address, 12.5 * scale, quiet=True)
    return canvas


def _write_number(canvas: Canvas, figure: Figure, scale: float, width: float) -> None:
    """Writes the number in letters as large as the width allows, its bound above, its unit, interval and status below.

    A status that goes without saying is among the words only.
    """
    qualifier, digits = figure.parts
    size = (62 if figure.unit else 34) * scale
    size = max(size * min(1.0, 0.99 * width / typeface.width(digits, size, bold=True)), 24 * scale)
    column = (0.0, width)
    if qualifier:
        canvas.write(qualifier, 22 * scale, column=column)
    canvas.write(digits, size, bold=True, column=column)
    if figure.unit:
        canvas.write(figure.unit, 22 * scale, column=column)
    if figure.interval:
        canvas.write(figure.interval, 16 * scale, column=column)
    if figure.status_code != USUAL_STATUS:
        canvas.write(figure.status, 18 * scale, column=column)
    if figure.converted:
        canvas.write(f"converted from {figure.converted}", 14 * scale, quiet=True, column=column)


def _write_terms(canvas: Canvas, terms: Sequence[tuple[str, str]], scale: float, start: float) -> None:
    """Writes each text to the right of its label."""
    size = 14.5 * scale
    indent = start + max(typeface.width(label, size) for label, _ in terms) + 14 * scale
    for label, text in terms:
        top = canvas.y
        canvas.write(label, size, quiet=True, column=(start, indent - start))
        canvas.y = top
        canvas.write(text, size, column=(indent, canvas.inner - indent))
        canvas.space(4 * scale)
