"""Whether the shares of all groups of a dimension make up one whole: what the parties of a poll have of the votes."""

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine.groups import dimensions_of
from indicators.measure.units import PERCENT

_LIKE = ("indicator", "source", "document", "period", "season", "vintage")
"""Columns in which the shares of one breakdown are alike."""


def sums_to_whole(catalogue: Catalogue, share: str, other: str) -> bool:
    """Whether two printed shares, of groups of one dimension, are among those that make up 100 percent to rounding.

    Rates, each of its own group, do not add up to 100.
    """
    figures = catalogue.figures
    first, second = (figures.iloc[catalogue.figure_ids.position(name)] for name in (share, other))
    groups = [frozenset(catalogue.items(row["groups"], "observations", "groups")) for row in (first, second)]
    dimensions = dimensions_of(catalogue, groups[0] ^ groups[1])
    if len(dimensions) != 1 or any(len(group - (groups[0] & groups[1])) != 1 for group in groups):
        return False
    table = catalogue.groups
    wanted = set(table.index[(table["dimension"] == next(iter(dimensions))) & table["part_of"].isna()])
    rows = figures[figures["indicator"] == first["indicator"]]
    for name in _LIKE:
        rows = rows[rows[name].isna() if pd.isna(first[name]) else rows[name] == first[name]]
    shared, found = groups[0] & groups[1], {}
    for row in rows[["groups", "value", "unit"]].itertuples(index=False):
        own = frozenset(catalogue.items(row.groups, "observations", "groups"))
        if shared <= own and len(own - shared) == 1 and not pd.isna(row.value):
            found[next(iter(own - shared))] = row.value * catalogue.units.factor(row.unit, PERCENT)
    if not wanted <= found.keys() or not (groups[0] | groups[1]) - shared <= wanted:
        return False
    printed = [round(found[group], 6) for group in wanted]
    step = 1.0 if all(value.is_integer() for value in printed) else 0.1
    return bool(abs(sum(printed) - 100) <= step / 2 * len(printed))
