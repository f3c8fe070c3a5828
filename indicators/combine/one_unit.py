"""Two quantities brought to one unit where their units do not convert by themselves, and percentages to points."""

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


def in_points(pair: Pair, difference: Quantity) -> Quantity:
    """The difference of two percentages in percentage points, which have no unit where the catalogue lists none."""
    if not pair.in_percent or difference.unit in POINTS:
        return difference
    units = pair.catalogue.units
    to_percent = units.plain(difference.unit) / 0.01
    return difference.scale(to_percent, POINTS[0] if POINTS[0] in units.names else "")
