"""A catalogue is loaded whole or not at all, and whatever is wrong with it is said in full."""

import contextlib
import csv
import io
import json
import os
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators._load import load
from indicators.catalogue import csv_file, descriptor
from indicators.catalogue.check_cells import suggest
from indicators.catalogue.document_fields import in_no_figure
from indicators.catalogue.model import Catalogue
from indicators.errors import CatalogueError
from indicators.text.sentences import sentences
from tests.support import messages
from tests.support.edits import Edited
from tests.support.effort import examples, one_of_each
from tests.support.faults import FAULTS, spoil
from tests.support.places import WARDS
from tests.support.release import write_release

TOPICS = descriptor.read(WARDS).tables["topics"]
EXPECTED = messages.read()
TABLES = sorted(path.name for path in WARDS.glob("*.csv"))


def _kind(fault: str) -> frozenset[str]:
    """What the messages of a fault expect, without what they quote."""
    expected = [message.partition("; expected")[2] for message in EXPECTED.get(fault, [fault])]
    return frozenset(re.sub(r'"[^"]*"|\d+', "", each) for each in expected)


def problems(folder: Path) -> list[str]:
    """What is wrong with a catalogue, one line for each problem."""
    with pytest.raises(CatalogueError) as caught:
        load(folder)
    assert str(caught.value).splitlines() == [str(problem) for problem in caught.value.problems]
    return str(caught.value).splitlines()


def tables(catalogue: Catalogue) -> dict[str, pd.DataFrame]:
    return {
        name: getattr(catalogue, name)
        for name in ("figures", "indicators", "kinds", "sources", "documents", "populations", "topics", "caveats")
    }


def test_every_fault_has_its_messages() -> None:
    assert list(EXPECTED) == sorted(FAULTS)


@pytest.mark.parametrize("fault", one_of_each(FAULTS, _kind))
def test_a_fault_is_reported_whole(fault: str, folder: Path) -> None:
    spoil(folder, fault)
    assert problems(folder) == EXPECTED[fault]


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    assert problems(missing) == [f"{missing}: found no such folder; expected the folder of a catalogue"]


def test_a_file_that_is_a_folder_is_a_problem(folder: Path) -> None:
    for name in ("topics.csv", "units.txt"):
        (folder / name).unlink()
        (folder / name).mkdir()
    assert problems(folder) == [
        "units.txt: found a file that does not open (Is a directory); expected pint definitions of the units in use",
        'topics.csv: found a file that does not open (Is a directory); expected the table "topics"',
    ]


def test_a_descriptor_that_is_a_folder_is_a_problem(folder: Path) -> None:
    (folder / "datapackage.json").unlink()
    (folder / "datapackage.json").mkdir()
    assert problems(folder) == [
        "datapackage.json: found a file that does not open (Is a directory); expected a file that can be read"
    ]


HABITS = {
    "byte_order_mark": lambda data: b"\xef\xbb\xbf" + data,
    "crlf": lambda data: data.replace(b"\n", b"\r\n"),
    "cr": lambda data: data.replace(b"\n", b"\r"),
    "no_line_end_at_the_end": lambda data: data.rstrip(b"\n"),
    "empty_lines_at_the_end": lambda data: data + b"\n \n\n",
    "rows_of_commas_at_the_end": lambda data: data + (b"," * data.split(b"\n")[0].count(b",") + b"\n") * 3,
    "rows_of_empty_quotes_at_the_end": lambda data: data + b'""' + b',""' * data.split(b"\n")[0].count(b",") + b"\n",
    "quotes_everywhere": lambda data: quoted(data),
    "all_of_them": lambda data: b"\xef\xbb\xbf" + (quoted(data) + b",,\n\n").replace(b"\n", b"\r\n"),
}


def quoted(data: bytes) -> bytes:
    """The same cells, each in quotation marks."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(
        csv.reader(io.StringIO(data.decode(), newline=""))
    )
    return text.getvalue().encode()


@pytest.mark.parametrize("habit", HABITS)
def test_harmless_habits_of_spreadsheets_change_nothing(habit: str, folder: Path, wards: Catalogue) -> None:
    for name in TABLES:
        (folder / name).write_bytes(HABITS[habit]((WARDS / name).read_bytes()))
    expected = tables(wards)
    for name, table in tables(load(folder)).items():
        pd.testing.assert_frame_equal(table, expected[name])


def test_columns_may_stand_in_any_order(folder: Path, wards: Catalogue) -> None:
    frame = pd.read_csv(folder / "observations.csv", dtype="str", keep_default_na=False)
    frame[frame.columns[::-1]].to_csv(folder / "observations.csv", index=False)
    pd.testing.assert_frame_equal(load(folder).figures, wards.figures)


def test_a_catalogue_needs_no_caveats(folder: Path) -> None:
    frame = pd.read_csv(folder / "observations.csv", dtype="str", keep_default_na=False)
    frame.assign(caveats="").to_csv(folder / "observations.csv", index=False)
    (folder / "caveats.csv").write_text("code,text,origin\n")
    (folder / "passages.csv").write_text((folder / "passages.csv").read_text().splitlines()[0] + "\n")
    catalogue = load(folder)
    assert catalogue.caveats.empty
    assert catalogue.figures["caveats"].isna().all()


def test_files_that_are_hidden_or_no_tables_are_passed_over(folder: Path, wards: Catalogue) -> None:
    (folder / ".~lock.observations.csv#").write_text("a lock")
    (folder / "._observations.csv").write_bytes(b"\x00\x05\x16\x07")
    (folder / "notes.md").write_text("# Notes\n")
    assert len(load(folder).figures) == len(wards.figures)


def test_every_fault_is_said_once_for_each_row_that_has_it(folder: Path) -> None:
    path = folder / "observations.csv"
    path.write_text(path.read_text().replace(",nurse,", ",nurses,"))
    assert problems(folder) == [
        f'observations.csv:{line}: unit: found "nurses"; expected a unit that units.txt lists; did you mean "nurse"?'
        for line in (20, 21)
    ]


def test_a_reference_to_a_row_of_the_wrong_length_is_not_held_against_anyone(folder: Path) -> None:
    path = folder / "sources.csv"
    path.write_text(path.read_text().replace("Runs the hospitals.", "Runs the hospitals, all of them."))
    assert problems(folder) == [
        "sources.csv:2: found 14 cells; expected 13, as in the header; "
        "put quotation marks around a cell that has a comma in it"
    ]


def test_of_many_problems_of_one_kind_the_first_are_listed_and_the_others_counted(folder: Path) -> None:
    path = folder / "caveats.csv"
    path.write_text(path.read_text() + "".join(f"spare-{number},Spare.,nobody\n" for number in range(3000)))
    found = problems(folder)
    assert len(found) == 2002
    assert sum("2,000 more problems of this kind in the lines below" in line for line in found) == 2
    assert found[:2] == [
        'caveats.csv:12: code: found "spare-0", which nothing in observations.csv uses; '
        "expected only what is used; use it, or delete the row",
        'caveats.csv:12: origin: found "nobody"; expected one of document: the document itself says so; '
        "editor: the editor adds it",
    ]


def test_rows_and_tables_are_not_checked_where_thousands_of_cells_are_wrong(folder: Path) -> None:
    path = folder / "observations.csv"
    cells = path.read_text().partition("\n")[0].count(",") * ",?"
    path.write_text(path.read_text() + "".join(f"r{number}{cells}\n" for number in range(300)))
    found = problems(folder)
    assert found[-1] == (
        "datapackage.json: found more than 5,000 problems of cells in its tables; "
        "expected none; rows and tables are checked when fewer are left"
    )
    assert not any("nothing in observations.csv uses" in line for line in found)


@pytest.mark.parametrize("name", ["topics.csv", "units.txt", "datapackage.json", "audit.json"])
def test_a_pipe_a_device_a_link_out_or_a_file_too_large_is_never_opened(name: str, folder: Path) -> None:
    path = folder / name
    path.unlink()
    os.mkfifo(path)
    assert problems(folder) == [f"{name}: found a pipe or a device; expected a file"]
    for target in ("/dev/zero", "/etc/hostname"):
        path.unlink()
        path.symlink_to(target)
        assert problems(folder) == [f"{name}: found a link that leads out of the folder; expected a file in the folder"]
    path.unlink()
    with path.open("wb") as file:
        file.truncate(3 * 2**30)
    (problem,) = problems(folder)
    assert problem.startswith(f"{name}: found 3,221,225,472 bytes; expected at most ")


def test_only_the_table_of_the_figures_may_be_very_long(folder: Path) -> None:
    with (folder / "topics.csv").open("r+b") as file:
        file.truncate(2**29)
    assert problems(folder) == ["topics.csv: found 536,870,912 bytes; expected at most 134,217,728"]


def test_names_that_differ_by_case_alone_are_a_problem(folder: Path) -> None:
    (folder / "UNITS.txt").touch()
    (problem,) = problems(folder)
    assert 'found a name that differs from "UNITS.txt" by case alone' in problem


def test_a_folder_of_an_impossible_name_is_a_problem() -> None:
    (problem,) = problems(Path("x" * 5000))
    assert "found a folder that does not open" in problem


def test_numbers_are_read_to_the_last_digit(folder: Path) -> None:
    path = folder / "observations.csv"
    path.write_text(path.read_text().replace(",37500,,,,,,approximate,", ",0.1234567890123,,,,,,approximate,"))
    figures = load(folder).figures.set_index("id")
    assert figures.at["record-oxygen", "value"] == 0.1234567890123


def test_the_fingerprints_of_the_wards_are_those_of_its_text(wards: Catalogue) -> None:
    document = wards.documents.loc["winter-2023"]
    headings = wards.items(document["headings"], "documents", "headings")
    found = sentences((WARDS / "text.txt").read_text(), title=document["title"], headings=headings)
    stand = {(one.section, one.paragraph, one.fingerprint): one.text for one in found}
    held = wards.figures[wards.figures["document"] == "winter-2023"]
    for figure in held.itertuples():
        assert figure.as_printed in stand[figure.section, figure.paragraph, figure.fingerprint]


@settings(max_examples=examples(5), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([*TABLES, "datapackage.json", "units.txt"]),
    place=st.floats(min_value=0, max_value=1),
    cut=st.integers(min_value=0, max_value=40),
    pasted=st.one_of(
        st.binary(max_size=20),
        st.sampled_from([b'"', b",", b"\n", b"\r", b";", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\n\n", b'","', b"1e999"]),
        st.text(max_size=10).map(lambda text: text.encode("utf-8", "surrogatepass")),
    ),
)
def test_a_mangled_file_raises_nothing_but_its_problems(
    name: str, place: float, cut: int, pasted: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("mangled")
    shutil.copytree(WARDS, folder, dirs_exist_ok=True)
    data = (WARDS / name).read_bytes()
    start = int(place * len(data))
    (folder / name).write_bytes(data[:start] + pasted + data[start + cut :])
    with contextlib.suppress(CatalogueError):
        load(folder)
    shutil.rmtree(folder)


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_are_a_table_or_a_problem(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "topics.csv"
    path.write_bytes(data)
    sheet = csv_file.read(path, TOPICS)
    assert (sheet.frame is None) <= bool(sheet.problems)


def test_a_descriptor_says_whose_catalogue_it_is() -> None:
    wards = descriptor.read(WARDS)
    assert (wards.name, wards.title, wards.version, wards.created) == (
        "wards",
        "Beds of a made-up town",
        "2.1.0",
        "2024-03-01",
    )
    assert (wards.editors, wards.contact) == (("A. Editor", "B. Editor"), "editor@example.org")
    assert (wards.licence, wards.licence_url) == (
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    )


def test_a_descriptor_may_keep_silent_and_say_more(folder: Path) -> None:
    path = folder / "datapackage.json"
    raw = json.loads(path.read_text())
    for name in ("title", "version", "created", "licenses", "contributors", "description"):
        del raw[name]
    raw["keywords"] = ["beds"]
    remarks = {"fields": [{"name": "id"}, {"name": "says", "type": "boolean"}], "primaryKey": "id"}
    raw["resources"].append({"name": "remarks", "path": "remarks.csv", "schema": remarks})
    path.write_text(json.dumps(raw))
    (folder / "remarks.csv").write_text("id,says\na,TRUE\nb,0\n")
    catalogue = load(folder)
    assert catalogue.descriptor.title == "wards"
    assert (catalogue.descriptor.editors, catalogue.descriptor.licence) == ((), "")
    (folder / "remarks.csv").write_text("id,says\na,yes\n")
    assert problems(folder) == [
        'remarks.csv:2: says: found "yes"; expected true or True or TRUE or 1 or false or False or FALSE or 0'
    ]


def test_a_chain_of_updates_is_no_circle(folder: Path) -> None:
    frame = pd.read_csv(folder / "observations.csv", dtype="str", keep_default_na=False)
    frame["updates"] = ["", *frame["id"][:-1]]
    for recipes in ("derivations", "temptations", "assumptions"):  # the rules refuse what updates one another
        (folder / f"{recipes}.csv").write_text((WARDS / f"{recipes}.csv").read_text().splitlines()[0] + "\n")
    frame.to_csv(folder / "observations.csv", index=False)
    assert load(folder).figures["updates"].notna().sum() == len(frame) - 1
    frame.loc[0, "updates"] = frame["id"].iloc[-1]
    frame.to_csv(folder / "observations.csv", index=False)
    assert len(problems(folder)) == len(frame)


def test_nothing_is_suggested_where_looking_would_take_too_long() -> None:
    assert suggest(["tabel", "chiar"], ["table", "chair"]) == {
        "tabel": 'did you mean "table"?',
        "chiar": 'did you mean "chair"?',
    }
    assert suggest(["tabel"], [*map(str, range(200_000)), "table"]) == {}


def test_a_figure_has_the_date_of_issue_and_the_season_of_its_document_where_it_has_none(edited: Edited) -> None:
    own = load(WARDS).figures.set_index("id")
    stated = edited(WARDS, "documents.csv", lambda table: table.replace("04,,,,", "04,,2023-12-02,,adjusted"))
    for identity, row in stated.figures.set_index("id").iterrows():
        if row["document"] != "winter-2023":
            expected = own.at[identity, "issued"], own.at[identity, "season"]
        else:
            issued = own.at[identity, "issued"]
            since_updated = identity in set(own["updates"])
            expected = (issued if isinstance(issued, str) or since_updated else "2023-12-02"), "adjusted"
        assert [str(row["issued"]), str(row["season"])] == list(map(str, expected)), identity
    days = stated.figures.set_index("id").loc["beds-staffed", ["issued_start_first", "issued_end_last"]]
    assert [str(day)[:10] for day in days] == ["2023-12-02"] * 2


def test_a_value_that_a_later_one_updates_has_no_date_of_its_document(tmp_path: Path) -> None:
    said = {"indicator": "gain", "period": "2024-01"}
    rows = [{**said, "id": "first", "value": "504"}, {**said, "id": "later", "value": "472", "updates": "first"}]
    write_release(tmp_path / "release", [{"id": "gain", "title": "Gain", "statistic": "change"}], rows)
    documents = tmp_path / "release" / "documents.csv"
    pd.read_csv(documents, dtype="str").assign(issued="2024-04-07").to_csv(documents, index=False)
    issued = load(tmp_path / "release").figures.set_index("id")["issued"]
    assert issued.astype(object).where(issued.notna(), "").to_dict() == {"first": "", "later": "2024-04-07"}


def test_what_a_document_states_and_no_figure_has_is_pointed_out(edited: Edited) -> None:
    stated = edited(WARDS, "documents.csv", lambda table: table.replace("04,,,,", "04,,2023-12-02,1999,"))
    assert [(problem.line, problem.column) for problem in in_no_figure(stated)] == [(2, "period")]
