"""Rows on generated catalogues: the filter beside a page of 20 figures, and the memory of the server afterwards.

A source of a large catalogue has more to draw than one of 20 figures: eight charts and sixty rows, where those have
none or two charts. So the filter is set besides against a catalogue of the chosen sources alone, which draws the same.
"""

import subprocess
import sys
import zipfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from browser import chrome
from clicks import filtered, headlined
from scale import SIZES, generated
from servers import ROOT
from timing import Outcome, Run

SMALL = 20
ROWS = tuple(f"{what}-{size}" for size in SIZES for what in ("click", "click-alone", "memory"))


def measure(run: Run) -> dict[str, Outcome]:
    """Outcomes of ROWS; 1,000,000 observations where the run is large."""
    outcomes: dict[str, Outcome] = {}
    for size in SIZES if run.large else SIZES[:1]:
        with generated(SMALL, size) as made:
            outcomes |= _page(made, size, 3 if run.quick else 9)
    return outcomes


def _page(made: dict[int, Path], size: int, rounds: int) -> dict[str, Outcome]:
    """The rows of a size; `made` has catalogues of that size and of SMALL figures."""
    sources = headlined(made[size], 3)
    with ExitStack() as stack:
        browser = stack.enter_context(chrome())
        pages = {
            "click": filtered(stack, browser, "ours", made[SMALL], headlined(made[SMALL], 3)),
            "click-alone": filtered(stack, browser, "ours", _alone(made[size], sources), sources),
            "large": filtered(stack, browser, "ours", made[size], sources),
        }
        seen: dict[str, list[float]] = {each: [] for each in pages}
        for _ in range(rounds):
            for number in range(3):
                for each, page in pages.items():
                    seen[each].append(page.choose(list(page.names)[number]))
        files = sum(file.stat().st_size for file in made[size].glob("*.csv")) / 2**20
        held = pages["large"].server.memory()
    clicks = {
        f"{each}-{size}": Outcome(ours=tuple(seen["large"]), baseline=tuple(seen[each]), unit="ms")
        for each in ("click", "click-alone")
    }
    return {**clicks, f"memory-{size}": Outcome(ours=(held,), baseline=(files,), unit="MiB")}


def _alone(folder: Path, sources: Iterable[str]) -> Path:
    """A catalogue, beside that in `folder`, of the figures of these of its sources."""
    bundle, target = folder.with_suffix(".zip"), folder.with_name(f"{folder.name}-alone")
    chosen = [argument for source in sources for argument in ("--source", source)]
    command = (sys.executable, "-m", "indicators", "bundle", "--data", str(folder), *chosen, str(bundle))
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(target)
    return target
