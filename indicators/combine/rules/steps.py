"""Rules on changes: which add, how they compound, and what a value and its own change make."""

from collections.abc import Iterator

from indicators.combine.groups import Overlap
from indicators.combine.operand import Assumption
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import Reason, assume, refuse, support
from indicators.combine.rules.times import ENDS
from indicators.measure import quantity, sequence
from indicators.measure.span import Relation


def growth(pair: Pair) -> Iterator[Reason]:
    """Changes in percent;

    they compound and do not add;
    the growth of one year plus that of the next
    """
    a, b = pair.a, pair.b
    if pair.operation != "plus" or "percent_change" not in (a.statistic, b.statistic):
        return
    text = "Changes in percent compound and do not add, as each is of what the one before has left."
    numbers = [side.quantity for side in (a, b)]
    are_consecutive = a.indicator == b.indicator and pair.overlap == Overlap.SAME
    if are_consecutive and pair.order and all(number and number.single for number in numbers):
        units = pair.catalogue.units
        factors = [1 + number.lower.value * units.plain(number.unit) for number in numbers if number]
        both = quantity.exact((factors[0] * factors[1] - 1) * 100, digits=2)
        granted = ", if both come about" if "forecast" in (*a.statuses, *b.statuses) else ""
        text += f" One after the other, they make {both.number()} percent{granted}."
    yield refuse(text, a.phrase, b.phrase)


def changes(pair: Pair) -> Iterator[Reason]:
    """Changes of one series;

    they add over periods that adjoin, and not otherwise;
    the gain of January plus the gain of February
    """
    a, b = pair.a, pair.b
    if not (a.statistic == b.statistic == "change" and pair.operation == "plus" and a.indicator == b.indicator):
        return
    if pair.overlap != Overlap.SAME or pair.whole_and_part or pair.parts_of_one or pair.updates or pair.revision:
        return
    values = (a.period_words, b.period_words)
    if a.period.relation(b.period) == Relation.DISJOINT and sequence.over_both(a.period, b.period).text:
        yield support("They are changes of one series over periods that adjoin, so they add.", *values)
    else:
        yield refuse("Changes add only over periods that adjoin and do not overlap.", *values)


def its_change(pair: Pair) -> Iterator[Reason]:
    """A value and its own change;

    a value minus the change of its own period is the value before, and plus the change of the next period it is the
    value after, an earlier value plus its revision is the later one;
    the unemployed of a month minus their rise in that month
    """
    step = pair.step
    if step is None:
        return
    onward = pair.operation == "plus"
    made = "sum is the value after" if onward else "difference is the value before"
    values = (step.value.name, step.change.name)
    if step.revision:
        made = "sum is the value as revised" if onward else "difference is the value before it was revised"
        yield support(f"One is by how much the other was revised, so the {made}.", *values)
    elif step.certain:
        yield support(f"One is the change of the other in the period, so the {made} it.", *values)
    else:
        text = f"The change runs {'from' if onward else 'to'} the time of the value, so the {made} it."
        yield assume(text, ENDS, *values)


def of_base(pair: Pair) -> Iterator[Reason]:
    """A change in percent times a value, or a change over it;

    the value before times its change in percent is the change, and the change divided by that percentage is the value
    before;
    the growth of a year times the amount of the year before
    """
    if pair.over_growth:
        yield support("A change over the same change in percent is the value before it.", pair.a.name, pair.b.name)
    if pair.operation != "times" or "percent_change" not in (pair.a.statistic, pair.b.statistic):
        return
    step = pair.base_step
    values = (pair.a.phrase, pair.b.phrase)
    if pair.weighted:
        return  # the rule `contribution` says what must be granted
    if step is None:
        yield refuse("A change in percent is of the value before it, which the other is not stated to be.", *values)
    elif step.certain:
        yield support("A change in percent times the value before it is the change.", *values)
    else:
        yield assume("A change in percent times the value that it starts from is the change.", ENDS, *values)


def contribution(pair: Pair) -> Iterator[Reason]:
    """Contributions to growth, in percentage points;

    a contribution divided by the growth is its share of it, the growth minus a contribution is that of the rest, and a
    weight times its growth is a contribution;
    the points of energy over the inflation of all prices
    """
    values = (pair.a.phrase, pair.b.phrase)
    if pair.contribution:
        assumed = Assumption(id="contributes", text="The points are what the part contributes to this growth.")
        yield assume("That the points are a part of this growth is not stated.", assumed, *values)
    elif pair.weighted:
        assumed = Assumption(id="weight-of-base", text="The share is the weight of the group where the growth begins.")
        text = "The growth of a group times its weight is what it contributes to the growth of all."
        yield assume(text, assumed, *values)
