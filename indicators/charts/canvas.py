"""An image as SVG, filled from the top with lines of text and drawings, and the frames into which images are fitted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators import markup
from indicators.charts import drawing, typeface
from indicators.charts.theme import Theme

NATURAL = "natural"
LANDSCAPE = 1.4
"""Width of a frame, in parts of its height, from which on its content stands in two columns."""
FRAMES: Mapping[str, tuple[int, int]] = {
    "opengraph": (1200, 630),
    "wide": (1600, 900),
    "square": (1080, 1080),
}
"""Width and height in pixels of the frames into which an image can be fitted: previews of links, slides, squares."""
SIZES = (NATURAL, *FRAMES)
"""The sizes of an image: as high as its content, or one of FRAMES."""

_LEADING = 1.35
"""Height of a line, in parts of the size of its letters."""
_DESCENT = 0.35
"""How much of that is below the foot of its letters."""


@dataclass(kw_only=True)
class Canvas:
    """The content of an image ``width`` pixels wide; ``y`` is where the next line begins.

    Lines are as wide as the typeface says, so that no text passes the margin on the right.
    """

    width: float
    margin: float
    y: float = 0.0
    _pieces: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.y = self.y or self.margin

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    def write(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        quiet: bool = False,
        column: tuple[float, float] | None = None,
    ) -> None:
        """Adds a text in lines, from margin to margin or in a column: how far it starts from the margin, its width."""
        indent, room = column or (0.0, self.inner)
        look = (' font-weight="bold"' if bold else "") + (' fill-opacity="0.8"' if quiet else "")
        for line in typeface.lines(text, size, room, bold=bold):
            self.y += size * _LEADING
            self._pieces.append(
                f'<text x="{self.margin + indent:g}" y="{self.y - size * _DESCENT:g}" font-size="{size:g}"{look}>'
                f"{markup.escape(line)}</text>"
            )

    def draw(self, marks: str, height: float, scale: float = 1.0) -> None:
        """Adds SVG elements that stand from (0, 0) down to ``height``, before they are scaled."""
        place = f"translate({self.margin:g},{self.y:g}) scale({scale:.6g})"
        self._pieces.append(f'<g transform="{place}" fill="none">{marks}</g>')
        self.y += height * scale

    def rule(self, theme: Theme) -> None:
        """Adds a line from margin to margin."""
        self._pieces.append(
            f'<path d="M{self.margin:g} {self.y:g}h{self.inner:g}" stroke="{theme.line}" stroke-width="1.5"/>'
        )

    def space(self, height: float) -> None:
        """Leaves a gap."""
        self.y += height

    def room(self, frame: tuple[int, int]) -> float:
        """Height that the content leaves free in a frame, once it is scaled to its width; below 0 where it is too high.

        In pixels of the content.
        """
        return frame[1] * self.width / frame[0] - self._height

    @property
    def _height(self) -> float:
        return self.y + self.margin

    def svg(self, title: str, words: str, theme: Theme, style: str, frame: tuple[int, int] | None = None) -> str:
        """The image in the colours of a theme, as high as its content, or scaled so that a frame holds all of it.

        ``title`` and ``words`` are for those who do not see it.
        """
        width, height = frame or (self.width, round(self._height))
        scale = min(width / self.width, height / self._height) if frame else 1
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
            f'viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="title words" color="{theme.ink}" '
            f'fill="{theme.ink}" font-family="{typeface.FAMILY}">'
            f'<title id="title">{markup.escape(title)}</title><desc id="words">{markup.escape(words)}</desc>'
            f'{style}<rect width="{width:g}" height="{height:g}" fill="{theme.paper}"/>'
            f'<g transform="scale({scale:.6g})">{"".join(self._pieces)}</g></svg>'
        )


def svg_file(image: str) -> bytes:
    """An image as an SVG file; it must have its typeface inside."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{image}\n'.encode()


def png_file(image: str, scale: float) -> bytes:
    """An image as a PNG file, with ``scale`` pixels for each pixel of the SVG."""
    # vl-convert draws with its own Liberation Sans and ignores a typeface in the file.
    return drawing.to_png(image, scale)
