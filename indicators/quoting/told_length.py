"""Whether a draft tells a change over another number of months than the figure: *over the past 12 months*."""

from bisect import bisect_left

from indicators.measure.span import Span
from indicators.quoting.number import end_of
from indicators.quoting.passage import DraftNumber
from indicators.quoting.quoted import Quoted
from indicators.quoting.told_dates import ends_of

_OVER = frozenset("over in during for within".split())
_PAST = frozenset("past last previous preceding prior latest".split())
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
"""Months of a unit of time."""
_PARTS = frozenset("; : ( ) – — and but or while whereas when which with where including to from than as".split())
"""Words and signs between a length of time and a number of something else."""
_ONE_OF = frozenset(
    "month months monthly week year most least average mean typical typically usually each every per first second only "
    "up time times latest recently now".split()
)
"""Words with which a number is one of several in that time, *the largest monthly rise*; so are those in *-est*."""
_OPENS = frozenset(("that", "said", "says"))
"""Words behind which a statement may begin with such a time."""
_MEANS = frozenset(("average", "mean"))
"""Words before those of what changes: *average hourly pay*."""
_NEAR = 2
"""Words from a number, behind its unit, to *over the past 12 months*."""


def other_length_told(quoted: Quoted) -> str:
    """*Over the past 12 months* with a change of a month, as it stands; empty where nothing such is told."""
    passage, number = quoted.passage, quoted.number
    period = quoted.profile.observation.period
    own = _lengths(period)
    if not own or (len(ends_of(period)) == 1 and "year" in quoted.profile.own_words):
        return ""
    at = bisect_left(passage.places, number.place)
    for other in (*passage.numbers[max(at - 1, 0) : at], *passage.numbers[at + 1 : at + 2]):
        begin = _begins(quoted, other)
        if begin >= 0 and _length(other) not in own and _is_of_number(quoted, other, begin):
            return passage.text(begin, end_of(passage, other))
    return ""


def _length(number: DraftNumber) -> float:
    """The months that a number tells; 0 where it is no length of time."""
    units = number.expression.units
    return number.value * _MONTHS.get(units[0], 0) if len(units) == 1 else 0


def _begins(quoted: Quoted, number: DraftNumber) -> int:
    """Where *over the past* starts before a length of time in the sentence; -1 where it does not stand there."""
    words, first = quoted.passage.words, quoted.sentence[0]
    at = number.place - 1
    if number.sentence != quoted.number.sentence or not _length(number) or at <= first or words[at].low not in _PAST:
        return -1
    at -= 1 + (words[at - 1].low == "the")
    return at if at >= first and words[at].low in _OVER else -1


def _is_of_number(quoted: Quoted, length: DraftNumber, begin: int) -> bool:
    """Whether nothing stands between a number and a length of time that may part them."""
    passage, number = quoted.passage, quoted.number
    if length.place < number.place:
        first, last = end_of(passage, length), number.place
        first += passage.words[first].text == ","
        if begin > quoted.sentence[0] and passage.words[begin - 1].low not in _OPENS:
            return False
    else:
        first, last = end_of(passage, number), begin
        if last - first > _NEAR:
            return False
    own = quoted.profile.stems.keys()
    named = [at for at in range(first, last) if passage.words[at].low in _MEANS and passage.names[at + 1] in own]
    low = [passage.words[at].low for at in range(first, last) if at not in named]
    is_dated = any(first <= bisect_left(passage.starts, start) < last for start, _ in passage.dates)
    is_parted = any(word in _PARTS or word in _ONE_OF or word == "," or word.endswith("est") for word in low)
    return not is_dated and not is_parted


def _lengths(period: Span) -> set[float]:
    """The months that a period may be said to last; none where its ends are no months."""
    ends = ends_of(period)
    if not ends or any(len(end) != len("2024-04") or not end.replace("-", "").isdecimal() for end in ends):
        return set()
    first, last = (int(end[:4]) * 12 + int(end[5:]) for end in (ends[0], ends[-1]))
    return {last - first, last - first + 1}
