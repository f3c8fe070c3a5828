"""Files that leave the dashboard: CSV for programs and for spreadsheets, JSON."""

import json
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow

from indicators.figures.selection import RECORD, Selection

BOM = b"\xef\xbb\xbf"

_FORMULA = r"^([=+\-@\t\r\n])"
"""What a spreadsheet runs, or passes on to something that runs it, at the start of a cell (OWASP, CSV injection)."""
_PIECE = 2**14
"""Rows that are written at once, side by side with others."""


def to_csv(frame: pd.DataFrame, *, spreadsheet: bool = False) -> bytes:
    """The frame, whose columns have plain names, as CSV (RFC 4180 with LF).

    Text is quoted, numbers are bare and in full precision, missing cells empty.

    For a ``spreadsheet`` it starts with a byte order mark, and a text that would run as a formula starts with an
    apostrophe; otherwise every text is as it stands in the catalogue.
    """
    table = pa.Table.from_pandas(frame, preserve_index=False)
    if spreadsheet:
        table = pa.table([_harmless(column) for column in table.itercolumns()], names=table.column_names)
    header = ",".join(table.column_names) + "\n"
    pieces = [table.slice(start, _PIECE) for start in range(0, len(table), _PIECE)]
    with ThreadPoolExecutor() as pool:
        return b"".join([BOM if spreadsheet else b"", header.encode(), *pool.map(_written, pieces)])


def _written(rows: pa.Table) -> pa.Buffer:
    """A few rows as CSV, without a header."""
    plain = [column.cast(column.type.value_type) if _coded(column) else column for column in rows.itercolumns()]
    sink = pa.BufferOutputStream()
    table = pa.table(plain, names=rows.column_names)
    arrow.write_csv(table, sink, arrow.WriteOptions(include_header=False))
    return sink.getvalue()


def _coded(column: pa.ChunkedArray) -> bool:
    return bool(pa.types.is_dictionary(column.type))


def _harmless(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column with an apostrophe before each text that would run as a formula; of categories, each done once."""
    if _coded(column):
        texts = [pa.chunked_array([chunk.dictionary]) for chunk in column.chunks]
        pairs = zip(column.chunks, texts, strict=True)
        made = [pa.DictionaryArray.from_arrays(one.indices, _harmless(text).combine_chunks()) for one, text in pairs]
        return pa.chunked_array(made) if made else column
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column
    if not pc.any(pc.match_substring_regex(column, _FORMULA)).as_py():
        return column
    return pc.replace_substring_regex(column, _FORMULA, r"'\1")


def row_objects(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as objects with the names of the columns, missing cells null and whole numbers without a point."""
    return [{str(name): _plain(cell) for name, cell in row.items()} for row in frame.to_dict("records")]


def to_json(rows: Iterable[dict[str, Any]] | dict[str, Any]) -> str:
    """JSON with every letter as itself."""
    return json.dumps(rows, ensure_ascii=False, indent=2)


def file_name(catalogue: str, selection: Selection | None, ending: str, what: str = "figures") -> str:
    """A file name that tells what is in it: the catalogue, what of it, the choices of the selection, or all."""
    choices = ["all"] if selection is None else [value for name, value in selection.query() if name != RECORD]
    choices = choices or ["subject"]
    choices += ["with-record"] if selection and selection.record else []
    return f"{slug(catalogue, what, *choices)}.{ending}"


def slug(*parts: str) -> str:
    """The parts as a name for a file, whatever they hold: small letters, digits and hyphens, a hundred at most."""
    return re.sub(r"[^a-z0-9]+", "-", "-".join(parts).lower())[:100].strip("-")


def _plain(cell: Any) -> Any:
    if pd.isna(cell):
        return None
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    return cell
