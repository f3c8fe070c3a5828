"""Columns of text from a CSV file as a spreadsheet saves it, and the line on which each row stands.

Arrow reads the file; what it would take in silence (broken quotes, empty rows, a wrong encoding) is looked
for besides. A byte order mark, CRLF and empty rows at the end change no meaning and are accepted.

A file without any fault is read in pieces by several threads; one with a fault, again and in one piece, in which
rows can be numbered.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow

from indicators.catalogue.schema import DISTINCT, FILE, LONG, Table
from indicators.columns import MANY, Positions, side_by_side
from indicators.errors import Problem, did_you_mean, nearest
from indicators.text.sentences import quote

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BLANK = b", \t\n"
_QUOTE, _COMMA, _LF = b'",\n'
_AROUND = (_QUOTE, _COMMA, _LF)
_SAVE = "save it as CSV UTF-8 (comma delimited)"
_MOST_BYTES = 2**31 - 1  # that Arrow reads in one piece
_PIECE = 2**20  # bytes that stay in a processor's cache
_BLOCK = 4 * _PIECE  # bytes that Arrow reads at once: in fewer pieces, fewer of the same texts are found again


@dataclass(frozen=True, kw_only=True, eq=False)
class Sheet:
    """A file as read.

    `frame` holds text, missing where a cell is empty; of the table LONG, categories of it in all columns but the key
    and DISTINCT. It is None where the file gives no columns to check, which `problems` then explain. Rows of the wrong
    length are left out of it; `whole` says that there is none.
    """

    frame: pd.DataFrame | None
    problems: tuple[Problem, ...] = ()
    whole: bool = False
    data: Callable[[], bytes] = bytes
    records: Positions | None = None

    def lines(self, rows: Positions) -> Positions:
        """The line on which each row of the frame (from 0) starts; the header stands on line 1."""
        records = rows if self.records is None else self.records[rows]
        return records + 2 if self._starts is None else self._starts[records]

    @cached_property
    def _starts(self) -> Positions | None:
        """The line on which each record starts; None where every record is one line."""
        data = self.data()
        if _QUOTE not in data:
            return None
        content = np.frombuffer(data, np.uint8)
        ends, marks = _places(content, _LF), _places(content, _QUOTE)
        return np.asarray(np.flatnonzero(np.searchsorted(marks, ends) % 2 == 0) + 2)


def read(path: Path, table: Table) -> Sheet:
    """The file of `table` with every fault of its form; what its cells say is not checked here."""
    try:
        text = _faultless(path, table)
        if text is not None:
            return Sheet(frame=_frame(text), whole=True, data=lambda: _tidy(path.read_bytes()))
        data = _tidy(path.read_bytes())
    except FileNotFoundError:
        found = "no such file"
    except OSError as error:
        found = f"a file that does not open ({error.strerror})"
    else:
        problems = tuple(_faults_of_form(data, table))
        return Sheet(frame=None, problems=problems) if problems else _sheet(data, table)
    return Sheet(frame=None, problems=(_fault(table, None, found, f"the table {quote(table.name)}"),))


def _faultless(path: Path, table: Table) -> pa.Table | None:
    """The columns of a file that has no fault of form or length; None where there may be one."""
    works: tuple[Callable[[], Any], ...] = (partial(_lines, path), partial(_in_pieces, path, table))
    lines, text = side_by_side(lambda work: work(), works, many=path.stat().st_size > _BLOCK)
    if not lines:
        return None
    if text is None or len(text) + 1 != lines:
        text = _in_pieces(path, table, multiline=True)
    return None if text is None or text[table.key].null_count else text


def _in_pieces(path: Path, table: Table, *, multiline: bool = False) -> pa.Table | None:
    """The columns of the file; None where these are others, or Arrow does not read them in pieces.

    That is where it does not open or is not UTF-8, or where a row is of another length, is longer than a piece or,
    unless `multiline`, stands on several lines.
    """
    try:
        with pa.OSFile(str(path)) as file:
            text = _parsed(file, table, piece=_BLOCK, multiline=multiline)
        return text.select(table.names) if sorted(text.column_names) == sorted(table.names) else None
    except (pa.ArrowInvalid, UnicodeDecodeError, OSError):
        return None


def _lines(path: Path) -> int:
    """The number of lines, the file being read piece by piece; 0 where any of them may be out of form."""
    lines, rest = 0, b""
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            piece = rest + piece
            end = piece.rfind(b"\n") + 1
            whole, rest = piece[:end], piece[end:]
            if _count(whole, _QUOTE) % 2:  # the last line ends inside a cell
                whole, rest = b"", piece
            if b"\0" in piece or b"\r" in piece or len(rest) > _PIECE or _broken_quotes(whole).size:
                return 0
            lines += _count(whole, _LF)
    if not rest:
        return lines
    return 0 if _broken_quotes(rest + b"\n").size else lines + _count(rest, _LF) + 1


def _count(data: bytes, byte: int) -> int:
    """How often the byte stands there: faster than bytes.count where it is often."""
    return int(np.count_nonzero(np.frombuffer(data, np.uint8) == byte))


def _frame(text: pa.Table) -> pd.DataFrame:
    """The columns as pandas keeps them, each in one piece."""

    def whole(column: pa.ChunkedArray) -> Any:
        return column.unify_dictionaries().combine_chunks().to_pandas().array

    columns = side_by_side(whole, text.itercolumns(), many=len(text) >= MANY)
    return pd.DataFrame(dict(zip(text.column_names, columns, strict=True)), copy=False)


def _sheet(data: bytes, table: Table) -> Sheet:
    """The columns of a file that is in form: UTF-8, with its quotes in place."""
    uneven: list[arrow.InvalidRow] = []

    def skip(row: arrow.InvalidRow) -> str:
        uneven.append(row)
        return "skip"

    text = _parsed(pa.BufferReader(data), table, piece=len(data), multiline=_QUOTE in data, uneven=skip)
    problems = list(_faults_of_header(text.column_names, table))
    if any(text.column_names.count(name) != 1 for name in table.names):
        return Sheet(frame=None, problems=tuple(problems))

    frame = _frame(text.select(table.names))
    odd = np.array([row.number - 2 for row in uneven], np.intp)  # the header is row 1
    even = np.delete(np.arange(len(frame) + len(odd)), odd)
    unnamed = np.flatnonzero(frame[table.key].isna())
    empty = unnamed[frame.iloc[unnamed].isna().all(axis=1)]
    if not odd.size and not empty.size:
        return Sheet(frame=frame, problems=tuple(problems), whole=True, data=lambda: data)

    filled, gaps = np.delete(even, empty), even[empty]
    gaps = gaps[gaps < max(filled.max(initial=-1), odd.max(initial=-1))]  # none at the end
    everything = Sheet(frame=None, data=lambda: data)
    problems += map(partial(_uneven, table), everything.lines(odd).tolist(), uneven)
    problems += (
        _fault(table, line, "an empty row", "rows without gaps", "delete it")
        for line in everything.lines(gaps).tolist()
    )
    frame = frame.drop(index=empty.tolist()).reset_index(drop=True)
    return Sheet(frame=frame, problems=tuple(problems), whole=not odd.size, data=lambda: data, records=filled)


def _parsed(
    file: pa.NativeFile,
    table: Table,
    *,
    piece: int,
    multiline: bool,
    uneven: Callable[[arrow.InvalidRow], str] | None = None,
) -> pa.Table:
    """All cells of the rows; what is done with one that is not as long as the header, `uneven` says, else it raises.

    Rows are numbered where all is one `piece`; a cell may hold line ends where `multiline`.
    """
    text_alone, categories = pa.large_string(), pa.dictionary(pa.int32(), pa.string())
    alone = (table.key, *DISTINCT) if table.name == LONG else table.names
    return arrow.read_csv(
        file,
        read_options=arrow.ReadOptions(use_threads=piece < file.size(), block_size=piece),
        parse_options=arrow.ParseOptions(
            newlines_in_values=multiline, ignore_empty_lines=False, invalid_row_handler=uneven
        ),
        convert_options=arrow.ConvertOptions(
            column_types={name: text_alone if name in alone else categories for name in table.names},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


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
    marks = _places(content, _QUOTE)
    opening, closing = marks[::2], marks[1::2]
    astray = opening[~np.isin(content[opening - 1], _AROUND)]
    unclosed = opening[: len(closing)][~np.isin(content[closing + 1], _AROUND)]
    bad = np.concatenate([astray, unclosed, opening[len(closing) :]])
    if not bad.size:
        return bad
    ends = _places(content, _LF)
    lines = np.unique(np.searchsorted(ends, bad))
    odd = np.bincount(np.searchsorted(ends, marks))[lines] % 2 == 1
    return lines[: int(odd.argmax()) + 1 if odd.any() else None] + 1


def _places(content: npt.NDArray[np.uint8], byte: int) -> Positions:
    """Where the byte stands."""
    starts = range(0, len(content), _PIECE)
    found = [np.flatnonzero(content[start : start + _PIECE] == byte) + start for start in starts]
    return np.concatenate(found) if found else np.array([], np.intp)


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
