"""Rules on groups and adjustments: which groups add or compare, and what is adjusted alike."""

from collections.abc import Iterator

from indicators.combine.groups import Overlap, alternatives, dimensions_of, titles_of
from indicators.combine.likeness import AMOUNTS, CHANGES, whole_of_share
from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import Reason, assume, note, refuse, support
from indicators.measure.period import NOT_STATED
from indicators.measure.span import Relation
from indicators.measure.units import PERCENT

_WHOLE = "the whole population"
_ALL = 100
"""Percent that the shares of all groups of a whole make together."""


def groups(pair: Pair) -> Iterator[Reason]:
    """The groups of a breakdown (sex, region, industry);

    amounts of groups that share no member add, values of groups compare at one time, others may overlap;
    unemployed men plus unemployed women
    """
    a, b = pair.a, pair.b
    if pair.overlap in (Overlap.SAME, Overlap.ALTERNATIVE) or pair.operation == "times":
        return
    if pair.whole_and_part or pair.parts_of_one:
        return
    values = (_titles(pair, a), _titles(pair, b))
    if pair.operation == "equals":
        yield refuse("They are about different groups, whether or not the numbers are alike.", *values)
    elif pair.one_scope or pair.contribution:
        return  # the rules `scope` and `contribution` say what must be granted
    elif a.indicator != b.indicator:
        yield refuse("They measure different things of different groups.", *values)
    elif a.period.relation(b.period) != Relation.SAME:
        yield refuse("They are about different groups, and are not stated to be of one time.", *values)
    elif pair.operation == "plus":
        yield from _sum(pair, *values)
    elif pair.operation in CHANGES:
        in_one_dimension = dimensions_of(pair.catalogue, a.groups) == dimensions_of(pair.catalogue, b.groups)
        if pair.overlap == Overlap.APART:
            yield support("They are two groups that share no member, at one time.", *values)
        elif pair.overlap in (Overlap.INSIDE, Overlap.AROUND):
            yield support("One group is a part of the other, at one time.", *values)
        else:
            yield support("They are values of one indicator at one time.", *values)
            which = (
                "The two groups may overlap"
                if in_one_dimension
                else "The groups are of different breakdowns and overlap"
            )
            yield note(f"{which}: some may be counted in both.", *values)


def _sum(pair: Pair, *values: str) -> Iterator[Reason]:
    statistic = pair.a.statistic
    word = pair.catalogue.word("indicators", "statistic", statistic) or NOT_STATED
    if statistic == "share" and pair.overlap == Overlap.APART and pair.shares_make_whole:
        text = "The two groups share no member, and the shares of all groups make up 100 percent of one whole."
        yield support(text, *values)
    elif statistic == "share" and pair.overlap == Overlap.APART and _exceed_all(pair):
        yield refuse("Together they are more than 100 percent, so they are not shares of one whole.", *values)
    elif statistic == "share" and pair.overlap == Overlap.APART and whole_of_share(pair.catalogue, pair.a):
        text = "Shares add only if both are of one whole; the rates of two groups, each of its own group, do not."
        yield assume(text, Assumption(id="one-whole", text="Both are shares of one and the same whole."), *values)
    elif statistic not in AMOUNTS:
        yield refuse(f"The values of two groups add only where they are amounts, and not as a {word}.", *values)
    elif pair.overlap == Overlap.APART:
        yield support("The two groups share no member, so they add.", *values)
    elif pair.overlap in (Overlap.INSIDE, Overlap.AROUND):
        yield refuse("One group is a part of the other and would be counted twice.", *values)
    else:
        sides = (dimensions_of(pair.catalogue, side.groups) for side in (pair.a, pair.b))
        text = "The two groups may overlap: some may be counted in both."
        if next(sides) == next(sides):
            text = (
                "The two groups may overlap: it is not stated that groups of this breakdown share no member and, with "
                "the rest as a group of its own, make up the whole."
            )
        yield refuse(text, *values)


def _exceed_all(pair: Pair) -> bool:
    """Whether two shares are together more than 100 percent."""
    units, quantities = pair.catalogue.units, [side.quantity for side in (pair.a, pair.b) if side.quantity]
    return sum(number.lower.value * units.factor(number.unit, PERCENT) for number in quantities) > _ALL


def _titles(pair: Pair, side: Operand) -> str:
    return titles_of(pair.catalogue, side.groups) or _WHOLE


def alternative(pair: Pair) -> Iterator[Reason]:
    """Scenarios and other alternatives, and what was expected beside what was observed;

    they never add and make no shares, their values for one time compare, an observed and a later expected value make a
    projected change;
    the demand of one scenario minus that of another
    """
    values = (_alternative(pair, pair.a), _alternative(pair, pair.b))
    if pair.step or pair.updates or pair.same_publication:
        return
    if pair.outcome and pair.operation in (*CHANGES, "equals"):
        text = "One was expected of the time at which the other was observed, so what they differ by is no change."
        yield support(text, *values)
    elif pair.outcome and pair.operation == "plus":
        yield refuse("One was expected of the time at which the other was observed: they never add.", *values)
    elif pair.projected and pair.operation in CHANGES:
        yield support("One was observed and the other is expected of a later time: the change is projected.", *values)
    elif pair.overlap != Overlap.ALTERNATIVE:
        return
    elif pair.operation == "times":
        if all(alternatives(pair.catalogue, side.groups) for side in (pair.a, pair.b)):
            yield refuse("They are of two alternatives, of which one at most comes about.", *values)
    elif pair.operation == "plus":
        yield refuse("They are of two alternatives, of which one at most comes about: they never add.", *values)
    elif pair.operation == "equals":
        yield refuse("They are of two alternatives, whether or not the numbers are alike.", *values)
    elif pair.side_by_side:
        text = "They are what two alternatives give for one time: they differ between alternatives, not over time."
        yield support(text, *values)
    else:
        text = "They are of two alternatives, and not values of one thing and group at one time."
        yield refuse(text, *values)


def _alternative(pair: Pair, side: Operand) -> str:
    """The alternative that a side is of, or whether it is expected or observed."""
    titles = titles_of(pair.catalogue, alternatives(pair.catalogue, side.groups))
    return titles or ("expected" if side.expected else "observed")


def adjustment(pair: Pair) -> Iterator[Reason]:
    """How values are adjusted: for the season, for prices, to a year;

    what is adjusted differently is not combined, and what does not say so only if it is alike;
    a seasonally adjusted month minus an unadjusted one
    """
    a, b = pair.a, pair.b
    if pair.operation == "times" or (a.kind != b.kind and not pair.of_one):
        return
    seasons = (a.season, b.season)
    prices = tuple(f"{side.prices} {side.price_base}".strip() for side in (a, b))
    yield from _alike(seasons, "One is adjusted for the season and the other is not.", "for the season", "season")
    if a.prices != b.prices:
        text = "One is in the prices of the time and the other in constant prices."
    else:
        text = "They are in the prices of different years."
    yield from _alike((prices[0], prices[1]), text, "for prices", "prices")
    if a.annualised != b.annualised:
        words = tuple("per year" if side.annualised else "not per year" for side in (a, b))
        yield refuse("Only one of them is given per year.", *words)


def _alike(values: tuple[str, str], text: str, what: str, name: str) -> Iterator[Reason]:
    if values[0] == values[1]:
        return
    stated = (values[0] or NOT_STATED, values[1] or NOT_STATED)
    if all(values):
        yield refuse(text, *stated)
    else:
        assumed = Assumption(id=f"same-{name}", text=f"Both are adjusted alike {what}.")
        yield assume(f"Only one of them says how it is adjusted {what}.", assumed, *stated)
