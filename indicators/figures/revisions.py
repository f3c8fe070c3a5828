"""Which indicators are of revisions: by how much published values of another indicator were revised."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.errors import Problem
from indicators.figures.superseded import updated_by
from indicators.measure import quantity
from indicators.measure.bounds import in_plain_digits
from indicators.measure.quantity import Quantity
from indicators.measure.units import PERCENT, POINTS
from indicators.text.sentences import in_quotes

_ONE_VALUE = ["groups", "period"]
"""Columns that a revision has in common with the values that it is of."""
_MOST = 100
"""Values of an indicator that are looked at."""
_SAYS_REVISION = re.compile(r"\brevis(?:ions?|ed)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class _Beside:
    """A change, and the earlier and the later value that were published of what it is a change of."""

    change: Observation
    earlier: Observation
    later: Observation

    def agrees(self, catalogue: Catalogue) -> bool:
        """Whether the change is what the two values differ by, to their rounding."""
        moved = self.moved(catalogue)
        own = self.change.quantity()
        if moved is None or own is None or not own.single:
            return False
        own = own.unrounded()
        return own.lower.value <= moved.upper.value and moved.lower.value <= own.upper.value

    def moved(self, catalogue: Catalogue) -> Quantity | None:
        """What the two values differ by, in the unit of the change; None where they have no such difference."""
        numbers = [each.quantity() for each in (self.earlier, self.later)]
        if (
            not all(number and number.single for number in numbers)
            or self.earlier.period.text != self.later.period.text
        ):
            return None
        unit, units = self.change.unit, catalogue.units
        scaled = []
        for number in (number.unrounded() for number in numbers if number):
            if (unit, number.unit) == (POINTS[0], PERCENT):
                scaled.append(number.scale(1.0, unit))
            elif units.same_dimension(unit, number.unit):
                scaled.append(number.scale(units.factor(number.unit, unit), unit))
            else:
                return None
        before, after = scaled
        return quantity.subtract(after, before)


@kept()
def revision_indicators(catalogue: Catalogue) -> Mapping[str, str]:
    """The indicators of changes that are of revisions, each with the indicator whose published values were revised.

    Such an indicator has values of the groups and periods of revised values of the other, and all of these are what
    the revised value and the one before differ by: -32 beside 472 that updates 504. The change from one month to the
    next is another number.
    """
    of = catalogue.indicators["change_of"]
    return {
        indicator: str(of[indicator])
        for indicator, changes in _beside_revised(catalogue).items()
        if all(any(each.agrees(catalogue) for each in pairs) for pairs in changes.values())
    }


@kept()
def _beside_revised(catalogue: Catalogue) -> Mapping[str, Mapping[str, Sequence[_Beside]]]:
    """By indicator the changes with the groups and the period of a value that was revised, each with these values."""
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
    found: dict[str, dict[str, list[_Beside]]] = {}
    for indicator, id_, first in pairs[["indicator_x", "id_x", "id_y"]].itertuples(index=False):
        seen = found.setdefault(indicator, {})
        if len(seen) < _MOST:
            change, earlier, later = (catalogue.observation(each) for each in (id_, first, updates[first]))
            seen.setdefault(id_, []).append(_Beside(change=change, earlier=earlier, later=later))
    return found


def unlinked_revisions(catalogue: Catalogue) -> Iterator[Problem]:
    """The indicators of changes that are revisions by their titles and no differences of revised values, as problems.

    Their values are told as a rise or a fall of what was revised. Where the two values of one are there, the problem is
    that they differ by another number.
    """
    indicators = catalogue.indicators
    titles = indicators.loc[indicators["statistic"].eq("change"), "title"]
    for identity, title in titles.drop(list(revision_indicators(catalogue)), errors="ignore").items():
        if not _SAYS_REVISION.search(str(title)):
            continue
        wrong = [
            pairs[-1]
            for pairs in _beside_revised(catalogue).get(str(identity), {}).values()
            if pairs[-1].moved(catalogue) and not any(each.agrees(catalogue) for each in pairs)
        ]
        yield from (_other_difference(catalogue, each) for each in wrong)
        if not wrong:
            yield Problem(
                file=catalogue.descriptor.tables["indicators"].path,
                column="change_of",
                found=f"{in_quotes(str(identity))}, a revision by its title, whose values read as a rise or a fall",
                expected="the indicator that was revised, and both values of it in observations.csv, the later with "
                "the id of the earlier in `updates`",
            )


def _other_difference(catalogue: Catalogue, beside: _Beside) -> Problem:
    moved = beside.moved(catalogue)
    middle = (moved.lower.value + moved.upper.value) / 2 if moved else 0
    values = f"{in_quotes(beside.later.id)} and {in_quotes(beside.earlier.id)}"
    return Problem(
        file=catalogue.descriptor.tables["observations"].path,
        column="value",
        found=f"{in_plain_digits(beside.change.value or 0)} in {in_quotes(beside.change.id)}, a revision by its title",
        expected=f"{in_plain_digits(middle)}, by which {values} differ",
    )
