"""Rows of a download stand alone, printed and derived, and the dictionary says what each column holds."""

import io

import pandas as pd
import pytest

from indicators.catalogue.model import Catalogue
from indicators.export import derived_table, dictionary, figure_table, json_rows, unit_codes, writers
from indicators.figures.selection import Selection, select


@pytest.mark.parametrize(
    ("unit", "ucum", "uncefact"),
    [
        ("metric_ton", "t", "TNE"),
        ("personnel_loss/day", "{personnel_loss}/d", ""),
        ("metric_ton/month", "t/mo_g", ""),
        ("metric_ton/decade", "t/(10.a_g)", ""),
        ("troop*day", "{troop}.d", ""),
        ("decade", "10.a_g", "DEC"),
        ("USD", "{USD}", ""),
    ],
)
def test_codes_of_a_unit_are_its_own_or_made_from_its_parts(
    unit: str, ucum: str, uncefact: str, shipped: Catalogue
) -> None:
    assert (unit_codes.ucum(shipped, unit), unit_codes.uncefact(shipped, unit)) == (ucum, uncefact)


def test_a_unit_of_which_no_code_is_given_has_none(wards: Catalogue) -> None:
    assert unit_codes.ucum(wards, "nurse") == unit_codes.ucum(wards, "nurse/day") == ""
    assert unit_codes.uncefact(wards, "nurse") == ""


def test_a_row_names_whose_counting_it_is_and_through_whom_it_came_in_words(wards: Catalogue) -> None:
    (row,) = writers.row_objects(figure_table.table(wards, wards.rows("daily-nurses")))
    expected = {
        "source": "nurses-association",
        "root_kind": "monitor",
        "via": "courier",
        "via_names": "The Courier, a newspaper",
        "source_country": "Northland",
        "unit_ucum": "{admission}/d",
        "unit_uncefact": None,
        "author": "N. Vale",
        "role": "subject",
    }
    assert {name: row[name] for name in expected} == expected


def test_a_derived_row_has_the_sources_period_and_caveats_of_its_inputs(wards: Catalogue) -> None:
    frame = derived_table.table(wards).set_index("id")
    leavers = frame.loc["leavers"]
    assert leavers["printed_inputs"] == "home-2023-10;died-2023-10"
    assert leavers["period"] == "2023-09/2023-10"
    assert leavers["root"] == "register"
    assert leavers["document"] == "winter-2023"
    assert leavers["citation"].startswith("A. Editor, B. Editor (2024). Beds of a made-up town (version 2.1.0)")
    assert "N. Vale (4 December 2023)" in leavers["citation"]
    beds = frame.loc["beds-for-days"]
    assert pd.isna(beds["period"])  # one of its inputs states none
    assert beds["verdict"] == "illustrative"
    assert beds["assumptions"].endswith("One bed takes one admission.")
    assert beds["working"].count(" | ") == 3
    assert pd.isna(frame.loc["oxygen-monthly", "unit_ucum"])  # the month has no code there


def test_derived_rows_of_a_selection_are_those_whose_inputs_are_selected(shipped: Catalogue) -> None:
    rows = select(shipped, Selection(source=("c4ads",)))
    assert set(derived_table.table(shipped, rows)["printed_inputs"]) == {"munitions-shipped"}
    assert list(derived_table.table(shipped, rows.iloc[:0]).columns) == list(derived_table.columns())


def test_categories_are_written_as_their_texts() -> None:
    frame = pd.DataFrame({"id": pd.Categorical(["a", None, "b"]), "value": [1.0, 2.0, None]})
    assert writers.to_csv(frame) == b'id,value\n"a",1\n,2\n"b",\n'


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_every_cell_of_a_download_is_as_the_dictionary_says(catalogue: Catalogue) -> None:
    for frame, columns in (
        (figure_table.table(catalogue, catalogue.figures), dictionary.figure_columns(catalogue.descriptor)),
        (derived_table.table(catalogue), dictionary.derived_columns(catalogue.descriptor)),
    ):
        read = pd.read_csv(io.BytesIO(writers.to_csv(frame)), dtype="str", keep_default_na=False)
        assert [column.name for column in columns] == list(read.columns)
        for column in columns:
            cells = set(read[column.name]) - {""}
            assert column.description.endswith(".")
            if column.values:
                assert cells <= set(column.values), column.name
            if column.type == "integer":
                assert all(cell.isdigit() for cell in cells), column.name
            elif column.type == "number":
                assert all(float(cell) is not None for cell in cells), column.name
            elif column.type == "date":
                assert all(pd.Timestamp(cell) for cell in cells), column.name
            if column.required:
                assert (read[column.name] != "").all(), column.name


def test_a_row_of_json_has_lists_flags_and_null_for_what_is_not_stated(wards: Catalogue) -> None:
    relayed, plain = json_rows.figure_rows(wards, wards.rows("daily-nurses", "beds-staffed"))
    assert (relayed["via"], relayed["via_names"]) == (["courier"], "The Courier, a newspaper")
    assert isinstance(plain["caveats"], list)
    assert (plain["via"], plain["source_implied"], plain["lower_open"]) == ([], False, False)
    assert {
        row["root_party"] is None for row in json_rows.figure_rows(wards, wards.figures) if row["root"] is None
    } == {True}
    derived = json_rows.derived_rows(wards)
    assert all(row["inputs"] and isinstance(row["inputs"], list) for row in derived)
