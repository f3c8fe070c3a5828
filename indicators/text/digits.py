"""Numbers in digits: grouped in the ways of different countries, with a decimal mark, as a fraction or a power."""

from math import nan

from indicators.text.chunks import FRACTION, value_of
from indicators.text.marks import FILLER, MINUS_RAISED, RAISED_MARKS, VULGAR_MARKS
from indicators.text.tokens import Tokens


def literal(t: Tokens, place: int) -> tuple[float, int] | None:
    """The number in digits at a token, and the token after it: *1,234.5*, *.5*, *½*, *12 1/2*, *1.3x10^6*."""
    word = t.words[place]
    if word in VULGAR_MARKS:
        return VULGAR_MARKS[word], _past_filler(t, place + 1)
    if word == "." and t.touches(place + 1) and t.words[place + 1].isdecimal():
        value, end = float(f".{t.words[place + 1]}"), place + 2
    elif word[0].isdecimal():
        value, end = value_of(word), place + 1
    else:
        return None
    if end >= t.count:
        return value, end
    if t.words[end] in VULGAR_MARKS and value.is_integer():  # 2½, 2 ½
        return value + VULGAR_MARKS[t.words[end]], _past_filler(t, end + 1)
    if word.isdecimal() and t.starts[end] > t.ends[end - 1] and (parts := FRACTION.fullmatch(t.words[end])):
        if 0 < int(parts[1]) < int(parts[2]) <= 1000:  # 12 1/2
            return value + int(parts[1]) / int(parts[2]), end + 1
        return value, end
    if word.isdecimal() and t.words[end] == "-" and t.touches(end) and t.touches(end + 1):
        parts = FRACTION.fullmatch(t.words[end + 1])
        if parts and 0 < int(parts[1]) < int(parts[2]) <= 64:  # 1-3/4
            return value + int(parts[1]) / int(parts[2]), end + 2
    return _power(t, value, end)


def _past_filler(t: Tokens, place: int) -> int:
    while place < t.count and t.words[place] == FILLER:
        place += 1
    return place


def _power(t: Tokens, value: float, end: int) -> tuple[float, int]:
    """The number times the power of ten that follows it: *e6*, *x10^6*, *× 10⁶*; *10⁶* is one itself."""
    if not t.touches(end) and t.words[end] not in ("x", "×", "*"):
        return value, end
    if t.low[end] == "e" and t.touches(end + 1):
        exponent, after = _exponent(t, end + 1)
    elif t.words[end] in ("x", "X", "×", "*", "·") and t.at(end + 1) == "10":
        exponent, after = _raised(t, end + 2)
    elif value == 10:
        exponent, after = _raised(t, end)
        value = 1.0
        if exponent is None:
            return 10.0, end
    else:
        return value, end
    if exponent is None:
        return value, end
    return float(f"{value!r}e{exponent}") if value.is_integer() or "e" not in repr(value) else nan, after


def _raised(t: Tokens, place: int) -> tuple[int | None, int]:
    if t.at(place) == "^" and t.touches(place):
        return _exponent(t, place + 1)
    return _marks(t, place)


def _marks(t: Tokens, place: int) -> tuple[int | None, int]:
    digits = "-" if t.at(place) == MINUS_RAISED else ""
    end = place + len(digits)
    while end < t.count and t.touches(end) and t.words[end] in RAISED_MARKS:
        digits += RAISED_MARKS[t.words[end]]
        end += 1
    return (int(digits), end) if digits.strip("-") and len(digits) < 4 else (None, place)


def _exponent(t: Tokens, place: int) -> tuple[int | None, int]:
    sign = t.at(place)
    end = place + (sign in ("-", "+"))
    if t.touches(end) and t.at(end).isdecimal() and len(t.at(end)) < 4:
        return int(t.at(end)) * (-1 if sign == "-" else 1), end + 1
    return None, place
