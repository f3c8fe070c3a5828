"""Which figures a document prints as updates of others, and which vintage a figure is, in words."""

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.amounts import number_and_unit
from indicators.figures.assumed import with_assumed
from indicators.figures.statistics import amount_words
from indicators.figures.superseded import updated_by
from indicators.measure import period


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
    return f"{words}, issued {with_assumed(period.words(other.issued.text), other.inferred, 'issued')}"


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
