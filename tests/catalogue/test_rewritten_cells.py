"""What a spreadsheet makes of printed words is pointed out, and what texts print is not."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from indicators.catalogue import descriptor
from indicators.catalogue.rewritten_cells import rewritten_cells
from tests.support.command_line import run
from tests.support.places import DATA, WARDS

WRITTEN_BY_SPREADSHEETS = (
    "236000",
    "-15000",
    "1234567.5",
    "'236,000",
    "Oct-24",
    "17-Oct",
    "17-Oct-24",
    "10/17/2024",
    "1/2/24",
)
PRINTED_BY_TEXTS = (
    "236,000",
    "more than 236000 tons",
    "2024",
    "1/2",
    "6–7",
    "’24",
    "'24, '25",
    "Oct",
    "May",
    "17 October",
    "5.25",
)


def print_words(folder: Path, *words: str) -> None:
    """Makes a copy of the first dismissal for each of these printed words."""
    path = folder / "dismissed.csv"
    header, row, *_ = csv.reader(path.read_text(encoding="utf-8").splitlines())
    place = header.index("as_printed")
    rows = [[f"row-{number}", *row[1:place], text, *row[place + 1 :]] for number, text in enumerate(words)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def pointed_out(folder: Path) -> list[tuple[str, int | None]]:
    return [(cell.file, cell.line) for cell in rewritten_cells(folder, descriptor.read(folder).tables.values())]


def test_what_a_spreadsheet_writes_is_pointed_out_and_what_a_text_prints_is_not(folder: Path) -> None:
    print_words(folder, *WRITTEN_BY_SPREADSHEETS, *PRINTED_BY_TEXTS)
    assert pointed_out(folder) == [("dismissed.csv", line + 2) for line in range(len(WRITTEN_BY_SPREADSHEETS))]


def test_four_digits_are_rewritten_where_the_table_sets_thousands_apart(folder: Path) -> None:
    print_words(folder, "1200", "1,400")
    assert pointed_out(folder) == [("dismissed.csv", 2)]


def test_a_table_whose_cells_are_known_is_read_again_only_for_the_lines(folder: Path) -> None:
    print_words(folder, "1,200", "236000")
    tables = descriptor.read(folder).tables.values()
    without, with_one = pd.Series(["1,200"], dtype="str"), pd.Series(["236000", "1,200"], dtype="str")
    assert not [*rewritten_cells(folder, tables, {"dismissed": without})]
    assert [cell.line for cell in rewritten_cells(folder, tables, {"dismissed": with_one})] == [3]


def test_the_check_passes_and_says_where_to_look(folder: Path) -> None:
    print_words(folder, "236000")
    result = run("check", str(folder))
    assert result.returncode == 0
    assert 'look at dismissed.csv:2: as_printed: found "236000"' in result.stdout


@pytest.mark.parametrize("folder", [DATA, WARDS], ids=["shipped", "wards"])
def test_nothing_is_pointed_out_in_a_catalogue_that_no_spreadsheet_touched(folder: Path) -> None:
    assert pointed_out(folder) == []
