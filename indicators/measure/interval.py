"""The interval that is published beside a value: its uncertainty as stated, never a bound on the truth."""

from dataclasses import dataclass

from indicators.measure.bounds import in_plain_digits, scaled


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

    def words(self, kind: str, unit: str = "", factor: float = 1) -> str:
        """The interval in words: *95 % credible interval 61 to 78 percent*.

        ``kind`` is the word for its kind, ``unit`` the label of the unit that ``factor`` leads to.
        """
        level = f"{in_plain_digits(self.level)} % " if self.level is not None else ""
        name = {"margin": "margin of error", "scenarios": "range of scenarios", "rounding": "rounding"}
        ends = f"{scaled(self.lower * factor)} to {scaled(self.upper * factor)} {unit}".rstrip()
        return f"{level}{name.get(self.kind, f'{kind} interval')} {ends}"
