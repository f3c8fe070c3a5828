"""Whether two numbers, periods or dates that are set against each other are the same."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from indicators.combine.pair import Pair
from indicators.measure.bounds import scaled
from indicators.measure.quantity import Quantity
from indicators.measure.span import Relation

_NOISE = 1e-12


class Outcome(StrEnum):
    """Whether two numbers, periods or dates are the same."""

    AGREE = "agree"
    DIFFER = "differ"
    OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Whether two numbers, periods or dates are the same, and the same in words."""

    outcome: Outcome
    words: str


_AGREE = Agreement(outcome=Outcome.AGREE, words="they agree")
_DIFFER = Agreement(outcome=Outcome.DIFFER, words="they differ")
_ALIKE = Agreement(outcome=Outcome.AGREE, words="they state the same bounds")
_BOUND = Agreement(
    outcome=Outcome.DIFFER, words="the same number, which one of them states as a bound that excludes it"
)
_POSSIBLE = Agreement(outcome=Outcome.OPEN, words="they do not contradict each other")
_ABOUT = Agreement(outcome=Outcome.AGREE, words="they agree, to about what they are")
_UNKNOWN = Agreement(outcome=Outcome.OPEN, words="it cannot be told: how far off about may be is not stated")
_DATES = {
    Relation.SAME: Agreement(outcome=Outcome.AGREE, words="they are the same"),
    Relation.POSSIBLY_SAME: Agreement(outcome=Outcome.OPEN, words="they may be the same"),
    Relation.DIFFERENT: _DIFFER,
}


def agreement_of(pair: Pair) -> Agreement | None:
    """Whether two quantities, or two periods or dates, can be the same; None if there is no number."""
    a, b = pair.a.quantity, pair.b.quantity
    if pair.a.id == pair.b.id:
        return _AGREE
    if pair.a.part:
        first, second = (side.period if side.part == "period" else side.issued for side in (pair.a, pair.b))
        relation = first.ends_relation(second) if pair.a.part == "period" else first.date_relation(second)
        return _DATES[relation]
    if a is None or b is None:
        return None
    if a.unit != b.unit:
        b = b.scale(pair.catalogue.units.factor(b.unit, a.unit), a.unit)
    same = all(
        math.isclose(end.value, other.value, rel_tol=_NOISE) and end.open == other.open
        for end, other in ((a.lower, b.lower), (a.upper, b.upper))
    )
    if a.about or b.about:
        return _ABOUT if same and a.single else _UNKNOWN
    if not same and (rounded := _rounded_agreement(pair, a, b)):
        return rounded
    if same:
        return _AGREE if a.single else _ALIKE
    if not (_is_above(a, b) or _is_above(b, a)):
        return _POSSIBLE
    return _BOUND if _shares_an_end(a, b) else _DIFFER


def _rounded_agreement(pair: Pair, a: Quantity, b: Quantity) -> Agreement | None:
    """Whether a number that was worked out agrees with a printed one, to its rounding; None if it is no such pair."""
    if pair.a.derived == pair.b.derived or not (a.single and b.single):
        return None
    worked, printed, side = (a, b, pair.a) if pair.a.derived else (b, a, pair.b)
    if printed.digits is None or side.rounding is None:
        return None
    units = pair.catalogue.units
    label = units.label(printed.unit)
    told = f"{printed.number()} {label} printed, {_precise(worked, printed)} {label} worked out"
    within = printed.unrounded()
    widest = side.rounding.scale(units.factor(side.rounding.unit, printed.unit), printed.unit)
    if within.lower.value <= worked.lower.value <= within.upper.value:
        why, found = "which is the same to the rounding of the printed number", _AGREE
    elif widest.lower.value <= within.upper.value and within.lower.value <= widest.upper.value:
        why, found = "which the rounding of the numbers it is worked out from explains", _AGREE
    else:
        why, found = "which rounding does not explain", _DIFFER
    return replace(found, words=f"{found.words}: {told}, {why}")


def _precise(worked: Quantity, printed: Quantity) -> str:
    """The number worked out with one digit more than the printed one."""
    place = (printed.place or 0) - 1
    return scaled(round(worked.lower.value, -place))


def _is_above(a: Quantity, b: Quantity) -> bool:
    """Whether every value of ``a`` is above every value of ``b``."""
    if math.isclose(a.lower.value, b.upper.value, rel_tol=_NOISE):
        return a.lower.open or b.upper.open
    return a.lower.value > b.upper.value


def _shares_an_end(a: Quantity, b: Quantity) -> bool:
    """Whether one is a number and the other has it as its only bound."""
    number, bound = (a, b) if a.single else (b, a)
    known = [end.value for end in (bound.lower, bound.upper) if math.isfinite(end.value)]
    return number.single and len(known) == 1 and math.isclose(known[0], number.lower.value, rel_tol=_NOISE)
