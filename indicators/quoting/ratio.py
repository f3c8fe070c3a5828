"""Numbers of a draft that are ratios of two others: *twice as many*, *three times*, *half of*, *tenfold*."""

import re

from indicators.measure.bounds import DIRECTIONS
from indicators.quoting.passage import DraftNumber, Passage

_RATIO = re.compile(
    r"(?:doubl|trebl|tripl|quadrupl|quintupl|halv)\w*|twice|thrice|\w*-?fold|(?:\w+[ -])?(?:half|halves|thirds?|"
    r"quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)|an? (?:third|quarter|fifth|sixth|tenth)",
    re.IGNORECASE,
)
_TIMES = "times"
_SAYING = frozenset("a per every each".split())
_ONE_OF = 4
"""Words from *one* to *in* before the number in *one soldier in 1,200*."""
_CLOSE, _LOOSE = 0.03, 0.1
"""By how much a told ratio may differ, relative to the exact one; the same with *nearly* or *about*."""


def is_ratio(passage: Passage, number: DraftNumber) -> bool:
    """Whether a number is told as a ratio."""
    if _RATIO.fullmatch(number.words.strip()):
        return True
    at = number.place + 1
    words = passage.words
    while at < len(words) and words[at].start < number.expression.end:
        at += 1
    behind = words[at + 1].low if at + 1 < len(words) else ""
    return at < len(words) and words[at].low == _TIMES and behind not in _SAYING


def tells_ratio(number: DraftNumber, exact: float) -> bool:
    """Whether a number that is told as a ratio lies near the exact one."""
    if not number.value:
        return False
    off = exact / number.value - 1
    match DIRECTIONS.get(number.qualifier):
        case "down":
            return 0 <= off <= _LOOSE
        case "up":
            return -_LOOSE <= off <= 0
        case _:
            return abs(off) <= (_LOOSE if number.qualifier == "approximate" else _CLOSE)


def is_one_in(passage: Passage, number: DraftNumber) -> bool:
    """Whether a number is the second of *one soldier in 1,200*."""
    at = passage.word_before(number)
    words = [word.low for word in passage.words[max(at - _ONE_OF, 0) : at + 1]]
    return words[-1:] == ["in"] and bool({"one", "1"}.intersection(words))
