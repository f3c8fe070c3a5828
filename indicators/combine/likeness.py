"""What the fields of two operands say of them together: whether one is a part or a revision of the other."""

from indicators.catalogue.model import Catalogue
from indicators.combine.groups import Overlap, overlap
from indicators.combine.operand import Operand
from indicators.measure.period import NOT_STATED
from indicators.measure.span import Relation

CHANGES = ("minus", "percent-change", "over")
"""Operations that compare a later value with an earlier one."""
AMOUNTS = ("total", "running_total", "level", "change")
"""Statistics that count things: parts of such a number add up to it. Shares, medians and rates of change do not."""
IN_PERCENT = ("share", "percent_change")
READINGS = ("rate", "level", "share", "ratio", "index", "mean", "median", "quantile")
"""Statistics whose values can be compared even if they cover times of different lengths."""
_RELATIONS = {
    "total": "a total of its period",
    "running_total": "a total up to its date",
    "rate": "an amount per time",
    "level": "a number at one time",
}
"""Statistics whose names are terms, in plain words."""


def relation_to_time(catalogue: Catalogue, statistic: str) -> str:
    """How an amount relates to time, in plain words: *a total up to its date* for a running total.

    Any other statistic is named by its word in the catalogue.
    """
    return _RELATIONS.get(statistic) or catalogue.word("indicators", "statistic", statistic) or NOT_STATED


def same_adjustment(a: Operand, b: Operand) -> bool:
    """Whether both are adjusted alike: season, prices and their base, and whether per year."""
    first, second = ((side.season, side.prices, side.price_base, side.annualised) for side in (a, b))
    return first == second


def is_part(catalogue: Catalogue, a: Operand, b: Operand) -> bool:
    """Whether ``a`` counts a part of what ``b`` counts, by their indicators or groups, in one period or a part of it.

    A running total within the period of a total is a part of it too: what has been received of what a year requires.
    So is the mean of a part, among the same things as the mean of the whole: overtime of the hours of a week.
    """
    if is_part_in_time(catalogue, a, b):
        return True
    if a.statistic == b.statistic == "mean":
        alike = _at_one_time(a, b) and (a.issuers, a.population, a.groups) == (b.issuers, b.population, b.groups)
        return alike and b.indicator in catalogue.wholes("indicators", a.indicator)
    so_far = a.statistic == "running_total" and b.statistic == "total" and a.indicator != b.indicator
    if so_far:
        alike = a.period.relation(b.period) in (Relation.SAME, Relation.INSIDE)
    else:
        alike = a.statistic == b.statistic and a.statistic in AMOUNTS and _at_one_time(a, b)
    if not alike or a.issuers != b.issuers:
        return False
    lies = overlap(catalogue, a.groups, b.groups)
    if a.indicator == b.indicator:
        return lies == Overlap.INSIDE
    return lies in (Overlap.SAME, Overlap.INSIDE) and b.indicator in catalogue.wholes("indicators", a.indicator)


def is_part_in_time(catalogue: Catalogue, a: Operand, b: Operand) -> bool:
    """Whether ``a`` is the total of a part of the time of the total ``b``: a month of its quarter."""
    return (
        a.statistic == b.statistic == "total"
        and a.indicator == b.indicator
        and a.issuers == b.issuers
        and overlap(catalogue, a.groups, b.groups) == Overlap.SAME
        and same_adjustment(a, b)
        and b.period.may_hold(a.period)
    )


def revises(a: Operand, b: Operand) -> bool:
    """Whether ``a`` is the revised value of ``b``, of one indicator, groups and period, adjusted alike.

    ``b`` is the value first published, or the one that ``a`` updates.
    """
    return (
        a.vintage == "revised"
        and (b.vintage == "first_published" or (a.updates != "" and a.updates == b.id))
        and a.indicator == b.indicator
        and _at_one_time(a, b)
        and a.groups == b.groups
        and same_adjustment(a, b)
    )


def changing(catalogue: Catalogue, side: Operand) -> str:
    """The indicator of what changes, of a change, a change in percent, or a mean of changes; empty if not said."""
    return side.change_of or catalogue.text("indicators", side.indicator, "change_of")


def whole_of_share(catalogue: Catalogue, side: Operand) -> str:
    """The indicator of the whole of which the operand is a share; empty if not said."""
    return side.share_of or catalogue.text("indicators", side.indicator, "share_of")


def _at_one_time(a: Operand, b: Operand) -> bool:
    return a.period.relation(b.period) == Relation.SAME
