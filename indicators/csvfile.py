"""Columns of text from a CSV file as a spreadsheet saves it, and the line on which each row stands.

Arrow reads the file; what it would take in silence (broken quotes, empty rows, a wrong encoding) is looked
for besides. A byte order mark, CRLF and empty rows at the end change no meaning and are accepted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow

from indicators.errors import Problem, did_you_mean, nearest
from indicators.schema import FILE, Table
from indicators.text import quote

Positions = npt.NDArray[np.intp]

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BLANK = b", \t\n"
_QUOTE, _COMMA, _LF = b'",\n'
_AROUND = (_QUOTE, _COMMA, _LF)
_SAVE = "save it as CSV UTF-8 (comma delimited)"
_MOST_BYTES = 2**31 - 1  # that Arrow reads in one piece


@dataclass(frozen=True, kw_only=True, eq=False)
class Sheet:
    """A file as read.

    `frame` holds text, missing where a cell is empty: plain in the key, categories in any other column. It is
    None where the file gives no columns to check, which `problems` then explain. Rows of the wrong length are
    left out of it; `whole` says that there is none.
    """

    frame: pd.DataFrame | None
    problems: tuple[Problem, ...] = ()
    whole: bool = False
    data: bytes = b""
    records: Positions | None = None

    def lines(self, rows: Positions) -> Positions:
        """The line on which each row of the frame (from 0) starts; the header stands on line 1."""
        records = rows if self.records is None else self.records[rows]
        return records + 2 if self._starts is None else self._starts[records]

    @cached_property
    def _starts(self) -> Positions | None:
        """The line on which each record starts; None where every record is one line."""
        if _QUOTE not in self.data:
            return None
        content = np.frombuffer(self.data, np.uint8)
        ends, marks = np.flatnonzero(content == _LF), np.flatnonzero(content == _QUOTE)
        return np.asarray(np.flatnonzero(np.searchsorted(marks, ends) % 2 == 0) + 2)


def read(path: Path, table: Table) -> Sheet:
    """The file of `table` with every fault of its form; what its cells say is not checked here."""
    try:
        data = _tidy(path.read_bytes())
    except FileNotFoundError:
        found = "no such file"
    except OSError as error:
        found = f"a file that does not open ({error.strerror})"
    else:
        problems = tuple(_faults_of_form(data, table))
        return Sheet(frame=None, problems=problems) if problems else _sheet(data, table)
    return Sheet(frame=None, problems=(_fault(table, None, found, f"the table {quote(table.name)}"),))


def _sheet(data: bytes, table: Table) -> Sheet:
    """The columns of a file that is in form: UTF-8, with its quotes in place."""
    text, uneven = _parsed(data, table)
    problems = list(_faults_of_header(text.column_names, table))
    if any(text.column_names.count(name) != 1 for name in table.names):
        return Sheet(frame=None, problems=tuple(problems))

    frame = text.select(table.names).to_pandas()
    odd = np.array([row.number - 2 for row in uneven], np.intp)  # the header is row 1
    even = np.delete(np.arange(len(frame) + len(odd)), odd)
    unnamed = np.flatnonzero(frame[table.key].isna())
    empty = unnamed[frame.iloc[unnamed].isna().all(axis=1)]
    if not odd.size and not empty.size:
        return Sheet(frame=frame, problems=tuple(problems), whole=True, data=data)

    filled, gaps = np.delete(even, empty), even[empty]
    gaps = gaps[gaps < max(filled.max(initial=-1), odd.max(initial=-1))]  # none at the end
    everything = Sheet(frame=None, data=data)
    problems += map(partial(_uneven, table), everything.lines(odd).tolist(), uneven)
    problems += (
        _fault(table, line, "an empty row", "rows without gaps", "delete it")
        for line in everything.lines(gaps).tolist()
    )
    frame = frame.drop(index=empty).reset_index(drop=True)
    return Sheet(frame=frame, problems=tuple(problems), whole=not odd.size, data=data, records=filled)


def _parsed(data: bytes, table: Table) -> tuple[pa.Table, list[arrow.InvalidRow]]:
    """All cells of the rows that are as long as the header, and the other rows."""
    uneven: list[arrow.InvalidRow] = []

    def skip(row: arrow.InvalidRow) -> str:
        uneven.append(row)
        return "skip"

    categories = pa.dictionary(pa.int32(), pa.string())
    text = arrow.read_csv(
        pa.BufferReader(data),
        # In one thread and one piece, so that rows are numbered and none is too long.
        read_options=arrow.ReadOptions(use_threads=False, block_size=len(data)),
        parse_options=arrow.ParseOptions(
            newlines_in_values=_QUOTE in data, ignore_empty_lines=False, invalid_row_handler=skip
        ),
        convert_options=arrow.ConvertOptions(
            column_types={name: pa.string() if name == table.key else categories for name in table.names},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )
    return text, uneven


def _fault(
    table: Table, line: int | None, found: str, expected: str, advice: str = "", column: str | None = None
) -> Problem:
    return Problem(file=table.path, line=line, column=column, found=found, expected=expected, advice=advice)


def _uneven(table: Table, line: int, row: arrow.InvalidRow) -> Problem:
    cells = "1 cell" if row.actual_columns == 1 else f"{row.actual_columns} cells"
    advice = "put quotation marks around a cell that has a comma in it"
    more = row.actual_columns > row.expected_columns
    return _fault(table, line, cells, f"{row.expected_columns}, as in the header", advice if more else "")


def _tidy(data: bytes) -> bytes:
    """The bytes without a byte order mark, with one sort of line end, without empty lines at the end."""
    data = data.removeprefix(_BOM)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    end = len(data)
    while end and not data[(start := data.rfind(b"\n", 0, end - 1) + 1) : end].strip(_BLANK):
        end = start
    kept = data[:end]
    return kept if kept.endswith(b"\n") or not kept else kept + b"\n"


def _faults_of_form(data: bytes, table: Table) -> Iterator[Problem]:
    """What is wrong with the bytes: none, too many, another encoding, other separators, broken quotes."""
    first = data[: max(data.find(b"\n"), 0)]
    if data.startswith(_UTF16) or b"\0" in data:
        yield _fault(table, None, "UTF-16, or no text at all", "UTF-8 text", _SAVE)
    elif len(data) > _MOST_BYTES:
        yield _fault(table, None, "more than 2 GiB", "a smaller file")
    elif not first:
        found = "an empty line" if data else "an empty file"
        yield _fault(table, 1 if data else None, found, f"a header line: {','.join(table.names)}")
    elif line := _not_utf8(data):
        yield _fault(table, line, "bytes that are not UTF-8", "UTF-8 text", _SAVE)
    elif b"," not in first and b";" in first:
        yield _fault(table, 1, "semicolons between cells", "commas", _SAVE)
    elif b"," not in first and b"\t" in first:
        yield _fault(table, 1, "tabs between cells", "commas", _SAVE)
    else:
        for line in _broken_quotes(data).tolist():
            expected = 'cells quoted from end to end, and a quotation mark inside them doubled ("")'
            yield _fault(table, line, "a quotation mark out of place", expected)


def _not_utf8(data: bytes) -> int:
    """The first line that is not UTF-8, 0 where every one is."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 0


def _broken_quotes(data: bytes) -> Positions:
    """Lines with a quotation mark that neither opens, closes nor is doubled (RFC 4180, section 2).

    Marks open and close in turn, a doubled one closing and opening again: an opening mark follows a separator
    or a mark, a closing one precedes a separator or a mark. One without its fellow turns all that follows
    inside out: nothing is said of the lines behind it.
    """
    content = np.frombuffer(data, np.uint8)  # its last byte, a line feed, serves as the one before its first
    marks = np.flatnonzero(content == _QUOTE)
    opening, closing = marks[::2], marks[1::2]
    astray = opening[~np.isin(content[opening - 1], _AROUND)]
    unclosed = opening[: len(closing)][~np.isin(content[closing + 1], _AROUND)]
    bad = np.concatenate([astray, unclosed, opening[len(closing) :]])
    if not bad.size:
        return bad
    ends = np.flatnonzero(content == _LF)
    lines = np.unique(np.searchsorted(ends, bad))
    odd = np.bincount(np.searchsorted(ends, marks))[lines] % 2 == 1
    return lines[: int(odd.argmax()) + 1 if odd.any() else None] + 1


def _faults_of_header(header: Sequence[str], table: Table) -> Iterator[Problem]:
    missing = [name for name in table.names if name not in header]
    for name in dict.fromkeys(header):
        if name not in table.names:
            advice = did_you_mean(nearest(name, missing))
            yield _fault(table, 1, f"a column {quote(name)}", f"only columns that {FILE} lists", advice)
        elif header.count(name) > 1:
            yield _fault(table, 1, f"{header.count(name)} columns of this name", "one", column=name)
    for name in missing:
        yield _fault(table, 1, "no such column", f"every column that {FILE} lists", column=name)
