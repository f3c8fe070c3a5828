"""Whether printed words hold a number: the reader's answer, for a million cells in a moment."""

import math
from functools import cache
from itertools import chain
from typing import TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from indicators.columns import MANY, as_text, side_by_side
from indicators.text.currencies import CODES
from indicators.text.direction import says_fall
from indicators.text.search import find
from indicators.text.vocabulary import (
    BEFORE_LABEL,
    FRACTIONS,
    MONTHS,
    ORDINALS,
    PLURAL_SCALES,
    SCALES,
    SEASONS,
    SHORT_MONTHS,
    SMALL,
    SUFFIXES,
    TENS,
)

Flags: TypeAlias = NDArray[np.bool_]

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_SCALE_WORDS = "thousand million billion trillion".split()
_FACTORS = np.array([*(SCALES[word] for word in _SCALE_WORDS), 1.0])
"""What each scale word multiplies by, and last what none does."""

_BEFORE = r"(?:[A-Z]?[a-z]+ )?(?:[a-z]+ )*"
_CODE = "|".join(sorted(code for code in CODES if code.isupper()))
_AFTER = rf"%?(?: (?:{_CODE}))?(?: [a-z]{{3,}}| a| an| of| in)*"
_ONE = rf"^{_BEFORE}\$?(?:{_NUMBER}){_AFTER}$"
"""A text with one number in digits among small letters, with the code of a currency behind it or none."""

_NO_DIGITS = "".join(chr(code) for code in range(ord(" "), ord("~") + 1) if not chr(code).isdigit())
_OPEN, _CLOSE = rf"^(?P<before>{_BEFORE})[$€£]?(?P<first>{_NUMBER}) ", rf"(?P<after>{_AFTER})$"
_SCALED = rf"{_OPEN}(?P<scale>{'|'.join(_SCALE_WORDS)}){_CLOSE}"
_TWO = rf"{_OPEN}(?:and|to) (?P<second>{_NUMBER}){_CLOSE}"

_READ_WORDS = {
    *chain(SMALL, TENS, SCALES, PLURAL_SCALES, ORDINALS, (f"{word}s" for word in ORDINALS), FRACTIONS, BEFORE_LABEL),
    *(word.lower() for word in SUFFIXES),
    *chain(MONTHS.lower().split(), SHORT_MONTHS, SEASONS),
    *"quarters halves minus negative out over every point fiscal financial final ad bc ce clock am pm".split(),
}
_SPECIAL = rf"(?:^| )(?:{'|'.join(sorted(_READ_WORDS))})(?:$| )"
"""Words, in small letters, that may change what the digits are; texts with one are left to the reader."""

_PIECE = 100_000  # texts read by one thread at once
_NOISE = 4 * float(np.finfo(np.float64).eps)
"""Relative difference that binary fractions make, and no two numbers of fifteen digits."""
_ROUNDED = 1e-14
"""Relative difference that rounding to fifteen digits makes: *1 in 62* and *a third* have no end of decimals."""


def values_in(text: str) -> frozenset[float]:
    """Every number that the reader finds in the text: *$4.5 billion* holds 4500000000, *a day later* 1."""
    return frozenset(number for expression in find(text) for number in expression.numbers)


def hold(texts: pd.Series, values: pd.Series) -> pd.Series:
    """Whether each text holds its value among its numbers; two series of one index, none missing.

    A text that says a fall holds the value below zero: *declined by 6,000* holds -6000. A share such as *1 in 62*
    or *a third* holds its value rounded to fifteen digits.
    """
    held = hold_in_digits(texts, values)
    read = cache(_holds)
    held[~held] = [read(*each) for each in zip(texts[~held], values[~held], strict=True)]
    return pd.Series(held, index=texts.index)


def _holds(text: str, value: float) -> bool:
    """Whether one text holds a value, whatever its words are."""
    sought = {value, abs(value)} if value < 0 and says_fall(text) else {value}
    return any(
        math.isclose(number, each, rel_tol=_ROUNDED if expression.kind == "share" or abs(number) < 1 else _NOISE)
        for expression in find(text)
        for number in expression.numbers
        for each in sought
    )


def hold_in_digits(texts: pd.Series, values: pd.Series) -> Flags:
    """Whether each text has one number or two, in digits, and one is its value; of any other text it is not said.

    That is so of nearly all texts, which are read at once here.
    """
    known, sought = as_text(texts), values.to_numpy(float)

    def held(rows: slice) -> Flags:
        piece, numbers = known[rows], sought[rows]
        found = _is_the_one(piece, numbers)
        for further in (_is_scaled, _is_of_two):
            others = np.flatnonzero(~found)
            found[others] = further(piece.take(others), numbers[others])
        return found

    rows = [slice(start, start + _PIECE) for start in range(0, len(known), _PIECE)] or [slice(0)]
    return np.concatenate(side_by_side(held, rows, many=len(known) >= MANY))


def _is_the_one(texts: pa.Array, values: NDArray[np.float64]) -> Flags:
    """Whether the value is the one number of a text without a word that the reader looks at."""
    plain = pc.and_not(pc.match_substring_regex(texts, _ONE), _is_special(texts))
    # ascii_trim is four times as fast as a group of the expression.
    return _close(pc.ascii_trim(pc.if_else(plain, texts, None), characters=_NO_DIGITS), values)


def _is_scaled(texts: pa.Array, values: NDArray[np.float64]) -> Flags:
    """Whether the value is the one number of a text, with the scale word behind it."""
    parts = _parts(texts, _SCALED)
    scale = pc.index_in(parts.field("scale"), pa.array(_SCALE_WORDS, texts.type)).fill_null(-1)
    return _close(parts.field("first"), values / _FACTORS[scale])


def _is_of_two(texts: pa.Array, values: NDArray[np.float64]) -> Flags:
    """Whether the value is one of the two numbers of a text."""
    parts = _parts(texts, _TWO)
    return _close(parts.field("first"), values) | _close(parts.field("second"), values)


def _parts(texts: pa.Array, pattern: str) -> pa.Array:
    """The parts of the texts that match, null where a word before or after changes what the digits are."""
    parts = pc.extract_regex(texts, pattern)
    around = pc.binary_join_element_wise(parts.field("before"), parts.field("after"), pa.scalar(" ", texts.type))
    return pc.if_else(_is_special(around), None, parts)


def _is_special(texts: pa.Array) -> pa.Array:
    """Whether each text has a word that may change what the digits are."""
    return pc.match_substring_regex(pc.ascii_lower(texts), _SPECIAL)


def _close(numbers: pa.Array, values: NDArray[np.float64]) -> Flags:
    """Whether each number, in digits with commas or missing, is the value."""
    plain = pc.if_else(pc.equal(numbers, ""), None, numbers)
    read = pc.replace_substring(plain, ",", "").cast(pa.float64()).to_numpy(zero_copy_only=False)
    return np.asarray(np.isclose(read, values, rtol=_NOISE, atol=0))
