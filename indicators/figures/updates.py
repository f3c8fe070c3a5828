"""Which figures a document prints as updates of others, in words."""

from collections.abc import Mapping
from functools import lru_cache

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.amounts import number_and_unit
from indicators.measure import period
from indicators.measure.period import NOT_STATED


@lru_cache(maxsize=4)
def updated_by(catalogue: Catalogue) -> Mapping[str, str]:
    """The id of the figure that updates another, by the id of that other."""
    updates = catalogue.figures.loc[catalogue.figures["updates"].notna(), ["updates", "id"]]
    return dict(zip(updates["updates"], updates["id"], strict=True))


def update_words(catalogue: Catalogue, observation: Observation, system: str) -> str:
    """*of 7,000 containers, issued March 2024*, or *by 13,000 containers, issued August 2024*; empty if neither.

    Numbers are in ``system`` of units, one of ``units.SYSTEMS``.
    """
    other_id = observation.updates or updated_by(catalogue).get(observation.id, "")
    if not other_id:
        return ""
    other = catalogue.observation(other_id)
    number, unit, _ = number_and_unit(catalogue, other, catalogue.units.in_system(other.unit, system))
    words = " ".join(filter(None, ("of" if observation.updates else "by", number, unit)))
    issued = period.words(other.issued.text)
    return words if issued == NOT_STATED else f"{words}, issued {issued}"
