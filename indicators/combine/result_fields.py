"""The fields of a worked-out figure that follow from its sides: statistic, groups, adjustment, period."""

from dataclasses import replace
from typing import Any

from indicators.catalogue.model import Catalogue
from indicators.combine.groups import Groups, together
from indicators.combine.likeness import READINGS, same_adjustment
from indicators.combine.operand import Operand
from indicators.combine.pair import Pair
from indicators.measure.span import NO_SPAN, Span


def statistic_of(operation: str, pair: Pair) -> str:
    """The statistic of a result; empty where it is none that an indicator could have."""
    a, b = pair.a, pair.b
    match operation:
        case "rate":
            return "rate"
        case "product":
            return "total" if a.statistic == "rate" else ""
        case "share" if pair.whole_and_part or pair.one_scope:
            return "share"
        case "difference" if a.statistic == b.statistic and a.statistic in (*READINGS, "change", "percent_change"):
            return "change"
        case "sum" if a.statistic == b.statistic and a.groups != b.groups:
            return a.statistic
        case "sum" if a.statistic == b.statistic == "change":
            return "change"
    return ""


def groups_of(catalogue: Catalogue, operation: str, sides: tuple[Operand, ...]) -> Groups:
    """The groups that a result is about: of a sum both together, else those of its first side."""
    if operation == "sum":
        return together(catalogue, sides[0].groups, sides[-1].groups)
    return sides[0].groups


def adjustment_of(sides: tuple[Operand, ...]) -> dict[str, Any]:
    """How a result is adjusted: as its sides are, where they are adjusted alike."""
    first, last = sides[0], sides[-1]
    if not same_adjustment(first, last):
        return {}
    names = ("season", "prices", "price_base", "annualised")
    return {name: getattr(first, name) for name in names}


def period_of(operation: str, sides: tuple[Operand, ...]) -> Span:
    """The period of a result: that of both sides, or of changes that add the one from the first to the last."""
    first, last = sides[0].period, sides[-1].period
    summed = operation == "sum" and all(side.statistic == "change" for side in sides)
    if not summed or first.text == last.text or not (first.dated and last.dated):
        return common_span("period", sides)
    first, last = sorted((first, last), key=lambda span: span.start_first)
    return replace(
        first, end_first=last.end_first, end_last=last.end_last,
        text=f"{first.text.partition('/')[0]}/{last.text.rpartition('/')[2]}",
    )  # fmt: skip


def common_span(part: str, sides: tuple[Operand, ...]) -> Span:
    """The span of the last side if it is this part; else the span that all sides state alike, or NO_SPAN."""
    spans = [side.period if part == "period" else side.issued for side in sides]
    if sides[-1].part == part:
        return spans[-1]
    return spans[0] if len({span.text for span in spans}) == 1 else NO_SPAN
