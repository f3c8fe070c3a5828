"""What follows the unit of an amount: the smaller unit printed with it, and what the amount is per."""

from dataclasses import replace

from indicators.text import currencies, money
from indicators.text.amount import Amount
from indicators.text.fractions import number
from indicators.text.tokens import Tokens
from indicators.text.unit_names import PARTS, TIMES, UnitNames
from indicators.text.vocabulary import FUNCTION_WORDS

EACH = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
"""Words that say what an amount is per."""
_LATER = ("later", "earlier", "ago", "after", "before", "apart", "or")
_PARTS_OF_ONE = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


def with_smaller_unit(t: Tokens, read: Amount, units: UnitNames) -> Amount:
    """The amount with the smaller unit behind it: *5 ft 11 in*, *3 dollars and 50 cents*; *a year and a half*."""
    place = read.unit_end
    joined = t.at(place) == "and"
    at = place + joined
    if joined and t.at(at) in ("a", "one") and t.at(at + 1) in _PARTS_OF_ONE and t.at(at + 2) not in ("of", "million"):
        value = read.value + _PARTS_OF_ONE[t.low[at + 1]]
        return replace(read, value=value, last=at + 2, unit_end=at + 2)
    if at >= t.count or not read.units or not t.words[at][0].isalnum():
        return read
    part = number(t, at)
    if part is None or part.is_ordinal or not 0 <= part.value < 1000:
        return read
    if read.is_money:
        change = money.behind(t, part, units, prefixed=False)
        whole = currencies.CHANGE.get(change.units[0], ()) if change and change.units else ()
        if change and read.units[0] in whole and part.value < 100:
            return replace(read, value=read.value + part.value / 100, unit_end=change.end, last=change.end)
        return read
    found = units.at(t, part.end + (t.at(part.end) == "-"))
    if found is None or not read.value.is_integer():
        return read
    for large in read.units:
        for small in found[0]:
            times = PARTS.get((large, small))
            if times and part.value < times:
                value = read.value + part.value / times * (-1 if read.value < 0 else 1)
                return replace(read, value=value, unit_end=found[1], last=found[1], units=(large,))
    return read


def with_rate(t: Tokens, read: Amount, units: UnitNames) -> Amount:
    """The amount with what it is per: *a day*, *per hour*, */h*, *daily*; *per 100,000*."""
    place = read.last
    word = t.at(place)
    if not word or (len(read.units) and read.units[0] == "percentage_point"):
        return read
    following = t.at(place + 1)
    if word in EACH and (not following[:1].isalpha() or following in FUNCTION_WORDS):
        return _rate(read, EACH[word], place + 1, units)
    if word == "per" and (t.is_digits(place + 1) or t.at(place + 1) in ("hundred", "thousand", "million")):
        of = number(t, place + 1)
        if of and of.value >= 100:
            return replace(read, per=f"{of.value:.0f}", last=of.end)
        return read
    linked = word in ("a", "an", "per", "each", "every") or (word == "/" and t.touches(place))
    at = place + 1
    if word == "-" and t.at(place + 1) in ("a", "an", "per") and t.at(place + 2) == "-":
        linked, at = True, place + 3
    if word == "for" and following in ("each", "every"):
        linked, at = True, place + 2
    if not linked:
        return read
    found = units.at(t, at)
    name, end = (found[0][0], found[1]) if found else (t.at(at), at + 1)
    if not found and name not in TIMES:
        return read
    if word in ("a", "an") and (t.at(end) in _LATER or not (name in TIMES or read.units)):
        return read
    if t.at(end) == "per" and read.units and (second := units.at(t, end + 1)):  # litres per person per day
        name, end = f"{name}/{second[0][0]}", second[1]
    return _rate(read, name, end, units)


def _rate(read: Amount, per: str, end: int, units: UnitNames) -> Amount:
    """The amount per unit, which may be a unit of its own: *kilometer_per_hour*."""
    for unit in read.units:
        compound = f"{unit}_per_{per}"
        if compound in units.names:
            return replace(read, units=(compound,), unit_end=end, last=end)
    return replace(read, per=per, last=end)
