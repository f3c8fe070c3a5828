"""Numbers of a draft that are told as worked out from its figures and are not what follows."""

import math
from collections.abc import Collection, Sequence
from itertools import pairwise

from indicators.combine.operand import Operand
from indicators.combine.recipe import Derived
from indicators.combine.verdict import Soundness
from indicators.measure.quantity import Quantity
from indicators.quoting.arithmetic import Result
from indicators.quoting.evidence import TIMES
from indicators.quoting.operands import Operands
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.reader import DraftUnits
from indicators.quoting.refusals import refusal_text
from indicators.quoting.result_units import ResultUnits, share_of_title
from indicators.quoting.rounding import significant

_FACTOR = 2.1
"""Factor within which another number is a wrong result."""
_ROUNDED, _ABOUT = 0.02, 0.12
"""What rounding takes or adds, relative to a result; to one digit, where it or the number is approximate."""
_LONG = 3
"""Digits of a number that may be a rate though only its sentence names the time."""
_EVERY = frozenset(("every", "each"))
_WIDE = 3
"""Factor between the ends of a rate beyond which many other numbers lie between them."""
_HALF = 0.5
"""Share of the words of its title by which a derived figure is named."""
_BEFORE = 5
"""Words before a number among which stands what says that it is worked out, where nothing else tells its period."""


class WrongResults:
    """Finds results that are computed wrongly, or over a time that the figures do not cover."""

    def __init__(self, operands: Operands, units: DraftUnits, result_units: ResultUnits) -> None:
        self._operands, self._units, self._result_units = operands, units, result_units

    def rate(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Result | None:
        """A figure divided by its own period per a time for which the rules refuse it: *148,000 a year* of six months.

        Of a period whose length is unknown the words must say that the number is worked out.
        """
        times = [number.expression.per] if number.expression.per else []
        if not times and significant(number.value) >= _LONG:
            times = _every(passage, number)
        for time in () if math.isnan(number.value) else times:
            for operand, quantity, verdict in self._operands.per_time(linked, [time]):
                is_refused = verdict.verdict == Soundness.REFUSED
                if not is_refused or not self._result_units.has(passage, number, f"{quantity.unit}/{time}"):
                    continue
                if not number.expression.per and number.value > quantity.lower.value:
                    continue  # over a year that would be 438,000
                if self._is_rate(passage, number, time, operand, quantity):
                    pair = f"{operand.id} over {operand.id}.period"
                    return Result(figure="", pair=pair, sound=False, reason=refusal_text(verdict))
        return None

    def _is_rate(self, passage: Passage, number: DraftNumber, time: str, operand: Operand, quantity: Quantity) -> bool:
        """Whether a number is a figure over its period, or that of another telling of it, or is told as such."""
        day = self._units.factor(time, "day")
        periods = [twin.period for twin in self._operands.with_twins(operand.id) if twin.period.dated]
        if periods and day:
            ends = [_over(quantity, period.days(), day) for period in periods]
            return any(
                low * (1 - _ROUNDED) <= number.value <= high * (1 + _ROUNDED) and high <= _WIDE * low
                for low, high in ends
            )
        first = max(passage.clause(number)[0], number.place - _BEFORE)
        return number.value < quantity.lower.value and passage.has("reckoned", first, number.place)

    def derived(self, passage: Passage, number: DraftNumber, linked: Collection[str]) -> Result | None:
        """The derived figure that the draft names with its inputs, but with another value."""
        if math.isnan(number.value) or not _is_reckoned(passage, number):
            return None
        for figure, inputs in self._operands.derived:
            if not inputs <= {*linked} or share_of_title(passage, number, figure.title) < _HALF:
                continue
            if not self._result_units.has(passage, number, figure.result.unit):
                continue
            low, high = self._readings(figure)
            rounded = _ABOUT if figure.result.about or number.qualifier == "approximate" else _ROUNDED
            is_result = low * (1 - rounded) <= number.value <= high * (1 + rounded)
            if not is_result and low / _FACTOR <= number.value <= high * _FACTOR:
                return Result(
                    figure=figure.id, pair="", sound=True, reason=figure.note, phrase=figure.phrase, lost="value"
                )
        return None

    def _readings(self, figure: Derived) -> tuple[float, float]:
        """The least and the greatest number that a derived figure may be read as; of a bound that is not the end."""
        ends = [end.value for end in (figure.result.lower, figure.result.upper) if math.isfinite(end.value)]
        low, high = min(ends), max(ends)
        for name in figure.inputs:
            operand = self._operands.find(name)
            if figure.operation == "rate" and operand and operand.period.dated:
                days = operand.period.days()
                high = max(high, low * days.upper.value / days.lower.value)
        return low, high


def _over(total: Quantity, days: Quantity, day: float) -> tuple[float, float]:
    """The least and the greatest rate of a total over so many days, per a time of `day` days."""
    ends = [end.value for end in (total.lower, total.upper) if math.isfinite(end.value)]
    return min(ends) * day / days.upper.value, max(ends) * day / days.lower.value


def _every(passage: Passage, number: DraftNumber) -> list[str]:
    """The times behind *every* in the sentence of a number: *every day of April 713 jobs*."""
    words = (word.low for word in passage.words[slice(*passage.span(number))] if word.low != "single")
    return [time for every, time in pairwise(words) if every in _EVERY and time in TIMES]


def _is_reckoned(passage: Passage, number: DraftNumber) -> bool:
    """Whether words before the number, behind the one before it, say that it is worked out."""
    return passage.has("reckoned", passage.clause(number)[0], number.place)
