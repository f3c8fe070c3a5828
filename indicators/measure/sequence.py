"""Periods one after the other: the one before, the one after, the time from one to another and over both."""

from dataclasses import replace

import pandas as pd

from indicators.measure.span import NO_SPAN, Relation, Span

_FORMS = {"Y": "%Y", "M": "%Y-%m", "D": "%Y-%m-%d"}
"""The form of an EDTF date for each unit of the calendar, as pandas names it."""
_UNITS = {4: "Y", 7: "M", 10: "D"}
"""The unit of the calendar in which an EDTF date of so many characters is given."""


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
    return _interval(first, last)


def as_from_to(first: Span, last: Span) -> str:
    """The text of a period that runs from one to a later one; empty where only one of them has two ends."""
    if not (first.text and last.text) or first.text.count("/") != last.text.count("/"):
        return ""
    return f"{first.text.partition('/')[0]}/{last.text.rpartition('/')[2]}"


def over_both(a: Span, b: Span) -> Span:
    """The time from the beginning of the earlier to the end of the later period; NO_SPAN unless they adjoin."""
    if not (a.dated and b.dated):
        return NO_SPAN
    first, last = sorted((a, b), key=lambda span: span.start_first)
    if first.end_last + pd.Timedelta(days=1) != last.start_first:
        return NO_SPAN
    text = f"{first.text.partition('/')[0]}/{last.text.rpartition('/')[2]}"
    return replace(first, end_first=last.end_first, end_last=last.end_last, text=text)


def between_days(value: Span, change: Span, *, onward: bool) -> Span:
    """The day at the other end of a change that begins after, or ends with, the day of a value; NO_SPAN of any other.

    From 2023-12-31 the change of 2024 leads to 2024-12-31.
    """
    is_day = _unit(value) == "D" and value.start_first == value.end_last
    if not is_day or "/" in change.text or _unit(change) is None:
        return NO_SPAN
    day, first, last = (pd.Period(each, "D") for each in (value.end_last, change.start_first, change.end_last))
    if onward:
        return _date(last, "D") if first == day + 1 else NO_SPAN
    return _date(first - 1, "D") if last == day else NO_SPAN


def at_other_end(value: Span, change: Span, *, onward: bool) -> Span:
    """The period as long as that of a value at the other end of a change that runs from or to it; NO_SPAN if none is.

    To the autumn of 2022-09/2022-12 the change of 2021-09/2022-12 leads from 2021-09/2021-12.
    """
    unit = _unit(value)
    if unit is None or unit != _unit(change) or not ("/" in value.text and "/" in change.text):
        return NO_SPAN
    first, last, begin, end = (
        pd.Period(day, unit) for span in (value, change) for day in (span.start_first, span.end_last)
    )
    length = last - first
    if (first != begin or end - length <= last) if onward else (last != end or begin + length >= first):
        return NO_SPAN
    opening = end - length if onward else begin
    return _interval(_date(opening, unit), _date(opening + length, unit))


def ends(period: Span) -> tuple[Span, Span] | None:
    """The first and the last month, day or year of a period that runs from one to another; None of any other."""
    unit = _unit(period)
    if unit is None or "/" not in period.text:
        return None
    first, last = (_date(pd.Period(day, unit), unit) for day in (period.start_first, period.end_last))
    return first, last


def _whole(first: Span, last: Span) -> Span | None:
    """The year or month from the day after the first to the last; None if they do not bound one."""
    begins = first.end_last + pd.Timedelta(days=1)
    wholes = (_date(pd.Period(begins, unit), unit) for unit in ("Y", "M"))
    return next((each for each in wholes if (each.start_first, each.end_last) == (begins, last.end_last)), None)


def _shifted(period: Span, step: int) -> Span:
    unit = _unit(period)
    if unit is None:
        return NO_SPAN
    first, last = (pd.Period(day, unit) for day in (period.start_first, period.end_last))
    by = step * ((last - first).n + 1)
    opening, closing = (_date(date + by, unit) for date in (first, last))
    if not (opening.text and closing.text):
        return NO_SPAN
    return _interval(opening, closing) if "/" in period.text else opening


def _unit(period: Span) -> str | None:
    """The unit of the calendar in which both ends are given; None if they differ or are not sure."""
    lengths = {len(date) for date in period.text.split("/")}
    sure = period.dated and not period.marked and len(lengths) == 1
    return _UNITS.get(lengths.pop()) if sure else None


def _date(date: pd.Period, unit: str) -> Span:
    """A whole year, month or day; NO_SPAN before the year 1 and after 9999, which have no EDTF date."""
    if not 1 <= date.year <= 9999:
        return NO_SPAN
    first, last = date.start_time, date.end_time.normalize()
    return Span(start_first=first, start_last=first, end_first=last, end_last=last, text=date.strftime(_FORMS[unit]))


def _interval(first: Span, last: Span) -> Span:
    """The period that begins on some day of one date and ends on some day of another."""
    return Span(
        start_first=first.start_first,
        start_last=first.end_last,
        end_first=last.start_first,
        end_last=last.end_last,
        text=f"{first.text}/{last.text}",
    )
