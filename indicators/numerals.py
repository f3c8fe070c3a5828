"""The numbers that a few printed words hold: digits, separators, scale words and number words, in English."""

import math
import re
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators.text import normalise

_SCALES = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
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

_HALF = re.compile(rf"\bhalf an? (?={_SCALE}\b)", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_POINT_FIVE = re.compile(r"\b(\d+\.5) (10{3,})\b")
_A_DOZEN = re.compile(r"\ba dozen\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban?\b(?! (?:few|couple|number|lot|dozen|half)\b)", re.IGNORECASE)
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
    """Whether each text holds its value among its numbers; two series of one index, none missing.

    Texts with one or two numbers in digits, which nearly all are, are read at once; only the others one by one.
    """
    parts = texts.astype(pd.ArrowDtype(pa.string())).str.extract(_FEW)
    single = parts["number2"].isna() | parts["number2"].eq("")
    apart = single | parts["after1"].str.contains("[A-Za-z]", na=False)
    held = np.zeros(len(texts), bool)
    for each in ("1", "2"):
        plain = apart & ~(
            parts[f"after{int(each) - 1}"].str.contains(r"(?i)(?:[-–−.]|minus )$", na=False)
            | parts[f"after{each}"].str.contains(rf"(?i)^ (?:{_SCALE}|mn|bn|tn)\b", na=False)
        )
        digits = parts[f"number{each}"].replace("", pd.NA).where(plain).str.replace(",", "")
        scales = parts[f"scale{each}"].str.lower().map(_SCALES).fillna(1)
        number = digits.astype(pd.ArrowDtype(pa.float64())).to_numpy(float, na_value=np.nan)
        held |= np.isclose(number * scales.to_numpy(float), values, rtol=_NOISE, atol=0)
    others = np.flatnonzero(~held)
    for row, text, value in zip(others, texts.iloc[others], values.iloc[others], strict=True):
        held[row] = any(math.isclose(number, value, rel_tol=_NOISE) for number in _numbers(text))
    return pd.Series(held, index=texts.index)
