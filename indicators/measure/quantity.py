"""Quantities: intervals in a unit, with open, closed or missing ends, and arithmetic on two independent quantities.

The arithmetic is that of intervals (R. E. Moore, *Methods and Applications of Interval Analysis*, chapter 2), with open
and closed ends. An approximate quantity has a central value and unknown bounds, so *about* stays with every result
computed from it.
"""

import math
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.measure.bounds import Direction, round_to, scaled

INFINITE = math.inf
_NOISE = 1e-12
"""Relative difference of binary fractions that are the same number."""
SHOWN = 3
"""Significant digits shown of a number that is exact and not whole, such as a length in months."""


@dataclass(frozen=True, kw_only=True)
class End:
    """An end of an interval: its value, infinite without a bound, and whether the value itself is excluded."""

    value: float
    open: bool = False


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """What is known of a number: it lies between ``lower`` and ``upper``.

    If ``about``, the ends are central values and not bounds. ``digits`` is the number of significant digits, ``place``
    the power of ten of the last of them (None: exact, as a number of days is). ``unit`` is the name of a unit, empty
    for a plain number.
    """

    lower: End
    upper: End
    unit: str = ""
    about: bool = False
    digits: int | None = None

    @property
    def bounded(self) -> bool:
        """Whether it has a lower or an upper bound."""
        return math.isfinite(self.lower.value) or math.isfinite(self.upper.value)

    @property
    def says_more_than_its_sign(self) -> bool:
        """Whether it has a bound other than zero."""
        return any(math.isfinite(end.value) and end.value != 0 for end in (self.lower, self.upper)) or self.single

    @property
    def may_be_zero(self) -> bool:
        """Whether zero lies within its bounds; false without a lower bound."""
        return math.isfinite(self.lower.value) and self.lower.value <= 0 <= self.upper.value

    @property
    def may_be_negative(self) -> bool:
        """Whether a negative number lies within its bounds; false without a lower bound, unless all are negative."""
        return self.upper.value < 0 or -INFINITE < self.lower.value < 0

    @property
    def single(self) -> bool:
        """Whether it is a single value."""
        return self.lower.value == self.upper.value

    @property
    def place(self) -> int | None:
        """The power of ten of the last significant digit; None if it is exact."""
        known = [end.value for end in (self.lower, self.upper) if math.isfinite(end.value) and end.value != 0]
        if self.digits is None or not known:
            return None
        return math.floor(math.log10(max(map(abs, known)))) + 1 - self.digits

    @property
    def qualifier(self) -> str:
        """The qualifier that fits its ends, one of ``bounds.QUALIFIERS``."""
        low, high = math.isfinite(self.lower.value), math.isfinite(self.upper.value)
        if low and high:
            return ("approximate" if self.about else "unqualified") if self.single else "between"
        if low:
            return "more_than" if self.lower.open else "at_least"
        return "less_than" if self.upper.open else "at_most"

    @property
    def rounded(self) -> bool:
        """Whether the number as shown is another than the number itself."""
        low, high = self.shown()
        if self.single:
            low = high = self._rounded(self.lower.value, "nearest")
        ends = ((low, self.lower.value), (high, self.upper.value))
        return any(math.isfinite(value) and not math.isclose(shown, value, rel_tol=_NOISE) for shown, value in ends)

    def number(self) -> str:
        """The number in words with its qualifier, rounded to its digits but never past a bound.

        A single value that rounding changes is shown as *about* the rounded value.
        """
        low, high = self.shown()
        if self.single:
            low = high = self._rounded(self.lower.value, "nearest")
        return self.in_words(low, high, *(scaled(end) if math.isfinite(end) else "" for end in (low, high)))

    def in_words(self, low: float, high: float, lower: str, upper: str) -> str:
        """The qualifier with the ends rounded to ``low`` and ``high``, which are written ``lower`` and ``upper``.

        A single value is written as ``lower``, and is *about* that where rounding has changed it.
        """
        about = "about " if self.about else ""
        if self.single:
            exact_as_shown = math.isclose(low, self.lower.value, rel_tol=_NOISE)
            return f"{about if exact_as_shown else 'about '}{lower}"
        if math.isfinite(low) and math.isfinite(high):
            # Zero as an end is no estimate.
            return f"between {about if low else ''}{lower} and {about if high else ''}{upper}"
        if math.isfinite(low):
            return f"{'more than' if self.lower.open else 'at least'} {about}{lower}"
        return f"{'less than' if self.upper.open else 'at most'} {about}{upper}"

    def shown(self) -> tuple[float, float]:
        """Both ends as shown: the lower rounded down, the upper rounded up."""
        return self._rounded(self.lower.value, "down"), self._rounded(self.upper.value, "up")

    def _rounded(self, value: float, direction: Direction) -> float:
        if not math.isfinite(value) or (self.digits is None and value == math.floor(value)):
            return value
        return float(round_to([value], self.digits or SHOWN, direction)[0])

    def unrounded(self) -> "Quantity":
        """All that a single number may be that was rounded to its last significant digit; itself if it is exact."""
        if self.place is None or not self.single:
            return self
        half = 10.0**self.place / 2
        ends = (End(value=self.lower.value - half), End(value=self.upper.value + half))
        return replace(self, lower=ends[0], upper=ends[1])

    def scale(self, factor: float, unit: str) -> "Quantity":
        """The same quantity in another unit; ``factor`` is positive."""
        ends = (replace(end, value=end.value * factor) for end in (self.lower, self.upper))
        return replace(self, lower=next(ends), upper=next(ends), unit=unit)


def exact(value: float, unit: str = "", digits: int | None = None) -> Quantity:
    """One known value."""
    return Quantity(lower=End(value=value), upper=End(value=value), unit=unit, digits=digits)


def between(low: float, high: float, unit: str = "", digits: int | None = None) -> Quantity:
    """A closed interval."""
    return Quantity(lower=End(value=low), upper=End(value=high), unit=unit, digits=digits)


def add(a: Quantity, b: Quantity) -> Quantity:
    """The sum of two quantities in the same unit."""
    return _summed(a, _plus(a.lower, b.lower), _plus(a.upper, b.upper), b)


def subtract(a: Quantity, b: Quantity) -> Quantity:
    """The difference of two independent quantities in the same unit."""
    return _summed(a, _plus(a.lower, _negative(b.upper)), _plus(a.upper, _negative(b.lower)), b)


def multiply(a: Quantity, b: Quantity, unit: str) -> Quantity:
    """The product of two independent quantities, in ``unit``."""
    products = [_times(x, y) for x in (a.lower, a.upper) for y in (b.lower, b.upper)]
    return _widest(a, b, products, unit)


def divide(a: Quantity, b: Quantity, unit: str) -> Quantity | None:
    """The quotient in ``unit``; None if the divisor may be zero, or if only the sign of the result is known."""
    if b.lower.value <= 0 <= b.upper.value:
        return None
    quotients = [_times(x, _inverse(y)) for x in (a.lower, a.upper) for y in (b.lower, b.upper)]
    made = _widest(a, b, quotients, unit)
    return made if made.says_more_than_its_sign else None


def _summed(a: Quantity, lower: End, upper: End, b: Quantity) -> Quantity:
    """A sum or difference with these ends: its last significant digit is the coarser of the two."""
    places = [place for place in (a.place, b.place) if place is not None]
    made = Quantity(lower=lower, upper=upper, unit=a.unit, about=a.about or b.about)
    known = [abs(end.value) for end in (lower, upper) if math.isfinite(end.value) and end.value != 0]
    if not places or not known:
        return made
    return replace(made, digits=max(math.floor(math.log10(max(known))) + 1 - max(places), 1))


def _widest(a: Quantity, b: Quantity, ends: list[End], unit: str) -> Quantity:
    """The quantity from the least to the greatest of these ends, with the fewer digits of the two."""
    digits = [digits for digits in (a.digits, b.digits) if digits is not None]
    # Of equal ends a closed end wins: the value is reached if any pair of ends reaches it.
    return Quantity(
        lower=min(ends, key=lambda end: (end.value, end.open)),
        upper=max(ends, key=lambda end: (end.value, not end.open)),
        unit=unit,
        about=a.about or b.about,
        digits=min(digits) if digits else None,
    )


def _plus(a: End, b: End) -> End:
    total = a.value + b.value
    if math.isfinite(total):  # of the decimals as they are printed: 61.3 less 68.7 is −7.4
        total = float(Decimal(repr(a.value)) + Decimal(repr(b.value)))
    return End(value=total, open=a.open or b.open)


def _negative(end: End) -> End:
    return End(value=-end.value, open=end.open)


def _times(a: End, b: End) -> End:
    if a.value == 0 or b.value == 0:
        # Zero times anything, even times an infinite end, is zero; it is reached if the zero is.
        return End(value=0.0, open=(a.value != 0 or a.open) and (b.value != 0 or b.open))
    return End(value=a.value * b.value, open=a.open or b.open)


def _inverse(end: End) -> End:
    return End(value=1 / end.value if math.isfinite(end.value) else 0.0, open=end.open or math.isinf(end.value))
