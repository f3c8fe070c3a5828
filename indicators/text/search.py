"""The numeric expressions of a text: all that a reader would call a number, a date or a magnitude."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from indicators.text import magnitudes, money
from indicators.text.expression import KINDS, QUANTITIES, Expression
from indicators.text.found_amounts import amount_at
from indicators.text.found_dates import date_at, spoken_year, word_date
from indicators.text.found_words import is_pronoun, magnitude_at, ordinal_in_digits
from indicators.text.labels import ROMAN, addresses, label
from indicators.text.marks import VULGAR_MARKS, folded
from indicators.text.scan import Scan, plain
from indicators.text.tokens import Tokens
from indicators.text.unit_names import UnitNames, common
from indicators.text.vocabulary import (
    DECADES,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    RANKS,
    SEASONS,
    SHORT_MONTHS,
)

__all__ = ["KINDS", "QUANTITIES", "Expression", "find", "find_marked"]

_DATE_WORDS = frozenset(
    [*MONTHS.lower().split(), *SHORT_MONTHS, *SEASONS, *DECADES, *ORDINALS, "twenty", "thirty"]
) | frozenset("this last next past previous coming same fiscal financial fy q h final".split())
_WORD_DATES = frozenset([*MONTHS.lower().split(), *DECADES, *"this last next past previous coming same".split()])
_OPENINGS = NUMBER_WORDS | _DATE_WORDS | magnitudes.OPENINGS | frozenset([*RANKS, *VULGAR_MARKS, *ROMAN])
_AFTER_DAY = frozenset(
    [*SHORT_MONTHS, *"- / . st nd rd th of : am pm a p bc bce b ad ce s ' day q h o'c to t and thr unt til".split()]
)
"""How the token begins that follows the digits of a date or a time."""

_RANKED = frozenset("school schools care education source sources energy election elections pupils".split())
"""Words before which *primary* and *secondary* name a sort and count nothing."""

_MAGNITUDE_WORDS = magnitudes.OPENINGS - NUMBER_WORDS - _DATE_WORDS
_AFTER_ARTICLE = magnitudes.AFTER_ARTICLE | NUMBER_WORDS | {"-"}


def find(text: str, units: UnitNames | None = None, most: int | None = None) -> list[Expression]:
    """The numeric expressions of a text as it stands, in order, the first `most` of them; none overlaps another.

    `units` are the units to be named, by default the common ones.
    """
    read, places = folded(text)
    found = find_marked(read, units, most)
    return found if places is None else [_moved(expression, places) for expression in found]


def find_marked(text: str, units: UnitNames | None = None, most: int | None = None) -> list[Expression]:
    """The numeric expressions of a text whose special characters are marked, the first `most` of them."""
    return list(islice(_run(Scan(Tokens(text), units or common())), most))


def _moved(expression: Expression, places: Sequence[int]) -> Expression:
    def end(at: int) -> int:
        return places[at - 1] + 1 if at > 0 else at

    return replace(
        expression,
        start=places[expression.start],
        end=end(expression.end),
        after=places[expression.after],
        first=places[expression.first],
        last=end(expression.last),
        unit_start=places[expression.unit_start] if expression.unit_start >= 0 else -1,
        unit_end=end(expression.unit_end),
    )


def _run(scan: Scan) -> Iterator[Expression]:
    """The expressions, from one token that may open one to the next behind it."""
    t = scan.t
    skipped = addresses(t.text)
    done = 0
    for place in [at for at, low in enumerate(t.low) if low < ":" or low in _OPENINGS or low[0].isdecimal()]:
        if place < done:
            continue
        low = t.low[place]
        if low < ":":
            if not low[0].isdecimal() and not (low == "." and t.is_digits(place + 1)):
                continue
        elif low in ("a", "an") and t.at(place + 1) not in _AFTER_ARTICLE:
            continue
        if skipped and (found := next((span for span in skipped if span[0] <= t.starts[place] < span[1]), None)):
            expression: Expression | None = plain("label", *found)
        else:
            expression = _read(scan, place)
        if expression is None:
            continue
        yield expression
        scan.floor = max(expression.end, expression.unit_end if _joins(expression) else 0)
        scan.compared = scan.floor if expression.kind in ("percent", "money", "measure") else 0
        done = scan.floor_token = scan.past(scan.floor, place)


def _joins(expression: Expression) -> bool:
    """Whether the unit stands with its number, so that nothing between the two is left to be read."""
    return expression.unit_end > expression.end and expression.unit_start - expression.end <= 2


def _read(scan: Scan, place: int) -> Expression | None:
    """The expression that starts at a token; None where none does."""
    t, scan.here = scan.t, place
    start, low = t.starts[place], t.low[place]
    is_digits = low[0].isdecimal()
    if low in _MAGNITUDE_WORDS:
        return None if place in scan.used else magnitude_at(scan, place)
    before = money.before(t, place, scan.floor_token) if is_digits else None
    dated = low in _DATE_WORDS or (is_digits and (not low.isdecimal() or t.at(place + 1)[:3] in _AFTER_DAY))
    if dated and not before and (date := date_at(scan, place)):
        return date
    if is_digits and (name := label(t, place, scan.units, before is not None)):
        return plain("label", max(name[0], scan.floor), _past_fraction(t, name[1]))
    if low in VULGAR_MARKS and t.touches(place) and t.words[place - 1][-1].isalnum():
        return plain("number", max(t.starts[place - 1], scan.floor), t.ends[place])  # x½ is nothing that can be read
    if place in scan.used:
        return None
    if low in RANKS:
        if t.at(place + 1) in _RANKED:
            return None
        return plain("ordinal", start, t.ends[place], value=RANKS[low])
    if is_digits and (ordinal := ordinal_in_digits(scan, place)):
        return ordinal
    if low in magnitudes.OPENINGS and (found := magnitude_at(scan, place)):
        return found
    if low in _WORD_DATES:
        return word_date(scan, place)
    if t.words[place].upper() == t.words[place] and low in ROMAN:
        return plain("label", start, t.ends[place])
    if low == "zero" and t.at(place - 1 - (t.at(place - 1) == "-")) == "net":
        return plain("label", start, t.ends[place])  # net zero is a name of an aim
    if low == "one" and is_pronoun(scan, place):
        return None
    if not is_digits and low not in NUMBER_WORDS and low not in VULGAR_MARKS and low != ".":
        return None
    return spoken_year(scan, place) or amount_at(scan, place)


def _past_fraction(t: Tokens, end: int) -> int:
    """The end of a name, behind a fraction that is glued to it and could not be read by itself."""
    place = bisect_left(t.starts, end)
    return t.ends[place] if t.touches(place) and t.starts[place] == end and t.words[place] in VULGAR_MARKS else end
