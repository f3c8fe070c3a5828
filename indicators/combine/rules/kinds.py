"""Rules on kinds of things: which add, which stand for one another, and which make a ratio."""

from collections.abc import Iterator

from indicators.combine.likeness import relation_to_time
from indicators.combine.operand import Assumption
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import Reason, assume, note, refuse, support
from indicators.combine.rules.times import periods_stated
from indicators.measure.span import Relation


def kind(pair: Pair) -> Iterator[Reason]:
    """What sort of thing is counted;

    different kinds neither add nor compare, but declared parts of one kind, or of one figure;
    killed plus wounded
    """
    a, b = (pair.a, pair.b)
    values = (a.kind_title, b.kind_title)
    for side in (a, b):
        if not side.kind and not (pair.operation == "over" and pair.is_duration(side)):
            yield refuse(f"“{side.phrase}” was worked out and counts no one kind of thing.", *values)
    if pair.operation in ("times", "over") or a.kind == b.kind or not (a.kind and b.kind):
        return
    if pair.alike_by_declaration:
        return
    if pair.operation == "plus" and pair.kinds_of_one:
        yield support("Both kinds are declared parts of one kind, so they add to it.", *values)
    elif pair.operation == "minus" and pair.in_whole_kind:
        yield note("One kind is a declared part of the other.", *values)
    elif pair.operation == "plus" and pair.in_whole_kind:
        yield refuse("One kind is a declared part of the other, so the same may be counted twice.", *values)
    elif pair.operation == "equals" and pair.same_publication and pair.alike_in_dimension:
        yield note("The two documents name the kind of thing in different words.", *values)
    elif pair.operation == "equals":
        yield refuse("They count different things, whether or not the numbers are alike.", *values)
    else:
        cannot = {"plus": "added", "minus": "subtracted from each other"}.get(
            pair.operation, "set in percent of each other"
        )
        yield refuse(f"They count different things, which cannot be {cannot}.", *values)


def bridge(pair: Pair) -> Iterator[Reason]:
    """An assumption of the editor that lets one kind stand for another;

    a ratio of the two holds only under that assumption;
    soldiers over losses a day
    """
    if pair.operation == "over":
        for assumption in pair.bridges[:1]:
            yield assume(
                "The two kinds are different; one stands for the other only by an assumption of the editor.",
                assumption,
                pair.a.kind_title,
                pair.b.kind_title,
            )


def across_kinds(pair: Pair) -> Iterator[Reason]:
    """A ratio of two kinds;

    it holds only for totals of one issuer over one stated period at the same places, or for levels of one population
    at one time, and for a total over a level of its population and period if that holds throughout;
    mass per container
    """
    a, b = (pair.a, pair.b)
    if pair.operation != "over" or a.kind == b.kind or pair.bridges or pair.whole_and_part or pair.parts_of_one:
        return
    if pair.in_whole_kind:
        whole_and_part = pair.whole_kind in (a.kind, b.kind)
        text = (
            "One kind is a declared part of the other." if whole_and_part else "Both kinds are declared parts of one."
        )
        yield note(text, a.kind_title, b.kind_title)
    else:
        yield note("The ratio sets one kind of thing against another.", a.kind_title, b.kind_title)
    if pair.is_duration(b):
        yield refuse(
            "Nothing says that the first is spread over this length of time, so no rate follows.", a.name, b.name
        )
        return
    yield from _one_period(pair)
    statistics = (relation_to_time(pair.catalogue, a.statistic), relation_to_time(pair.catalogue, b.statistic))
    if (a.statistic, b.statistic) == ("total", "level") and a.population == b.population:
        throughout = Assumption(id="level-in-period", text="The level holds throughout the period of the total.")
        yield assume("A total gathers over its period, and a level is that of a time.", throughout, *statistics)
    elif a.statistic != b.statistic or a.statistic not in ("total", "running_total", "level"):
        yield refuse("Such a ratio needs two totals of one period, or two levels at one time.", *statistics)
    elif a.statistic == "level" and a.population != b.population:
        titles = (pair.catalogue.text("populations", side.population, "title") for side in (a, b))
        yield refuse("They are levels of different populations.", *titles)


def _one_period(pair: Pair) -> Iterator[Reason]:
    """Whether two kinds of things are counted in one period; a level may be that of a time within the other's."""
    a, b = pair.a, pair.b
    relation = a.period.relation(b.period)
    values = (a.period_words, b.period_words)
    if relation == Relation.SAME:
        yield support("Both cover the same stated period.", *values)
    elif a.statistic == b.statistic == "level" and Relation.INSIDE in (relation, b.period.relation(a.period)):
        assumed = Assumption(id="level-throughout", text="Each level holds throughout the longer of the two times.")
        yield assume("One is stated for a time within that of the other.", assumed, *values)
    elif bool(a.period.text) != bool(b.period.text):
        yield refuse(periods_stated(a, b), *values)
    else:
        yield refuse("They are not stated to cover the same period.", *values)
