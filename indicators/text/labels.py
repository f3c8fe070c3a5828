"""Digits that are a name and no number: *F-16*, *COVID-19*, *5G*, *Article 5*, *S&P 500*, addresses, versions."""

import re
from math import isnan

from indicators.text import currencies
from indicators.text.chunks import value_of
from indicators.text.tokens import Tokens
from indicators.text.unit_names import UnitNames
from indicators.text.vocabulary import (
    BEFORE_LABEL,
    FUNCTION_WORDS,
    LABELS,
    MONEY_SUFFIXES,
    SCALES,
    SHORT_MONTHS,
    SUFFIXES,
    WEEKDAYS,
)

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_CHAIN = re.compile(r"\d+(?:\.\d+){2,}(?!\w)|\d+(?:-\d+){2,}(?:/\d+)*|\d+/\d+(?:/\d+)+")
_RATIO = re.compile(r"(\d{1,4}):(\d{1,4})")
_GLUED = re.compile(r"[\w-]*\w")
ROMAN = frozenset("ii iii iv ix vi vii viii xi xii xiii xiv xv xx".split())
"""Roman numerals, which a name has in capitals: *World War II*."""

_SHORT = frozenset(("no", "nos", "fig", "vol", "p", "pp", "para", "art", "sec", "ch"))
_PREFIXES = frozenset("mid pre post early late non sub under over circa about pro anti".split())
_ORDINAL_END = frozenset(("st", "nd", "rd", "th", "s"))


def addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand."""
    if "://" not in text and "www." not in text and "@" not in text:
        return []
    return [found.span() for found in _ADDRESS.finditer(text)]


def label(t: Tokens, place: int, units: UnitNames, is_currency: bool) -> tuple[int, int] | None:
    """Where the name starts and ends, in characters, that the digits at a token are a part of."""
    word, start, end = t.words[place], t.starts[place], t.ends[place]
    if word in LABELS and "/" in word:
        return start, end
    if (chain := _CHAIN.match(t.text, start)) and isnan(value_of(chain[0])):
        return (start - (t.text[start - 1 : start] == "+")), chain.end()
    if is_currency:
        return None
    before = t.words[place - 1] if place else ""
    touches_before = t.touches(place)
    if touches_before and before == "[" and t.at(place + 1) == "]" and t.touches(place - 1):
        return t.starts[place - 1], t.ends[place + 1]  # a footnote
    if touches_before and before in ("#", "§"):
        return t.starts[place - 1], end
    if touches_before and (before[-1].isalpha() or before == "_") and not (before in ("x", "X") and word[0] != "0"):
        return _glued(t, place)
    if touches_before and before == "-" and t.touches(place - 1) and t.words[place - 2][-1].isalnum():
        name = t.words[place - 2]
        if not name.islower() and name.isalpha() and name.lower() not in _PREFIXES:
            return _glued(t, place)
    if t.touches(place + 1) and (t.words[place + 1][0].isalpha() or t.words[place + 1] == "_"):
        if not _reads_on(t, place + 1, units):
            return _glued(t, place)
        return None
    return _named(t, place, units)


def _glued(t: Tokens, place: int) -> tuple[int, int]:
    """The whole run of letters, digits and hyphens around a token."""
    start = t.starts[place]
    while start and (
        t.text[start - 1].isalnum() or (t.text[start - 1] in "-_" and t.text[start - 2 : start - 1].isalnum())
    ):
        start -= 1
    found = _GLUED.match(t.text, start)
    end = max(t.ends[place], found.end() if found else 0)
    while place + 1 < t.count and t.starts[place + 1] < end:
        place += 1
    return start, max(t.ends[place], end)


def _reads_on(t: Tokens, place: int, units: UnitNames) -> bool:
    """Whether the letters behind digits are no name: an ordinal, a scale, a unit, a currency, a power."""
    word = t.words[place]
    if word in SUFFIXES or word in MONEY_SUFFIXES or t.low[place] in SCALES:
        return not (t.touches(place + 1) and t.words[place + 1][0].isdecimal())
    if t.low[place] in _ORDINAL_END or t.low[place] in ("x", "am", "pm", "ish", "odd", "plus", "p"):
        return True
    if t.low[place] == "e" and t.touches(place + 1):
        return True
    if units.at(t, place):
        return not (t.touches(place + 1) and t.words[place + 1][0].isdecimal() and t.words[place + 1] not in "23")
    upper = word.upper()
    return (
        upper in currencies.CODES
        or t.low[place] in currencies.SIGNS
        or upper[1:] in currencies.CODES
        or (t.low[place] in currencies.WORDS and len(word) > 3)
    )


def _named(t: Tokens, place: int, units: UnitNames) -> tuple[int, int] | None:
    """A number behind a word that numbers things, or behind a name: *Article 5*, *iPhone 14*, *S&P 500*."""
    if not place or not t.words[place].isdecimal() or len(t.words[place]) > 4:
        return None
    at = place - 1
    if t.words[at] == "." and t.low[at - 1] in _SHORT and at:
        return t.starts[at - 1], t.ends[place]
    word, low = t.words[at], t.low[at]
    if not word[0].isalpha() or t.starts[place] != t.ends[at] + 1:
        return None
    if low == "p" and t.at(at - 1) == "&":
        return t.starts[max(at - 2, 0)], t.ends[place]
    if low in ("no", "nos") and not word[0].isupper():
        return None
    if low in BEFORE_LABEL:
        return None if _counts(t, place, units) else (t.starts[at], t.ends[place])
    if not word[0].isupper() or low[:3] in SHORT_MONTHS or low in WEEKDAYS or low in FUNCTION_WORDS or len(word) < 2:
        return None
    running = at > 0 and t.words[at - 1].islower() and t.words[at - 1].isalpha()
    if not running or _counts(t, place, units) or t.at(place + 1) in (",", "-", "%", "and", "or", "to", "in"):
        return None
    return t.starts[at], t.ends[place]


def _counts(t: Tokens, place: int, units: UnitNames) -> bool:
    """Whether something that is counted follows the number, in the plural, or a scale, or a unit."""
    following = place + 1
    if following >= t.count:
        return False
    word = t.low[following]
    if word in SCALES or word in SUFFIXES or word == "%" or units.at(t, following) or word in ("percent", "per"):
        return True
    if word in ("people", "children", "men", "women", "more", "other", "new", "out", "of"):
        return True
    for at in range(following, min(following + 2, t.count)):
        if not t.low[at].isalpha() or t.low[at] in FUNCTION_WORDS:
            return False
        if t.words[at].islower() and t.low[at].endswith("s") and not t.low[at].endswith(("ss", "us", "is")):
            return True
    return False
