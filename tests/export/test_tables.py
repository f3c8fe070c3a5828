"""Rows of a download stand alone, printed and derived, and the dictionary says what each column holds."""

import io

import pandas as pd
import pytest

from indicators.catalogue.model import Catalogue
from indicators.export import (
    derived_table,
    dictionary,
    figure_columns,
    figure_table,
    json_rows,
    unit_codes,
    vocabularies,
    writers,
)
from indicators.figures.selection import Selection, select
from indicators.text import countries, lexicon
from tests.support.edits import Edited
from tests.support.places import WARDS


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
        "counted_by_kind": "monitor",
        "relayed_by": "courier",
        "relayed_by_names": "The Courier, a newspaper",
        "source_country": "Northland",
        "unit_ucum": "{admission}/d",
        "unit_uncefact": None,
        "document_author": "N. Vale",
        "document_role": "subject",
    }
    assert {name: row[name] for name in expected} == expected


def test_a_derived_row_has_the_sources_period_and_caveats_of_its_inputs(wards: Catalogue) -> None:
    frame = derived_table.table(wards).set_index("id")
    leavers = frame.loc["leavers"]
    assert leavers["printed_inputs"] == "home-2023-10;died-2023-10"
    assert leavers["period"] == "2023-09/2023-10"
    assert leavers["counted_by"] == "register"
    assert leavers["document"] == "winter-2023"
    assert leavers["citation"].startswith("A. Editor, B. Editor (2024). Beds of a made-up town (version 2.1.0)")
    assert "N. Vale (4 December 2023)" in leavers["citation"]
    beds = frame.loc["beds-for-days"]
    assert pd.isna(beds["period"])  # one of its inputs states none
    assert beds["verdict"] == "illustrative"
    assert beds["assumptions"].endswith("One bed takes one admission.")
    assert beds["working"].count(" | ") == 3
    assert pd.isna(frame.loc["oxygen-monthly", "unit_ucum"])  # the month has no code there


def test_a_derived_row_says_whether_it_agrees_with_the_printed_figure(jobs: Catalogue) -> None:
    frame = derived_table.table(jobs).set_index("id")[["against", "agreement", "agreement_in_words"]]
    assert frame.loc["men-and-women"].tolist() == ["unemployed", "agree", "they agree"]
    assert frame.loc["rate-worked-out"].tolist()[:2] == ["rate-2024-04", "agree"]
    assert "4.8 percent printed, 4.8 percent worked out" in frame.loc["rate-worked-out", "agreement_in_words"]
    assert frame.loc["two-months"].isna().all()  # it is set against nothing


def test_a_derived_row_in_json_has_lists_and_flags(shipped: Catalogue) -> None:
    rows = {row["id"]: row for row in json_rows.derived_rows(shipped)}
    several = next(row for row in rows.values() if len(row["source"]) > 1)
    assert several["source_named"] is False
    assert rows["munitions-per-month"]["source"] == ["c4ads"]
    assert rows["munitions-per-month"]["relayed_by"] == []
    assert rows["munitions-per-month"]["source_named"] is True


def test_derived_rows_of_a_selection_are_those_whose_inputs_are_selected(shipped: Catalogue) -> None:
    rows = select(shipped, Selection(source=("c4ads",)))
    assert set(derived_table.table(shipped, rows)["printed_inputs"]) == {"munitions-shipped"}
    assert list(derived_table.table(shipped, rows.iloc[:0]).columns) == list(derived_table.columns())


def test_categories_are_written_as_their_texts() -> None:
    frame = pd.DataFrame({"id": pd.Categorical(["a", None, "b"]), "value": [1.0, 2.0, None]})
    assert writers.to_csv(frame) == b'id,value\n"a",1.0\n,2.0\n"b",\n'


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_every_cell_of_a_download_is_as_the_dictionary_says(catalogue: Catalogue) -> None:
    for frame, columns in (
        (figure_table.table(catalogue, catalogue.figures), dictionary.of_figures(catalogue.descriptor)),
        (derived_table.table(catalogue), dictionary.of_derived(catalogue.descriptor)),
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
    assert (relayed["relayed_by"], relayed["relayed_by_names"]) == (["courier"], "The Courier, a newspaper")
    assert isinstance(plain["caveats"], list)
    assert (plain["relayed_by"], plain["source_implied"], plain["lower_open"]) == ([], False, False)
    uncounted = [row for row in json_rows.figure_rows(wards, wards.figures) if row["counted_by"] is None]
    assert {row["counted_by_party"] for row in uncounted} == {None}
    derived = json_rows.derived_rows(wards)
    assert all(row["inputs"] and isinstance(row["inputs"], list) for row in derived)


def test_the_version_before_has_its_names_and_no_others(wards: Catalogue) -> None:
    rows = wards.rows("daily-nurses", "beds-staffed")
    new = figure_table.table(wards, rows)
    old = figure_columns.in_version("1", new)
    assert {"root", "via", "author", "role", "url"} <= set(old)
    assert not {"counted_by", "issued_start", "source_country_code"} & set(old)
    assert old["root_name"].equals(new["counted_by_name"].rename("root_name"))
    (objects, _) = json_rows.figure_rows(wards, rows, "1")
    assert list(objects) == list(old)
    assert list(figure_columns.chosen(new, ["root", "counted_by", "root"])) == ["root", "counted_by"]


def test_what_the_editor_inferred_has_the_names_of_the_columns(edited: Edited) -> None:
    def infer(written: str) -> str:
        frame = pd.read_csv(io.StringIO(written), dtype="str", keep_default_na=False)
        frame.loc[frame["id"] == "daily-nurses", "inferred"] = "root;via"
        return frame.to_csv(index=False, lineterminator="\n")

    catalogue = edited(WARDS, "observations.csv", infer)
    table = figure_table.table(catalogue, catalogue.rows("daily-nurses"))
    assert table["inferred"].tolist() == ["counted_by;relayed_by"]
    assert figure_columns.in_version("1", table)["inferred"].tolist() == ["root;via"]


def test_dates_of_saying_and_publishing_have_their_days(wards: Catalogue) -> None:
    rows = json_rows.figure_rows(wards, wards.figures)
    names = ("issued", "published")
    spans = {row[name]: (row[f"{name}_start"], row[f"{name}_end"]) for row in rows for name in names}
    assert spans == {
        None: (None, None),
        "2023-10": ("2023-10-01", "2023-10-31"),
        "2023-11": ("2023-11-01", "2023-11-30"),
        "2023-12-04": ("2023-12-04", "2023-12-04"),
        "2024-02": ("2024-02-01", "2024-02-29"),
    }


@pytest.mark.parametrize(
    ("name", "code"),
    [("South Korea", "KOR"), ("russia", "RUS"), ("Russian Federation", "RUS"), ("Soviet Union", ""), ("Rason", "")],
)
def test_a_country_has_the_code_of_iso_3166(name: str, code: str) -> None:
    assert countries.country_code(name) == code


def test_every_country_that_texts_name_has_a_code_but_those_that_iso_does_not_list() -> None:
    without = {name for name in lexicon.countries() if not countries.country_code(name)}
    assert without == {"Kosovo", "Soviet Union"}


def test_every_name_elsewhere_is_of_a_column() -> None:
    assert set(vocabularies.ELSEWHERE) <= set(figure_columns.COLUMNS)
    assert {len(names) for names in vocabularies.ELSEWHERE.values()} == {len(vocabularies.VOCABULARIES)}
