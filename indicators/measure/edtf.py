"""Whether a text is valid EDTF (ISO 8601-2, levels 0 to 2), also where `period` does not read it.

It only tells a valid date that this program does not support from a text that is no date. The package `edtf` is not
used for it: it is not installed with the program, and it accepts 29 February in any year.
"""

import calendar
import re

_YEAR = r"(?P<year>-?[0-9X]{4}(?:S[1-9][0-9]*)?)"
_LONG_YEAR = r"Y-?(?:[1-9][0-9]{4,}|[1-9][0-9]*E[1-9][0-9]*)(?:S[1-9][0-9]*)?"
_MONTH = r"(?P<month>0[1-9X]|1[0-2X]|2[1-9X]|3[0-9X]|4[01X]|X[0-9X])"
"""Months from 01 to 12; seasons, quarters and other parts of a year from 21 to 41."""
_DAY = r"(?P<day>0[1-9X]|[12][0-9X]|3[01X]|X[0-9X])"
_MARK = "[?~%]?"
_DATE = re.compile(
    rf"{_MARK}(?:{_LONG_YEAR}{_MARK}|{_YEAR}{_MARK}(?:-{_MARK}{_MONTH}{_MARK}(?:-{_MARK}{_DAY}{_MARK})?)?)", re.ASCII
)
_MOMENT = re.compile(
    r"(?P<date>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?"
)
_SET = re.compile(r"\[[^][]+\]|\{[^{}]+\}")
_LEAP_YEAR = 2024


def is_valid(text: str) -> bool:
    """Whether the text is valid EDTF: a date, a date with a time, an interval, or a set of dates."""
    if _SET.fullmatch(text):
        return all(map(_is_item, re.split(", ?", text[1:-1])))
    moment = _MOMENT.fullmatch(text)
    if moment:
        return _is_date(moment["date"])
    ends = text.split("/")
    if len(ends) == 2:
        return text not in ("/", "../", "/..") and all(end in ("", "..") or _is_date(end) for end in ends)
    return _is_date(text)


def _is_item(text: str) -> bool:
    """Whether the text is a date of a set, or some of its dates in a row: *1760-01, ..1983, 1667..1669*."""
    first, dots, last = text.partition("..")
    given = [date for date in (first, last) if date]
    return bool(given) and (bool(dots) or bool(first)) and all(map(_is_date, given))


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if found is None:
        return False
    year, month, day = found["year"], found["month"], found["day"]
    if not day:
        return True
    if "X" in month or "X" in day:
        return month[0] in "01X"
    if not 1 <= int(month) <= 12 or "S" in year:
        return False
    leap = calendar.isleap(int(year)) if "X" not in year else True
    days = calendar.monthrange(_LEAP_YEAR if leap else _LEAP_YEAR - 1, int(month))[1]
    return int(day) <= days
