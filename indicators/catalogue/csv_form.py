"""Form of a CSV file: its bytes are UTF-8 text whose separators and quotation marks are in place (RFC 4180).

Arrow reads broken quotation marks and other encodings without complaint; these checks find them.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from indicators.catalogue.limits import MOST_PROBLEMS
from indicators.catalogue.schema import FILE, Table
from indicators.columns import Positions
from indicators.errors import Problem, did_you_mean, nearest
from indicators.text.sentences import in_quotes

QUOTE = b'"'
NULL = b"\0"
CHUNK = 2**20
"""Bytes scanned at a time: they fit into a processor's cache."""

_MARK, _COMMA, _LINE_FEED = b'",\n'
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BLANK = b", \t\n"
_MOST_BYTES = 2**31 - 1  # Arrow reads no larger block
_SAVE = "save it as CSV UTF-8 (comma delimited)"


def normalise_lines(data: bytes) -> bytes:
    """The bytes without a byte order mark and without empty rows at the end; every line ends with a line feed."""
    data = data.removeprefix(_BYTE_ORDER_MARK)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    end = len(data)
    while end and not data[(start := data.rfind(b"\n", 0, end - 1) + 1) : end].strip(_BLANK):
        end = start
    rows = data[:end]
    return rows if rows.endswith(b"\n") or not rows else rows + b"\n"


def count_lines(path: Path) -> int:
    """The number of lines of a file, which is read in chunks; 0 if its form may be wrong.

    Only the bytes that the quick way of reading cannot take are looked for: null bytes, carriage returns, quotation
    marks out of place, lines longer than a chunk.
    """
    lines, rest = 0, b""
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(CHUNK):
            chunk = rest + chunk
            end = chunk.rfind(b"\n") + 1
            whole, rest = chunk[:end], chunk[end:]
            if _count(whole, _MARK) % 2:  # the last line ends inside a cell
                whole, rest = b"", chunk
            if NULL in chunk or b"\r" in chunk or len(rest) > CHUNK or _broken_quotes(whole).size:
                return 0
            lines += _count(whole, _LINE_FEED)
    if not rest:
        return lines
    return 0 if _broken_quotes(rest + b"\n").size else lines + _count(rest, _LINE_FEED) + 1


def holds_null(path: Path) -> bool:
    """Whether a file, which is read in chunks, has a null byte."""
    with path.open("rb", buffering=0) as file:
        return any(NULL in chunk for chunk in iter(partial(file.read, CHUNK), b""))


def row_starts(data: bytes) -> Positions:
    """The line on which each row starts; the header is line 1. `data` has its quotation marks in place."""
    content = np.frombuffer(data, np.uint8)
    ends, marks = _find(content, _LINE_FEED), _find(content, _MARK)
    return np.asarray(np.flatnonzero(np.searchsorted(marks, ends) % 2 == 0) + 2)


def form_problems(data: bytes, table: Table) -> Iterator[Problem]:
    """Problems of the bytes: none at all, too many, another encoding, other separators, misplaced quotation marks."""
    header = data[: max(data.find(b"\n"), 0)]

    def problem(line: int | None, found: str, expected: str, advice: str = "") -> Problem:
        return Problem(file=table.path, line=line, found=found, expected=expected, advice=advice)

    if data.startswith(_UTF16) or NULL in data:
        yield problem(None, "UTF-16, or no text at all", "UTF-8 text", _SAVE)
    elif len(data) > _MOST_BYTES:
        yield problem(None, "more than 2 GiB", "a smaller file")
    elif not header:
        found = "an empty line" if data else "an empty file"
        yield problem(1 if data else None, found, f"a header line: {','.join(table.names)}")
    elif line := _first_line_not_utf8(data):
        yield problem(line, "bytes that are not UTF-8", "UTF-8 text", _SAVE)
    elif b"," not in header and b";" in header:
        yield problem(1, "semicolons between cells", "commas", _SAVE)
    elif b"," not in header and b"\t" in header:
        yield problem(1, "tabs between cells", "commas", _SAVE)
    else:
        for line in _broken_quotes(data)[:MOST_PROBLEMS].tolist():
            expected = 'cells quoted from end to end, and a quotation mark inside them doubled ("")'
            yield problem(line, "a quotation mark out of place", expected)


def header_problems(header: Sequence[str], table: Table) -> Iterator[Problem]:
    """Problems of the header: columns that are missing, unknown or there twice."""
    missing = [name for name in table.names if name not in header]

    def problem(found: str, expected: str, advice: str = "", column: str | None = None) -> Problem:
        return Problem(file=table.path, line=1, column=column, found=found, expected=expected, advice=advice)

    for name in dict.fromkeys(header):
        if name not in table.names:
            advice = did_you_mean(nearest(name, missing))
            yield problem(f"a column {in_quotes(name)}", f"only columns that {FILE} lists", advice)
        elif header.count(name) > 1:
            yield problem(f"{header.count(name)} columns of this name", "one", column=name)
    for name in missing:
        yield problem("no such column", f"every column that {FILE} lists", column=name)


def _first_line_not_utf8(data: bytes) -> int:
    """The first line that is not UTF-8; 0 if every line is."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 0


def _broken_quotes(data: bytes) -> Positions:
    """Lines with a quotation mark that neither opens nor closes a cell and is not doubled (RFC 4180, section 2).

    Marks open and close in turn; a doubled mark closes and opens again. An opening mark follows a separator or a mark,
    a closing mark precedes one. After a mark without a partner every later mark would look wrong, so the lines behind
    it are not reported.
    """
    content = np.frombuffer(data, np.uint8)  # content[-1], a line feed, stands for the byte before the first
    neighbours = (_MARK, _COMMA, _LINE_FEED)
    marks = _find(content, _MARK)
    opening, closing = marks[::2], marks[1::2]
    misplaced = opening[~np.isin(content[opening - 1], neighbours)]
    unclosed = opening[: len(closing)][~np.isin(content[closing + 1], neighbours)]
    broken = np.concatenate([misplaced, unclosed, opening[len(closing) :]])
    if not broken.size:
        return broken
    ends = _find(content, _LINE_FEED)
    lines = np.unique(np.searchsorted(ends, broken))
    unpaired = np.bincount(np.searchsorted(ends, marks))[lines] % 2 == 1
    return lines[: int(unpaired.argmax()) + 1 if unpaired.any() else None] + 1


def _count(data: bytes, byte: int) -> int:
    """How often the byte occurs; faster than bytes.count for a byte that occurs often."""
    return int(np.count_nonzero(np.frombuffer(data, np.uint8) == byte))


def _find(content: npt.NDArray[np.uint8], byte: int) -> Positions:
    """The positions of the byte."""
    starts = range(0, len(content), CHUNK)
    found = [np.flatnonzero(content[start : start + CHUNK] == byte) + start for start in starts]
    return np.concatenate(found) if found else np.array([], np.intp)
