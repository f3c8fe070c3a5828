"""A chart with its words, and the data of its marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.charts.axes import DAY, Spec, Value
from indicators.charts.series import is_expected
from indicators.figures.figure import Figure
from indicators.figures.summary import said_and_counted_by

MOST = 60
"""Maximum number of figures in a chart; its key says how many are left out."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart as a Vega-Lite ``spec`` with title, unit, description (``alt``), and how to read its marks (``key``).

    ``name`` does not depend on the selection. ``figures`` are the figures that the chart shows.
    """

    name: str
    title: str
    unit: str
    spec: Spec
    alt: str
    key: tuple[str, ...]
    figures: tuple[Figure, ...]

    @property
    def how_to_read(self) -> str:
        """The key in one paragraph."""
        return " ".join(self.key)


@dataclass(frozen=True, kw_only=True)
class PlannedChart:
    """A chart that is not made yet, and the ``place`` of its indicator among the headlines."""

    place: float
    name: str
    title: str
    make: Callable[[], Chart]


def dates_in_words(figure: Figure) -> str:
    """The period of a figure and its date of issue, in words."""
    return f"covers {figure.period}, issued {figure.issued}"


def tooltip(figure: Figure) -> Value:
    """The fields of a figure's tooltip."""
    more = f" And {len(figure.caveats) - 3} more." if len(figure.caveats) > 3 else ""
    return {
        "id": figure.id,
        "figure": figure.phrase + (f" (converted from {figure.converted})" if figure.converted else ""),
        "what": figure.title,
        "qualifier": figure.qualifier_words,
        "source": figure.source_words,
        "status": figure.status,
        "covers": figure.period,
        "issued": figure.issued,
        "caveats": " ".join(caveat.text for caveat in figure.caveats[:3]) + more,
    }


def datum(figure: Figure, observation: Observation, factor: float) -> Value:
    """The data of a figure's marks, its numbers multiplied by ``factor``; times are in milliseconds since 1970.

    The number of a range is its upper end; a vague magnitude has none.
    """
    number = observation.upper if observation.value is None else observation.value
    low = (observation.lower or 0.0) if observation.qualifier == "between" else 0.0
    return {
        **tooltip(figure),
        "short": figure.phrase,
        "low": low * factor,
        "value": None if number is None else number * factor,
        "above": observation.qualifier in ("more_than", "at_least"),
        "below": observation.qualifier in ("less_than", "at_most", "nearly"),
        "about": observation.qualifier == "approximate",
        "named": observation.named,
        "expected": is_expected(observation),
        "start": milliseconds(observation.period.start_first),
        "end": milliseconds(observation.period.end_last, end=True),
        "issued_start": milliseconds(observation.issued.start_first),
        "issued_end": milliseconds(observation.issued.end_last, end=True),
        "updates": observation.updates or "",
    }


def milliseconds(day: pd.Timestamp, *, end: bool = False) -> float | None:
    """The start of a day in milliseconds since 1970, or its ``end``, so that a mark covers a last day whole.

    None for a missing day: 0 is the first of January 1970.
    """
    return None if pd.isna(day) else day.timestamp() * 1000 + (DAY if end else 0)


def shared_caveats(figures: Sequence[Figure]) -> list[str]:
    """The caveats that each of several figures has: what is to be known before they are compared."""
    if len(figures) < 2:
        return []
    codes = frozenset.intersection(*(frozenset(caveat.code for caveat in figure.caveats) for figure in figures))
    return [caveat.text for caveat in figures[0].caveats if caveat.code in codes]


def sources_line(catalogue: Catalogue, figures: Sequence[Figure]) -> str:
    """Who says the numbers, and how firmly, of a chart whose labels have no room for it."""
    said = {f"{figure.source_words}, {figure.status}": None for figure in figures}
    if len(said) == 1:
        return f"Source: {next(iter(said))}."
    of_each = (f"{figure.phrase}, {said_and_counted_by(catalogue, figure)}, {figure.status}" for figure in figures)
    return f"Sources: {'; '.join(dict.fromkeys(of_each))}."


def left_out_lines(count: int) -> tuple[str, ...]:
    """A line of the key that says how many of ``count`` figures are drawn; none where all are."""
    return (f"The first {MOST} of {count:,} figures are drawn.",) if count > MOST else ()
