"""From when a draft tells a change, where the figure is told from another time: *since January*, *on the year*."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TypeAlias

from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.measure.span import Span
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.quoted import Quoted
from indicators.quoting.told_dates import ends_of, fits, is_short, tells_an_end
from indicators.quoting.told_length import other_length_told

_STEPS = frozenset(("week", "month", "quarter", "year"))
_OVER = frozenset(("on", "over"))
_BEFORE = frozenset("before earlier ago previously prior".split())
_FORMER = frozenset("previous preceding prior last past".split())
_FROM = frozenset("than since from against below above short".split())
"""Words behind which the time stands with which something is compared."""
_COMPARED = frozenset(("compared", "comparison"))
_ARTICLES = frozenset("a the one its".split())
_STOPS = frozenset(", ; : – — ( ) and but or while whereas after".split())
_BETWEEN = 6
"""Words from one of them to the time."""
_TELLS = frozenset(
    "or a an the gap fall drop decline decrease loss rise gain increase difference of by which is that".split()
)
_GAP = 5
"""Words from a comma to a number that tells the one before it again."""
_YEAR = 12
"""Months of a year."""
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_Time: TypeAlias = tuple[int, int, str]
"""The first word of a time and the one behind it, and the time: a date in EDTF, or a step back such as *year*."""


def other_base(quoted: Quoted) -> str:
    """The time from which the draft tells a change and the figure does not, as it stands; empty if there is none."""
    period, passage = quoted.profile.observation.period, quoted.passage
    bases = _bases(period) if _is_change_of_level(quoted) else []
    if bases and (length := other_length_told(quoted)):
        return length
    for first, last, time in _told(quoted) if bases else ():
        if time in _STEPS:
            is_own = len(ends_of(period)) == 1 and time in quoted.profile.own_words
            return "" if is_own or time == _step(period) else passage.text(first, last)
        is_base = any(fits(time, base) for base in bases)
        if is_base or not tells_an_end(time, period):
            return "" if is_base else passage.text(first, last)
    return ""


def _is_change_of_level(quoted: Quoted) -> bool:
    """Whether a figure is a change of something that is no change itself, as a revision of a gain is."""
    catalogue, observation = quoted.vocabulary.catalogue, quoted.profile.observation
    changed = catalogue.text("indicators", observation.indicator, "change_of")
    statistics = (observation.statistic, catalogue.text("indicators", changed, "statistic")) if changed else ("", "")
    return statistics[0] in CHANGE_STATISTICS and statistics[1] not in CHANGE_STATISTICS


def _told(quoted: Quoted) -> list[_Time]:
    """The times behind a number from which it is told, or else the one with which its statement begins."""
    passage, number = quoted.passage, quoted.number
    behind = range(number.place + 1, _end(passage, number))
    if told := [*_times(passage, behind)]:
        return told
    is_dated = any(True for _ in _dates(passage, behind))
    opening = passage.statement(number)[0]
    leading = (time for time in _times(passage, range(opening, number.place)) if time[0] == opening)
    led = [time for time in leading if time[2] in _STEPS or not is_dated]
    return led or ([*_times(passage, range(passage.clause(number)[0], opening))] if _is_restated(quoted) else [])


def _is_restated(quoted: Quoted) -> bool:
    """Whether a number tells the one before it again, behind its time: *12 short of February, a gap of 3 percent*."""
    passage, number = quoted.passage, quoted.number
    words = passage.words[passage.statement(number)[0] : passage.word_before(number) + 1]
    is_second = passage.clause(number)[0] > quoted.sentence[0]
    return is_second and len(words) <= _GAP and {word.low for word in words} <= {",", *_TELLS}


def _end(passage: Passage, number: DraftNumber) -> int:
    """The place behind the words of a number: a sign, a word that joins, or a number that is no length of time."""
    last = passage.span(number)[1]
    others = {each.place for each in passage.numbers if each.expression.kind != "duration"}
    behind = range(number.place + 1, last)
    return next((at for at in behind if at in others or passage.words[at].low in _STOPS), last)


def _dates(passage: Passage, places: range) -> Iterator[tuple[int, str]]:
    """The dates among these words, but for *a year before*, each with its place, in EDTF."""
    for start, date in passage.dates:
        at = bisect_left(passage.starts, start)
        if at in places and passage.words[at].low not in _ARTICLES:
            yield at, date


def _times(passage: Passage, places: range) -> Iterator[_Time]:
    """The times from which these words tell: *than in March*, *than a year before*, *on the year*, *year on year*."""
    low, dates = [word.low for word in passage.words[places.start : places.stop]], dict(_dates(passage, places))
    compares = -_BETWEEN - 1
    for at, word in enumerate(low):
        one, two = (low[at - back] if at >= back else "" for back in (1, 2))
        behind = [*low[at + 1 : at + 3], "", ""]
        begin = end = -1
        if word in _FROM or (word == "with" and one in _COMPARED):
            compares = at
        is_compared = at - compares <= _BETWEEN
        if word in _STEPS and is_compared and (behind[0] in _BEFORE or one in _FORMER):
            begin, end = compares, at + 1 + (behind[0] in _BEFORE)
        elif word in _STEPS and one in {"the", *_FORMER} and {two, low[at - 3] if at >= 3 else ""} & _OVER:
            begin, end = at - 2 if two in _OVER else at - 3, at + 1
        elif word in _STEPS and behind[0] in _OVER and behind[1] == word:
            begin, end = at, at + 3
        elif is_compared and at + places.start in dates:
            begin, end, word = compares, at + 1, dates[at + places.start]
        if begin >= 0:
            yield begin + places.start, end + places.start, word


def _step(period: Span) -> str:
    """The time between the two values of a change: *month* of a month, *year* of April to April; else empty."""
    ends = ends_of(period)
    if is_short(period):
        return "week"
    if len(ends) == 1:
        return "month" if _months(ends[0]) is not None else "year" if len(ends[0]) == len("2024") else ""
    months = [_months(end) for end in ends]
    return "year" if None not in months and (months[1] or 0) - (months[0] or 0) == _YEAR else ""


def _bases(period: Span) -> list[str]:
    """The dates from which a change may be told; empty where they are unknown."""
    ends = ends_of(period)
    if not ends or is_short(period) or period.text.startswith(("/", "..")):
        return []
    first = ends[0]
    if (month := _months(first)) is not None:
        before = f"{(month - 1) // _YEAR:04}-{(month - 1) % _YEAR + 1:02}"
        return [before] if len(ends) == 1 else [first] if _step(period) else [before, first]
    if len(first) != len("2024"):
        return []
    return [f"{int(first) - 1:04}"] if len(ends) == 1 else [first]


def _months(date: str) -> int | None:
    """A month as a number of months; None for a date of another length."""
    found = _MONTH.fullmatch(date)
    return int(found[1]) * _YEAR + int(found[2]) - 1 if found else None
