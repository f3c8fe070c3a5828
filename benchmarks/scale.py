"""Rows on generated catalogues: check and download against DuckDB, and cost per row.

`check` and DuckDB are whole processes that read every table of the folder from files in the system's cache. The
download is that of the figures reported as fact, which are half of all: ours from the catalogue in memory, DuckDB's
from a table in memory that has all the columns of the download made already; both write a file. Cost per row is that
of loading and of the download in a process that did each before, so that no start of a program is in it.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from commands import outcome, process
from servers import ROOT
from timing import Outcome, Run, in_turn

SIZES = (100_000, 1_000_000)
SMALL = 10_000
ROWS = (
    *(f"{what}-{size}" for size in SIZES for what in ("check", "download")),
    "per-row-check",
    "per-row-download",
)
HERE = Path(__file__).parent


def measure(run: Run) -> dict[str, Outcome]:
    """Outcomes of ROWS; 1,000,000 observations where the run is large."""
    sizes = SIZES if run.large else SIZES[:1]
    outcomes: dict[str, Outcome] = {}
    with generated(SMALL, *sizes) as made:
        for size in sizes:
            outcomes[f"check-{size}"] = _check(made[size], 4 if run.quick else 10)
            outcomes[f"download-{size}"] = _download(made[size], 3 if run.quick else 9)
        return outcomes | _per_row(made, sizes[-1], 3 if run.quick else 9)


@contextmanager
def generated(*sizes: int) -> Iterator[dict[int, Path]]:
    """Catalogues of these sizes, each in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        made = {size: Path(folder) / str(size) for size in sizes}
        for size, target in made.items():
            command = [sys.executable, str(HERE / "generate.py"), str(size), str(target)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        yield made


def _check(folder: Path, rounds: int) -> Outcome:
    measures = {
        "ours": process("-m", "indicators", "check", str(folder)),
        "baseline": process(str(HERE / "baselines" / "duckdb_read.py"), str(folder)),
    }
    return outcome(in_turn(rounds, measures))


def _download(folder: Path, rounds: int) -> Outcome:
    with _worker("download_beside_duckdb.py", folder) as ask:
        return outcome(in_turn(rounds + 1, {"ours": partial(ask, "ours"), "baseline": partial(ask, "duckdb")}))


def _per_row(made: dict[int, Path], large: int, rounds: int) -> dict[str, Outcome]:
    """Microseconds a row of the large catalogue, and of one with 10,000 rows; in turn."""
    small = SMALL
    with _worker("cost.py", made[large]) as ask_large, _worker("cost.py", made[small]) as ask_small:
        found = {}
        for what in ("check", "download"):
            seen = in_turn(rounds, {"ours": partial(ask_large, what), "baseline": partial(ask_small, what)})
            note = "" if large == SIZES[-1] else f"{large:,} rows in place of 1,000,000"
            found[f"per-row-{what}"] = Outcome(
                ours=tuple(1000 * sample / large for sample in seen["ours"]),
                baseline=tuple(1000 * sample / small for sample in seen["baseline"]),
                unit="µs a row",
                note=note,
            )
        return found


@contextmanager
def _worker(script: str, folder: Path) -> Iterator[Callable[[str], float]]:
    """A process that measures what it is asked by a line and answers with milliseconds on another."""
    command = [sys.executable, str(HERE / script), str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        questions, answers = process.stdin, process.stdout
        if not questions or not answers:
            raise SystemExit("a measuring process has no pipes")

        def ask(what: str) -> float:
            print(what, file=questions, flush=True)
            return float(answers.readline())

        yield ask
        questions.close()
