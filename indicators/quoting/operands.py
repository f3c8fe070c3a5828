"""The operands of a catalogue that a draft may combine, and the verdicts on them, each computed once."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import find_operand
from indicators.combine.derived import all_derived, printed_inputs
from indicators.combine.operand import Operand
from indicators.combine.verdict import Verdict, verdict_on
from indicators.errors import IndicatorsError
from indicators.measure.quantity import Quantity
from indicators.measure.units import PERCENT

_MOST = 12
"""At most so many figures of a passage are combined in pairs."""
_CACHED = 20_000
"""Pairs of figures whose results are kept."""
_RATIO = "one"
"""The unit of ratios: *1 in 62*."""
_TIMES = ("hour", "day", "week", "month", "year")
_OPERATIONS = ("plus", "minus", "over", "percent-change", "times")

Given: TypeAlias = tuple[float, str, tuple[str, str, str]]
"""A number that two figures give, its unit, and the first figure, the operation and the second figure."""


class Operands:
    """Printed and derived figures as operands; `people` are the ids of figures that count people."""

    def __init__(self, catalogue: Catalogue, people: Collection[str]) -> None:
        self._catalogue, self._people = catalogue, people
        self.derived = [
            (figure, frozenset(printed_inputs(catalogue, figure.inputs))) for figure in all_derived(catalogue)
        ]
        self.rated = [name for figure, inputs in self.derived if figure.operation == "rate" for name in inputs]
        """The printed figures that have a derived rate."""
        self._inputs = {figure.id: inputs for figure, inputs in self.derived}
        self.sources = {
            name: frozenset(catalogue.observation(printed).source for printed in inputs)
            for name, inputs in self._inputs.items()
        }
        """The ids of those who say what each derived figure rests on."""
        self._twins: dict[str, list[str]] = {}
        same = catalogue.figures.dropna(subset="same_as")
        for name, other in zip(same["id"], same["same_as"], strict=True):
            self._twins.setdefault(name, []).append(other)
            self._twins.setdefault(other, []).append(name)
        self._operands: dict[str, Operand | None] = {}
        self._given: dict[tuple[str, str], list[Given]] = {}
        self._verdicts: dict[tuple[str, str, str, str], Verdict] = {}

    def find(self, name: str) -> Operand | None:
        """The operand of this name; None where there is none."""
        if name not in self._operands:
            try:
                self._operands[name] = find_operand(self._catalogue, name)
            except IndicatorsError:
                self._operands[name] = None
        return self._operands[name]

    def with_twins(self, name: str) -> list[Operand]:
        """A figure, and those that are most likely the same publication."""
        return [operand for each in (name, *self._twins.get(name, ())) if (operand := self.find(each))]

    def verdict(self, a: str, operation: str, b: str, unit: str = "") -> Verdict | None:
        """The verdict on two operands, with the result in ``unit``; None where the result has no such unit."""
        key = (a, operation, b, unit)
        if key not in self._verdicts:
            first, second = self.find(a), self.find(b)
            if first is None or second is None:
                return None
            try:
                self._verdicts[key] = verdict_on(self._catalogue, first, operation, second, unit=unit)
            except IndicatorsError:
                return None
        return self._verdicts[key]

    def per_time(self, names: Iterable[str], times: Collection[str]) -> Iterator[tuple[Operand, Quantity, Verdict]]:
        """The figures that are no rates, each with its number and the verdict on it over its period per each time."""
        for name in names:
            operand = self.find(name)
            if operand is None or operand.quantity is None or "/" in operand.quantity.unit:
                continue
            for time in times:
                verdict = self.verdict(name, "over", f"{name}.period", f"{operand.quantity.unit}/{time}")
                if verdict is not None:
                    yield operand, operand.quantity, verdict

    def inputs(self, name: str) -> frozenset[str]:
        """The printed figures that an operand rests on."""
        return self._inputs.get(name, frozenset([name.removesuffix(".period")]))

    def pairs(self, linked: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The pairs of a passage's figures and of those derived from them alone; pairs of printed figures first."""
        printed = linked[:_MOST]
        for place, a in enumerate(printed):
            for b in printed[place + 1 :]:
                yield a, b
        known = frozenset(printed)
        derived = [figure.id for figure, inputs in self.derived if inputs <= known and figure.operation != "equivalent"]
        for place, a in enumerate(derived):
            for b in (*printed, *derived[place + 1 :]):
                yield a, b

    def given(self, a: str, b: str) -> list[Given]:
        """All that a pair gives, in the order in which it is judged: above zero, or the share of a fall in a rise."""
        key = a, b
        if key not in self._given:
            if len(self._given) >= _CACHED:
                self._given.clear()
            self._given[key] = [
                (abs(raw), unit, question)
                for question in self._questions(a, b)
                for raw, unit in self.raw(*question)
                if raw > 0 or (raw and question[1] == "over")
            ]
        return self._given[key]

    def _questions(self, a: str, b: str) -> Iterator[tuple[str, str, str]]:
        """What may be asked of a pair: of derived ones only which part or multiple one is of the other."""
        if a not in self._inputs:
            for operation in _OPERATIONS:
                yield a, operation, b
                if operation != "plus":
                    yield b, operation, a
            return
        if self._counts(a):
            yield a, "over", b
        if self._counts(b):
            yield b, "over", a

    def _counts(self, name: str) -> bool:
        """Whether an operand is no mere length of time between dates."""
        operand = self.find(name)
        return operand is not None and bool(operand.kind)

    def raw(self, a: str, operation: str, b: str) -> list[tuple[float, str]]:
        """The bare arithmetic of two figures, each way to read it with its unit: *%* of a share, *x* of a ratio."""
        first, second = self.find(a), self.find(b)
        if first is None or second is None or first.quantity is None or second.quantity is None:
            return []
        x, y = _central(first.quantity), _central(second.quantity)
        unit, other = first.quantity.unit, second.quantity.unit
        if operation in ("plus", "minus", "percent-change"):
            if unit != other and first.kind != second.kind:
                return []
            if operation == "percent-change":
                return [(100 * (x / y - 1), "%")] if y else []
            together = -(x + y) if x < 0 and y < 0 else x + y  # two falls are told without their sign
            result = together if operation == "plus" else x - y
            return [(result, unit), *([(100 * result, "%")] if unit == _RATIO else [])]
        if operation == "times":
            if unit == PERCENT and other != PERCENT:
                return [(x * y / 100, other)]
            is_of_time = other in _TIMES and unit not in (*_TIMES, PERCENT)
            return [(x * y, other), (x * y, unit)] if is_of_time else []
        if not y:
            return []
        if unit == other or (self._counts_people(first) and self._counts_people(second)):
            return [
                (100 * x / y, "%"),
                (x / y, "x"),
                (x / y, _RATIO),
                *([] if unit == other else [(x / y, f"{unit}/{other}")]),
            ]
        return [(x / y, f"{unit}/{other}")]

    def _counts_people(self, operand: Operand) -> bool:
        return operand.id in self._people or any(each in self._people for each in self.inputs(operand.id))


def _central(quantity: Quantity) -> float:
    low, high = quantity.lower.value, quantity.upper.value
    if math.isfinite(low) and math.isfinite(high):
        return (low + high) / 2
    return low if math.isfinite(low) else high
