"""Which indicators share a chart: those that stand beside one another, if their numbers go on one axis."""

from collections.abc import Mapping

import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.figures.public_record import indicator_families

RATE = "rate"


def heads_of(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """The indicator whose chart each row is on.

    A chart with figures of the record may have several axes in one; of the subject, an indicator in units that do not
    convert to those of the indicator beside which it stands has a chart of its own.
    """
    names = rows["indicator"].astype("str")
    own = names.map(_heads_of_subject(catalogue))
    return own.where((rows["role"] == SUBJECT).to_numpy(), names.map(indicator_families(catalogue)))


def chart_heads(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Each indicator with each of the indicators on whose chart its figures may be."""
    pairs = (*indicator_families(catalogue).items(), *_heads_of_subject(catalogue).items())
    return tuple(dict.fromkeys(pairs))


@kept()
def _heads_of_subject(catalogue: Catalogue) -> Mapping[str, str]:
    units = catalogue.indicators["kind"].map(catalogue.kinds["unit"])
    rates = catalogue.indicators["statistic"] == RATE

    def convert(indicator: str, head: str) -> bool:
        alike = catalogue.units.same_dimension(units[indicator], units[head])
        return alike and bool(rates[indicator] == rates[head])

    families = indicator_families(catalogue).items()
    return {name: head if convert(name, head) else name for name, head in families}
