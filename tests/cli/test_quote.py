"""The command `quote`: a draft against the figures."""

import json
from pathlib import Path

import pytest

from indicators.quoting.finding import FIELDS, LOSSES, VERDICTS
from tests.support.command_line import run
from tests.support.places import WARDS

DRAFT = (
    "The Northvale Health Board counts exactly 1,240 staffed beds.\n\n"
    "Northvale's hospitals used 36 tonnes of oxygen from September to November.\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def test_a_line_names_file_line_words_and_what_is_lost(draft: str) -> None:
    done = run("quote", draft, "--data", str(WARDS))
    first, last = done.stdout.splitlines()[0], done.stdout.splitlines()[-1]
    assert done.returncode == 1
    assert first.startswith(f'{draft}:3: "36": loses: bound. ')
    assert "more than 36 metric tons" in first
    assert last == "2 numbers: quoted correctly 1, to correct 1"


def test_json_has_an_object_for_each_number(draft: str) -> None:
    done = run("quote", draft, "--data", str(WARDS), "--format", "json")
    findings = json.loads(done.stdout)
    assert [(one["words"], one["verdict"]) for one in findings[:2]] == [("1,240", "whole"), ("36", "loses")]
    for one in findings:
        assert tuple(one) == FIELDS
        assert DRAFT[one["start"] : one["end"]] == one["words"]
        assert one["verdict"] in VERDICTS
        assert {*one["loses"]} <= LOSSES.keys()


def test_csv_and_a_page_have_the_same_findings(draft: str) -> None:
    table = run("quote", draft, "--data", str(WARDS), "--format", "csv").stdout.splitlines()
    assert table[0] == ",".join(FIELDS)
    assert len(table) == 3
    page = run("quote", draft, "--data", str(WARDS), "--format", "html").stdout
    assert page.count("<details") == 2
    assert "<script" not in page


def test_the_exit_status_follows_the_verdicts_that_fail(draft: str) -> None:
    assert run("quote", draft, "--data", str(WARDS), "--fail-on", "unsound").returncode == 0
    assert run("quote", draft, "--data", str(WARDS), "--fail-on", "whole").returncode == 1
    wrong = run("quote", draft, "--data", str(WARDS), "--fail-on", "lose")
    assert (wrong.returncode, wrong.stderr) == (2, 'indicators: no verdict "lose"; did you mean "loses"?\n')


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(b"PK\x03\x04\x00\x00")
    done = run("quote", str(path), "--data", str(WARDS))
    assert done.returncode == 2
    assert "is no .docx, or it is broken" in done.stderr
