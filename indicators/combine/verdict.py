"""The verdict on two operands, with its reasons, its working and its result, and verdicts as table rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine import result, rules, working
from indicators.combine.agreement import Outcome, agreement_of
from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import NOTES, REFUSES, Reason
from indicators.figures.caveats import Caveat
from indicators.figures.provenance import is_party
from indicators.measure import quantity
from indicators.measure.quantity import Quantity


class Soundness(StrEnum):
    """Whether a result follows from what is stated, only under assumptions, or not at all."""

    SOUND = "sound"
    ILLUSTRATIVE = "illustrative"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Whether two operands may be combined, and what comes of it.

    ``answer`` is the result in words with its qualifier and unit, empty if refused. ``outcome`` says whether two that
    are set against each other agree, None of any other operation; ``one_count`` that they rest on one count or one
    publication, so that agreeing they confirm nothing. ``meaning`` says what the result is and is not.
    ``working`` has four lines: names, values, result, and what it rests on; if refused only the first two, and none if
    a figure has no number. ``basis`` says who counted and who claims what the result rests on, ``caveats`` are those of
    both; both are empty if refused. ``sources`` and ``roots`` are the ids of all who claim and who are stated to have
    counted; ``source_party`` and ``root_party`` say whether one of them is a party to the conflict.
    """

    a: str
    operation: str
    b: str
    left: str
    right: str
    verdict: Soundness
    result: Quantity | None
    unit_label: str
    answer: str
    outcome: Outcome | None
    one_count: bool
    meaning: str
    reasons: tuple[Reason, ...]
    assumptions: tuple[Assumption, ...]
    sources: tuple[str, ...]
    roots: tuple[str, ...]
    source_party: bool
    root_party: bool
    basis: str
    caveats: tuple[Caveat, ...]
    working: tuple[str, ...]

    @property
    def refusals(self) -> tuple[str, ...]:
        """The sentences of the reasons that refuse."""
        return tuple(reason.text for reason in self.reasons if reason.effect == REFUSES)


def verdict_on(catalogue: Catalogue, a: Operand, operation: str, b: Operand, *, unit: str = "") -> Verdict:
    """The verdict on two operands; ``unit`` is the unit of the result, by default what the arithmetic gives."""
    pair = Pair(catalogue=catalogue, a=a, operation=operation, b=b, unit=unit)
    reasons = rules.reasons_for(pair)
    found: Quantity | None = None
    answer = ""
    agreed = None
    if not _refused(reasons) and operation == "equals":
        agreed = agreement_of(pair)
        answer = agreed.words if agreed else ""
    elif not _refused(reasons):
        found = result.compute(pair)
        if found is None or not found.bounded:
            text = "The bounds of the two leave no bound to the result, so there is no number to give."
            reasons = (*reasons, _refusal(pair, "bounds", text))
        elif operation == "plus" and pair.parts_of_one and result.exceeds_whole(pair, found):
            text = "Together they are more than the figure of which both are parts, so they overlap."
            reasons = (*reasons, _refusal(pair, "part-of", text))
    if not any(reason.effect != NOTES and reason.rule not in rules.CONDITIONS for reason in reasons):
        reasons = (*reasons, _refusal(pair, "support", "Nothing that the catalogue says of the two supports it."))
    refused = _refused(reasons)
    assumed = tuple(dict.fromkeys(reason.assumption for reason in reasons if reason.assumption and not refused))
    if refused:
        found, answer = None, ""
    label = result.label_of(pair, found)
    if found:
        answer = f"{found.number()} {label}".strip()
    meaning = "" if refused else working.meaning(pair)
    basis = "" if refused else working.basis_of(catalogue, (a, b))
    caveats = () if refused else working.caveats_among((a, b))
    names = working.operand_names(pair)
    sources = tuple(dict.fromkeys((*a.sources, *b.sources)))
    roots = tuple(dict.fromkeys(root for root in (*a.roots, *b.roots) if root))
    return Verdict(
        a=a.id,
        operation=operation,
        b=b.id,
        left=f"{names[0]}: {a.phrase}",
        right=f"{names[1]}: {b.phrase}",
        verdict=Soundness.REFUSED if refused else Soundness.ILLUSTRATIVE if assumed else Soundness.SOUND,
        result=found,
        unit_label=label,
        answer=answer,
        outcome=agreed.outcome if agreed and not refused else None,
        one_count=operation == "equals" and a.id != b.id and working.is_one_count(pair),
        meaning=meaning,
        reasons=reasons,
        assumptions=assumed,
        sources=sources,
        roots=roots,
        source_party=any(is_party(catalogue, source) for source in sources),
        root_party=any(is_party(catalogue, root) for root in roots),
        basis=basis,
        caveats=caveats,
        working=working.question_lines(pair, None)
        if refused
        else working.working_lines(pair, answer, meaning, found, working.basis_line(basis, caveats, assumed)),
    )


def _refused(reasons: Iterable[Reason]) -> bool:
    return any(reason.effect == REFUSES for reason in reasons)


def _refusal(pair: Pair, rule: str, text: str) -> Reason:
    return Reason(rule=rule, effect=REFUSES, text=text, left=pair.a.phrase, right=pair.b.phrase)


_TEXTS = ("a", "operation", "b", "left", "right", "verdict", "answer", "meaning")
_NUMBERS = ("value", "lower", "upper")
_PARTIES = ("source", "counted_by", "source_party", "counted_by_party")
_MORE_TEXTS = ("qualifier", "unit", "reasons", "assumptions", *_PARTIES)


def verdict_table(verdicts: Iterable[Verdict]) -> pd.DataFrame:
    """A row for each verdict, with the columns of ``verdict_row``."""
    rows = pd.DataFrame(map(verdict_row, verdicts), columns=[*_TEXTS, *_NUMBERS, *_MORE_TEXTS])
    return rows.astype(dict.fromkeys((*_TEXTS, *_MORE_TEXTS), "str"))


def verdict_row(verdict: Verdict) -> dict[str, str | float | None]:
    """A verdict as a row: column names with their cells.

    ``source`` and ``counted_by`` are the ids of all who claim and who counted; ``source_party`` and
    ``counted_by_party`` are *yes* where one of them is a party to the conflict.
    """
    value, lower, upper = value_and_bounds(verdict.result)
    return {
        "a": verdict.a, "operation": verdict.operation, "b": verdict.b, "left": verdict.left, "right": verdict.right,
        "verdict": verdict.verdict, "answer": verdict.answer, "meaning": verdict.meaning,
        "value": value, "lower": lower, "upper": upper,
        "qualifier": verdict.result.qualifier if verdict.result else "",
        "unit": (verdict.result.unit or verdict.unit_label) if verdict.result else "",
        "reasons": " ".join(f"[{reason.rule}: {reason.effect}] {reason.text}" for reason in verdict.reasons),
        "assumptions": " ".join(assumption.text for assumption in verdict.assumptions),
        "source": "; ".join(verdict.sources), "counted_by": "; ".join(verdict.roots),
        "source_party": "yes" if verdict.source_party else "", "counted_by_party": "yes" if verdict.root_party else "",
    }  # fmt: skip


def value_and_bounds(result: Quantity | None) -> tuple[float | None, float | None, float | None]:
    """Value, lower and upper bound of a result in full precision, as a download has them; None if unknown."""
    if result is None:
        return None, None, None
    low, high = (None if abs(end.value) == quantity.INFINITE else end.value for end in (result.lower, result.upper))
    value = high if low is None else low if high is None or result.single else None
    return (value, None, None) if result.about and result.single else (value, low, high)
