"""The picture of a selection: what is selected, and its first figures with bound, unit, source, time and a caveat."""

from collections.abc import Iterator, Sequence

import numpy as np

from indicators.catalogue.model import Catalogue
from indicators.charts import typeface
from indicators.charts.canvas import FRAMES, NATURAL, Canvas, png_file, svg_file
from indicators.charts.theme import THEMES, Theme
from indicators.figures.build import figures_of
from indicators.figures.citation import cite_document
from indicators.figures.figure import Figure
from indicators.figures.selection import Selection, in_words, select
from indicators.figures.summary import dated, full_title, is_replaced
from indicators.measure.period import NOT_STATED
from indicators.measure.units import SYSTEMS
from indicators.render.headlines import headline_positions, other_positions, summary
from indicators.text.counted import number_of

MOST = 6
"""Maximum number of figures in the picture, which says how many more there are."""

_WIDTH, _MARGIN = 760, 40
_FRAMED = (*((most, scale) for scale in (1.6, 1.4, 1.2, 1.0) for most in (4, 3, 2)), (1, 0.9), (1, 0.7))
"""How many figures a frame shows, and how large its letters are; the first that fits is taken."""


def svg(
    catalogue: Catalogue,
    selection: Selection,
    scheme: str,
    size: str = NATURAL,
    system: str = SYSTEMS[0],
    address: str = "",
) -> bytes:
    """The picture as an SVG file; the arguments are those of `figure_picture.svg`, numbers are in a system of units."""
    style = f"<style>{typeface.style()}</style>"
    return svg_file(_image(catalogue, selection, THEMES[scheme], size, system, address, style))


def png(
    catalogue: Catalogue,
    selection: Selection,
    scheme: str,
    size: str = NATURAL,
    system: str = SYSTEMS[0],
    address: str = "",
) -> bytes:
    """The picture as a PNG file: of natural size with 2 pixels for each pixel of the SVG, a frame with 1."""
    image = _image(catalogue, selection, THEMES[scheme], size, system, address, "")
    return png_file(image, 2 if size == NATURAL else 1)


def description(catalogue: Catalogue, selection: Selection) -> str:
    """The selection in sentences: what the catalogue is about, and what of it is selected."""
    chosen = [f"{facet}: {names}." for facet, names in in_words(catalogue, selection).items()]
    return " ".join(filter(None, [catalogue.descriptor.description, *chosen]))


def _image(
    catalogue: Catalogue, selection: Selection, theme: Theme, size: str, system: str, address: str, style: str
) -> str:
    rows = select(catalogue, selection)
    places = np.concatenate([headline_positions(catalogue, rows), other_positions(catalogue, rows)])
    shown = rows.take(places[:MOST] if places.size else np.arange(min(len(rows), MOST)))
    # A figure that has been replaced stands last: some readers see only the first.
    figures = sorted(figures_of(catalogue, shown, system), key=is_replaced)
    lines = [catalogue.descriptor.title, summary(catalogue, selection, rows)]
    lines += [f"{facet}: {names}" for facet, names in in_words(catalogue, selection).items()]
    documents = [cite_document(catalogue, document) for document in dict.fromkeys(shown["document"])]
    frame = FRAMES.get(size)
    for most, scale in _FRAMED if frame else ((MOST, 1.0),):
        canvas = Canvas(width=frame[0] if frame else _WIDTH, margin=_MARGIN)
        _fill(canvas, lines, figures[:most], len(rows) - len(figures[:most]), scale)
        canvas.space(8 * scale)
        canvas.rule(theme)
        canvas.space(6 * scale)
        for line in (*documents[:2], *([address] if address else [])):
            canvas.write(line, 12.5 * scale, quiet=True)
        if frame is None or canvas.room(frame) >= 0:
            break
    return canvas.svg(lines[0], description(catalogue, selection), theme, style, frame)


def _fill(canvas: Canvas, lines: list[str], figures: Sequence[Figure], more: int, scale: float) -> None:
    title, *about = lines
    canvas.write(title, 24 * scale, bold=True)
    for line in about:
        canvas.write(line, 14 * scale, quiet=True)
    for figure in figures:
        canvas.space(9 * scale)
        canvas.write(figure.phrase, 24 * scale, bold=True)
        canvas.write(" · ".join((full_title(figure), figure.claimant, figure.status, *_when(figure))), 14 * scale)
        for caveat in figure.caveats[:1]:
            canvas.write(f"Caveat: {caveat.text}", 14 * scale, quiet=True)
    if more > 0:
        canvas.space(9 * scale)
        canvas.write(f"And {number_of(more, 'more figure')}.", 14 * scale, quiet=True)


def _when(figure: Figure) -> Iterator[str]:
    """The period, or that it is not stated, and the date of issue if it is stated."""
    yield dated(figure, "period") if figure.known("period") else f"period {NOT_STATED}"
    if figure.known("issued"):
        yield f"issued {dated(figure, 'issued')}"
