"""Lengths of time that a sentence tells with a number: *over the past 12 months*, *in the week to 5 May*."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from indicators.audit.fitting_dates import any_fits, fits, has_month, parts_of
from indicators.audit.mismatch import Mismatch
from indicators.catalogue.observation import Observation
from indicators.measure.span import Span
from indicators.text.numerals import values_in
from indicators.text.vocabulary import ANY_MONTH

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "quarter": 91.31, "year": 365.25}
"""Mean length of each unit of time in days."""
_UNIT = "|".join(_DAYS)
_COUNTED = re.compile(
    rf"\bthe (?:(?P<when>prior|previous|preceding|past|last) (?P<count>(?!one\b)[\w-]+) (?P<unit>{_UNIT})s\b|"
    rf"(?P<number>(?!one\b)[\w-]+) (?P<counted>{_UNIT})s (?:before|earlier)(?= (?:was|were) |[,.;]|$)|"
    r"(?<=over the )(?:past |last )?(?P<one>year)\b(?! (?:to|end|before|earlier|\d)))",
    re.IGNORECASE,
)
"""A time counted from another: *the prior 6 months*, *the six months before*; or *over the year*."""
_ENDING = re.compile(
    rf"\bthe (?:(?P<count>[\w-]+) )?(?P<unit>{_UNIT})s? (?:to|ending|ended|up to)(?: on)?(?: the)? $", re.IGNORECASE
)
"""What stands before the date on which a time ends: *the week to* 5 May, *the 12 months ended* in March."""
_TO_TIME = re.compile(r"(?: [^\W\d_]+){0,4} (?:over|in|during|for|of) ")
"""What stands between a number and its time: 95,000 *jobs a month over* the prior 6 months."""
_IS = re.compile(r" (?:was|were|is|averaged|stood at|came to) (?:(?:about|around|nearly|only) )?")
"""What stands between such a time and its number: the mean of the six months before *was* 28,600."""
_RISES_TO = re.compile(r"(?<!compared )\bto $")
"""What stands before a value at the end of a time: *rose by 2 to* 100 *over the past 12 months*."""
_OPENS = re.compile(r"(?:^|; )(?:Over|In|During|For) $", re.IGNORECASE)
"""What stands before a time that opens a sentence or a part of it."""
_OTHER_TIME = rf"; |\b(?:{ANY_MONTH}|month|while|whereas|but|although|now|currently)\b"
_TO_NUMBER = re.compile(rf"(?!.*(?:{_OTHER_TIME})).*(?<!\bto )(?<!\bfrom )(?<!\bat )(?<!\bof )")
"""What stands between a time that opens a sentence and a number of it, but not one that it ends at: *rose* to 28."""
_FLOWS = ("total", "change", "percent_change")
"""Statistics of what happened in a time; another one may be of its end."""
_BEFORE = ("prior", "previous", "preceding")
"""Words for a time that ends right before another."""
_LONG = ("month", "quarter", "year")
"""Units that differ in length."""
_GRAIN = {1: 366, 2: 31, 3: 1}
"""Days in the last part of a date that has one, two or three: *past 12 months* may be 13 with both ends."""
_SLACK = 4
"""Days by which as many months, quarters or years may differ in length."""
_REACH = 160
"""Characters between a time and its number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CountedTime:
    """A time that a sentence tells by its length, and where its words stand.

    It is `count` times its `unit`; `start` and `end` are those of its `words` in the sentence. `date` is its last day,
    month or year where that is printed. Else it is counted from another time, and ends right before that where
    `is_before`.
    """

    start: int
    end: int
    words: str
    unit: str
    count: float
    date: str = ""
    is_before: bool = False


def counted_times(sentence: str, dates: Mapping[str, tuple[int, int]]) -> list[CountedTime]:
    """The times that a sentence tells by their lengths; `dates` has those that it prints, each with start and end."""
    found = []
    for match in _COUNTED.finditer(sentence):
        counts = values_in(match["count"] or match["number"] or "one")
        if len(counts) == 1:
            found.append(
                CountedTime(
                    start=match.start(),
                    end=match.end(),
                    words=match[0],
                    unit=(match["unit"] or match["counted"] or match["one"]).lower(),
                    count=next(iter(counts)),
                    is_before=bool(match["counted"]) or (match["when"] or "").lower() in _BEFORE,
                )
            )
    for date, (start, end) in dates.items():
        if before := _ENDING.search(sentence, max(0, start - _REACH), start):
            counts = values_in(before["count"] or "one")
            words, unit = sentence[before.start() : end], before["unit"].lower()
            found += [
                CountedTime(start=before.start(), end=end, words=words, unit=unit, count=count, date=date)
                for count in counts
                if len(counts) == 1
            ]
    return found


def compare_length(
    observation: Observation,
    sentence: str,
    number: tuple[int, int],
    times: Collection[CountedTime],
    anchors: Collection[str],
) -> Iterator[Mismatch]:
    """The period where it is not the time that the sentence tells with a number, given by where it stands.

    *A mean of 95,000 over the prior 6 months* is of no single month. `anchors` are the dates before which a time may be
    counted: the period of the document, and what the sentence prints.
    """
    period = observation.period
    if not period.dated or period.marked:
        return
    flows = observation.statistic in _FLOWS
    own = [time for time in times if _is_own(time, sentence, number, flows=flows)]
    if own and not any(_is_period(time, period, anchors) for time in own):
        time = own[0]
        expected = f"the {time.unit}{'s' if time.count > 1 else ''} that its sentence counts: {time.words}"
        yield Mismatch(column="period", found=period.text, expected=expected)


def _is_own(time: CountedTime, sentence: str, number: tuple[int, int], *, flows: bool) -> bool:
    """Whether a time is that of a number: it stands right behind it, opens its sentence, or *was* the number."""
    start, end = number
    if end <= time.start:
        if not flows and _RISES_TO.search(sentence, max(0, start - 20), start):
            return False
        return time.start - end <= _REACH and bool(_TO_TIME.fullmatch(sentence, end, time.start))
    if not 0 <= start - time.end <= _REACH:
        return False
    if _IS.fullmatch(sentence, time.end, start):
        return True
    opens = _OPENS.search(sentence, 0, time.start)
    if opens and time.date and sentence[time.end : start].strip(" ,") in ("", "an", "it was an"):
        return True
    return bool(opens and flows and _TO_NUMBER.fullmatch(sentence, time.end, start))


def _is_period(time: CountedTime, period: Span, anchors: Collection[str]) -> bool:
    """Whether a period may be this time: as long, to the length of its last unit, and with its end."""
    last = period.text.rpartition("/")[2]
    days, length = (period.end_last - period.start_first).days + 1, time.count * _DAYS[time.unit]
    slack = _SLACK if time.unit in _LONG else 0
    if not length - slack <= days <= length + slack + _GRAIN[len(parts_of(last))]:
        return False
    if time.date:
        return fits(time.date, last)
    ends = {end for anchor in anchors for end in _months_at(anchor, before=time.is_before and time.unit in _LONG)}
    return not ends or not has_month(last) or any_fits(last[: len("2024-03")], ends)


def _months_at(date: str, *, before: bool) -> Iterator[str]:
    """The month of a date, unless only the one `before`, and that one; none of a year."""
    if has_month(date):
        year, month = parts_of(date)[:2]
        if not before:
            yield f"{year or '-'}-{month}"
        number = int(year or 1) * 12 + int(month) - 2
        yield f"{number // 12:04}-{number % 12 + 1:02}" if year else f"--{number % 12 + 1:02}"
