"""Numbers of a draft that are ratios of two others: *twice as many*, *three times*, *half of*, *tenfold*."""

import re

from indicators.quoting.passage import DraftNumber, Passage

_RATIO = re.compile(
    r"(?:doubl|trebl|tripl|quadrupl|quintupl|halv)\w*|twice|thrice|\w*-?fold|(?:\w+[ -])?(?:half|halves|thirds?|"
    r"quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)|an? (?:third|quarter|fifth|sixth|tenth)",
    re.IGNORECASE,
)
_TIMES = "times"
_SAYING = frozenset("a per every each".split())
_CLOSE, _LOOSE = 0.03, 0.1
"""Relative distances of a ratio from the one that is told, and from one that is told with *nearly* or *about*."""


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
    told, qualifier = number.value, number.qualifier
    if not told:
        return False
    off = exact / told - 1
    if qualifier in ("more_than", "at_least"):
        return 0 <= off <= _LOOSE
    if qualifier in ("less_than", "at_most", "nearly"):
        return -_LOOSE <= off <= 0
    return abs(off) <= (_LOOSE if qualifier == "approximate" else _CLOSE)
