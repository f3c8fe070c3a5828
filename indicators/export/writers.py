"""Writers of CSV, for programs and for spreadsheets, and of JSON; names of files."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.columns import TEXT
from indicators.figures.selection import Selection
from indicators.markup import DIRECTION_MARKS, REPLACEMENT
from indicators.measure.bounds import MOST_DIGITS, in_plain_digits
from indicators.text.vocabulary import MONTHS, SHORT_MONTHS

BOM = b"\xef\xbb\xbf"

_MONTH = f"(?:{'|'.join((*MONTHS.split(), *SHORT_MONTHS))})"
_NOT_TEXT = "|".join(
    (
        r"[=+\-@＝＋－＠\t\r\n][\s\S]*",  # a formula, full-width signs too (OWASP, CSV injection)
        r"\d{1,4}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?|\d+ \d+/\d+",
        rf"{_MONTH}[ .,-]*\d{{1,4}}|(?:\d{{4}}|\d{{1,2}})[ .,-]*{_MONTH}",
        r"[$€£¥] ?\d[\d.,]*|\d[\d.,]* ?%|\d+[.,][\d.,]*|\d+e[+-]?\d+|0\d+|\d{16,}",
    )
)
_TAKEN_FOR_ANOTHER = f"(?i)^({_NOT_TEXT})$"
"""Texts that a spreadsheet takes for a formula, a day (*2024-10*), a time or another number. A full date is a day."""
_DIRECTION_MARK = f"[{DIRECTION_MARKS}]"
_SLICE = 2**12
"""Rows that are written at once."""


def to_csv(frame: pd.DataFrame, *, spreadsheet: bool = False) -> bytes:
    """The frame as CSV (RFC 4180 with LF); names of columns need no quotes.

    Text is quoted, missing cells are empty. Numbers are bare, in plain digits and never with an exponent, floats with a
    decimal point; a computed number has at most fifteen significant digits. For a ``spreadsheet`` the file starts with
    a byte order mark, whole numbers have no decimal point, an apostrophe precedes each text that would run as a
    formula or be taken for a day or a number, and direction marks are replaced by a sign.
    """
    with ThreadPoolExecutor() as pool:
        written = pool.map(partial(_write_rows, spreadsheet=spreadsheet), _slices(frame, spreadsheet=spreadsheet))
        return b"".join([_header(frame, spreadsheet=spreadsheet), *written])


def csv_parts(frames: Iterable[pd.DataFrame], *, spreadsheet: bool = False) -> Iterator[bytes]:
    """The frames below each other as one CSV, part by part; ``to_csv`` says how. All have the columns of the first.

    One thread writes it: each thread more would keep memory of its own.
    """
    for number, frame in enumerate(frames):
        if number == 0:
            yield _header(frame, spreadsheet=spreadsheet)
        for rows in _slices(frame, spreadsheet=spreadsheet):
            yield bytes(_write_rows(rows, spreadsheet=spreadsheet))


def _header(frame: pd.DataFrame, *, spreadsheet: bool) -> bytes:
    return (BOM if spreadsheet else b"") + ",".join(map(str, frame)).encode() + b"\n"


def _slices(frame: pd.DataFrame, *, spreadsheet: bool) -> Iterator[list[pa.Array]]:
    """The columns of the frame, _SLICE rows at a time."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    cells = [_in_one(column, spreadsheet=spreadsheet) for column in table.itercolumns()]
    return ([cell.slice(start, _SLICE) for cell in cells] for start in range(0, len(table), _SLICE))


def _in_one(column: pa.ChunkedArray, *, spreadsheet: bool) -> pa.Array:
    """The column as one array; of categories, each is written once for all rows."""
    cells = column.combine_chunks()
    if not pa.types.is_dictionary(cells.type):
        return cells
    return pa.DictionaryArray.from_arrays(cells.indices, _written(cells.dictionary, spreadsheet=spreadsheet))


def _write_rows(columns: Sequence[pa.Array], *, spreadsheet: bool) -> pa.Buffer:
    """The rows of these columns as CSV without a header."""
    cells = [_written(column, spreadsheet=spreadsheet) for column in columns]
    *first, last = cells
    lines = _joined(",", *first, _joined("", last, "\n"))
    _, offsets, text = lines.buffers()
    ends = np.frombuffer(offsets, np.int64)[lines.offset : lines.offset + len(lines) + 1]
    return text.slice(ends[0], ends[-1] - ends[0])


def _written(column: pa.Array, *, spreadsheet: bool) -> pa.Array:
    """The cells of a column as they stand in the file."""
    if pa.types.is_dictionary(column.type):
        return column.dictionary.take(column.indices).fill_null("")
    if pa.types.is_floating(column.type):
        digits = _plain_digits(column)
        return digits if spreadsheet else _with_decimals(digits)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column.cast(TEXT).fill_null("")
    if spreadsheet:
        column = _harmless(column)
    quoted = pc.replace_substring(column, '"', '""') if pc.any(pc.match_substring(column, '"')).as_py() else column
    return _joined("", '"', quoted.cast(TEXT), '"').fill_null("")


def _joined(separator: str, *texts: pa.Array | str) -> pa.Array:
    """The texts of each row, joined by a separator."""
    scalars = (pa.scalar(text, TEXT) if isinstance(text, str) else text for text in texts)
    return pc.binary_join_element_wise(*scalars, pa.scalar(separator, TEXT))


def _plain_digits(numbers: pa.Array) -> pa.Array:
    """The numbers in plain digits, as ``check`` reads them; empty where one is missing."""
    texts = numbers.cast(TEXT).fill_null("")
    # Arrow writes 1e+10 from ten thousand million on; the noise of a computed number has more than fifteen digits.
    wrong = pc.or_(pc.match_substring(texts, "e"), pc.greater(pc.binary_length(texts), MOST_DIGITS))
    rewritten = [in_plain_digits(number) for number in numbers.filter(wrong).to_pylist()]
    return pc.replace_with_mask(texts, wrong, pa.array(rewritten, TEXT)) if rewritten else texts


def _with_decimals(digits: pa.Array) -> pa.Array:
    """The numbers with a decimal point each, so that a program takes the column for the same type in any selection.

    A spreadsheet of a language that writes a comma takes 74000.0 for a text, so its file has no such points.
    """
    whole = pc.and_(pc.invert(pc.match_substring(digits, ".")), pc.greater(pc.binary_length(digits), 0))
    return pc.if_else(whole, _joined("", digits, ".0"), digits)


def _harmless(texts: pa.Array) -> pa.Array:
    """The texts for a spreadsheet: an apostrophe before what it takes for another, signs for direction marks."""
    if pc.any(pc.match_substring_regex(texts, _TAKEN_FOR_ANOTHER)).as_py():
        texts = pc.replace_substring_regex(texts, _TAKEN_FOR_ANOTHER, r"'\1")
    if pc.any(pc.match_substring_regex(texts, _DIRECTION_MARK)).as_py():
        texts = pc.replace_substring_regex(texts, _DIRECTION_MARK, REPLACEMENT)
    return texts


def row_objects(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as JSON objects by column: missing cells are null, whole numbers below 2**53 integers."""
    return [{str(name): json_value(cell) for name, cell in row.items()} for row in frame.to_dict("records")]


def to_json(rows: Iterable[dict[str, Any]] | dict[str, Any]) -> str:
    """Indented JSON; letters outside ASCII are not escaped."""
    return json.dumps(rows, ensure_ascii=False, indent=2)


def json_array(items: Iterable[str]) -> Iterator[str]:
    """JSON texts that are ``indented`` as an array, part by part: what ``to_json`` makes of their values."""
    separator = "[\n"
    for item in items:
        yield separator + item
        separator = ",\n"
    yield "[]" if separator == "[\n" else "\n]"


def indented(value: object, by: int = 2) -> str:
    """A value in indented JSON, as it stands inside others that indent it ``by`` so many blanks."""
    blanks = " " * by
    return blanks + json.dumps(value, ensure_ascii=False, indent=2).replace("\n", f"\n{blanks}")


def file_name(catalogue: str, selection: Selection | None, ending: str, what: str = "figures") -> str:
    """A file name made of the catalogue, ``what`` the file holds, and the choices of the selection (None: *all*)."""
    choices = ["all"] if selection is None else [value for _, value in selection.choices()]
    choices = choices or ["subject"]
    choices += ["with-record"] if selection and selection.record else []
    return f"{slug(catalogue, what, *choices)}.{ending}"


def slug(*parts: str) -> str:
    """The parts as the name of a file: small letters, digits and hyphens, at most a hundred."""
    return re.sub(r"[^a-z0-9]+", "-", "-".join(parts).lower())[:100].strip("-")


def json_value(cell: Any) -> Any:
    """The value of a cell in JSON: None where it is missing, a number as ``json_number`` makes it."""
    if pd.isna(cell):
        return None
    return json_number(cell) if isinstance(cell, float) else cell


def json_number(number: float) -> int | float:
    """The number for JSON: as an integer if it is whole and a program may keep it so, with fifteen digits at most.

    From 2**53 on an integer would have digits that nobody stated: 6.02e23 is 601999999999999995805696 to a computer.
    """
    number = float(f"{number:.{MOST_DIGITS}g}")
    return int(number) if number.is_integer() and abs(number) < 2**53 else number
