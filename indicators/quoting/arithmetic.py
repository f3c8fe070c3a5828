"""What follows from the figures of a passage, and what does not: every pair's result, under the rules of `combine/`."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicators.combine.verdict import Soundness
from indicators.measure.bounds import DIRECTIONS, Direction
from indicators.measure.quantity import Quantity
from indicators.measure.units import PERCENT, Units
from indicators.quoting.evidence import TIMES, is_per_time, times_told
from indicators.quoting.operands import Given, Operands
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.ratio import is_ratio, tells_ratio
from indicators.quoting.reader import DraftUnits
from indicators.quoting.refusals import refusal_text
from indicators.quoting.result_units import ResultUnits, names_unit, share_of_title
from indicators.quoting.result_words import is_announced, is_gloss, is_rounded_change, is_shared_out
from indicators.quoting.rounding import is_rounded_towards, is_rounding, is_small_share, rounded
from indicators.text.lexicon import concept

_CALENDAR = frozenset([*(("day", days) for days in (28, 29, 30, 31, 365, 366)), ("month", 12), ("week", 52)])
"""Lengths that the calendar gives, whatever was counted."""
_NEAR = 0.2
"""How far a result may be from a number that tells it, relative to the number."""
_CHANGE = "percent-change"
_HALF, _MOST = 0.5, 0.6
"""Share of the words of its title by which a derived figure is named beside one of its inputs, and without."""
_ONE, _POINT = "one", "percentage_point"
_OPEN = frozenset(("more_than", "less_than"))
"""Bounds that an exact result does not have."""
_ROUGH = frozenset(("approximate", "nearly"))


@dataclass(frozen=True, kw_only=True)
class Result:
    """A number of a draft as the result of an operation, or as a derived figure.

    ``figure`` is the id of a derived figure, else empty; ``pair`` is *A OP B*. ``sound`` says whether the rules allow
    it, ``assumes`` are the sentences that must then be granted, ``is_said`` is whether the draft says that it assumes
    something; ``phrase`` is the result in words, ``basis`` says whose counts it rests on, ``lost`` is *bound* where the
    draft tells it without its own.
    """

    figure: str
    pair: str
    sound: bool
    reason: str
    phrase: str = ""
    working: tuple[str, ...] = ()
    basis: str = ""
    lost: str = ""
    assumes: tuple[str, ...] = ()
    is_said: bool = True


class Arithmetic:
    """Computes what the figures of a catalogue give."""

    def __init__(self, operands: Operands, listed: Units, units: DraftUnits, result_units: ResultUnits) -> None:
        self._operands, self._listed, self._units, self._result_units = operands, listed, units, result_units

    def derived(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Result | None:
        """The derived figure that the number tells, if its inputs are quoted in the passage or its words are named."""
        best: tuple[int, Result] | None = None
        for figure, inputs in self._operands.derived:
            quoted = len(inputs.intersection(linked))
            is_named = not (quoted or figure.operation == "equivalent") and (
                any(passage.has(f"source.{source}") for source in self._operands.sources[figure.id])
                and share_of_title(passage, number, figure.title) >= _MOST
            )
            lost = self._told(passage, number, figure.result) if quoted or is_named else None
            is_points = _POINT in number.expression.units and figure.result.unit == PERCENT
            if lost is None or (is_named and lost) or is_points:
                continue
            if figure.operation == "equivalent":
                is_told = bool(number.expression.units)
            else:
                is_told = quoted == len(inputs) or share_of_title(passage, number, figure.title) >= _HALF
            if not is_told:
                continue
            result = Result(
                figure=figure.id,
                pair="",
                sound=True,
                reason=figure.note,
                phrase=figure.phrase,
                working=figure.working,
                basis=figure.basis,
                lost=lost,
                assumes=tuple(assumption.text for assumption in figure.assumptions),
            )
            if best is None or (quoted, not lost) > (best[0], not best[1].lost):
                best = quoted, result
        return best and best[1]

    def is_derived(self, passage: Passage, number: DraftNumber) -> bool:
        """Whether a number tells a derived figure with its bound, whatever else the passage quotes."""
        return any(self._told(passage, number, figure.result) == "" for figure, _ in self._operands.derived)

    def combined(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Result | None:
        """The operation on two figures of the passage that gives the number; before a refused one that which holds."""
        if math.isnan(number.value) or _is_article(number):
            return None
        judged = (self._judged(passage, number, *given) for given in self._near(passage, number, linked))
        return max(filter(None, judged), key=lambda result: (result.sound, result.is_said), default=None)

    def result(self, passage: Passage, number: DraftNumber, a: str, operation: str, b: str) -> Result | None:
        """An operation that gives the number, sound or refused; None where it gives another."""
        for raw, unit in self._operands.raw(a, operation, b):
            if raw > 0 and (found := self._judged(passage, number, raw, unit, (a, operation, b))):
                return found
        return None

    def _judged(
        self, passage: Passage, number: DraftNumber, raw: float, unit: str, question: tuple[str, str, str]
    ) -> Result | None:
        """A result that the number tells, with the verdict on it; None where it tells another."""
        a, operation, b = question
        is_near = operation == _CHANGE and is_rounded_change(passage, number, raw)
        if is_ratio(passage, number) != (unit == "x") or not (is_near or self._is(passage, number, raw, unit)):
            return None
        if unit == "x" and (a in self._operands.inputs(b) or b in self._operands.inputs(a)):
            return None
        if (verdict := self._operands.verdict(a, operation, b)) is None:
            return None
        is_points = operation == "minus" and unit == PERCENT and number.expression.units == (PERCENT,)
        sound, assumes = verdict.verdict != Soundness.REFUSED, tuple(each.text for each in verdict.assumptions)
        is_said = not assumes or passage.has("conditional", *passage.span(number))
        is_timed = not self._is_per_time(unit) or is_per_time(passage, number)
        if not (sound and is_said) and not (is_timed and self._is(passage, number, raw, unit)):
            return None  # a whole number, or a time that is named for something else, is too little to tell it by
        return Result(
            figure="",
            pair=f"{a} {operation} {b}",
            sound=sound,
            reason=verdict.meaning if sound else refusal_text(verdict),
            phrase=verdict.answer,
            working=verdict.working,
            basis=verdict.basis,
            lost="unit" if sound and is_points else "",
            assumes=assumes,
            is_said=is_said,
        )

    def _near(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Iterator[Given]:
        """What the figures of a passage give that lies near a number, or is per a time where its sentence names one."""
        reach = _NEAR * abs(number.value)
        low, high = number.value - reach, number.value + reach
        is_timed = bool(times_told(passage, number))
        for pair in self._operands.pairs(linked):
            for each in self._operands.given(*pair):
                if low <= each[0] <= high or (is_timed and self._is_per_time(each[1])):
                    yield each

    def _is_per_time(self, unit: str) -> bool:
        divided = unit.partition("/")[2]
        return divided in TIMES or bool(self._units.factor(divided, "day"))

    def rate(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Result | None:
        """A figure of the passage divided by its own period, where the number tells it, per the time that it names."""
        expression = number.expression
        if math.isnan(number.value) or not (expression.units or number.noun):
            return None
        times = times_told(passage, number)
        for operand, _, verdict in self._operands.per_time(linked, times):
            if verdict.verdict != Soundness.SOUND or verdict.result is None:
                continue
            if (lost := self._told(passage, number, verdict.result)) is not None:
                return Result(
                    figure="",
                    pair=f"{operand.id} over {operand.id}.period",
                    sound=True,
                    reason=verdict.meaning,
                    phrase=verdict.answer,
                    working=verdict.working,
                    basis=verdict.basis,
                    lost=lost,
                )
        return None

    def _told(self, passage: Passage, number: DraftNumber, result: Quantity) -> str | None:
        """What is lost where the number tells a result: nothing or *bound*; None where it does not tell it."""
        value = number.value
        if math.isnan(value) or not self._result_units.has(passage, number, result.unit):
            return None
        low, high = result.lower.value, result.upper.value
        if result.single or result.about:
            is_opened = result.single and number.qualifier in _OPEN and math.isclose(value, low, rel_tol=1e-9)
            return "bound" if is_opened else "" if is_rounding(value, low) else None
        if math.isfinite(low) and math.isfinite(high):
            return "" if low <= value <= high else None
        direction: Direction
        end, direction = (low, "down") if math.isfinite(low) else (high, "up")
        has_bound = DIRECTIONS.get(number.qualifier) == direction or is_gloss(passage, number)
        if is_rounded_towards(value, end, direction):
            return "" if has_bound else "bound"
        return ("value" if has_bound else "bound") if is_rounding(value, end) else None

    def _is(self, passage: Passage, number: DraftNumber, raw: float, unit: str) -> bool:
        """Whether the number is this result: by its rounded value and by its unit."""
        expression = number.expression
        if expression.kind == "share" and unit == _ONE:
            return is_rounding(1 / number.value, 1 / raw)  # 1 in 29
        if unit == _ONE and unit not in self._listed.names:
            return False
        if unit == "%":
            return expression.kind == "percent" and (
                is_rounding(number.value, raw) or is_small_share(number.value, raw)
            )
        if unit == "x":
            return tells_ratio(number, raw)
        name, _, divided = unit.partition("/")
        if self._is_per_time(unit):
            return self._is_rate(passage, number, raw, name, divided)
        is_rough = number.qualifier in _ROUGH and number.value == rounded(raw, 1, "nearest")
        if not (is_rough or is_rounding(number.value, raw)):
            return False
        if not divided:
            is_exact = math.isclose(number.value, raw, rel_tol=1e-9)
            return (is_exact and is_announced(passage, number)) or self._result_units.has(passage, number, name)
        if "/" in divided:  # a count over a rate is a time
            time = divided.partition("/")[2]
            if (time, number.value) in _CALENDAR:
                return False
            return time in expression.units or names_unit(passage, number, time)
        return self._names_quotient(passage, number, name, divided)

    def _is_rate(self, passage: Passage, number: DraftNumber, raw: float, name: str, divided: str) -> bool:
        """Whether the number is a quotient per time, in the time that the draft names."""
        for time in times_told(passage, number):
            factor = self._units.factor(time, divided)
            if factor and is_rounding(number.value, raw * factor):
                return self._result_units.has(passage, number, name)
        return False

    def _names_quotient(self, passage: Passage, number: DraftNumber, name: str, divided: str) -> bool:
        """Whether the number has the unit of the numerator and the sentence names the divisor."""
        own = any(self._units.same(unit, name) for unit in number.expression.units)
        if not own and number.expression.units and name not in number.expression.units:
            return False
        divisor, nouns = self._listed.label(divided, singular=True), {passage.names[at] for at in number.noun}
        is_named = names_unit(passage, number, divisor) or (own and is_shared_out(passage, number))
        return is_named and (own or concept(self._listed.label(name)) in nouns)


def _is_article(number: DraftNumber) -> bool:
    """Whether a number is the *a* of *a day*, which is no result of anything."""
    return number.value == 1 and number.words[:1].lower() == "a"
