"""How many numbers a text may hold: what is read of each takes time and memory, and no report has so many."""

from indicators.errors import IndicatorsError

MOST_AUDITED = 100_000
"""Numbers of a text that is audited."""
MOST_DRAFTED = 10_000
"""Numbers of a text for which rows are drafted."""
MOST_QUOTED = 10_000
"""Numbers of a draft that is set against the figures."""


def too_many(most: int, where: str) -> IndicatorsError:
    """The error that a text holds more than `most` numbers; it names the place of the first beyond them."""
    return IndicatorsError(
        f"the text holds more numbers than are read at once: found number {most + 1:,} in {where}; "
        f"expected at most {most:,}; give it in parts"
    )


def line_of(text: str, start: int) -> str:
    """The line in which a character of a text stands, in words."""
    return f"line {text.count(chr(10), 0, start) + 1}"
