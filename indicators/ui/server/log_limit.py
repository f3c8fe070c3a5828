"""A limit of how often the log says one thing, so that a flood of broken requests does not fill the disk."""

import logging
import time
from collections import Counter
from collections.abc import Callable

MOST_A_MINUTE = 20
"""Maximum number of lines in a minute that one place of a program writes."""


class Repeats(logging.Filter):
    """Filter of a log: lets pass the first lines of a minute from each place of a program; the last says so."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock, self._minute = clock, 0
        self._written = Counter[tuple[str, int]]()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is written."""
        minute = int(self._clock() // 60)
        if minute != self._minute:
            self._minute, self._written = minute, Counter()
        place = (record.pathname, record.lineno)
        self._written[place] += 1
        if self._written[place] == MOST_A_MINUTE:
            record.msg = f"{record.msg} More of this is left out for up to a minute."
        return self._written[place] <= MOST_A_MINUTE


def limit() -> None:
    """Limits every log that there is: of this program, of Streamlit, and of the server below it."""
    repeats = Repeats()
    for name in [*logging.root.manager.loggerDict]:
        logging.getLogger(name).addFilter(repeats)
