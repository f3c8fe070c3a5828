"""A catalogue that passes the check is shown: every card, chart, file and page of it can be made."""

import csv
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.catalogue.model import Catalogue
from indicators.charts.build import chart, chart_names, charts
from indicators.charts.timeline import STRIP
from indicators.errors import CatalogueError
from indicators.figures.build import figures_of
from indicators.figures.selection import ON, RECORD, Selection, select
from indicators.render import figure_card, headlines
from indicators.ui.shared import served_catalogue
from indicators.ui.shared.file import parameter_names
from indicators.ui.shared.files import FILES
from indicators.ui.shared.query import OPTIONS
from tests.support.any_release import AnyRelease, any_release
from tests.support.edits import Edited
from tests.support.effort import ALL, examples, part
from tests.support.http import ask_here
from tests.support.places import JOBS, WARDS
from tests.support.release import write_release

_SLOW = ("xlsx", "zip", "parquet", "png")
"""Files that are made by other libraries of what the other files show: `make test-all` asks for them."""
_PARAMETERS = st.fixed_dictionaries(
    {}, optional={RECORD: st.just(ON), **{name: st.sampled_from(values) for name, values in OPTIONS.items()}}
)
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


def _ask(catalogue: Catalogue, parameters: Mapping[str, str]) -> None:
    """Makes every card and chart, and asks addresses for files and previews, of some figures and charts."""
    rows = select(catalogue, Selection(record=parameters.get(RECORD) == ON))
    headlines.headline_cards(catalogue, rows, "printed")
    drawn = [made.name for made in charts(catalogue, rows, "printed")]
    assert set(drawn) <= set(chart_names(catalogue, rows))
    for figure in figures_of(catalogue, rows):
        figure_card.in_full(figure)
    if chart(catalogue, rows, STRIP):
        drawn.append(STRIP)
    quick = [(address, file) for address, file in FILES.items() if ALL or file.extension not in _SLOW]
    for address, file in part(quick, 16):
        names = drawn if "/charts/" in address else list(rows["id"]) if "{id}" in address else [""]
        query = urlencode({name: cell for name, cell in parameters.items() if name in parameter_names(file)})
        for name in part(names, 2):
            target = f"{address.replace('{id}', quote(name))}?{query}"
            answer = ask_here(target)
            assert (answer.status, answer.body != b"") == (200, True), (target, answer.text)
    for target in ("/preview?", "/preview?chart=340&"):
        assert ask_here(target + urlencode(parameters)).status in (200, 204)


def _show(folder: Path, parameters: Mapping[str, str]) -> None:
    """Asks for everything of the catalogue in the folder, if it passes the check."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INDICATORS_DATA", str(folder))
        try:
            catalogue = served_catalogue.current().catalogue()
        except CatalogueError:
            return
        _ask(catalogue, parameters)


@settings(max_examples=examples(2))
@given(
    base=st.sampled_from([WARDS, JOBS]),
    indicators=edits(_INDICATOR, 20),
    observations=edits(_OBSERVATION, 40),
    parameters=_PARAMETERS,
)
def test_what_passes_is_shown(
    base: Path,
    indicators: list[tuple[int, str, str | int]],
    observations: list[tuple[int, str, str | int]],
    parameters: dict[str, str],
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(shutil.copytree(base, Path(temporary) / "edited"))
        for table in ("derivations", "temptations", "assumptions"):  # the check refuses most recipes of changed figures
            path = folder / f"{table}.csv"
            path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
        _change(folder / "indicators.csv", indicators)
        _change(folder / "observations.csv", observations)
        _show(folder, parameters)


@settings(max_examples=examples(2))
@given(release=any_release(), parameters=_PARAMETERS)
def test_any_release_that_passes_is_shown(release: AnyRelease, parameters: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "release"
        write_release(folder, release.indicators, release.observations, release.groups)
        _show(folder, parameters)


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
    assert "Without such a mark: when it was said has no date at one end." in strip.key
