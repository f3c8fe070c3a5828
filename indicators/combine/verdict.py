"""The verdict on two operands: its reasons, its working, and the result where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine import result, rules, working
from indicators.combine.operand import Assumption, Operand
from indicators.combine.pair import Pair
from indicators.combine.rules.reason import NOTES, REFUSES, Reason
from indicators.measure import quantity
from indicators.measure.quantity import Quantity


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The answer to a question: *sound*, *illustrative* (only under what is assumed) or *refused*, with reasons.

    ``answer`` is the result in words with its qualifier and unit, empty where it is refused; ``meaning`` says what
    the result is and is not; ``working`` has four lines: names, values, result, and what it rests on; the first two
    where it is refused, none where one of the two has no number.
    """

    a: str
    operation: str
    b: str
    left: str
    right: str
    verdict: str
    result: Quantity | None
    unit_label: str
    answer: str
    meaning: str
    reasons: tuple[Reason, ...]
    assumptions: tuple[Assumption, ...]
    working: tuple[str, ...]


def verdict_on(catalogue: Catalogue, a: Operand, operation: str, b: Operand, *, unit: str = "") -> Verdict:
    """The verdict on two operands."""
    pair = Pair(catalogue=catalogue, a=a, operation=operation, b=b)
    reasons = rules.reasons_for(pair)
    found: Quantity | None = None
    answer = ""
    if not _refused(reasons) and operation == "equals":
        answer = result.agreement(pair)
    elif not _refused(reasons):
        found = result.compute(pair, unit)
        if found is None or not found.bounded:
            text = "The bounds of the two leave no bound to the result, so there is no number to give."
            reasons = (*reasons, Reason(rule="bounds", effect=REFUSES, text=text, left=a.phrase, right=b.phrase))
    if not any(reason.effect != NOTES and reason.rule not in rules.CONDITIONS for reason in reasons):
        text = "Nothing that the catalogue says of the two supports it."
        reasons = (*reasons, Reason(rule="support", effect=REFUSES, text=text, left=a.phrase, right=b.phrase))
    refused = _refused(reasons)
    assumed = tuple(dict.fromkeys(reason.assumption for reason in reasons if reason.assumption and not refused))
    label = "percent" if operation == "percent-change" else ""
    if refused:
        found, answer = None, ""
    if found:
        label = catalogue.units.label(found.unit, singular=found.upper.value == 1) if found.unit else label
        answer = f"{found.number()} {label}".strip()
    meaning = "" if refused else working.meaning(pair)
    names = working.operand_names(a, b)
    return Verdict(
        a=a.id,
        operation=operation,
        b=b.id,
        left=f"{names[0]}: {a.phrase}",
        right=f"{names[1]}: {b.phrase}",
        verdict="refused" if refused else "illustrative" if assumed else "sound",
        result=found,
        unit_label=label,
        answer=answer,
        meaning=meaning,
        reasons=reasons,
        assumptions=assumed,
        working=working.question_lines(pair, None)
        if refused
        else working.working_lines(pair, answer, meaning, found, assumed),
    )


def _refused(reasons: Iterable[Reason]) -> bool:
    return any(reason.effect == REFUSES for reason in reasons)


def verdict_table(verdicts: Iterable[Verdict]) -> pd.DataFrame:
    """Verdicts as rows: the question, verdict, answer, bounds, unit, reasons and assumptions in words."""
    return pd.DataFrame([verdict_row(one) for one in verdicts]).astype(
        dict.fromkeys(
            ("a", "operation", "b", "left", "right", "verdict", "answer", "meaning", "qualifier", "unit"), "str"
        )
    )


def verdict_row(one: Verdict) -> dict[str, str | float | None]:
    """A verdict as one row."""
    value, lower, upper = value_and_bounds(one.result)
    return {
        "a": one.a, "operation": one.operation, "b": one.b, "left": one.left, "right": one.right,
        "verdict": one.verdict, "answer": one.answer, "meaning": one.meaning,
        "value": value, "lower": lower, "upper": upper,
        "qualifier": one.result.qualifier if one.result else "",
        "unit": (one.result.unit or one.unit_label) if one.result else "",
        "reasons": " ".join(f"[{reason.rule}: {reason.effect}] {reason.text}" for reason in one.reasons),
        "assumptions": " ".join(assumption.text for assumption in one.assumptions),
    }  # fmt: skip


def value_and_bounds(result: Quantity | None) -> tuple[float | None, float | None, float | None]:
    """Value, lower and upper of a result in full precision, as a download has them; None where there is none."""
    if result is None:
        return None, None, None
    low, high = (None if abs(end.value) == quantity.INFINITE else end.value for end in (result.lower, result.upper))
    value = high if low is None else low if high is None or result.single else None
    return (value, None, None) if result.about and result.single else (value, low, high)
