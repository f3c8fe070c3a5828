"""Any date that the check passes is shown on every page, in every chart and file."""

import csv
import io
import json
import shutil
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.charts import build, image, timeline
from indicators.combine.compare import compare, compare_all
from indicators.combine.pair import OPERATIONS
from indicators.errors import CatalogueError
from indicators.export import figure_table, json_ld, reference_formats, writers
from indicators.export.references import catalogue_references, figure_references
from indicators.figures.build import figures_of
from indicators.figures.selection import Selection
from indicators.measure.period import parse, words
from indicators.render import report
from tests.support.effort import examples
from tests.support.places import WARDS

_YEARS = st.sampled_from([1, 4, 43, 987, 1000, 1969, 1970, 2024, 9990, 9999]) | st.integers(0, 9999)
_DAYS = st.sampled_from(["", "-01", "-02", "-12", "-01-01", "-02-29", "-12-31"])
_DATES = st.builds(lambda year, day, mark: f"{year:04}{day}{mark}", _YEARS, _DAYS, st.sampled_from(["", "~", "?"]))
_ENDS = st.one_of(_DATES, st.sampled_from(["", ".."]))
_PERIODS = st.one_of(_DATES, st.builds("{}/{}".format, _ENDS, _ENDS)).filter(
    lambda text: parse(pd.Series([text]))["fault"].item() == ""
)


def dated(period: str, issued: str) -> Catalogue:
    """The made-up catalogue, its first four figures with this period and date of issue."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(WARDS, Path(name) / "data"))
        path = folder / "observations.csv"
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
        for row in rows[:4]:
            row |= {"period": period, "issued": issued, "inferred": ""}
        path.write_bytes(writers.to_csv(pd.DataFrame(rows).replace("", None)))
        return load(folder)


@given(_PERIODS, _DATES.filter(lambda text: parse(pd.Series([text]))["fault"].item() == ""))
@settings(max_examples=examples(1), deadline=None)
def test_a_date_that_is_read_is_shown_everywhere(period: str, issued: str) -> None:
    is_shown_everywhere(period, issued)


@pytest.mark.parametrize(
    ("period", "issued"),
    [
        ("0001", "9999"),
        ("/0005~", "1970-01-01"),
        pytest.param("9999-12-31", "0001-01-01", marks=pytest.mark.external),
        pytest.param("0987-06/..", "9995~", marks=pytest.mark.external),
    ],
)
def test_a_date_at_the_ends_of_the_calendar_is_shown_everywhere(period: str, issued: str) -> None:
    is_shown_everywhere(period, issued)


def is_shown_everywhere(period: str, issued: str) -> None:
    catalogue = dated(period, issued)
    rows = catalogue.figures.head(4)
    for figure in figures_of(catalogue, rows):
        assert (figure.period, figure.issued) == (words(period), words(issued))
    page = report.page(catalogue, Selection())
    assert words(period) in page
    assert words(issued) in page

    for drawn in build.charts(catalogue, rows):
        assert image.svg(drawn, "light")
    strip = timeline.strip(catalogue, rows)
    assert strip is not None
    assert image.svg(strip, "light")

    coverage = json_ld.dataset(catalogue, rows).get("temporalCoverage", "../..")
    start, end = (pd.Series(rows[name]).iloc[0] for name in ("period_start_first", "period_end_last"))
    assert coverage == "/".join(".." if pd.isna(day) else str(day)[:10] for day in (start, end))
    json.dumps(json_ld.dataset(catalogue, rows), allow_nan=False)

    table = figure_table.table(catalogue, rows)
    read = next(csv.DictReader(io.StringIO(writers.to_csv(table).decode())))
    assert (read["period"], read["issued"]) == (period, issued)
    assert [len(read[name]) for name in ("period_start", "period_end")] == [
        0 if pd.isna(day) else len("0987-06-01") for day in (start, end)
    ]
    references = (*figure_references(catalogue, rows), *catalogue_references(catalogue))
    for write in (reference_formats.bibtex, reference_formats.ris, reference_formats.csl_json):
        assert write(references)

    one, other = rows["id"].head(2)
    assert len(compare_all(catalogue, [one, other]))
    for operation in OPERATIONS:
        assert compare(catalogue, f"{one}.issued", operation, f"{other}.period").verdict


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("0000", "is valid EDTF that this program does not support"),
        ("-0043-03-15", "is valid EDTF that this program does not support"),
        ("2024-21", "is valid EDTF that this program does not support"),
        ("199X", "is valid EDTF that this program does not support"),
        ("2024-13", "is not EDTF"),
    ],
)
def test_a_date_that_is_not_read_is_refused_and_said_to_be_wrong_only_if_it_is(text: str, fault: str) -> None:
    with pytest.raises(CatalogueError) as raised:
        dated(text, "2024")
    assert f'"{text}", which {fault}' in str(raised.value)
