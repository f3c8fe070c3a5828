"""Words that say that a number is a result, or another telling of the number before it."""

from indicators.measure.bounds import DIRECTIONS
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.rounding import significant
from indicators.quoting.told_direction import told_direction

_FEW = 2
"""Digits of a number that may be a sum by chance."""
_SMALL = 10
"""Percent below which a change is told in whole numbers."""
_BRACKET = 5
"""Words from a number to another one in brackets that tells it again."""


def is_gloss(passage: Passage, number: DraftNumber) -> bool:
    """Whether a number says another one *more exactly* or in brackets, so that it keeps its bound."""
    words, before = passage.words, passage.number_before(number)
    if before and words[number.place - 1].text == "(" and number.place - before.place <= _BRACKET:
        return before.qualifier in DIRECTIONS
    return [word.low for word in words[max(number.place - 2, 0) : number.place]] == ["more", "exactly"]


def is_announced(passage: Passage, number: DraftNumber) -> bool:
    """Whether the words right before a number of several digits say that it is a result: *which makes 109,000*."""
    return significant(number.value) > _FEW and passage.has("reckoned", max(number.place - 2, 0), number.place)


def is_rounded_change(passage: Passage, number: DraftNumber, exact: float) -> bool:
    """Whether a number tells a change in percent, rounded to a whole number below ten: *7 per cent more*."""
    sign, _ = told_direction(passage, number, ())
    is_whole = number.expression.kind == "percent" and number.value == round(abs(exact)) and 0 < number.value < _SMALL
    return is_whole and sign * exact > 0
