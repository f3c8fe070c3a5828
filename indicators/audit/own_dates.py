"""Which date of a sentence belongs to a number: *63.3 percent in February 2020*, *its February 2020 level of 63.3*."""

import re
from collections.abc import Mapping

from indicators.audit.fitting_dates import bare, is_period, parts_of
from indicators.text.vocabulary import ANY_MONTH

_OF_ANOTHER = r"(?:than|below|above|over|under|from|since|versus|against|compared|levels?|and|or|but|which|who|that)\b"
_NUMBER_TO_DATE = re.compile(rf"(?: (?!{_OF_ANOTHER})[^\W\d]+){{0,3}} (?:in|for|during) ", re.IGNORECASE)
"""What stands between a number and the date that is its own; not in *shorter by 0.1 hours than in March*."""
_TO_DATE = re.compile(r",? ?(?:to|through|until|till|and|or|-|–|/|,)? ?(?:in |early |late |the )?")
"""What stands between two dates that are one time, or two times of one number: *in March and April*."""
_LEVEL = r"(?: (?:level|rate|figure|value|mark|total|peak|low|high)s?)"
_DATE_TO_NUMBER = re.compile(
    rf"{_LEVEL}? of |{_LEVEL} (?:of |\()(?:[+-]?[$€£]?\d[\d.,]*%?(?: (?!and\b)[^\W\d_]+){{0,2}},? (?:and )?){{0,4}}"
)
"""What stands between such a date and its number: *its February 2020 level of 63.3*, *its levels (63.3 and 61.1)*."""
_OF_DATE = re.compile(r"\b(?:for|of|in|during) (?:the )?$")
_REVISED = re.compile(
    r" (?:(?:was|were|is|are|has been|have been|had been)(?: [^\W\d_]+ly)? )?revised\b"
    rf"(?:(?!\b(?:{ANY_MONTH}|same|month|quarter|year)\b)[^;:])*"
)
"""What stands between the date of what was revised and its numbers: *the gain of May was revised by 5, from 3 to 8*."""
_OPENING = re.compile(r"(?:In|During) (?:the )?(?:year |month of )?")
"""What opens a sentence before the date of its first number: *In 2025, 214 people*."""
_REACH = 160
"""Characters between a date and its number."""


def is_own_date(sentence: str, number: tuple[int, int], date: tuple[int, int]) -> bool:
    """Whether a date belongs to a number, both given by where they stand: *3 percent in May*, *In May, 3 percent*.

    So does the date of what was revised: *the gain of May was revised by 5, from 3 to 8*.
    """
    if number[1] <= date[0]:
        return bool(_NUMBER_TO_DATE.fullmatch(sentence, number[1], date[0]))
    if number[0] - date[1] > _REACH:
        return False
    opens = _OPENING.fullmatch(sentence, 0, date[0]) and sentence[date[1] : number[0]] in (", ", " ", " alone, ")
    return bool(
        opens
        or _DATE_TO_NUMBER.fullmatch(sentence, date[1], number[0])
        or (_OF_DATE.search(sentence, 0, date[0]) and _REVISED.fullmatch(sentence, date[1], number[0]))
    )


def own_period(sentence: str, printed: Mapping[str, tuple[int, int]], number: tuple[int, int], period: str) -> str:
    """The period of a number that is the one date which the text prints with it: *63.3 percent in February 2020*.

    `printed` are the dates of the sentence and their places. A date without a year counts where it is `period`, that of
    the document. Empty where there is none, several, or a time between two: *in March and April*.
    """
    own = [(date, at) for date, at in printed.items() if is_own_date(sentence, number, at)]
    if len(own) != 1:
        return ""
    date, (start, end) = own[0]
    if not is_period(date) or any(
        _TO_DATE.fullmatch(sentence, end, other[0]) for other in printed.values() if other[0] > start
    ):
        return ""
    if not date.startswith("--"):
        return date
    return period if parts_of(date)[1:] == parts_of(bare(period))[1:] else ""
