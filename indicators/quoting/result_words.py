"""Words that say that a number is a result, or another telling of the number before it."""

from itertools import pairwise

from indicators.measure.bounds import DIRECTIONS
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.rounding import significant
from indicators.quoting.told_direction import told_direction

_FEW = 2
"""Digits of a number that may be a sum by chance."""
_BEFORE = 4
"""Words before a number among which stands what says that it is a result."""
_SIGNS = frozenset((":", "="))
_SMALL = 10
"""Percent below which a change is told in whole numbers."""
_FOR, _EACH = frozenset(("for", "to")), frozenset(("each", "every"))
_BRACKET = 5
"""Words from a number to another one in brackets that tells it again."""


def is_gloss(passage: Passage, number: DraftNumber) -> bool:
    """Whether a number says another one *more exactly* or in brackets, so that it keeps its bound."""
    words, before = passage.words, passage.number_before(number)
    if before and words[number.place - 1].text == "(" and number.place - before.place <= _BRACKET:
        return before.qualifier in DIRECTIONS
    return [word.low for word in words[max(number.place - 2, 0) : number.place]] == ["more", "exactly"]


def is_announced(passage: Passage, number: DraftNumber) -> bool:
    """Whether words before a number of several digits say that it is a result: *which makes 109,000*, of nothing else.

    A colon behind another number says so too: *40 and 69: 109 of them*.
    """
    if significant(number.value) <= _FEW or any(passage.words[at].low.endswith("s") for at in number.noun[:1]):
        return False  # made 109,000 trips
    other = passage.number_before(number)
    signs = {word.text for word in passage.words[max(number.place - 1, 0) : number.place]}
    is_of_sentence = other is not None and other.sentence == number.sentence
    is_said = passage.has("reckoned", max(number.place - _BEFORE, 0), number.place)
    return is_said or (is_of_sentence and not signs.isdisjoint(_SIGNS))


def is_rounded_change(passage: Passage, number: DraftNumber, exact: float) -> bool:
    """Whether a number tells a change in percent, rounded to a whole number below ten: *7 per cent more*."""
    sign, _ = told_direction(passage, number, ())
    is_whole = number.expression.kind == "percent" and number.value == round(abs(exact)) and 0 < number.value < _SMALL
    return is_whole and sign * exact > 0


def is_shared_out(passage: Passage, number: DraftNumber) -> bool:
    """Whether the sentence of a number says *for each* or *for every*."""
    words = passage.words[slice(*passage.span(number))]
    return any(word.low in _FOR and behind.low in _EACH for word, behind in pairwise(words))


def is_further(passage: Passage, number: DraftNumber) -> bool:
    """Whether a number is told as more of the same beside an equal one: *3,000 train, and 3,000 more will follow*."""
    before = passage.number_before(number)
    at = number.place + 1
    is_more = at + 1 < len(passage.words) and passage.words[at].low == "more" and passage.words[at + 1].low != "than"
    return is_more and before is not None and before.value == number.value


def is_distance(passage: Passage, number: DraftNumber) -> bool:
    """Whether a number tells how far two numbers are apart: *five more than the four of the week before*."""
    behind = [word.low for word in passage.words[number.place + 1 : number.place + 3]]
    return behind in (["more", "than"], ["fewer", "than"], ["less", "than"])
