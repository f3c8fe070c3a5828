"""A catalogue that passes the check is shown: every card, chart, file and page of it can be made."""

import csv
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.charts.build import chart, chart_names, charts
from indicators.charts.timeline import STRIP
from indicators.errors import CatalogueError
from indicators.figures.figure import figures_of
from indicators.figures.selection import Selection, select
from indicators.render import figure_card, headlines, report
from indicators.ui.shared.file import Request
from indicators.ui.shared.files import FILES
from indicators.ui.shared.query import Query
from tests.support.edits import Edited
from tests.support.effort import examples
from tests.support.places import JOBS, WARDS

_SLOW = ("xlsx", "zip", "parquet", "png")
"""Files that are made by other libraries of the tables that the other files show."""
_INDICATOR = {
    "beside": st.integers(0, 14),
    "part_of": st.integers(0, 14),
    "chart": st.sampled_from(["", "issued", "period", "level", "stages"]),
    "order": st.integers(1, 9).map(str),
    "statistic": st.sampled_from("total running_total rate level change mean median ratio not_stated".split()),
}
_PERIODS = st.sampled_from(
    ["", "2024", "2024-03", "/2024", "2024/..", "../2024", "1850/2024", "2023-11~", "2024-03-05", "9999"]
)
_OBSERVATION = {
    "value": st.sampled_from(["0", "-5", "0.001", "-0.5", "1000000000000"]),
    "qualifier": st.sampled_from("more_than at_least less_than at_most nearly approximate exact".split()),
    "period": _PERIODS,
    "issued": _PERIODS,
    "status": st.sampled_from("reported estimate provisional forecast allegation planned conditional".split()),
    "vintage": st.sampled_from(["first_published", "revised"]),
    "season": st.sampled_from(["", "adjusted", "unadjusted"]),
    "updates": st.integers(0, 20),
    "part_of": st.integers(0, 20),
}


def edits(
    columns: Mapping[str, st.SearchStrategy[str | int]], rows: int
) -> st.SearchStrategy[list[tuple[int, str, str | int]]]:
    """Cells to change: the number of a row, the column, and the cell, or the number of the row that it names."""
    one = [st.tuples(st.integers(0, rows), st.just(name), cell) for name, cell in columns.items()]
    return st.lists(st.one_of(one), max_size=5)


def _change(path: Path, changes: list[tuple[int, str, str | int]]) -> None:
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    for number, column, cell in changes:
        row = rows[number % len(rows)]
        row[column] = rows[cell % len(rows)]["id"] if isinstance(cell, int) else cell
        if column == "value":
            row.update(as_printed="", interval_lower="", interval_upper="", interval_kind="", interval_level="")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(reader.fieldnames or ()), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _ask(catalogue: Catalogue) -> None:
    """Makes all that a reader may ask for."""
    for record in (False, True):
        selection = Selection(record=record)
        rows = select(catalogue, selection)
        headlines.headline_cards(catalogue, rows, "printed")
        made = [made.name for made in charts(catalogue, rows, "printed")]
        assert set(made) <= set(chart_names(catalogue, rows))
        for figure in figures_of(catalogue, rows):
            figure_card.in_full(figure)
        report.page(catalogue, selection, system="printed", address="")
        for address, file in FILES.items():
            if not file.selects or file.extension in _SLOW:
                continue
            for name in made[:1] if "{id}" in address else [""]:
                for _ in file.make(Request(catalogue=catalogue, query=Query(selection=selection), id=name)):
                    pass


@settings(max_examples=examples(2))
@given(
    base=st.sampled_from([WARDS, JOBS]),
    indicators=edits(_INDICATOR, 20),
    observations=edits(_OBSERVATION, 40),
)
def test_what_passes_is_shown(
    base: Path, indicators: list[tuple[int, str, str | int]], observations: list[tuple[int, str, str | int]]
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(shutil.copytree(base, Path(temporary) / "edited"))
        for table in ("derivations", "temptations", "assumptions"):  # the check refuses most recipes of changed figures
            path = folder / f"{table}.csv"
            path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
        _change(folder / "indicators.csv", indicators)
        _change(folder / "observations.csv", observations)
        try:
            catalogue = load(folder, unfinished=True)
        except CatalogueError:
            return
        _ask(catalogue)


def _beside(name: str, other: str) -> Callable[[str], str]:
    def edit(table: str) -> str:
        lines = list(csv.reader(table.splitlines()))
        place = lines[0].index("beside")
        for line in lines:
            line[place] = other if line[0] == name else line[place]
        return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines) + "\n"

    return edit


@pytest.mark.parametrize(
    ("name", "other"),
    [("admissions-daily", "admissions-month"), ("beds-planned", "admissions-month")],
    ids=["rate", "kind"],
)
def test_what_does_not_convert_has_a_chart_of_its_own(name: str, other: str, edited: Edited) -> None:
    catalogue = edited(WARDS, "indicators.csv", _beside(name, other))
    rows = select(catalogue, Selection())
    units = {made.unit for made in charts(catalogue, rows)}
    assert {"admissions", "admissions a day", "beds"} <= units


def test_a_date_of_issue_without_an_end_is_shown(edited: Edited) -> None:
    def edit(table: str) -> str:
        return table.replace(",2023-10,period;issued", ",2023-10/..,period;issued", 1)

    catalogue = edited(WARDS, "observations.csv", edit)
    strip = chart(catalogue, select(catalogue, Selection()), STRIP)
    assert strip is not None
    assert "Without a diamond: when it was said has no date at one end." in strip.key
