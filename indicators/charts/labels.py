"""Places for the labels of a chart over time, so that none covers another.

They are judged for a phone; on a wider screen labels only move apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from indicators.charts import axes
from indicators.charts.axes import Value

LINE = 16
"""Height of a line of a label above a mark, in pixels."""
MOST_LINES = 6
"""Maximum number of lines by which a label is lifted above its mark."""

_PLOT_WIDTH, _PLOT_HEIGHT = 250, 204
"""Size of the plot on a phone, in pixels; the height is that of a chart whose labels stand above the marks."""
_LETTER = 7.2
"""Width of a letter of a label above a mark, in pixels."""
_ABOVE_MARK, _ABOVE_ARROW = 18, 32
"""Distances in pixels from a mark to the middle of its label, without and with an arrow between the two."""
_BESIDE_MARK = 10
"""Distance in pixels by which a label that ends or starts at its mark goes beyond the middle of it."""
_SIDE_LETTER, _SIDE_LINE = 5.6, 13
"""Width of a letter and height of a line of a label beside a mark, in pixels."""
_SIDE_SHIFTS = (0, -17, 17, -32, 32, -46, 46, 60, -60, 74)
"""Vertical distances in pixels between a mark and the label beside it, the preferred first."""


class Box(NamedTuple):
    """A rectangle by its centre and half its size, in pixels."""

    x: float
    y: float
    half_width: float
    half_height: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            abs(self.x - other.x) < self.half_width + other.half_width
            and abs(self.y - other.y) < self.half_height + other.half_height
        )


def labels_above(values: list[Value], times: list[float]) -> tuple[list[Value], int]:
    """The values, each with the place of its label above its mark, and the most lines by which one is lifted.

    The place is ``align``, ``dx`` and ``dy`` from the mark: a label stands over it, or starts or ends at it near an
    edge of the plot. A label that has no free place is ``lifted`` by None lines, and is not written.
    """
    best: list[Value] = []
    best_lines = 0
    for most_lines in range(MOST_LINES + 1):  # more lines leave less of the height to the axis
        lifted = _lift(values, times, most_lines)
        if _count_written(lifted) > _count_written(best):
            best, best_lines = lifted, most_lines
        if _count_written(best) == len(values):
            break
    return best, best_lines


def labels_beside(values: list[Value], times: list[float], top: float, height: float) -> Iterator[Value]:
    """The values that have a label ``since``, each with its ``align``, ``dx`` and ``dy`` from the mark.

    ``top`` is the number at the upper end of the axis, ``height`` that of the plot in pixels. Where every place is
    taken, a label covers others; without a place inside the plot the value is left out.
    """
    first, last = axes.domain(times)
    marks = {
        value["id"]: ((value["middle"] - first) / (last - first) * _PLOT_WIDTH, (1 - value["value"] / top) * height)
        for value in values
    }
    taken = [_mark_box(*marks[value["id"]], with_arrow=value["above"]) for value in values]
    for value in sorted((value for value in values if value["since"]), key=lambda value: -value["value"]):
        x, y = marks[value["id"]]
        half = len(value["since"]) * _SIDE_LETTER / 2
        places = {
            Box(x + (13 + half if align == "left" else -13 - half), y + dy, half, _SIDE_LINE / 2): (align, dy)
            for dy in _SIDE_SHIFTS
            for align in ("left", "right")
        }
        inside = [
            box
            for box in places
            if box.x - half >= -4
            and box.x + half <= _PLOT_WIDTH + 6
            and box.y - box.half_height >= 0
            and box.y + box.half_height <= height
        ]
        if inside:
            box = _first_free(inside, taken) or inside[0]
            taken.append(box)
            align, dy = places[box]
            yield {**value, "align": align, "dx": 13 if align == "left" else -13, "dy": dy}


def _lift(values: list[Value], times: list[float], most_lines: int) -> list[Value]:
    """The values in ascending order, their labels lifted by at most so many lines, or by None."""
    first, last = axes.domain(times)
    scale = _PLOT_HEIGHT / axes.room(most_lines) / axes.top(values)
    taken: list[Box] = []
    lifted: list[Value] = []
    for value in sorted(values, key=lambda value: float(value["value"])):
        x = (value["middle"] - first) / (last - first) * _PLOT_WIDTH
        half = len(value["short"]) * _LETTER / 2
        align, dx, middle = _aligned(x, half)
        above = _ABOVE_ARROW if value["above"] else _ABOVE_MARK
        places = {
            Box(middle, value["value"] * scale + above + lines * LINE, half, LINE / 2): lines
            for lines in range(most_lines + 1)
        }
        box = _first_free((box for box in places if box.y + 2 <= _PLOT_HEIGHT), taken)
        lines = None
        if box:
            taken.append(box)
            lines = places[box]
        lifted.append({**value, "lifted": lines, "align": align, "dx": dx, "dy": -above - (lines or 0) * LINE})
    return lifted


def _aligned(x: float, half: float) -> tuple[str, int, float]:
    """How a label of half this width stands to its mark at ``x`` so as to stay in the plot, and where its middle is."""
    if x + half > _PLOT_WIDTH:
        return "right", _BESIDE_MARK, x + _BESIDE_MARK - half
    if x - half < 0:
        return "left", -_BESIDE_MARK, x - _BESIDE_MARK + half
    return "center", 0, x


def _count_written(values: list[Value]) -> int:
    return sum(value["lifted"] is not None for value in values)


def _first_free(places: Iterable[Box], taken: Sequence[Box]) -> Box | None:
    return next((box for box in places if not any(box.overlaps(other) for other in taken)), None)


def _mark_box(x: float, y: float, *, with_arrow: bool) -> Box:
    """The place of a mark, and of the arrow above it."""
    return Box(x, y - 6.5, 7, 13.5) if with_arrow else Box(x, y, 7, 7)
