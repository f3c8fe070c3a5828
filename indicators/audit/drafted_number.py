"""The cells of a drafted row that hold its number, with the digits that are printed."""

import re
from decimal import Decimal

from indicators.measure.bounds import MOST_DIGITS

_DIGITS_OF_A_PART = "2"
"""Significant digits of *two thirds* and *1 in 62*."""
_DECIMALS = re.compile(r"\d[\d,]*\.\d+")


def value_cells(value: float, words: str) -> dict[str, str]:
    """The value, with the zeros that `words` print behind its point, and the digits that a number does not show.

    These are 2 of *5.0*, which is 5 to a program, and 2 of a third.
    """
    in_digits = plain(value)
    if is_endless(value):
        return {"value": in_digits, "significant_figures": _DIGITS_OF_A_PART}
    printed = _DECIMALS.findall(words)
    if len(printed) != 1 or not printed[0].endswith("0"):
        return {"value": in_digits, "significant_figures": ""}
    digits = printed[0].replace(",", "")
    in_full = Decimal(digits) == abs(Decimal(in_digits))
    cell = f"{'-' if value < 0 else ''}{digits}" if in_full else in_digits
    return {"value": cell, "significant_figures": str(len(digits.replace(".", "").lstrip("0")) or "")}


def plain(value: float) -> str:
    """A number in plain digits, with all of its decimals, of a part of one at most fifteen."""
    text = f"{value:.{MOST_DIGITS}g}" if is_endless(value) else repr(value)
    return format(Decimal(text).normalize(), "f")


def is_endless(value: float) -> bool:
    """Whether a number is a part of one without an end of digits: a third, 1 in 62."""
    return 0 < abs(value) < 1 and len(repr(value).lstrip("-0.")) >= MOST_DIGITS
