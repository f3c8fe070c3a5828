"""Whom a draft tells a figure of where it is of more or of fewer: *across the country*, *2 per cent of the pupils*."""

from collections.abc import Iterator

from indicators.quoting.catalogue_names import proper_names
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.reader import SHARES

_OF = 3
"""Words from a share to *of*, and from there to those of whom it is: *2 per cent of the pupils*."""


def part_losses(quoted: Quoted) -> Iterator[Loss]:
    """The whole country is told of a place within it, or a share of all people of some of them."""
    passage, profile = quoted.passage, quoted.profile
    population = quoted.vocabulary.catalogue.text("populations", profile.observation.population, "title")
    country = profile.source_country.partition(".")[2]
    is_of_place = any(name != country for name in proper_names(population)) and not profile.countries
    is_named = passage.has(f"population.{profile.observation.population}", *quoted.sentence)
    if is_of_place and not is_named and country not in population:
        for mention in passage.mentioned("nationwide", *passage.statement(quoted.number)):
            between = passage.words[quoted.number.place : mention.first]
            if not (passage.is_of_next(quoted.number, mention.first) or any(word.text == "," for word in between)):
                yield Loss(code="population", told=quoted.words(mention))
                return
    yield from _some_people(quoted)


def _some_people(quoted: Quoted) -> Iterator[Loss]:
    """Behind *of*, people of a sort that no word of the figure, of its population or of a group names."""
    passage, profile, number = quoted.passage, quoted.profile, quoted.number
    if profile.unit not in SHARES or profile.observation.groups:
        return
    behind = range(number.place + 1, min(number.place + 1 + _OF, quoted.clause[1]))
    of = next((at for at in behind if passage.words[at].low == "of"), quoted.clause[1])
    known = profile.stems.keys() | profile.noun_stems | quoted.vocabulary.groups.words
    for mention in passage.mentioned("sort_of_people", of, min(of + _OF, quoted.clause[1])):
        if passage.names[mention.first] not in known:
            yield Loss(code="population", told=quoted.words(mention))
            return
