"""A number as the share of one figure in another that the same sentence quotes: *104 of 6,430, or one in 62*."""

from collections.abc import Sequence

from indicators.quoting.arithmetic import Arithmetic, Result
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.quoted import Quoted

_SHARES = ("share", "percent")
"""Kinds of expressions that may be such a share."""


def share_told(arithmetic: Arithmetic, passage: Passage, number: DraftNumber, near: Sequence[Quoted]) -> Result | None:
    """The share that the number tells, where it follows; another figure may have its value by chance."""
    here = [each.profile.id for each in near if each.fit.certain and each.number.sentence == number.sentence]
    result = arithmetic.combined(passage, number, here) if number.expression.kind in _SHARES else None
    return result if result and result.sound and " over " in result.pair else None
