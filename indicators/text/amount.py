"""An amount as the grammar reads it: a number and what it is of, by tokens."""

from dataclasses import dataclass

from indicators.text.cardinals import Number


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it is of; places are tokens, `end`, `unit_end` and `last` the ones after.

    `start` to `end` hold the number with sign, scale and currency sign before it, `unit_start` to `unit_end` its unit,
    -1 where there is none; `last` is behind all that belongs to it.
    """

    number: Number
    value: float
    start: int
    end: int
    last: int
    units: tuple[str, ...] = ()
    unit_start: int = -1
    unit_end: int = -1
    per: str = ""
    is_money: bool = False
    tolerance: float | None = None
