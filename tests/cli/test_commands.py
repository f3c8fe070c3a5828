"""The command line, as a shell sees it."""

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from indicators import __version__
from indicators.cli import terminal
from indicators.cli.main import USAGE, main
from indicators.export import derived_table, figure_columns
from tests.support.command_line import run
from tests.support.places import EXAMPLES, ROOT, WARDS

COMMANDS = (
    "check", "new", "workbook", "list", "show", "report", "site", "bundle", "columns", "derive", "compare", "verdicts",
    "audit", "quote", "serve",
)  # fmt: skip


def test_check_prints_one_line_for_a_catalogue_without_problems() -> None:
    done = run("check", "data")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == "data: 59 figures, 39 indicators, 31 sources, 26 documents (37 figures of the record); no problem found\n"
    )


def test_check_prints_every_problem_of_a_broken_one(tmp_path: Path) -> None:
    for path in (ROOT / "data").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    topics = tmp_path / "topics.csv"
    topics.write_text(topics.read_text() + "arms,Arms again,\nempty,,\n")
    done = run("check", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.split(": found")[0] for line in done.stderr.splitlines()] == [
        "topics.csv:8 (arms): id",
        "topics.csv:9 (empty): title",
        "2 problems",
    ]


@pytest.mark.parametrize("arguments", [("check",), ("list",), ("show", "distance")])
def test_a_command_without_a_catalogue_says_how_to_name_one(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        'indicators: no folder "data" with a catalogue; '
        "name one by --data or the environment variable INDICATORS_DATA\n"
    )


def test_the_catalogue_is_the_one_named_else_that_of_the_environment(tmp_path: Path) -> None:
    data = str(ROOT / "data")
    assert run("show", "distance", "--data", data, cwd=tmp_path).returncode == 0
    assert run("show", "distance", cwd=tmp_path, INDICATORS_DATA=data).returncode == 0
    assert run("show", "distance", "--data", "nowhere", cwd=tmp_path, INDICATORS_DATA=data).returncode == 2


def test_list_as_csv_has_the_columns_of_the_download_and_no_byte_order_mark() -> None:
    done = run("list", "--source", "rok-military", "--format", "csv")
    assert done.stdout.startswith("id,title,")
    rows = done.stdout.splitlines()
    assert [row.split(",")[0] for row in rows] == ["id", '"containers-2024-08"', '"containers-2024-03"']
    assert rows[0] == ",".join(figure_columns.COLUMNS)


def test_list_as_json_is_a_list_of_objects_with_the_same_names() -> None:
    rows = json.loads(run("list", "--topic", "losses", "--format", "json").stdout)
    assert [row["id"] for row in rows] == ["casualties-total", "losses-daily"]
    assert list(rows[0]) == list(figure_columns.COLUMNS)
    assert (rows[0]["value"], rows[0]["lower"], rows[0]["upper"], rows[0]["lower_open"]) == (
        600000,
        600000,
        None,
        True,
    )
    assert (rows[1]["lower"], rows[1]["upper"], rows[1]["qualifier"]) == (None, None, "approximate")


def test_list_as_a_table_names_qualifier_and_unit() -> None:
    done = run("list", "--source", "c4ads")
    assert done.stdout == (
        "ID                 FIGURE                        WHAT                                             SOURCE  "
        "PERIOD\n"
        "munitions-shipped  more than 74,000 metric tons  North Korean munitions shipped to Russian ports  C4ADS   "
        "August 2023 to January 2024\n"
    )


def test_filters_of_one_name_add_and_of_different_names_narrow() -> None:
    def ids(*arguments: str) -> set[str]:
        return {row["id"] for row in json.loads(run("list", *arguments, "--format", "json").stdout)}

    one, other = ids("--source", "c4ads"), ids("--source", "rok-nis")
    assert ids("--source", "c4ads", "--source", "rok-nis") == one | other
    assert ids("--source", "c4ads", "--topic", "troops") == set()
    assert ids("--search", "containers 13000") == {"containers-2024-08"}
    jobs = ("--data", str(EXAMPLES / "jobs"))
    by_sex = {"rate-men", "rate-women", "unemployed-men", "unemployed-women"}
    assert ids(*jobs, "--group", "men", "--group", "women") == ids(*jobs, "--dimension", "sex") == by_sex
    assert ids(*jobs, "--period", "2023-04/2024-04", "--search", "real") == {"pay-year-real"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("list", "--source", "c4ad"), 'indicators: no source "c4ad"; did you mean "c4ads"?\n'),
        (("list", "--topic", "troop"), 'indicators: no topic "troop"; did you mean "troops"?\n'),
        (("list", "--status", "estimated"), 'indicators: no status "estimated"; did you mean "estimate"?\n'),
        (("show", "distanse"), 'indicators: no figure "distanse"; did you mean "distance"?\n'),
    ],
)
def test_an_unknown_id_is_named_with_the_nearest(arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)


def test_show_tells_a_figure_in_full() -> None:
    shown = run("show", "containers-2024-03").stdout
    for part in (
        "7,000 containers",
        "South Korean military officials (unnamed), as the editor reads the text",
        "“the previous estimate”",
        "March 2024",
        "said by, counted by: South Korean military officials (unnamed);",
        "- What the containers hold and how large they are is not stated. [editor]",
    ):
        assert part in shown


def test_show_as_json_is_the_row_of_the_download() -> None:
    record = json.loads(run("show", "losses-daily", "--format", "json").stdout)
    assert list(record) == list(figure_columns.COLUMNS)
    assert (record["value"], record["unit"], record["status"]) == (1200, "personnel_loss/day", "reported")


@pytest.mark.parametrize("command", [(), *((command,) for command in COMMANDS)])
def test_every_command_has_help_and_version(command: tuple[str, ...]) -> None:
    helped, version = run(*command, "--help"), run(*command, "--version")
    assert (helped.returncode, helped.stderr) == (0, "")
    assert "usage: indicators" in helped.stdout
    assert (version.returncode, version.stdout) == (0, f"indicators {__version__}\n")


def test_a_question_is_answered_whatever_the_verdict() -> None:
    refused = run("compare", "containers-2024-08", "plus", "containers-2024-03")
    assert (refused.returncode, refused.stderr) == (0, "")
    names, values, reason = refused.stdout.splitlines()[1:4]
    assert names.startswith(
        "    Containers North Korea delivered to Russia (August 2024, year assumed by the editor) +"
    )
    assert values == "    13,000 containers + 7,000 containers"
    assert reason.startswith("- [updates] One is printed as an update of the other")
    found = json.loads(run("compare", "losses-daily", "times", "losses-daily.period", "--format", "json").stdout)
    expected = {
        "verdict": "sound",
        "value": 36000,
        "lower": None,
        "upper": None,
        "qualifier": "approximate",
        "unit": "personnel_loss",
    }
    assert {name: found[name] for name in expected} == expected
    assert [reason["rule"] for reason in found["reasons"]] == ["rate-period"]
    assert (found["assumptions"], len(found["working"])) == ([], 4)


def test_an_unknown_figure_or_operation_is_no_question() -> None:
    for question in (("compare", "nothing", "over", "distance"), ("compare", "distance", "by", "distance")):
        assert run(*question).returncode == 2


def test_what_follows_is_listed_with_its_working() -> None:
    shown = run("derive").stdout
    assert "munitions-per-month: more than 12,000 metric tons a month (sound)" in shown
    assert "mass-per-container: refused" in shown
    rows = json.loads(run("derive", "--format", "json").stdout)
    assert [row["id"] for row in rows][:2] == ["munitions-per-month", "munitions-per-day"]
    assert run("derive", "--format", "csv").stdout.splitlines()[0] == ",".join(derived_table.columns())


def test_without_a_command_the_usage_is_told() -> None:
    done = run()
    assert done.returncode == 2
    assert done.stderr.startswith("usage: indicators")


def test_a_reader_that_goes_away_is_no_error() -> None:
    done = subprocess.run(
        f"{sys.executable} -m indicators list --format json | head -c 10",
        cwd=ROOT,
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("[\n  {\n    ", "")


def test_csv_from_the_command_line_is_read_by_pandas(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text(run("list", "--format", "csv").stdout, encoding="utf-8")
    frame = pd.read_csv(path)
    assert len(frame) == 22
    assert frame["value"].dtype == float
    assert frame.loc[frame["id"] == "aid-non-military", "value"].item() == 4_500_000_000


def test_tables_are_workbooks_and_have_earlier_names_where_that_is_asked_for(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    def printed(*command: str) -> bytes:
        assert main([*command, "--column-version", "1", "--data", str(ROOT / "data")]) == 0
        return capsysbinary.readouterr().out

    for command, first in (("list", "deadliest-since"), ("derive", "munitions-per-month")):
        table = pd.read_excel(io.BytesIO(printed(command, "--format", "xlsx")))
        assert table["id"][0] == first
        assert {"root", "via", "author"} <= {*table}
    assert b"source,root,source_party,root_party\n" in printed("verdicts")


def test_nothing_in_a_text_moves_the_cursor_or_turns_a_line_round(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show("C4\u202eADS \x1b[31mred\r12\n13")
    assert capsys.readouterr().out == "C4\ufffdADS \ufffd[31mred\ufffd12\n13\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("command", ["list", "columns", "verdicts", "derive --format json"])
def test_an_output_that_cannot_be_written_is_one_line(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full, contextlib.redirect_stderr(io.StringIO()) as errors:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(command.split()) == USAGE
        assert errors.getvalue() == "indicators: cannot write: No space left on device\n"
        with contextlib.suppress(OSError):
            full.close()


@pytest.mark.parametrize(
    "command",
    ["show {}", "list --source {}", "{}", "list --{}", "compare {} plus {}", "check {}", "audit {}", "numbers {}",
     "bundle no-such-folder/{}", "workbook {wards} no-such-folder/{}", "new {wards}/units.txt/{} --title a --url http://a.example/"],
)  # fmt: skip
@pytest.mark.parametrize("sign", ["\x1b[31m", "\x9b31m", "\udcff", "\u202e", "\r"])
def test_no_argument_reaches_the_terminal_raw_and_none_is_a_traceback(command: str, sign: str) -> None:
    done = run(*(part.format(f"a{sign}b", wards=WARDS) for part in command.split(" ")))
    assert done.returncode in (1, USAGE)
    assert sign not in done.stderr + done.stdout
    assert done.stderr.count("\n") < 30


def test_numbers_in_json_hold_no_sign_that_a_terminal_obeys(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("It costs \x1b[31m5\x9b31m dollars\u202e and 7 percent.", encoding="utf-8")
    for arguments in ((), ("--format", "json")):
        printed = run("numbers", str(text), *arguments).stdout
        assert not {"\x1b", "\x9b", "\u202e"} & set(printed)
