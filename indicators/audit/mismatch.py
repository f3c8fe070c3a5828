"""What does not agree between an observation and the text that prints it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Mismatch:
    """A column of an observation that does not agree with the text, what it has and what the text says."""

    column: str
    found: str
    expected: str
