"""Rows on generated catalogues: the filter beside a page of 20 figures, and the memory of the server afterwards."""

from contextlib import ExitStack
from pathlib import Path

from browser import chrome
from clicks import filtered, headlined
from scale import SIZES, generated
from timing import Outcome, Run

SMALL = 20
ROWS = tuple(f"{what}-{size}" for size in SIZES for what in ("click", "memory"))


def measure(run: Run) -> dict[str, Outcome]:
    """Outcomes of ROWS; 1,000,000 observations where the run is large."""
    outcomes: dict[str, Outcome] = {}
    for size in SIZES if run.large else SIZES[:1]:
        with generated(SMALL, size) as made:
            outcomes |= _page(made, size, 3 if run.quick else 9)
    return outcomes


def _page(made: dict[int, Path], size: int, rounds: int) -> dict[str, Outcome]:
    with ExitStack() as stack:
        browser = stack.enter_context(chrome())
        pages = {each: filtered(stack, browser, "ours", made[each], headlined(made[each], 3)) for each in made}
        seen: dict[int, list[float]] = {each: [] for each in pages}
        for _ in range(rounds):
            for number in range(3):
                for each, page in pages.items():
                    seen[each].append(page.choose(list(page.names)[number]))
        files = sum(file.stat().st_size for file in made[size].glob("*.csv")) / 2**20
        held = pages[size].server.memory()
    return {
        f"click-{size}": Outcome(ours=tuple(seen[size]), baseline=tuple(seen[SMALL]), unit="ms"),
        f"memory-{size}": Outcome(ours=(held,), baseline=(files,), unit="MiB"),
    }
