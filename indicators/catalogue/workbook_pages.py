"""The sheets of a workbook in their order, each with its file and its columns.

A table stands behind those that its cells name, so that filling the sheets in their order gives every list its values.
A draft stands before its table, with what it leaves to decide as notes, and the list of these decisions first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from indicators.catalogue.drafts_folder import DECISIONS, DRAFTS, open_questions
from indicators.catalogue.schema import Field, Table
from indicators.errors import IndicatorsError
from indicators.text.sentences import in_quotes

_MOST_LETTERS_OF_A_NAME = 31


@dataclass(frozen=True, kw_only=True)
class Page:
    """A sheet: its name, its file in the folder of the catalogue, and the table whose columns it has.

    `table` is None for the decisions. `is_draft` is true for a file of the folder of drafts, which may be missing.
    """

    name: str
    path: str
    table: Table | None
    is_draft: bool = False

    @cached_property
    def columns(self) -> Mapping[str, Field]:
        """The columns that the sheet needs, by name."""
        return {field.name: field for field in self.table.fields} if self.table else {}

    def questions(self, folder: Path, rows: Sequence[Sequence[str]]) -> dict[tuple[int | None, str | None], str]:
        """What is to decide of these rows of a draft, header included, by line and column."""
        if not self.is_draft or self.table is None or not rows or self.table.key not in rows[0]:
            return {}
        place = rows[0].index(self.table.key)
        lines = {row[place]: line for line, row in enumerate(rows, start=1) if len(row) > place}
        asked = open_questions(folder, self.table.name, self.table.key)
        return {(lines[row], column): text for (row, column), text in asked.items() if row in lines}


def pages_of(tables: Mapping[str, Table]) -> dict[str, Page]:
    """The sheets by name; raises IndicatorsError where a table has a name too long for one."""
    pages = [Page(name=f"{DRAFTS} decisions", path=f"{DRAFTS}/{DECISIONS}", table=None, is_draft=True)]
    for table in _in_order_of_filling(tables):
        if len(table.name) > _MOST_LETTERS_OF_A_NAME:
            raise IndicatorsError(
                f"the table {in_quotes(table.name)} has a name too long for a sheet, which has 31 letters"
            )
        draft = f"{DRAFTS} {table.name}"
        if len(draft) <= _MOST_LETTERS_OF_A_NAME:
            pages.append(Page(name=draft, path=f"{DRAFTS}/{table.name}.csv", table=table, is_draft=True))
        pages.append(Page(name=table.name, path=table.path, table=table))
    return {page.name: page for page in pages}


def _in_order_of_filling(tables: Mapping[str, Table]) -> Iterable[Table]:
    """The tables, each behind those that its cells name, as far as they do not name each other."""
    ordered: dict[str, Table] = {}
    begun: set[str] = set()

    def add(table: Table) -> None:
        if table.name not in begun:
            begun.add(table.name)
            for field in table.fields:
                if field.references in tables:
                    add(tables[field.references])
            ordered[table.name] = table

    for table in tables.values():
        add(table)
    return ordered.values()
