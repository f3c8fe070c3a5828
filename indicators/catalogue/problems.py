"""Collects the problems that the checks find, until the whole catalogue has been read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from indicators.catalogue.csv_file import Sheet
from indicators.catalogue.limits import MOST_PROBLEMS
from indicators.catalogue.schema import Table
from indicators.columns import Mask, Positions
from indicators.errors import Problem


@dataclass(frozen=True, kw_only=True, eq=False)
class Problems:
    """The problems of these tables; `sheets` has the line of each of their rows."""

    sheets: Mapping[str, Sheet]
    tables: Mapping[str, Table]
    _problems: list[Problem] = field(default_factory=list)

    def add(
        self,
        table: str,
        rows: Mask | Positions,
        column: str,
        found: str | Sequence[str],
        expected: str | Sequence[str],
        advice: str | Sequence[str] = "",
    ) -> None:
        """Adds a problem for each of these rows: a mask or positions.

        `found`, `expected` and `advice` are a text for all rows or a list with a text for each.
        """
        positions = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows.astype(np.intp)
        if not positions.size:
            return
        left_out, positions = positions.size - MOST_PROBLEMS, positions[:MOST_PROBLEMS]
        path, lines = self.tables[table].path, self.sheets[table].lines(positions).tolist()
        texts = ([text] * len(lines) if isinstance(text, str) else text for text in (found, expected, advice))
        self.extend(
            Problem(file=path, line=line, column=column, found=found, expected=expected, advice=advice, row=row)
            for line, row, found, expected, advice in zip(lines, self._ids(table, positions), *texts, strict=False)
        )
        if left_out > 0:
            more = f"{left_out:,} more problems of this kind in the lines below"
            self.extend([Problem(file=path, line=lines[-1], column=column, found=more, expected="none")])

    def _ids(self, table: str, positions: Positions) -> list[str]:
        """The ids of rows of a table, empty where they have none."""
        frame, key = self.sheets[table].frame, self.tables[table].key
        if frame is None or key not in frame:
            return [""] * len(positions)
        return frame[key].iloc[positions].astype("str").fillna("").tolist()

    def add_each(
        self,
        table: str,
        frame: pd.DataFrame,
        column: str,
        wrong: pd.DataFrame,
        found: Sequence[str],
        expected: str | Sequence[str],
        advice: str | Sequence[str] = "",
    ) -> None:
        """Adds a problem for each row of `frame` whose cells equal a row of `wrong`; the texts belong to that row."""
        if wrong.empty:
            return
        names = wrong.columns.tolist()
        rows = frame[names].astype(dict(wrong.dtypes)).assign(row=np.arange(len(frame)))
        rows = rows.merge(wrong.assign(found=found, expected=expected, advice=advice), on=names)
        texts = (rows[name].tolist() for name in ("found", "expected", "advice"))
        self.add(table, rows["row"].to_numpy(), column, *texts)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Adds these problems."""
        self._problems.extend(problems)

    def count(self) -> int:
        """The number of problems so far."""
        return len(self._problems)

    def sorted(self) -> tuple[Problem, ...]:
        """Every problem, by file in the order of the descriptor, then by line, then by column in that order."""
        files = {table.path: position for position, table in enumerate(self.tables.values())}
        columns = {
            (table.path, name): position for table in self.tables.values() for position, name in enumerate(table.names)
        }

        def order(problem: Problem) -> tuple[int, str, int, int]:
            column = columns.get((problem.file, problem.column or ""), -1)
            return files.get(problem.file, -1), problem.file, problem.line or 0, column

        return tuple(sorted(self._problems, key=order))
