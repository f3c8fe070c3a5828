"""Cells of the table of figures, and the order into which a click on the head of a column puts them.

The browser orders texts by their letters, and a blank before every letter. So a cell has as many blanks before its
words as the column has greater keys. They are not shown, and what is copied is still the whole figure: a bare number
would order well, and be copied without its qualifier and unit.
"""

from collections.abc import Sequence
from math import inf

import pandas as pd
from pandas.io.formats.style import Styler

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.figure import Figure
from indicators.measure.span import Span

_BLANK = " "
_MOST = 1_000
"""Maximum number of blanks before a cell."""

Key = tuple[float, float]


def styled(
    catalogue: Catalogue,
    figures: Sequence[Figure],
    observations: Sequence[Observation],
    frame: pd.DataFrame,
    system: str,
) -> Styler:
    """The table with cells that order as their numbers and dates do, shown without what orders them."""
    words = frame.columns.drop("Caveats")
    cells = frame.assign(**{name: frame[name].map(markup.label) for name in words})
    keys = {
        "Figure": [_number(catalogue, observation, system) for observation in observations],
        "Period": [_days(observation.period) for observation in observations],
        "Issued": [_days(observation.issued) for observation in observations],
    }
    ordered = cells.assign(**{name: in_order(cells[name].tolist(), keys[name]) for name in keys})
    return ordered.style.format(lambda cell: str(cell).lstrip(), subset=list(keys))


def in_order(words: Sequence[str], keys: Sequence[Key]) -> list[str]:
    """The words with blanks before them, so that they order as the keys do; words of equal keys order by letters."""
    behind = {key: place for place, key in enumerate(sorted(set(keys), reverse=True))}
    return [_BLANK * min(behind[key], _MOST) + word for word, key in zip(words, keys, strict=True)]


def _number(catalogue: Catalogue, observation: Observation, system: str) -> Key:
    """The number as it is shown, or its ends; the order of magnitude of a vague one."""
    if observation.qualifier == "vague":
        return (10.0 ** (observation.order_of_magnitude or 0),) * 2
    unit = observation.unit
    factor = catalogue.units.factor(unit, catalogue.units.in_system(unit, system))
    if observation.value is not None:
        return (observation.value * factor,) * 2
    ends = (observation.lower, -inf), (observation.upper, inf)
    low, high = (missing if end is None else end * factor for end, missing in ends)
    return low, high


def _days(span: Span) -> Key:
    """First and last day as numbers; what is not stated comes last."""
    if not span.text:
        return inf, inf
    first, last = span.start_first, span.end_last
    return (-inf if pd.isna(first) else first.toordinal(), inf if pd.isna(last) else last.toordinal())
