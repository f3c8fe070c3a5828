"""The rows on texts: one read for all of its numbers, against the same text cut into small words; and a draft checked.

The draft is 10,000 words of the sentences that the program makes of its own figures, so that each number means a figure
and everything is looked for. It stands against reading its numbers alone.
"""

import re
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from timing import Outcome, Run, in_turn

ROWS = ("numbers", "draft")

FOLDER = Path(__file__).parent
_SENTENCES = (
    "The harbour handled more than 74,000 tons of grain between March 2021 and May 2022, a port official said.",
    "Two of the five cranes, bought for $4.5 million each, were out of service for nearly three weeks.",
    "It was the first time in a decade that fewer than 1 in 5 ships had to wait, although the wind blew all day long.",
    "Nobody who worked there that winter would say how the ice had been broken, or who had paid for the tugs.",
    "Traffic rose by 3.5 percent in the second quarter of 2022, from 1,240 to 1,283 movements a month.",
    "The mayor, who is 61 years old, has promised a new quay of 300 m by 2030 at the latest.",
    "She thinks of the river as a road: slow, wide, and open to everybody who has something to sell.",
    "Tens of thousands of people came to see the launch of the F-26, a ferry for up to 420 passengers.",
)
_CHARACTERS = 400_000
_WORDS = 10_000


def measure(run: Run) -> dict[str, Outcome]:
    """Outcomes of ROWS."""
    from indicators.text.search import find

    lines = [*_SENTENCES] * (_CHARACTERS // sum(map(len, _SENTENCES)))
    find(lines[0])  # reads the tables
    seen = in_turn(
        4 if run.quick else 16,
        {
            "ours": _timed(lambda: [find(line) for line in lines]),
            "baseline": _timed(lambda: [[word.lower() for word in re.findall(r"\w+|[^\w\s]", line)] for line in lines]),
        },
    )
    numbers = Outcome(ours=seen["ours"][1:], baseline=seen["baseline"][1:], unit="ms")
    return {"numbers": numbers, "draft": _draft(run)}


def _draft(run: Run) -> Outcome:
    """A draft checked, against its numbers read alone."""
    from indicators._load import load
    from indicators.figures.quotable import quotable_lines
    from indicators.quoting.check import check
    from indicators.quoting.reader import draft_units
    from indicators.text.search import find

    catalogue = load(FOLDER.parent / "data")
    lines = [quotable_lines(catalogue, figure).short for figure in catalogue.figure_ids]
    text = "\n\n".join(islice(cycle(lines), _WORDS * len(lines) // sum(len(line.split()) for line in lines)))
    names = draft_units(catalogue).names
    check(catalogue, text[:2000])  # reads the tables
    seen = in_turn(
        3 if run.quick else 10,
        {"ours": _timed(lambda: check(catalogue, text)), "baseline": _timed(lambda: find(text, names))},
    )
    return Outcome(ours=seen["ours"][1:], baseline=seen["baseline"][1:], unit="ms")


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def measured() -> float:
        start = time.process_time()
        work()
        return (time.process_time() - start) * 1000

    return measured
