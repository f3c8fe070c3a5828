"""The working of a verdict in four lines, and a sentence on what its result means."""

from collections.abc import Iterable, Mapping, Sequence

from indicators.catalogue.model import Catalogue
from indicators.combine.groups import Overlap, together
from indicators.combine.likeness import CHANGES
from indicators.combine.means import words_beside_mean
from indicators.combine.more_digits import in_more_digits
from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import Pair
from indicators.figures import provenance
from indicators.figures.assumed import within_brackets
from indicators.figures.caveats import Caveat
from indicators.figures.revisions import revision_indicators
from indicators.figures.statistics import SEASONS
from indicators.measure.quantity import Quantity
from indicators.measure.span import shown_length
from indicators.text.counted import number_of
from indicators.text.first_letter import with_small

SIGNS: Mapping[str, str] = {
    "plus": "+", "minus": "−", "times": "×", "over": "÷", "percent-change": "% change from", "equals": "=",
}  # fmt: skip


def question_lines(pair: Pair, found: Quantity | None) -> tuple[str, ...]:
    """The first two lines, names and values; no line if a figure has no number."""
    if not all(side.part or side.quantity for side in (pair.a, pair.b)):
        return ()
    names, values = operand_names(pair), (pair.a.phrase, _value(pair.b, pair, found))
    if pair.operation == "percent-change":
        return tuple(f"change from {second} to {first}, in percent" for first, second in (names, values))
    return tuple(f" {SIGNS[pair.operation]} ".join(sides) for sides in (names, values))


def working_lines(pair: Pair, answer: str, meant: str, found: Quantity | None, last: str) -> tuple[str, ...]:
    """All four lines: names, values, result, and ``last``, what the result rests on."""
    return (
        *question_lines(pair, found),
        result_line(answer, found) + (f": {with_small(meant).removesuffix('.')}" if meant else ""),
        last,
    )


def result_line(answer: str, found: Quantity | None) -> str:
    """The third line: the result in words, and more precisely where rounding changes it."""
    return f"= {answer} (more precisely, {in_more_digits(found)})" if found and found.rounded else f"= {answer}"


def basis_line(basis: str, caveats: Sequence[Caveat], assumed: Iterable[Assumption]) -> str:
    """The last line: who counted and who claims it, the number of caveats, and the assumptions."""
    granted = " ".join(assumption.text for assumption in assumed)
    line = f"rests on {basis}; {number_of(len(caveats), 'caveat')}"
    return f"{line}; assumes: {granted}" if granted else line


def basis_of(catalogue: Catalogue, sides: Iterable[Operand]) -> str:
    """Who counted and who claims what the operands have: *the Institute (who counted is not stated)*."""
    return provenance.basis(catalogue, dict.fromkeys(claim for side in sides for claim in side.claims))


def caveats_among(sides: Iterable[Operand]) -> tuple[Caveat, ...]:
    """The caveats of the operands, each once."""
    return tuple(dict.fromkeys(caveat for side in sides for caveat in side.caveats))


def meaning(pair: Pair) -> str:
    """A sentence on what the result is and is not; empty if there is nothing to add."""
    a, b = pair.a, pair.b
    if a.id == b.id:
        return "A figure set against itself."
    if pair.operation == "equals":
        return _agreement(pair)
    said = _meaning(pair)
    uncertain = _of_central_values(pair)
    return f"{said} {uncertain}".strip()


def _of_central_values(pair: Pair) -> str:
    """What the intervals beside the two values leave open; empty if there are none."""
    a, b = pair.a, pair.b
    if not (a.interval or b.interval):
        return ""
    text = "It is of the central values, and how uncertain it is, is not known."
    if not (a.interval and b.interval and pair.operation in CHANGES and pair.alike_in_dimension):
        return text
    settled = "overlap, so which is larger is not settled" if pair.intervals_overlap else "do not overlap"
    return f"{text} The two intervals {settled}."


def _meaning(pair: Pair) -> str:
    a, b = pair.a, pair.b
    if a.part:
        return "A span between two dates."
    if b.part:
        return (
            "A mean over the period covered."
            if pair.operation == "over"
            else "The total that the rate implies for the period."
        )
    if pair.whole_and_part or pair.parts_of_one:
        return _parts(pair)
    if pair.revision:
        return "A revision of the published number, and no change of the thing."
    if pair.outcome and pair.operation in CHANGES:
        return "How what was expected compares with what was observed; no change."
    if pair.side_by_side and pair.operation in CHANGES:
        return "How two alternatives compare, of which one at most comes about; no change over time."
    if pair.contribution:
        share = pair.operation == "over"
        return "The share of the growth that the part contributes." if share else "The growth without the part."
    if pair.weighted:
        return "What the group contributes to the growth of all."
    if pair.one_scope:
        return "The share of the first in the second, if both are of one scope."
    if pair.step and pair.step.revision:
        return "The value as revised." if pair.operation == "plus" else "The value before it was revised."
    if pair.step:
        return f"The value {'after' if pair.operation == 'plus' else 'before'} the change."
    if pair.overlap != Overlap.SAME:
        return _groups(pair)
    if pair.over_share:
        return "The whole, if the share is that of the first."
    if pair.over_growth:
        return "The value before the change."
    if pair.beside_mean:
        return words_beside_mean(*pair.beside_mean, pair.operation)
    if pair.over_other_mean:
        return "How many times the one is the other; both are means."
    if pair.operation == "plus" and a.statistic == b.statistic == "change":
        are_revisions = a.indicator in revision_indicators(pair.catalogue)
        return "Both revisions together." if are_revisions else "The change over both periods together."
    if pair.operation == "over" and pair.bridges:
        return "An illustration of scale under the assumption; no forecast and no count."
    if pair.operation == "over" and a.kind == b.kind and a.statistic != "rate" and b.statistic == "rate":
        return "The time that the first would take at this rate."
    if pair.operation == "over" and pair.in_whole_kind:
        return "How the two kinds compare; one is not stated to be a part of the other number."
    related = pair.updates or pair.order
    return _change(pair) if related and pair.operation in CHANGES else ""


def _groups(pair: Pair) -> str:
    """What a value of one group set against that of another is."""
    if pair.operation == "plus":
        partial = together(pair.catalogue, pair.a.groups, pair.b.groups) & (pair.a.groups ^ pair.b.groups)
        return "Both groups together, without the others." if partial else "Both groups together."
    return f"How two groups compare at one time{_when(pair)}; no change." if pair.operation in CHANGES else ""


def _when(pair: Pair) -> str:
    """The period that both cover, as it stands behind other words: *, March 2023*; empty if there is none."""
    covers = pair.a.period
    return f", {pair.a.period_words}" if covers.text and covers.text == pair.b.period.text else ""


def _parts(pair: Pair) -> str:
    if pair.operation == "minus":
        rest = f": {pair.a.kind_title} without {pair.b.kind_title}" if pair.a.kind != pair.b.kind else ""
        return f"What the whole holds besides this part{rest}."
    if pair.operation == "over":
        return {
            (True, True): "The share of the part in its whole.",
            (True, False): "How many times its part the whole is.",
            (False, False): "The ratio of two parts of one figure.",
        }[pair.whole_and_part, pair.a_is_part]
    return "Two parts of one figure together."


def _change(pair: Pair) -> str:
    """What the change, or the ratio, of two values of one thing is, with its direction."""
    first, second = ("later", "earlier") if pair.order > 0 else ("earlier", "later")
    of_totals = pair.a.statistic == pair.b.statistic == "running_total" and not pair.updates
    what = "published number" if pair.updates else "published total" if of_totals else "value"
    if pair.operation == "over":
        return f"The ratio of the {first} {what} to the {second}."
    if pair.order < 0:
        return f"The earlier {what} less the later one: below zero where it rose."
    if pair.updates:
        return "A change in the published number; not what happened between the two dates."
    if of_totals:
        added = "What was added to the published total between the two"
        return f"{added}, in percent of the earlier." if pair.operation == "percent-change" else f"{added}."
    if pair.projected:
        return "A projected change, from an observed value to an expected one."
    return "A change from one stated time to another."


def operand_names(pair: Pair) -> tuple[str, str]:
    """The names of both operands, a period without one of its own; two of one name get in brackets one of `_marks`."""
    a, b = pair.a, pair.b
    if pair.own_period:
        return a.name, "the period that it covers"
    if a.name != b.name or a.id == b.id:
        return a.name, b.name
    marks = zip(_marks(pair.catalogue, a), _marks(pair.catalogue, b), strict=True)
    first, second = next(both for both in marks if both[0] != both[1])
    return f"{a.name} ({within_brackets(first)})", f"{b.name} ({within_brackets(second)})"


def _marks(catalogue: Catalogue, side: Operand) -> tuple[str, ...]:
    """What may tell an operand from another of its name, in the order in which it is looked at."""
    return (
        side.period_words if side.period.text else "period not stated",
        side.vintage.replace("_", " ") or "no vintage stated",
        side.issued_words if side.issued.text else "date of issue not stated",
        SEASONS.get(side.season, "season not stated"),
        " and ".join(str(catalogue.sources.at[source, "name"]) for source in side.sources),
        f"id {side.id}",
    )


def _agreement(pair: Pair) -> str:
    if pair.updates:
        return "Two numbers for one thing: the later takes the place of the earlier."
    if not is_one_count(pair):
        return ""
    told = "One publication, printed twice" if pair.same_publication else "Both rest on one count"
    return f"{told}: no independent confirmation."


def is_one_count(pair: Pair) -> bool:
    """Whether both numbers rest on one publication or on one count, so that neither confirms the other."""
    return pair.same_publication or bool(not pair.a.part and pair.a.counted_by & pair.b.counted_by)


def _value(side: Operand, pair: Pair, found: Quantity | None) -> str:
    """The value of an operand in words; a period with the length that the arithmetic used."""
    if side.part != "period" or found is None:
        return side.phrase
    length = pair.period_length(pair.time_unit)
    unit = pair.catalogue.units.label(pair.time_unit, singular=length.single and length.lower.value == 1)
    return f"{shown_length(length).number()} {unit} ({within_brackets(side.phrase)})"
