"""The kind of an amount by its unit, and the unit of a number that stands further behind it."""

import re
from dataclasses import replace

from indicators.text import currencies
from indicators.text.expression import Expression
from indicators.text.tokens import Tokens
from indicators.text.unit_names import TEMPERATURES, TIMES, UnitNames, aliases
from indicators.text.vocabulary import FUNCTION_WORDS, NUMBER_WORDS

_ANGLES = frozenset("latitude longitude angle north south east west turn of".split())
_AGED = re.compile(
    r"\b(?:aged?|ages?(?: of)?)\s+(?:(?:between|about|over|under|around|from|at least)\s+)?$", re.IGNORECASE
)
_STOP = FUNCTION_WORDS - frozenset("last past other own same".split())
_REACH = 80
_COMPOUND = ("watt", "amp", "man", "person", "passenger", "seat", "light", "pupil", "patient")
"""Words that make another unit of the one behind them: *passenger miles*."""
_PER = ("a", "an", "per", "each", "every")
_CLAUSE = frozenset("and but that which who whom whose when while where if because though although".split())
"""Words with which another clause may begin, which the number is not counted in."""
_SPENT = frozenset(
    "take takes took taken taking last lasts lasted lasting lose loses lost losing wait waits waited waiting spend "
    "spends spent spending stay stays stayed staying need needs needed needing save saves saved saving rest rests "
    "rested work works worked working remain remains remained".split()
)
"""Verbs before *a day* that make it a length of time."""
_NO_RATE = FUNCTION_WORDS | _SPENT | frozenset("once twice half quarter".split())
_LATER = frozenset("later earlier ago after before apart or".split())


def kind_of(units: tuple[str, ...], t: Tokens, after: int, *, is_money: bool = False) -> str:
    """The kind of an amount in one of these units; `after` is the token behind it."""
    if is_money:
        return "money"
    if not units:
        return "number"
    unit = units[0]
    if unit in TIMES:
        old = t.at(after + (t.at(after) == "-")) == "old" or (t.at(after), t.at(after + 1)) == ("of", "age")
        return "age" if old else "duration"
    if unit in ("percent", "percentage_point", "basis_point", "per_mille"):
        return "percent"
    if unit in TEMPERATURES:
        return "measure" if unit == "degree" and t.at(after) in _ANGLES else "temperature"
    if unit in currencies.CODES or unit in ("dollar", "cent", "pence", "penny"):
        return "money"
    return "measure" if unit in aliases() and unit not in ("people", "point") else "number"


def is_aged(text: str, start: int) -> bool:
    """Whether the words before a number make it an age: *aged 30*, *ages 5 to 12*."""
    return bool(_AGED.search(text, max(0, start - 30), start))


def per_of(per: str) -> str:
    """What an amount is per, as units are written."""
    return per.replace(" ", "_")


def rate_of_clause(t: Tokens, expression: Expression, at: int, used: set[int]) -> Expression:
    """The number with what it is per where a verb stands between: *400 shells are fired a day*.

    The time closes the clause of the number and is no length of time: *12 men waited a day*, *20 trains in a day*.
    """
    limit = expression.end + _REACH
    while at < t.count and t.starts[at] < limit:
        word, time = t.low[at], t.at(at + 1)
        if t.is_digits(at) and t.touches(at) and t.words[at - 1].isupper():
            at += 1  # of a name: tonnes of CO2 a year
            continue
        if not word[0].isalpha() or word in _CLAUSE:
            break
        if word in _PER and time in TIMES:
            following = t.at(at + 2)
            closes = not following[:1].isalnum() or (following in FUNCTION_WORDS and following not in _LATER)
            if not closes or t.low[at - 1] in _NO_RATE:
                break
            used.update(range(at, at + 2))
            return replace(expression, per=time, last=t.ends[at + 1])
        if word in NUMBER_WORDS:
            break
        at += 1
    return expression


def counted(t: Tokens, expression: Expression, place: int, units: UnitNames, used: set[int]) -> Expression:
    """The number with the unit that the words further behind it name, in the plural, and what that is per.

    The words end at one that names nothing, a mark, or the next number: *12,000 young mail carriers*.
    """
    limit = expression.end + _REACH
    at = place + (t.at(place) == "of")
    named = None
    while at < t.count and t.starts[at] < limit:
        word = t.low[at]
        if not word[0].isalpha():
            if word == "-" and t.touches(at) and t.touches(at + 1) and t.words[at + 1][0].isalpha():
                at += 2  # the rest of a compound names nothing by itself: terawatt-hours are no hours
                continue
            break
        if named is None:
            if word in _STOP and word not in ("more", "other"):
                if word not in _PER:
                    break
            elif (
                not t.low[at - 1].endswith(_COMPOUND)
                and (found := units.at(t, at))
                and (found[2] or abs(expression.value) <= 1)
            ):
                named = found
                expression = replace(
                    expression,
                    units=found[0],
                    unit_start=t.starts[at],
                    unit_end=t.ends[found[1] - 1],
                    last=t.ends[found[1] - 1],
                )
                used.update(range(at, found[1]))
                at = found[1]
                continue
        if word in _PER and not expression.per:
            behind = units.at(t, at + 1)
            per = behind[0][0] if behind else t.at(at + 1)
            end = behind[1] if behind else at + 2
            if per in TIMES and t.at(end) not in _LATER and t.low[at - 1] not in _SPENT:
                used.update(range(at, end))
                return replace(expression, per=per, last=t.ends[min(end, t.count) - 1])
            break
        if word in _STOP or word in NUMBER_WORDS:
            break
        at += 1
    return expression if expression.per else rate_of_clause(t, expression, at, used)
