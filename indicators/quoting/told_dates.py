"""The dates that a draft tells, and whether they tell the period of a figure."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from indicators.measure.span import Span
from indicators.text.lexicon import POSSESSIVE, Word
from indicators.text.vocabulary import MONTHS, SHORT_MONTHS

_NUMERIC_MONTH = re.compile(r"(?<![\d/.])(0?[1-9]|1[0-2])[/.]((?:19|20)\d\d)(?![\d/])")
_NAMED_MONTHS = {
    name: number
    for names in (enumerate(MONTHS.split(), start=1), ((number, name.title()) for name, number in SHORT_MONTHS.items()))
    for number, name in names
}
"""Names of months, each with its number."""
_OTHER_WORDS = frozenset(("May", "March", "Mar"))
_IN = frozenset(
    "in since during of for until till to from through between and by after before".split()
    + "last this early mid late its their".split()
)
"""Words before a name of a month that might be another word."""
_UNITS = frozenset(("day", "week", "month", "quarter", "year"))
_QUARTER, _YEAR = "quarter", 12
"""A unit of times, and the months of a year."""
_BEFORE = frozenset("before earlier ago previously prior".split())
_FORMER = frozenset("previous preceding prior".split())
_NEXT = frozenset("next following subsequent".split())
_FEW = ("two", "three", "four")
_LENGTHS = {"year": 4, "month": 7, "week": 10, "day": 10}
"""Letters of a date in EDTF that is told to a unit."""
_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
_ANY_YEAR = 2001
_SHORT = 27
"""Days of the longest period that shares its month with others of its kind."""


def numeric_months(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The months that are written 8/2023, with the characters at which they start, in EDTF."""
    for found in _NUMERIC_MONTH.finditer(text, start, end):
        yield found.start(), f"{found[2]}-{int(found[1]):02}"


def named_months(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """The months that are named, with the characters at which they start, in EDTF without a year."""
    for at, word in enumerate(words):
        name = word.text.title() if word.text.isupper() else word.text
        if name in _NAMED_MONTHS and (
            name not in _OTHER_WORDS or (at and words[at - 1].low in _IN) or _owns(words, at)
        ):
            yield word.start, f"--{_NAMED_MONTHS[name]:02}"


def _owns(words: Sequence[Word], at: int) -> bool:
    """Whether a month has something, *March's gain*, and is not the name of somebody, *Theresa May's*."""
    owns = at + 1 < len(words) and words[at + 1].low == POSSESSIVE
    return owns and not (at and words[at - 1].text[:1].isupper())


def relative_dates(words: Sequence[Word], dates: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The dates of *a year earlier*, *the previous month*, *next year*, each from the date that stands before it.

    Where none does, the first one behind *a year earlier* counts. They stand where their words start.
    """
    for at, unit, steps in _steps_back(words):
        start = words[at].start
        before = [date for place, date in dates if place < start]
        behind = [date for place, date in dates if place > start]
        for date in (*before[::-1], *behind):
            if unit == _QUARTER and (months := _earlier_quarter(date, steps)):
                yield from ((start, month) for month in months)
                break
            if earlier := _earlier(date, unit):
                yield start, earlier
                for _ in range(steps - 1):
                    earlier = _earlier(earlier, unit)
                    yield start, earlier
                break
    for at, unit in _taken_up(words):
        cut = (_cut(date, unit) for place, date in reversed(dates) if place < words[at].start)
        if taken := next(filter(None, cut), ""):
            yield words[at].start, taken
    for at in range(1, len(words)):
        if words[at].low == "year" and words[at - 1].low in _NEXT:
            years = [date[:4] for place, date in dates if place < words[at].start and date[:4].isdecimal()]
            if years:
                yield words[at - 1].start, f"{int(years[-1]) + 1:04}"


def _taken_up(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Where *that month*, *that same week* starts behind *in* or *during*, with its unit."""
    for at in range(1, len(words) - 1):
        if words[at].low == "that" and words[at - 1].low in ("in", "during"):
            unit = words[at + 1 + (at + 2 < len(words) and words[at + 1].low in ("same", "very"))].low
            if unit in _LENGTHS:
                yield at, unit


def _cut(date: str, unit: str) -> str:
    """A date to the unit by which it is taken up: of a day its month; empty where it is not told to that unit."""
    has_year = not date.startswith("--")
    length = _LENGTHS[unit] - (0 if has_year else 3)
    return date[:length] if len(date) >= length and (has_year or unit != "year") else ""


def _steps_back(words: Sequence[Word]) -> Iterator[tuple[int, str, int]]:
    """Where *a year earlier*, *the previous month* or *two weeks before* starts, with its unit and their number."""
    for at in range(len(words) - 2):
        first, second, third = words[at].low, words[at + 1].low, words[at + 2].low
        if first in ("a", "the", "one") and second in _UNITS and third in _BEFORE:
            yield at, second, 1
        elif first in ("the", "its") and second in _FORMER and third in _UNITS:
            yield at, third, 1
        elif first in _FEW and second.endswith("s") and second[:-1] in _UNITS and third in _BEFORE:
            yield at, second[:-1], _FEW.index(first) + 2


def _earlier(date: str, unit: str) -> str:
    """A date without a mark of doubt, one unit before; empty where it is not told to that unit, or has no year."""
    parts = date.replace("--", f"{_ANY_YEAR}-", 1).split("-")
    if not all(part.isdecimal() for part in parts) or (unit == "year" and date.startswith("--")):
        return ""
    year, *rest = map(int, parts)
    try:
        if unit == "year":
            earlier = "-".join([str(year - 1), *parts[1:]])
        elif unit == "month" and rest:
            month = rest[0] - 1 or 12
            earlier = f"{year - (rest[0] == 1):04}-{month:02}"
        elif unit in ("day", "week") and len(rest) == 2:
            day = datetime.date(year, *rest) - datetime.timedelta(days=7 if unit == "week" else 1)
            earlier = day.isoformat()
        else:
            return ""
    except ValueError:
        return ""
    return earlier.replace(earlier[:4], "-", 1) if date.startswith("--") else earlier


def _earlier_quarter(date: str, steps: int) -> tuple[str, ...]:
    """The first and the last month of the quarter so many before that of a date; none without its year and month."""
    year, month = date[:4], date[5:7]
    if not (year + month).isdecimal():
        return ()
    first = (int(year) * _YEAR + int(month) - 1) // 3 * 3 - 3 * steps
    return tuple(f"{each // _YEAR:04}-{each % _YEAR + 1:02}" for each in (first, first + 2))


def ends_of(period: Span) -> tuple[str, ...]:
    """The ends of a period that are dates, in EDTF without marks of doubt."""
    return _ends_in(period.text)


@lru_cache(maxsize=4096)
def _ends_in(text: str) -> tuple[str, ...]:
    ends = (end.strip("~?%") for end in dict.fromkeys(text.split("/")))
    return tuple(end for end in ends if end not in ("", ".."))


def tells(dates: Iterable[str], period: Span) -> bool:
    """Whether dates tell a period: each of its ends by its month, or else by its year.

    One day is enough for a period of less than a month, such as *the week to 12 May*.
    """
    ends = ends_of(period)
    told = list(dates)
    if is_short(period) and any(map(_is_day, told)):
        return any(_is_day(date) and fits(date, end, by_day=True) for date in told for end in ends)
    return bool(ends) and all(any(fits(date, end) for date in told) for end in ends)


def tells_an_end(date: str, period: Span) -> bool:
    """Whether a date tells one end of a period; of a period of less than a month, a date with its day tells a day."""
    by_day = is_short(period) and _is_day(date)
    return any(fits(date, end, by_day=by_day) for end in ends_of(period))


def tells_issue(date: str, issued: Span) -> bool:
    """Whether a date tells when something was said; one with its day tells no other day."""
    return any(fits(date, end, by_day=_is_day(date) and _is_day(end)) for end in ends_of(issued))


def fits(date: str, end: str, *, by_day: bool = False) -> bool:
    """Whether a date of a draft, perhaps without its year or its day, tells an end of a period."""
    length = 10 if by_day else 7
    if date.startswith("--"):
        return end[4:length] == date[1 : length - 3]
    shorter = min(len(date), len(end), length)
    return date[:shorter] == end[:shorter] and (shorter > 4 or len(end) == 4 or len(date) == 4)


def is_outside(date: str, period: Span) -> bool:
    """Whether a date of a draft, perhaps without its year or its day, lies before or behind a period with two ends."""
    ends = ends_of(period)
    if not ends or period.text.startswith("/") or period.text.endswith(("/", "..")):
        return False
    first, last = ends[0], ends[-1]
    if not date.startswith("--"):
        return date[: len(first)] < first[: len(date)] or date[: len(last)] > last[: len(date)]
    years = range(int(first[:4]), int(last[:4]) + 1)
    return len(first) > 4 and all(is_outside(f"{year}{date[1:]}", period) for year in years)


def is_short(period: Span) -> bool:
    """Whether a period has two days as its ends, less than a month apart."""
    ends = ends_of(period)
    if len(ends) != 2 or not all(map(_is_day, ends)):
        return False
    first, last = map(datetime.date.fromisoformat, ends)
    return 0 < (last - first).days <= _SHORT


def _is_day(date: str) -> bool:
    return _DAY.fullmatch(date) is not None
