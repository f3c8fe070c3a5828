"""The benchmark's own promises: what it generates is a catalogue, and every row of its table is measured. No times."""

import json
import runpy
import subprocess
import sys

import pytest

from indicators._load import load
from indicators.catalogue.model import SUBJECT
from indicators.charts.build import chart_names
from tests.support.places import ROOT

FOLDER = ROOT / "benchmarks"


def generate(rows: int, folder: object) -> None:
    subprocess.run([sys.executable, str(FOLDER / "generate.py"), str(rows), str(folder)], check=True)


@pytest.fixture
def generate_here(monkeypatch):
    """The function of the script, in this process: its modules are found by their bare names."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return runpy.run_path(str(FOLDER / "generate.py"))["generate"]


def test_a_generated_catalogue_passes_the_loader_and_has_something_of_everything(tmp_path, generate_here):
    generate_here(2000, tmp_path, seed=7)
    catalogue = load(tmp_path)
    figures = catalogue.figures
    assert len(figures) == 2000
    enums = {name: catalogue.descriptor.tables["observations"].field(name).enum for name in ("qualifier", "status")}
    assert all(set(figures[name]) == set(enum) for name, enum in enums.items())
    own = figures[["period", "as_printed"]].dropna().astype("str")
    assert (~own.duplicated(keep=False)).sum() >= 200
    assert set(figures["role"]) == {SUBJECT, "record"}
    assert set(catalogue.indicators["statistic"]) == {"total", "running_total", "level", "rate", "not_stated"}
    several = ["updates", "part_of", "same_as", "root", "via", "caveats", "groups", "interval_lower"]
    assert figures[several].notna().any().all()
    named = chart_names(catalogue, figures)
    assert {name.partition("-")[0] for name in named} >= {"series", "groups"}


def test_a_size_gives_the_same_catalogue_every_time(tmp_path, generate_here):
    generate(200, tmp_path / "one")
    generate_here(200, tmp_path / "other", seed=7)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "other" / file.name).read_bytes()


def test_every_row_of_the_table_has_one_measurement():
    # In a process of its own: the modules of the benchmark are found by their bare names.
    ask = (
        "import json, sys; sys.path.insert(0, sys.argv[1]); import rows\n"
        "import clicks, commands, memory, reading, scale, scale_pages, viewers, visits\n"
        "groups = clicks, commands, memory, reading, scale, scale_pages, viewers, visits\n"
        "measured = [row for group in groups for row in group.ROWS]\n"
        "print(json.dumps([measured, [row.id for row in (*rows.ROWS, *rows.BESIDES)]]))"
    )
    answer = subprocess.run([sys.executable, "-c", ask, str(FOLDER)], check=True, capture_output=True, text=True)
    measured, listed = json.loads(answer.stdout)
    assert sorted(measured) == sorted(set(listed))
