"""Whatever cell of a drafted row is empty is asked for, or is in a column that is never asked for."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import pytest

from indicators._load import load
from indicators.audit.decisions import decisions_of_catalogue, decisions_of_drafts
from indicators.audit.drafts import Drafts
from indicators.catalogue.model import Catalogue
from indicators.catalogue.new_catalogue import Beginning, write_new
from tests.support.edits import without_rows
from tests.support.places import ROOT

_NUMBERS = ("61", "4.5 percent", "€1.2 million", "about 300", "between 20 and 30", "thousands", "1 in 5", "0.3 points")
_FRAMES = (
    "It has {} wards.",
    "The mayor said that {} came in October 2023.",
    "It rose by {} to {} over the prior 6 months.",
    "The rate was revised from {} to {}.",
    "It was {} for men and {} for women.",
    "It was {} (95% confidence interval: 3 to 5).",
    "In real terms, at 2020 prices, it cost {}, an annualised rate of {}.",
    "| Age | 2022 | 2023 |\n| --- | --- | --- |\n| Under 18 | {} | {} |\n| 65 and over | {} | {} |",
)
_TABLES = ("observations", "groups", "documents", "indicators")
_DOCUMENT = (ROOT / "docs" / "your-own-catalogue.md").read_text(encoding="utf-8")


def _never_asked() -> frozenset[str]:
    """The columns of the table in the tutorial."""
    rows = _DOCUMENT.partition("| columns that are never asked for")[2].partition("\n\n")[0].splitlines()[2:]
    return frozenset(name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1]))


@pytest.fixture(scope="module")
def bare(wards: Catalogue) -> Catalogue:
    return without_rows(wards)


@pytest.mark.parametrize("first", range(len(_NUMBERS)))
@pytest.mark.parametrize("frames", [_FRAMES, _FRAMES[:1], _FRAMES[-1:]], ids=["all", "a sentence", "a table"])
def test_every_empty_cell_of_a_draft_is_asked_for(bare: Catalogue, frames: Sequence[str], first: int) -> None:
    numbers = islice(cycle(_NUMBERS), first, None)
    text = "\n\n".join(["Beds for the Winter", *(re.sub(r"\{\}", lambda _: next(numbers), frame) for frame in frames)])
    drafts = Drafts(bare, f"{text}\n", "winter-2023")
    decisions = [*decisions_of_drafts(drafts), *decisions_of_catalogue(drafts, text)]
    of_rows = {(each.table, each.id, each.column) for each in decisions if each.table != "documents"}
    of_document = {each.column for each in decisions if each.table == "documents"}
    of_tables = {each.table for each in decisions if not each.id and not each.column}
    for table, rows in (("observations", drafts.observations), ("groups", drafts.groups)):
        once = {column for name, row, column in of_rows if name == table and not row} | of_tables
        once |= of_document if table == "observations" else set()
        once |= set() if len(rows) > 1 else {"part_of"}
        for row in rows.to_dict("records"):
            empty = {str(column) for column, cell in row.items() if cell == ""}
            asked = {column for name, identity, column in of_rows if (name, identity) == (table, row["id"])}
            assert empty - asked - once <= _never_asked(), row["as_printed" if table == "observations" else "title"]


@pytest.mark.parametrize("table", ["documents", "indicators"])
def test_every_column_of_a_table_that_a_user_fills_is_asked_for(tmp_path: Path, table: str) -> None:
    beginning = Beginning(title="Beds", url="https://example.org", headings=())
    write_new(tmp_path / "new", beginning, date(2026, 11, 28))
    text = "Beds for the Winter\n\nIt rose by 61 beds, 4 percent of all. The mayor opened 9 wards today.\n"
    drafts = Drafts(load(tmp_path / "new"), text)
    decisions = list(decisions_of_catalogue(drafts, text, ("On Wards",)))
    asked = {each.column for each in decisions if each.table == table}
    named = {name for each in decisions if each.table == table for name in re.findall(r"\w+", each.question)}
    required = {field.name for field in drafts.catalogue.descriptor.tables[table].fields if field.required}
    columns = set(drafts.catalogue.descriptor.tables[table].names)
    assert columns - asked - (required & named) - {"id"} <= _never_asked()
    day = [each.words for each in decisions if each.question == "which day it calls today"]
    assert day == ["The mayor opened 9 wards today."]


def test_the_columns_that_are_never_asked_for_are_columns(bare: Catalogue) -> None:
    tables = bare.descriptor.tables
    assert _never_asked() <= {name for table in _TABLES for name in tables[table].names}
