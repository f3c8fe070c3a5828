"""Drafts of a table: a row for each number of its body, with what its head, its labels and its caption say."""

import pytest

from indicators.audit.decisions import decisions_of_drafts
from indicators.audit.drafts import Drafts
from indicators.audit.open_questions import CHANGE
from indicators.audit.printed_tables import table_of
from indicators.audit.spaced_tables import with_bars
from indicators.catalogue.model import Catalogue
from indicators.text.sentences import fingerprint
from tests.support.edits import without_rows

BEDS = """\
Beds for the Winter

Table 1. Beds by age of the patient{caption}

| Age | 2022 | 2023 | Change (beds) |
|---|---|---|---|
| Under 18 | 310 | 280 | -30 |
| 65 and over | | 870 | 40 |
| Total | 2,100 | 1,950 | -150 |
"""


@pytest.fixture(scope="module")
def bare(wards: Catalogue) -> Catalogue:
    return without_rows(wards)


def test_the_numbers_of_a_table_have_the_time_unit_and_group_of_their_head_and_label(bare: Catalogue) -> None:
    drafts = Drafts(bare, BEDS.format(caption=""), "winter-2023")
    cells = drafts.observations[["value", "unit", "period"]].to_numpy().tolist()
    assert cells == [
        ["310", "", "2022"],
        ["280", "", "2023"],
        ["-30", "bed", ""],
        ["870", "", "2023"],
        ["40", "bed", ""],
        ["2100", "", "2022"],
        ["1950", "", "2023"],
        ["-150", "bed", ""],
    ]
    assert list(drafts.groups["title"]) == ["Under 18", "65 and over"]
    dismissed = drafts.dismissals[["as_printed", "why"]].to_numpy().tolist()
    assert [row for row in dismissed if row[1] != "date"] == [
        ["Table 1", "reference"],
        ["Under 18", "definition"],
        ["65 and over", "definition"],
    ]


def test_the_decisions_of_a_cell_have_the_words_of_its_head_and_label(bare: Catalogue) -> None:
    decisions = list(decisions_of_drafts(Drafts(bare, BEDS.format(caption=" (in tens)"), "winter-2023")))
    assert [each.words for each in decisions if each.question == CHANGE] == [
        f"Beds by age of the patient (in tens) | Change (beds) | {row}"
        for row in ("Under 18 | -30", "65 and over | 40", "Total | -150")
    ]


@pytest.mark.parametrize(
    ("caption", "units"),
    [
        (" (in days)", ("day", "bed")),
        (" (in thousands of days)", ("", "")),
        (", in thousands", ("", "")),
        (" (days) and of staff (months)", ("", "bed")),
        (" of the board", ("", "bed")),
    ],
)
def test_the_unit_of_a_caption_is_filled_where_it_is_told_as_it_is(
    bare: Catalogue, caption: str, units: tuple[str, str]
) -> None:
    rows = Drafts(bare, BEDS.format(caption=caption), "winter-2023").observations
    assert (rows["unit"].iloc[0], rows["unit"].iloc[2]) == units


def test_rows_of_a_table_without_a_line_under_its_head_are_told_apart() -> None:
    table = table_of("| Hospital | Within 18 weeks | | North | 61.3% | | Lake | 68.7% |")
    assert table
    found = [table.cell_at(position) for position in (13, 45, 60)]
    assert [(cell.head, cell.label, cell.is_head) for cell in found] == [
        ("Within 18 weeks", "Hospital", True),
        ("Within 18 weeks", "North", False),
        ("Within 18 weeks", "Lake", False),
    ]
    assert table_of("A sentence | with bars |") is None


def _written(apart: str) -> str:
    """The text with its table as a program prints it: *apart* between the cells, no bars, no line under the head."""
    lines = [line for line in BEDS.format(caption="").splitlines() if "---" not in line]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] if "|" in line else [line] for line in lines]
    widths = (14, 6, 6, 0) if apart == " " else (0, 0, 0, 0)
    gap = "  " if apart == " " else apart
    rows = [gap.join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)) for row in cells]
    return "\n".join(rows).replace("          870", "    -     870") + "\n"


@pytest.mark.parametrize("apart", ["\t", " "])
def test_a_table_with_tabs_or_blanks_is_read_as_one_with_bars(bare: Catalogue, apart: str) -> None:
    columns = ["as_printed", "value", "unit", "period"]
    expected = Drafts(bare, BEDS.format(caption=""), "winter-2023").observations[columns]
    assert "|" not in _written(apart)
    drafts = Drafts(bare, _written(apart), "winter-2023")
    assert drafts.observations[columns].to_numpy().tolist() == expected.to_numpy().tolist()
    assert list(drafts.groups["title"]) == ["Under 18", "65 and over"]


@pytest.mark.parametrize(
    "lines",
    [
        "Two  words and\nthree  more 12\nand  the last 4",
        "Age\t2022\nUnder 18\t310",
        "Age\t2022\nUnder 18\t310\n65 and over\t870\t900",
        "Age\t2022\nUnder 18\t310 beds in the north\n65 and over\t870",
        "2021\t12\n2022\t13\n2023\t14",
    ],
)
def test_lines_that_may_be_no_table_stay_as_they_are(lines: str) -> None:
    assert with_bars(f"Beds\n\n{lines}\n") == f"Beds\n\n{lines}\n"


def test_a_table_that_a_catalogue_quotes_as_it_stands_stays_so() -> None:
    table = "Age\t2022\nUnder 18\t310\n65 and over\t870"
    assert with_bars(table) == "| Age | 2022 |\n| --- | --- |\n| Under 18 | 310 |\n| 65 and over | 870 |"
    assert with_bars(table, {fingerprint(table)}) == table
