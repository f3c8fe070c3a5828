"""Rules on statistics: changes, growth, shares, means, points of a percentage, and intervals."""

from collections.abc import Iterator

from indicators.combine.groups import Overlap
from indicators.combine.likeness import AMOUNTS, CHANGES, IN_PERCENT, whole_of_share
from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import Reason, assume, note, refuse, support
from indicators.errors import UnitError
from indicators.measure.span import Relation


def revision(pair: Pair) -> Iterator[Reason]:
    """Two vintages of one value, an earlier one and the one that revises it;

    their difference is a revision, never a change, and they never add;
    a month as first published minus the same month as revised
    """
    if not pair.revision:
        return
    values = (pair.a.phrase, pair.b.phrase)
    if pair.operation == "plus":
        yield refuse("They are two vintages of one value: the revised one takes the place of the first.", *values)
    elif pair.operation in CHANGES:
        yield support("They are two vintages of one value, so what they differ by is a revision, no change.", *values)
    elif pair.operation == "equals":
        yield support("They are two vintages of one value, so they are two numbers for one thing.", *values)


def superseded(pair: Pair) -> Iterator[Reason]:
    """Values of two periods of which one has been replaced by a later value;

    a value that another one updates or revises combines with that one alone, for the others rest on newer reports;
    the gain of April minus the gain of March as first published
    """
    if pair.operation != "equals" and pair.revised_since:
        text = "One of the two has been revised or updated since: take the later value."
        yield refuse(text, *(side.phrase for side in (pair.a, pair.b)))


def sign(pair: Pair) -> Iterator[Reason]:
    """What is below zero;

    only a part and a whole of one sign make a share, and only two values of one sign a ratio;
    a loss of jobs in one trade over the gain in all
    """
    a, b = pair.a.quantity, pair.b.quantity
    related = pair.whole_and_part or pair.one_scope or pair.a.indicator == pair.b.indicator
    if pair.operation != "over" or not related or a is None or b is None:
        return
    values = (pair.a.phrase, pair.b.phrase)
    opposite = a.lower.value * b.lower.value < 0 and a.upper.value * b.upper.value < 0
    if opposite and not (pair.whole_and_part or pair.one_scope):
        yield refuse(
            "One is below zero and the other above: how many times the one is the other means nothing.", *values
        )
    elif a.lower.value * b.lower.value < 0 and a.upper.value * b.upper.value < 0:
        yield refuse(
            "A share takes a part and a whole of one sign: where some rise and others fall, no part is a share of the "
            "sum.",
            *values,
        )
    elif pair.whole_and_part and pair.a.statistic == "change":
        yield note(
            "The whole is a net change: where other parts fall, such shares add up to more than the whole.", *values
        )


def scope(pair: Pair) -> Iterator[Reason]:
    """A total over another of one kind, issuer and period that is not declared to hold it;

    a share only if both are of one scope;
    solar power generated over power consumed
    """
    if pair.one_scope and not (pair.whole_and_part or pair.parts_of_one):
        yield assume(
            "Both count one kind of thing in one period; that the second holds all of the first is not stated.",
            Assumption(id="one-scope", text="Both are of one scope: what the first counts is a part of the second."),
            pair.a.name,
            pair.b.name,
        )


def whole_of_part(pair: Pair) -> Iterator[Reason]:
    """A part over its share;

    it is the whole, if the share is of what is counted;
    the labour force over the percentage of persons that are in it
    """
    if pair.over_share:
        yield assume(
            "A part over its share is the whole; that the share is of what the first counts is not stated.",
            Assumption(id="its-share", text="The share is that of what the first counts."),
            *_names(pair),
        )


def beside_mean(pair: Pair) -> Iterator[Reason]:
    """A value set against a mean of such values, or a mean or a change over another mean or what changes;

    their difference says how far the value is from the mean, a ratio holds where both are of one kind and what changes
    is one thing;
    the gain of a month minus the mean gain of six months
    """
    if pair.whole_and_part:
        return
    if pair.beside_mean:
        says = "ratio says how large" if pair.operation == "over" else "difference says how far from the mean"
        yield support(f"One is a mean of such values, so the {says} the other is.", *_names(pair))
    elif pair.over_other_mean:
        yield support("Both are means of one kind, so the ratio says how large one is beside the other.", *_names(pair))
    elif pair.over_level:
        yield support("One is the change of the other, so the ratio says how large the change is.", *_names(pair))


def _names(pair: Pair) -> tuple[str, str]:
    return pair.a.name, pair.b.name


def factor(pair: Pair) -> Iterator[Reason]:
    """What is multiplied;

    a rate and its period, a share and its whole, two means or an amount for each and their number only under an
    assumption;
    a count times a count
    """
    if pair.operation != "times" or "percent_change" in (pair.a.statistic, pair.b.statistic):
        return
    a, b = pair.a, pair.b
    for share, whole in ((a, b), (b, a)):
        if share.statistic == "share" and whole.statistic in AMOUNTS:
            if whole.indicator != whole_of_share(pair.catalogue, share):
                yield refuse("It is a share of another whole, or of which whole is not stated.", *_names(pair))
            elif a.period.relation(b.period) != Relation.SAME or not _within(pair, share):
                yield refuse("The share and the whole are not stated to be of one time and group.", *_names(pair))
            elif share.groups:
                of = "of its own group" if pair.overlap == Overlap.SAME else "of the whole"
                text = f"The share is that of a group; that it is a share {of} is not stated."
                assumed = Assumption(id="of-which-whole", text=f"The share is one {of}.")
                yield assume(text, assumed, *_names(pair))
            else:
                yield support("A share times its whole is the part.", *_names(pair))
            return
    if _for_each(pair) and a.period.relation(b.period) != Relation.DISJOINT:
        assumed = Assumption(id="for-each", text="What is stated for one holds for each of those counted.")
        yield assume("An amount for each, times how many there are, is the amount for all.", assumed, *_names(pair))
    elif "mean" in (a.statistic, b.statistic) and {a.statistic, b.statistic} <= {"mean", "median", "level"}:
        yield from _product_of_means(pair)
    else:
        text = (
            "Only a rate and its period, a share and its whole, or an amount for each and their number make a product "
            "that means something."
        )
        yield refuse(text, a.phrase, b.phrase)


def _for_each(pair: Pair) -> bool:
    """Whether one is an amount per thing, and the other counts such things: dollars per household, and households."""
    units = pair.catalogue.units
    for amount, counted in ((pair.a, pair.b), (pair.b, pair.a)):
        if not (amount.quantity and counted.quantity and counted.quantity.unit):
            continue
        _, _, per = amount.quantity.unit.partition("/")
        if per and not units.is_time(per) and counted.statistic in AMOUNTS:
            return amount.statistic in ("level", "mean", "rate", "ratio") and units.same_dimension(
                counted.quantity.unit, per
            )
    return False


def _within(pair: Pair, share: Operand) -> bool:
    """Whether the groups of the share are those of the other, or lie within them."""
    inside = Overlap.INSIDE if share is pair.a else Overlap.AROUND
    return pair.overlap in (Overlap.SAME, inside)


def _product_of_means(pair: Pair) -> Iterator[Reason]:
    a, b = pair.a, pair.b
    if pair.overlap != Overlap.SAME or a.period.relation(b.period) != Relation.SAME or a.population != b.population:
        yield refuse("The two means are not stated to be of one time and group.", a.phrase, b.phrase)
        return
    try:
        if a.quantity and b.quantity:
            pair.catalogue.units.product(a.quantity.unit, b.quantity.unit)
    except UnitError:
        yield refuse("Their units make no product that means something.", a.phrase, b.phrase)
        return
    assumed = Assumption(id="independent-means", text="The two do not vary together: their means may be multiplied.")
    yield assume(
        "The product of two means is the mean product only if the two do not vary together.", assumed, *_names(pair)
    )


def points(pair: Pair) -> Iterator[Reason]:
    """Percentages set against each other;

    their difference is in percentage points, a change in percent of them is relative;
    an unemployment rate minus that of another month
    """
    a, b = pair.a, pair.b
    if not pair.in_percent or pair.operation not in ("minus", "percent-change"):
        return
    if pair.operation == "minus":
        yield note("The difference of two percentages is in percentage points.", a.phrase, b.phrase)
    else:
        text = "The change is relative: in percent of a percentage, and not the difference in percentage points."
        yield note(text, a.phrase, b.phrase)


def intervals(pair: Pair) -> Iterator[Reason]:
    """The intervals published beside values;

    the result is of the central values, and intervals that overlap do not tell which value is larger;
    the infected of two weeks
    """
    a, b = pair.a, pair.b
    if not (a.interval or b.interval) or pair.operation == "equals":
        return
    values = tuple(side.interval_words or "no interval" for side in (a, b))
    yield note("The result is of the central values; how uncertain it is, is not known.", *values)
    if a.interval and b.interval and pair.operation in CHANGES and pair.alike_in_dimension:
        overlapping = pair.intervals_overlap
        text = "The two intervals overlap, so they do not settle which value is larger."
        if not overlapping:
            text = "The two intervals do not overlap."
        yield note(text, *values)


def flow(pair: Pair) -> Iterator[Reason]:
    """A change over its own period;

    a net change makes no rate, as gains and losses within the period cancel;
    the gain of a month over its days
    """
    if pair.a.statistic in ("change", *IN_PERCENT) and pair.operation == "over":
        text = "It is a net change over the whole period: what came and went within it is not known, so it is no rate."
        if pair.a.statistic == "share":
            text = "A share does not gather over its period, so it makes no rate."
        yield refuse(text, pair.a.phrase, pair.b.phrase)
