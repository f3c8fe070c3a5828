"""The verdict on two operands: its reasons, its working, and the result where there is one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from indicators import period, quantity, rules
from indicators.catalogue import Catalogue
from indicators.operand import Operand
from indicators.pair import ASSUMES, NOTES, REFUSES, Assumption, Pair, Reason
from indicators.quantity import Quantity

SIGNS: Mapping[str, str] = {
    "plus": "+", "minus": "−", "times": "×", "over": "÷", "percent-change": "% change from", "equals": "=",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The answer to a question: *sound*, *illustrative* (only under what is assumed) or *refused*, with reasons.

    ``answer`` is the result in words with its qualifier and unit, empty where it is refused; ``meaning`` says what
    the result is and is not; ``working`` has four lines: names, values, result, and what it rests on.
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


def of_operands(catalogue: Catalogue, a: Operand, operation: str, b: Operand, *, unit: str = "") -> Verdict:
    """The verdict on two operands."""
    pair = Pair(catalogue=catalogue, a=a, operation=operation, b=b)
    names = _names(a, b)
    reasons = rules.judge(pair)
    refused = any(reason.effect == REFUSES for reason in reasons)
    result: Quantity | None = None
    answer = ""
    if not refused and operation == "equals":
        answer = _agreement(pair)
    elif not refused:
        result = _result(pair, unit)
        if result is None or not result.bounded:
            text = "The bounds of the two leave no bound to the result, so there is no number to give."
            reasons = (*reasons, Reason(rule="bounds", effect=REFUSES, text=text, left=a.phrase, right=b.phrase))
            result, refused = None, True
    if not any(reason.effect != NOTES for reason in reasons):
        text = "Nothing that the catalogue says of the two supports it."
        reasons = (*reasons, Reason(rule="support", effect=REFUSES, text=text, left=a.phrase, right=b.phrase))
        result, answer, refused = None, "", True
    assumed = dict.fromkeys(reason.assumption for reason in reasons if reason.assumption and reason.effect == ASSUMES)
    verdict = "refused" if refused else "illustrative" if assumed else "sound"
    label = "percent" if operation == "percent-change" else ""
    if result:
        label = catalogue.units.label(result.unit, one=result.upper.value == 1) if result.unit else label
        answer = f"{result.number()} {label}".strip()
    meaning = "" if refused else _meaning(pair)
    return Verdict(
        a=a.id,
        operation=operation,
        b=b.id,
        left=f"{names[0]}: {a.phrase}",
        right=f"{names[1]}: {b.phrase}",
        verdict=verdict,
        result=result,
        unit_label=label,
        answer=answer,
        meaning=meaning,
        reasons=reasons,
        assumptions=() if refused else tuple(assumed),
        working=() if refused else _working(pair, answer, meaning, result, tuple(assumed)),
    )


def table(verdicts: Iterable[Verdict]) -> pd.DataFrame:
    """Verdicts as rows: the question, verdict, answer, bounds, unit, reasons and assumptions in words."""
    return pd.DataFrame([record(one) for one in verdicts]).astype(
        dict.fromkeys(
            ("a", "operation", "b", "left", "right", "verdict", "answer", "meaning", "qualifier", "unit"), "str"
        )
    )


def record(one: Verdict) -> dict[str, str | float | None]:
    """A verdict as one row."""
    value, lower, upper = numbers(one.result)
    return {
        "a": one.a, "operation": one.operation, "b": one.b, "left": one.left, "right": one.right,
        "verdict": one.verdict, "answer": one.answer, "meaning": one.meaning,
        "value": value, "lower": lower, "upper": upper,
        "qualifier": one.result.qualifier if one.result else "",
        "unit": (one.result.unit or one.unit_label) if one.result else "",
        "reasons": " ".join(f"[{reason.rule}: {reason.effect}] {reason.text}" for reason in one.reasons),
        "assumptions": " ".join(assumption.text for assumption in one.assumptions),
    }  # fmt: skip


def numbers(result: Quantity | None) -> tuple[float | None, float | None, float | None]:
    """Value, lower and upper of a result in full precision, as a download has them; None where there is none."""
    if result is None:
        return None, None, None
    low, high = (None if abs(end.value) == quantity.INFINITE else end.value for end in (result.lower, result.upper))
    value = high if low is None else low if high is None or result.single else None
    return (value, None, None) if result.about and result.single else (value, low, high)


def _result(pair: Pair, wanted: str) -> Quantity | None:
    """The result in the unit that is wanted, or the one it comes in; None where there is no number."""
    units = pair.catalogue.units
    a, b = pair.a.quantity, pair.b.quantity
    if pair.b.part == "issued" and pair.a.part == "issued":
        first, second = pair.a.issued, pair.b.issued
        return quantity.between(
            (first.start_first - second.end_last).days, (first.end_last - second.start_first).days, "day"
        )
    if pair.b.part == "period":
        return _with_period(pair, wanted)
    if a is None or b is None:
        return None
    if pair.a.id == pair.b.id:
        return {"minus": quantity.exact(0, a.unit), "over": quantity.exact(1)}.get(pair.operation, quantity.exact(0))
    if pair.operation == "over" and "/" in b.unit and "/" not in a.unit:
        counted, per = b.unit.split("/")
        factor = (
            units.factor(a.unit, counted)
            if units.same_dimension(a.unit, counted)
            else units.bridge(a.unit, counted, pair.bridges[0].id)
        )
        return quantity.divide(a.scale(factor, counted), b, per)
    if pair.operation == "over" and not units.same_dimension(a.unit, b.unit):
        return quantity.divide(a, b, f"{a.unit}/{b.unit}")
    if pair.kinds_of_one:
        whole = pair.catalogue.kinds["unit"][pair.catalogue.kinds["part_of"][pair.a.kind]]
        return quantity.add(replace(a, unit=whole), replace(b, unit=whole))
    b = b.scale(units.factor(b.unit, a.unit), a.unit)
    match pair.operation:
        case "plus":
            return quantity.add(a, b)
        case "minus":
            return quantity.subtract(a, b)
        case "over":
            return quantity.divide(a, b, "")
    # Percent change of the first from the second: 100 (a / b - 1), in which neither occurs twice.
    ratio = quantity.divide(a, b, "")
    if ratio is None:
        return None
    change = quantity.subtract(ratio.scale(100, ""), quantity.exact(100))
    return replace(change, digits=ratio.digits)


def _with_period(pair: Pair, wanted: str) -> Quantity | None:
    a, span, units = pair.a.quantity, pair.b.period, pair.catalogue.units
    if a is None:
        return None
    if pair.operation == "times":
        counted, per = a.unit.split("/")
        length = span.months() if per == "month" else _in(units.factor("day", per), span.days(), per)
        return quantity.multiply(a, length, counted)
    per = wanted.partition("/")[2] or "month"
    length = span.months() if per == "month" else _in(units.factor("day", per), span.days(), per)
    return quantity.divide(a, length, f"{a.unit}/{per}")


def _in(factor: float, days: Quantity, unit: str) -> Quantity:
    return days.scale(factor, unit)


def _agreement(pair: Pair) -> str:
    """Whether two quantities, or two periods, can be the same."""
    a, b = pair.a.quantity, pair.b.quantity
    if pair.a.part:
        same = pair.a.phrase == pair.b.phrase
        return "they are the same" if same else "they differ"
    if a is None or b is None:
        return ""
    b = b.scale(pair.catalogue.units.factor(b.unit, a.unit), a.unit)
    apart = a.lower.value > b.upper.value or b.lower.value > a.upper.value
    touching = a.lower.value == b.upper.value and (a.lower.open or b.upper.open)
    touching |= b.lower.value == a.upper.value and (b.lower.open or a.upper.open)
    if a.about or b.about:
        close = a.single and b.single and abs(a.lower.value - b.lower.value) <= _slack(a, b)
        return "they agree as far as about can tell" if close else "they differ, as far as about can tell"
    if apart or touching:
        return "they differ"
    return "they agree" if a.single and b.single else "they do not contradict each other"


def _slack(a: Quantity, b: Quantity) -> float:
    """Half a unit in the last significant place of the coarser of the two."""
    places = [one.place for one in (a, b) if one.place is not None]
    return float(10 ** max(places)) / 2 if places else 0.0


def _meaning(pair: Pair) -> str:
    """What the result is, and what it is not."""
    a, b = pair.a, pair.b
    if a.id == b.id:
        return "A figure set against itself."
    if pair.operation == "equals":
        if pair.updates:
            return "Two numbers for one thing: the later takes the place of the earlier."
        return (
            "One counting, published twice: no independent confirmation."
            if a.issuers & b.issuers and not a.part
            else ""
        )
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
    if a.statistic == b.statistic == "running_total":
        return "What was added to the published total between the two."
    return "A change from one stated time to another." if pair.ordered else ""


def _working(
    pair: Pair, answer: str, meaning: str, result: Quantity | None, assumed: tuple[Assumption, ...]
) -> tuple[str, ...]:
    """Names; values with qualifiers and units; result; what it rests on."""
    sign = SIGNS[pair.operation]
    values = f"{_value(pair.a)} {sign} {_value(pair.b, pair, result)}"
    full = f" (unrounded {_unrounded(result)})" if result and _unrounded(result) not in answer else ""
    sources = pair.catalogue.sources["name"]
    names = dict.fromkeys(str(sources[one]) for one in (*pair.a.sources, *pair.b.sources))
    caveats = len(dict.fromkeys((*pair.a.caveats, *pair.b.caveats)))
    rests = f"rests on {'; '.join(names)}; {caveats} {'caveat' if caveats == 1 else 'caveats'}"
    granted = "; assumes: " + " ".join(one.text for one in assumed) if assumed else ""
    return (
        f" {sign} ".join(_names(pair.a, pair.b)),
        values,
        f"= {answer}{full}" + (f": {meaning[0].lower()}{meaning[1:].removesuffix('.')}" if meaning else ""),
        rests + granted,
    )


def _names(a: Operand, b: Operand) -> tuple[str, str]:
    """The names of the two, told apart by their dates where they are alike."""
    if a.name != b.name or a.id == b.id:
        return a.name, b.name
    dated = [one.issued.text or one.period.text for one in (a, b)]
    words = [period.words(text) for text in dated] if dated[0] != dated[1] else [a.id, b.id]
    return f"{a.name} ({words[0]})", f"{b.name} ({words[1]})"


def _value(one: Operand, pair: Pair | None = None, result: Quantity | None = None) -> str:
    """A value with its qualifier and unit; a period as the length that was used."""
    if one.part != "period" or pair is None or result is None:
        return one.phrase
    per = (
        result.unit.partition("/")[2]
        if pair.operation == "over"
        else (pair.a.quantity.unit if pair.a.quantity else "").partition("/")[2]
    )
    length = (
        one.period.months() if per == "month" else _in(pair.catalogue.units.factor("day", per), one.period.days(), per)
    )
    return f"{length.number()} {pair.catalogue.units.label(per)} ({one.phrase})"


def _unrounded(result: Quantity) -> str:
    ends = dict.fromkeys(end.value for end in (result.lower, result.upper) if abs(end.value) != quantity.INFINITE)
    shown = [f"{value:,.7g}" if abs(value) < 1e6 else f"{value:,.0f}" for value in ends]
    return " to ".join(shown)
