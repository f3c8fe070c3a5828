"""The sorts of sites by which places are told apart: *ports*, *hospital*, *city*."""

from functools import lru_cache

from indicators.quoting.quoted import Quoted
from indicators.text.lexicon import concept
from indicators.text.vocabulary import FUNCTION_WORDS

_TOWNS = frozenset(map(concept, "city town village province district county municipality".split()))
_LEADS = 4
"""Words from the start of a sentence to a site that all of it is about: *in the city of*, *the hospital of*."""


def names_site(quoted: Quoted, at: int) -> bool:
    """Whether a word is a sort of site: one that the figure names, or one with which the sentence begins.

    A sentence may begin with a town, or with a site of those whom the figure is about.
    """
    profile, name = quoted.profile, quoted.passage.names[at]
    if name in _sorts(profile.named_places):
        return True
    if not quoted.sentence[0] <= at <= quoted.sentence[0] + _LEADS or not at < quoted.number.place:
        return False
    title = quoted.vocabulary.catalogue.text("populations", profile.observation.population, "title")
    is_led = name in _TOWNS or name in _sorts((title,))
    return is_led and not quoted.passage.has("speech", quoted.sentence[0], at)


@lru_cache(maxsize=4096)
def _sorts(places: tuple[str, ...]) -> frozenset[str]:
    """The stems of the sorts of sites in the names of places: *ports*, *hospital*."""
    words = (word for place in places for word in place.split() if word.islower() and word not in FUNCTION_WORDS)
    return frozenset(map(concept, words))
