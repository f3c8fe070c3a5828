"""The result of an operation on two operands that the rules allow, and whether two quantities agree."""

import math
from dataclasses import replace

from indicators.combine.pair import Pair
from indicators.measure import quantity
from indicators.measure.quantity import Quantity

AGREE, DIFFER = "they agree", "they differ"
ALIKE = "they state the same bounds"
POSSIBLE = "they do not contradict each other"
ABOUT = "they agree, to about what they are"
UNTOLD = "it cannot be told: how far off about may be is not stated"

_NOISE = 1e-12


def compute(pair: Pair, wanted: str) -> Quantity | None:
    """The result in the unit that is wanted, or the one it comes in; None where there is no number."""
    units = pair.catalogue.units
    a, b = pair.a.quantity, pair.b.quantity
    if pair.a.part == "issued" and pair.b.part == "issued":
        return _span(pair)
    if a is None:
        return None
    if pair.b.part == "period":
        per_time = time_unit(pair, wanted)
        if pair.operation == "times":
            return quantity.multiply(a, period_length(pair, per_time), a.unit.partition("/")[0])
        return quantity.divide(a, period_length(pair, per_time), f"{a.unit}/{per_time}")
    if b is None:
        return None
    if pair.a.id == pair.b.id:
        return {"minus": quantity.exact(0, a.unit), "over": quantity.exact(1)}.get(pair.operation, quantity.exact(0))
    if pair.operation == "over" and "/" in b.unit and "/" not in a.unit:
        counted, per_time = b.unit.split("/")
        factor = (
            units.factor(a.unit, counted)
            if units.same_dimension(a.unit, counted)
            else units.bridge(a.unit, counted, pair.bridges[0].id)
        )
        return quantity.divide(a.scale(factor, counted), b, per_time)
    if pair.operation == "over" and not units.same_dimension(a.unit, b.unit):
        return quantity.divide(a, b, f"{a.unit}/{b.unit}")
    if pair.kinds_of_one:
        return quantity.add(*_as_whole(pair, a, b))
    b = b.scale(units.factor(b.unit, a.unit), a.unit)
    match pair.operation:
        case "plus":
            return quantity.add(a, b)
        case "minus":
            return quantity.subtract(a, b)
        case "over":
            return quantity.divide(a, b, "")
    # Percent change of the first from the second: 100 (a / b - 1), in which neither occurs twice.
    ratio = quantity.divide(a, b, "")
    if ratio is None:
        return None
    change = quantity.subtract(ratio.scale(100, ""), quantity.exact(100))
    return replace(change, digits=ratio.digits)


def time_unit(pair: Pair, unit: str) -> str:
    """The time that a period is measured in: of a rate its own, else that of the rate ``unit``, else the month."""
    rate = pair.a.quantity.unit if pair.operation == "times" and pair.a.quantity else unit
    return rate.partition("/")[2] or "month"


def period_length(pair: Pair, unit: str) -> Quantity:
    """The length of the second operand's period: in calendar months, or in days and what is made of days."""
    span = pair.b.period
    return span.months() if unit == "month" else span.days().scale(pair.catalogue.units.factor("day", unit), unit)


def agreement(pair: Pair) -> str:
    """Whether two quantities, or two periods, can be the same."""
    a, b = pair.a.quantity, pair.b.quantity
    if pair.a.id == pair.b.id:
        return AGREE
    if pair.a.part:
        return "they are the same" if pair.a.phrase == pair.b.phrase else DIFFER
    if a is None or b is None:
        return ""
    if a.unit != b.unit:
        b = b.scale(pair.catalogue.units.factor(b.unit, a.unit), a.unit)
    same = all(
        math.isclose(one.value, other.value, rel_tol=_NOISE) and one.open == other.open
        for one, other in ((a.lower, b.lower), (a.upper, b.upper))
    )
    if a.about or b.about:
        return ABOUT if same and a.single else UNTOLD
    if same:
        return AGREE if a.single else ALIKE
    return DIFFER if _apart(a, b) or _apart(b, a) else POSSIBLE


def _apart(a: Quantity, b: Quantity) -> bool:
    """Whether the first lies wholly above the second."""
    if math.isclose(a.lower.value, b.upper.value, rel_tol=_NOISE):
        return a.lower.open or b.upper.open
    return a.lower.value > b.upper.value


def _span(pair: Pair) -> Quantity:
    """The days between two dates of issue."""
    if pair.a.id == pair.b.id:
        return quantity.exact(0, "day")
    first, second = pair.a.issued, pair.b.issued
    shortest, longest = first.start_first - second.end_last, first.end_last - second.start_first
    span = quantity.between(shortest.days, longest.days, "day")
    return replace(span, about=first.marked or second.marked)


def _as_whole(pair: Pair, a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Quantities of two declared parts of one kind, each in the unit of that kind; of rates, per the first's time."""
    units, kinds = pair.catalogue.units, pair.catalogue.kinds["unit"]
    per_time = "".join(a.unit.partition("/")[1:])
    whole = f"{kinds[pair.whole_kind]}{per_time}"
    parts = ((one, f"{kinds[side.kind]}{per_time}") for one, side in ((a, pair.a), (b, pair.b)))
    first, second = (one.scale(units.factor(one.unit, unit), whole) for one, unit in parts)
    return first, second
