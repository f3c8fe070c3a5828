"""The fields of a worked-out figure that follow from its sides: statistic, groups, adjustment, period."""

from typing import Any

from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.combine.groups import Groups, Overlap, together
from indicators.combine.likeness import IN_PERCENT, READINGS, changing, same_adjustment, whole_of_share
from indicators.combine.operand import Operand
from indicators.combine.pair import Pair
from indicators.measure import sequence
from indicators.measure.span import NO_SPAN, Span


def statistic_of(operation: str, pair: Pair) -> str:
    """The statistic of a result; empty where it is none that an indicator could have."""
    a, b = pair.a, pair.b
    alike = a.statistic == b.statistic
    match operation:
        case "rate":
            return "rate"
        case "product" if a.statistic == "rate":
            return "total"
        case "product" if {a.statistic, b.statistic} & set(IN_PERCENT):
            of_change = "percent_change" in (a.statistic, b.statistic)
            return "change" if of_change else _other(pair, "share").statistic
        case "ratio" if pair.over_share:
            return a.statistic
        case "ratio" if pair.over_growth:
            return pair.catalogue.text("indicators", changing(pair.catalogue, a), "statistic")
        case "ratio" if a.kind != b.kind and a.statistic == b.statistic and not b.part:
            return "ratio"
        case "share" if pair.whole_and_part or pair.one_scope:
            return "share"
        case "share" if a.statistic == "change" and pair.base_step:
            return "percent_change"
        case "difference" | "sum" if pair.step:
            return pair.step.value.statistic
        case "difference" if pair.part_in_time:
            return "total"
        case "difference" if alike and a.statistic in (*READINGS, "total", *CHANGE_STATISTICS):
            if pair.overlap == Overlap.SAME:
                return "" if pair.outcome and not pair.revision else "change"
            return "level" if a.statistic in READINGS else ""  # a gap between groups at one time
        case "percent_change" if alike and a.indicator == b.indicator and pair.overlap == Overlap.SAME:
            return "" if pair.revision or pair.updates or pair.outcome else "percent_change"
        case "sum" if alike and (a.groups != b.groups or a.statistic in ("change", "total")):
            return a.statistic if a.groups != b.groups or a.indicator == b.indicator else ""
    return ""


def _indicator_of(operation: str, pair: Pair) -> str:
    """The indicator of which the result is a value; empty if it is a value of none."""
    if operation in ("difference", "sum") and pair.step:
        return pair.step.value.indicator
    if operation == "ratio" and pair.over_share:
        return whole_of_share(pair.catalogue, pair.b)
    if operation == "ratio" and pair.over_growth:
        return changing(pair.catalogue, pair.a)
    alike = (pair.a.indicator, pair.a.statistic) == (pair.b.indicator, pair.b.statistic)
    return pair.a.indicator if operation == "sum" and alike else ""


def _of_what(operation: str, statistic: str, pair: Pair) -> dict[str, str]:
    """Of what indicator a result is a share or a change, as fields of an operand."""
    if statistic == "share":
        return {"share_of": pair.b.indicator}
    if operation == "product" and statistic == "change":
        return {"change_of": _other(pair, "percent_change").indicator}
    if operation == "share" and statistic == "percent_change":
        return {"change_of": pair.b.indicator}
    of_one = operation in ("difference", "percent_change") and pair.a.indicator == pair.b.indicator
    return {"change_of": pair.a.indicator} if of_one and statistic in CHANGE_STATISTICS else {}


def _other(pair: Pair, statistic: str) -> Operand:
    """The side of a pair that is not the one of this statistic."""
    return pair.b if pair.a.statistic == statistic else pair.a


def fields_of(operation: str, pair: Pair) -> dict[str, Any]:
    """The fields of an operand that follow for a result: statistic, indicator, groups, adjustment and period.

    The indicator is empty where the result is a value of none; the adjustment is that of both sides if it is one.
    """
    statistic = statistic_of(operation, pair)
    a, b = pair.a, pair.b
    return {
        "statistic": statistic,
        "indicator": _indicator_of(operation, pair),
        "groups": _groups_of(operation, pair),
        "period": _period_of(operation, pair),
        "from_to": _from_to(operation, pair),
        "is_gap": _is_gap(operation, pair),
        **_of_what(operation, statistic, pair),
        **(_adjustment(a) if same_adjustment(a, b) else {}),
    }


def _groups_of(operation: str, pair: Pair) -> Groups:
    """The groups that a result is about: of a sum both together, of a gap what both have, of the whole of a group none.

    Else they are those of a side.
    """
    a, b = pair.a, pair.b
    if pair.projected or pair.step:
        return max(a.groups, b.groups, key=len)  # those of the scenario, if one of the two has one
    if operation == "sum":
        return together(pair.catalogue, a.groups, b.groups)
    if _is_gap(operation, pair):
        return a.groups & b.groups
    if operation == "ratio" and pair.over_share and whole_of_share(pair.catalogue, b) == a.indicator:
        return frozenset()
    return b.groups if operation == "product" and not a.groups else a.groups


def _is_gap(operation: str, pair: Pair) -> bool:
    """Whether a result is the difference of two groups, or of two alternatives, at one time."""
    return operation == "difference" and pair.overlap != Overlap.SAME and not pair.whole_and_part


def fields_of_equivalent(a: Operand) -> dict[str, Any]:
    """The fields of an operand that a figure in another unit, or the length of a period, has of the figure."""
    return {
        "statistic": "" if a.part else a.statistic,
        "indicator": "" if a.part else a.indicator,
        "groups": a.groups,
        "period": common_span("period", (a,)),
        "share_of": a.share_of,
        "change_of": a.change_of,
        "from_to": a.from_to,
        **_adjustment(a),
    }


def _adjustment(side: Operand) -> dict[str, Any]:
    return {name: getattr(side, name) for name in ("season", "prices", "price_base", "annualised")}


def _period_of(operation: str, pair: Pair) -> Span:
    """The period of a result: that of both sides, the one before or after a change, or that of the change."""
    a, b = pair.a, pair.b
    if pair.step and operation in ("difference", "sum"):
        return pair.step.period
    if operation == "ratio" and pair.over_growth:
        ends = sequence.ends(a.period)
        return ends[0] if ends else sequence.before(a.period)
    if pair.base_step and operation in ("product", "share"):
        return pair.base_step.change.period
    if dates := _dates_of_change(operation, pair):
        return sequence.from_to(*dates)
    if operation == "sum" and a.statistic == b.statistic and a.period.text != b.period.text:
        return sequence.over_both(a.period, b.period)
    return common_span("period", (a, b))


def _from_to(operation: str, pair: Pair) -> str:
    """The text of the period of a change from one reading to another, if it is given from date to date; else empty."""
    dates = _dates_of_change(operation, pair)
    return sequence.as_from_to(*dates) if dates and pair.a.statistic in (*READINGS, "total") else ""


def _dates_of_change(operation: str, pair: Pair) -> tuple[Span, Span] | None:
    """The periods of the earlier and of the later value of which a result is the change; None if it is none."""
    a, b = pair.a, pair.b
    apart = a.statistic == b.statistic and pair.order and a.period.text != b.period.text
    if operation not in ("difference", "percent_change") or not apart:
        return None
    return (b.period, a.period) if pair.order > 0 else (a.period, b.period)


def common_span(part: str, sides: tuple[Operand, ...]) -> Span:
    """The span of the last side if it is this part; else the span that all sides state alike, or NO_SPAN."""
    spans = [side.period if part == "period" else side.issued for side in sides]
    if sides[-1].part == part:
        return spans[-1]
    return spans[0] if len({span.text for span in spans}) == 1 else NO_SPAN
