"""Downloads: whole texts, harmless in a spreadsheet, faithful elsewhere."""

import csv
import io
import json
import re
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.columns import pieces
from indicators.export import (
    figure_columns,
    figure_table,
    json_ld,
    json_rows,
    parquet,
    reference_formats,
    references,
    subset,
    writers,
)
from indicators.figures.selection import Selection, select
from tests.support.edits import Edited
from tests.support.places import WARDS


def _frame(**columns: list[object]) -> pd.DataFrame:
    return pd.DataFrame(columns).astype({name: "str" for name in columns if name != "value"})


def test_numbers_are_bare_and_text_is_quoted() -> None:
    frame = _frame(id=["a", "b", "c"], value=[74000.0, 4.5e9, None], text=['say "no"', "x, y", None])
    assert writers.to_csv(frame) == (b'id,value,text\n"a",74000.0,"say ""no"""\n"b",4500000000.0,"x, y"\n"c",,\n')


NUMBERS = st.floats(-1e300, 1e300, allow_subnormal=False)
PRINTED = NUMBERS.map(lambda number: float(f"{number:.15g}")) | st.integers(-(10**15), 10**15).map(float)


@given(st.lists(PRINTED, min_size=1))
@example([6.02e23, 1e10, 1e-7, 12345678901.5, -0.0, 1e300, 1e-300])
def test_a_number_is_written_in_plain_digits_and_read_as_the_same(numbers: list[float]) -> None:
    written = writers.to_csv(_frame(value=list(numbers))).decode().splitlines()[1:]
    assert all(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) for text in written)
    assert list(map(float, written)) == numbers
    assert [row["value"] for row in json.loads(writers.to_json(writers.row_objects(_frame(value=numbers))))] == numbers


@given(NUMBERS)
def test_a_computed_number_has_no_more_digits_than_the_check_accepts(number: float) -> None:
    written = writers.to_csv(_frame(value=[number])).decode().splitlines()[1]
    assert len(written.lstrip("-").replace(".", "").strip("0")) <= 15
    (row,) = writers.row_objects(_frame(value=[number]))
    assert row["value"] == float(written)


def test_a_number_in_json_has_the_digits_that_were_stated() -> None:
    rows = writers.row_objects(_frame(value=[6.02e23, 74000.0, 0.25, 1e15, None]))
    assert writers.to_json([row["value"] for row in rows]).split() == [
        "[", "6.02e+23,", "74000,", "0.25,", "1000000000000000,", "null", "]",
    ]  # fmt: skip


def test_a_number_of_a_catalogue_survives_its_csv(edited: Edited) -> None:
    def large(csv: str) -> str:
        return csv.replace(
            ',1240,,,,,,exact,,,bed,"exactly 1,240 ',
            ',602000000000000000000000,,,,,,exact,,,bed,"exactly 602000000000000000000000 ',
        )

    catalogue = edited(WARDS, "observations.csv", large)
    path = catalogue.folder / "observations.csv"
    table = catalogue.descriptor.tables["observations"]
    path.write_bytes(b"".join(subset.csv_parts(table, [catalogue.figures])))
    pd.testing.assert_series_equal(load(catalogue.folder).figures["value"], catalogue.figures["value"])


@pytest.mark.parametrize("mark", ["\u202e", "\u2066"])
def test_a_direction_mark_turns_nothing_round_in_a_spreadsheet_and_is_kept_elsewhere(mark: str) -> None:
    frame = _frame(text=[f"a{mark}b"], value=[1.0])
    assert writers.to_csv(frame, spreadsheet=True).decode("utf-8-sig") == 'text,value\n"a\ufffdb",1\n'
    assert writers.to_csv(frame).decode() == f'text,value\n"a{mark}b",1.0\n'


@pytest.mark.parametrize(
    "text",
    [
        *(f"{start}HYPERLINK(1)" for start in ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")),
        "=1\n+1",
        *(
            "2024-10",
            "August 2024",
            "17 Oct",
            "3/4",
            "3/4/2024",
            "1:30",
            "1 1/2",
            "$28.50",
            "12%",
            "10,000",
            "1e5",
            "007",
        ),
    ],
)
def test_a_text_that_a_spreadsheet_takes_for_another_is_made_harmless_there_and_kept_elsewhere(text: str) -> None:
    frame = _frame(id=[text], value=[-5.0])
    spreadsheet = list(csv.reader(io.StringIO(writers.to_csv(frame, spreadsheet=True).decode("utf-8-sig"), newline="")))
    plain = list(csv.reader(io.StringIO(writers.to_csv(frame).decode(), newline="")))
    assert spreadsheet[1] == [f"'{text}", "-5"]
    assert plain[1] == [text, "-5.0"]


def test_only_the_csv_for_a_spreadsheet_has_a_byte_order_mark() -> None:
    frame = _frame(id=["a", "2024", "2024-10-17", "17 October 2024", "2023-08/2024-01", "3 nurses", "March"])
    assert writers.to_csv(frame, spreadsheet=True) == b"\xef\xbb\xbf" + writers.to_csv(frame)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1), min_size=1))
def test_any_text_comes_back_from_the_plain_csv(texts: list[str]) -> None:
    written = writers.to_csv(_frame(text=list(texts))).decode()
    assert [row[0] for row in csv.reader(io.StringIO(written, newline=""))][1:] == texts


def test_a_downloaded_row_stands_alone(shipped: Catalogue) -> None:
    frame = figure_table.table(shipped, shipped.rows("munitions-shipped"))
    (row,) = writers.row_objects(frame)
    assert list(row) == list(figure_columns.COLUMNS)
    expected = {
        "value": 74000,
        "lower": 74000,
        "upper": None,
        "lower_open": "yes",
        "upper_open": None,
        "qualifier": "more_than",
        "significant_figures": 2,
        "unit": "metric_ton",
        "unit_label": "metric tons",
        "kind": "mass of munitions",
        "source_name": "C4ADS",
        "source_named": "yes",
        "counted_by": None,
        "attribution": "According to",
        "status": "reported",
        "period": "2023-08/2024-01",
        "period_start": "2023-08-01",
        "period_end": "2024-01-31",
        "issued": None,
        "place_to": "Russian ports in the Far East",
        "section": "Russia-DPRK Relations Rise to New Heights",
        "paragraph": 2,
        "document_publisher": "38 North",
        "published": "2024-10",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["citation"] == (
        "Daniel DePetris (October 2024). Russia-DPRK Relations: Strategic Partnership or Opportunistic "
        "Alliance? 38 North. https://www.38north.org/2024/10/russia-dprk-relations-strategic-partnership-or-"
        "opportunistic-alliance/ Section “Russia-DPRK Relations Rise to New Heights”, paragraph 2. "
        "As attributed to C4ADS."
    )
    assert row["caveats_in_words"].startswith("[editor] It counts what was shipped to ports;")


def test_every_row_of_a_download_has_its_caveats_unit_and_citation_in_words(shipped: Catalogue) -> None:
    frame = figure_table.table(shipped, shipped.figures)
    assert list(frame["id"]) == list(shipped.figures["id"])
    always = "title unit_label kind definition source_name document_publisher document_url citation"
    for column in always.split():
        assert frame[column].notna().all()
    held = shipped.figures["role"] == "subject"
    assert (frame["document_title"].notna() == held).all()
    assert (frame["caveats"].notna() == (frame["caveats_in_words"] != "")).all()


def test_a_selection_without_figures_is_a_header_alone(shipped: Catalogue) -> None:
    rows = select(shipped, Selection(source=("c4ads",), topic=("troops",)))
    written = writers.to_csv(figure_table.table(shipped, rows)).decode()
    assert written == ",".join(figure_columns.COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("selection", "name"),
    [
        (None, "russia-dprk-relations-figures-all.csv"),
        (Selection(), "russia-dprk-relations-figures-subject.csv"),
        (
            Selection(source=("c4ads", "author"), status=("reported",)),
            "russia-dprk-relations-figures-author-c4ads-reported.csv",
        ),
        (Selection(search="../../etc & <b>"), "russia-dprk-relations-figures-etc-b.csv"),
    ],
)
def test_a_file_name_tells_what_is_in_it_and_is_no_path(
    selection: Selection | None, name: str, shipped: Catalogue
) -> None:
    assert writers.file_name(shipped.descriptor.name, selection, "csv") == name


@pytest.mark.parametrize(("number", "size"), [(0, 1), (4, 1), (50, 20), (50, 1000)])
def test_a_file_that_is_written_in_parts_is_the_file_that_is_written_whole(
    size: int, number: int, wards: Catalogue
) -> None:
    rows = np.arange(len(wards.figures))[:number]
    frame = wards.figures.take(rows)

    def cut() -> Iterator[pd.DataFrame]:
        return pieces(wards.figures, rows, size)

    for spreadsheet in (False, True):
        csv_parts = writers.csv_parts((figure_table.table(wards, piece) for piece in cut()), spreadsheet=spreadsheet)
        assert b"".join(csv_parts) == writers.to_csv(figure_table.table(wards, frame), spreadsheet=spreadsheet)
    texts = "".join(writers.json_array(json_rows.figure_texts(wards, cut())))
    assert texts == writers.to_json(json_rows.figure_rows(wards, frame))
    linked = {"address": "https://example.org", "query": "a=b"}
    whole = writers.to_json(json_ld.dataset(wards, frame, **linked))
    assert "".join(json_ld.dataset_parts(wards, rows, **linked)) == whole
    read = pq.read_table(io.BytesIO(b"".join(parquet.parts(wards, cut()))))
    assert read.equals(pq.read_table(io.BytesIO(parquet.figures(wards, frame))))


def test_references_in_parts_are_those_that_are_written_whole(wards: Catalogue) -> None:
    every = references.figure_references(wards, wards.figures)
    items = [reference_formats.csl_item(reference) for reference in every]
    assert reference_formats.csl_json(every) == writers.to_json(items) + "\n"
    assert reference_formats.csl_json([]) == "[]\n"
    assert reference_formats.bibtex(every).count("\n}\n\n@") == len(every) - 1
