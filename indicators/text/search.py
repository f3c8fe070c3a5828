"""The numeric expressions of a sentence: all that a reader would call a number, a date or a magnitude."""

import re
from dataclasses import replace

from indicators.text import qualifiers
from indicators.text.dates import RUN, date_of
from indicators.text.expression import KINDS, QUANTITIES, Expression, read, scale
from indicators.text.patterns import next_match

__all__ = ["KINDS", "QUANTITIES", "Expression", "find"]

_LONGEST_GAP = 60
"""Characters between a number and the unit that it is of."""

_UP_TO_TWO_WORDS = re.compile(r"[ -](?:\w+[ -]){0,2}")
_NOTHING_BETWEEN = re.compile(
    r"(?!.* (?:in|on|for|within|over|after|of|to|and|or|by|at|from|with|before|until|that|which) )(?: \w+){0,3} "
)
_LATER = re.compile(r" (?:later|earlier|ago|after|before|apart|or two)\b")


def find(sentence: str) -> list[Expression]:
    """The numeric expressions of a normalised sentence, in order; none overlaps another."""
    found: list[Expression] = []
    position = 0
    while match := next_match(sentence, position):
        for one in read(sentence, match, found[-1].end if found else 0):
            if not found:
                found.append(one)
            elif joined := _range(sentence, found[-1], one):
                found[-1] = joined
            elif one.start >= found[-1].end and not _is_unit(sentence, found[-1], one):
                found.append(one)
        position = max(match.end(), found[-1].end if found else 0)
    return found


def _is_unit(sentence: str, number: Expression, one: Expression) -> bool:
    """Whether the second only names the unit of the first: *seven decades*, *90 patients a day*."""
    if not (one.is_unit_alone or one.is_one_unit) or number.kind not in (*QUANTITIES, "no_order"):
        return False
    gap = sentence[number.end : one.start][:_LONGEST_GAP]
    if one.is_unit_alone:
        return bool(_UP_TO_TWO_WORDS.fullmatch(gap))
    counted = one.qualifier == "unqualified" and not _LATER.match(sentence, one.end)
    return counted and bool(_NOTHING_BETWEEN.fullmatch(gap))


def _range(sentence: str, one: Expression, other: Expression) -> Expression | None:
    """The two as one range: *1950-1953*, *10 to 15*, *between 2,000 and 12,000*."""
    gap = sentence[one.end : other.start][: len(" and ") + 1]
    opened = sentence[max(0, one.start - len("between ")) : one.start].lower()
    if gap in ("-", " - "):
        if one.kind == "date" and RUN.fullmatch(sentence, one.start, other.end):
            dates = date_of(sentence[one.start : other.end])
            return replace(one, end=other.end, after=other.end, last=other.end, upper=other.upper, dates=dates)
    elif not ((gap == " to " and not opened.endswith("from ")) or (gap == " and " and opened.endswith("between "))):
        return None
    if one.kind not in QUANTITIES or other.kind not in QUANTITIES:
        return None
    by = scale(sentence, other.start, other.end)  # 2 to 3 million
    lower = one.lower * (by if scale(sentence, one.start, one.end) == 1 else 1)
    if not (one.lower == one.upper and other.lower == other.upper and lower < other.upper):
        return None
    return replace(
        other,
        kind="range",
        start=one.start,
        first=qualifiers.between(sentence, one.start),
        last=other.end,
        lower=lower,
        qualifier="between",
        currency=one.currency or other.currency,
    )
