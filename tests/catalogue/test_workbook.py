"""A catalogue as a workbook and back: nothing is lost, and a spreadsheet has nothing to rewrite."""

import csv
import io
import shutil
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from indicators._load import load
from indicators.catalogue.workbook import read_workbook, write_workbook
from indicators.errors import CatalogueError, IndicatorsError
from tests.support.command_line import run
from tests.support.effort import examples
from tests.support.libreoffice import run_script
from tests.support.places import DATA, WARDS


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def column(page: Worksheet, name: str) -> int:
    return [cell.value for cell in page[1]].index(name) + 1


@pytest.mark.parametrize("original", [DATA, WARDS], ids=["shipped", "wards"])
def test_a_workbook_read_back_is_the_same_catalogue(original: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    for name, content in contents(original).items():
        (folder / name).write_bytes(content)
    write_workbook(folder, tmp_path / "book.xlsx")
    for path in folder.glob("*.csv"):  # so that what is found below was written by the workbook
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    read_workbook(tmp_path / "book.xlsx", folder)
    for path in folder.glob("*.csv"):
        read, before = (
            list(csv.reader(io.StringIO(text)))
            for text in (path.read_text(encoding="utf-8"), (original / path.name).read_text(encoding="utf-8"))
        )
        assert (path.name, read) == (path.name, before)
    assert len(load(folder).figures) == len(load(original).figures)


@settings(max_examples=examples(6), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20).map(str.strip)
        | st.sampled_from(
            ["2024-10", "236,000", "=1+1", "1e5", "TRUE", "007", "+4", "10/11", "_x0041_", "https://a.b"]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_no_text_is_rewritten(texts: list[str], tmp_path: Path, folder: Path) -> None:
    path = folder / "topics.csv"
    rows = [["id", "title", "synonyms"], *([f"topic-{number}", text, ""] for number, text in enumerate(texts))]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    before = path.read_bytes()
    write_workbook(folder, tmp_path / "book.xlsx")
    read_workbook(tmp_path / "book.xlsx", folder)
    assert path.read_bytes() == before


def test_cells_are_text_and_can_be_chosen_and_headings_say_what_they_mean(folder: Path, tmp_path: Path) -> None:
    write_workbook(folder, tmp_path / "book.xlsx")
    page = openpyxl.load_workbook(tmp_path / "book.xlsx")["observations"]
    printed = page.cell(2, column(page, "as_printed"))
    assert (printed.data_type, printed.number_format) == ("s", "@")
    value = page.cell(2, column(page, "value"))
    assert (value.data_type, value.number_format) == ("s", "@")
    assert (
        page.cell(1, column(page, "status")).comment.text
        == load(folder).descriptor.tables["observations"].field("status").description
    )
    lists = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in page.data_validations.dataValidation}
    letters = {cell.value: cell.column_letter for cell in page[1]}
    assert lists[f"{letters['status']}2"].strip('"').split(",")[0] == "reported"
    assert lists[f"{letters['source']}2"] == "'sources'!$A$2:$A$20000"


def test_what_an_editor_types_in_a_spreadsheet_is_written_as_the_catalogue_has_it(folder: Path, tmp_path: Path) -> None:
    write_workbook(folder, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    page = book["observations"]
    row = next(cells[0].row for cells in page.iter_rows(min_row=2) if cells[0].value == "beds-staffed")
    for name, typed in (("value", 1240.0), ("issued", datetime(2024, 3, 1)), ("note", "=A1")):
        page.cell(row, column(page, name)).value = typed
    page.cell(row, column(page, "note")).data_type = "s"
    book.save(tmp_path / "edited.xlsx")
    read_workbook(tmp_path / "edited.xlsx", folder)
    with (folder / "observations.csv").open(encoding="utf-8", newline="") as file:
        written = next(row for row in csv.DictReader(file) if row["id"] == "beds-staffed")
    assert (written["value"], written["issued"], written["note"]) == ("1240", "2024-03-01", "=A1")


def test_problems_stand_as_notes_at_their_cells(folder: Path, tmp_path: Path) -> None:
    path = folder / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",at_least,", ",at_leest,", 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load(folder)
    (problem, *_) = caught.value.problems
    done = run("workbook", str(folder), str(tmp_path / "book.xlsx"))
    assert (done.returncode, done.stderr) == (0, "")
    page = openpyxl.load_workbook(tmp_path / "book.xlsx")["observations"]
    assert page.cell(problem.line, column(page, "qualifier")).comment.text == problem.message


def test_a_sheet_stands_behind_those_that_its_cells_name(folder: Path, tmp_path: Path) -> None:
    write_workbook(folder, tmp_path / "book.xlsx")
    names = openpyxl.load_workbook(tmp_path / "book.xlsx", read_only=True).sheetnames
    tables = load(folder).descriptor.tables
    assert sorted(names) == sorted(tables)
    for table in tables.values():
        named = {field.references for field in table.fields if field.references in tables} - {table.name}
        assert all(names.index(other) < names.index(table.name) for other in named), table.name


def test_drafts_are_sheets_with_their_decisions_as_notes_and_come_back(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Ferries\n\nTraffic fell by 6,000 passengers.\n", encoding="utf-8")
    mine, book = tmp_path / "mine", tmp_path / "mine.xlsx"
    run("new", str(mine), "--title", "F", "--url", "https://example.org", "--from", str(tmp_path / "text.txt"))
    run("workbook", str(mine), str(book))
    opened = openpyxl.load_workbook(book)
    assert opened.sheetnames[0] == "drafts decisions"
    assert opened.sheetnames.index("drafts observations") == opened.sheetnames.index("observations") - 1
    page = opened["drafts observations"]
    notes = {page.cell(1, cell.column).value: cell.comment.text for cell in page[2] if cell.comment}
    assert notes["value"] == "to decide: whether a fall is below zero"
    assert notes["indicator"].splitlines() == [
        "to decide: what is measured",
        "to decide: whether it is a change, and of what",
    ]
    assert {"id", "source", "root", "unit", "status", "groups", "period"} <= set(notes)
    page.cell(2, column(page, "value")).value = "-6000"
    opened.save(book)
    assert run("workbook", str(mine), str(book), "--back").returncode == 0
    with (mine / "drafts" / "observations.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["value"], row["as_printed"]) == ("-6000", "fell by 6,000 passengers")
    with (mine / "drafts" / "decisions.csv").open(encoding="utf-8", newline="") as file:
        assert {"whether a fall is below zero"} <= {row["question"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("fault", ["sheet", "heading", "file"])
def test_a_workbook_that_is_not_the_catalogue_s_changes_nothing(fault: str, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    write_workbook(folder, file)
    book = openpyxl.load_workbook(file)
    if fault == "sheet":
        book["topics"].title = "topics 2"
    else:
        book["topics"].delete_cols(1)
    book.save(file)
    if fault == "file":
        file.write_bytes(b"no workbook")
    before = contents(folder)
    message = {
        "sheet": 'the workbook has a sheet "topics 2", which is no table; delete or rename it',
        "heading": 'the sheet "topics" has no heading "id"; put it back',
        "file": f'"{file}" is no workbook that can be read',
    }[fault]
    with pytest.raises(IndicatorsError) as caught:
        read_workbook(file, folder)
    assert str(caught.value).startswith(message)
    assert contents(folder) == before


SPREADSHEET = """
import sys, time, uno
from com.sun.star.beans import PropertyValue

def value(name, of):
    made = PropertyValue()
    made.Name, made.Value = name, of
    return made

pipe, source, target = sys.argv[1:]
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(240):
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.25)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
book = desktop.loadComponentFromURL(source, "_blank", 0, (value("Hidden", True),))
sheet = book.Sheets.getByName("topics")
cursor = sheet.createCursor()
cursor.gotoEndOfUsedArea(False)
row = cursor.RangeAddress.EndRow + 1
for column, text in enumerate(["typed", "2024-10", ""]):
    sheet.getCellByPosition(column, row).setFormula(text)  # what typing into the cell does
book.storeToURL(target, (value("FilterName", "Calc MS Excel 2007 XML"),))
book.close(True)
desktop.terminate()
"""
"""Opens a workbook in LibreOffice, types a row into the sheet of topics, and saves it elsewhere."""


@pytest.mark.external
@pytest.mark.parametrize("language", ["en-US", "de"])
def test_libreoffice_opens_edits_and_saves_a_workbook(language: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    write_workbook(folder, tmp_path / "book.xlsx")
    source, target = ((tmp_path / name).as_uri() for name in ("book.xlsx", "edited.xlsx"))
    run_script(SPREADSHEET, tmp_path, language, source, target)
    read_workbook(tmp_path / "edited.xlsx", folder)
    for name, content in contents(DATA).items():
        added = b"typed,2024-10,\n" if name == "topics.csv" else b""
        rows = list(csv.reader(io.StringIO((folder / name).read_text(encoding="utf-8"))))
        expected = list(csv.reader(io.StringIO((content + added).decode())))
        assert (name, rows) == (name, expected)
