"""Which figures took the place of others."""

from collections.abc import Mapping

import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue

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
