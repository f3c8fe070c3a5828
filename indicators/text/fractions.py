"""Numbers with all that belongs to them: sign, fraction, power, scale behind a fraction, share of another number."""

import re
from dataclasses import replace
from math import isnan, nan

from indicators.text.cardinals import Number, cardinal, suffix
from indicators.text.chunks import scaled
from indicators.text.digits import literal
from indicators.text.marks import VULGAR_MARKS
from indicators.text.tokens import Tokens
from indicators.text.vocabulary import FRACTIONS, FUNCTION_WORDS, ORDINALS, PLURAL_SCALES, SCALES, SMALL, TENS

_RATIO = re.compile(r"(\d{1,4}):([1-9]\d{0,3})")
_LEADS_TO_QUARTER = frozenset("by about nearly almost than over under around only just up down roughly and".split())
_TIMES = frozenset("second seconds minute minutes hour hours day days week weeks month months year years".split())
_SHARE_OF = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 100, 200, 500, 1000, 10000, 100000))


def number(t: Tokens, place: int, *, money: bool = False) -> Number | None:
    """The number that starts at a token, without sign and unit; None where none does."""
    word = t.low[place]
    if (word in FRACTIONS or word in ("a", "an")) and (part := _fraction(t, place)):
        return _times(t, part)
    if ratio := _RATIO.fullmatch(word):
        return Number(int(ratio[1]) / int(ratio[2]), place, place + 1, is_share=True)
    found = cardinal(t, place, money=money)
    if found is None or isnan(found.value):
        return found
    if found.is_ordinal:
        return found
    end = found.end
    if end >= t.count:
        return found
    if (part := _denominator(t, found)) is not None:
        return _times(t, part)
    if t.low[end] == "-" and t.at(end + 1) in ("and", "in", "out", "over") and t.touches(end + 1):
        end += 1  # two-and-a-half, one-in-five
    if t.low[end] == "and" and (part := _added(t, found, end + 1)):
        return part
    if (found.is_plain and t.words[end - 1] in VULGAR_MARKS) or (not found.is_plain and t.words[end] in VULGAR_MARKS):
        return _times(t, found)
    if t.low[end] in ("over", "out", "in", "of"):
        return _share(t, found, end) or found
    return found


def _times(t: Tokens, part: Number) -> Number:
    """A fraction with the scale that it is of: *half a million*, *two thirds of a million*, *2½ million*."""
    place = part.end
    at = place
    if t.at(at) == "of":
        at += 1
    if t.at(at) in ("a", "an", "one") and (at == place or t.at(at + 1) in SCALES):
        at += 1
    if t.at(at) == "-":
        at += 1
    times = SCALES.get(t.at(at), 0.0) or (PLURAL_SCALES.get(t.at(at), 0.0) if at == place else 0.0)
    if times and times != 100:
        return Number(scaled(part.value, times), part.start, at + 1, scale=times)
    if place < t.count and at == place:
        end, times = suffix(t, place)
        if times != 1:
            return Number(scaled(part.value, times), part.start, end, scale=times)
    return part


def _fraction(t: Tokens, place: int) -> Number | None:
    """A fraction that starts with its name or an article: *half*, *a half*, *a third*, *a quarter of*."""
    start = place
    article = t.low[place] in ("a", "an")
    place += article
    if article and t.at(place) == "-":
        place += 1
    word = t.at(place)
    if word == "half":
        if _is_a_period(t, start, place):
            return None
        return Number(0.5, start, place + 1)
    if word == "quarter":
        of_scale = t.at(place + 1) in SCALES
        before = t.at(start - 1) in _LEADS_TO_QUARTER
        if of_scale or (article and (t.at(place + 1) == "of" or before)):
            return Number(0.25, start, place + 1)
        return None
    if not article or word == "second" or (word not in ORDINALS and word not in TENS):
        return None
    ordinal = cardinal(t, place)
    if ordinal is None or not ordinal.is_ordinal or ordinal.value < 3:
        return None
    if word.endswith("ieth") and t.at(start - 1) == "and":
        return None  # such fractions are rare there, and anniversaries are not: *and a thirtieth birthday*
    following = t.at(ordinal.end)
    counted = following[:1].isalpha() and following not in FUNCTION_WORDS and following not in SCALES
    if t.at(start - 1) in _LEADS_TO_QUARTER and t.at(start - 1) != "and":
        counted = False  # more than a third abstained
    if counted or (following == "-" and t.touches(ordinal.end)) or t.low[ordinal.end - 1] == "second":
        return None
    return Number(1 / ordinal.value, start, ordinal.end)


def _is_a_period(t: Tokens, start: int, place: int) -> bool:
    """Whether *half* names one of two: *the first half*, *the other half*, *half-hearted*."""
    if t.at(start - 1) in ("first", "second", "other", "latter", "former", "better", "top", "bottom", "1st", "2nd"):
        return True
    glued = t.at(place + 1) == "-" and t.touches(place + 1) and t.touches(place + 2)
    return glued and not (t.at(place + 2) in SCALES or t.at(place + 2) in ("a", "an", *_TIMES, "century", "mile"))


def _denominator(t: Tokens, found: Number) -> Number | None:
    """The number as a fraction, where its denominator follows: *two thirds*, *one-eighth*, *three twenty-firsts*.

    Behind *and* the fraction is added where it is less than one: *a hundred and three quarters* is 100.75, *a hundred
    and thirty fifths* is 26.
    """
    place = found.end + (t.low[found.end] == "-" and found.end + 1 < t.count)
    word = t.at(place)
    if not word[:1].isalpha() or (found.is_plain and not word.endswith("s")):
        return None
    below, end = nan, place + 1
    if word in ("quarters", "quarter"):
        below = 4 if word[-1] == "s" or found.value == 1 else nan
        if word == "quarters" and found.value != 3 and isnan(found.last_and):
            return None
    elif word == "half" and (found.value == 1 or found.last_and == 1):
        below = 2.0
    elif word[-1] == "s" and word[:-1] in ORDINALS:
        below = ORDINALS[word[:-1]]
    elif word in TENS:
        at = place + 1 + (t.at(place + 1) == "-")
        last = t.at(at)
        if last.rstrip("s") in ORDINALS and ORDINALS[last.rstrip("s")] < 10:
            below, end = TENS[word] + ORDINALS[last.rstrip("s")], at + 1
            if last[-1] != "s" and found.value != 1:
                return None
    elif word in ORDINALS and found.value == 1 and word != "second":
        below = ORDINALS[word]
    if isnan(below) or (below == 2 and word in ("seconds", "second")):
        return None
    tail = found.last_and
    if not isnan(tail) and tail < below:
        part = _times(t, Number(tail / below, place, end))
        scale = 1.0 if part.scale != 1 or found.closed_scale < 1000 else found.closed_scale
        return Number(found.value - tail + part.value * scale, found.start, part.end, scale=found.closed_scale)
    return Number(found.value / below, found.start, end)


def _added(t: Tokens, found: Number, place: int) -> Number | None:
    """The number with the fraction behind *and*: *two and a half million*, *3 million and a half*, *5 and 3/4*."""
    place += t.at(place) == "-"
    if place >= t.count:
        return None
    part = _fraction(t, place) if t.low[place] in ("a", "an", "half") else None
    if (
        part is None
        and (t.low[place] in SMALL or t.low[place] in TENS)
        and (numerator := cardinal(t, place))
        and numerator.end < t.count
    ):
        part = _denominator(t, numerator)
    if part is None and (chunk := literal(t, place)) and 0 < chunk[0] < 1 and "/" in t.words[place]:
        part = Number(chunk[0], place, chunk[1])
    if part is None or not 0 < part.value < 1:
        return None
    scaled = _times(t, part)
    if found.scale >= 1000:
        amount = scaled.value if scaled.scale != 1 else part.value * found.scale
        return Number(found.value + amount, found.start, scaled.end, scale=found.scale)
    whole = Number(found.value + part.value, found.start, part.end)
    if t.at(part.end) == "of":
        return whole
    return _times(t, whole)


def _share(t: Tokens, found: Number, place: int) -> Number | None:
    """The number as a share of the one behind it: *1 in 5*, *nine out of ten*, *one over three*."""
    if found.scale != 1 or not found.value.is_integer() or found.value <= 0:
        return None
    link, place = t.low[place], place + 1
    place += t.at(place) == "-"
    if link == "out":
        if t.at(place) != "of":
            return None
        place += 1
    if t.at(place) in ("every", "each"):
        place += 1
    if place >= t.count or t.low[place] in ("a", "an"):
        return None
    of = cardinal(t, place)
    if of is None or of.is_ordinal or isnan(of.value) or not of.value.is_integer() or of.value <= 0:
        return None
    following = t.at(of.end)
    if following in _TIMES or following in ("%", "percent"):
        return None
    if link == "over":
        counted = following[:1].isalpha() and following not in FUNCTION_WORDS
        return None if counted else replace(of, value=found.value / of.value, start=found.start, is_share=True)
    if found.value >= of.value or (of.is_plain and 1900 <= of.value < 2100 and len(t.words[place]) == 4):
        return None
    if link == "of" and t.low[place - 1] not in ("every", "each"):
        return None
    if link == "in" and found.value != 1 and of.value not in _SHARE_OF:
        return None
    return replace(of, value=found.value / of.value, start=found.start, is_share=True, is_plain=False, scale=1.0)
