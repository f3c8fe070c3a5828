"""Two quantities brought to one unit that do not convert by themselves, percentages to points; to one last digit."""

from dataclasses import replace

from indicators.combine.pair import Pair
from indicators.measure.quantity import Quantity
from indicators.measure.units import POINTS


def as_whole(pair: Pair, a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Both quantities in the unit of the kind that their kinds are parts of; rates per the time of ``a``."""
    units, kinds = pair.catalogue.units, pair.catalogue.kinds["unit"]
    per_time = "".join(a.unit.partition("/")[1:])
    whole = f"{kinds[pair.whole_kind]}{per_time}"
    parts = ((part, f"{kinds[side.kind]}{per_time}") for part, side in ((a, pair.a), (b, pair.b)))
    first, second = (part.scale(units.factor(part.unit, unit), whole) for part, unit in parts)
    return first, second


def with_points(pair: Pair, a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """A percentage and its change, which is in percentage points, both in the unit of the percentage."""
    unit = a.unit if a.unit not in POINTS else b.unit
    per_point = 0.01 / pair.catalogue.units.plain(unit)
    first, second = (each.scale(per_point, unit) if each.unit in POINTS else each for each in (a, b))
    return first, second


def to_one_place(pair: Pair, a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Both quantities, the last digit of one a single zero that the other shows to be a digit: 640 beside 655.

    They are bare numbers of one indicator and source in one unit. One number in ten ends in a zero by chance, so 640 is
    as exact as 655; 1,200 beside 1,271 may be rounded. Digits that the catalogue states stand.
    """
    like = pair.a.indicator == pair.b.indicator and pair.a.sources == pair.b.sources and a.unit == b.unit
    if not like or pair.a.derived or pair.b.derived or not all(each.single and not each.about for each in (a, b)):
        return a, b
    first, second = a.place, b.place
    if first is None or second is None or abs(first - second) != 1:
        return a, b
    coarser = pair.a if first > second else pair.b
    if pair.catalogue.observation(coarser.id).significant_figures is not None:
        return a, b
    return (_with_digit(a), b) if first > second else (a, _with_digit(b))


def _with_digit(number: Quantity) -> Quantity:
    return replace(number, digits=(number.digits or 0) + 1)


def in_points(pair: Pair, difference: Quantity) -> Quantity:
    """The difference of two percentages in percentage points, which have no unit where the catalogue lists none."""
    if not pair.in_percent or difference.unit in POINTS:
        return difference
    units = pair.catalogue.units
    to_percent = units.plain(difference.unit) / 0.01
    return difference.scale(to_percent, POINTS[0] if POINTS[0] in units.names else "")
