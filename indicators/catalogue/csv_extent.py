"""How much a CSV file holds, found by reading it in chunks: too much is refused before any of it is taken apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from indicators.catalogue.csv_form import CHUNK, QUOTE
from indicators.catalogue.limits import MOST_EMPTY_ROWS, MOST_FURTHER_COLUMNS, MOST_PER_ROW, MOST_ROW, MOST_TEXT
from indicators.catalogue.schema import FILE, Table
from indicators.errors import Problem

_MARK, _LINE_FEED = b'"\n'
_BLANK = b", \t"
_BLANK_OR_END = np.frombuffer(_BLANK + b"\n", np.uint8)


@dataclass(frozen=True, kw_only=True)
class _Extent:
    """Number of rows and of those without a text, and bytes of the longest; no rows behind a row beyond MOST_ROW."""

    rows: int
    empty: int
    longest: int


def extent_problems(path: Path, table: Table) -> Iterator[Problem]:
    """The problem of a file that has too many columns or empty rows, too long a row, or too much text for its rows."""

    def problem(line: int | None, found: str, expected: str, advice: str = "") -> Problem:
        return Problem(file=table.path, line=line, found=found, expected=expected, advice=advice)

    size, most = path.stat().st_size, len(table.names) + MOST_FURTHER_COLUMNS
    with path.open("rb") as file:
        header = file.readline(CHUNK).partition(b"\r")[0]
    columns = header.count(b",") + 1
    if columns > most:
        yield problem(1, f"{columns:,} columns", f"at most {MOST_FURTHER_COLUMNS} more than {FILE} lists")
    elif size > MOST_EMPTY_ROWS:
        extent = _extent(path)
        if extent.longest > MOST_ROW:
            advice = "a quotation mark may be missing"
            yield problem(extent.rows + 1, "a row without end", f"at most {MOST_ROW:,} bytes", advice)
        elif extent.empty > MOST_EMPTY_ROWS:
            yield problem(None, f"{extent.empty:,} empty rows", f"at most {MOST_EMPTY_ROWS:,}", "delete them")
        elif size > MOST_TEXT + MOST_PER_ROW * extent.rows:
            expected = f"at most {MOST_TEXT:,}, and {MOST_PER_ROW:,} for each row"
            yield problem(None, f"{size:,} bytes in {extent.rows:,} rows", expected)


def _extent(path: Path) -> _Extent:
    rows = empty = longest = begun = 0
    is_inside = False  # of a quoted cell, where a line ends and the row does not
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(CHUNK):
            if b"\r" in chunk:
                chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            ends = _positions(chunk, _LINE_FEED)
            begins = np.frombuffer(chunk, np.uint8)[ends[:-1] + 1]
            if np.isin(begins, _BLANK_OR_END).any():  # else no row of these is empty
                empty += int(np.count_nonzero(np.diff(_positions(chunk.translate(None, _BLANK), _LINE_FEED)) == 1))
            marks = _positions(chunk, _MARK) if QUOTE in chunk else ends[:0]
            if marks.size or is_inside:
                ends = ends[(np.searchsorted(marks, ends) + is_inside) % 2 == 0]
                is_inside ^= bool(marks.size % 2)
            if ends.size:
                longest = max(longest, begun + int(ends[0]) + 1, int(np.diff(ends).max(initial=0)))
                begun = -int(ends[-1]) - 1
            begun += len(chunk)
            longest = max(longest, begun)
            if longest > MOST_ROW:
                break
            rows += ends.size
    return _Extent(rows=rows, empty=empty, longest=longest)


def _positions(data: bytes, byte: int) -> np.ndarray:
    return np.flatnonzero(np.frombuffer(data, np.uint8) == byte)
