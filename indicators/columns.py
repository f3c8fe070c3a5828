"""Columns as whole numbers, one for each distinct cell: what is worked out for a few cells serves a million rows."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

Codes = npt.NDArray[np.integer[Any]]

TEXT = pa.large_string()
"""What pandas keeps text in."""


def as_text(cells: pd.Series | pd.Index) -> pa.Array:
    """Texts as Arrow keeps them, in one piece."""
    texts = pa.array(cells, TEXT)
    return texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts


def among(texts: pa.Array, known: pa.Array) -> npt.NDArray[np.bool_]:
    """Which texts are known. The fewer are learnt, since to look a text up takes a tenth of the time of learning it."""
    if len(known) > len(texts):
        known = known.filter(pc.is_in(known, texts))
    return np.array(pc.is_in(texts, known), bool)


def places(texts: pa.Array, ids: pa.Array) -> Codes:
    """The place of each text among the ids, of which no two are alike; -1 where it is none."""
    once = texts.dictionary_encode()
    found = pc.index_in(ids, once.dictionary)
    place = np.full(len(once.dictionary) + 1, -1)
    place[found.drop_null()] = np.flatnonzero(found.is_valid())
    return np.asarray(place[once.indices.fill_null(-1)])


def texts_of(cells: pd.Series) -> pd.Index:
    """Each text of a column once; with categories, these."""
    categories = isinstance(cells.dtype, pd.CategoricalDtype)
    texts: pd.Index = cells.cat.categories if categories else pd.Index(cells.dropna().unique())
    return texts


def codes(column: pd.Series) -> Codes:
    """A number from 0 for each distinct cell of a column, and -1 for an empty one."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return np.asarray(column.cat.codes)
    if isinstance(column.dtype, pd.StringDtype):
        indices = as_text(column).dictionary_encode().indices
        return np.asarray(indices.fill_null(-1))
    return np.asarray(pd.factorize(column)[0])


def listed(column: pd.Series) -> list[Any]:
    """The cells of a column, of whose categories only those are looked at that are used: pandas lists them all."""
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return column.tolist()
    places = column.cat.codes.to_numpy()
    used, where = np.unique(places[places >= 0], return_inverse=True)
    names = column.cat.categories.take(used).tolist()
    cells = np.full(len(places), np.nan, object)
    cells[places >= 0] = np.array(names, object)[where]
    return cells.tolist()


def looked_up(cells: pd.Series, numbers: pd.Series) -> npt.NDArray[np.float64]:
    """The number of the row that each category refers to; NaN where there is none."""
    return np.append(numbers.reindex(cells.cat.categories).to_numpy(float), np.nan)[cells.cat.codes]


def rows_of(cells: pd.Series, one: str) -> npt.NDArray[np.intp]:
    """The rows, from 0, of one category."""
    place = cells.cat.categories.get_indexer(pd.Index([one]))[0]
    return np.flatnonzero(cells.cat.codes == place) if place >= 0 else np.array([], np.intp)


def distinct(frame: pd.DataFrame) -> pd.DataFrame:
    """Each combination of cells once, in the order of the first row that has it; none in which a cell is empty."""
    first, _ = _alike([column for _, column in frame.items()])
    return frame.take(first).dropna()


def once(make: Callable[..., str], *columns: pd.Series) -> pd.Series:
    """The text that `make` makes of the cells of each row, made once for each combination of them."""
    first, alike = _alike(columns)
    cells = zip(*(listed(column.take(first)) for column in columns), strict=True)
    made = pd.Series([make(*each) for each in cells], dtype="str")
    return made.take(alike).set_axis(columns[0].index)


def _alike(columns: Sequence[pd.Series]) -> tuple[Codes, Codes]:
    """The row in which each combination of cells stands first, and for each row which of these it has."""
    combined = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        each = codes(column)
        combined = combined * (int(each.max(initial=0)) + 2) + each + 1
    alike, _ = pd.factorize(combined)
    before = np.append(-1, np.maximum.accumulate(alike))[:-1]
    return np.flatnonzero(alike > before), alike


_Item = TypeVar("_Item")
_Made = TypeVar("_Made")

MANY = 10_000
"""Rows from which on threads are worth their start."""


def side_by_side(make: Callable[[_Item], _Made], items: Iterable[_Item], *, many: bool) -> list[_Made]:
    """What is made of each item, in order; by several threads where there is `many` to do."""
    if not many:
        return list(map(make, items))
    with ThreadPoolExecutor() as pool:
        return list(pool.map(make, items))
