"""The numbers that a few printed words hold: digits, separators, scale words and number words, in English."""

import math
import re
from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from indicators.columns import MANY, as_text, side_by_side
from indicators.text.sentences import normalise

Flags: TypeAlias = NDArray[np.bool_]

_SCALES = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_FACTORS = np.array([*_SCALES.values(), 1.0])
"""What each scale word multiplies by, and last what none does."""
_ATTACHED = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_UNITS_TOO = ("k", "m")
"""Letters that scale a number or are a unit: 5m is 5,000,000 and is 5."""

_SCALE = f"(?:{'|'.join(_SCALES)})"
_NUMBER = re.compile(
    r"(?P<minus>(?:(?<![^\s(])-|\bminus )?)(?P<number>(?:\d{1,3}(?:[, ']\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)"
    rf"(?P<scales>(?:[ -]?{_SCALE}\b)*)(?P<letters>(?: ?(?:mn|bn|tn)|[km])\b)?",
    re.IGNORECASE,
)
_DIGITS = (
    r"(?P<number{0}>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    rf"(?:[ -](?P<scale{{0}}>{_SCALE}))?(?P<after{{0}}>(?:[ %)][^0-9]*)?)"
)
_FEW = rf"(?i)^(?P<after0>[^0-9]*){_DIGITS.format(1)}(?:{_DIGITS.format(2)})?$"
"""A text with one number in digits, or two; what stands around them says whether they need a second look."""

_ONE = r"^[ -/:-~]*(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:[ %)][ -/:-~]*)?$"
_NOT_ALONE = rf"(?i)(?:^|[^0-9])[-.][0-9]|minus [0-9]|[0-9] (?:{_SCALE}|mn|bn|tn)\b"
_NO_DIGITS = "".join(chr(code) for code in range(ord(" "), ord("~") + 1) if not chr(code).isdigit())
"""A text with one number in digits and nothing else that makes a number, and what stands around that."""

_HALF = re.compile(rf"\bhalf an? (?={_SCALE}\b)", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_POINT_FIVE = re.compile(r"\b(\d+\.5) (10{3,})\b")
_A_DOZEN = re.compile(r"\ba dozen\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban?\b(?! (?:few|couple|number|lot|dozen|half)\b)", re.IGNORECASE)
_PIECE = 100_000  # texts read by one thread at once
_NOISE = 4 * float(np.finfo(np.float64).eps)
"""Relative difference that binary fractions make, and no two numbers of fifteen digits."""


def numbers(text: str) -> frozenset[float]:
    """Every number that the text holds: *$4.5 billion* holds 4500000000, *a day later* 1."""
    return frozenset(_numbers(text))


def _numbers(text: str) -> Iterator[float]:
    """The numbers in digits, then those in words, since most are found before any word is read."""
    folded = normalise(text)
    folded = _HALF.sub("0.5 ", folded)
    folded = _A_DOZEN.sub("1 dozen", folded)
    yield from _in_digits(folded)

    from text_to_num import alpha2digit

    words = _AND_A_HALF.sub(" point five", _NUMBER.sub("#", folded).replace("-", " "))
    spelled = alpha2digit(words, "en", threshold=0)
    yield from _in_digits(_POINT_FIVE.sub(lambda parts: f"{float(parts[1]) * int(parts[2]):.0f}", spelled))
    if _ARTICLE.search(folded):
        yield 1.0


def _in_digits(text: str) -> Iterator[float]:
    for match in _NUMBER.finditer(text):
        number = float(re.sub("[, ']", "", match["number"])) * (-1 if match["minus"] else 1)
        scales = re.findall(_SCALE, match["scales"].lower())
        scaled = number * math.prod(_SCALES[scale] for scale in scales)
        letters = (match["letters"] or "").strip().lower()
        if not letters or letters in _UNITS_TOO:
            yield scaled
        if letters:
            yield scaled * _ATTACHED[letters]


def hold(texts: pd.Series, values: pd.Series) -> pd.Series:
    """Whether each text holds its value among its numbers; two series of one index, none missing."""
    held = hold_in_digits(texts, values)
    others = np.flatnonzero(~held)
    for row, text, value in zip(others, texts.iloc[others], values.iloc[others], strict=True):
        held[row] = any(math.isclose(number, value, rel_tol=_NOISE) for number in _numbers(text))
    return pd.Series(held, index=texts.index)


def hold_in_digits(texts: pd.Series, values: pd.Series) -> Flags:
    """Whether each text has one number or two, in digits, and one is its value; of any other text it is not said.

    That is so of nearly all texts, which are read at once here.
    """
    known, sought = as_text(texts), values.to_numpy(float)

    def held(rows: slice) -> Flags:
        found = _is_the_one(known[rows], sought[rows])
        others = np.flatnonzero(~found)
        found[others] = _is_of_two(known[rows].take(others), sought[rows][others])
        return found

    rows = [slice(start, start + _PIECE) for start in range(0, len(known), _PIECE)] or [slice(0)]
    return np.concatenate(side_by_side(held, rows, many=len(known) >= MANY))


def _is_the_one(texts: pa.Array, values: NDArray[np.float64]) -> Flags:
    """Whether the value is the one number of a text that has nothing about it to look at twice."""
    plain = pc.and_not(pc.match_substring_regex(texts, _ONE), pc.match_substring_regex(texts, _NOT_ALONE))
    number = pc.ascii_trim(pc.if_else(plain, texts, None), characters=_NO_DIGITS)
    return _close(number, values)


def _is_of_two(texts: pa.Array, values: NDArray[np.float64]) -> Flags:
    """Whether the value is one of the one or two numbers of a text, with a scale word or without."""
    parts = pc.extract_regex(texts, _FEW)

    def match(name: str, pattern: str) -> Flags:
        return np.array(pc.match_substring_regex(parts.field(name), pattern).fill_null(False), bool)

    apart = ~match("number2", ".") | match("after1", "[A-Za-z]")
    held = np.zeros(len(texts), bool)
    for before, after in (0, 1), (1, 2):
        plain = apart & match(f"number{after}", ".")
        plain &= ~match(f"after{before}", r"(?i)(?:[-–−.]|minus )$")
        plain &= ~match(f"after{after}", rf"(?i)^ (?:{_SCALE}|mn|bn|tn)\b")
        number = pc.if_else(plain, parts.field(f"number{after}"), None)
        scale = pc.index_in(pc.utf8_lower(parts.field(f"scale{after}")), pa.array(_SCALES, texts.type)).fill_null(-1)
        held |= _close(number, values / _FACTORS[scale])
    return held


def _close(numbers: pa.Array, values: NDArray[np.float64]) -> Flags:
    """Whether each number, in digits with commas or missing, is the value."""
    read = pc.replace_substring(numbers, ",", "").cast(pa.float64()).to_numpy(zero_copy_only=False)
    return np.asarray(np.isclose(read, values, rtol=_NOISE, atol=0))
