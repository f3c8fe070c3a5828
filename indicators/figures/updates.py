"""Which figures a document prints as updates of others, and which vintage a figure is, in words."""

from collections.abc import Mapping

import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.amounts import number_and_unit
from indicators.figures.assumed import assumed
from indicators.figures.statistics import amount_words
from indicators.measure import period

_ONE_VALUE = (
    *("indicator", "counts", "groups", "source", "unit", "season", "prices", "price_base", "annualised", "period"),
    *("place_from", "place_through", "place_to"),
)
"""Fields that the first published and the revised value of one thing have in common."""


@kept()
def updated_by(catalogue: Catalogue) -> Mapping[str, str]:
    """The id of the figure that takes the place of another, by the id of that other, which is superseded.

    A figure takes the place of the one that it ``updates``, whatever vintage that is, and a revised value that of the
    first published one of the same thing and time.
    """
    figures = catalogue.figures
    updates = figures.loc[figures["updates"].notna(), ["updates", "id"]]
    named = dict(zip(updates["updates"], updates["id"], strict=True))
    of_vintage = figures.loc[figures["vintage"].notna(), ["id", "vintage", *_ONE_VALUE]].astype(object)
    is_first = (of_vintage["vintage"] == "first_published").to_numpy()
    if is_first.all() or not is_first.any():
        return named
    of_vintage = of_vintage.where(of_vintage.notna(), "")
    last_revised = of_vintage[~is_first].drop_duplicates(list(_ONE_VALUE), keep="last")
    pairs = pd.merge(of_vintage[is_first], last_revised, on=list(_ONE_VALUE))
    return dict(zip(pairs["id_x"], pairs["id_y"], strict=True)) | named


def update_words(catalogue: Catalogue, observation: Observation, system: str) -> str:
    """The figure that this one updates, else the one that updates it: *7,000 containers, issued March 2024*; or empty.

    Numbers are in ``system`` of units, one of ``units.SYSTEMS``.
    """
    other_id = observation.updates or updated_by(catalogue).get(observation.id, "")
    if not other_id:
        return ""
    other = catalogue.observation(other_id)
    shown = catalogue.units.in_system(other.unit, system)
    words = amount_words(catalogue, other, shown)
    if not other.issued.text:
        return words
    how_far = assumed(other.inferred, "issued")
    return f"{words}, issued {period.words(other.issued.text)}{f' ({how_far})' if how_far else ''}"


def vintage_words(catalogue: Catalogue, observation: Observation, system: str) -> str:
    """Which of the published values of one thing it is: *first published, revised to 472,000 jobs*; or empty.

    Of a figure that has been updated more than once, the last update counts. Numbers are in ``system`` of units.
    """
    vintage = catalogue.word("observations", "vintage", observation.vintage)
    later = _last_update(catalogue, observation.id)
    if not later:
        return vintage
    last = catalogue.observation(later)
    then = "later to" if observation.vintage == "revised" else "revised to" if last.vintage else "later figure:"
    return ", ".join(filter(None, (vintage, f"{then} {_amount(catalogue, last, system)}")))


def _last_update(catalogue: Catalogue, figure_id: str) -> str:
    """The id of the last of the figures that update this one, each the one before; empty where none does."""
    updates, found = updated_by(catalogue), [figure_id]
    while (later := updates.get(found[-1], "")) and later not in found:
        found.append(later)
    return found[-1] if len(found) > 1 else ""


def _amount(catalogue: Catalogue, observation: Observation, system: str) -> str:
    """Number and unit, in a system of units."""
    number, unit, _ = number_and_unit(catalogue, observation, catalogue.units.in_system(observation.unit, system))
    return f"{number} {unit}".strip()
