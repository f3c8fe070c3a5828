"""`check --watch`: the problems again after each change of a file."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from indicators.catalogue.file_state import file_states
from tests.support.command_line import run
from tests.support.places import ROOT


def test_problems_of_one_column_and_kind_are_one_line_and_all_are_in_json(new: Path) -> None:
    rows = [f"topic-{number},," for number in range(1, 67)]
    rows += [f"Topic {number},Title," for number in range(1, 13)]
    (new / "topics.csv").write_text("\n".join(["id,title,synonyms", *rows]) + "\n", encoding="utf-8")
    done = run("check", str(new))
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[0] == "topics.csv: title: found an empty cell; expected a value, in 66 rows (2 to 67)"
    assert lines[1].startswith('topics.csv:68 (Topic 1): id: found "Topic 1"')
    assert lines[-2:] == [
        "topics.csv: id: 2 more problems of this kind; `check --format json` lists all of them",
        "78 problems",
    ]
    assert len(lines) == 13
    listed = json.loads(run("check", str(new), "--format", "json").stdout)
    assert (len(listed["problems"]), listed["problems"][0]["row"], listed["problems"][0]["line"]) == (78, "topic-1", 2)


@pytest.mark.parametrize("gap", [0, 1])
def test_a_few_rows_of_one_problem_are_named(gap: int, new: Path) -> None:
    rows = ["a,,", *["filler,Title,"] * gap, "b,,"]
    (new / "topics.csv").write_text("\n".join(["id,title,synonyms", *rows]) + "\n", encoding="utf-8")
    first = run("check", str(new)).stderr.splitlines()[0]
    assert first == f"topics.csv: title: found an empty cell; expected a value, in 2 rows (2 a, {3 + gap} b)"


def test_a_sound_catalogue_in_json_has_its_rows_and_no_problem(new: Path) -> None:
    done = run("check", str(new), "--format", "json")
    rows = {"figures": 0, "indicators": 0, "sources": 0, "documents": 1}
    assert (done.returncode, json.loads(done.stdout)) == (
        0,
        {"folder": str(new), "problems": [], "rows": rows, "look_at": []},
    )


def test_a_catalogue_is_checked_again_when_its_files_have_changed(new: Path) -> None:
    command = [sys.executable, "-m", "indicators", "check", str(new), "--watch"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # Tests that run in the background of a shell would hand on that an interrupt is ignored.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    ) as run:
        assert run.stdout
        lines = iter(run.stdout.readline, "")
        assert next(lines).endswith("no problem found\n")
        topics = new / "topics.csv"
        before = topics.read_text(encoding="utf-8")
        topics.write_text(f"{before}Upper Case,Title,\n", encoding="utf-8")
        assert "topics.csv:2 (Upper Case): id: found" in next(lines)
        assert next(lines) == f"{new}: 1 problems\n"
        topics.write_text(before, encoding="utf-8")
        assert next(lines).endswith("no problem found\n")
        run.send_signal(signal.SIGINT)
        assert run.wait() == 0


def test_a_state_is_told_once_two_looks_find_it_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    states: Iterator[object] = file_states(tmp_path, 0)
    first = next(states)
    (tmp_path / "a").write_text("22")
    second = next(states)
    assert second != first
    (tmp_path / ".hidden").write_text("an editor's own")
    (tmp_path / "a").unlink()
    assert list(islice(states, 1)) == [()]
