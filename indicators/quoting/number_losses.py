"""What a draft loses of the number itself: its bound, its unit, its value."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace

from indicators.measure.bounds import DIRECTIONS
from indicators.measure.units import PERCENT
from indicators.quoting.passage import DraftNumber
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.rounding import rounded, significant
from indicators.quoting.unit_losses import unit_losses

KEPT: Mapping[str, frozenset[str]] = {
    "more_than": frozenset(("more_than", "at_least")),
    "at_least": frozenset(("at_least",)),
    "less_than": frozenset(("less_than", "nearly", "at_most")),
    "nearly": frozenset(("nearly", "less_than", "approximate")),
    "at_most": frozenset(("at_most", "less_than")),
    "approximate": frozenset(("approximate",)),
    "unqualified": frozenset(("unqualified", "exact", "approximate")),
    "exact": frozenset(("unqualified", "exact")),
}
"""For the qualifier of a figure those of a draft that keep it."""
_ESTIMATE = "estimate"
_SUPPOSED, _EXACT = frozenset((_ESTIMATE, "forecast")), "exact"
_ROUGHLY = frozenset("roughly approximately thereabouts".split())
_ENDS = frozenset(
    "upper lower end ends top bottom worst best most least maximum minimum high higher highest low lowest "
    "scenario scenarios case limit bound range between".split()
)
"""Words that say that a number is one end of a range."""
_ORDERED = frozenset(("median", "quantile"))
"""Statistics above and below which a part of all lies."""
_OPEN = frozenset(("more_than", "at_least", "less_than", "at_most"))
_PARTS = frozenset("half third quarter fifth tenth twentieth quarters thirds tenths".split())
_FAR = 0.25
"""Relative distance beyond which a looser bound is no telling of the figure any more."""


def number_losses(quoted: Quoted) -> Iterator[Loss]:
    """What the number of a draft loses of bound and unit; of a range with one wrong end, its value."""
    yield from _bound(quoted)
    yield from unit_losses(quoted)
    yield from _other_end(quoted)


def _other_end(quoted: Quoted) -> Iterator[Loss]:
    """A range of which one end alone is that of the figure."""
    observation, number = quoted.profile.observation, quoted.number
    is_range = observation.qualifier == "between" and number.expression.kind == "range"
    if is_range and {*number.expression.numbers} != {observation.lower, observation.upper} and not quoted.fit.unit:
        yield Loss(code="value")


def _bound(quoted: Quoted) -> Iterator[Loss]:
    own = quoted.profile.observation.qualifier
    told = quoted.number.qualifier
    if own == "between":
        if told != "between" and not _implied_by_range(quoted, told) and not _tells_both_ends(quoted):
            yield Loss(code="bound", told=told)
    elif _is_tightened(quoted) or (
        own in KEPT
        and told not in KEPT[own]
        and not (own == "approximate" and _is_about(quoted))
        and not tells_order(quoted)
    ):
        yield Loss(code="bound", told=told)


def _tells_both_ends(quoted: Quoted) -> bool:
    """Whether the sentence tells the other end of the range as well: *a forecast of 40 to 60*."""
    observation, passage = quoted.profile.observation, quoted.passage
    near = (other for other in passage.numbers if other.sentence == quoted.number.sentence)
    return {observation.lower, observation.upper} <= {value for other in near for value in other.expression.numbers}


def tells_order(quoted: Quoted) -> bool:
    """Whether a bare median or quantile is told as what a part lie above or below: *half stayed longer than 5 days*."""
    observation, passage, sentence = quoted.profile.observation, quoted.passage, quoted.number.sentence
    is_bare = observation.statistic in _ORDERED and observation.qualifier == "unqualified"
    if not is_bare or quoted.number.qualifier not in _OPEN:
        return False
    is_part = any(passage.words[at].low in _PARTS and at not in passage.dated for at in range(*quoted.sentence))
    return is_part or any(
        PERCENT in other.expression.units or other.expression.kind == "share"
        for other in passage.numbers
        if other.sentence == sentence
    )


def _is_tightened(quoted: Quoted) -> bool:
    """Whether an estimate that is published with its interval is told as exact: *precisely 1.0 percent*."""
    observation = quoted.profile.observation
    has_interval = observation.interval_lower is not None and observation.status in _SUPPOSED
    return has_interval and quoted.number.qualifier == _EXACT


def _is_about(quoted: Quoted) -> bool:
    """Whether an approximate number is told bare, but as an estimate, or *roughly* anywhere in its clause."""
    words = quoted.passage.words[slice(*quoted.clause)]
    is_rough = quoted.number.qualifier == "unqualified" and any(word.low in _ROUGHLY for word in words)
    return is_rough or _is_estimated(quoted)


def _is_estimated(quoted: Quoted) -> bool:
    """Whether an estimate is told without its bound, but called an estimate: *estimates that*."""
    if quoted.profile.observation.status != _ESTIMATE or quoted.number.qualifier != "unqualified":
        return False
    passage, number = quoted.passage, quoted.number
    bounds = [(other.expression.first, other.expression.start) for other in passage.numbers if other is not number]
    return any(
        word.low.startswith(_ESTIMATE) and not any(first <= word.start < start for first, start in bounds)
        for word in passage.words[quoted.sentence[0] : number.place]
    )


def _implied_by_range(quoted: Quoted, told: str) -> bool:
    observation, value = quoted.profile.observation, quoted.number.value
    match DIRECTIONS.get(told):
        case "down":
            return value == observation.lower
        case "up":
            return value == observation.upper
        case _:
            return False


def kept_value(quoted: Quoted) -> bool:
    """Whether another number than the printed one is implied by the figure.

    A lower bound may be told lower and an upper bound higher; a number may be rounded where the draft says *about*.
    """
    observation, value, told = quoted.profile.observation, quoted.number.value, quoted.number.qualifier
    if observation.value is None or math.isnan(value):
        return False
    own = observation.value / quoted.fit.factor
    if abs(value - own) > _FAR * abs(own):
        return False
    if math.isclose(value, own, rel_tol=1e-9):
        is_renamed = quoted.fit.is_in_other_unit and quoted.fit.factor == 1  # euros of dollars
        return not is_renamed and told in KEPT.get(observation.qualifier, ())
    if direction := DIRECTIONS.get(observation.qualifier):
        is_implied = value <= own if direction == "down" else value >= own
        return DIRECTIONS.get(told) == direction and is_implied and told != "nearly"  # nearly 50 is not nearly 40
    return told == "approximate" and math.isclose(rounded(own, significant(value), "nearest"), value, rel_tol=1e-9)


def is_end_of_interval(quoted: Quoted, number: DraftNumber) -> bool:
    """Whether a number, or each of a range, is an end of the interval that is published with a figure."""
    observation = quoted.profile.observation
    ends = [end for end in (observation.interval_lower, observation.interval_upper) if end is not None]
    told = number.expression.numbers
    return bool(told) and all(any(math.isclose(value, end, rel_tol=1e-9) for end in ends) for value in told)


def is_interval_told(quoted: Quoted) -> bool:
    """Whether the sentence tells both ends of the interval that is published with a figure."""
    observation, passage = quoted.profile.observation, quoted.passage
    sentence = quoted.number.sentence
    told = {each for other in passage.numbers if other.sentence == sentence for each in other.expression.numbers}
    return {observation.interval_lower, observation.interval_upper} <= told


def is_in_interval(quoted: Quoted, number: DraftNumber) -> bool:
    """Whether a number and the one beside it, behind a figure, are both ends of the interval published with it."""
    observation, numbers = quoted.profile.observation, quoted.passage.numbers
    at = bisect_left(quoted.passage.places, number.place)
    pairs = (numbers[max(at - 1, 0) : at + 1], numbers[at : at + 2])
    ends = {observation.interval_lower, observation.interval_upper}
    return quoted.number.place < number.place and any({each.value for each in pair} == ends for pair in pairs)


def is_end_of_range(quoted: Quoted, number: DraftNumber) -> bool:
    """Whether a number tells one end of a range, quoted before it as a whole, as if it were the figure.

    *Up to* before its upper end, a word such as *worst*, or the other end in the sentence make it no such telling.
    """
    observation, value, passage = quoted.profile.observation, number.value, quoted.passage
    if (
        observation.qualifier != "between"
        or not quoted.fit.certain
        or value not in (observation.lower, observation.upper)
    ):
        return False
    if number.expression.kind == "range" or not 0 < number.sentence - quoted.number.sentence <= 1:
        return False
    told = replace(quoted, number=number)
    if number.noun or _implied_by_range(told, number.qualifier):
        return False
    beside = {
        each for other in passage.numbers if other.sentence == number.sentence for each in other.expression.numbers
    }
    is_whole = {observation.lower, observation.upper} <= beside
    return not is_whole and _ENDS.isdisjoint(passage.low_words[number.sentence])
