"""The result of an operation on two operands that the rules allow, and whether two quantities agree."""

import math
from dataclasses import replace

from indicators.combine.operand import Operand
from indicators.combine.pair import Pair
from indicators.measure import quantity
from indicators.measure.quantity import Quantity

_AGREE, _DIFFER = "they agree", "they differ"
_ALIKE = "they state the same bounds"
_POSSIBLE = "they do not contradict each other"
_ABOUT = "they agree, to about what they are"
_UNKNOWN = "it cannot be told: how far off about may be is not stated"

_NOISE = 1e-12


def compute(pair: Pair, unit: str) -> Quantity | None:
    """The result in ``unit``, by default in the unit that the arithmetic gives; None if there is no number."""
    units = pair.catalogue.units
    a, b = pair.a.quantity, pair.b.quantity
    if pair.a.part == "issued" and pair.b.part == "issued":
        return _span(pair)
    if a is None:
        return None
    if pair.b.part == "period":
        per_time = time_unit(pair, unit)
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
    # Percent change of a from b: 100 (a / b - 1). Each occurs once, so the interval is not too wide.
    ratio = quantity.divide(a, b, "")
    if ratio is None:
        return None
    change = quantity.subtract(ratio.scale(100, ""), quantity.exact(100))
    return replace(change, digits=ratio.digits)


def time_unit(pair: Pair, unit: str) -> str:
    """The unit to measure a period in: the time of the rate ``a`` in a product, else that of ``unit``, else month."""
    rate = pair.a.quantity.unit if pair.operation == "times" and pair.a.quantity else unit
    return rate.partition("/")[2] or "month"


def period_length(pair: Pair, unit: str) -> Quantity:
    """The length of the second operand's period: in calendar months, or in days and what is made of days."""
    span = pair.b.period
    return span.months() if unit == "month" else span.days().scale(pair.catalogue.units.factor("day", unit), unit)


def agreement(pair: Pair) -> str:
    """Whether two quantities, or two periods or dates, can be the same, in words."""
    a, b = pair.a.quantity, pair.b.quantity
    if pair.a.id == pair.b.id:
        return _AGREE
    if pair.a.part:
        return "they are the same" if _part_text(pair.a) == _part_text(pair.b) else _DIFFER
    if a is None or b is None:
        return ""
    if a.unit != b.unit:
        b = b.scale(pair.catalogue.units.factor(b.unit, a.unit), a.unit)
    same = all(
        math.isclose(end.value, other.value, rel_tol=_NOISE) and end.open == other.open
        for end, other in ((a.lower, b.lower), (a.upper, b.upper))
    )
    if a.about or b.about:
        return _ABOUT if same and a.single else _UNKNOWN
    if same:
        return _AGREE if a.single else _ALIKE
    return _DIFFER if _is_above(a, b) or _is_above(b, a) else _POSSIBLE


def _part_text(side: Operand) -> str:
    """The EDTF text of the period or date of issue that the operand is."""
    return (side.period if side.part == "period" else side.issued).text


def _is_above(a: Quantity, b: Quantity) -> bool:
    """Whether every value of ``a`` is above every value of ``b``."""
    if math.isclose(a.lower.value, b.upper.value, rel_tol=_NOISE):
        return a.lower.open or b.upper.open
    return a.lower.value > b.upper.value


def _span(pair: Pair) -> Quantity:
    """The days between two dates of issue; a date given as a month may be any day of the month."""
    if pair.a.id == pair.b.id:
        return quantity.exact(0, "day")
    first, second = pair.a.issued, pair.b.issued
    shortest, longest = first.start_first - second.end_last, first.end_last - second.start_first
    span = quantity.between(shortest.days, longest.days, "day")
    return replace(span, about=first.marked or second.marked)


def _as_whole(pair: Pair, a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Both quantities in the unit of the kind that their kinds are parts of; rates per the time of ``a``."""
    units, kinds = pair.catalogue.units, pair.catalogue.kinds["unit"]
    per_time = "".join(a.unit.partition("/")[1:])
    whole = f"{kinds[pair.whole_kind]}{per_time}"
    parts = ((part, f"{kinds[side.kind]}{per_time}") for part, side in ((a, pair.a), (b, pair.b)))
    first, second = (part.scale(units.factor(part.unit, unit), whole) for part, unit in parts)
    return first, second
