"""The mark of a period on an axis of dates: where it is solid, and where its ends are not known exactly."""

from dataclasses import dataclass

import pandas as pd

from indicators.charts.axes import Domain
from indicators.charts.chart import milliseconds
from indicators.measure.span import Span

_PIECE = 0.07
"""Length of the piece of a period at an end without a date, in parts of the axis."""


@dataclass(frozen=True, kw_only=True)
class DrawnPeriod:
    """Where the mark of a period starts and ends, in milliseconds since 1970, and whether an end has no date.

    ``solid`` is the part whose ends are known, None where there is none; ``vague`` are the parts at an end that is
    approximate or not stated.
    """

    start: float
    end: float
    no_start: bool
    no_end: bool
    solid: Domain | None
    vague: tuple[Domain, ...]


def drawn_period(period: Span, issued: Span, ends: Domain, *, observed: bool) -> DrawnPeriod:
    """The mark of a period on an axis with these ``ends``.

    An end that is open goes on to the end of the axis. Of one that is not stated only a short piece is drawn: how far
    it goes nobody says. Days after the issue are not drawn if the figure was ``observed``.
    """
    piece = (ends[1] - ends[0]) * _PIECE
    start, end = milliseconds(period.start_first), milliseconds(_last_day(period, issued, observed=observed), end=True)
    no_start, no_end = start is None, end is None
    unknown, marked = period.unknown_ends, period.marked_ends
    first = start if start is not None else end - piece if unknown[0] and end is not None else ends[0]
    last = end if end is not None else first + piece if unknown[1] and start is not None else ends[1]
    vague_start, vague_end = (unknown[side] or marked[side] for side in (0, 1))
    if not (vague_start or vague_end):
        solid: Domain | None = (first, last)
        vague: tuple[Domain, ...] = ()
    elif last - first < 1.5 * piece:
        solid, vague = None, ((first, last),)
    else:
        inner = first + vague_start * piece / 2, last - vague_end * piece / 2
        solid = inner
        vague = (*([(first, inner[0])] if vague_start else []), *([(inner[1], last)] if vague_end else []))
    return DrawnPeriod(start=first, end=last, no_start=no_start, no_end=no_end, solid=solid, vague=vague)


def _last_day(period: Span, issued: Span, *, observed: bool) -> pd.Timestamp:
    """The last day that a period can cover: nobody has ``observed`` the days after the issue."""
    within = observed and period.end_first <= issued.end_last < period.end_last
    return issued.end_last if within else period.end_last
