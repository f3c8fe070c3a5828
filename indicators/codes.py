"""Columns as whole numbers, one for each distinct cell: what is worked out for a few cells serves a million rows."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

Codes = npt.NDArray[np.integer[Any]]

TEXT = pa.large_string()
"""What pandas keeps text in."""


def as_text(cells: pd.Series | pd.Index) -> pa.Array:
    """Texts as Arrow keeps them, in one piece."""
    texts = pa.array(cells, TEXT)
    return texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts


def codes(column: pd.Series) -> Codes:
    """A number from 0 for each distinct cell of a column, and -1 for an empty one."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return np.asarray(column.cat.codes)
    if isinstance(column.dtype, pd.StringDtype):
        indices = as_text(column).dictionary_encode().indices
        return np.asarray(indices.fill_null(-1))
    return np.asarray(pd.factorize(column)[0])


def distinct(frame: pd.DataFrame) -> pd.DataFrame:
    """Each combination of cells once, in the order of the first row that has it; none in which a cell is empty."""
    rows = frame.take(_first(_combined(frame))[0])
    return rows.dropna()


def once(frame: pd.DataFrame, make: Callable[[pd.DataFrame], pd.Series]) -> pd.Series:
    """What `make` makes of the rows of a frame, made once for each combination of their cells."""
    first, alike = _first(_combined(frame))
    return make(frame.take(first)).take(alike).set_axis(frame.index)


def _combined(frame: pd.DataFrame) -> Codes:
    """A number for each combination of cells."""
    combined = np.zeros(len(frame), np.int64)
    for _, column in frame.items():
        each = codes(column)
        combined = combined * (int(each.max(initial=0)) + 2) + each + 1
    return combined


def _first(numbers: Codes) -> tuple[Codes, Codes]:
    """The row in which each number stands first, and for each row which of these it is like."""
    alike, _ = pd.factorize(numbers)
    new = np.append(-1, np.maximum.accumulate(alike)[:-1]) < alike if len(alike) else alike.astype(bool)
    return np.flatnonzero(new), alike
