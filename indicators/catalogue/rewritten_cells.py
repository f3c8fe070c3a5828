"""Printed words that a spreadsheet has probably rewritten: *236,000* became 236000, *October 2024* Oct-24.

A text can print such words, so they are pointed out and not refused; the audit against the text settles it.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from indicators.catalogue import csv_file
from indicators.catalogue.schema import Table
from indicators.errors import Problem
from indicators.text.sentences import in_quotes

PRINTED = "as_printed"

_DATE = r"(?:[0-9]{1,2}-)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:-[0-9]{2,4})?"
_SIGNS = {
    "a number without the separators of its thousands": r"[-+]?[0-9]{5,}(?:\.[0-9]+)?",
    "a number with an apostrophe before it": r"'[-+]?[0-9][^'’]*",
    "a date as spreadsheets write it": rf"(?=.*[0-9-]){_DATE}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2,4}}",
}
_SHORT = re.compile(r"[-+]?[0-9]{4}")
_GROUPED_SHORT = r"(?<![0-9,.])[0-9][,.'’ \u00a0\u202f][0-9]{3}(?![0-9,.])"
"""A number of four digits whose thousands are set apart: where a table prints one so, it prints all so."""


def rewritten_cells(folder: Path, tables: Iterable[Table]) -> Iterator[Problem]:
    """The cells of the column `as_printed`, of each table that has one, that look rewritten, by line.

    `folder` holds a catalogue that passes `check`.
    """
    for table in tables:
        if PRINTED not in table.names:
            continue
        sheet = csv_file.read(folder / table.path, table)
        if sheet.frame is None:
            continue
        cells = sheet.frame[PRINTED].astype("str")
        found = _looks_rewritten(cells)
        rows = np.flatnonzero(found.notna())
        for row, line in zip(rows.tolist(), sheet.lines(rows).tolist(), strict=True):
            yield Problem(
                file=table.path,
                line=line,
                column=PRINTED,
                found=f"{in_quotes(cells.iloc[row])}, {found.iloc[row]}",
                expected="the words as the text prints them",
                advice="a spreadsheet may have rewritten them; edit a workbook (`indicators workbook`) instead",
            )


def _looks_rewritten(cells: pd.Series) -> pd.Series:
    """What makes each cell look rewritten; missing where nothing does."""
    found = pd.Series(None, index=cells.index, dtype=object)
    for sign, pattern in _SIGNS.items():
        found = found.mask(cells.str.fullmatch(pattern, na=False), sign)
    if cells.str.contains(_GROUPED_SHORT, na=False).any():
        found = found.mask(cells.str.fullmatch(_SHORT, na=False), next(iter(_SIGNS)))
    return found
