"""Rules on time: how a value relates to it, which periods are covered, and what a period may do."""

from collections.abc import Iterator

from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.combine.groups import Overlap
from indicators.combine.likeness import CHANGES, READINGS, relation_to_time
from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import Reason, assume, differ, note, refuse, support
from indicators.measure.period import NOT_STATED
from indicators.measure.span import Relation, Span

ENDS = Assumption(
    id="ends-of-change", text="The change is from the value of the first date of its period to that of the last."
)
STEADY = Assumption(id="steady-rate", text="The rate is the same all through.")
MEAN = Assumption(id="mean-rate", text="The rate is a mean over the whole period that it is stated for.")
_OF_ONE_TIME = frozenset(("share", "ratio", "index", "mean", "median", "quantile"))
"""Statistics that relate to time alike."""
_NOT_A_MEAN = "That the rate is a mean over the whole period is not stated."


def statistic(pair: Pair) -> Iterator[Reason]:
    """How the value relates to time;

    a total, a rate and a level do not add or compare;
    a rate plus a total
    """
    a, b = (pair.a, pair.b)
    if (
        a.statistic != b.statistic
        and pair.operation in ("plus", "minus", "percent-change", "equals")
        and not (pair.whole_and_part or (pair.parts_of_one and "rate" not in (a.statistic, b.statistic)))
        and not (pair.step or pair.contribution or pair.beside_mean)
    ):
        of_one_time = _OF_ONE_TIME.issuperset((a.statistic, b.statistic))
        yield differ(
            pair,
            "They are different statistics."
            if of_one_time
            else "They relate to time in different ways, or how is not stated.",
            relation_to_time(pair.catalogue, a.statistic),
            relation_to_time(pair.catalogue, b.statistic),
            told="The two documents say in different words how it relates to time, or one does not say.",
        )


def period(pair: Pair) -> Iterator[Reason]:
    """The periods covered;

    totals add over disjoint periods and compare over stated ones of one length, parts of one figure add over any;
    two months of one count
    """
    a, b = (pair.a, pair.b)
    relation = a.period.relation(b.period)
    values = (a.period_words, b.period_words)
    is_decided = (
        pair.updates
        or pair.whole_and_part
        or a.statistic == b.statistic == "running_total"
        or pair.overlap != Overlap.SAME
        or pair.revision
        or pair.outcome
        or pair.step
    )
    if pair.operation == "plus" and pair.parts_of_one:
        if relation == Relation.SAME:
            yield support("Both cover the same period.", *values)
        elif not (a.period.text and b.period.text):
            yield note(f"{periods_stated(a, b)} They are parts of one figure.", *values)
        else:
            yield note("They cover different periods, or may; they are parts of one figure.", *values)
    elif pair.operation == "plus" and not (is_decided or {a.statistic, b.statistic} & {*CHANGE_STATISTICS}):
        if relation == Relation.DISJOINT and a.statistic == b.statistic == "total" and (a.indicator == b.indicator):
            yield support("The two cover different periods of one count.", *values)
        elif relation == Relation.SAME and pair.kinds_of_one:
            yield support("Both cover the same period.", *values)
        elif a.statistic != "total" and a.indicator == b.indicator:
            yield refuse("They are two readings of one thing, not two amounts of it.", *values)
        elif a.kind == b.kind or pair.whole_kind:
            yield refuse(
                "They are not stated to cover separate periods, so what one counts may be in the other.", *values
            )
    elif pair.operation in CHANGES and a.kind == b.kind and (a.statistic == b.statistic) and not is_decided:
        if pair.ordered and a.statistic not in READINGS and not a.period.as_long_as(b.period):
            yield refuse("They cover periods of different lengths, or of lengths that are not certain.", *values)
        elif pair.ordered:
            yield support("One indicator of one issuer at two stated times.", *values)
            if pair.moved_on:
                yield note("The two periods overlap: what changed in the time that both cover is in both.", *values)
        elif a.indicator == b.indicator:
            yield refuse("They are not stated to belong to two separate times of one count.", *values)
    elif pair.operation == "equals" and not (
        pair.updates or pair.same_publication or pair.whole_and_part or pair.parts_of_one
    ):
        if relation == Relation.SAME:
            yield support("Both cover the same period.", *values)
        elif pair.from_one_to_other:
            text = "One was worked out from the values of the two dates between which the other runs."
            yield assume(text, ENDS, *values)
        elif pair.said_apart:
            text = "They were said at different times, and what states no period is taken to hold when it was said."
            yield refuse(text, a.issued_words, b.issued_words)
        elif a.period.ends_relation(b.period) == Relation.DIFFERENT:
            yield refuse("They cover different periods.", *values)
        elif relation in (Relation.UNKNOWN, Relation.POSSIBLY_SAME):
            assumed = Assumption(id="same-period", text="Both cover the same period.")
            stated = a.period.text and b.period.text
            why = "That they cover the same period is not certain." if stated else periods_stated(a, b)
            yield assume(why, assumed, *values)
        else:
            yield refuse("They cover different periods.", *values)


def rate_of_total(pair: Pair) -> Iterator[Reason]:
    """A total over a rate of the same kind;

    over one period it holds, if the rate is stated to be a mean of that, over a part of the total's only if the rate
    holds throughout, else refused;
    losses so far over losses a day
    """
    a, b = (pair.a, pair.b)
    if pair.operation != "over" or a.kind != b.kind or not a.kind or (a.statistic == "rate") == (b.statistic == "rate"):
        return
    if a.statistic == "rate":
        yield refuse(
            "A rate over a total is no amount and no time; the total over the rate is a time.", a.phrase, b.phrase
        )
        return
    values = (a.period_words, b.period_words)
    relation = b.period.relation(a.period)
    if relation == Relation.SAME:
        yield _over_its_period(b, "The total and the rate cover the same period.", *values)
    elif relation == Relation.INSIDE:
        yield assume("The rate is stated for a part of the period only.", STEADY, *values)
    else:
        yield refuse("The rate is not stated to belong to the period of the total.", *values)


def own_period(pair: Pair) -> Iterator[Reason]:
    """A figure over its own period;

    only a total makes a rate, for each unit of time that is no longer than the period;
    a mass over its six months
    """
    a, b = (pair.a, pair.b)
    values = (pair.catalogue.word("indicators", "statistic", a.statistic), b.period_words)
    if pair.operation != "over":
        return
    if not pair.own_period:
        yield refuse(
            "It is the period of another figure, not the one that this figure covers.",
            a.period_words,
            b.period_words,
        )
    elif not b.period.dated:
        yield _no_length(b, *values)
    elif a.statistic in (*CHANGE_STATISTICS, "share"):
        return  # the rule `flow` says why
    elif a.statistic not in ("total", "running_total"):
        this = "this is not stated to be one" if a.statistic == "not_stated" else "this is no total"
        yield refuse(f"Only a total gathers over its period; {this}.", *values)
    elif not pair.fits_period(pair.time_unit):
        unit = pair.catalogue.units.label(pair.time_unit, singular=True)
        yield refuse(f"The period is, or may be, shorter than a {unit}, and a rate does not reach past it.", *values)
    else:
        yield support(
            "A total over the period that it covers is a mean rate; where the ends of the period are "
            "open to reading, every length they may mean is used.",
            *values,
        )


def rate_period(pair: Pair) -> Iterator[Reason]:
    """A rate times a period;

    its own gives a total if the rate is stated to be its mean, one inside it needs a steady rate, any other is refused;
    losses a day times their month
    """
    a, b = (pair.a, pair.b)
    if pair.operation != "times":
        return
    values = (a.period_words, b.period_words)
    if a.statistic != "rate":
        yield refuse("Only a rate can be multiplied by a period.", *values)
    elif not b.period.dated:
        yield _no_length(b, *values)
    elif pair.own_period or a.period.relation(b.period) == Relation.SAME:
        yield _over_its_period(a, "A rate times the period that it covers is the total of that period.", *values)
    elif b.period.relation(a.period) == Relation.INSIDE:
        yield assume("The period is a part of the one that the rate covers.", STEADY, *values)
    else:
        yield refuse("The rate is not stated for this period.", *values)


def periods_stated(a: Operand, b: Operand) -> str:
    """A sentence on which of two figures, of which one at most has a period, states it."""
    if a.states_period or b.states_period:
        return "Only one of them states the period that it covers."
    if a.period.text or b.period.text:
        return "Neither states the period that it covers; that of one is assumed by the editor."
    return "Neither states the period that it covers."


def _no_length(side: Operand, *values: str) -> Reason:
    """A refusal because the length of a period is not known."""
    if not side.period.text:
        return refuse("No period is stated for it, so there is no length to calculate with.", *values)
    return refuse(f"{_end_without_date(side.period)}, so its length is not known.", *values)


def _over_its_period(rate: Operand, text: str, *values: str) -> Reason:
    """The reason that a rate is the mean of its period, which is assumed where the document does not say so."""
    return assume(_NOT_A_MEAN, MEAN, *values) if rate.statistic_inferred else support(text, *values)


def _end_without_date(span: Span) -> str:
    """Which end of a period has no date, and whether it is open."""
    (start, end) = span.text.split("/")
    ends = [(name, text) for name, text in (("start", start), ("end", end)) if text in ("", "..")]
    if len(ends) > 1:
        return "Neither end of the period has a date"
    name, text = ends[0]
    return f"The {name} of the period is {'open' if text else NOT_STATED}"
