"""Writers of CSV, for programs and for spreadsheets, and of JSON; names of files."""

import json
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from indicators.figures.selection import RECORD, Selection

BOM = b"\xef\xbb\xbf"

_FORMULA = r"^([=+\-@\t\r\n])"
"""Starts of a cell that a spreadsheet takes for a formula (OWASP, CSV injection)."""
_SLICE = 2**14
"""Rows that one thread writes at once."""


def to_csv(frame: pd.DataFrame, *, spreadsheet: bool = False) -> bytes:
    """The frame as CSV (RFC 4180 with LF); names of columns need no quotes.

    Text is quoted, numbers are bare and in full precision, missing cells are empty. For a ``spreadsheet`` the file
    starts with a byte order mark, and an apostrophe precedes each text that would run as a formula.
    """
    table = pa.Table.from_pandas(frame, preserve_index=False)
    if spreadsheet:
        table = pa.table([_without_formulas(column) for column in table.itercolumns()], names=table.column_names)
    header = ",".join(table.column_names) + "\n"
    slices = [table.slice(start, _SLICE) for start in range(0, len(table), _SLICE)]
    with ThreadPoolExecutor() as pool:
        return b"".join([BOM if spreadsheet else b"", header.encode(), *pool.map(_write_rows, slices)])


def _write_rows(rows: pa.Table) -> pa.Buffer:
    """The rows as CSV without a header."""
    plain = [column.cast(column.type.value_type) if _is_dictionary(column) else column for column in rows.itercolumns()]
    sink = pa.BufferOutputStream()
    table = pa.table(plain, names=rows.column_names)
    csv.write_csv(table, sink, csv.WriteOptions(include_header=False))
    return sink.getvalue()


def _is_dictionary(column: pa.ChunkedArray) -> bool:
    return bool(pa.types.is_dictionary(column.type))


def _without_formulas(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column with an apostrophe before each text that would run as a formula."""
    if _is_dictionary(column):
        texts = [pa.chunked_array([chunk.dictionary]) for chunk in column.chunks]
        pairs = zip(column.chunks, texts, strict=True)
        chunks = [
            pa.DictionaryArray.from_arrays(chunk.indices, _without_formulas(text).combine_chunks())
            for chunk, text in pairs
        ]
        return pa.chunked_array(chunks) if chunks else column
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column
    if not pc.any(pc.match_substring_regex(column, _FORMULA)).as_py():
        return column
    return pc.replace_substring_regex(column, _FORMULA, r"'\1")


def row_objects(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as JSON objects by column: missing cells are null, whole numbers integers."""
    return [{str(name): _plain(cell) for name, cell in row.items()} for row in frame.to_dict("records")]


def to_json(rows: Iterable[dict[str, Any]] | dict[str, Any]) -> str:
    """Indented JSON; letters outside ASCII are not escaped."""
    return json.dumps(rows, ensure_ascii=False, indent=2)


def file_name(catalogue: str, selection: Selection | None, ending: str, what: str = "figures") -> str:
    """A file name made of the catalogue, ``what`` the file holds, and the choices of the selection (None: *all*)."""
    choices = ["all"] if selection is None else [value for name, value in selection.query() if name != RECORD]
    choices = choices or ["subject"]
    choices += ["with-record"] if selection and selection.record else []
    return f"{slug(catalogue, what, *choices)}.{ending}"


def slug(*parts: str) -> str:
    """The parts as the name of a file: small letters, digits and hyphens, at most a hundred."""
    return re.sub(r"[^a-z0-9]+", "-", "-".join(parts).lower())[:100].strip("-")


def _plain(cell: Any) -> Any:
    if pd.isna(cell):
        return None
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    return cell
