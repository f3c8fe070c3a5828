"""Tables of a text whose cells stand apart by tabs or blanks: where they surely are tables, *|* is put between them."""

import re
from collections.abc import Collection

from indicators.audit.printed_tables import is_name
from indicators.text.normal import normalise
from indicators.text.sentences import fingerprint, split

_PARAGRAPH = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_APART = re.compile(r" *\t *| {2,}")
_UNDERLINE = re.compile(r"[\s=_+-]+")
_NUMBER = re.compile(r"[^\w\s]{0,3}\d[^\s]*(?: [^\s]+)?|[-–—.*]*|n/?a", re.IGNORECASE)
"""What a cell behind the label of its row has: a number, or a sign that there is none."""
_FEWEST_ROWS = 2
"""Rows of a table below its head."""


def with_bars(text: str, quoted: Collection[str] = ()) -> str:
    """A text whose tables with tabs or blanks between their cells have *|* between them, and around each row.

    A paragraph is such a table if all of its lines have as many cells, two or more, and below the first line, the head,
    each cell behind the first holds a number or a dash. One of which a sentence has a fingerprint among `quoted` stays
    as it is.
    """

    def written(paragraph: re.Match[str]) -> str:
        rows = _rows(paragraph[0].splitlines())
        if not rows or any(fingerprint(sentence) in quoted for sentence in split(normalise(paragraph[0]))):
            return paragraph[0]
        lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
        end = "\n" if paragraph[0].endswith("\n") else ""
        return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + end

    return _PARAGRAPH.sub(written, text)


def _rows(lines: list[str]) -> list[list[str]]:
    """The cells of each line of a table; none where the lines are no table for sure."""
    kept = [line for line in lines if not _UNDERLINE.fullmatch(line)]
    if len(kept) <= _FEWEST_ROWS or any("|" in line for line in kept):
        return []
    rows = [[cell.strip() for cell in _APART.split(line.rstrip())] for line in kept]
    is_table = all(len(cells) == len(rows[0]) > 1 for cells in rows) and all(
        is_name(cells[0]) and all(map(_NUMBER.fullmatch, cells[1:])) for cells in rows[1:]
    )
    return rows if is_table else []
