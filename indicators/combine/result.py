"""The result of an operation on two operands that the rules allow."""

from dataclasses import replace

from indicators.combine import one_unit
from indicators.combine.likeness import IN_PERCENT
from indicators.combine.pair import Pair
from indicators.figures.amounts import INDEX_POINTS
from indicators.measure import quantity
from indicators.measure.quantity import End, Quantity
from indicators.measure.units import PERCENT, POINTS


def compute(pair: Pair) -> Quantity | None:
    """The result in the unit that the arithmetic gives; None if there is no number."""
    units = pair.catalogue.units
    a, b = pair.a.quantity, pair.b.quantity
    if pair.a.part == "issued" and pair.b.part == "issued":
        return _span(pair)
    if a is None:
        return None
    if pair.b.part == "period":
        per_time = pair.time_unit
        if pair.operation == "times":
            return quantity.multiply(a, pair.period_length(per_time), a.unit.partition("/")[0])
        return quantity.divide(a, pair.period_length(per_time), f"{a.unit}/{per_time}")
    if b is None:
        return None
    if pair.operation == "times":
        return _product(pair, a, b)
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
    if pair.contribution:
        # Points and percent of one growth are of one size.
        if pair.operation == "over":
            return quantity.divide(a, replace(b, unit=a.unit), "")
        return quantity.subtract(replace(a, unit=b.unit), b)
    if pair.over_share or pair.over_growth:
        return quantity.divide(a, b.scale(units.plain(b.unit), ""), a.unit)
    if pair.in_whole_kind:
        a, b = one_unit.as_whole(pair, a, b)
    elif pair.operation == "over" and not units.same_dimension(a.unit, b.unit):
        return quantity.divide(a, b, f"{a.unit}/{b.unit}")
    if pair.step and not units.same_dimension(a.unit, b.unit):
        a, b = one_unit.with_points(pair, a, b)
    b = b.scale(units.factor(b.unit, a.unit), a.unit)
    if pair.whole_and_part:
        a, b = _as_part_and_whole(a, b) if pair.a_is_part else reversed(_as_part_and_whole(b, a))
    if pair.operation in ("plus", "minus"):
        a, b = one_unit.to_one_place(pair, a, b)
    match pair.operation:
        case "plus":
            return quantity.add(a, b)
        case "minus":
            return one_unit.in_points(pair, quantity.subtract(a, b))
        case "over":
            return _share(pair, quantity.divide(a, b, ""))
    # Percent change of a from b: 100 (a / b - 1). Each occurs once, so the interval is not too wide.
    ratio = quantity.divide(a, b, "")
    if ratio is None:
        return None
    change = quantity.subtract(ratio.scale(100, ""), quantity.exact(100))
    return replace(change, digits=ratio.digits)


def label_of(pair: Pair, found: Quantity | None) -> str:
    """The label of the unit of a result; that of a percentage is not in its unit where the catalogue lists none."""
    if pair.operation == "minus" and pair.a.statistic == pair.b.statistic == "index":
        return INDEX_POINTS
    if found is not None and found.unit:
        return pair.catalogue.units.label(found.unit, singular=found.upper.value == 1)
    if pair.operation == "percent-change":
        return PERCENT
    points = pair.operation == "minus" and pair.in_percent
    return POINTS[0].replace("_", " ") + "s" if points else ""


def _product(pair: Pair, a: Quantity, b: Quantity) -> Quantity:
    """A share or a change in percent times what it is of, or one mean times another."""
    units = pair.catalogue.units
    sides = ((pair.a, a, b), (pair.b, b, a))
    for side, share, whole in sides:
        if side.statistic in IN_PERCENT and units.is_share(share.unit):
            if pair.weighted:
                points = next((name for name in POINTS if name in units.names), whole.unit)
                return quantity.multiply(share.scale(units.plain(share.unit), ""), whole, points)
            return quantity.multiply(share.scale(units.plain(share.unit), ""), whole, whole.unit)
    unit, factor = units.product(a.unit, b.unit)
    return quantity.multiply(a, b.scale(factor, b.unit), unit)


def exceeds_whole(pair: Pair, total: Quantity) -> bool:
    """Whether two parts of one figure are together more than that figure, by more than rounding explains."""
    whole = pair.catalogue.observation(pair.a.part_of).quantity()
    if whole is None or whole.about or total.about or not pair.catalogue.units.same_dimension(total.unit, whole.unit):
        return False
    excess = total.lower.value * pair.catalogue.units.factor(total.unit, whole.unit) - whole.upper.value
    return excess > max((10.0**place for place in (total.place, whole.place) if place is not None), default=0)


def rounding_of(pair: Pair, shown: Quantity) -> Quantity | None:
    """All that a result may be by the rounding of the numbers that it is worked out from, in the unit of ``shown``.

    None where one of them is no single number.
    """
    a, b = pair.a.quantity, pair.b.quantity
    if a is None or b is None or not (a.single and b.single and shown.single) or a.about or b.about:
        return None
    found, widest = (
        compute(replace(pair, a=replace(pair.a, quantity=first), b=replace(pair.b, quantity=second)))
        for first, second in ((a, b), (a.unrounded(), b.unrounded()))
    )
    if found is None or widest is None or not found.lower.value:
        return None
    return widest.scale(shown.lower.value / found.lower.value, shown.unit)


def _as_part_and_whole(part: Quantity, whole: Quantity) -> tuple[Quantity, Quantity]:
    """Both with what follows from one being a part of the other: no part is more than its whole.

    Nothing follows of estimates, nor of a part that may be negative, as a net change may.
    """
    if part.about or whole.about or part.may_be_negative or whole.may_be_negative:
        return part, whole
    lower, upper = part.lower, whole.upper
    part = replace(part, upper=upper) if part.upper.value > upper.value >= lower.value else part
    return part, replace(whole, lower=lower) if whole.lower.value < lower.value <= upper.value else whole


def _share(pair: Pair, ratio: Quantity | None) -> Quantity | None:
    """The ratio; of a part to its whole it is at most 1, of a whole to its part at least 1."""
    if ratio is None or ratio.about or not pair.whole_and_part or min(ratio.lower.value, ratio.upper.value) < 0:
        return ratio
    if pair.a_is_part and ratio.lower.value <= 1 < ratio.upper.value:
        return replace(ratio, upper=End(value=1.0))
    if not pair.a_is_part and ratio.lower.value < 1 <= ratio.upper.value:
        return replace(ratio, lower=End(value=1.0))
    return ratio


def _span(pair: Pair) -> Quantity:
    """The days between two dates of issue; a date given as a month may be any day of the month."""
    if pair.a.id == pair.b.id:
        return quantity.exact(0, "day")
    first, second = pair.a.issued, pair.b.issued
    shortest, longest = first.start_first - second.end_last, first.end_last - second.start_first
    span = quantity.between(shortest.days, longest.days, "day")
    return replace(span, about=first.marked or second.marked)
