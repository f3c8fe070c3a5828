"""The numbers of a text as plain data: `numbers` in Python, and what the command `numbers` prints."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan, nan

from indicators.text.expression import Expression
from indicators.text.search import find
from indicators.text.unit_names import UnitNames, from_definitions

FIELDS = (
    "text start end unit_start unit_end whole_start whole_end kind value lower upper lower_open upper_open qualifier "
    "unit units per order dates"
).split()
"""The fields of a number, in order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberFound:
    """A number that a text prints, and where: characters from 0, each `_end` behind the last.

    `text` is the number with its scale and currency sign, from `start` to `end`; `unit_start` to `unit_end` its unit,
    None where it has none; `whole_start` to `whole_end` hold the words of its bound and its unit too. `value` is None
    for a range, a date, a vague magnitude, and where digits cannot be read as a whole. `lower` and `upper` are the ends
    that the words state, None where unbounded; `lower_open` and `upper_open` say that an end is excluded. `units` are
    all units that it may be in, `per` the unit that it is per or two (*people/day*), `order` the power of ten of a
    vague magnitude, `dates` days, months or years in EDTF.
    """

    text: str
    start: int
    end: int
    unit_start: int | None
    unit_end: int | None
    whole_start: int
    whole_end: int
    kind: str
    value: float | None
    lower: float | None
    upper: float | None
    lower_open: bool
    upper_open: bool
    qualifier: str
    unit: str | None
    units: tuple[str, ...]
    per: str | None
    order: int | None
    dates: tuple[str, ...]


def numbers(text: str, units: str | None = None) -> list[NumberFound]:
    """The numbers, amounts and dates of a text, in order; none overlaps another.

    `units` are definitions of units in the syntax of pint (`name = definition = symbol or _ = plural`), by default the
    common ones.
    """
    return read(text, None if units is None else from_definitions(units))


def read(text: str, units: UnitNames | None) -> list[NumberFound]:
    """The numbers of a text, with the units that are known."""
    return [_found(text, expression) for expression in find(text, units) if expression.kind != "no_order"]


def as_json(number: NumberFound) -> Mapping[str, object]:
    """The number for JSON, with the fields of FIELDS."""
    return {name: getattr(number, name) for name in FIELDS}


def _found(text: str, expression: Expression) -> NumberFound:
    has_unit = expression.unit_start >= 0
    return NumberFound(
        text=text[expression.start : expression.end],
        start=expression.start,
        end=expression.end,
        unit_start=expression.unit_start if has_unit else None,
        unit_end=expression.unit_end if has_unit else None,
        whole_start=expression.first,
        whole_end=expression.whole_end,
        kind=expression.kind,
        value=_plain(nan if expression.kind == "date" else expression.value),
        lower=_plain(nan if expression.kind == "date" else expression.lower),
        upper=_plain(nan if expression.kind == "date" else expression.upper),
        lower_open=expression.qualifier == "more_than",
        upper_open=expression.qualifier in ("less_than", "nearly"),
        qualifier=expression.qualifier,
        unit=expression.units[0] if expression.units else None,
        units=expression.units,
        per=expression.per or None,
        order=expression.order,
        dates=expression.dates,
    )


def _plain(value: float) -> float | int | None:
    if isnan(value) or value in (float("inf"), float("-inf")):
        return None
    return int(value) if float(value).is_integer() and abs(value) < 2**53 else value
