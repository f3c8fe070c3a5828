"""What is read of a CSV file, on which line it stands, and what is wrong with its form."""

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from indicators.catalogue.csv_file import Sheet, read
from indicators.catalogue.schema import Field, Table
from indicators.errors import CatalogueError

TABLE = Table(
    name="things",
    path="things.csv",
    key="id",
    fields=(Field(name="id"), Field(name="title"), Field(name="note")),
)
HEADER = "id,title,note"
SAVE = "save it as CSV UTF-8 (comma delimited)"
QUOTES = 'cells quoted from end to end, and a quotation mark inside them doubled ("")'

Row = tuple[str, ...]
in_utf_8 = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=6)
cells = st.one_of(in_utf_8, st.sampled_from(["", "a,b", 'say "so"', "two\nlines", "\n\n", '"', ","]))
rows = st.lists(st.tuples(cells, cells, cells).filter(lambda row: any(cell.strip(" \t") for cell in row)), max_size=12)


def sheet(folder: Path, data: bytes | str) -> Sheet:
    path = folder / TABLE.path
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read(path, TABLE)


def problems(sheet: Sheet) -> list[str]:
    return [str(problem) for problem in sheet.problems]


def texts(sheet: Sheet) -> list[Row]:
    """The cells of each row, an empty one as no text."""
    assert sheet.frame is not None
    return list(sheet.frame.astype("str").fillna("").itertuples(index=False, name=None))


def lines(sheet: Sheet) -> list[int]:
    assert sheet.frame is not None
    return sheet.lines(np.arange(len(sheet.frame))).tolist()


def written(rows: list[Row], quoting: int = csv.QUOTE_MINIMAL) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=quoting)
    writer.writerows([TABLE.names, *rows])
    return text.getvalue()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=rows, quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), end=st.sampled_from(["", "\n", ",,\n"]))
@example(rows=[("a", "one\ntwo", ""), ("b", "", 'x"\n"y'), ("c", "", "")], quoting=csv.QUOTE_MINIMAL, end="\n\n")
def test_rows_and_their_lines_are_those_that_were_written(
    rows: list[Row], quoting: int, end: str, tmp_path: Path
) -> None:
    found = sheet(tmp_path, written(rows, quoting) + end)
    assert not found.problems
    assert texts(found) == rows
    expected, line = [], 2
    for row in rows:
        expected.append(line)
        line += 1 + sum(cell.count("\n") for cell in row)
    assert lines(found) == expected


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=rows.filter(bool), data=st.data())
def test_a_bad_row_is_found_on_its_line_and_the_others_keep_theirs(
    rows: list[Row], data: st.DataObject, tmp_path: Path
) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    bad, message = data.draw(
        st.sampled_from(
            [
                ("x", "found 1 cell; expected 3, as in the header"),
                (
                    "x,y,z,",
                    "found 4 cells; expected 3, as in the header; "
                    "put quotation marks around a cell that has a comma in it",
                ),
                ("", "found an empty row; expected rows without gaps; delete it"),
                (",,", "found an empty row; expected rows without gaps; delete it"),
            ]
        )
    )
    before, after = written(rows[:place]), written(rows[place:]).partition("\n")[2]
    found = sheet(tmp_path, f"{before}{bad}\n{after}")
    assert problems(found) == [f"things.csv:{before.count(chr(10)) + 1}: {message}"]
    assert texts(found) == rows
    unspoilt = lines(sheet(tmp_path, written(rows)))
    assert lines(found) == unspoilt[:place] + [line + 1 for line in unspoilt[place:]]
    assert found.whole == (not bad.strip(","))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "things.csv: found an empty file; expected a header line: id,title,note"),
        (" \n,,\n", "things.csv: found an empty file; expected a header line: id,title,note"),
        (b"\xef\xbb\xbf", "things.csv: found an empty file; expected a header line: id,title,note"),
        (f"\n{HEADER}\n", "things.csv:1: found an empty line; expected a header line: id,title,note"),
        (HEADER.encode("utf-16"), f"things.csv: found UTF-16, or no text at all; expected UTF-8 text; {SAVE}"),
        (HEADER.encode("utf-16-le"), f"things.csv: found UTF-16, or no text at all; expected UTF-8 text; {SAVE}"),
        (b"PK\x03\x04\x00\x00", f"things.csv: found UTF-16, or no text at all; expected UTF-8 text; {SAVE}"),
        (
            f"{HEADER}\na,b,\nc,caf\u00e9,\n".encode("latin-1"),
            f"things.csv:3: found bytes that are not UTF-8; expected UTF-8 text; {SAVE}",
        ),
        ("id;title;note\na;b;c\n", f"things.csv:1: found semicolons between cells; expected commas; {SAVE}"),
        ("id\ttitle\tnote\na\tb\tc\n", f"things.csv:1: found tabs between cells; expected commas; {SAVE}"),
        (f'{HEADER}\na,"b,c\nd,e,f\n', f"things.csv:2: found a quotation mark out of place; expected {QUOTES}"),
        (f'{HEADER}\na,"b"c,\nd,"e,f\n', f"things.csv:2: found a quotation mark out of place; expected {QUOTES}"),
        (f'{HEADER}\na, "b",c\n', f"things.csv:2: found a quotation mark out of place; expected {QUOTES}"),
        (f'{HEADER}\na,5" long,c\n', f"things.csv:2: found a quotation mark out of place; expected {QUOTES}"),
    ],
)  # fmt: skip
def test_a_file_out_of_form_gives_no_rows(data: bytes | str, message: str, tmp_path: Path) -> None:
    found = sheet(tmp_path, data)
    assert found.frame is None
    assert problems(found)[:1] == [message]


def test_quotation_marks_are_found_on_every_line_that_can_be_told(tmp_path: Path) -> None:
    data = f'{HEADER}\na,the "b",\nc,"two\nlines",\nd,the "e" and "f",\ng,5",\nh,the "i",\n'
    found = problems(sheet(tmp_path, data))
    assert found == [f"things.csv:{line}: found a quotation mark out of place; expected {QUOTES}" for line in (2, 5, 6)]


def test_columns_are_found_that_are_missing_unknown_or_there_twice(tmp_path: Path) -> None:
    found = sheet(tmp_path, "id,titel,id,,\na,b,c,d,e\n")
    assert found.frame is None
    assert problems(found) == [
        "things.csv:1: id: found 2 columns of this name; expected one",
        'things.csv:1: found a column "titel"; expected only columns that datapackage.json lists; '
        'did you mean "title"?',
        'things.csv:1: found a column ""; expected only columns that datapackage.json lists',
        "things.csv:1: title: found no such column; expected every column that datapackage.json lists",
        "things.csv:1: note: found no such column; expected every column that datapackage.json lists",
    ]


def test_a_column_too_many_hides_no_other_fault(tmp_path: Path) -> None:
    found = sheet(tmp_path, f"{HEADER},more\na,b,c,\nd,e,f\n")
    assert texts(found) == [("a", "b", "c")]
    assert problems(found) == [
        'things.csv:1: found a column "more"; expected only columns that datapackage.json lists',
        "things.csv:3: found 3 cells; expected 4, as in the header",
    ]


def test_a_cell_may_be_nearly_as_long_as_a_row(tmp_path: Path) -> None:
    long = "long " * 200_000
    found = sheet(tmp_path, written([("a", long, "b")]))
    assert texts(found) == [("a", long, "b")]


def test_line_ends_inside_cells_are_read_alike_from_every_system(tmp_path: Path) -> None:
    data = f'{HEADER}\na,"one\ntwo",\nb,c,\n'
    for end in ("\r\n", "\r"):
        found = sheet(tmp_path, data.replace("\n", end))
        assert texts(found) == [("a", "one\ntwo", ""), ("b", "c", "")]
        assert lines(found) == [2, 4]


@pytest.mark.parametrize("later", ["", f'{HEADER}\na,"one",\n', None], ids=["empty", "shorter", "gone"])
def test_a_file_that_has_changed_since_gives_no_line(later: str | None, tmp_path: Path) -> None:
    found = sheet(tmp_path, f'{HEADER}\na,"one\ntwo",\nb,"c",\n')
    (tmp_path / TABLE.path).unlink()
    if later is not None:
        (tmp_path / TABLE.path).write_text(later, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"things\.csv: found a file that changed while it was read"):
        lines(found)
