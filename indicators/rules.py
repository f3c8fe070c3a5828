"""The rules by which two figures may be combined. They read fields of the catalogue and know no id.

Each rule looks at one thing and says what it makes of it: it supports, it assumes, it refuses, or it only notes. Its
docstring is its row in the table of rules: what it looks at; what follows; an example.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from indicators.operand import Operand
from indicators.pair import ASSUMES, CHANGES, HEDGED, NOTES, REFUSES, SUPPORTS, Assumption, Pair, Reason
from indicators.reading import NOT_STATED


class Said(NamedTuple):
    """What a rule says: its effect, a sentence, the two values that it looked at, and what it assumes, if it does."""

    effect: str
    text: str
    left: str = ""
    right: str = ""
    assumption: Assumption | None = None


Rule = Callable[[Pair], Iterator[Said]]


def refuse(text: str, left: str = "", right: str = "") -> Said:
    """The two may not be combined."""
    return Said(REFUSES, text, left, right)


def support(text: str, left: str = "", right: str = "") -> Said:
    """The two may be combined."""
    return Said(SUPPORTS, text, left, right)


def note(text: str, left: str = "", right: str = "") -> Said:
    """Something to know, which decides nothing."""
    return Said(NOTES, text, left, right)


def assume(text: str, assumption: Assumption, left: str = "", right: str = "") -> Said:
    """The two may be combined if something is granted."""
    return Said(ASSUMES, text, left, right, assumption)


def itself(pair: Pair) -> Iterator[Said]:
    """A figure with itself;

    minus is 0, over is 1, plus and times are refused;
    any figure with itself
    """
    if pair.operation in ("plus", "times"):
        yield refuse("It would count the same thing twice.", pair.a.phrase, pair.b.phrase)
    else:
        yield support("A figure is what it is: the two are one and the same.", pair.a.phrase, pair.b.phrase)


def number(pair: Pair) -> Iterator[Said]:
    """Whether both have a number;

    a vague magnitude is refused;
    thousands minus 3,000
    """
    for one in (pair.a, pair.b):
        if one.part == "" and one.quantity is None:
            yield refuse(f"“{one.phrase}” states an order of magnitude and no number.", pair.a.phrase, pair.b.phrase)


def kind(pair: Pair) -> Iterator[Said]:
    """What sort of thing is counted;

    different kinds neither add nor compare, declared parts of one kind add;
    killed plus wounded
    """
    a, b = (pair.a, pair.b)
    if pair.operation in ("times", "over") or a.kind == b.kind:
        return
    values = (a.kind_title, b.kind_title)
    if pair.operation == "plus" and pair.kinds_of_one:
        yield support("Both kinds are declared parts of one kind, so they add to it.", *values)
    elif pair.operation == "equals":
        yield refuse("They count different things, whether or not the numbers are alike.", *values)
    else:
        yield refuse(
            "They count different things, which cannot be added, subtracted or set in percent of each other.", *values
        )


def updates(pair: Pair) -> Iterator[Said]:
    """Whether one is printed as an update of the other;

    they never add, their difference is a change in what was published;
    a later estimate minus the earlier
    """
    if not pair.updates:
        return
    values = (pair.a.phrase, pair.b.phrase)
    if pair.operation == "plus":
        yield refuse(
            "One is printed as an update of the other: the later number takes the place of the earlier.", *values
        )
    elif pair.operation in CHANGES:
        yield support(
            "One is printed as an update of the other, so the change is one in the published number; "
            "what happened in between is not stated.",
            *values,
        )
    elif pair.operation == "equals":
        yield support("One is printed as an update of the other, so they are two numbers for one thing.", *values)


def same_publication(pair: Pair) -> Iterator[Said]:
    """Whether both are most likely one publication, as the editor judges;

    they are one number printed twice, and nothing is computed of the two;
    an article's number over that of the report it repeats
    """
    if pair.same_publication:
        values = (pair.a.phrase, pair.b.phrase)
        if pair.operation == "equals":
            yield support("In the judgement of the editor both are most likely one publication.", *values)
        else:
            yield refuse("In the judgement of the editor both are most likely one publication, printed twice.", *values)


def series(pair: Pair) -> Iterator[Said]:
    """Running totals of one series;

    they never add, their difference is sound, or illustrative where one start is not stated;
    this month's total minus last month's
    """
    a, b = (pair.a, pair.b)
    if (
        not (a.statistic == b.statistic == "running_total" and a.indicator == b.indicator)
        or pair.updates
        or pair.whole_and_part
        or pair.same_publication
    ):
        return
    values = (a.series or "no series", b.series or "no series")
    if pair.operation == "plus":
        yield refuse("Both are running totals: the later one holds the earlier.", *values)
    elif pair.operation in CHANGES and a.period.relation(b.period) == "same":
        text = "Two totals for one period differ by what was counted or corrected, not by a change in the thing."
        yield refuse(text, a.period.text, b.period.text)
    elif pair.operation in CHANGES and pair.one_issuer:
        if pair.same_series:
            yield support(
                "Both are running totals of one issuer with one start, so the change is what was added to "
                "the published total.",
                *values,
            )
        elif not (a.series and b.series):
            assumed = Assumption(id="same-start", text="Both totals are counted from the same start.")
            yield assume(
                "Both are running totals of one issuer; that they have one start is not stated.", assumed, *values
            )
        else:
            yield refuse("The two totals are counted from different starts.", *values)


def part_of(pair: Pair) -> Iterator[Said]:
    """Whether one is a declared part of the other, or both are of a third;

    parts add, a part and its whole never;
    dead of dead and wounded
    """
    a, b = (pair.a, pair.b)
    values = (a.phrase, b.phrase)
    if pair.whole_and_part:
        if pair.operation == "plus":
            yield refuse("One is a part of the other and would be counted twice.", *values)
        elif pair.operation in ("minus", "over"):
            yield support("One is a declared part of the other.", *values)
    elif pair.parts_of_one and pair.operation == "plus":
        yield support("Both are declared parts of one figure.", *values)


def indicator(pair: Pair) -> Iterator[Said]:
    """What is measured;

    different indicators of one kind neither add nor compare, as nothing says they are disjoint;
    troops in training plus troops mobilizing
    """
    a, b = (pair.a, pair.b)
    if (
        a.indicator == b.indicator
        or a.kind != b.kind
        or pair.operation == "times"
        or pair.whole_and_part
        or pair.parts_of_one
    ):
        return
    if pair.operation == "over" and "rate" in (a.statistic, b.statistic):
        return
    said = {
        "plus": "They measure different things that are not stated to be disjoint; the same may be counted in both.",
        "equals": "They measure different things, whether or not the numbers are alike.",
    }
    text = said.get(
        pair.operation,
        "They measure different things; nothing states that one is a part or a later state of the other.",
    )
    yield refuse(text, a.name, b.name)


def population(pair: Pair) -> Iterator[Said]:
    """Whom or what is counted;

    different populations neither add nor compare;
    beds of one town minus beds of another
    """
    a, b = (pair.a, pair.b)
    if (
        a.population != b.population
        and a.kind == b.kind
        and (pair.operation in ("plus", "minus", "percent-change", "equals"))
    ):
        title = pair.catalogue.populations["title"]
        yield refuse("They are about different populations.", str(title[a.population]), str(title[b.population]))


def statistic(pair: Pair) -> Iterator[Said]:
    """How the value relates to time;

    a total, a rate and a level do not add or compare;
    a rate plus a total
    """
    a, b = (pair.a, pair.b)
    if (
        a.statistic != b.statistic
        and pair.operation in ("plus", "minus", "percent-change", "equals")
        and (not pair.whole_and_part)
    ):
        word = pair.catalogue.word
        yield refuse(
            "They relate to time in different ways.",
            word("indicators", "statistic", a.statistic),
            word("indicators", "statistic", b.statistic),
        )


def issuer(pair: Pair) -> Iterator[Said]:
    """Whose counting it is;

    counts of different issuers are not combined, and equal ones confirm each other only if their roots differ;
    two governments' totals
    """
    a, b = (pair.a, pair.b)
    names = pair.catalogue.sources["name"]
    values = (
        "; ".join(str(names[one]) for one in sorted(a.issuers)),
        "; ".join(str(names[one]) for one in sorted(b.issuers)),
    )
    if pair.operation == "equals":
        if a.issuers & b.issuers:
            yield note("Both rest on the same counting, so neither confirms the other independently.", *values)
        elif not (all(a.roots) and all(b.roots)):
            yield note(
                "Whose counting they rest on is not stated for both, so whether they are independent is not known.",
                *values,
            )
        else:
            yield note("They rest on different counting.", *values)
    elif pair.operation == "times":
        return
    elif not pair.one_issuer:
        effect = NOTES if pair.bridges else REFUSES
        yield Said(effect, "Different parties make the two claims, and may count differently.", *values)
        for one in (a, b):
            for source in one.sources:
                if pair.catalogue.text("sources", source, "kind") == "author":
                    yield note(f"“{one.phrase}” is attributed to no one.", str(names[source]))
                elif not pair.catalogue.sources.at[source, "named"]:
                    yield note(f"The source of “{one.phrase}” is not named.", str(names[source]))


def period(pair: Pair) -> Iterator[Said]:
    """The periods covered;

    totals add over disjoint periods and compare over stated ones, never over unstated;
    two months of one count
    """
    a, b = (pair.a, pair.b)
    relation = a.period.relation(b.period)
    values = (a.period.text or NOT_STATED, b.period.text or NOT_STATED)
    decided = pair.updates or pair.whole_and_part or a.statistic == b.statistic == "running_total"
    if pair.operation == "plus" and (not decided):
        if relation == "disjoint" and a.statistic == b.statistic == "total" and (a.indicator == b.indicator):
            yield support("The two cover different periods of one count.", *values)
        elif relation == "same" and (pair.parts_of_one or pair.kinds_of_one):
            yield support("Both cover the same period.", *values)
        elif pair.parts_of_one and (not (a.period.text or b.period.text)):
            yield note("Neither states a period; they are parts of one figure.", *values)
        elif a.statistic != "total" and a.indicator == b.indicator:
            yield refuse("They are two readings of one thing, not two amounts of it.", *values)
        else:
            yield refuse(
                "They are not stated to cover separate periods, so what one counts may be in the other.", *values
            )
    elif pair.operation in CHANGES and a.kind == b.kind and (a.statistic == b.statistic) and (not decided):
        if pair.ordered:
            yield support("One indicator of one issuer at two stated times.", *values)
        elif a.indicator == b.indicator:
            yield refuse("They are not stated to belong to two separate times of one count.", *values)
    elif pair.operation == "equals" and not (pair.updates or pair.same_publication):
        if relation == "same":
            yield support("Both cover the same period.", *values)
        elif relation == NOT_STATED:
            assumed = Assumption(id="same-period", text="Both cover the same period.")
            yield assume("That they cover the same period is not stated.", assumed, *values)
        else:
            yield refuse("They cover different periods.", *values)


def places(pair: Pair) -> Iterator[Said]:
    """The places named;

    two different ones are refused, one named for one side only is noted, and refused across kinds;
    a mass at the ports over containers at the border
    """
    a, b = (pair.a, pair.b)
    if pair.operation in ("times", "equals"):
        return
    for side, (left, right) in zip(("origin", "destination"), zip(a.places, b.places, strict=True), strict=True):
        values = (left or NOT_STATED, right or NOT_STATED)
        if left and right and (left != right):
            yield Said(NOTES if pair.bridges else REFUSES, f"They name different places as {side}.", *values)
        elif bool(left) != bool(right):
            across = a.kind != b.kind and (not pair.bridges)
            yield Said(REFUSES if across else NOTES, f"Only one of them names a place as {side}.", *values)


def status(pair: Pair) -> Iterator[Said]:
    """How firm the claims are;

    what is alleged, planned, expected or on a condition has to be granted first;
    a planned deployment over a rate
    """
    if pair.operation == "equals":
        return
    for one in dict.fromkeys((*pair.a.statuses, *pair.b.statuses)):
        if one in HEDGED:
            claim, granted = HEDGED[one]
            assumed = Assumption(id=f"granted-{one}", text=f"It is granted that {granted}.")
            yield assume(f"One of the two is {claim}.", assumed, ", ".join(pair.a.statuses), ", ".join(pair.b.statuses))


def bridge(pair: Pair) -> Iterator[Said]:
    """An assumption of the catalogue that lets one kind stand for another;

    over becomes illustrative;
    soldiers over losses a day
    """
    if pair.operation == "over":
        for assumed in pair.bridges[:1]:
            yield assume(
                "The two kinds are different; an assumption of the catalogue lets one stand for the other.",
                assumed,
                pair.a.kind_title,
                pair.b.kind_title,
            )


def across_kinds(pair: Pair) -> Iterator[Said]:
    """A ratio of two kinds;

    only totals of one issuer over one stated period at the same places;
    mass per container
    """
    a, b = (pair.a, pair.b)
    if pair.operation != "over" or a.kind == b.kind or pair.bridges:
        return
    yield note("The ratio sets one kind of thing against another.", a.kind_title, b.kind_title)
    relation = a.period.relation(b.period)
    values = (a.period.text or NOT_STATED, b.period.text or NOT_STATED)
    if relation == "same":
        yield support("Both cover the same stated period.", *values)
    elif bool(a.period.text) != bool(b.period.text):
        yield refuse("Only one of them states the period that it covers.", *values)
    else:
        yield refuse("They are not stated to cover the same period.", *values)
    if b.kind_title == "duration" or _time(pair, b):
        yield refuse(
            "The duration measures something else than the period that the first figure covers.", a.name, b.name
        )
    if not a.statistic == b.statistic == "total":
        word = pair.catalogue.word
        yield refuse(
            "Only two totals of one period make such a ratio.",
            word("indicators", "statistic", a.statistic),
            word("indicators", "statistic", b.statistic),
        )


def rate_of_total(pair: Pair) -> Iterator[Said]:
    """A total over a rate of the same kind;

    only if the rate holds throughout, and its period lies inside the total's;
    losses so far over losses a day
    """
    a, b = (pair.a, pair.b)
    if pair.operation != "over" or a.kind != b.kind or a.statistic == "rate" or (b.statistic != "rate"):
        return
    values = (a.period.text or NOT_STATED, b.period.text or NOT_STATED)
    if b.period.relation(a.period) in ("inside", "same"):
        assumed = Assumption(id="steady-rate", text="The rate is the same all through.")
        yield assume("The rate is stated for a part of the period only.", assumed, *values)
    else:
        yield refuse("The rate is not stated to belong to the period of the total.", *values)


def factor(pair: Pair) -> Iterator[Said]:
    """What is multiplied;

    only a rate and a period;
    a count times a count
    """
    if pair.operation == "times":
        yield refuse(
            "Only a rate and the period that it covers make a product that means something.",
            pair.a.phrase,
            pair.b.phrase,
        )


def own_period(pair: Pair) -> Iterator[Said]:
    """A figure over its own period;

    a total makes a rate, nothing else does;
    a mass over its six months
    """
    a, b = (pair.a, pair.b)
    values = (pair.catalogue.word("indicators", "statistic", a.statistic), b.period.text or NOT_STATED)
    if pair.operation != "over":
        return
    if not pair.own_period:
        yield refuse(
            "It is the period of another figure, not the one that this figure covers.",
            a.period.text or NOT_STATED,
            b.period.text or NOT_STATED,
        )
    elif not b.period.dated:
        yield refuse("The period has no date at one end or at both, so its length is not known.", *values)
    elif a.statistic not in ("total", "running_total"):
        yield refuse("Only a total gathers over its period; this is not one, or is not stated to be one.", *values)
    else:
        yield support(
            "A total over the period that it covers is a mean rate; where the ends of the period are "
            "open to reading, every length they may mean is used.",
            *values,
        )


def rate_period(pair: Pair) -> Iterator[Said]:
    """A rate times a period;

    its own gives a total, one inside it needs a steady rate, any other is refused;
    losses a day times their month
    """
    a, b = (pair.a, pair.b)
    if pair.operation != "times":
        return
    values = (a.period.text or NOT_STATED, b.period.text or NOT_STATED)
    if a.statistic != "rate":
        yield refuse("Only a rate can be multiplied by a period.", *values)
    elif not b.period.dated:
        yield refuse("The period has no date at one end or at both, so its length is not known.", *values)
    elif pair.own_period or a.period.relation(b.period) == "same":
        yield support("A rate times the period that it covers is the total of that period.", *values)
    elif b.period.relation(a.period) == "inside":
        assumed = Assumption(id="steady-rate", text="The rate is the same all through.")
        yield assume("The period is a part of the one that the rate covers.", assumed, *values)
    else:
        yield refuse("The rate is not stated for this period.", *values)


def dates(pair: Pair) -> Iterator[Said]:
    """Two dates;

    their difference is a span, nothing else can be done with them;
    one date of issue minus another
    """
    a, b = (pair.a, pair.b)
    values = (a.phrase, b.phrase)
    both = a.part == b.part == "issued" and a.issued.dated and b.issued.dated
    if pair.operation == "minus" and both:
        yield support("Two dates make a span; where a date is a month, every day in it is possible.", *values)
    elif pair.operation == "equals" and a.part == b.part:
        yield Said(
            SUPPORTS if both or a.part == "period" else REFUSES,
            "Two periods or dates are set side by side."
            if both or a.part == "period"
            else "One of the dates is not stated.",
            *values,
        )
    else:
        yield refuse("A date or a period cannot be combined like this.", *values)


def _name(rule: Rule) -> str:
    return rule.__name__.replace("_", "-")


_FIGURES: tuple[Rule, ...] = (
    number, kind, updates, same_publication, series, part_of, indicator, population, statistic, issuer, period,
    places, status, bridge, across_kinds, rate_of_total, factor,
)  # fmt: skip
_PERIODS: tuple[Rule, ...] = (number, own_period, rate_period, status)

TABLE = tuple(
    (_name(rule), *(" ".join(part.split()) for part in (rule.__doc__ or "").split(";")))
    for rule in (itself, *_FIGURES, own_period, rate_period, dates)
)
"""A row for each rule: its name, what it looks at, what follows, an example."""


def judge(pair: Pair) -> tuple[Reason, ...]:
    """Every reason for and against, in the order of the rules."""
    if pair.a.id == pair.b.id:
        chosen: tuple[Rule, ...] = (number, itself)
    elif pair.a.part or (pair.b.part and pair.operation not in ("over", "times")) or pair.b.part == "issued":
        chosen = (dates,)
    elif pair.b.part:
        chosen = _PERIODS
    else:
        chosen = _FIGURES
    return tuple(
        Reason(
            rule=_name(rule),
            effect=said.effect,
            text=said.text,
            left=said.left,
            right=said.right,
            assumption=said.assumption,
        )
        for rule in chosen
        for said in rule(pair)
    )


def _time(pair: Pair, one: Operand) -> bool:
    units = pair.catalogue.units
    return one.quantity is not None and units.is_time(one.quantity.unit)
