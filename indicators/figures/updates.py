"""Which figures a document prints as updates of others, in words."""

from collections.abc import Mapping
from functools import lru_cache

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.amounts import number_and_unit
from indicators.figures.statistics import interval_words
from indicators.measure import period
from indicators.measure.period import NOT_STATED


@lru_cache(maxsize=4)
def updated_by(catalogue: Catalogue) -> Mapping[str, str]:
    """The id of the figure that updates another, by the id of that other."""
    updates = catalogue.figures.loc[catalogue.figures["updates"].notna(), ["updates", "id"]]
    return dict(zip(updates["updates"], updates["id"], strict=True))


def update_words(catalogue: Catalogue, observation: Observation, system: str) -> str:
    """The figure that this one updates, else the one that updates it: *7,000 containers, issued March 2024*; or empty.

    Numbers are in ``system`` of units, one of ``units.SYSTEMS``.
    """
    other_id = observation.updates or updated_by(catalogue).get(observation.id, "")
    if not other_id:
        return ""
    other = catalogue.observation(other_id)
    shown = catalogue.units.in_system(other.unit, system)
    number, unit, _ = number_and_unit(catalogue, other, shown)
    interval = interval_words(catalogue, other, catalogue.units.factor(other.unit, shown))
    words = " ".join(filter(None, (number, unit, f"({interval})" if interval else "")))
    issued = period.words(other.issued.text)
    return words if issued == NOT_STATED else f"{words}, issued {issued}"
