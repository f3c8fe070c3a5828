"""A period as the days on which it may begin and end: its length, and its relation to another period."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias

import pandas as pd

from indicators.measure import quantity
from indicators.measure.quantity import Quantity

_Days: TypeAlias = tuple[pd.Timestamp, pd.Timestamp]

_MARKS = frozenset("?~%")
_LENGTH_DIGITS = 2
MONTH_TOLERANCE = 0.01
"""Difference in months that is due to months of different lengths: a day is 1/31 to 1/28 of a month."""


class Relation(StrEnum):
    """How one period, or its start, lies to another."""

    SAME = "same"
    POSSIBLY_SAME = "possibly_same"
    INSIDE = "inside"
    AROUND = "around"
    OVERLAPPING = "overlapping"
    DISJOINT = "disjoint"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Span:
    """First and last possible day of both ends of a period, NaT for an end without a date, and its EDTF text."""

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
        """Whether one of its dates is approximate or uncertain."""
        return not _MARKS.isdisjoint(self.text)

    def days(self) -> Quantity:
        """Its length in days, both ends included: every length that its ends admit; *about* if it is marked."""
        shortest = max((self.end_first - self.start_last).days + 1, 1)
        days = quantity.between(shortest, (self.end_last - self.start_first).days + 1, "day")
        return replace(days, about=self.marked)

    def months(self) -> Quantity:
        """Its length in calendar months; part of a month counts by its days."""
        shortest = max(_months(self.start_last, self.end_first), 0.0)
        months = quantity.between(shortest, _months(self.start_first, self.end_last), "month")
        return replace(months, about=self.marked)

    def as_long_as(self, other: "Span") -> bool:
        """Whether both have the same number of days or of calendar months; false if one is marked or undated."""
        if not (self.dated and other.dated) or self.marked or other.marked:
            return False
        months, other_months = self.months(), other.months()
        return self.days() == other.days() or all(
            abs(end.value - other_end.value) < MONTH_TOLERANCE
            for end, other_end in ((months.lower, other_months.lower), (months.upper, other_months.upper))
        )

    def relation(self, other: "Span") -> Relation:
        """Its relation to another period; UNKNOWN unless both are dated.

        Periods of one text are one period, also where one was worked out and its days are known more exactly. An
        approximate or uncertain date may mean another date: a relation that depends on it is POSSIBLY_SAME or
        OVERLAPPING, never SAME, DISJOINT, INSIDE or AROUND.
        """
        if not (self.dated and other.dated):
            return Relation.UNKNOWN
        marked = self.marked or other.marked
        if self._days == other._days or self.text == other.text:
            return Relation.POSSIBLY_SAME if marked else Relation.SAME
        if self.end_last < other.start_first or other.end_last < self.start_first:
            first, second = (self, other) if self.end_last < other.start_first else (other, self)
            return Relation.OVERLAPPING if first.marked_ends[1] or second.marked_ends[0] else Relation.DISJOINT
        if not marked and other.start_last <= self.start_first and self.end_last <= other.end_first:
            return Relation.INSIDE
        if not marked and self.start_last <= other.start_first and other.end_last <= self.end_first:
            return Relation.AROUND
        return Relation.OVERLAPPING

    def may_hold(self, other: "Span") -> bool:
        """Whether another period lies in it if its first and last month or year, where it names such, are whole."""
        if not (self.dated and other.dated) or self.marked or other.marked or self.relation(other) == Relation.SAME:
            return False
        return bool(self.start_first <= other.start_first and other.end_last <= self.end_last)

    def start_relation(self, other: "Span") -> Relation:
        """The relation of its start to the start of another period: SAME, DIFFERENT or POSSIBLY_SAME.

        EDTF gives an approximate or uncertain date no limits. Here it may be any date in the next longer unit of the
        calendar: a month may be any month of its year.
        """
        (first, last), (others_first, others_last) = self._starts, other._starts
        if not (self.has_start and other.has_start):
            return Relation.POSSIBLY_SAME
        if last < others_first or others_last < first:
            return Relation.DIFFERENT
        as_stated = (first, last) == (others_first, others_last) and not (self.marked_ends[0] or other.marked_ends[0])
        return Relation.SAME if as_stated else Relation.POSSIBLY_SAME

    def ends_relation(self, other: "Span") -> Relation:
        """The relation of both ends to those of another period: SAME, DIFFERENT or POSSIBLY_SAME.

        SAME takes days that are known at both ends. An end that is known only to the month or not at all, or that is
        marked, may be another day.
        """
        return _relation_of_days(zip(self._possible_ends, other._possible_ends, strict=True))

    def date_relation(self, other: "Span") -> Relation:
        """The relation of two dates, each of them a day of its span: SAME, DIFFERENT or POSSIBLY_SAME."""
        own, others = ((span._possible_ends[0][0], span._possible_ends[1][1]) for span in (self, other))
        return _relation_of_days([(own, others)])

    def is_less_exact(self, other: "Span", *, date: bool = False) -> bool:
        """Whether it says the same as another period, and less exactly: whatever days the other may mean, it may too.

        As a ``date`` it means one day of its span, else a first and a last day. An end that is not stated may be any.
        """
        return self._admits(other, date=date) and not other._admits(self, date=date)

    def _admits(self, other: "Span", *, date: bool) -> bool:
        """Whether it may mean all that the other may mean."""
        own, others = self._possible_ends, other._possible_ends
        if date:
            own, others = (((start[0], end[1]),) * 2 for start, end in (own, others))
        unknown = self.unknown_ends
        return bool(self.text and other.text) and all(
            unknown[place] or (first <= others_first and others_last <= last)
            for place, ((first, last), (others_first, others_last)) in enumerate(zip(own, others, strict=True))
        )

    @property
    def unknown_ends(self) -> tuple[bool, bool]:
        """Whether the start and whether the end is there and not stated."""
        start, separator, end = self.text.partition("/")
        return bool(separator) and not start, bool(separator) and not end

    @property
    def _days(self) -> tuple[pd.Timestamp, ...]:
        return self.start_first, self.start_last, self.end_first, self.end_last

    @cached_property
    def marked_ends(self) -> tuple[bool, bool]:
        """Whether the start and whether the end is approximate or uncertain."""
        texts = self.text.partition("/")[0], self.text.rpartition("/")[2]
        return not _MARKS.isdisjoint(texts[0]), not _MARKS.isdisjoint(texts[1])

    @property
    def has_start(self) -> bool:
        """Whether the start has a date."""
        return not pd.isna(self.start_first)

    @property
    def _starts(self) -> _Days:
        """The first and last possible day of its start; see `start_relation` for a marked date."""
        return self._possible_ends[0]

    @property
    def has_end(self) -> bool:
        """Whether the end has a date."""
        return not pd.isna(self.end_last)

    @cached_property
    def _possible_ends(self) -> tuple[_Days, _Days]:
        """The first and last possible day of its start, and of its end; NaT for an end without a date."""
        ends = (self.start_first, self.start_last), (self.end_first, self.end_last)
        if "/" not in self.text and self.marked and self.has_start:
            return (_widened(self.start_first, self.end_last),) * 2
        start, end = (
            _widened(*days) if marked and not pd.isna(days[0]) else days
            for days, marked in zip(ends, self.marked_ends, strict=True)
        )
        return start, end


def _widened(first: pd.Timestamp, last: pd.Timestamp) -> _Days:
    """The next longer unit of the calendar around a day, a month or a year: its first and last day."""
    if first == last:
        return first.replace(day=1), first.replace(day=first.days_in_month)
    if (first.year, first.month) == (last.year, last.month):
        return first.replace(month=1, day=1), first.replace(month=12, day=31)
    decade = first.year // 10 * 10  # that of the years 1 to 9 has no year 0
    return first.replace(year=max(decade, 1), month=1, day=1), first.replace(year=decade + 9, month=12, day=31)


def _relation_of_days(ends: Iterable[tuple[_Days, _Days]]) -> Relation:
    """SAME if both sides of each pair are one known day, DIFFERENT if two cannot be one day, else POSSIBLY_SAME."""
    relation = Relation.SAME
    for (first, last), (others_first, others_last) in ends:
        if last < others_first or others_last < first:
            return Relation.DIFFERENT
        if not first == last == others_first == others_last:
            relation = Relation.POSSIBLY_SAME
    return relation


def _months(first: pd.Timestamp, last: pd.Timestamp) -> float:
    """Calendar months from a first to a last day, both included: 1 August to 31 January are exactly 6."""
    after = last + pd.Timedelta(days=1)
    whole = (after.year - first.year) * 12 + after.month - first.month
    return whole + (after.day - 1) / after.days_in_month - (first.day - 1) / first.days_in_month


_NONE: Any = pd.NaT
NO_SPAN = Span(start_first=_NONE, start_last=_NONE, end_first=_NONE, end_last=_NONE, text="")
"""A period that is not stated."""


def shown_length(length: Quantity) -> Quantity:
    """The length of a period as it is shown.

    Where its ends may be read in several ways, two significant digits are shown, or all before the point.
    """
    digits = max(_LENGTH_DIGITS, len(f"{length.upper.value:.0f}"))
    return length if length.single else replace(length, digits=digits)
