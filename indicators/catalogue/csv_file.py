"""Reads one CSV file of a catalogue: its columns as text, and the line on which each row stands.

A byte order mark, CRLF and empty rows at the end do not change what a file says and are accepted.

A file without any fault is read in blocks by several threads. A file with a fault is read again in one block, because
Arrow numbers rows only then.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow

from indicators.catalogue import csv_form
from indicators.catalogue.csv_extent import extent_problems
from indicators.catalogue.file_state import FileState, state_of_file
from indicators.catalogue.limits import MOST_PROBLEMS
from indicators.catalogue.schema import DISTINCT, LONG, Table
from indicators.columns import MANY, Positions, as_categories, side_by_side
from indicators.errors import CatalogueError, Problem
from indicators.text.counted import number_of
from indicators.text.sentences import in_quotes

_BLOCK = 4 * csv_form.CHUNK
"""Bytes that Arrow reads at once; with smaller blocks it would collect the same categories more often."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Sheet:
    """A CSV file as read: its columns and the problems of its form.

    `frame` holds text, missing where a cell is empty; in the table LONG every column but the key and DISTINCT is
    categorical. It is None if the file has no columns to check; `problems` then say why. Rows with too many or too
    few cells are not in it; `whole` is true if there are none. `data` returns the bytes of the file, and `file_rows`
    has the position in the file of each row of `frame`, None where they are the same.
    """

    frame: pd.DataFrame | None
    problems: tuple[Problem, ...] = ()
    whole: bool = False
    data: Callable[[], bytes] = bytes
    file_rows: Positions | None = None

    def lines(self, rows: Positions) -> Positions:
        """The line on which each of these rows of the frame starts; the header is line 1.

        Raises CatalogueError if the file has to be read again and has been changed.
        """
        file_rows = rows if self.file_rows is None else self.file_rows[rows]
        return file_rows + 2 if self._starts is None else self._starts[file_rows]

    @cached_property
    def _starts(self) -> Positions | None:
        """The line on which each row of the file starts; None if every row is one line."""
        data = self.data()
        return csv_form.row_starts(data) if csv_form.QUOTE in data else None


def read(path: Path, table: Table) -> Sheet:
    """The file of `table` with all problems of its form; its cells are not checked here."""
    try:
        if too_much := tuple(extent_problems(path, table)):
            return Sheet(frame=None, problems=too_much)
        state = state_of_file(path.stat())
        columns = _read_faultless(path, table)
        if columns is not None:
            return Sheet(frame=_to_frame(columns), whole=True, data=partial(_read_again, path, table, state))
        # A file with a null byte is no text, however long; no more of it is read.
        data = csv_form.NULL if csv_form.holds_null(path) else csv_form.normalise_lines(path.read_bytes())
    except FileNotFoundError:
        found = "no such file"
    except OSError as error:
        found = f"a file that does not open ({error.strerror})"
    else:
        problems = tuple(csv_form.form_problems(data, table))
        return Sheet(frame=None, problems=problems) if problems else _read_faulty(data, table)
    return Sheet(
        frame=None,
        problems=(Problem(file=table.path, found=found, expected=f"the table {in_quotes(table.name)}"),),
    )


def _read_again(path: Path, table: Table, state: FileState) -> bytes:
    """The bytes of a file that had this state when it was read; raises CatalogueError if it has been changed since."""
    try:
        data = path.read_bytes()
        changed = state_of_file(path.stat()) != state
    except OSError:
        changed = True
    if changed:
        found, advice = "a file that changed while it was read", "try again"
        raise CatalogueError([Problem(file=table.path, found=found, expected="files at rest", advice=advice)])
    return csv_form.normalise_lines(data)


def _read_faultless(path: Path, table: Table) -> dict[str, pa.ChunkedArray] | None:
    """The columns of a file whose form and rows have no fault; None if there may be a fault."""
    tasks: tuple[Callable[[], Any], ...] = (
        partial(csv_form.count_lines, path),
        partial(_read_blocks, path, table),
    )
    lines, text = side_by_side(lambda task: task(), tasks, many=path.stat().st_size > _BLOCK)
    if not lines:
        return None
    if text is None or len(text) + 1 != lines:
        text = _read_blocks(path, table, multiline=True)
    return None if text is None or text[table.key].null_count else _columns(text)


def _read_blocks(path: Path, table: Table, *, multiline: bool = False) -> pa.Table | None:
    """The columns of the file; None if it has other columns or Arrow cannot read it in blocks.

    Arrow cannot if the file does not open or is not UTF-8, or if a row has more or fewer cells than the header, is
    longer than a block or, unless `multiline`, stands on several lines.
    """
    try:
        with pa.OSFile(str(path)) as file:
            text = _parse(file, table, block=_BLOCK, multiline=multiline)
        return text.select(table.names) if sorted(text.column_names) == sorted(table.names) else None
    except (pa.ArrowInvalid, UnicodeDecodeError, OSError):
        return None


def _read_faulty(data: bytes, table: Table) -> Sheet:
    """The columns of a file whose form is right, with the problems of its header and of its rows."""
    uneven: list[arrow.InvalidRow] = []

    def skip(row: arrow.InvalidRow) -> str:
        uneven.append(row)
        return "skip" if len(uneven) < MOST_PROBLEMS else "error"

    multiline = csv_form.QUOTE in data
    try:
        text = _parse(pa.BufferReader(data), table, block=len(data), multiline=multiline, uneven=skip)
    except pa.ArrowInvalid:
        # So many rows are uneven that the file is no table with this header.
        lines = Sheet(frame=None, data=lambda: data).lines(np.array([row.number - 2 for row in uneven], np.intp))
        return Sheet(frame=None, problems=tuple(map(partial(_uneven, table), lines.tolist(), uneven)))
    problems = list(csv_form.header_problems(text.column_names, table))
    if any(text.column_names.count(name) != 1 for name in table.names):
        return Sheet(frame=None, problems=tuple(problems))

    frame = _to_frame(_columns(text.select(table.names)))
    del text
    odd = np.array([row.number - 2 for row in uneven], np.intp)  # the header is row 1
    even = np.delete(np.arange(len(frame) + len(odd)), odd)
    unnamed = np.flatnonzero(frame[table.key].isna())
    empty = unnamed[frame.iloc[unnamed].isna().all(axis=1)]
    if not odd.size and not empty.size:
        return Sheet(frame=frame, problems=tuple(problems), whole=True, data=lambda: data)

    filled, gaps = np.delete(even, empty), even[empty]
    gaps = gaps[gaps < max(filled.max(initial=-1), odd.max(initial=-1))]  # empty rows at the end are no gaps
    every_row = Sheet(frame=None, data=lambda: data)
    problems += map(partial(_uneven, table), every_row.lines(odd[:MOST_PROBLEMS]).tolist(), uneven)
    problems += (
        Problem(file=table.path, line=line, found="an empty row", expected="rows without gaps", advice="delete it")
        for line in every_row.lines(gaps[:MOST_PROBLEMS]).tolist()
    )
    frame = frame.drop(index=empty.tolist()).reset_index(drop=True)
    return Sheet(frame=frame, problems=tuple(problems), whole=not odd.size, data=lambda: data, file_rows=filled)


def _parse(
    file: pa.NativeFile,
    table: Table,
    *,
    block: int,
    multiline: bool,
    uneven: Callable[[arrow.InvalidRow], str] | None = None,
) -> pa.Table:
    """All columns of the file, read in blocks of that many bytes.

    `uneven` is called for each row that is not as long as the header and says what to do with it; without it such a
    row raises ArrowInvalid. Its row number is known only if the file is one block. Cells may contain line ends if
    `multiline`.
    """
    text, categories = pa.large_string(), pa.dictionary(pa.int32(), pa.string())
    as_text = (table.key, *DISTINCT) if table.name == LONG else table.names
    return arrow.read_csv(
        file,
        read_options=arrow.ReadOptions(use_threads=block < file.size(), block_size=block),
        parse_options=arrow.ParseOptions(
            newlines_in_values=multiline, ignore_empty_lines=False, invalid_row_handler=uneven
        ),
        convert_options=arrow.ConvertOptions(
            column_types={name: text if name in as_text else categories for name in table.names},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def _columns(text: pa.Table) -> dict[str, pa.ChunkedArray]:
    return dict(zip(text.column_names, text.columns, strict=True))


def _to_frame(columns: dict[str, pa.ChunkedArray]) -> pd.DataFrame:
    """The columns in pandas, each as one array; takes them out of ``columns``, so that none is in memory twice."""
    names, rows = list(columns), max(map(len, columns.values()), default=0)

    def to_array(name: str) -> Any:
        whole = columns.pop(name).unify_dictionaries().combine_chunks()
        return as_categories(whole) if pa.types.is_dictionary(whole.type) else whole.to_pandas().array

    pa.default_memory_pool().release_unused()
    arrays = side_by_side(to_array, names, many=rows >= MANY)
    return pd.DataFrame(dict(zip(names, arrays, strict=True)), copy=False)


def _uneven(table: Table, line: int, row: arrow.InvalidRow) -> Problem:
    cells = number_of(row.actual_columns, "cell")
    too_long = row.actual_columns > row.expected_columns
    return Problem(
        file=table.path,
        line=line,
        found=cells,
        expected=f"{row.expected_columns}, as in the header",
        advice="put quotation marks around a cell that has a comma in it" if too_long else "",
    )
