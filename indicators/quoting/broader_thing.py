"""Whether a draft tells a figure as a broader thing of the catalogue: the long-term unemployed as the unemployed."""

from collections.abc import Iterator

from indicators.quoting.plain import is_plain
from indicators.quoting.profile import Profile
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.thing import PERSONS


def broader_thing(quoted: Quoted) -> Iterator[Loss]:
    """The sentence tells the title of a broader indicator, and its paragraph no word that tells the figure from it.

    Where a word of the sentence is unknown it may tell just that, and a reader is asked.
    """
    passage, profile, vocabulary = quoted.passage, quoted.profile, quoted.vocabulary
    told = passage.concepts[quoted.number.sentence]
    for other in vocabulary.of_unit(profile.unit):
        title = vocabulary.wholes[other.observation.indicator] - PERSONS
        if not title or not title <= told or not _is_broader(quoted, other):
            continue
        own = profile.stems.keys() - other.stems.keys() - PERSONS
        if own and own.isdisjoint(_paragraph(quoted)):
            name = vocabulary.catalogue.text("indicators", other.observation.indicator, "title")
            yield Loss(code="kind", told=name, certain=is_plain(quoted, title))
            return


def _is_broader(quoted: Quoted, other: Profile) -> bool:
    """Whether a figure is of a thing that holds this one's: the title of its thing has only some of these words."""
    vocabulary, profile = quoted.vocabulary, quoted.profile
    one, indicator = profile.observation, other.observation.indicator
    if indicator == one.indicator or (one.kind, one.statistic) != (other.observation.kind, other.observation.statistic):
        return False
    title, own = vocabulary.wholes[indicator] - PERSONS, vocabulary.wholes[one.indicator] - PERSONS
    return title < own or (indicator in vocabulary.catalogue.wholes("indicators", one.indicator) and bool(own - title))


def _paragraph(quoted: Quoted) -> frozenset[str]:
    """The words of the paragraph of a number."""
    passage = quoted.passage
    return frozenset[str]().union(*(passage.concepts[at] for at in passage.paragraph(quoted.number.sentence)))
