"""What a draft adds to the thing that a figure counts: contents, a narrower name, or that what could be was."""

from collections.abc import Iterator

from indicators.catalogue.observation import EXPECTED
from indicators.quoting.quoted import Loss, Quoted
from indicators.text.lexicon import concept, word_groups

_MILITARY = "military"
_MILITARY_STEMS = frozenset(map(concept, word_groups()[_MILITARY]))
_REACH = 8
"""Words before a number among which its contents or its sending may stand."""


def added_contents(quoted: Quoted) -> Iterator[Loss]:
    """Containers have no stated content: a draft adds none."""
    profile, passage = quoted.profile, quoted.passage
    if profile.measured or profile.peopled:
        return
    added = frozenset().union(*quoted.vocabulary.thing_stems.values()) - profile.stems.keys() - profile.noun_stems
    places = list(quoted.number.thing)
    for mention in passage.mentioned("contents", quoted.number.place, quoted.clause[1]):
        places += range(mention.last, min(mention.last + 4, quoted.clause[1]))
    arms = (
        {mention.first for mention in passage.mentioned(_MILITARY)}
        if not profile.stems.keys() & _MILITARY_STEMS
        else set()
    )
    for at in places:
        if passage.names[at] in added or at in arms:
            yield Loss(code="kind", told=passage.words[at].text)
            return


def narrower_thing(quoted: Quoted) -> Iterator[Loss]:
    """A mass of one sort alone is told of all sorts: *tonnes of wheat* of grain."""
    profile, passage = quoted.profile, quoted.passage
    places = quoted.number.thing
    if not profile.measured or any(passage.words[at].low in profile.own_words for at in places):
        return
    for at in places:
        if passage.has("narrower", at, at + 1):
            yield Loss(code="kind", told=passage.words[at].text)
            return


def told_as_sent(quoted: Quoted) -> Iterator[Loss]:
    """What could be held or would weigh as much is told as sent, held or used: *supplied six million rounds*."""
    profile, passage, number = quoted.profile, quoted.passage, quoted.number
    if not profile.is_possible or profile.measured or profile.observation.status in EXPECTED:
        return
    if passage.has("could", *quoted.sentence):
        return
    first, last = passage.statement(number)
    first = max(first, number.place - _REACH)
    for family in ("handling", "contents"):
        for mention in passage.of_family(family, first, last):
            yield Loss(code="kind", told=quoted.words(mention))
            return
