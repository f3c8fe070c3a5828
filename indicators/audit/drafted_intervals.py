"""Intervals that a text prints beside a number: *14.7 percent (95% CI 12.9-16.6)*, *38% (± 3 percentage points)*."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan

from indicators.audit.drafted_number import is_endless
from indicators.text.expression import Expression

_KINDS = (
    ("credible", re.compile(r"credible|CrI")),
    ("confidence", re.compile(r"confidence|\bC\.?I\b", re.IGNORECASE)),
    ("scenarios", re.compile(r"scenario", re.IGNORECASE)),
)
_OPENS = re.compile(r"(?: [\w-]+){0,8}\s*[(\[,;]\s*(?:with (?:a |an )?)?")
_NAMES = re.compile(
    r"\s*(?:(?:(?:confidence|credible|uncertainty|prediction|probability|forecast|scenario)\s+)?(?:interval|limits|range|band)s?"
    r"(?:\s+of\s+(?:the\s+)?scenarios)?|CIs?|CrIs?)\s*[:=,]?\s*(?:of|from|between)?\s*",
    re.IGNORECASE,
)
_MARGIN = re.compile(
    r"[^;:.\d]{0,50}?[(,]?\s*(?:±|\+/[-−–]|plus or minus|margin of error(?: of)?(?: ±| plus or minus)?)\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]")
_WITH_ANOTHER = 3
"""Expressions of a number, another one and the ends of an interval."""
_SHARES = frozenset(("percent", "percentage_point", "point"))


@dataclass(frozen=True, kw_only=True)
class DraftedInterval:
    """The cells of an interval, and how many expressions belong to it, behind its number and those ``between``."""

    cells: Mapping[str, str]
    length: int
    between: int = 0

    def holds(self, value: float) -> bool:
        """Whether a value lies within its ends."""
        return float(self.cells["interval_lower"]) <= value <= float(self.cells["interval_upper"])


def interval_behind(
    sentence: str, expressions: Sequence[Expression], alike: DraftedInterval | None = None
) -> DraftedInterval | None:
    """The interval printed behind the first of these expressions of a sentence; None where none is.

    `alike` is one before it in the sentence: its kind and level hold for ends that stand in brackets alone. A number
    between the two that lies outside the ends has none: *71 percent were seen within 4 hours (95% CI 70 to 72)*.
    """
    found = _right_behind(sentence, expressions, alike)
    if found or len(expressions) < _WITH_ANOTHER:
        return found
    value, another = expressions[:2]
    beyond = _right_behind(sentence, expressions[1:])
    if beyond and beyond.holds(value.value) and not beyond.holds(another.value):
        return replace(beyond, between=1)
    return None


def _right_behind(
    sentence: str, expressions: Sequence[Expression], alike: DraftedInterval | None = None
) -> DraftedInterval | None:
    value, rest = expressions[0], expressions[1:3]
    if isnan(value.value) or not rest:
        return None
    between = [sentence[left.whole_end : right.first] for left, right in zip([value, *rest], rest, strict=False)]
    level = rest[0].kind == "percent" and bool(_OPENS.fullmatch(between[0])) and len(rest) > 1
    if level and rest[1].kind == "range" and _NAMES.fullmatch(between[1]):
        return _of_ends(rest[1], between[1], 2, level=rest[0].value)
    named = re.fullmatch(rf"{_OPENS.pattern}({_NAMES.pattern})", between[0], re.IGNORECASE)
    if rest[0].kind == "range" and named:
        return _of_ends(rest[0], named[1], 1)
    if (
        alike
        and rest[0].kind == "range"
        and _BRACKET.fullmatch(between[0])
        and rest[0].low <= value.value <= rest[0].high
    ):
        told = {name: cell for name, cell in alike.cells.items() if name in ("interval_kind", "interval_level")}
        return DraftedInterval(cells={**_of_ends(rest[0], "", 1).cells, **told}, length=1)
    if _MARGIN.fullmatch(between[0]) and _fits(value, rest[0]):
        lower, upper = (float(f"{value.value + sign * rest[0].value:.12g}") for sign in (-1, 1))
        return DraftedInterval(cells=_cells(lower, upper, "margin"), length=1)
    return None


def _of_ends(ends: Expression, words: str, length: int, level: float | None = None) -> DraftedInterval:
    kind = next((name for name, pattern in _KINDS if pattern.search(words)), "")
    return DraftedInterval(cells=_cells(ends.low, ends.high, kind, level), length=length)


def _cells(lower: float, upper: float, kind: str, level: float | None = None) -> dict[str, str]:
    cells = {"interval_lower": f"{lower:.15g}", "interval_upper": f"{upper:.15g}", "interval_kind": kind}
    return cells if level is None else {**cells, "interval_level": f"{level:g}"}


def _fits(value: Expression, margin: Expression) -> bool:
    """Whether a margin is in the unit of its number, percentage points of a percentage, and has an end of digits."""
    if isnan(margin.value) or is_endless(margin.value) or margin.kind == "date":
        return False
    both = {*value.units[:1], *margin.units[:1]}
    return len(both) <= 1 or both <= _SHARES
