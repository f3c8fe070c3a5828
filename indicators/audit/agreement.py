"""Compares an observation with the words of the text that print it: number, qualifier, unit and dates."""

import math
import re
from collections.abc import Iterator, Sequence

from indicators.audit.counted_times import compare_length
from indicators.audit.fitting_dates import ends_of
from indicators.audit.intervals import has_tolerance
from indicators.audit.mismatch import Mismatch
from indicators.audit.printed import Printed
from indicators.audit.printed_dates import compare_dates, compare_own_date
from indicators.audit.printed_tables import is_table, scales_in
from indicators.audit.unit_words import PER_TIME, UnitWords
from indicators.catalogue.check_units import fits_statistic
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import CHANGE_STATISTICS, Observation
from indicators.errors import UnitError
from indicators.measure import bounds
from indicators.measure.units import POINTS
from indicators.text.direction import says_fall
from indicators.text.search import QUANTITIES, Expression
from indicators.text.sentences import in_quotes

_CLOSE = 1e-12
"""Relative difference below which two floats come from the same printed number."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_FUNCTION_WORDS = frozenset(
    "and are for from has have its not nor number per said that the their they this was who with".split()
)


def agrees_in_number(observation: Observation, expression: Expression) -> bool:
    """Whether value, ends or order of magnitude of the observation are those of the expression."""
    match observation.qualifier:
        case "vague":
            return expression.order is not None
        case "between":
            return _close(observation.lower, expression.low) and _close(observation.upper, expression.high)
    return _close(observation.value, _signed(observation, expression))


def find_mismatches(
    catalogue: Catalogue, unit_words: UnitWords, observation: Observation, printed: Printed
) -> Iterator[Mismatch]:
    """The columns in which an observation differs from how the text prints it.

    A column that the observation lists as inferred may differ; an inferred unit may be unprinted, but the words must
    not name another.
    """
    expression, inferred = printed.expression, observation.inferred
    yield from _compare_number(observation, expression)
    as_interval = observation.qualifier == "unqualified" and has_tolerance(observation, expression)
    if observation.qualifier != expression.qualifier and "qualifier" not in inferred and not as_interval:
        yield Mismatch(column="qualifier", found=observation.qualifier, expected=expression.qualifier)
    if expression.kind in QUANTITIES and "qualifier" not in inferred:
        yield from _compare_words(observation, printed)
    yield from _compare_unit(catalogue, unit_words, observation, printed)
    stated = {name: catalogue.text("documents", observation.document, name) for name in ("period", "issued")}
    yield from compare_dates(observation, printed.sentence, printed.dates, stated, printed.compared_dates)
    yield from compare_own_date(observation, printed.own_dates)
    anchors = [*printed.dates, *ends_of(stated["period"])[-1:]] if stated["period"] else []
    yield from compare_length(observation, printed.sentence, printed.number, printed.counted_times, anchors)


def _signed(observation: Observation, expression: Expression) -> float:
    """The printed number; below zero where a change is quoted with words that say a fall: *declined by 6,000*.

    So is a level that the row has below zero: *0.2 °C below the average*.
    """
    signed = observation.statistic in CHANGE_STATISTICS or (observation.value or 0) < 0
    falls = signed and says_fall(observation.as_printed or "")
    return -expression.value if falls and expression.value > 0 else expression.value


def _close(value: float | None, other: float) -> bool:
    return value is not None and math.isclose(value, other, rel_tol=_CLOSE)


def _compare_number(observation: Observation, expression: Expression) -> Iterator[Mismatch]:
    value = observation.value
    if expression.order is not None:
        if value is not None:
            expected = "none, as the words print none"
            yield Mismatch(column="value", found=bounds.number(value), expected=expected)
    elif observation.qualifier == "between" and expression.kind == "range":
        ends = (("lower", observation.lower, expression.low), ("upper", observation.upper, expression.high))
        for column, end, printed_end in ends:
            if end is not None and not _close(end, printed_end):
                yield Mismatch(column=column, found=bounds.number(end), expected=bounds.number(printed_end))
    elif value is not None and not agrees_in_number(observation, expression):
        signed = _signed(observation, expression)
        numbers = [bounds.number(signed if number == expression.value else number) for number in expression.numbers]
        expected = " to ".join(numbers) or "none, as no number can be read from the words"
        yield Mismatch(column="value", found=bounds.number(value), expected=expected)


def _compare_words(observation: Observation, printed: Printed) -> Iterator[Mismatch]:
    """The quoted words contain the qualifier and the unit as well as the number."""
    start, end = printed.number
    first, last = printed.span
    if not first <= start <= end <= last:
        expected = f"words that hold {in_quotes(printed.sentence[start:end])}"
        yield Mismatch(column="as_printed", found=in_quotes(observation.as_printed or ""), expected=expected)


def _compare_unit(
    catalogue: Catalogue, unit_words: UnitWords, observation: Observation, printed: Printed
) -> Iterator[Mismatch]:
    named, order, inferred = printed.named, printed.expression.order, "unit" in observation.inferred
    name, _, per = observation.unit.partition("/")
    main = catalogue.text("kinds", observation.kind, "unit")
    expected = ""
    is_change = observation.statistic == "change"
    changed = catalogue.text("indicators", observation.indicator, "change_of") if is_change else ""
    of = catalogue.text("indicators", changed, "statistic")
    if not fits_statistic(catalogue.units, observation.unit, main, observation.statistic, of):
        expected = f"a unit of the kind {observation.kind}"
    elif printed.expression.kind == "share" and catalogue.units.is_share(observation.unit):
        return  # of *1 in 62 people* the words name what is counted
    elif name in POINTS and "point" in named.units:
        return  # *points* are those of a percentage, whatever else the catalogue calls so
    elif observation.annualised and not per and named.per == {"year"} and name in named.units:
        return  # growth of *1.3% a year* is in percent
    elif not named.units and not inferred and not _is_worded(catalogue, unit_words, observation, printed):
        expected = "a unit that the words name, or unit among inferred"
    elif order is not None:
        yield from _compare_order(catalogue, observation, order, sorted(named.units) or [name])
    elif named.units and name not in named.units:
        expected = " or ".join(sorted(named.units))
    elif per not in (named.per or {""}) and (named.per or not (inferred or _says_each(printed.paragraph, per))):
        rates = [
            f"a listed unit of one per {int(of):,}" if of.isdigit() else f"{name}/{of}" for of in sorted(named.per)
        ]
        expected = " or ".join(rates) or f"{name}, as the words say per nothing"
    if expected:
        yield Mismatch(column="unit", found=observation.unit, expected=expected)


def _says_each(paragraph: str, per: str) -> bool:
    """Whether the paragraph says elsewhere what an amount is per: *average hourly earnings*, *annual investment*."""
    return any(PER_TIME.get(word) == per for word in _WORD.findall(paragraph.lower()))


def _compare_order(
    catalogue: Catalogue, observation: Observation, order: int, units: Sequence[str]
) -> Iterator[Mismatch]:
    """The power of ten of a vague magnitude is that of its words: *decades* are 1 in years and 0 in decades."""
    stated, name = observation.order_of_magnitude, observation.unit.partition("/")[0]
    if observation.qualifier != "vague" or stated is None:
        return
    same = any(
        _measures(catalogue, name, unit) and _close(10.0**stated * catalogue.units.factor(name, unit), 10.0**order)
        for unit in units
    )
    if not same:
        found, expected = f"{stated} in {name}", f"{order} in {' or '.join(units)}"
        yield Mismatch(column="order_of_magnitude", found=found, expected=expected)


def _is_worded(catalogue: Catalogue, unit_words: UnitWords, observation: Observation, printed: Printed) -> bool:
    """Whether the text prints the unit although the words right after the number do not name it.

    The words for the unit stand elsewhere in the paragraph, or a table tells its numbers *in thousands* and the unit is
    a thousand of something. Or the unit is the only one of something that is counted, and the sentence has a word that
    the catalogue uses for it (*soldiers* for troops).
    """
    name = observation.unit.partition("/")[0]
    main = catalogue.text("kinds", observation.kind, "unit")
    if unit_words.occur(name, printed.paragraph) or _is_told_per(catalogue, name, printed.sentence):
        return True
    scales = scales_in(printed.paragraph) if is_table(printed.sentence) and _measures(catalogue, name, main) else ()
    if any(_close(catalogue.units.factor(name, main), scale) for scale in scales):
        return True
    if name != main or any(other != name and _measures(catalogue, other, name) for other in catalogue.units.names):
        return False
    texts = (
        catalogue.text("kinds", observation.kind, "title"),
        catalogue.text("indicators", observation.indicator, "title"),
        catalogue.text("indicators", observation.indicator, "definition"),
    )
    return bool(_content_words(" ".join(texts)) & _content_words(printed.sentence))


def _is_told_per(catalogue: Catalogue, name: str, sentence: str) -> bool:
    """Whether a unit is one of so many, and the sentence says so at another number: *4.1 per 100,000, from 4.5*."""
    if not catalogue.units.is_share(name):
        return False
    size = 1 / catalogue.units.plain(name)
    return size > 1 and bool(re.search(rf"\bper (?:{size:,.0f}|{size:.0f})\b", sentence))


def _content_words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - _FUNCTION_WORDS


def _measures(catalogue: Catalogue, unit: str, main: str, *, rate: bool = False) -> bool:
    try:
        return catalogue.units.measures(unit, main, rate=rate)
    except UnitError:
        return False
