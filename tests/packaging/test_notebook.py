"""The notebook lines of the README, run by a Jupyter kernel: what stands below each cell."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT


def _lines() -> list[str]:
    """The lines of the first Python block of the README."""
    block = re.search(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.M)
    assert block
    return [line for line in block[1].splitlines() if line]


def _cell(line: str, number: int) -> dict[str, object]:
    return {
        "cell_type": "code", "id": f"cell-{number}", "source": line, "metadata": {}, "outputs": [],
        "execution_count": None,
    }  # fmt: skip


@pytest.mark.external
@pytest.mark.timeout(300)
def test_the_lines_of_the_readme_run_in_a_notebook_and_show_cards(tmp_path: Path) -> None:
    cells = [_cell(line, number) for number, line in enumerate(_lines())]
    notebook = tmp_path / "readme.ipynb"
    notebook.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    (tmp_path / "data").symlink_to(ROOT / "data")
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    # In a process of its own: Jupyter's packages warn, and a warning is an error here.
    execute = [sys.executable, "-c", "from nbclient.cli import main; main()", "--inplace", notebook]
    done = subprocess.run(execute, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    outputs = {
        "".join(cell["source"]): [output.get("data", output) for output in cell["outputs"]]
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    }
    shown = {
        line.partition("#")[0].strip(): tuple(
            "".join(data[0][kind]).replace("\N{NO-BREAK SPACE}", " ") for kind in ("text/plain", "text/html")
        )
        for line, data in outputs.items()
        if data
    }
    assert list(shown) == [
        'catalogue.select(source="c4ads")',
        'catalogue["munitions-shipped"].to("short_ton")',
        'ind.compare(catalogue, "munitions-shipped", "over", "munitions-shipped.period")',
    ]
    (select, select_html), (figure, figure_html), (verdict, verdict_html) = shown.values()
    assert select == "<1 of 22 figures (source=c4ads)>"
    assert "<table>" in select_html
    assert "more than 74,000 metric tons" in select_html
    assert figure.startswith("<munitions-shipped: more than 81,000 short tons; ")
    for part in (
        '<span class="bound">more than</span>',
        "81,000",
        "converted from more than 74,000 metric tons",
        "4 caveats",
    ):
        assert part in figure_html
    assert verdict.splitlines()[0] == "sound: more than 12,000 metric tons a month"
    assert "<h2>Working</h2>" in verdict_html
