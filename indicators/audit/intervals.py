"""Numbers of a text that belong to the interval beside a figure: its ends, how far they lie from it, its level."""

import math
import re
from collections.abc import Iterator, Sequence

from indicators.audit.claim import Claim
from indicators.audit.passages import Passages, locator
from indicators.catalogue.observation import Observation
from indicators.measure import bounds
from indicators.text.expression import Expression

_CLOSE = 1e-9
"""Relative difference of two floats that come from the same printed number: *1 in 61* has no end of digits."""
_MARGIN = re.compile(r"(±|\+/[-−–]|\bplus(?:/| or )minus|\bmargins? of error\b.*)\s*$", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:confidence|credible|uncertainty|margins? of error|intervals?|CIs?|CrIs?)\b", re.IGNORECASE)

Printed = tuple[Observation, Claim]
"""An observation and the claim of its number."""


def account_for_intervals(
    passages: Passages, claims: Sequence[Sequence[Claim]], printed: Sequence[Printed]
) -> Iterator[Printed]:
    """Lets each observation account for what the text prints of the interval beside it.

    The ends stand in the paragraph of its number; how far they lie from it, and the level, may be stated once for all.
    Of several observations with one interval the nearest accounts for it. Returned are the observations with an
    interval whose ends the text does not print.
    """
    with_interval = [(observation, own) for observation, own in printed if observation.interval() is not None]
    unprinted = {(observation.id, end) for observation, _ in with_interval for end in _ends(observation)}
    for claim in (claim for in_passage in claims for claim in in_passage) if with_interval else ():
        fitting = []
        for observation, own in with_interval:
            ends = _printed_ends(observation, own, claim, passages)
            unprinted -= {(observation.id, end) for end in ends}
            if ends or _is_level(observation, claim, passages):
                fitting.append((observation, own))
        if fitting and not (claim.observations or claim.dismissed):
            observation, _ = min(fitting, key=lambda item: _distance(item[1], claim))
            claim.observations.append(observation.id)
    left = {identity for identity, _ in unprinted}
    yield from ((observation, own) for observation, own in with_interval if observation.id in left)


def in_words(observation: Observation) -> str:
    """The ends of the interval as numbers: *11,900 to 16,800*."""
    return " to ".join(map(bounds.number, _ends(observation)))


def has_tolerance(observation: Observation, expression: Expression) -> bool:
    """Whether a number is printed with its tolerance, *5.2 ± 0.3*, which makes the interval of the observation."""
    if expression.kind == "range" or math.isnan(expression.low) or observation.interval() is None:
        return False
    return all(map(_close, (expression.low, expression.high), _ends(observation)))


def _ends(observation: Observation) -> tuple[float, ...]:
    interval = observation.interval()
    return (interval.lower, interval.upper) if interval else ()


def _printed_ends(observation: Observation, own: Claim, claim: Claim, passages: Passages) -> tuple[float, ...]:
    """The ends of the interval that an expression prints: one, both, or both by how far they lie from the value."""
    expression, ends = claim.expression, _ends(observation)
    if has_tolerance(observation, expression) or _is_width(observation, claim, passages):
        return ends
    if locator(passages[own.passage]) != locator(passages[claim.passage]):
        return ()
    of_numbers = [[end for end in ends if _close(number, end)] for number in expression.numbers]
    return tuple(end for found in of_numbers for end in found) if all(of_numbers) else ()


def _is_width(observation: Observation, claim: Claim, passages: Passages) -> bool:
    """Whether an expression prints how far both ends lie from the value, with words that say so: *±0.3*."""
    value, expression = observation.value, claim.expression
    if value is None or not _MARGIN.search(passages[claim.passage].text[: expression.start]):
        return False
    lower, upper = _ends(observation)
    return _close(expression.value, value - lower) and _close(expression.value, upper - value)


def _is_level(observation: Observation, claim: Claim, passages: Passages) -> bool:
    """Whether an expression prints the level of the interval: *95 % confidence interval*."""
    level, expression = observation.interval_level, claim.expression
    if level is None or expression.kind != "percent" or not _close(expression.value, level):
        return False
    return bool(_LEVEL.search(passages[claim.passage].text[expression.end :]))


def _distance(own: Claim, claim: Claim) -> tuple[int, bool, int]:
    """How far the number of an observation is from an expression: the same sentence first, and in it what precedes."""
    ahead = own.expression.start > claim.expression.start
    return abs(own.passage - claim.passage), ahead, abs(own.expression.start - claim.expression.start)


def _close(number: float, other: float) -> bool:
    # The width is a difference: 5.2 - 4.9 is 0.2999….
    return math.isclose(number, other, rel_tol=_CLOSE, abs_tol=_CLOSE)
