"""Words of a figure that its cells hold as ids, dates or signs, as lists and readers say them."""

import re
from collections.abc import Mapping

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.columns import Mask
from indicators.figures.revisions import revision_indicators
from indicators.figures.statistics import group_titles
from indicators.figures.superseded import updated_by
from indicators.measure import period

SEASONS: Mapping[str, str] = {
    "adjusted": "adjusted for the season, seasonally adjusted",
    "unadjusted": "not adjusted for the season, not seasonally adjusted",
}
"""Whether a value is adjusted for the season, in words that people search for."""
_STATISTICS: Mapping[str, str] = {"mean": "average", "percent_change": "change, growth"}
"""Further words for statistics."""
_MONTHS = re.compile(r"([0-9]{4})-([0-9]{2})/([0-9]{4})-([0-9]{2})")
_MONTHS_OF_A_YEAR = 12


def of_unit(catalogue: Catalogue, unit: str) -> str:
    """The words for a unit: *percent, per cent, %*."""
    labels = f"{catalogue.units.label(unit)}, {catalogue.units.label(unit, singular=True)}"
    return f"{labels}, {labels.replace('percent', 'per cent')}, %" if "percent" in labels else labels


def of_groups(catalogue: Catalogue, cell: str) -> str:
    """The titles of groups, with those of which they are parts, their synonyms, and by what they break down."""
    groups = catalogue.items(cell, "observations", "groups")
    synonyms = (catalogue.text("groups", each, "synonyms") for each in groups)
    dimensions = (catalogue.text("groups", each, "dimension") for each in groups)
    titles = (catalogue.text("dimensions", each, "title") for each in dimensions)
    return ", ".join((group_titles(catalogue, groups), *synonyms, *titles))


def of_period(text: str) -> str:
    """A period in words, and its length where it runs from a month to a month: *over the year, 12 months*.

    From a month to the same month of another year it may be what changed between the two, or all months of both.
    """
    words = period.words(text)
    ends = _MONTHS.fullmatch(text)
    if ends is None:
        return words
    first, last = (_MONTHS_OF_A_YEAR * int(ends[at]) + int(ends[at + 1]) for at in (1, 3))
    lengths = f"{last - first} months, {last - first + 1} months"
    years, rest = divmod(last - first, _MONTHS_OF_A_YEAR)
    over = "" if rest or not years else ", over the year, a year" if years == 1 else f", over {years} years"
    return f"{words}, {lengths}{over}"


def of_statistic(catalogue: Catalogue, statistic: str) -> str:
    """The words for a statistic."""
    word = catalogue.word("indicators", "statistic", statistic)
    return ", ".join(filter(None, (word, _STATISTICS.get(statistic, ""))))


def replaced(catalogue: Catalogue) -> Mask:
    """Whether each figure has been replaced by a later value."""
    return catalogue.figures["id"].isin(updated_by(catalogue).keys()).to_numpy()


def falls(catalogue: Catalogue) -> Mask:
    """Whether each figure is a change below zero that is no revision."""
    figures = catalogue.figures
    is_change = figures["statistic"].isin(CHANGE_STATISTICS) & ~_is_revision(catalogue)
    return (is_change & (figures["value"] < 0)).to_numpy()


def revised(catalogue: Catalogue, *, up: bool) -> Mask:
    """Whether each figure is a revision up, or one down."""
    values = catalogue.figures["value"]
    return (_is_revision(catalogue) & (values > 0 if up else values < 0)).to_numpy()


def _is_revision(catalogue: Catalogue) -> "pd.Series[bool]":
    return catalogue.figures["indicator"].isin(list(revision_indicators(catalogue)))
