"""The row on the reader of numbers: a text read for all of its numbers, against the same text cut into small words."""

import re
import time
from collections.abc import Callable

from timing import Outcome, Run, in_turn

ROWS = ("numbers",)

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
    return {"numbers": Outcome(ours=seen["ours"][1:], baseline=seen["baseline"][1:], unit="ms")}


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def measured() -> float:
        start = time.process_time()
        work()
        return (time.process_time() - start) * 1000

    return measured
