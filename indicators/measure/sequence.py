"""Periods one after the other: the one before, the one after, and the time from one to another."""

from dataclasses import replace

import pandas as pd

from indicators.measure.span import NO_SPAN, Relation, Span

_PRECISION = {4: ("Y", "%Y"), 7: ("M", "%Y-%m"), 10: ("D", "%Y-%m-%d")}
"""For the length of an EDTF date: its unit of the calendar as pandas names it, and its format."""


def before(period: Span) -> Span:
    """The period of the same length that ends where this one begins: 2024-03 of 2024-04; NO_SPAN if it is not sure."""
    return _shifted(period, -1)


def after(period: Span) -> Span:
    """The period of the same length that begins where this one ends; NO_SPAN if it is not sure."""
    return _shifted(period, 1)


def from_to(first: Span, last: Span) -> Span:
    """The time of a change from the value of one period to that of a later one.

    Of two periods that adjoin and are equally long it is the later: from March to April is *in April*. Else it runs
    from the one to the other: 2023-04/2024-04. NO_SPAN if it is not sure.
    """
    if first.relation(last) != Relation.DISJOINT or first.end_last > last.start_first:
        return NO_SPAN
    if first.start_first == first.end_last and last.start_first == last.end_last and (whole := _whole(first, last)):
        return whole
    if before(last).text == first.text:
        return last
    if "/" in first.text or "/" in last.text:
        return NO_SPAN
    return Span(
        start_first=first.start_first,
        start_last=first.end_last,
        end_first=last.start_first,
        end_last=last.end_last,
        text=f"{first.text}/{last.text}",
    )


def between_days(value: Span, change: Span, *, onward: bool) -> Span:
    """The day at the other end of a change that begins after, or ends with, the day of a value; NO_SPAN of any other.

    From 2023-12-31 the change of 2024 leads to 2024-12-31.
    """
    is_day = _unit(value) == _PRECISION[10] and value.start_first == value.end_last
    if not is_day or "/" in change.text or _unit(change) is None:
        return NO_SPAN
    day = pd.Timedelta(days=1)
    if onward:
        return _day(change.end_last) if change.start_first == value.end_last + day else NO_SPAN
    return _day(change.start_first - day) if change.end_last == value.end_last else NO_SPAN


def _day(day: pd.Timestamp) -> Span:
    return Span(start_first=day, start_last=day, end_first=day, end_last=day, text=day.strftime("%Y-%m-%d"))


def _whole(first: Span, last: Span) -> Span | None:
    """The year or month from the day after the first to the last; None if they do not bound one."""
    begins = first.end_last + pd.Timedelta(days=1)
    for code, form in (("Y", "%Y"), ("M", "%Y-%m")):
        whole = pd.Period(begins, code)
        end = whole.end_time.normalize()
        if (whole.start_time, end) == (begins, last.end_last):
            return Span(start_first=begins, start_last=begins, end_first=end, end_last=end, text=whole.strftime(form))
    return None


def ends(period: Span) -> tuple[Span, Span] | None:
    """The first and the last month, day or year of a period that runs from one to another; None of any other."""
    first, interval, last = period.text.partition("/")
    if not interval or _unit(period) is None:
        return None
    opening, closing = period.start_last, period.end_first
    return (
        replace(period, start_last=period.start_first, end_first=opening, end_last=opening, text=first),
        replace(period, start_first=closing, start_last=closing, end_first=period.end_last, text=last),
    )


def _unit(period: Span) -> tuple[str, str] | None:
    """The unit of the calendar in which both ends are given; None if they differ or are not sure."""
    lengths = {len(date) for date in period.text.split("/")}
    sure = period.dated and not period.marked and len(lengths) == 1
    return _PRECISION.get(lengths.pop()) if sure else None


def _shifted(period: Span, step: int) -> Span:
    unit = _unit(period)
    if unit is None:
        return NO_SPAN
    code, form = unit
    first, last = pd.Period(period.start_first, code), pd.Period(period.end_last, code)
    by = step * ((last - first).n + 1)
    try:
        first, last = first + by, last + by
        dates = [date.strftime(form) for date in (first, last)]
    except (ValueError, OverflowError):
        return NO_SPAN
    if len(dates[0]) != len(period.text.partition("/")[0]) or first.year < 1:
        return NO_SPAN
    whole = "/" not in period.text
    return Span(
        start_first=first.start_time,
        start_last=(first.start_time if whole else first.end_time.normalize()),
        end_first=(last.end_time.normalize() if whole else last.start_time),
        end_last=last.end_time.normalize(),
        text=dates[0] if whole else "/".join(dates),
    )
