"""A wording that quotes a figure whole, in three lengths, made from the catalogue alone."""

from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.figures.agents import claimant_within_sentence
from indicators.figures.build import figures_of
from indicators.figures.names import population_within_sentence
from indicators.figures.updates import updated_by

TELLING = {
    "allegation": "alleged",
    "estimate": "estimated",
    "provisional": "provisional",
    "conditional": "conditional",
    "planned": "planned",
    "forecast": "forecast",
}
"""How the status of a figure is told, by its id, where a reader must know it."""
_LONGEST_SMALL_WORD = 3
"""Letters of the longest articles and prepositions that a title need not share with a population: *the*, *by*."""


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
    short, medium = short_and_medium(
        title=figure.title,
        population=population_within_sentence(catalogue, figure.population),
        phrase=figure.phrase,
        claimant=claimant_within_sentence(catalogue, figure.source, figure.source_name),
        status=TELLING.get(observation.status, ""),
        update="an earlier value, since replaced" if figure_id in updated_by(catalogue) else "",
        period=f"covers {figure.period}" if figure.known("period") else "",
        issued=f"issued {figure.issued}" if figure.known("issued") else "",
    )
    return QuotableLines(short=short, medium=medium, long=f"{medium} {figure.definition} {figure.citation}")


def short_and_medium(
    *,
    title: str,
    population: str,
    phrase: str,
    claimant: str,
    status: str,
    update: str,
    period: str,
    issued: str,
) -> tuple[str, str]:
    """The short and the medium wording of a figure with these words; a text is empty where there is nothing to say.

    ``population`` and ``claimant``, who makes the claim, are as within a sentence; ``phrase`` is the number with its
    bound and unit; ``update`` says that the figure replaces another or has been replaced; ``period`` and ``issued``
    begin with what they say of the figure: *covers September 2024*.
    """
    about = title if _has_words(title, population) else f"{title} (what is counted: {population})"
    facts = (f"according to {claimant}" if claimant else "", status, update, period)

    def line(*facts: str) -> str:
        told = "; ".join(filter(None, facts))
        return f"{about}: {phrase} ({told})." if told else f"{about}: {phrase}."

    return line(*facts), line(*facts, issued)


def _has_words(title: str, population: str) -> bool:
    """Whether a title has every word of a population but for articles and prepositions: it need not be said again."""
    words = {word for word in population.casefold().split() if len(word) > _LONGEST_SMALL_WORD}
    return words <= {*title.casefold().split()}
