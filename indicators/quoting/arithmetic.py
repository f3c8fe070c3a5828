"""What follows from the figures of a passage, and what does not: every pair's result, under the rules of `combine/`."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import find_operand
from indicators.combine.derived import all_derived, printed_inputs
from indicators.combine.operand import Operand
from indicators.combine.verdict import Verdict, verdict_on
from indicators.errors import IndicatorsError
from indicators.measure.quantity import Quantity
from indicators.quoting.owed_number import is_rounded_towards, is_rounding
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.reader import DraftUnits
from indicators.text.lexicon import concept

_MOST = 12
"""Figures of a passage whose pairs are computed."""
_OPERATIONS = ("plus", "minus", "over", "percent-change", "times")
_CALENDAR = frozenset([*(("day", days) for days in (28, 29, 30, 31, 365, 366)), ("month", 12), ("week", 52)])
"""Lengths that the calendar gives, whatever was counted."""
_LOWER, _UPPER = ("more_than", "at_least"), ("less_than", "at_most", "nearly")


@dataclass(frozen=True, kw_only=True)
class Result:
    """A number of a draft as the result of an operation, or as a derived figure.

    ``figure`` is the id of a derived figure, else empty; ``pair`` is *A OP B*. ``sound`` says whether the rules allow
    it; ``phrase`` is the result in words, ``lost`` is *bound* where the draft tells it without its own.
    """

    figure: str
    pair: str
    sound: bool
    reason: str
    phrase: str = ""
    working: tuple[str, ...] = ()
    lost: str = ""


class Arithmetic:
    """Computes what the figures of a catalogue give, each pair once."""

    def __init__(self, catalogue: Catalogue, units: DraftUnits) -> None:
        self._catalogue = catalogue
        self._units = units
        self._derived = [
            (figure, frozenset(printed_inputs(catalogue, figure.inputs))) for figure in all_derived(catalogue)
        ]
        self._operands: dict[str, Operand] = {}
        self._verdicts: dict[tuple[str, str, str], Verdict] = {}

    def derived(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Result | None:
        """The derived figure that the number tells, if its inputs are quoted in the passage or its words are named."""
        best: tuple[int, Result] | None = None
        if not linked:
            return None
        for figure, inputs in self._derived:
            quoted = len(inputs.intersection(linked))
            if not quoted:
                continue
            lost = self._told(passage, number, figure.result)
            if lost is None:
                continue
            if figure.operation != "equivalent" and quoted < len(inputs) and not _names(passage, number, figure.title):
                continue
            result = Result(
                figure=figure.id,
                pair="",
                sound=True,
                reason=figure.note,
                phrase=figure.phrase,
                working=figure.working,
                lost=lost,
            )
            if best is None or (quoted, not lost) > (best[0], not best[1].lost):
                best = quoted, result
        return best and best[1]

    def combined(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Result | None:
        """The operation on two figures of the passage that gives the number; a sound one before one that is refused."""
        refused: Result | None = None
        for a, operation, b in _questions(linked[:_MOST]):
            raw = self._raw(a, operation, b)
            if raw is None or not self._is(passage, number, *raw):
                continue
            verdict = self._verdict(a, operation, b)
            pair = f"{a} {operation} {b}"
            if verdict.verdict == "sound":
                return Result(figure="", pair=pair, sound=True, reason=verdict.meaning, working=verdict.working)
            if verdict.verdict == "refused" and refused is None:
                why = next((reason.text for reason in verdict.reasons if reason.effect == "refuses"), "")
                refused = Result(figure="", pair=pair, sound=False, reason=why, working=verdict.working)
        return refused

    def _told(self, passage: Passage, number: DraftNumber, result: Quantity) -> str | None:
        """What is lost where the number tells a result: empty, *bound* or *value*; None where it does not tell it."""
        value = number.value
        if math.isnan(value) or not self._has_unit(passage, number, result.unit):
            return None
        low, high = result.lower.value, result.upper.value
        told = number.qualifier
        if result.single or result.about:
            return "" if is_rounding(value, low, 2) else None
        if math.isfinite(low) and math.isfinite(high):
            return "" if low <= value <= high else None
        end, own, direction = (low, _LOWER, "down") if math.isfinite(low) else (high, _UPPER, "up")
        if is_rounded_towards(value, end, direction):
            return "" if told in own else "bound"
        return "bound" if is_rounding(value, end, 2) and told not in own else None

    def _has_unit(self, passage: Passage, number: DraftNumber, unit: str) -> bool:
        expression = number.expression
        name, _, per = unit.partition("/")
        if expression.kind == "percent":
            return unit in ("", "percent")
        if per and expression.per != per and not _names_unit(passage, number, per):
            return False
        if not name:
            return not expression.units and not number.noun
        if expression.units:
            return any(self._units.same(one, name) for one in expression.units)
        label = self._catalogue.units.label(name)
        wanted = {concept(word) for word in label.split()}
        nouns = {passage.names[at] for at in number.noun}
        measured = self._units.factor(name, "day") or self._units.factor(name, "meter")
        return not measured and (not nouns or bool(nouns & wanted) or _is_people(passage, number))

    def _raw(self, a: str, operation: str, b: str) -> tuple[float, str] | None:
        """The bare arithmetic of two figures, and the unit of its result, *%* for a share."""
        first, second = self._operand(a), self._operand(b)
        if first is None or second is None or first.quantity is None or second.quantity is None:
            return None
        x, y = _central(first.quantity), _central(second.quantity)
        unit, other = first.quantity.unit, second.quantity.unit
        if operation in ("plus", "minus", "percent-change"):
            if unit != other and not self._alike(first, second):
                return None
            if operation == "percent-change":
                return (100 * (x / y - 1), "%") if y else None
            return (x + y if operation == "plus" else x - y), unit
        if operation == "times":
            return None
        if not y:
            return None
        if unit == other:
            return 100 * x / y, "%"
        return x / y, f"{unit}/{other}"

    def _alike(self, first: Operand, second: Operand) -> bool:
        return first.kind == second.kind

    def _is(self, passage: Passage, number: DraftNumber, raw: float, unit: str) -> bool:
        """Whether the number is this result: by its rounded value and by its unit."""
        expression = number.expression
        if math.isnan(number.value) or raw <= 0:
            return False
        if unit == "%":
            if expression.kind == "percent":
                return is_rounding(number.value, raw, 2)
            return False
        name, _, divided = unit.partition("/")
        if not is_rounding(number.value, raw, 2):
            return False
        if not divided:
            return self._has_unit(passage, number, name)
        if "/" in divided:  # a count over a rate is a time
            time = divided.partition("/")[2]
            if (time, number.value) in _CALENDAR:
                return False
            return time in expression.units or _names_unit(passage, number, time)
        return self._names_quotient(passage, number, name, divided)

    def _names_quotient(self, passage: Passage, number: DraftNumber, name: str, divided: str) -> bool:
        """Whether the number has the unit of the numerator and the sentence names what it is divided by."""
        own = any(self._units.same(one, name) for one in number.expression.units)
        if not own and not (name in number.expression.units or not number.expression.units):
            return False
        return _names_unit(passage, number, self._catalogue.units.label(divided, singular=True)) and (
            own or bool({passage.names[at] for at in number.noun} & {concept(self._catalogue.units.label(name))})
        )

    def _operand(self, name: str) -> Operand | None:
        if name not in self._operands:
            try:
                self._operands[name] = find_operand(self._catalogue, name)
            except IndicatorsError:
                return None
        return self._operands[name]

    def _verdict(self, a: str, operation: str, b: str) -> Verdict:
        key = (a, operation, b)
        if key not in self._verdicts:
            first, second = (find_operand(self._catalogue, name) for name in (a, b))
            self._verdicts[key] = verdict_on(self._catalogue, first, operation, second)
        return self._verdicts[key]


def _questions(linked: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for place, a in enumerate(linked):
        for b in linked[place + 1 :]:
            for operation in _OPERATIONS:
                for first, second in ((a, b), (b, a)):
                    if operation == "plus" and (first, second) != (a, b):
                        continue
                    yield first, operation, second


def _central(quantity: Quantity) -> float:
    low, high = quantity.lower.value, quantity.upper.value
    if math.isfinite(low) and math.isfinite(high):
        return (low + high) / 2
    return low if math.isfinite(low) else high


def _names(passage: Passage, number: DraftNumber, title: str) -> bool:
    """Whether the sentence has most words of a title."""
    first, last = passage.span(number)
    wanted = {concept(word) for word in title.lower().split() if len(word) > 3}
    told = {*passage.names[first:last]}
    return len(wanted & told) * 2 >= len(wanted)


def _names_unit(passage: Passage, number: DraftNumber, unit: str) -> bool:
    """Whether the sentence names a unit; *daily*, *apiece* and *each* too where they may mean it."""
    first, last = passage.span(number)
    wanted = {concept(word) for word in unit.replace("_", " ").split()}
    told = {*passage.names[first:last]}
    return bool(wanted & told)


def _is_people(passage: Passage, number: DraftNumber) -> bool:
    places = number.noun
    return bool(places) and any(
        passage.has(label, places[0], places[-1] + 1) for label in ("people", "arms", "patients")
    )
