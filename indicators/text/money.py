"""The currency before a number and behind it: signs, ISO codes, and words with the adjective of a country."""

from dataclasses import dataclass

from indicators.text import currencies
from indicators.text.cardinals import Number
from indicators.text.tokens import Tokens
from indicators.text.unit_names import UnitNames
from indicators.text.vocabulary import SCALES, SUFFIXES

_LOWER_CODES = frozenset("usd eur gbp rmb cny jpy aud cad nzd hkd inr chf".split())
_SPACED_PREFIXES = frozenset("c hk us nz ca au usd cad aud mxn nzd hkd mex sg nt".split())
_NAMES_BEFORE = frozenset("dollar euro sen rmb rs".split())
_OBJECTS = frozenset("the a an their his her its it".split())
_MASS = "pound"


@dataclass(frozen=True, slots=True)
class Money:
    """The currencies that may be meant and the tokens that name them; `times` where the name holds a scale."""

    units: tuple[str, ...]
    start: int
    end: int
    times: float = 1.0
    is_money: bool = True


def before(t: Tokens, place: int, floor: int) -> Money | None:
    """The currency before the number at a token: *$*, *US$*, *c $*, *GBP*, *MUSD*, *dollar*."""
    at = place - 1
    if at >= floor and t.words[at] in ("-", "(") and t.touches(place):
        at -= 1  # $-5, $(5)
    if at < floor or place >= t.count or t.starts[place] - t.ends[at] > 2:
        return None
    word = t.low[at]
    if not word[0].isalnum() and word in currencies.SIGNS:
        return _sign(t, at, floor)
    if t.words[at + 1] == "(":
        return None
    if not word[0].isalpha():
        if word == "." and t.at(at - 1) == "rs" and at - 1 >= floor:
            return Money(currencies.SIGNS["rs"], at - 1, at + 1)
        return None
    code = t.words[at]
    if code in currencies.CODES or code in _LOWER_CODES or (code == "RMB"):
        return Money(_code(code), at, at + 1)
    if code[:1] in "Mm" and code[1:] in currencies.CODES and len(code) == 4:
        return Money((code[1:],), at, at + 1, times=1e6)
    if word in currencies.SIGNS and t.words[at] in ("Rs", "RM", "Rp", "SFr", "Fr"):
        return Money(currencies.SIGNS[word], at, at + 1)
    if word in _NAMES_BEFORE and t.is_digits(place) and not ((at and t.low[at - 1] in SCALES) or t.is_digits(at - 1)):
        return Money(currencies.WORDS.get(word) or currencies.SIGNS[word], at, at + 1)
    return None


def _code(word: str) -> tuple[str, ...]:
    code = word.upper()
    return (code,) if code in currencies.CODES else currencies.WORDS[word.lower()]


def _sign(t: Tokens, at: int, floor: int) -> Money:
    """A sign, with the letters that stand before it."""
    sign = t.low[at]
    units = currencies.SIGNS[sign]
    if at - 1 >= floor and t.words[at - 1][0].isalpha():
        letters = t.low[at - 1]
        touching = t.touches(at)
        if letters == "s" and t.at(at - 2) == "." and t.at(at - 3) == "u" and at - 3 >= floor:
            return Money(("USD",), at - 3, at + 1)
        if f"{letters}{sign}" in currencies.SIGNS and (touching or letters in _SPACED_PREFIXES):
            return Money(currencies.SIGNS[f"{letters}{sign}"], at - 1, at + 1)
    if at - 4 >= floor and t.touches(at) and t.low[at - 4 : at] == ["u", ".", "s", "."]:
        return Money(("USD",), at - 4, at + 1)
    return Money(units, at, at + 1)


def behind(t: Tokens, number: Number, units: UnitNames, *, prefixed: bool) -> Money | None:
    """The currency behind a number, with a scale behind that: *€*, *USD million*, *Australian dollars*, *-cent*."""
    place = number.end
    if place >= t.count:
        return None
    start = place
    if t.words[place] == "-" and place + 1 < t.count and t.words[place + 1][0].isalpha():
        place += 1
    word, low = t.words[place], t.low[place]
    if start == place and (sign := _sign_behind(t, place)):
        return None if prefixed else Money(sign, place, place + _sign_length(t, place))
    if not word[0].isalpha() or (t.touches(place + 1) and t.is_digits(place + 1)):
        return None
    nation, at = _nation(t, place)
    name = t.at(at)
    if nation and name in currencies.WORDS and (nation in currencies.WORDS[name] or len(currencies.WORDS[name]) >= 1):
        codes = (nation,) if nation in currencies.WORDS[name] else currencies.WORDS[name]
        return _scaled(t, codes, place, at + 1)
    if word in currencies.CODES or low in _LOWER_CODES or word == "RMB":
        if prefixed and t.is_digits(place + 1):
            return None
        return _scaled(t, _code(word), place, place + 1)
    if len(word) == 4 and word[0] == "M" and word[1:] in currencies.CODES:
        return Money((word[1:],), place, place + 1, times=1e6)
    if low == "p" and t.touches(place):
        return Money(("pence",), place, place + 1)
    if low not in currencies.WORDS:
        return None
    if low in currencies.WEAK_WORDS and low not in units.names and (number.value < 1000 or t.at(place + 1) in _OBJECTS):
        return None
    found = currencies.WORDS[low]
    if low in ("pound", "pounds") and t.at(place + 1) == "sterling":
        return Money(("GBP",), place, place + 2)
    if low in ("pound", "pounds"):
        mass = (_MASS,) if _MASS in units.names else ()
        is_money = not mass or number.scale >= 1000 or prefixed
        if is_money:
            return Money((*found, *mass), place, place + 1)
        return Money((*mass, *found), place, place + 1, is_money=False)
    return _scaled(t, found, place, place + 1)


def _scaled(t: Tokens, codes: tuple[str, ...], start: int, end: int) -> Money:
    """With the scale behind a currency: *75 USD million*."""
    following = t.at(end)
    if following in SCALES and SCALES[following] >= 1000:
        return Money(codes, start, end + 1, times=SCALES[following])
    if end < t.count and t.words[end] in ("mn", "bn", "mln", "bln") and not t.touches(end):
        return Money(codes, start, end + 1, times=SUFFIXES[t.words[end]])
    return Money(codes, start, end)


def _sign_behind(t: Tokens, place: int) -> tuple[str, ...]:
    """What a sign behind a number means; nothing where it belongs to the number behind it."""
    word = t.low[place]
    if word[0].isascii() and word[0].isalnum():
        if word in ("us", "c", "a") and t.at(place + 1) == "$" and t.touches(place + 1):
            return ()
        return ()
    sign = word if word in currencies.SIGNS else t.text[t.starts[place] : t.starts[place] + 2]
    if sign not in currencies.SIGNS:
        return ()
    following = place + _sign_length(t, place)
    if t.is_digits(following) and t.starts[following] - t.ends[following - 1] <= 1 and not t.touches(place):
        closing = t.at(following + 1) in (word, "cent", "cents") and not t.touches(following)
        if not closing:
            return ()
    return currencies.SIGNS[sign]


def _sign_length(t: Tokens, place: int) -> int:
    return 1 if t.low[place] in currencies.SIGNS else 2


def _nation(t: Tokens, place: int) -> tuple[str, int]:
    """The country's currency that an adjective names, and the token after it."""
    for length in (3, 2, 1):
        words = tuple(t.low[place : place + length])
        if words in currencies.NATIONS:
            return currencies.NATIONS[words], place + length
    if t.low[place : place + 3] == ["u", ".", "s"]:
        return "USD", place + 3 + (t.at(place + 3) == ".")
    return "", place
