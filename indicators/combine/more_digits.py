"""A result in words with one digit more than is shown."""

from indicators.measure import quantity
from indicators.measure.bounds import Direction, round_to
from indicators.measure.quantity import Quantity


def in_more_digits(found: Quantity) -> str:
    """The result with its bound and one digit more than is shown, or whole; each end is rounded to the same side."""
    values = (found.lower.value, found.upper.value)
    if found.single:
        digits = max((found.digits or quantity.SHOWN) + 1, _whole_digits(values[0]))
        rounded = float(round_to([values[0]], digits, "nearest")[0])
        # The zero of 19.0 is the further digit.
        return found.in_words(rounded, rounded, *[_signed(f"{rounded:#,.{digits}g}".removesuffix("."))] * 2)
    directions: tuple[Direction, ...] = ("down", "up")
    ends = [_with_a_digit_more(*end) for end in zip(values, found.shown(), directions, strict=True)]
    return found.in_words(*values, *ends)


def _with_a_digit_more(value: float, shown: float, direction: Direction) -> str:
    """An end of a result with a digit more than ``shown``; empty without a bound."""
    if abs(value) == quantity.INFINITE:
        return ""
    digits = max(len(f"{abs(shown):.7g}".replace(".", "").strip("0")) + 1, _whole_digits(value))
    return _signed(f"{round_to([value], digits, direction)[0]:,.{digits}g}")


def _signed(number: str) -> str:
    """A number with a minus sign in place of a hyphen."""
    return number.replace("-", "−", 1) if number.startswith("-") else number


def _whole_digits(value: float) -> int:
    return len(f"{abs(value):.0f}")
