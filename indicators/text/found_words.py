"""Ordinals and magnitudes in the tokens of a text, with the words of their bounds and their units."""

from dataclasses import replace

from indicators.text import magnitudes, qualifiers
from indicators.text.amounts import amount
from indicators.text.expression import Expression
from indicators.text.kinds import counted, kind_of
from indicators.text.scan import Scan, plain
from indicators.text.vocabulary import FUNCTION_WORDS, NUMBER_WORDS

_PRONOUN_AFTER = frozenset("no this that which each every any some either neither another such".split())
_ARTICLES = frozenset("the a an".split())


def ordinal_in_digits(scan: Scan, place: int) -> Expression | None:
    """*21st*, where it starts at a token."""
    t = scan.t
    if t.at(place + 1) in ("st", "nd", "rd", "th") and t.touches(place + 1):
        digits = t.words[place].replace(",", "").replace(" ", "")
        if digits.isdecimal() and not (t.touches(place + 2) and t.words[place + 2][0].isalnum()):
            return ordinal(scan, place, place + 2, float(digits))
    return None


def ordinal(scan: Scan, place: int, end: int, value: float) -> Expression:
    """The ordinal of some tokens, or the range that it opens: *between the tenth and the fifteenth*."""
    t = scan.t
    start, stop = t.starts[place], t.ends[end - 1]
    qualifier, first, last = scan.qualifier(place, stop)
    if t.at(end) == "and" and t.at(end + 1) == "the" and qualifiers.opening(t.text, start) == "between":
        at = end + 2
        other = amount(t, at, scan.units, at) if at < t.count else None
        if other and other.number.is_ordinal and other.value > value:
            stop = t.ends[other.end - 1]
            first = max(scan.floor, qualifiers.between(t.text, start))
            return replace(plain("range", start, stop), first=first, low=value, high=other.value, qualifier="between")
    return replace(plain("ordinal", start, stop), value=value, qualifier=qualifier, first=first, last=last)


def magnitude_at(scan: Scan, place: int) -> Expression | None:
    """The magnitude in words that starts at a token."""
    t = scan.t
    found = magnitudes.magnitude(t.text, t.starts[place])
    if found is None:
        return None
    start, end = found.span()
    sort = found.lastgroup
    if sort == "vague":
        after = end + 4 if t.text.startswith(" of ", end) else end
        expression = plain("vague", start, end, order=magnitudes.order(found[0]), qualifier="vague")
        return _counted(scan, replace(expression, after=after))
    if sort == "spell":
        named = scan.units.at(t, place)
        return replace(
            plain("vague", start, end),
            after=start,
            order=0,
            qualifier="vague",
            units=named[0] if named else (),
            unit_start=start,
            unit_end=end,
        )
    if sort == "no_order":
        return _counted(scan, plain("no_order", start, end))
    if sort == "many":
        qualifier, first, last = scan.qualifier(place, end)
        expression = plain("number", start, end, value=magnitudes.once(found[0]))
        return _counted(scan, replace(expression, qualifier=qualifier, first=first, last=last))
    return _one_unit(scan, place, start, end)


def _counted(scan: Scan, expression: Expression) -> Expression:
    """The expression with the unit that the words behind it name."""
    return counted(scan.t, expression, scan.past(expression.end, scan.here), scan.units, scan.used)


def _one_unit(scan: Scan, place: int, start: int, end: int) -> Expression | None:
    """*a day* is one day."""
    t = scan.t
    if t.at(place + 1) in ("half", "quarter"):
        return None
    at = place + 1
    while at < t.count and t.ends[at] < end:
        at += 1
    named = scan.units.at(t, at)
    value, stop = 1.0, end
    if t.at(at + 1) == "and" and t.at(at + 2) == "a" and t.at(at + 3) in ("half", "quarter"):
        value, stop = (1.5 if t.at(at + 3) == "half" else 1.25), t.ends[at + 3]
    qualifier, first, last = scan.qualifier(place, stop)
    units = named[0] if named else ()
    return Expression(
        kind=kind_of(units, t, at + 1) if units else "number",
        start=start,
        end=stop,
        after=t.starts[at] - 1,
        first=first,
        last=last,
        value=value,
        qualifier=qualifier,
        units=units,
        unit_start=t.starts[at] if units else -1,
        unit_end=stop if units else -1,
    )


def is_pronoun(scan: Scan, place: int) -> bool:
    """Whether *one* stands for a noun: *no one*, *one another*, *the one that*, *the provisional one*."""
    t = scan.t
    before, after = t.at(place - 1), t.at(place + 1)
    if before in _PRONOUN_AFTER or after == "another":
        return True
    described = t.at(place - 2) in _ARTICLES and before.isalpha() and before not in NUMBER_WORDS
    return (before == "the" or described) and (not after.isalpha() or after in FUNCTION_WORDS)
