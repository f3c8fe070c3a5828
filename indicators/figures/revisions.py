"""Which indicators are of revisions: by how much published values of another indicator were revised."""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.errors import Problem
from indicators.figures.superseded import updated_by
from indicators.measure import quantity
from indicators.measure.units import PERCENT, POINTS
from indicators.text.sentences import in_quotes

_ONE_VALUE = ["groups", "period"]
"""Columns that a revision has in common with the values that it is of."""
_MOST = 100
"""Values of an indicator that are looked at."""
_SAYS_REVISION = re.compile(r"\brevis(?:ions?|ed)\b", re.IGNORECASE)


@kept()
def revision_indicators(catalogue: Catalogue) -> Mapping[str, str]:
    """The indicators of changes that are of revisions, each with the indicator whose published values were revised.

    Such an indicator has values of the groups and periods of revised values of the other, and all of these are what
    the revised value and the one before differ by: -32 beside 472 that updates 504. The change from one month to the
    next is another number.
    """
    indicators, figures, updates = catalogue.indicators, catalogue.figures, updated_by(catalogue)
    of = indicators.loc[indicators["statistic"].eq("change"), "change_of"].dropna().to_dict()
    if not (of and updates):
        return {}
    changes, values = (
        figures.loc[figures["indicator"].isin(list(ids)), ["id", "indicator", *_ONE_VALUE]].astype("str").fillna("")
        for ids in (of.keys(), of.values())
    )
    pairs = pd.merge(
        changes.assign(of=changes["indicator"].map(of)),
        values[values["id"].isin(updates.keys())],
        left_on=["of", *_ONE_VALUE],
        right_on=["indicator", *_ONE_VALUE],
    )
    found: dict[str, dict[str, bool]] = {}
    for indicator, change, earlier in pairs[["indicator_x", "id_x", "id_y"]].itertuples(index=False):
        seen = found.setdefault(indicator, {})
        if len(seen) < _MOST:
            sides = (catalogue.observation(each) for each in (change, earlier, updates[earlier]))
            seen[change] = seen.get(change, False) or _is_difference(catalogue, *sides)
    return {indicator: of[indicator] for indicator, seen in found.items() if all(seen.values())}


def unlinked_revisions(catalogue: Catalogue) -> Iterator[Problem]:
    """The indicators of changes that are revisions by their titles and no differences of revised values, as problems.

    Their values are told as a rise or a fall of what was revised.
    """
    indicators = catalogue.indicators
    titles = indicators.loc[indicators["statistic"].eq("change"), "title"]
    for identity, title in titles.drop(list(revision_indicators(catalogue)), errors="ignore").items():
        if _SAYS_REVISION.search(str(title)):
            yield Problem(
                file=catalogue.descriptor.tables["indicators"].path,
                column="change_of",
                found=f"{in_quotes(str(identity))}, a revision by its title, whose values read as a rise or a fall",
                expected="the indicator that was revised, and both values of it in observations.csv, the later with "
                "the id of the earlier in `updates`",
            )


def _is_difference(catalogue: Catalogue, change: Observation, earlier: Observation, later: Observation) -> bool:
    """Whether a change is what two values differ by, to their rounding."""
    numbers = [each.quantity() for each in (change, earlier, later)]
    if not all(number and number.single for number in numbers) or earlier.period.text != later.period.text:
        return False
    own, before, after = (number.unrounded() for number in numbers if number)
    units = catalogue.units
    factors = []
    for number in (before, after):
        if (own.unit, number.unit) == (POINTS[0], PERCENT):
            factors.append(1.0)
        elif units.same_dimension(own.unit, number.unit):
            factors.append(units.factor(number.unit, own.unit))
        else:
            return False
    moved = quantity.subtract(after.scale(factors[1], own.unit), before.scale(factors[0], own.unit))
    return own.lower.value <= moved.upper.value and moved.lower.value <= own.upper.value
