"""The interval that is published beside a value: its uncertainty as stated, never a bound on the truth."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Interval:
    """Both ends in the unit of the value, the kind as the catalogue names it, and the level in percent, if stated."""

    lower: float
    upper: float
    kind: str
    level: float | None = None

    def overlaps(self, other: "Interval", factor: float = 1) -> bool:
        """Whether the two have a value in common; ``factor`` leads from the unit of the other to that of this one."""
        return self.lower <= other.upper * factor and other.lower * factor <= self.upper
