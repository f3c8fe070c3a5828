"""Problems as the checks find them, collected until a whole catalogue is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from indicators.catalogue.csv_file import Sheet
from indicators.catalogue.schema import Table
from indicators.columns import Mask, Positions
from indicators.errors import Problem


@dataclass(frozen=True, kw_only=True, eq=False)
class Problems:
    """The problems found in these tables, read as these sheets."""

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
        """A problem for each row that is flagged or listed; the texts may differ from row to row."""
        marked = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows.astype(np.intp)
        if not marked.size:
            return
        path, lines = self.tables[table].path, self.sheets[table].lines(marked).tolist()
        texts = ([one] * len(lines) if isinstance(one, str) else one for one in (found, expected, advice))
        self.extend(
            Problem(file=path, line=line, column=column, found=one, expected=other, advice=more)
            for line, one, other, more in zip(lines, *texts, strict=True)
        )

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
        """A problem for each row of the frame with the values of a row of `wrong`, and the texts for it."""
        if wrong.empty:
            return
        names = wrong.columns.tolist()
        rows = frame[names].astype(dict(wrong.dtypes)).assign(row=np.arange(len(frame)))
        rows = rows.merge(wrong.assign(found=found, expected=expected, advice=advice), on=names)
        texts = (rows[name].tolist() for name in ("found", "expected", "advice"))
        self.add(table, rows["row"].to_numpy(), column, *texts)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Takes problems that were found elsewhere."""
        self._problems.extend(problems)

    def sorted(self) -> tuple[Problem, ...]:
        """Every problem: by file in the order of the descriptor, by line, by column in the same order."""
        files = {table.path: position for position, table in enumerate(self.tables.values())}
        columns = {
            (table.path, name): position for table in self.tables.values() for position, name in enumerate(table.names)
        }

        def order(problem: Problem) -> tuple[int, str, int, int]:
            column = columns.get((problem.file, problem.column or ""), -1)
            return files.get(problem.file, -1), problem.file, problem.line or 0, column

        return tuple(sorted(self._problems, key=order))
