"""The sorts of sites by which places are told apart: *ports*, *hospital*, *city*."""

from collections.abc import Iterator
from functools import lru_cache

from indicators.quoting.quoted import Quoted
from indicators.text.lexicon import concept
from indicators.text.vocabulary import FUNCTION_WORDS

_TOWNS = frozenset(map(concept, "city town village province district county municipality".split()))
_LEADS = 4
"""Words from the start of a sentence to a site that all of it is about: *in the city of*, *the hospital of*."""


def sites_told(quoted: Quoted) -> Iterator[int]:
    """The words of the sentence that are sorts of sites: those that the figure names, or one with which it begins.

    A sentence may begin with a town, or with a site of those whom the figure is about.
    """
    profile, passage, (first, last) = quoted.profile, quoted.passage, quoted.sentence
    title = quoted.vocabulary.catalogue.text("populations", profile.observation.population, "title")
    own, leading = _sorts(profile.named_places), _TOWNS | _sorts((title,))
    opening = min(first + _LEADS + 1, quoted.number.place)
    for at in range(first, last):
        name = passage.names[at]
        if name in own or (at < opening and name in leading and not passage.has("speech", first, at)):
            yield at


@lru_cache(maxsize=4096)
def _sorts(places: tuple[str, ...]) -> frozenset[str]:
    """The stems of the sorts of sites in the names of places: *ports*, *hospital*."""
    words = (word for place in places for word in place.split() if word.islower() and word not in FUNCTION_WORDS)
    return frozenset(map(concept, words))
