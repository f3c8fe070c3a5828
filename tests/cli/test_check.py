"""`check --watch`: the problems again after each change of a file."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from indicators.catalogue.file_state import file_states
from tests.support.places import ROOT


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
        assert "topics.csv:2: id: found" in next(lines)
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
