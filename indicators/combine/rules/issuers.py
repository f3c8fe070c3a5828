"""Rules on who makes the claims: whose counting it is, what takes the place of what, and how firm it is."""

from collections.abc import Iterable, Iterator

from indicators.catalogue.observation import EXPECTED
from indicators.combine.groups import alternatives, titles_of
from indicators.combine.likeness import CHANGES
from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import HEDGED, Pair
from indicators.combine.rules.reason import Reason, assume, note, refuse, support
from indicators.figures.agents import marked_if_unnamed
from indicators.measure.span import Relation


def direction(pair: Pair) -> Iterator[Reason]:
    """Which of two values of one thing is the later;

    a change in percent is taken from the earlier to the later, never back;
    an earlier estimate in percent of the later
    """
    if pair.operation == "percent-change" and pair.order < 0:
        text = "The first of them is the earlier: a change in percent goes from the earlier to the later."
        yield refuse(text, pair.a.phrase, pair.b.phrase)


def updates(pair: Pair) -> Iterator[Reason]:
    """Whether one is printed as an update of the other;

    they never add, their difference is a change in what was published;
    a later estimate minus the earlier
    """
    if not pair.updates or pair.revision:
        return
    values = (pair.a.phrase, pair.b.phrase)
    if pair.operation == "plus":
        yield refuse(
            "One is printed as an update of the other: the later number takes the place of the earlier.", *values
        )
    elif pair.operation in CHANGES:
        follows = "the change is one in the published number; what happened in between is not stated"
        if pair.operation == "over":
            follows = "they are an earlier and a later number for one thing"
        yield support(f"One is printed as an update of the other, so {follows}.", *values)
    elif pair.operation == "equals":
        yield support("One is printed as an update of the other, so they are two numbers for one thing.", *values)


def same_publication(pair: Pair) -> Iterator[Reason]:
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


def series(pair: Pair) -> Iterator[Reason]:
    """Running totals of one series;

    they never add, their difference holds, only under an assumption where one start or one publisher is not stated,
    and is refused with two starts;
    this month's total minus last month's
    """
    a, b = (pair.a, pair.b)
    if (
        not (a.statistic == b.statistic == "running_total" and a.indicator == b.indicator)
        or pair.updates
        or pair.whole_and_part
        or (pair.parts_of_one and pair.operation == "plus")
        or pair.same_publication
    ):
        return
    values = (a.series or "no series", b.series or "no series")
    starts = a.period.start_relation(b.period)
    if pair.operation == "plus":
        follows = "the later one holds the earlier" if pair.order and pair.one_issuer else "they count the same twice"
        yield refuse(f"Both are running totals of one thing: {follows}.", *values)
    elif pair.operation in CHANGES and a.period.relation(b.period) in (Relation.SAME, Relation.POSSIBLY_SAME):
        text = "Two totals for one period differ by what was counted or corrected, not by a change in the thing."
        yield refuse(text, a.period_words, b.period_words)
    elif pair.operation in CHANGES and starts == Relation.DIFFERENT:
        yield refuse("The two totals are counted from different starts.", a.period_words, b.period_words)
    elif pair.operation in CHANGES and pair.one_issuer:
        if pair.same_series:
            yield support(
                "Both are running totals of one issuer with one start, so the change is what was added to "
                "the published total.",
                *values,
            )
        elif not (a.series and b.series):
            yield from _without_series(pair, starts)
        else:
            yield refuse("The two totals belong to different series, which have starts of their own.", *values)


def _without_series(pair: Pair, starts: Relation) -> Iterator[Reason]:
    """What has to be granted of two running totals of one counting that are in no series together."""
    a, b = (pair.a, pair.b)
    periods = (a.period_words, b.period_words)
    if set(a.sources) != set(b.sources):
        yield assume(
            "Different parties publish the two running totals of one counting; that each gives it unchanged is not "
            "stated.",
            Assumption(id="same-count", text="Both publish the same counting unchanged."),
            *(_names(pair, dict.fromkeys(side.sources)) for side in (a, b)),
        )
    if starts == Relation.SAME:
        yield support("Both are counted from one stated start.", *periods)
    else:
        stated = a.period.has_start and b.period.has_start
        yield assume(
            f"That the two running totals have one start is not {'certain' if stated else 'stated'}.",
            Assumption(id="same-start", text="Both totals are counted from the same start."),
            *periods,
        )


def issuer(pair: Pair) -> Iterator[Reason]:
    """Whose counting it is;

    counts of different issuers are not combined, unnamed reports are no one issuer, and equal counts confirm each other
    only if their roots differ;
    two governments' totals
    """
    a, b = (pair.a, pair.b)
    values = (_names(pair, sorted(a.issuers)), _names(pair, sorted(b.issuers)))
    if pair.operation == "equals":
        yield from _independence(pair, values)
    elif pair.operation == "times":
        return
    elif not pair.one_issuer:
        if pair.anonymous:
            yield from _nobody_knows(pair)
        else:
            effect = note if pair.bridges else refuse
            text = "Different parties make the two claims, and may count differently."
            if set(a.sources) == set(b.sources):
                text = "One party makes both claims, but it is not stated that they rest on one counting."
            yield effect(text, *values)
        for side in (a, b):
            for source in () if side.anonymous else side.sources:
                if pair.catalogue.text("sources", source, "kind") == "author":
                    text = f"“{side.phrase}” stands in the words of the author, attributed to no one."
                    yield note(text, _names(pair, [source]))
                elif not pair.catalogue.sources.at[source, "named"]:
                    yield note(f"The source of “{side.phrase}” is not named.", _names(pair, [source]))


def _independence(pair: Pair, values: tuple[str, str]) -> Iterator[Reason]:
    """Whether two equal numbers could confirm each other."""
    a, b = (pair.a, pair.b)
    if a.counted_by & b.counted_by:
        in_part = "" if a.counted_by == b.counted_by and a.roots_known and b.roots_known else " in part"
        yield note(
            f"Both rest{in_part} on the same counting, so neither confirms the other independently.",
            *values,
        )
    elif pair.same_publication:
        if a.issuers != b.issuers:
            yield note(_told_differently(pair), *values)
    elif not (a.roots_known and b.roots_known):
        both = not (a.roots_known or b.roots_known)
        whose = "either rests on is not known" if both else "one of them rests on is not known"
        yield note(f"Whose counting {whose}, so whether they are independent is not known either.", *values)
    else:
        yield note("They rest on different counting.", *values)


def _told_differently(pair: Pair) -> str:
    """How two documents differ in the source that they give to one publication."""
    a, b = (pair.a, pair.b)
    if a.sources == b.sources:
        both = a.roots_known and b.roots_known
        return (
            f"{'The two documents differ in' if both else 'Only one of the two documents says'} whose counting it is."
        )
    kinds = pair.catalogue.sources["kind"]
    if any(side.anonymous or (not any(side.roots) and kinds[side.sources[0]] == "author") for side in (a, b)):
        return "One of the two documents names no one as its source."
    return "The two documents name different sources of the one publication."


def _nobody_knows(pair: Pair) -> Iterator[Reason]:
    """That unnamed reports are no one issuer; granted where the catalogue relates the two."""
    a, b = (pair.a, pair.b)
    whose = [f"“{side.phrase}”" for side in (a, b) if side.anonymous]
    text = f"Who is behind {' and '.join(whose)} is not known, so the two may come from different parties."
    if pair.bridges:
        yield note(text, a.phrase, b.phrase)
    elif pair.declared:
        assumed = Assumption(id="one-issuer", text="Both numbers come from the same party.")
        yield assume(text, assumed, a.phrase, b.phrase)
    else:
        yield refuse(text, a.phrase, b.phrase)


def status(pair: Pair) -> Iterator[Reason]:
    """How firm the claims are;

    what is alleged, planned, expected or on a condition has to be granted first, and of a scenario that it comes about,
    unless two such are set side by side;
    a planned deployment over a rate
    """
    equals = pair.operation == "equals"
    beside = (pair.side_by_side or pair.outcome) and pair.operation in (*CHANGES, "equals")
    values = (", ".join(pair.a.statuses), ", ".join(pair.b.statuses))
    for name in dict.fromkeys((*pair.a.statuses, *pair.b.statuses)):
        if equals and (pair.same_publication or (name in pair.a.statuses and name in pair.b.statuses)):
            continue
        if name in HEDGED and not (beside and name in EXPECTED):
            claim, _ = HEDGED[name]
            for assumed, sides in _granted(pair, name).items():
                both = len(sides) > 1
                subject = "The figure" if pair.b.part else "Each of the two" if both else f"“{sides[0].phrase}”"
                verb = "rests on what is" if sides[0].derived and not both else "is"
                yield assume(f"{subject} {verb} {claim}.", assumed, *values)


def _granted(pair: Pair, status: str) -> dict[Assumption, list[Operand]]:
    """What has to be granted of sides of a status, with these: that a scenario comes about, where it is of one."""
    found: dict[Assumption, list[Operand]] = {}
    for side in (pair.a, pair.b):
        if status in side.statuses:
            scenarios = alternatives(pair.catalogue, side.groups) if status in EXPECTED else frozenset()
            name = "-".join(("granted", *(sorted(scenarios) or [status])))
            as_in = f"things come about as in “{titles_of(pair.catalogue, scenarios)}”"
            text = f"It is granted that {as_in if scenarios else HEDGED[status][1]}."
            found.setdefault(Assumption(id=name, text=text), []).append(side)
    return found


def inherited(pair: Pair) -> Iterator[Reason]:
    """What was assumed in working one of them out;

    it has to be granted for all that follows from it;
    days of losses that rest on one soldier standing for one lost
    """
    for side in (pair.a,) if pair.a.id == pair.b.id else (pair.a, pair.b):
        for assumed in side.assumed:
            text = f"“{side.phrase}” was worked out under an assumption: {assumed.text}"
            yield assume(text, assumed, pair.a.phrase, pair.b.phrase)


def _names(pair: Pair, sources: Iterable[str]) -> str:
    return "; ".join(marked_if_unnamed(pair.catalogue, source) for source in sources)
