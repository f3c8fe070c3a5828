"""Amounts: a number with its sign, the currency before or behind it, its unit and what that is per."""

import re
from dataclasses import replace

from indicators.text import money
from indicators.text.amount import Amount
from indicators.text.cardinals import Number, suffix
from indicators.text.chunks import scaled
from indicators.text.compounds import with_rate, with_smaller_unit
from indicators.text.fractions import number
from indicators.text.tokens import Tokens
from indicators.text.unit_names import UnitNames, aliases
from indicators.text.vocabulary import FUNCTION_WORDS, SCALES

_FILLERS = frozenset(
    "more full whole further additional extra consecutive straight long calendar solid entire working business "
    "short extra successive".split()
)
_NO_MILLION = FUNCTION_WORDS | frozenset(
    "tall long wide high deep thick away x sprint race races freestyle relay hurdles butterfly backstroke final finals "
    "telescope mark distance dash asl apart".split()
)
_WORDS_TOO = frozenset("d F C A V N J W t h y st ac pp".split())
"""Symbols of units that are also letters or words; they are units only where no word follows."""
_NO_UNITS = frozenset("s a at am pm PS".split())
"""Symbols of units that count only where they touch their number."""

_ALONE = 3
"""Maximum number of tokens of a number with its unit; a dash and a space before a longer text begin a list item."""

_FEET = re.compile(r"(\d)'(\d|1[01])")
_MANY = frozenset("people children men women poor jobless".split())


def amount(t: Tokens, place: int, units: UnitNames, floor: int) -> Amount | None:
    """The amount whose number starts at a token; tokens before `floor` belong to another."""
    before = money.before(t, place, floor)
    if (height := _FEET.fullmatch(t.words[place])) and "foot" in units.names:
        return _height(t, place, int(height[1]) + int(height[2]) / 12)
    found = number(t, place, money=before is not None)
    if found is None:
        return None
    if found.is_ordinal:
        return Amount(found, found.value, found.start, found.end, found.end)
    start = before.start if before else place
    value, start = _signed(t, found.value, start, before is not None, floor)
    if before:
        value = scaled(value, before.times)
    end = found.end
    read = Amount(found, value, start, end, end)
    if before:
        if t.words[place - 1] == "-" and before.start < place - 1:
            read = replace(read, value=-value)
        elif t.words[place - 1] == "(" and t.at(end) == ")":  # $(5.2) million, as accountants print a loss
            read = _loss(t, read)
        read = replace(read, units=before.units, unit_start=before.start, unit_end=before.end, is_money=True)
    behind = money.behind(t, found, units, prefixed=before is not None)
    if behind:
        read = replace(
            read,
            value=scaled(value, behind.times),
            units=_narrow(read.units, behind.units),
            unit_start=read.unit_start if before else behind.start,
            unit_end=behind.end,
            last=behind.end,
            is_money=behind.is_money,
        )
        return with_rate(t, with_smaller_unit(t, read, units), units)
    if before:
        return with_rate(t, read, units)
    return _measure(t, read, units)


def _loss(t: Tokens, read: Amount) -> Amount:
    end = read.end + 1
    end, times = suffix(t, end, money=True) if end < t.count else (end, 1.0)
    if t.at(end) in SCALES:
        end, times = end + 1, SCALES[t.low[end]]
    return replace(read, value=-read.value * times, end=end, last=end, number=replace(read.number, end=end))


def _height(t: Tokens, place: int, feet: float) -> Amount:
    """*6'2"*: feet and inches by their signs."""
    end = place + 1
    while t.at(end) in ('"', "'") and t.touches(end):
        end += 1
    found = Number(feet, place, place + 1)
    return Amount(found, feet, place, place + 1, end, units=("foot",), unit_start=place, unit_end=end)


def _narrow(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The units that both a sign and a word may mean, else those of the sign."""
    return tuple(unit for unit in some if unit in others) or some or others


def _signed(t: Tokens, value: float, start: int, is_money: bool, floor: int) -> tuple[float, int]:
    """The value with the sign before it, and where that stands."""
    place = start - 1
    if place < floor:
        return value, start
    word = t.low[place]
    if word in ("minus", "negative"):
        if t.at(place - 1) == "or" and t.at(place - 2) == "plus":
            return value, start
        return -value, place
    if word != "-":
        return value, start
    touches_number = t.touches(start)
    touches_before = t.touches(place) and (t.words[place - 1][-1].isalnum() or t.words[place - 1] in (")", "]", "%"))
    opens = t.words[place - 1] in ("(", "<", ">", "=", "≤", "≥", ":") if place else t.count - start <= _ALONE
    if not touches_before and (touches_number or opens):
        if place and touches_number and t.words[place - 1] == "-":
            return value, start
        return -value, place
    return value, start


def _measure(t: Tokens, read: Amount, units: UnitNames) -> Amount:
    place = read.end
    hyphen = t.at(place) == "-" and place + 1 < t.count
    at = place + hyphen
    found = units.at(t, at)
    if found is None and not hyphen and (t.at(at) in _FILLERS or t.at(at) == "+"):
        at += 1
        found = units.at(t, at)
    if found is None and 0 < read.value < 1:  # three quarters of an hour, half a mile
        at = place + (t.at(place) == "of")
        if t.at(at) in ("a", "an"):
            at += 1
            found = units.at(t, at)
    if found is None:
        return with_rate(t, read, units)
    names, end, plural = found
    touching = t.touches(at) and not hyphen
    if not _fits(t, read, at, end, names, plural=plural, hyphen=hyphen, touching=touching):
        return with_rate(t, read, units)
    if touching and t.words[at] == "m" and names == ("meter",) and end == at + 1 and _is_million(t, end):
        number = replace(read.number, value=scaled(read.number.value, 1e6), scale=1e6, end=end, is_plain=False)
        return _measure(t, replace(read, number=number, value=scaled(read.value, 1e6), end=end, last=end), units)
    read = replace(read, units=names, unit_start=at, unit_end=end, last=end)
    return with_rate(t, with_smaller_unit(t, read, units), units)


def _fits(
    t: Tokens, read: Amount, at: int, end: int, names: tuple[str, ...], *, plural: bool, hyphen: bool, touching: bool
) -> bool:
    """Whether the name behind a number is its unit: of a counted thing the plural, of letters no other word."""
    if not plural and not hyphen and abs(read.value) > 1 and not any(name in aliases() for name in names):
        return False
    word, following = t.words[at], t.at(end)
    if following == "-" and not touching and t.touches(end) and t.touches(end + 1) and t.is_digits(end + 1):
        return False  # 12 F-16 jets, but 39%-47%
    if end > at + 1 or len(word) > 2 or not word.isalpha():
        return word != '"'
    if word == "s" and t.words[read.start - 1] == "-" and t.touches(read.start):
        return False  # over-65s
    if touching:
        return not (t.touches(end) and following[0].isalnum())
    if word == "in":
        return following in (".", ",", ")", "")
    if word in _WORDS_TOO:
        ends = not following or (not following[0].isalnum() and following not in ("'", "$"))
        return ends or (word in "CF" and following in FUNCTION_WORDS)
    return word not in _NO_UNITS


def _is_million(t: Tokens, place: int) -> bool:
    """Whether *m* is million: a plural follows that is counted, as in *5m people*."""
    for at in range(place, min(place + 3, t.count)):
        word = t.low[at]
        if not word.isalpha() or word in _NO_MILLION or t.touches(at):
            return False
        if word in _MANY or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return True
    return False
