"""A value and its own change, which make the value before it or after it."""

from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.combine.groups import Overlap, alternatives, overlap
from indicators.combine.likeness import READINGS, changing
from indicators.combine.operand import Operand
from indicators.figures.revisions import revision_indicators
from indicators.figures.superseded import updated_by
from indicators.measure import sequence
from indicators.measure.span import Relation, Span
from indicators.measure.units import POINTS


@dataclass(frozen=True, kw_only=True)
class Step:
    """A value and its change to the next value, or from the value before.

    ``period`` is that of the other value, NO_SPAN if it is not sure. ``certain`` says whether the change is stated to
    be that of the period: one that runs from one month to another may also be that of all months between. ``adjoins``
    says whether it is that of a whole period to the next: totals change so alone, as the emissions of one year to those
    of the next. ``revision`` says whether the change is by how much the value was revised; the other is of its period.
    """

    value: Operand
    change: Operand
    period: Span
    certain: bool
    adjoins: bool = False
    revision: bool = False


def step_of(catalogue: Catalogue, a: Operand, operation: str, b: Operand) -> Step | None:
    """The step that a value less its change takes back, or a value plus its change takes on; None if it is none."""
    sides = ((a, b), (b, a)) if operation == "plus" else ((a, b),) if operation == "minus" else ()
    for value, change in sides:
        if change.indicator in revision_indicators(catalogue):
            return _revised(catalogue, value, change, onward=operation == "plus")
        if change.statistic == "change" and _changes(catalogue, change, value):
            step = _step(value, change, onward=operation == "plus")
            if value.statistic in READINGS or (value.statistic == "total" and step and step.adjoins):
                return step
    return None


def _revised(catalogue: Catalogue, value: Operand, change: Operand, *, onward: bool) -> Step | None:
    """The step from an earlier value by its revision to the later one, or back from the later one."""
    if not _changes(catalogue, change, value) or value.period.text != change.period.text:
        return None
    later = updated_by(catalogue)
    if value.id not in (later.keys() if onward else later.values()):
        return None
    return Step(value=value, change=change, period=value.period, certain=True, revision=True)


def base_step(catalogue: Catalogue, value: Operand, change: Operand) -> Step | None:
    """The step from a value by its change, also in percent; None unless the value is the one before the change."""
    if change.statistic in CHANGE_STATISTICS and _changes(catalogue, change, value):
        return _step(value, change, onward=True)
    return None


def may_contribute(catalogue: Catalogue, points: Operand, growth: Operand) -> bool:
    """Whether one is in percentage points and of a group, and the other the growth in percent of all in its period."""
    return (
        (points.statistic, growth.statistic) == ("change", "percent_change")
        and points.quantity is not None
        and points.quantity.unit in POINTS
        and (points.kind, points.population) == (growth.kind, growth.population)
        and bool(points.groups)
        and overlap(catalogue, points.groups, growth.groups) == Overlap.INSIDE
        and points.period.relation(growth.period) == Relation.SAME
    )


def is_same_change(catalogue: Catalogue, change: Operand, growth: Operand) -> bool:
    """Whether one is a change and the other that change in percent."""
    of = changing(catalogue, change)
    return (
        (change.statistic, growth.statistic) == ("change", "percent_change")
        and bool(of)
        and of == changing(catalogue, growth)
        and overlap(catalogue, change.groups, growth.groups) == Overlap.SAME
        and change.period.relation(growth.period) == Relation.SAME
    )


def _changes(catalogue: Catalogue, change: Operand, value: Operand) -> bool:
    """Whether it is a change of what the other is a value of, with the same groups.

    The change in a scenario is also one of the value that was observed before.
    """
    observed = value.groups == change.groups - alternatives(catalogue, change.groups) and not value.expected
    same = observed or overlap(catalogue, value.groups, change.groups) == Overlap.SAME
    return same and bool(value.indicator) and changing(catalogue, change) == value.indicator


def _step(value: Operand, change: Operand, *, onward: bool) -> Step | None:
    here = value.period.text
    if not here:
        return None
    if (sequence.after(value.period).text if onward else here) == change.period.text:
        other = change.period if onward else sequence.before(value.period)
        return Step(value=value, change=change, period=other, certain=True, adjoins=True)
    other = sequence.between_days(value.period, change.period, onward=onward)
    if other.text:
        return Step(value=value, change=change, period=other, certain=True)
    other = sequence.at_other_end(value.period, change.period, onward=onward)
    if other.text:
        return Step(value=value, change=change, period=other, certain=False)
    ends = sequence.ends(change.period)
    if ends is None:
        return None
    near, far = ends if onward else reversed(ends)
    return Step(value=value, change=change, period=far, certain=False) if near.text == here else None
