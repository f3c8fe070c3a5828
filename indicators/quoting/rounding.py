"""Whether a number of a draft is an exact one, rounded to the digits that it shows."""

import math

from indicators.measure.bounds import Direction, round_to

_HUNDREDTHS = 0.1
"""Percent below which a share is told in hundredths."""
_LEAST = 2
"""Digits of a result to which it is rounded at least."""
_OFF = 0.06
"""How far at most rounding to so many digits takes a number, relative to it."""
_CLOSE = 0.05
"""How far a told bound may be from the exact one on its own side, however it was rounded, relative to it."""


def significant(value: float) -> int:
    """The digits of a number without its trailing zeros."""
    if not value or math.isnan(value):
        return 1
    return max(len(f"{value:.15g}".replace(".", "").replace("-", "").partition("e")[0].strip("0")), 1)


def rounded(value: float, digits: int, direction: Direction) -> float:
    """A number rounded to so many digits."""
    return float(round_to([value], digits, direction)[0])


def is_rounding(told: float, exact: float) -> bool:
    """Whether a told number is an exact one rounded to the digits that it shows, at least two."""
    if math.isnan(told) or not math.isfinite(exact):
        return False
    if math.isclose(told, exact, rel_tol=1e-9):
        return True
    if told == 0 or exact == 0 or told * exact < 0 or abs(told - exact) > _OFF * abs(exact):
        return False
    return math.isclose(rounded(exact, max(significant(told), _LEAST), "nearest"), told, rel_tol=1e-9)


def is_small_share(told: float, exact: float) -> bool:
    """Whether percent are told in hundredths, where one digit is as exact as two elsewhere: *0.06 percent*."""
    return told < _HUNDREDTHS and told == round(exact, 2)


def is_rounded_towards(told: float, exact: float, direction: Direction) -> bool:
    """Whether a told bound is an exact one rounded down or up to the digits that it shows, or to one more."""
    if math.isnan(told) or not math.isfinite(exact) or not exact or not 0 < told / exact < 2:
        return False
    digits = significant(told)
    if any(math.isclose(rounded(exact, more, direction), told, rel_tol=1e-9) for more in (digits, digits + 1)):
        return True
    within = abs(told - exact) <= _CLOSE * abs(exact)
    return within and (told <= exact if direction == "down" else told >= exact)
