"""Places for the labels of a chart over time, so that none covers another.

They are judged for a phone; on a wider screen labels only move apart.
"""

from collections.abc import Iterable, Sequence
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
_OFF_LINE = 9
"""Distance in pixels from the middle of a label to a line of the grid that it is clear of."""
_CLOSER = 3
"""Distance in pixels by which a label may be closer to its mark than others."""
_BESIDE_MARK = 10
"""Distance in pixels by which a label that ends or starts at its mark goes beyond the middle of it."""


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


def _lift(values: list[Value], times: list[float], most_lines: int) -> list[Value]:
    """The values in ascending order, their labels lifted by at most so many lines, or by None."""
    first, last = axes.domain(times)
    highest = axes.top_of_axis(values, most_lines)
    scale = _PLOT_HEIGHT / highest
    grid = axes.step((0, highest)) * scale
    taken: list[Box] = []
    lifted: list[Value] = []
    for value in sorted(values, key=lambda value: float(value["value"])):
        x = (value["middle"] - first) / (last - first) * _PLOT_WIDTH
        half = len(value["short"]) * _LETTER / 2
        align, dx, middle = _aligned(x, half)
        above = _ABOVE_ARROW if value["above"] else _ABOVE_MARK
        mark = value["value"] * scale
        places = {
            Box(middle, _beside_lines(mark + above + lines * LINE, grid), half, LINE / 2): lines
            for lines in range(most_lines + 1)
        }
        box = _first_free((box for box in places if box.y + 2 <= _PLOT_HEIGHT), taken)
        if box:
            taken.append(box)
        lines, up = (places[box], box.y - mark) if box else (None, above)
        lifted.append({**value, "lifted": lines, "align": align, "dx": dx, "dy": -round(up)})
    return lifted


def _beside_lines(y: float, grid: float) -> float:
    """The place of a label at this height, or just below or above the line of the grid that would strike it through.

    It is below where it stays clear of its mark, as a label above a line seems to be of more. ``grid`` is the distance
    of the lines, which begin at 0.
    """
    nearest = round(y / grid) * grid
    if abs(y - nearest) >= _OFF_LINE:
        return y
    return nearest - _OFF_LINE if nearest - _OFF_LINE >= y - _CLOSER else nearest + _OFF_LINE


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
