"""Two amounts as one range: *10–15*, *between about 500 and 900*, *£3–4k*, *5 to 10 percent*; scores; tolerances."""

import re
from dataclasses import dataclass, replace
from math import isnan

from indicators.text import currencies, dates, money, qualifiers
from indicators.text.amount import Amount
from indicators.text.amounts import amount
from indicators.text.chunks import scaled
from indicators.text.tokens import Tokens
from indicators.text.unit_names import UnitNames

_LOOSE = frozenset("about around roughly approximately some nearly almost an a the up just maybe possibly".split())
_CHANGED = re.compile(
    r"\b(?:rose|growth|rises?|risen|rising|fell|falls?|fallen|falling|grew|grows?|grown|growing|increas\w+|decreas\w+|"
    r"declin\w+|dropp?\w*|reduc\w+|cut|cuts|cutting|rais\w+|went|goes|gone|jump\w*|climb\w*|slipp?\w*|slid\w*|surg\w+|"
    r"chang\w+|up|down|plung\w+|soar\w*|tumbl\w*|shr[aiu]nk\w*|lower\w*|mov\w+|expand\w*|improv\w+|double\w*|rebound\w*|"
    r"advanc\w+|eas\w+|edg\w+|swell\w*|swollen|tripl\w+|slump\w*|sank|sunk|sink\w*|revis\w+|downgrad\w+|upgrad\w+)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:ranges?|ranging|intervals?|bands?|limits)(?: of (?:scenarios|estimates|outcomes|projections|forecasts))?"
    r"[:,]?(?: of| from)?\s*$",
    re.IGNORECASE,
)
"""What stands before a range that is called one, whatever changed before: *grow by 4%, with a range from* 2 to 5%."""
_SCORED = re.compile(
    r"\b(?:w[io]n|wins|winning|victory|beat|beaten|lost|lose|loss|defeat\w*|dr[ae]w|tied?|lead|led|trail\w*|scor\w+|"
    r"match|vot\w+|ruling|ruled)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_REACH = 60
_DATED = re.compile(r"\b(?:in|by|during|since)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AmountPair:
    """Two amounts as one; `kind` is range, score or tolerance."""

    kind: str
    low: Amount
    high: Amount
    end: int


def pair(t: Tokens, amount: Amount, units: UnitNames) -> AmountPair | None:
    """The range, score or number with its tolerance that an amount begins; None where it stands alone."""
    place = amount.last
    connector = t.at(place)
    if connector == "±" or (connector == "+" and t.at(place + 1) in ("/", "-")):
        at = place + 1 if connector == "±" else place + (3 if t.at(place + 1) == "/" else 2)
        other = _next(t, at, units)
        if (
            other
            and not isnan(other.value)
            and (not other.units or not amount.units or set(other.units) & set(amount.units))
        ):
            return AmountPair("tolerance", amount, other, other.last)
        return None
    if connector not in ("-", "to", "through", "~", "and"):
        return None
    first = t.starts[amount.start]
    opening = qualifiers.opening(t.text, _past_loose(t, amount.start))
    if (connector == "and") != (opening == "between"):
        return None
    at = place + 1
    if connector == "-" and t.at(at) == "to" and t.at(at + 1) == "-":
        connector, at = "to", at + 2
    if connector == "-" and t.touches(place) != t.touches(at) and t.touches(at):
        return None  # 10 -5
    other = _next(t, at, units)
    if other is None or isnan(amount.value) or isnan(other.value) or other.number.is_share or amount.number.is_share:
        return None
    if connector in ("-", "~") and (score := _score(t, amount, other, first)):
        return score
    if connector == "to" and (_is_level_of_year(t, amount, other) or not _is_range(t, amount, other, first, opening)):
        return None
    return _joined(amount, other)


def _past_loose(t: Tokens, place: int) -> int:
    """Where the words before an amount end, which say that it is about so much."""
    while place and t.low[place - 1] in _LOOSE and t.low[place - 1] != "to":
        place -= 1
    return t.starts[place]


def _next(t: Tokens, place: int, units: UnitNames) -> Amount | None:
    """The amount behind a connector, past words that say *about*, and past its currency."""
    floor = place
    for at in range(place, min(place + 5, t.count)):
        if at > place and t.starts[at] - t.ends[at - 1] > 2:
            return None
        found = amount(t, at, units, floor) if t.low[at] not in ("a", "an") or at == place else None
        if found is not None:
            return found
        opens = t.low[at] in _LOOSE or t.low[at] in ("-", "minus", "negative") or t.at(at + 1) in currencies.SIGNS
        if not (opens or money.before(t, at + 1, floor)):
            return None
    return None


def _score(t: Tokens, amount: Amount, other: Amount, first: int) -> AmountPair | None:
    """*2-0* is a score: a larger number first, or a word of winning before."""
    small = amount.number.is_plain and other.number.is_plain and not amount.units and not other.units
    if not small or not (amount.value.is_integer() and other.value.is_integer()) or other.value < 0:
        return None
    if max(amount.value, other.value) > 400 or other.last != other.end:
        return None
    if amount.value >= other.value or _SCORED.search(t.text, max(0, first - _REACH), first):
        return AmountPair("score", amount, other, other.last)
    return None


def _is_level_of_year(t: Tokens, amount: Amount, other: Amount) -> bool:
    """Whether the first is the year in which something came to the second: *grew in 2023 to 29,900 TWh*."""
    start, end = t.starts[amount.start], t.ends[amount.end - 1]
    if not amount.number.is_plain or amount.units or not dates.is_year(t.text, start, end):
        return False
    is_year = other.number.is_plain and not other.units
    is_year = is_year and dates.is_year(t.text, t.starts[other.start], t.ends[other.end - 1])
    return not is_year and bool(_DATED.search(t.text, max(0, start - len("during ")), start))


def _is_range(t: Tokens, amount: Amount, other: Amount, first: int, opening: str) -> bool:
    """Whether *to* joins the two: a change from one to the other does not, nor do things of two kinds."""
    if amount.units and not other.units and not (amount.is_money and other.number.scale != 1):
        return False
    clause = t.text[max(0, first - _REACH) : first]
    clause = clause[max(clause.rfind(mark) for mark in ".;") + 1 :]
    if not _CHANGED.search(clause) or _NAMED.search(clause):
        return True
    return opening != "from" and bool(other.units) and not amount.units


def _joined(amount: Amount, other: Amount) -> AmountPair | None:
    """The two as ends of a range, the scale and unit behind the second shared with the first."""
    if amount.units and other.units and not set(amount.units) & set(other.units):
        return None
    if amount.units and not amount.is_money and not other.units:
        return None
    low = amount
    if other.number.scale > 1 and amount.number.scale == 1 and amount.value < other.number.before_scale:
        low = replace(amount, value=scaled(amount.value, other.number.scale))
    if not low.value < other.value:
        return None
    return AmountPair("range", low, other, other.last)
