"""The working of a verdict in four lines, and a sentence on what its result means."""

from collections.abc import Iterable, Mapping

from indicators.catalogue.model import Catalogue
from indicators.combine import result
from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import Pair
from indicators.measure import period, quantity
from indicators.measure.quantity import Quantity

SIGNS: Mapping[str, str] = {
    "plus": "+", "minus": "−", "times": "×", "over": "÷", "percent-change": "% change from", "equals": "=",
}  # fmt: skip


def question_lines(pair: Pair, found: Quantity | None) -> tuple[str, ...]:
    """The first two lines, names and values; no line if a figure has no number."""
    if not all(side.part or side.quantity for side in (pair.a, pair.b)):
        return ()
    sign = SIGNS[pair.operation]
    values = f"{pair.a.phrase} {sign} {_value(pair.b, pair, found)}"
    return f" {sign} ".join(operand_names(pair.a, pair.b)), values


def working_lines(
    pair: Pair, answer: str, meant: str, found: Quantity | None, assumed: tuple[Assumption, ...]
) -> tuple[str, ...]:
    """All four lines: names, values, result, and what the result rests on."""
    unrounded = f" (unrounded {_unrounded(found)})" if found and _unrounded(found) not in answer else ""
    return (
        *question_lines(pair, found),
        f"= {answer}{unrounded}" + (f": {meant[0].lower()}{meant[1:].removesuffix('.')}" if meant else ""),
        basis_line(pair.catalogue, (pair.a, pair.b), assumed),
    )


def basis_line(catalogue: Catalogue, sides: Iterable[Operand], assumed: Iterable[Assumption]) -> str:
    """The last line: the sources, the number of caveats, and the assumptions."""
    names = catalogue.sources["name"]
    sides = tuple(sides)
    sources = dict.fromkeys(str(names[source]) for side in sides for source in side.sources)
    caveats = len(dict.fromkeys(caveat for side in sides for caveat in side.caveats))
    granted = " ".join(assumption.text for assumption in assumed)
    line = f"rests on {'; '.join(sources)}; {caveats} {'caveat' if caveats == 1 else 'caveats'}"
    return f"{line}; assumes: {granted}" if granted else line


def meaning(pair: Pair) -> str:
    """A sentence on what the result is and is not; empty if there is nothing to add."""
    a, b = pair.a, pair.b
    if a.id == b.id:
        return "A figure set against itself."
    if pair.operation == "equals":
        return _agreement(pair)
    if a.part:
        return "A span between two dates."
    if b.part:
        return (
            "A mean over the period covered."
            if pair.operation == "over"
            else "The total that the rate implies for the period."
        )
    if pair.updates:
        return "A change in the published number; not what happened between the two dates."
    if pair.bridges and pair.operation == "over":
        return "An illustration of scale under the assumption; no forecast and no count."
    if a.statistic == b.statistic == "running_total" and a.indicator == b.indicator:
        return "What was added to the published total between the two."
    return "A change from one stated time to another." if pair.ordered else ""


def operand_names(a: Operand, b: Operand) -> tuple[str, str]:
    """The names of both operands; two figures of one name get their dates, or else their ids, in brackets."""
    if a.name != b.name or a.id == b.id:
        return a.name, b.name
    dates = [side.issued.text or side.period.text for side in (a, b)]
    marks = [period.words(date) for date in dates] if dates[0] != dates[1] else [a.id, b.id]
    return f"{a.name} ({marks[0]})", f"{b.name} ({marks[1]})"


def _agreement(pair: Pair) -> str:
    if pair.updates:
        return "Two numbers for one thing: the later takes the place of the earlier."
    if pair.same_publication:
        return "One publication, printed twice: no independent confirmation."
    if pair.a.issuers & pair.b.issuers and not pair.a.part:
        return "One counting, published twice: no independent confirmation."
    return ""


def _value(side: Operand, pair: Pair, found: Quantity | None) -> str:
    """The value of an operand in words; a period with the length that the arithmetic used."""
    if side.part != "period" or found is None:
        return side.phrase
    unit = result.time_unit(pair, found.unit)
    length = result.period_length(pair, unit)
    return f"{length.number()} {pair.catalogue.units.label(unit)} ({side.phrase})"


def _unrounded(found: Quantity) -> str:
    """The ends of the result with more digits than the answer shows."""
    ends = dict.fromkeys(end.value for end in (found.lower, found.upper) if abs(end.value) != quantity.INFINITE)
    shown = [f"{value:,.7g}" if abs(value) < 1e6 else f"{value:,.0f}" for value in ends]
    return " to ".join(shown)
