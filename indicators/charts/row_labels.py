"""Labels of rows inside the plot, above the marks, in lines for a phone or for a wide screen.

Which of the two are written is decided where the chart is drawn. A row is high enough for both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import altair as alt

from indicators.charts import typeface
from indicators.charts.axes import Value
from indicators.charts.marks import INK, LEFT_EDGE, WIDE, Layers, chart_of

LETTERS, _LINE = 12, 15
"""Size in pixels of the letters of a label, and height of one of its lines."""
_NARROW_LABEL, _WIDE_LABEL = 310, WIDE - 20
"""Width in pixels for which a line of a label has room in a narrow and in a wide chart."""
_BETWEEN = 12
"""Distance in pixels between a line of a label and what stands at its right."""
_RIGHT_EDGE = alt.XValue("width")  # type: ignore[no-untyped-call]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a label before it is wrapped, and what stands ``beside`` it at the right edge."""

    text: str
    beside: str = ""
    bold: bool = False


def placed(lines: Sequence[Line], top: int) -> tuple[list[Value], int]:
    """The lines of the label of a row that begins at ``top``, both for a phone and a wide screen, and their height."""
    wrapped = {wide: list(_wrapped(lines, wide=wide)) for wide in (False, True)}
    high = _LINE * max(map(len, wrapped.values()))
    return [
        {**line, "wide": wide, "y": top, "dy": high - _LINE * len(label) + _LINE * place}
        for wide, label in wrapped.items()
        for place, line in enumerate(label, 1)
    ], high


def layers(lines: list[Value], y: alt.Y) -> Layers:
    """The lines of the labels: those of a wide chart or those of a narrow one."""
    sides: dict[Literal["left", "right"], str] = {"left": "text", "right": "beside"}
    for bold in (True, False):
        for align, field in sides.items():
            group = [line for line in lines if line["bold"] is bold and line[field]]
            if group:
                text = chart_of(group).mark_text(
                    align=align,
                    baseline="bottom",
                    dy=alt.ExprRef("datum.dy"),
                    fontSize=LETTERS,
                    fontWeight=600 if bold and field == "text" else 400,
                    color=INK,
                    text=alt.ExprRef(f"datum.wide === (width > {WIDE}) ? datum.{field} : ''"),
                )
                yield text.encode(y=y, x=LEFT_EDGE if align == "left" else _RIGHT_EDGE)


def _wrapped(lines: Sequence[Line], *, wide: bool) -> Iterator[Value]:
    """The lines of a label as they fit, what stands at the right of one beside its first line."""
    for line in lines:
        beside = typeface.width(line.beside, LETTERS) + _BETWEEN if line.beside else 0
        room = (_WIDE_LABEL if wide else _NARROW_LABEL) - beside
        for place, text in enumerate(typeface.even_lines(line.text, LETTERS + line.bold / 2, room)):
            yield {"text": text, "beside": "" if place else line.beside, "bold": line.bold}
