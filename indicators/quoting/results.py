"""What the figures of a passage give, by number, so that those near a number are found at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import TypeAlias

Operation: TypeAlias = tuple[str, str, str]
"""The first figure, the operation, the second figure."""


class Results:
    """Numbers with their units and operations, in the order in which they are judged."""

    def __init__(self, results: Iterable[tuple[float, str, Operation]], is_per_time: Callable[[str], bool]) -> None:
        ordered = [(raw, place, unit, question) for place, (raw, unit, question) in enumerate(results)]
        self._rates = [result for result in ordered if is_per_time(result[2])]
        """Those that another time may turn into any other number."""
        self._others = sorted(result for result in ordered if not is_per_time(result[2]))
        self._numbers = [result[0] for result in self._others]

    def near(self, low: float, high: float) -> Iterator[tuple[float, str, Operation]]:
        """All between two numbers, and all per a time."""
        first, last = bisect_left(self._numbers, low), bisect_right(self._numbers, high)
        for raw, _, unit, question in sorted([*self._rates, *self._others[first:last]], key=itemgetter(1)):
            yield raw, unit, question
