"""A period as the days on which it may begin and end: its length, and how it lies to another."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from indicators.measure import quantity
from indicators.measure.period import NOT_STATED
from indicators.measure.quantity import Quantity

POSSIBLY_SAME = "possibly the same"
_MARKS = frozenset("?~%")
_PART_OF_A_MONTH = 0.01
"""What days of months of different lengths come to: a day is 1/31 to 1/28 of a month."""


@dataclass(frozen=True, kw_only=True)
class Span:
    """First and last possible days of both ends of a period, NaT where an end has no date, and its EDTF text."""

    start_first: pd.Timestamp
    start_last: pd.Timestamp
    end_first: pd.Timestamp
    end_last: pd.Timestamp
    text: str

    @property
    def dated(self) -> bool:
        """Whether both ends have dates."""
        return not (pd.isna(self.start_first) or pd.isna(self.end_last))

    @cached_property
    def marked(self) -> bool:
        """Whether a date of it is approximate or uncertain."""
        return not _MARKS.isdisjoint(self.text)

    def days(self) -> Quantity:
        """Its length: every length that its ends may mean, first and last day included; about where one is marked."""
        shortest = max((self.end_first - self.start_last).days + 1, 1)
        days = quantity.between(shortest, (self.end_last - self.start_first).days + 1, "day")
        return replace(days, about=self.marked)

    def months(self) -> Quantity:
        """Its length in calendar months, part of a month by its days."""
        shortest = max(_months(self.start_last, self.end_first), 0.0)
        months = quantity.between(shortest, _months(self.start_first, self.end_last), "month")
        return replace(months, about=self.marked)

    def as_long_as(self, other: "Span") -> bool:
        """Whether both have as many calendar months, or as many days; none that is marked or undated has."""
        if not (self.dated and other.dated) or self.marked or other.marked:
            return False
        days, months = ((ours(self), ours(other)) for ours in (Span.days, Span.months))
        return days[0] == days[1] or all(
            abs(one.value - two.value) < _PART_OF_A_MONTH
            for one, two in ((months[0].lower, months[1].lower), (months[0].upper, months[1].upper))
        )

    def relation(self, other: "Span") -> str:
        """How it lies to another: same, inside, around, overlapping, disjoint, possibly the same, or not stated.

        A date that is approximate or uncertain may be another, so what turns on it is not known to be same,
        disjoint, inside or around.
        """
        if not (self.dated and other.dated):
            return NOT_STATED
        marked = self.marked or other.marked
        if self._days == other._days:
            return POSSIBLY_SAME if marked else "same"
        if self.end_last < other.start_first or other.end_last < self.start_first:
            first, second = (self, other) if self.end_last < other.start_first else (other, self)
            return "overlapping" if first._ends[1] or second._ends[0] else "disjoint"
        if not marked and other.start_last <= self.start_first and self.end_last <= other.end_first:
            return "inside"
        if not marked and self.start_last <= other.start_first and other.end_last <= self.end_first:
            return "around"
        return "overlapping"

    def start(self, other: "Span") -> str:
        """How its start lies to that of another: same, different, or possibly the same.

        An approximate or uncertain date is taken for any in the next longer part of the calendar: a month for any
        of its year. EDTF gives it no limits of its own.
        """
        (first, last), (others_first, others_last) = self._starts, other._starts
        if not (self._started and other._started):
            return POSSIBLY_SAME
        if last < others_first or others_last < first:
            return "different"
        as_stated = (first, last) == (others_first, others_last) and not (self._ends[0] or other._ends[0])
        return "same" if as_stated else POSSIBLY_SAME

    @property
    def _days(self) -> tuple[pd.Timestamp, ...]:
        return self.start_first, self.start_last, self.end_first, self.end_last

    @cached_property
    def _ends(self) -> tuple[bool, bool]:
        """Whether the start, and whether the end, is marked."""
        texts = self.text.partition("/")[0], self.text.rpartition("/")[2]
        return not _MARKS.isdisjoint(texts[0]), not _MARKS.isdisjoint(texts[1])

    @property
    def _started(self) -> bool:
        """Whether the start has a date."""
        return not pd.isna(self.start_first)

    @property
    def _starts(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """The first and last day on which it may have started."""
        if not (self._started and self._ends[0]):
            return self.start_first, self.start_last
        year, *smaller = self.text.partition("/")[0].rstrip("?~%").split("-")
        match smaller:
            case []:
                first = pd.Timestamp(int(year) // 10 * 10, 1, 1)
                return first, first + pd.DateOffset(years=10, days=-1)
            case [_]:
                return pd.Timestamp(int(year), 1, 1), pd.Timestamp(int(year), 12, 31)
        first = self.start_first.replace(day=1)
        return first, first + pd.DateOffset(months=1, days=-1)


def _months(first: pd.Timestamp, last: pd.Timestamp) -> float:
    """Calendar months from a first to a last day, both included: 1 August to 31 January is exactly 6."""
    after = last + pd.Timedelta(days=1)
    whole = (after.year - first.year) * 12 + after.month - first.month
    return whole + (after.day - 1) / after.days_in_month - (first.day - 1) / first.days_in_month


_NONE: Any = pd.NaT
NO_SPAN = Span(start_first=_NONE, start_last=_NONE, end_first=_NONE, end_last=_NONE, text="")
"""A period that is not stated."""
