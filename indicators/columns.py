"""Columns of pandas and Arrow by their distinct cells: what is worked out once for each serves a million rows."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

Mask: TypeAlias = npt.NDArray[np.bool_]
"""True or false for each row."""
Positions: TypeAlias = npt.NDArray[np.intp]
"""Rows by their number, from 0."""
Codes: TypeAlias = npt.NDArray[np.integer[Any]]
"""For each row the position of its cell among the distinct ones, -1 for an empty cell."""

TEXT = pa.large_string()
"""The Arrow type in which pandas keeps text."""
_LARGEST = int(np.iinfo(np.int64).max)


def as_text(cells: pd.Series | pd.Index) -> pa.Array:
    """The texts as one Arrow array."""
    texts = pa.array(cells, TEXT)
    return texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts


def as_categories(column: pa.DictionaryArray) -> "pd.Categorical[Any]":
    """The cells of an Arrow column in pandas, whose categories are the texts of its dictionary, each there once.

    pandas would look whether they are in a hash table of Python objects, and keep that: ten times the texts themselves.
    It is told so where it keeps what it has found.
    """
    categories = pd.Index(pd.array(column.dictionary.cast(TEXT), dtype="str"))
    getattr(categories, "_cache", {})["is_unique"] = True
    codes = column.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(categories), validate=False)


def is_in(texts: pa.Array, known: pa.Array) -> Mask:
    """Whether each text is among the known ones."""
    # Arrow hashes the known texts, which takes ten times as long as a lookup: of many, only those that occur.
    if len(known) > len(texts):
        known = known.filter(pc.is_in(known, texts))
    return np.array(pc.is_in(texts, known), bool)


def index_in(texts: pa.Array, ids: pa.Array) -> Codes:
    """The position of each text among the ids, which are distinct; -1 where it is not among them."""
    encoded = texts.dictionary_encode()
    found = pc.index_in(ids, encoded.dictionary)
    position = np.full(len(encoded.dictionary) + 1, -1)
    position[found.drop_null()] = np.flatnonzero(found.is_valid())
    return np.asarray(position[encoded.indices.fill_null(-1)])


def distinct_texts(cells: pd.Series) -> pd.Index:
    """The distinct texts of a column: of a categorical column its categories."""
    categories = isinstance(cells.dtype, pd.CategoricalDtype)
    texts: pd.Index = cells.cat.categories if categories else pd.Index(cells.dropna().unique())
    return texts


def to_list(column: pd.Series) -> list[Any]:
    """The cells of a column, NaN where one is empty; faster than pandas where few of many categories occur."""
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return column.tolist()
    cells = column.array
    used, where = np.unique(cells.codes, return_inverse=True)
    texts = cells.categories.array.take(used[used >= 0]).tolist()
    if len(texts) < len(used):
        texts.insert(0, np.nan)  # for the code -1, which comes first
    return [texts[place] for place in where.tolist()]


def look_up(cells: pd.Series, attribute: pd.Series) -> pd.Series:
    """The attribute of the row that each cell refers to, looked up once for each category.

    ``cells`` are categories, ids in the index of ``attribute``. Text comes as categories; numbers as floats, NaN where
    a cell is empty or unknown; booleans as booleans, for cells that are all known.
    """
    values = attribute.reindex(cells.cat.categories)
    if values.dtype == bool:
        return pd.Series(values.to_numpy()[cells.cat.codes], index=cells.index)
    if values.dtype.kind == "f":
        return pd.Series(np.append(values.to_numpy(), np.nan)[cells.cat.codes], index=cells.index)
    codes, distinct = pd.factorize(values)
    taken = np.append(codes, -1)[cells.cat.codes]
    return pd.Series(pd.Categorical.from_codes(taken, pd.Index(distinct)), index=cells.index)


def pieces(frame: pd.DataFrame, rows: Positions, size: int) -> Iterator[pd.DataFrame]:
    """These rows of a frame, ``size`` at a time, so that a million rows need no more memory; one piece at least."""
    for start in range(0, max(len(rows), 1), size):
        taken = frame.take(rows[start : start + size])
        yield taken.assign(
            **{
                str(name): cells.cat.remove_unused_categories()
                for name, cells in taken.items()
                if isinstance(cells.dtype, pd.CategoricalDtype) and len(cells.cat.categories) > len(cells)
            }
        )


def rows_with(cells: pd.Series, category: str) -> Positions:
    """The rows of a categorical column that hold this category."""
    code = cells.cat.categories.get_indexer(pd.Index([category]))[0]
    return np.flatnonzero(cells.cat.codes == code) if code >= 0 else np.array([], np.intp)


def distinct_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """The distinct rows without an empty cell, in the order in which they come first."""
    first, _ = _distinct([column for _, column in frame.items()])
    return frame.take(first).dropna()


def map_distinct(make: Callable[..., str], *columns: pd.Series) -> pd.Series:
    """The text that ``make`` returns for the cells of each row, called once for each distinct combination of them."""
    first, codes = _distinct(columns)
    cells = zip(*(to_list(column.take(first)) for column in columns), strict=True)
    made = pd.Series([make(*combination) for combination in cells], dtype="str")
    return made.take(codes).set_axis(columns[0].index)


def map_distinct_rows(make: Callable[[pd.DataFrame], Iterable[str]], rows: pd.DataFrame, names: list[str]) -> pd.Series:
    """The text that ``make`` returns for each row, given the rows that first have a combination of the named cells."""
    first, codes = _distinct([rows[name] for name in names])
    return pd.Series(list(make(rows.take(first))), dtype="str").take(codes).set_axis(rows.index)


def _distinct(columns: Sequence[pd.Series]) -> tuple[Positions, Codes]:
    """The row in which each combination of cells stands first, and for each row the number of its combination."""
    combined, size = np.zeros(len(columns[0]), np.int64), 1
    for column in columns:
        codes = _codes(column)
        count = int(codes.max(initial=0)) + 2
        if size * count > _LARGEST:
            combined = pd.factorize(combined)[0]
            size = int(combined.max(initial=0)) + 1
        combined, size = combined * count + codes + 1, size * count
    numbers, _ = pd.factorize(combined)
    before = np.append(-1, np.maximum.accumulate(numbers))[:-1]
    return np.flatnonzero(numbers > before), numbers


def _codes(column: pd.Series) -> Codes:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return np.asarray(column.cat.codes)
    if isinstance(column.dtype, pd.StringDtype):
        indices = as_text(column).dictionary_encode().indices
        return np.asarray(indices.fill_null(-1))
    return np.asarray(pd.factorize(column)[0])


_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

MANY = 10_000
"""Number of rows from which threads save more time than they take to start."""


def side_by_side(make: Callable[[_Item], _Result], items: Iterable[_Item], *, many: bool) -> list[_Result]:
    """What ``make`` returns for each item, in order; several threads share the work where there is ``many``."""
    if not many:
        return list(map(make, items))
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # more threads take no less time, and hold more at once
        return list(pool.map(make, items))
