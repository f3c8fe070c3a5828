"""What the reader finds in a text: a number, an amount, a date or a magnitude, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan, nan

from indicators.text.qualifiers import QUALIFIED

KINDS: Mapping[str, str] = {
    "number": "a number",
    "money": "an amount of money",
    "percent": "a percentage",
    "range": "a range of numbers",
    "share": "a share",
    "measure": "a measure",
    "age": "an age",
    "temperature": "a temperature",
    "duration": "a length of time",
    "vague": "an order of magnitude without a number",
    "no_order": "an amount in words that has no order",
    "ordinal": "an ordinal",
    "date": "a date",
    "score": "a score",
    "label": "digits in a name",
}
"""Kinds of expression, each in words."""

QUANTITIES = ("number", "money", "percent", "range", "share", "measure", "age", "temperature", "duration", "vague")
"""Kinds that may be a figure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Expression:
    """A numeric expression and where it stands in its text.

    `start` and `end` hold the number with its scale and the currency sign before it; `unit_start` and `unit_end` its
    unit, -1 where it has none; `first` and `last` all that belongs to it: the words of its qualifier, and its unit. The
    words that name what is counted follow from `after`. `value` is NaN for a range, a date, a vague magnitude, and
    digits that cannot be read as a whole. `low` and `high` are the ends of a range or of a tolerance, else NaN.
    `units` are the units that it may be in, `per` the unit that it is per, or two (*people/day*); `order` is the power
    of ten of a vague magnitude; `dates` are days, months or years in EDTF, without the year where none is printed
    (*--10-17*).
    """

    kind: str
    start: int
    end: int
    after: int
    first: int
    last: int
    value: float = nan
    low: float = nan
    high: float = nan
    order: int | None = None
    qualifier: str = "unqualified"
    units: tuple[str, ...] = ()
    unit_start: int = -1
    unit_end: int = -1
    per: str = ""
    dates: tuple[str, ...] = ()

    @property
    def lower(self) -> float:
        """The lower end that the words state; NaN where they state none."""
        return self._end(0, self.low)

    @property
    def upper(self) -> float:
        """The upper end that the words state; NaN where they state none."""
        return self._end(1, self.high)

    def _end(self, side: int, given: float) -> float:
        if not isnan(given):
            return given
        if self.qualifier in QUALIFIED:
            return self.value if QUALIFIED[self.qualifier][side] else nan
        return nan if self.qualifier in ("approximate", "vague") else self.value

    @property
    def whole_end(self) -> int:
        """Where all that belongs to it ends, its unit too, which may stand behind the words of its qualifier."""
        return max(self.last, self.unit_end)

    @property
    def numbers(self) -> tuple[float, ...]:
        """The numbers that are printed: one, the two of a range, or none."""
        if self.kind == "range":
            return self.low, self.high
        return () if isnan(self.value) else (self.value,)
