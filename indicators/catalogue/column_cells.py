"""The cells of one column by their distinct texts, so that a check looks at each text once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.catalogue.limits import MOST_PROBLEMS
from indicators.catalogue.problems import Problems
from indicators.catalogue.schema import Field, Table
from indicators.columns import TEXT, Codes, Mask, as_text, is_in
from indicators.text.sentences import in_quotes

_NO_ADVICE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, eq=False)
class ColumnCells:
    """The cells of one column: `texts` has the distinct texts, `codes` the position in it for each row.

    The code of an empty cell is -1. `refused` says which texts have a problem already: each is reported once.
    """

    table: Table
    field: Field
    cells: pd.Series
    texts: pa.Array
    codes: Codes
    refused: Mask
    problems: Problems

    @classmethod
    def of(cls, table: Table, field: Field, cells: pd.Series, problems: Problems) -> "ColumnCells":
        """The column of these cells, which are text or categories; each text counts as distinct in a text column."""
        if isinstance(cells.dtype, pd.CategoricalDtype):
            texts, codes = as_text(cells.array.categories), cells.array.codes
        else:
            texts = as_text(cells)
            codes = np.arange(len(cells), dtype=np.int32)
            if texts.null_count:
                codes[np.array(texts.is_null(), bool)] = -1
        return cls(
            table=table,
            field=field,
            cells=cells,
            texts=texts,
            codes=codes,
            refused=np.array(texts.is_null(), bool),
            problems=problems,
        )

    @property
    def filled(self) -> Mask:
        """Whether the cell of each row has a text."""
        return np.asarray(self.codes >= 0)

    def match(self, pattern: str) -> Mask:
        """Whether each text matches the pattern as a whole."""
        return to_mask(pc.match_substring_regex(self.texts, f"^(?:{pattern})$"))

    def is_in(self, known: Iterable[str]) -> Mask:
        """Whether each text is among the known ones."""
        return is_in(self.texts, pa.array(known, TEXT))

    def by_row(self, of_texts: npt.NDArray[Any], of_empty: bool | float) -> npt.NDArray[Any]:
        """For each row the value of its text, `of_empty` for an empty cell."""
        values: npt.NDArray[Any] = np.append(of_texts, np.array([of_empty]))
        return values[self.codes]

    def refuse(self, wrong: Mask, expected: str, *, fault: str = "", advice: Mapping[str, str] = _NO_ADVICE) -> None:
        """Adds a problem for each cell with a `wrong` text; `fault` follows the text, `advice` is by text."""
        fresh = wrong & ~self.refused
        if not fresh.any():
            return
        self.refused[fresh] = True
        rows = np.flatnonzero(self.by_row(fresh, False))
        texts = self.texts.take(self.codes[rows[:MOST_PROBLEMS]]).to_pylist()  # no more are listed
        found = [in_quotes(text) + fault for text in texts]
        self.problems.add(
            self.table.name, rows, self.field.name, found, expected, [advice.get(text, "") for text in texts]
        )


def to_mask(booleans: pa.Array) -> Mask:
    """The Arrow booleans as a mask; false where they are missing."""
    return np.array(booleans.fill_null(False), bool)
