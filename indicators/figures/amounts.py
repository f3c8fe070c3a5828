"""The number and unit of an observation in words; a change below zero reads as a fall, a revision as one."""

from fractions import Fraction
from math import isclose

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import CHANGE_STATISTICS, Observation
from indicators.figures.revisions import revision_indicators
from indicators.measure import bounds, period
from indicators.measure.units import PERCENT

FALL = "a fall of"
"""Words before the size of a change below zero."""
REVISED = "revised"
"""Word before the direction and the size of a revision: *revised down by*."""

INDEX_POINTS = "index points"
"""Unit of an index, which is in percent of its base."""
_PERCENT = 0.01
"""One percent as a plain number: in larger units of shares, and in percent, a ratio is told as one in so many."""
_LARGEST_DENOMINATOR = 10
"""Of a ratio that is told with another numerator than one: *3 in 10*."""
_ROUNDED = 1e-9
"""Relative difference below which a number is a simple fraction."""

_FALLS = {"more_than": "less_than", "at_least": "at_most", "less_than": "more_than", "at_most": "at_least"}
"""The qualifier of the size of a fall, where that of its number, which is below zero, points the other way."""


def is_fall(observation: Observation) -> bool:
    """Whether it is a change below zero, all of it."""
    ends = [end for end in (observation.value, observation.lower, observation.upper) if end is not None]
    return (
        observation.statistic in CHANGE_STATISTICS and observation.qualifier != "vague" and bool(ends) and max(ends) < 0
    )


def direction_words(catalogue: Catalogue, observation: Observation) -> str:
    """The words before the size of a change: *a fall of*, *revised up by*; empty before any other number."""
    falls = is_fall(observation)
    if observation.indicator in revision_indicators(catalogue) and observation.qualifier != "vague":
        rises = (observation.value if observation.lower is None else observation.lower) or 0
        return f"{REVISED} down by" if falls else f"{REVISED} up by" if rises > 0 else ""
    return FALL if falls else ""


def size_of_fall(observation: Observation) -> Observation:
    """The same observation with the size of the fall as its number."""

    def size(end: float | None) -> float | None:
        return None if end is None else -end

    return observation._replace(
        value=size(observation.value),
        lower=size(observation.upper),
        upper=size(observation.lower),
        qualifier=_FALLS.get(observation.qualifier, observation.qualifier),
    )


def number_and_unit(
    catalogue: Catalogue, observation: Observation, unit: str, *, signed: bool = False
) -> tuple[str, str, str]:
    """Number and unit in a listed ``unit`` and, where they were converted, the number and unit as printed.

    A converted number has no more digits than the printed one, and rounding never passes a bound. A change below zero
    is a fall, and one of a revision is that, unless ``signed``. Raises UnitError where the unit is not listed or
    measures something else.
    """
    if not signed and (direction := direction_words(catalogue, observation)):
        size = size_of_fall(observation) if is_fall(observation) else observation
        number, label, printed = number_and_unit(catalogue, size, unit, signed=True)
        return f"{direction} {number}", label, printed and f"{direction} {printed}"
    if observation.qualifier == "vague":
        return observation.as_printed or bounds.WORDS[observation.qualifier], "", ""
    if one_in := ratio_words(catalogue, observation, observation.value, observation.significant_figures):
        return " ".join(filter(None, (bounds.WORDS[observation.qualifier], one_in))), "", ""
    factor = catalogue.units.factor(observation.unit, unit)
    is_printed = unit == observation.unit
    number = observation.number(factor, None if is_printed else observation.digits)
    singular = observation.value is not None and observation.value * factor == 1
    label = unit_words(catalogue, observation, unit, singular=singular)
    printed = "" if is_printed else " ".join(number_and_unit(catalogue, observation, observation.unit, signed=True)[:2])
    return number, label, printed


def unit_words(catalogue: Catalogue, observation: Observation, unit: str, *, singular: bool = False) -> str:
    """A listed ``unit`` in words as the observation has it: that of an index is *index points (2015 = 100)*."""
    if observation.statistic == "index" and catalogue.units.is_share(unit):
        base = period.words(catalogue.text("indicators", observation.indicator, "base"))
        return f"{INDEX_POINTS} ({base} = {1 / catalogue.units.plain(unit):g})"
    return catalogue.units.label(unit, singular=singular)


def is_one_in(catalogue: Catalogue, unit: str) -> bool:
    """Whether a ratio in this unit is told as *1 in 62*, and not in the unit itself, such as *per 100*."""
    units = catalogue.units
    return units.is_share(unit) and (unit == PERCENT or units.plain(unit) > _PERCENT)


def ratio_words(catalogue: Catalogue, observation: Observation, value: float | None, digits: int | None = None) -> str:
    """A value of a ratio, or of a share that is no percentage, as people print it: *1 in 62*, *2 in 3*.

    Empty for a value of 1 or more, and for any other statistic.

    ``value`` is in the unit of the observation, the number after *1 in* has ``digits`` significant digits, 3 if None. A
    ratio whose own unit is per a number, such as *per 10,000*, is printed in that unit.
    """
    if observation.statistic not in ("ratio", "share") or value is None or not is_one_in(catalogue, observation.unit):
        return ""
    unit_share = catalogue.units.plain(observation.unit)
    if observation.statistic == "share" and unit_share != 1:
        return ""
    ratio = value * unit_share
    if not 0 < ratio < 1:
        return ""
    simple = Fraction(ratio).limit_denominator(_LARGEST_DENOMINATOR)
    if simple.numerator > 1 and isclose(simple, ratio, rel_tol=_ROUNDED):
        return f"{simple.numerator} in {simple.denominator}"
    return f"1 in {bounds.number(float(f'{1 / ratio:.{digits or 3}g}'))}"
