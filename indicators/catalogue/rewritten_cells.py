"""Printed words that a spreadsheet has probably rewritten: *236,000* became 236000, *October 2024* Oct-24.

A text can print such words, so they are pointed out and not refused; the audit against the text settles it.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.catalogue import csv_file
from indicators.catalogue.column_cells import to_mask
from indicators.catalogue.schema import Table
from indicators.columns import Positions, as_text
from indicators.errors import Problem
from indicators.text.sentences import in_quotes

PRINTED = "as_printed"

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# Patterns of Arrow, without what looks ahead or back: with those of Python a million cells take seconds.
_UNGROUPED = "a number without the separators of its thousands"
_SIGNS = {
    _UNGROUPED: r"[-+]?[0-9]{5,}(?:\.[0-9]+)?",
    "a number with an apostrophe before it": r"'[-+]?[0-9][^'’]*",
    "a date as spreadsheets write it": (
        rf"[0-9]{{1,2}}-{_MONTH}(?:-[0-9]{{2,4}})?|{_MONTH}-[0-9]{{2,4}}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2,4}}"
    ),
}
_SHORT = r"[-+]?[0-9]{4}"
_GROUPED_SHORT = r"(?:\A|[^0-9,.])[0-9][,.'’ \x{a0}\x{202f}][0-9]{3}(?:[^0-9,.]|\z)"
"""A number of four digits whose thousands are set apart: where a table prints one so, it prints all so."""


def rewritten_cells(
    folder: Path, tables: Iterable[Table], known: Mapping[str, pd.Series] = MappingProxyType({})
) -> Iterator[Problem]:
    """The cells of the column `as_printed`, of each table that has one, that look rewritten, by line.

    `folder` holds a catalogue that passes `check`. A table is not read again if its column is `known`, in any order of
    its rows, and no cell of it looks rewritten.
    """
    for table in tables:
        if PRINTED not in table.names or (table.name in known and not _signs(as_text(known[table.name]))):
            continue
        sheet = csv_file.read(folder / table.path, table)
        if sheet.frame is None:
            continue
        cells = as_text(sheet.frame[PRINTED].astype("str"))
        signs = {row: sign for sign, rows in _signs(cells).items() for row in rows.tolist()}
        rows = np.array(sorted(signs), np.intp)
        for row, line in zip(rows.tolist(), sheet.lines(rows).tolist(), strict=True):
            yield Problem(
                file=table.path,
                line=line,
                column=PRINTED,
                found=f"{in_quotes(cells[row].as_py())}, {signs[row]}",
                expected="the words as the text prints them",
                advice="a spreadsheet may have rewritten them; edit a workbook (`indicators workbook`) instead",
            )


def _signs(cells: pa.Array) -> dict[str, Positions]:
    """The cells that look rewritten, by what makes them look so; nothing for a sign that no cell has."""
    found = {sign: _rows_that_match(cells, rf"\A(?:{pattern})\z") for sign, pattern in _SIGNS.items()}
    short = _rows_that_match(cells, rf"\A(?:{_SHORT})\z")
    if short.size and _rows_that_match(cells, _GROUPED_SHORT).size:
        found[_UNGROUPED] = np.append(found[_UNGROUPED], short)
    return {sign: rows for sign, rows in found.items() if rows.size}


def _rows_that_match(cells: pa.Array, pattern: str) -> Positions:
    return np.flatnonzero(to_mask(pc.match_substring_regex(cells, pattern)))
