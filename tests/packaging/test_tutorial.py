"""The tutorial, as typed, leads from an empty environment to a dashboard of one's own catalogue."""

import csv
import subprocess
import urllib.request
from pathlib import Path

import pytest

from tests.support.documents import RUN, blocks
from tests.support.installation import Served, environment, install
from tests.support.places import ROOT

TUTORIAL = ROOT / "docs" / "your-own-catalogue.md"
FIGURES = 12


@pytest.mark.external
@pytest.mark.timeout(900)
def test_the_tutorial_leads_from_an_empty_environment_to_a_dashboard(
    wheel: Path, installed: Path, tmp_path: Path
) -> None:
    install(installed, f"{wheel}[dashboard]")
    variables = environment(PATH=f"{installed}:/usr/bin:/bin")
    for block in blocks(TUTORIAL):
        if block.remark or block.language not in RUN:
            continue
        shell = ["bash", "-euo", "pipefail"] if block.language == "sh" else [str(installed / "python")]
        done = subprocess.run(
            [*shell, "-c", block.code], cwd=tmp_path, env=variables, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), f"line {block.line}"
        assert block.output in (None, done.stdout), f"line {block.line}"
    with Served([str(installed / "indicators")], tmp_path, tmp_path / "mine") as served:
        answer = urllib.request.urlopen(f"{served.url}/data/figures.csv", timeout=60).read()
    rows = list(csv.DictReader(answer.decode().splitlines()))
    assert len(rows) == FIGURES
