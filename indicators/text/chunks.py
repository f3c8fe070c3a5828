"""The value of digits and the separators between them, as one piece of text."""

import re
from math import inf, nan

_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"  # 1,234,567.8 and 12,34,567.8
    r"|\d{1,3}(?:[' ]\d{3})+(?:\.\d+)?"
)
_EUROPEAN = re.compile(
    r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}|\d{1,2},\d{5,}|\d{1,3}(?: \d{3})+,\d+"
)
FRACTION = re.compile("(\\d+)[/\u2044](\\d+)")
_MIXEDFRACTION = re.compile(r"(\d+) ?/ ?(\d+)")


def scaled(value: float, times: float) -> float:
    """The product without the noise of binary fractions: 4.1 million is 4100000."""
    return float(f"{value * times:.15g}")


def value_of(chunk: str) -> float:
    """The number that digits with their separators state; NaN where they state none as a whole."""
    if chunk.isdecimal():
        return float(chunk) if len(chunk) < 300 else inf
    if _GROUPED.fullmatch(chunk):
        return float(re.sub("[,' ]", "", chunk))
    if _EUROPEAN.fullmatch(chunk):
        return float(chunk.replace(".", "").replace(" ", "").replace(",", "."))
    whole, point, rest = chunk.partition(".")
    if point and whole.isdecimal() and rest.isdecimal():
        return float(chunk)
    if parts := FRACTION.fullmatch(chunk):
        return float(parts[1]) / float(parts[2]) if float(parts[2]) else nan
    return nan
