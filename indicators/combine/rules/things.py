"""Rules on what is counted: the figure itself, its number, what it is a part of, whom and where it counts."""

from collections.abc import Iterator

from indicators.combine.likeness import changing, whole_of_share
from indicators.combine.operand import Assumption
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import Reason, assume, differ, note, refuse, support
from indicators.measure.period import NOT_STATED
from indicators.measure.span import Relation

AS_DEFINED = "as the indicator is defined"


def itself(pair: Pair) -> Iterator[Reason]:
    """A figure with itself;

    its difference is 0, its ratio 1 unless it may be zero, and sum and product are refused;
    any figure with itself
    """
    values = (pair.a.phrase, pair.b.phrase)
    number = pair.a.quantity
    if pair.operation in ("plus", "times"):
        yield refuse("It would count the same thing twice.", *values)
    elif pair.operation in ("over", "percent-change") and number and number.may_be_zero:
        yield refuse("Nothing can be divided by zero, which this number may be.", *values)
    else:
        yield support("A figure is what it is: the two are one and the same.", *values)


def number(pair: Pair) -> Iterator[Reason]:
    """Whether both have a number, and in units that convert;

    an order of magnitude in words, such as thousands, is refused;
    thousands minus 3,000
    """
    for side in (pair.a, pair.b):
        if side.part == "" and side.quantity is None:
            yield refuse(f"“{side.phrase}” states an order of magnitude and no number.", pair.a.phrase, pair.b.phrase)
    if pair.operation not in ("times", "over") and pair.a.kind == pair.b.kind and not pair.converts:
        yield refuse("Their units do not convert into each other.", pair.a.phrase, pair.b.phrase)


def shared_input(pair: Pair) -> Iterator[Reason]:
    """Whether both rest on one and the same printed figure, or on two that are most likely one publication;

    nothing is computed of the two, which are not independent;
    a rate that was worked out times the period that it was worked out over
    """
    if not (pair.a.derived or pair.b.derived):
        return
    if set(pair.a.inputs) & set(pair.b.inputs):
        shared = "one and the same printed figure"
    elif pair.shares_publication:
        shared = "one and the same publication, in the judgement of the editor"
    else:
        return
    yield refuse(
        f"Both rest on {shared}, so the result would say nothing new, and would be worked out as if the two were "
        "independent.",
        pair.a.phrase,
        pair.b.phrase,
    )


def base(pair: Pair) -> Iterator[Reason]:
    """What a percentage is taken of;

    a negative number is refused;
    a percent change from a loss
    """
    if pair.operation == "percent-change" and pair.b.quantity and pair.b.quantity.may_be_negative:
        yield refuse("A change in percent of a number that is, or may be, negative means nothing.", "", pair.b.phrase)


def zero(pair: Pair) -> Iterator[Reason]:
    """Temperatures in degrees, whose zero is a point of the scale;

    differences hold, sums, ratios and changes in percent do not;
    the temperature of July over that of January
    """
    if pair.operation not in ("plus", "over", "percent-change") or not (pair.a.quantity and pair.b.quantity):
        return
    sides = [side.quantity.unit for side in (pair.a, pair.b) if side.quantity]
    in_degrees = [bool(unit) and pair.catalogue.units.is_degree(unit) for unit in sides]
    changes = [side.statistic == "change" for side in (pair.a, pair.b)]
    if all(in_degrees) and not (all(changes) or (pair.operation == "plus" and any(changes))):
        text = "Zero degrees are a point of the scale: only a difference of two temperatures means something."
        yield refuse(text, pair.a.phrase, pair.b.phrase)


def part_of(pair: Pair) -> Iterator[Reason]:
    """Whether one is a declared part of the other, or of its time, or both are of a third;

    parts add and make ratios, a whole less its part is the rest, a part and its whole never add;
    dead of dead and wounded
    """
    a, b = (pair.a, pair.b)
    values = (a.phrase, b.phrase)
    if pair.whole_and_part:
        refusals = {
            "plus": "One is a part of the other and would be counted twice.",
            "percent-change": "One is a part of the other: a whole is no later state of its part.",
            "equals": "One is a declared part of the other, so they are not two numbers for one thing.",
        }
        if pair.operation == "minus" and pair.a_is_part:
            yield refuse("A part less its whole counts nothing; the whole less its part is the rest.", *values)
        elif pair.operation in refusals:
            yield refuse(refusals[pair.operation], *values)
        elif pair.operation in ("minus", "over"):
            if pair.part_in_time:
                yield _in_time(pair)
            else:
                yield support("One is a declared part of the other.", *values)
    elif pair.parts_of_one and pair.operation == "equals":
        yield refuse("Both are declared parts of one figure: two amounts, whether or not they are alike.", *values)
    elif pair.parts_of_one and pair.operation in ("plus", "over"):
        yield support("Both are declared parts of one figure.", *values)


def _in_time(pair: Pair) -> Reason:
    """That one total is of a part of the time of the other: of a period from month to month if these are whole."""
    values = (pair.a.period_words, pair.b.period_words)
    text = "The time that one covers is a part of the time that the other covers"
    if pair.a.period.relation(pair.b.period) in (Relation.INSIDE, Relation.AROUND):
        return support(f"{text}.", *values)
    whole = Assumption(id="whole-ends", text="The longer period covers the whole of its first and last month or year.")
    return assume(f"{text}, if the longer one covers the whole of its first and last month or year.", whole, *values)


def indicator(pair: Pair) -> Iterator[Reason]:
    """What is measured;

    different indicators of one kind neither add nor compare, but what a rate implies may equal a total;
    troops in training plus troops mobilizing
    """
    a, b = (pair.a, pair.b)
    if (
        a.indicator == b.indicator
        or (a.kind != b.kind and not pair.alike_by_declaration)
        or pair.operation == "times"
        or pair.whole_and_part
        or pair.parts_of_one
    ):
        return
    if pair.operation == "over" and ("rate" in (a.statistic, b.statistic) or pair.over_other_mean or pair.over_level):
        return
    if pair.beside_mean or pair.one_scope or pair.over_share or pair.over_growth or pair.step or pair.contribution:
        return
    if pair.operation == "equals" and pair.implied:
        of = [{stated(pair.catalogue, side) for side in (a, b)} for stated in (whole_of_share, changing)]
        if any(len(stated - {""}) > 1 for stated in of):
            what = "shares of different wholes" if len(of[0] - {""}) > 1 else "changes of different things"
            yield refuse(f"They are {what}, whether or not the numbers are alike.", a.name, b.name)
            return
        text = "One was worked out, and is of the kind, population and statistic of the other"
        if pair.of_one:
            of_what = "shares of one whole" if a.statistic == "share" else "changes of one thing"
            text = f"One was worked out, and both are {of_what}"
        # Of a gap between groups and of a ratio nothing states of what the printed one is.
        unsaid = a.statistic == "ratio" or a.is_gap or b.is_gap
        if pair.one_issuer and all(len(stated) == 1 for stated in of) and not unsaid:
            yield support(f"{text}; one party counted both.", a.name, b.name)
        else:
            assumed = Assumption(id="same-thing", text="Both measure the same thing.")
            yield assume(f"{text}; that they measure the same thing is not stated.", assumed, a.name, b.name)
        return
    texts = {
        "plus": "They measure different things, which may overlap: the same may be counted in both.",
        "equals": "They measure different things, whether or not the numbers are alike.",
    }
    text = texts.get(
        pair.operation,
        "They measure different things; nothing states that one is a part or a later state of the other.",
    )
    yield differ(pair, text, a.name, b.name, told="The two documents say in different words what is measured.")


def counts(pair: Pair) -> Iterator[Reason]:
    """What the document says is counted, beyond the definition;

    two figures of one indicator that differ in it count the same only if that is granted, unless they are declared to
    be related;
    patients with and without transfers
    """
    a, b = (pair.a, pair.b)
    if a.indicator != b.indicator or a.derived or b.derived or a.counts == b.counts or pair.operation == "times":
        return
    if pair.whole_and_part or pair.parts_of_one:
        return
    values = (a.counts or AS_DEFINED, b.counts or AS_DEFINED)
    text = "Only one of the two documents says more of what is counted than the definition."
    if a.counts and b.counts:
        text = "The two documents say in different words what is counted."
    if pair.declared or pair.same_publication:
        yield note(text, *values)
    else:
        yield assume(text, Assumption(id="same-things", text="Both count the same things."), *values)


def population(pair: Pair) -> Iterator[Reason]:
    """Whom or what is counted;

    different populations neither add nor compare;
    beds of one town minus beds of another
    """
    a, b = (pair.a, pair.b)
    if (
        a.population != b.population
        and a.kind == b.kind
        and (pair.operation in ("plus", "minus", "percent-change", "equals"))
        and not pair.alike_by_declaration
    ):
        title = pair.catalogue.populations["title"]
        yield differ(
            pair,
            "They are about different populations.",
            *(str(title[side.population]) for side in (a, b)),
            told="The two documents say in different words whom or what it is about.",
        )


def places(pair: Pair) -> Iterator[Reason]:
    """The places named;

    different ones are refused, or one named for one side only across kinds, unless parts are declared;
    a mass at the ports over containers at the border
    """
    a, b = (pair.a, pair.b)
    if pair.operation in ("times", "equals") or (a.kind != b.kind and (pair.is_duration(a) or pair.is_duration(b))):
        return
    decided = bool(pair.bridges) or pair.whole_and_part or pair.parts_of_one
    ends = ("as origin", "on the way", "as destination")
    for end, left, right in zip(ends, a.places, b.places, strict=True):
        values = (left or NOT_STATED, right or NOT_STATED)
        if left and right and left != right:
            yield (note if decided else refuse)(f"They name different places {end}.", *values)
        elif bool(left) != bool(right):
            across = a.kind != b.kind and not decided
            yield (refuse if across else note)(f"Only one of them names a place {end}.", *values)
