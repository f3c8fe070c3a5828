"""Files that leave the dashboard: CSV for programs and for spreadsheets, JSON."""

import io
import json
import re
from collections.abc import Iterable
from typing import Any

import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow

from indicators.select import RECORD, Selection

BOM = b"\xef\xbb\xbf"

_FORMULA = r"^(?=[=+\-@\t\r\n])"
"""What a spreadsheet runs, or passes on to something that runs it, at the start of a cell (OWASP, CSV injection)."""


def to_csv(frame: pd.DataFrame, *, spreadsheet: bool = False) -> bytes:
    """The frame, whose columns have plain names, as CSV (RFC 4180 with LF).

    Text is quoted, numbers are bare and in full precision, missing cells empty.

    For a ``spreadsheet`` it starts with a byte order mark, and a text that would run as a formula starts with an
    apostrophe; otherwise every text is as it stands in the catalogue.
    """
    if spreadsheet:
        text = frame.select_dtypes(exclude="number").astype("str")
        frame = frame.assign(**text.apply(lambda cells: cells.str.replace(_FORMULA, "'", regex=True)).to_dict("series"))
    header = ",".join(map(str, frame.columns)) + "\n"
    sink = io.BytesIO()
    sink.write((BOM if spreadsheet else b"") + header.encode())
    table = pa.Table.from_pandas(frame, preserve_index=False)
    for place, column in enumerate(table.columns):
        if pa.types.is_dictionary(column.type):
            table = table.set_column(place, table.column_names[place], column.cast(column.type.value_type))
    arrow.write_csv(table, sink, arrow.WriteOptions(include_header=False))
    return sink.getvalue()


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
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
