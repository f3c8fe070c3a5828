"""Tables in a text, a line for each row with *|* between its cells: the head and the label of each number."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from indicators.text.vocabulary import SCALES

_ROW = re.compile(r"\|\s*\|")
"""What stands between two rows, whose lines are joined, and where a cell is empty."""
_RULE = re.compile(r"(?:\|\s*:?-{2,}:?\s*)+\|")
"""The line under the head: *|---|---|*."""

_NAME = re.compile(r"[^\W\d_]|\d ?[-–] ?\d|\d\+")
"""What makes a label a name: letters, or the ends of an age or a size."""
_REACH = 1_000
"""Characters in which a table shows its first bars."""
_SCALES = {"000": 1e3} | {word: SCALES[word] for word in ("hundred", "thousand", "million", "billion", "trillion")}
_SCALED = re.compile(rf"(?:\b|['’])({'|'.join(_SCALES)})s?\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell, with the head of its column and the label of its row, which are its own words where it is one of them."""

    text: str
    head: str
    label: str
    is_head: bool
    is_label: bool
    head_place: tuple[int, int]
    label_place: tuple[int, int]
    """Where these two start and end in the passage."""


class PrintedTable:
    """The cells of a passage that is a table, by the places of their words."""

    def __init__(self, passage: str) -> None:
        """The first row is the head, and the first cell of each row its label."""
        self._passage = passage
        self._rows = [list(_cells(passage, start, end)) for start, end in _rows(passage)]
        self._places = [
            (start, number, column)
            for number, cells in enumerate(self._rows)
            for column, (start, _) in enumerate(cells)
        ]
        self._starts = [start for start, _, _ in self._places]

    def cell_at(self, position: int) -> Cell:
        """The cell in which a character of the passage stands."""
        _, row, column = self._places[max(0, bisect_right(self._starts, position) - 1)]
        head, label = self._rows[0][min(column, len(self._rows[0]) - 1)], self._rows[row][0]
        return Cell(
            text=self._words(self._rows[row][column]),
            head=self._words(head),
            label=self._words(label),
            is_head=row == 0,
            is_label=column == 0,
            head_place=head,
            label_place=label,
        )

    def _words(self, place: tuple[int, int]) -> str:
        return self._passage[slice(*place)].strip()


def is_table(passage: str) -> bool:
    """Whether a passage is a table: rows of cells with *|* around each."""
    return passage.startswith("|") and passage.count("|", 0, _REACH) > 2


def table_of(passage: str) -> PrintedTable | None:
    """The table that a passage is; None where it is none."""
    return PrintedTable(passage) if is_table(passage) else None


def is_name(label: str) -> bool:
    """Whether the label of a row is a name, and no number alone."""
    return bool(_NAME.search(label))


def scales_in(words: str) -> frozenset[float]:
    """What the numbers of a table stand for by its caption or a head: 1,000 of *in thousands*; else empty."""
    return frozenset(_SCALES[found[1].lower()] for found in _SCALED.finditer(words))


def _rows(passage: str) -> Iterator[tuple[int, int]]:
    """Where each row starts, at its first cell, and ends.

    The line under the head says how many cells a row has; without it a row ends where two bars follow each other.
    """
    rule = _RULE.search(passage)
    bars = [match.start() for match in re.finditer(r"\|", passage)]
    width = rule[0].count("|") if rule else 0
    if rule and len(bars) % width == 0:
        for first in range(0, len(bars), width):
            if bars[first] != rule.start():
                yield bars[first] + 1, bars[first + width - 1]
        return
    start = 1
    for match in _ROW.finditer(passage):
        if match.start() > start and not (rule and rule.start() < match.start() < rule.end()):
            yield start, match.start()
        start = match.end()
    if start < len(passage.rstrip(" |")):
        yield start, len(passage)


def _cells(passage: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each cell of a row starts and ends."""
    while start <= end:
        bar = passage.find("|", start, end)
        stop = bar if bar >= 0 else end
        yield start, stop
        start = stop + 1
