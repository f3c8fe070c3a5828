"""Cardinal and ordinal numbers in words, in digits with scale words, and in both: *4 thousand 3 hundred and 21*."""

from dataclasses import dataclass, replace
from math import inf, isnan, nan

from indicators.text.chunks import scaled
from indicators.text.digits import literal
from indicators.text.tokens import Tokens
from indicators.text.vocabulary import (
    MONEY_SUFFIXES,
    NOT_AFTER_SPACE,
    ORDINALS,
    PLURAL_SCALES,
    SCALES,
    SMALL,
    SUFFIXES,
    TENS,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens that print it; `scale` is what its last scale word multiplies by, 1 where it has none."""

    value: float
    start: int
    end: int
    scale: float = 1.0
    is_ordinal: bool = False
    is_share: bool = False
    is_plain: bool = False
    """Whether it is digits alone, without a scale."""
    last_and: float = nan
    """What stands behind its last *and*; NaN where there is none."""
    closed_scale: float = 1.0
    """The smallest scale of what stands before its last part: 1000 of *two thousand and three*."""

    @property
    def before_scale(self) -> float:
        """The number without its last scale."""
        return self.value / self.scale


_SMALL_OR_TENS = {**SMALL, **TENS}
_COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()
_COUNTING_SCALES = ("hundred", "thousand", "lakh", "million", "crore", "billion", "trillion")


class _Sum:
    """A number as its words add up: closed groups, the group being read, and how much may still be added to it."""

    __slots__ = ("group", "hundred", "limit", "room", "scale", "total")

    def __init__(self, group: float, room: float) -> None:
        self.total, self.group, self.limit, self.scale = 0.0, group, inf, 1.0
        self.room, self.hundred = room, False

    @property
    def value(self) -> float:
        return self.total + (0.0 if isnan(self.group) else self.group)

    def add(self, value: float) -> bool:
        """Adds a number below a hundred; false where it does not fit."""
        if not 0 < value < self.room:
            return False
        self.group = value + (0.0 if isnan(self.group) else self.group)
        self.room = 10 if value >= 20 and value % 10 == 0 else 0
        return True

    def multiply(self, times: float) -> bool:
        """Multiplies the group by a scale, or by a second scale right behind the first; false where it does not fit."""
        if isnan(self.group):
            if self.scale < 100 or times < 100:
                return False
            self.total, self.limit, self.scale = self.total * times, times, self.scale * times
        elif times == 100:
            if self.hundred:
                return False
            self.group, self.room, self.hundred = scaled(self.group, 100), 100, True
            return True
        elif times < self.limit:
            self.total, self.group = self.total + scaled(self.group, times), nan
            self.limit = self.scale = times
        else:
            return False
        self.room, self.hundred = min(times, 1000), False
        return True

    def end_in(self, value: float, *, alone: bool) -> float:
        """The ordinal that the number ends in; NaN where the word is no part of it."""
        if value >= 100:
            if isnan(self.group):
                return self.total * value
            return nan if alone and self.group == 1 else self.total + self.group * value
        return self.value + value if value < self.room else nan


def cardinal(t: Tokens, place: int, *, money: bool = False) -> Number | None:
    """The cardinal or ordinal number that starts at a token; None where none does.

    A scale applies to what stands before it (*two hundred thousand*), and each part is smaller than the scale before
    it (*two thousand three hundred*). Where a word does not fit, the number ends before it; its value is NaN where
    that word is a scale, so that no part of a number is read.
    """
    word, start, plain, in_digits = t.at(place), place, False, False
    if found := literal(t, place):
        value, place = found
        end, times = suffix(t, place, money=money)
        if isnan(value) or times != 1:
            return Number(scaled(value, times), start, end, scale=times)
        reading, plain, in_digits = _Sum(value, 0), True, True
    elif word in ("a", "an"):
        if t.at(place + 1) not in SCALES:
            return None
        reading, place = _Sum(1.0, 0), place + 1
    elif word in SCALES:
        reading = _Sum(1.0, 0)
    elif word in _SMALL_OR_TENS:
        reading, place = _Sum(float(_SMALL_OR_TENS[word]), 10 if word in TENS else 0), place + 1
    elif word in ORDINALS:
        return Number(ORDINALS[word], start, place + 1, is_ordinal=True)
    else:
        return None
    first = end = place
    last_and = nan
    while True:
        at, joined = _connect(t, place)
        word = t.at(at)
        if not joined and (times := SCALES.get(word) or PLURAL_SCALES.get(word) or 0.0):
            if not reading.multiply(times):
                break
            if last_and == last_and:
                last_and = last_and * times
        elif ordinal := ORDINALS.get(word):
            value = reading.end_in(ordinal, alone=end == first)
            if in_digits or isnan(value):
                break
            return Number(value, start, at + 1, is_ordinal=True)
        else:
            value = _part(t, at, joined, reading)
            if not reading.add(value):
                break
            last_and = value if joined else last_and + value
        plain = False
        place = end = at + 1
    value = nan if t.at(end) in _COUNTING_SCALES and end > first else reading.value
    scale = reading.scale if isnan(reading.group) else 100.0 if reading.room == 100 and not reading.total else 1.0
    number = Number(value, start, end, scale=scale, is_plain=plain, last_and=last_and, closed_scale=reading.scale)
    return number if plain else _point(t, number)


def _part(t: Tokens, at: int, joined: bool, reading: _Sum) -> float:
    """The number below a thousand that a token adds; 0 where it adds none."""
    following = t.at(at + 1)
    if joined and (
        (reading.hundred and following == "hundred") or (following in SCALES and SCALES[following] >= reading.limit)
    ):
        return 0.0
    value = float(_SMALL_OR_TENS.get(t.at(at), 0))
    if not value and t.is_digits(at) and t.words[at].isdecimal() and not t.touches(at):
        value = float(t.words[at][:9])
        if not (following == "hundred" if isnan(reading.group) and not joined else joined and reading.hundred):
            return 0.0
    return value


def _connect(t: Tokens, place: int) -> tuple[int, bool]:
    """The next token of a number past a space, a hyphen or *and*; whether *and* stands there."""
    if t.at(place) == "-" and place + 1 < t.count and t.words[place + 1][0].isalpha():
        place += 1
        if t.at(place) == "and" and t.at(place + 1) == "-":
            return place + 2, True
        return place, False
    return (place + 1, True) if t.at(place) == "and" else (place, False)


def suffix(t: Tokens, place: int, *, money: bool = False) -> tuple[int, float]:
    """The token after the short form of a scale, and what it multiplies by; 1 where there is none."""
    word = t.words[place] if place < t.count else ""
    times = SUFFIXES.get(word, 0.0) or (MONEY_SUFFIXES.get(word, 0.0) if money else 0.0)
    touching = t.touches(place)
    if (
        not times
        or t.is_designation(place)
        or (not touching and (word in NOT_AFTER_SPACE or t.starts[place] > t.ends[place - 1] + 2))
    ):
        return place, 1.0
    if t.touches(place + 1) and (t.words[place + 1][0].isalnum() or t.at(place + 1) in ("/", "^", "²", "³")):
        return place, 1.0
    if not touching and word in ("M", "k", "m", "t", "T") and not money and t.at(place + 1) == ".":
        return place + 1, times
    return place + 1, times


_DIGITS = {**{word: str(value) for word, value in SMALL.items()}, "oh": "0", "o": "0"}


def _point(t: Tokens, number: Number) -> Number:
    """The number with its decimals in words: *two hundred point zero three*."""
    place = number.end
    if t.at(place) != "point" or number.is_ordinal or place + 1 >= t.count:
        return number
    place += 1
    digits = ""
    while place < t.count:
        word = t.low[place]
        if word in _DIGITS:
            digits += _DIGITS[word]
        elif word in TENS:
            tens = str(TENS[word])
            at = place + 1 + (t.at(place + 1) == "-")
            if 0 < SMALL.get(t.at(at), 0) < 10:
                tens, place = str(TENS[word] + SMALL[t.low[at]]), at
            digits += tens
        elif word == "hundred" and digits and place + 1 < t.count and (tail := cardinal(t, place + 1)):
            digits = str(int(digits[-1:]) * 100 + int(tail.value)) if len(digits) == 1 else digits
            place = tail.end - 1
        elif word == "-" and t.at(place + 1) in _DIGITS:
            pass
        else:
            break
        place += 1
    if not digits:
        return number
    value = float(f"{number.value:.0f}.{digits}")
    times = 1.0
    while t.at(place) in SCALES:
        value, times, place = scaled(value, SCALES[t.low[place]]), SCALES[t.low[place]], place + 1
    return replace(number, value=value, end=place, scale=times)


def count_in_words(count: int) -> str:
    """The count as a word up to twelve, in digits above: *no*, *three*, *1,240*."""
    return _COUNTS[count] if count < len(_COUNTS) else f"{count:,}"
