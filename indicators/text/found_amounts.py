"""Amounts, ranges and years in the tokens of a text, as expressions with bound, unit and kind."""

from dataclasses import replace
from math import nan

from indicators.text import dates, qualifiers
from indicators.text.amount import Amount
from indicators.text.amounts import amount
from indicators.text.expression import Expression
from indicators.text.found_words import ordinal
from indicators.text.kinds import counted, is_aged, kind_of, per_of, rate_of_clause
from indicators.text.ranges import AmountPair, pair
from indicators.text.scan import Scan, plain


def amount_at(scan: Scan, place: int) -> Expression | None:
    """The amount, range, year or ordinal whose number starts at a token."""
    t = scan.t
    read = amount(t, place, scan.units, scan.floor_token)
    if read is None:
        return None
    if read.number.is_ordinal:
        if t.at(read.end - 1) == "second" and t.at(place - 1) in ("per", "each", "every"):
            return None
        return ordinal(scan, place, read.end, read.value)
    both = pair(t, read, scan.units)
    if _is_year(scan, read):
        start, end = t.starts[read.start], t.ends[read.end - 1]
        if both is None:
            return plain("date", start, end, value=read.value, dates=(t.text[start:end],))
        if both.kind == "range" and _is_year(scan, both.high):
            years = tuple(f"{year.value:.0f}" for year in (read, both.high))
            return plain("date", start, t.ends[both.high.end - 1], dates=years)
    return _expression(scan, read, both)


def _is_year(scan: Scan, read: Amount) -> bool:
    t = scan.t
    is_plain = read.number.is_plain and not read.per and read.value > 0
    is_dated = dates.opens_sentence if read.units else dates.is_year
    return is_plain and is_dated(t.text, t.starts[read.start], t.ends[read.number.end - 1])


def _expression(scan: Scan, read: Amount, both: AmountPair | None) -> Expression:
    t = scan.t
    final = both.high if both else read
    start, end = t.starts[read.start], t.ends[final.end - 1]
    units = (
        scan.units.money(read.units or final.units)
        if (read.is_money or final.is_money)
        else (final.units or read.units)
    )
    if both and both.kind == "score":
        return plain("score", start, end)
    unit_start = t.starts[final.unit_start] if final.unit_start >= 0 else -1
    unit_end = t.ends[final.unit_end - 1] if final.unit_start >= 0 else -1
    if both and read.unit_start >= 0 and final.unit_start < 0:
        unit_start, unit_end = t.starts[read.unit_start], t.ends[read.unit_end - 1]
    stop = max(end, t.ends[final.last - 1])
    kind = kind_of(units, t, final.last, is_money=read.is_money or final.is_money)
    if kind == "age" and t.at(final.last) in ("old", "-"):
        stop = t.ends[final.last + (t.at(final.last) == "-")]
        unit_end = stop
    if not units and not read.number.is_share and is_aged(t.text, start):
        kind, units = "age", ("year",)
    if kind == "temperature" and (t.at(final.last), t.at(final.last + 1)) == ("below", "zero"):
        read = replace(read, value=-read.value)
        stop = unit_end = t.ends[final.last + 1]
    per = per_of(final.per or read.per)
    scan.used.update(range(final.end, final.last))
    is_range = both is not None and both.kind == "range"
    if read.number.is_share or (per.isdecimal() and not units):
        kind = "share"
    if both and is_range:
        first, last, qualifier = max(scan.floor, qualifiers.between(t.text, start)), stop, "between"
        value, low, high = nan, both.low.value, both.high.value
        kind = "range"
    else:
        qualifier, first, last = scan.qualifier(read.start, end)
        if qualifier == "unqualified" and unit_end > end:
            qualifier, first, last = scan.qualifier(read.start, unit_end)
        value, low, high = read.value, nan, nan
        if both:  # a tolerance
            low, high = (float(f"{value + sign * both.high.value:.12g}") for sign in (-1, 1))
            qualifier = "approximate"
    expression = Expression(
        kind=kind,
        start=start,
        end=end,
        after=end,
        first=first,
        last=max(stop, last),
        value=value,
        low=low,
        high=high,
        qualifier=qualifier,
        units=units,
        unit_start=unit_start,
        unit_end=unit_end,
        per=per,
    )
    if units and kind in ("number", "measure", "money") and not (both or per):
        return rate_of_clause(t, expression, read.last, scan.used)
    if units or both or per.isdecimal():
        return expression  # of *23 per 10,000 people* the people are not counted
    expression = counted(t, expression, read.last, scan.units, scan.used)
    if qualifier == "unqualified" and expression.unit_end > end:
        qualifier, first, last = scan.qualifier(read.start, expression.unit_end)
        if qualifier != "unqualified":
            expression = replace(expression, qualifier=qualifier, first=first, last=max(expression.last, last))
    return expression
