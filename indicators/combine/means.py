"""A value beside a mean of such values, and the mean of a part beside that of its whole."""

from indicators.catalogue.model import Catalogue
from indicators.combine.likeness import AMOUNTS, changing
from indicators.combine.operand import Operand
from indicators.measure import period
from indicators.measure.span import Relation


def is_mean_of_such(catalogue: Catalogue, mean: Operand, value: Operand) -> bool:
    """Whether one is a mean of values like the other: a mean monthly gain, and the gain of a month.

    A mean that is declared to be of changes is none of what changes, and one that is not is none of its changes.
    """
    if mean.statistic != "mean" or value.statistic not in ("rate", *AMOUNTS):
        return False
    if not mean.kind or (mean.kind, mean.population) != (value.kind, value.population):
        return False
    of = changing(catalogue, mean)
    return of in (value.indicator, changing(catalogue, value)) if value.statistic == "change" else not of


def are_two_means(catalogue: Catalogue, a: Operand, b: Operand) -> bool:
    """Whether both are means whose ratio says how large one is; that of a part and its whole only at one time."""
    if not a.statistic == b.statistic == "mean":
        return False
    related = any(
        y in catalogue.wholes("indicators", x) for x, y in ((a.indicator, b.indicator), (b.indicator, a.indicator))
    )
    return not related or a.period.relation(b.period) == Relation.SAME


def words_beside_mean(value: Operand, mean: Operand, operation: str) -> str:
    """What one of CHANGES of a value and a mean of such values says, in a sentence."""
    if operation == "over":
        return "How many times the one is the other; one of them is a mean."
    first, second = value.quantity, mean.quantity
    side = "apart from"
    if first and second and first.single and second.single:
        side = "below" if first.lower.value < second.lower.value else "above"
    when = f" of {period.words(mean.period.text)}" if mean.period.text else ""
    of = ", in percent" if operation == "percent-change" else ""
    return f"How far the value is {side} the mean{when}{of}; no change from one time to another."
