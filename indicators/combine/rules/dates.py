"""Rules on dates that are calculated with, and on those among them that the editor assumed."""

from collections.abc import Iterator

from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import Reason, assume, refuse, support
from indicators.figures.assumed import YEAR_ASSUMED, assumed
from indicators.measure import period
from indicators.measure.span import Span

_FEBRUARY = 2


def dates(pair: Pair) -> Iterator[Reason]:
    """Two dates;

    their difference is a span of time, whether they are the same is said only where their days tell, and nothing else
    can be done with them;
    one date of issue minus another
    """
    a, b = (pair.a, pair.b)
    values = (a.phrase, b.phrase)
    both = a.part == b.part == "issued" and a.issued.dated and b.issued.dated
    periods = a.part == b.part == "period" and bool(a.period.text and b.period.text)
    if pair.operation == "minus" and both:
        yield support("Two dates make a span; where a date is no day, every day that it may mean is possible.", *values)
    elif pair.operation == "equals" and a.part == b.part:
        if both or periods:
            yield support("Two periods or dates are set side by side.", *values)
        else:
            yield refuse("One of the periods or dates is not stated, or has no date at one end.", *values)
    else:
        yield refuse("A date or a period cannot be combined like this.", *values)


def assumed_dates(pair: Pair) -> Iterator[Reason]:
    """Whether the editor assumed a date or a period that is calculated with;

    what depends on it holds only if the document means that one;
    days between two months whose years are not printed
    """
    for side in (pair.a, pair.b) if pair.a.id != pair.b.id else ():
        for assumption in date_assumptions(side, of_length=pair.operation != "equals" and side.part == "period"):
            what = "year of this date" if _how_far(side) == YEAR_ASSUMED else "date"
            yield assume(f"The document does not print the {what}.", assumption, side.phrase)


def date_assumptions(side: Operand, *, of_length: bool) -> tuple[Assumption, ...]:
    """What must be granted of a date or a period that the editor assumed; nothing of any other operand.

    ``of_length`` says that only the length counts, for which the year of a month makes no difference.
    """
    how_far = _how_far(side)
    if not how_far:
        return ()
    span = side.period if side.part == "period" else side.issued
    if how_far == YEAR_ASSUMED and of_length and _is_month_of_any_year(span):
        return ()
    what = "of which the editor assumed the year" if how_far == YEAR_ASSUMED else "which the editor assumed"
    return (Assumption(id="assumed-date", text=f"The document means {period.words(span.text)}, {what}."),)


def _how_far(side: Operand) -> str:
    return assumed(side.inferred, side.part) if side.part else ""


def _is_month_of_any_year(span: Span) -> bool:
    """Whether a period is a month, or days of one, that is as long in each year."""
    first, last = span.start_first, span.end_last
    return span.dated and (first.year, first.month) == (last.year, last.month) and first.month != _FEBRUARY
