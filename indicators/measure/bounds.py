"""Values as bounds: the bounds that a qualified number states, its rounding, and the number in words.

Functions on columns take and return NaN for a missing number; `number`, `scaled` and `phrase` write a single number.
"""

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

Direction: TypeAlias = Literal["nearest", "down", "up"]
Floats: TypeAlias = NDArray[np.float64]

VAGUE = "vague"
"""The qualifier of a magnitude without a number, which is told in its printed words."""
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "unqualified": "",
        "exact": "exactly",
        "approximate": "about",
        "more_than": "more than",
        "at_least": "at least",
        "less_than": "less than",
        "at_most": "at most",
        "nearly": "nearly",
        "between": "between",
        "vague": "number not stated",
    }
)
"""Words of each qualifier, which stand before its number; those of `vague` stand alone, as it has no number."""

QUALIFIERS: tuple[str, ...] = tuple(WORDS)

DIRECTIONS: Mapping[str, Direction] = MappingProxyType(
    {"more_than": "down", "at_least": "down", "less_than": "up", "at_most": "up", "nearly": "up"}
)
"""The direction in which a one-sided value is rounded, so that it never passes the bound; any other: nearest."""

_CLOSED = ("unqualified", "exact")
_FROM_VALUE = {
    "lower": (*_CLOSED, "more_than", "at_least"),
    "upper": (*_CLOSED, "less_than", "at_most", "nearly"),
}
_OPEN = {"lower": ("more_than",), "upper": ("less_than", "nearly")}

_LEAST = -323
_POWERS = np.array([float(f"1e{exponent}") for exponent in range(_LEAST, 309)])
MOST_DIGITS = 15
"""Significant decimal digits that a float64 keeps; a catalogue may have no more."""
_NOISE = 4 * np.finfo(np.float64).eps

_MOST_DECIMALS = 3
_POWERS_FROM = 10**18
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))


def limits(value: pd.Series, qualifier: pd.Series, lower: pd.Series, upper: pd.Series) -> pd.DataFrame:
    """The bounds that each value states, with the index of `value`.

    Columns: `lower`, `upper` (NaN: no bound, or an unknown bound if the qualifier is approximate or vague);
    `lower_open`, `upper_open` (true if the bound itself is excluded). The arguments `lower` and `upper` are used for
    `between` only.
    """
    between = (qualifier == "between").to_numpy(dtype=bool)
    columns: dict[str, Any] = {}
    for end, given in (("lower", lower), ("upper", upper)):
        stated = np.where(qualifier.isin(_FROM_VALUE[end]), _floats(value), np.nan)
        columns[end] = np.where(between, _floats(given), stated)
    for end, qualifiers in _OPEN.items():
        columns[f"{end}_open"] = qualifier.isin(qualifiers).to_numpy(dtype=bool)
    return pd.DataFrame(columns, index=value.index)


def implied_digits(value: pd.Series) -> pd.Series:
    """The significant digits of each printed number: all but its trailing zeros, at least two.

    74000 has 2, 1271 has 4, 600000 has 2. Nullable integers, 2 to 15; NA for a missing value.
    """
    given = _floats(value)
    digits = np.full(given.shape, 2)
    rows = np.flatnonzero(np.isfinite(given) & (given != 0))
    for fewer in range(2, MOST_DIGITS):
        shifted, _ = _shift(given[rows], np.full(rows.shape, fewer))
        rows = rows[~_whole(shifted)]
        digits[rows] = fewer + 1
    return pd.Series(digits, index=value.index, dtype="Int64").mask(np.isnan(given))


def round_to(values: ArrayLike | pd.Series, digits: ArrayLike | pd.Series, direction: Direction) -> Floats:
    """Each value rounded to that many significant digits: to the `nearest` (halves away from zero), `down` or `up`.

    Rounding down never increases a value and rounding up never decreases it: use down for a lower bound, up for an
    upper bound. A value with no more digits than that, or with a missing `digits`, is not changed.
    """
    given, wanted = np.broadcast_arrays(_floats(values), _floats(digits))
    rows = np.isfinite(given) & (given != 0) & np.isfinite(wanted)
    value = given[rows]
    shifted, place = _shift(value, wanted[rows].astype(np.int64))
    match direction:
        case "down":
            turned = np.minimum(_times_ten_to(place, np.floor(shifted)), value)
        case "up":
            turned = np.maximum(_times_ten_to(place, np.ceil(shifted)), value)
        case "nearest":
            halved = np.floor(np.abs(shifted) * (1 + _NOISE) + 0.5)
            turned = _times_ten_to(place, np.copysign(halved, shifted))
    rounded = given.copy()
    rounded[rows] = np.where(_whole(shifted), value, turned)
    return rounded


def number(value: float, digits: int | None = None) -> str:
    """The number with commas between thousands, never with an exponent: '4,500,000,000', '0.25'; empty for NaN.

    With `digits`, it is rounded to the nearest of that many significant digits; round a bound by `round_to` first.
    """
    if math.isnan(value):
        return ""
    return f"{_decimal(_rounded(value, digits, 'nearest')):,f}"


def in_plain_digits(value: float) -> str:
    """The number without commas and exponent, with fifteen significant digits at most: '0.25', '10000000000'."""
    return f"{Decimal(f'{value:.{MOST_DIGITS}g}').normalize():f}"


def scaled(value: float, place: int | None = None) -> str:
    """The number in short, for people: '4.5 billion', '74,000', '−36' with a minus sign; a word from a million on.

    It is never rounded: a number that needs more than three decimals before the word is written in full. ``place`` is
    the power of ten of its last digit, which is shown also if it is a zero: '28.50' with -2. From a million trillion
    on, it is a power of ten: '6.02 × 10²⁴'.
    """
    if value < 0:
        return f"−{scaled(-value, place)}"
    if math.isnan(value):
        return ""
    exact = _decimal(value)
    if exact >= _POWERS_FROM:
        power = exact.adjusted()
        zeros = None if place is None or power - place > _MOST_DECIMALS else place - power
        decimals = _decimals(exact.scaleb(-power), zeros)
        return f"{exact.scaleb(-power):.{decimals}f} × 10{str(power).translate(_SUPERSCRIPTS)}"
    for word, size in _SCALES:
        if exact >= size:
            decimals = _decimals(exact / size, None if place is None else place - round(math.log10(size)))
            if decimals <= _MOST_DECIMALS:
                return f"{exact / size:,.{decimals}f} {word}"
    return f"{exact:,.{_decimals(exact, place)}f}"


def phrase(
    value: float, qualifier: str, lower: float, upper: float, digits: int | None = None, stated: int | None = None
) -> str:
    """The number in short with its qualifier: 'more than 74,000', 'between 2,000 and 12,000', '4.5 billion'.

    With `digits`, it is rounded to that many significant digits, but never past a bound. With `stated`, the significant
    digits that the number bears, its zeros behind the decimal point are shown: '12.0' with 3; and a fraction without an
    end of digits is rounded to them: two thirds is '0.67' with 2. `lower` and `upper` are used for `between` only.
    """
    if qualifier == "vague":
        return WORDS[qualifier]
    if qualifier == "between":
        ends = _rounded(lower, digits, "down"), _rounded(upper, digits, "up")
        place = None if stated is None else _last_place(ends, stated)
        return f"between {scaled(ends[0], place)} and {scaled(ends[1], place)}"
    shown = _rounded(value, digits, DIRECTIONS.get(qualifier, "nearest"))
    if stated is not None and len(_decimal(shown).as_tuple().digits) == MOST_DIGITS:
        shown = _rounded(shown, stated, "nearest")
    place = None if stated is None else _last_place([shown], stated)
    return f"{WORDS[qualifier]} {scaled(shown, place)}".lstrip()


def last_place(values: Iterable[float]) -> int | None:
    """The power of ten of the last digit of two numbers that are printed alike: -1 of 0.6 and 3, so *0.6 to 3.0*."""
    return min((_exponent(_decimal(value)) for value in values if value and math.isfinite(value)), default=None)


def _last_place(values: Iterable[float], digits: int) -> int | None:
    """The power of ten of the last of so many digits, of several values the coarsest that shows every digit of each."""
    exact = [_decimal(value) for value in values if value and math.isfinite(value)]
    if not exact:
        return None
    coarsest = max(value.adjusted() + 1 - min(digits, MOST_DIGITS) for value in exact)
    return min(coarsest, *map(_exponent, exact))


def _decimals(value: Decimal, place: int | None = None) -> int:
    """The digits behind the decimal point: those of the value, and zeros up to the power of ten ``place``."""
    return max(-_exponent(value), 0 if place is None else -place, 0)


def _exponent(value: Decimal) -> int:
    """The power of ten of the last digit that is not a zero."""
    return int(value.normalize().as_tuple().exponent)


def _rounded(value: float, digits: int | None, direction: Direction) -> float:
    return value if digits is None else round_to(value, digits, direction).item()


def _decimal(value: float) -> Decimal:
    # Fifteen digits remove the noise of binary fractions (0.1 + 0.2); whole numbers have none.
    value = float(value)
    return Decimal(repr(value) if value.is_integer() else f"{value:.{MOST_DIGITS}g}").normalize()


def _floats(values: ArrayLike | pd.Series) -> Floats:
    if isinstance(values, pd.Series):
        values = values.to_numpy(dtype=np.float64, na_value=np.nan)
    return np.asarray(values, dtype=np.float64)


def _shift(value: Floats, digits: NDArray[np.int64]) -> tuple[Floats, NDArray[np.int64]]:
    """Each value with the decimal point moved behind that many digits, and the power of ten of the last digit.

    The magnitude is looked up among the powers of ten, because a logarithm is wrong next to them.
    """
    magnitude = np.searchsorted(_POWERS, np.abs(value), side="right") - 1 + _LEAST
    place = magnitude + 1 - digits
    return _times_ten_to(-place, value), place


def _times_ten_to(exponent: NDArray[np.int64], value: Floats) -> Floats:
    """value * 10**exponent, multiplied or divided by a positive power, because only those are exact floats."""
    up, down = (_POWERS[np.clip(power, 0, 308) - _LEAST] for power in (exponent, -exponent))
    return np.asarray(value * up / down)


def _whole(shifted: Floats) -> NDArray[np.bool_]:
    """Whether each number is whole but for the noise of binary fractions."""
    return np.asarray(np.abs(shifted - np.rint(shifted)) <= _NOISE * np.abs(shifted))
