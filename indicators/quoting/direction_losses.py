"""What a draft loses of a change: whether it is a rise or a fall."""

from collections.abc import Iterator

from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.told_direction import told_direction
from indicators.text.direction import says_fall, says_rise

_LOWERED, _RAISED = frozenset(("lowered", "downgraded")), frozenset(("raised", "lifted", "upgraded"))
FROM_TO = "from … to"
"""What is told behind a word that leads from one number to the other, and not as a change."""
_REACH = 3
"""Words before *from* among which one says a rise or a fall: *revised down from*."""


def direction_losses(quoted: Quoted) -> Iterator[Loss]:
    """A rise told as a fall, or a fall as a rise, by a word that stands with the number or leads to it."""
    if word := _leads_the_other_way(quoted):
        yield Loss(code="value", told=word)
        return
    value = quoted.profile.observation.value
    if not quoted.profile.is_change or not value or not quoted.number.value > 0:
        return
    sign, word = told_direction(quoted.passage, quoted.number, quoted.profile.changed_stems)
    if sign * value < 0:
        yield Loss(code="value", told=word)


def _leads_the_other_way(quoted: Quoted) -> str:
    """The word that leads down to a number from a lower one, or up from a higher one; empty where none does.

    *Revised down from 311,000 to 326,000*.
    """
    passage, number = quoted.passage, quoted.number
    other = passage.number_before(number)
    if other is None or other.sentence != number.sentence or {*other.expression.units} - {*number.expression.units}:
        return ""
    to, origin, first = passage.word_before(number), passage.word_before(other), passage.clause(other)[0]
    is_from_to = origin > first and (passage.words[origin].low, passage.words[to].low) == ("from", "to")
    if not is_from_to or not min(other.value, number.value) > 0:
        return ""
    for word in reversed(passage.words[max(origin - _REACH, first) : origin]):
        if not word.text[0].isalpha():
            return ""
        falls, rises = says_fall(word.low) or word.low in _LOWERED, says_rise(word.low) or word.low in _RAISED
        if falls or rises:
            return f"{word.text} {FROM_TO}" if falls != rises and falls == (number.value > other.value) else ""
        if word.low.endswith("ed"):
            return ""  # the gain was revised from
    return ""
