"""Rows on processes: the start of the server, and the command line with full checking.

Each sample is a whole process, its files in the system's cache (the first round warms it and is not counted).
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from servers import ROOT, running
from timing import Outcome, Run, in_turn

ROWS = ("start", "list")


def measure(run: Run) -> dict[str, Outcome]:
    """Outcomes of ROWS."""
    starts = in_turn(4 if run.quick else 16, {"ours": lambda: _start("ours"), "baseline": lambda: _start("empty")})
    lists = in_turn(
        6 if run.quick else 31,
        {
            "ours": process("-m", "indicators", "list"),
            "baseline": process("-c", "import pandas, pint"),
        },
    )
    return {"start": outcome(starts), "list": outcome(lists)}


def outcome(samples: dict[str, tuple[float, ...]]) -> Outcome:
    """What was taken in turn, without the round that warmed everything."""
    return Outcome(ours=samples["ours"][1:], baseline=samples["baseline"][1:], unit="ms")


def process(*arguments: str) -> Callable[[], float]:
    """A measure: the milliseconds of a whole Python process, which must succeed."""
    command: Sequence[str] = (sys.executable, *arguments)

    def run() -> float:
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, env=os.environ, check=True, stdout=subprocess.DEVNULL)
        return (time.perf_counter() - start) * 1000

    return run


def _start(name: str) -> float:
    with running(name) as server:
        return server.seconds * 1000
