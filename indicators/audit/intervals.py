"""Numbers of a text that belong to the interval beside a figure: its ends, how far they lie from it, its level."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from indicators.audit.claim import Claim
from indicators.audit.passages import Passages, locator
from indicators.catalogue.observation import Observation
from indicators.measure import bounds
from indicators.text.expression import Expression

_REACH = 60
"""Characters around a number in which words say what of an interval it is."""
_MARGIN = re.compile(r"(?:±|\+/[-−–]|\bplus(?:/| or )minus|\bmargins? of error\b.*)\s*$", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:confidence|credible|uncertainty|margins? of error|intervals?|CIs?|CrIs?)\b", re.IGNORECASE)

Printed: TypeAlias = tuple[Observation, Claim]
"""An observation and the claim of its number."""


def account_for_intervals(
    passages: Passages, claims: Sequence[Sequence[Claim]], printed: Sequence[Printed]
) -> Iterator[Printed]:
    """Lets each observation account for what the text prints of the interval beside it.

    The ends stand in the paragraph of its number; how far they lie from it, and the level, may be stated once for all.
    Of several observations with one interval the nearest accounts for it. Returned are the observations with an
    interval whose ends the text does not print.
    """
    with_interval = [pair for pair in printed if pair[0].interval() is not None]
    if not with_interval:
        return
    ends, widths, levels = _Nearest(), _Nearest(), _Nearest()
    for observation, own in with_interval:
        place = locator(passages[own.passage])
        for end in _ends(observation):
            ends.add((place, _key(end)), observation, own)
        widths.add(_width(observation), observation, own)
        levels.add(_key(observation.interval_level or math.nan), observation, own)
    seen: set[object] = set()
    for claim in (claim for in_passage in claims for claim in in_passage):
        sentence, expression = passages[claim.passage].text, claim.expression
        keys = [(locator(passages[claim.passage]), _key(number)) for number in expression.numbers]
        found = ends.of(keys[0], claim) if keys and all(key in ends for key in keys) else None
        seen.update(keys if found else ())
        number = _key(expression.value)
        if not found and _MARGIN.search(sentence, max(0, expression.first - _REACH), expression.first):
            found = widths.of(number, claim)
            seen.add(number)
        if not found and expression.kind == "percent" and _LEVEL.search(sentence, expression.end, claim.limit):
            found = levels.of(number, claim)
        if found and not (claim.observations or claim.dismissed):
            claim.observations.append(found)
    for observation, own in with_interval:
        place = locator(passages[own.passage])
        both = all((place, _key(end)) in seen for end in _ends(observation))
        if not (both or _width(observation) in seen or has_tolerance(observation, own.expression)):
            yield observation, own


def in_words(observation: Observation) -> str:
    """The ends of the interval as numbers: *11,900 to 16,800*."""
    return " to ".join(map(bounds.number, _ends(observation)))


def has_tolerance(observation: Observation, expression: Expression) -> bool:
    """Whether a number is printed with its tolerance, *5.2 ± 0.3*, which makes the interval of the observation."""
    if expression.kind == "range" or math.isnan(expression.low) or observation.interval() is None:
        return False
    return [_key(expression.low), _key(expression.high)] == [_key(end) for end in _ends(observation)]


class _Nearest:
    """Observations by a number of their interval; the nearest one to an expression is taken.

    They are added in any order, before the first is taken.
    """

    def __init__(self) -> None:
        self._places: dict[object, list[tuple[int, int, str]]] = defaultdict(list)
        self._sorted: set[object] = set()

    def add(self, key: object, observation: Observation, own: Claim) -> None:
        self._places[key].append((own.passage, own.expression.start, observation.id))

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def of(self, key: object, claim: Claim) -> str | None:
        """The id of the one in the same sentence before the expression, else of the nearest; None if there is none."""
        if key not in self._places:
            return None
        places = self._places[key]
        if key not in self._sorted:
            places.sort()
            self._sorted.add(key)
        at = bisect_left(places, (claim.passage, claim.expression.start))
        near = places[max(0, at - 1) : at + 1]
        return min(near, key=lambda place: (abs(place[0] - claim.passage), place[1] > claim.expression.start))[2]


def _ends(observation: Observation) -> tuple[float, ...]:
    interval = observation.interval()
    return (interval.lower, interval.upper) if interval else ()


def _width(observation: Observation) -> float:
    """How far both ends lie from the value; NaN where they do not lie equally far."""
    lower, upper = _ends(observation)
    value = math.nan if observation.value is None else observation.value
    return _key(value - lower) if _key(value - lower) == _key(upper - value) else math.nan


def _key(number: float) -> float:
    """The number to as many digits as two floats have alike that come from one printed number: *1 in 61*, 5.2 - 4.9."""
    return float(f"{number:.9g}")
