"""A wording that quotes a figure whole, in three lengths, made from the catalogue alone."""

from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.figures.agents import claimant_within_sentence
from indicators.figures.figure import figures_of
from indicators.figures.updates import updated_by
from indicators.measure.period import NOT_STATED

_TELLING = {
    "allegation": "alleged",
    "estimate": "estimated",
    "provisional": "provisional",
    "conditional": "on a condition",
    "planned": "planned",
    "forecast": "forecast",
}
"""How the status of a figure is told, where a reader must know it."""


@dataclass(frozen=True, kw_only=True)
class QuotableLines:
    """Three wordings of one figure, each with its bound, unit, thing, source, time and status.

    ``short`` fits a caption, ``medium`` a sentence, ``long`` stands alone: it has the definition and the citation too.
    """

    short: str
    medium: str
    long: str


def quotable_lines(catalogue: Catalogue, figure_id: str) -> QuotableLines:
    """The wordings of a figure; raises UnknownIdError if there is none."""
    observation = catalogue.observation(figure_id)
    (figure,) = figures_of(catalogue, catalogue.rows(figure_id))
    about = f" ({figure.population})" if figure.population else ""
    claimant = claimant_within_sentence(catalogue, figure.source, figure.source_name)
    said = f"according to {claimant}" if claimant else ""
    earlier = "earlier estimate, since replaced" if figure_id in updated_by(catalogue) else ""
    status = _TELLING.get(observation.status, "")
    covers = "" if figure.period == NOT_STATED else figure.period
    facts = ", ".join(filter(None, (said, status, covers, earlier)))
    short = f"{figure.title}{about}: {figure.phrase}" + (f" ({facts})" if facts else "")
    issued = "" if figure.issued == NOT_STATED else f"as of {figure.issued}"
    medium = f"{short[:-1]}, {issued})" if issued and facts else short
    if issued and not facts:
        medium = f"{short} ({issued})"
    long = f"{medium}. {figure.definition} {figure.citation}"
    return QuotableLines(short=f"{short}.", medium=f"{medium}.", long=long)
