"""Whom a draft tells a figure of, where it is about somebody else."""

from collections.abc import Iterator

from indicators.quoting.evidence import is_of_others
from indicators.quoting.group_losses import group_losses
from indicators.quoting.part_told import part_losses
from indicators.quoting.quoted import Loss, Quoted
from indicators.text.lexicon import POSSESSIVE

_FROM = frozenset(("by", "from"))
_SPEECH = 4
"""Words from the people of a country to a verb with which they speak."""
_OF = frozenset("in of to with against from on for".split())


def population_losses(quoted: Quoted) -> Iterator[Loss]:
    """Other people, or another country, than those that a figure is about."""
    profile, passage = quoted.profile, quoted.passage
    if quoted.fit.foreign:
        others = profile.places - {profile.source_country}
        is_own = profile.source_country in quoted.fit.foreign  # a source may speak of its own people
        is_certain = not is_own or bool(passage.labels("country", *quoted.sentence) & others)
        yield Loss(code="population", told=quoted.told(quoted.fit.foreign), certain=is_certain)
        return
    if loss := next(group_losses(quoted), None) or next(part_losses(quoted), None):
        yield loss
        return
    if not profile.countries:
        return
    if is_of_others(passage, quoted.number, profile):
        told = passage.labels("country", *quoted.sentence) - profile.countries - profile.places
        yield Loss(code="population", told=quoted.told(told))
        return
    if senders := _sender(quoted):
        yield Loss(code="population", told=quoted.told(senders))
        return
    names = profile.names
    if profile.measured:
        if not any(passage.has(name) for name in names):
            yield from _whose_thing(quoted)
        return
    others = _who_suffers(quoted) - names
    if others and not any(_is_told_of(quoted, name) for name in names):
        yield Loss(code="population", told=quoted.told(others))
        return
    if any(passage.has(name) for name in names):
        return
    told = passage.labels("country", quoted.sentence[0], quoted.number.place)
    for label in passage.labels("country", quoted.number.place, quoted.clause[1]):
        behind = passage.mentioned(label, quoted.number.place, quoted.clause[1])
        told |= {label for mention in behind if passage.words[mention.first - 1].low in _FROM}
    told -= {profile.source_country} | profile.places | _in_name_of_source(quoted)
    told |= _whose_people(quoted)
    if told:
        yield Loss(code="population", told=quoted.told(told))


def _is_told_of(quoted: Quoted, name: str) -> bool:
    """Whether the sentence names somebody, and not only as one who speaks: *Chile's ministry says*."""
    passage = quoted.passage
    return any(
        not any(passage.has(verb, mention.last, mention.last + _SPEECH) for verb in ("speech", "say"))
        for mention in passage.mentioned(name, *quoted.sentence)
    )


def _whose_thing(quoted: Quoted) -> Iterator[Loss]:
    """Another country's thing is measured: *Chilean copper*; uncertain where a country only stands in the sentence."""
    passage, profile = quoted.passage, quoted.profile
    others = passage.labels("country", *quoted.sentence) - profile.places - {profile.source_country}
    if not others:
        return
    is_own = any(
        mention.label in others
        and mention.last < quoted.sentence[1]
        and passage.names[mention.last] in profile.noun_stems
        for mention in passage.of_family("country", *quoted.clause)
    )
    yield Loss(code="population", told=quoted.told(others), certain=is_own)


def _in_name_of_source(quoted: Quoted) -> frozenset[str]:
    """The countries that stand in the name of the figure's source alone: *the Chile Times estimated*."""
    passage, (first, last) = quoted.passage, quoted.sentence
    sources = [*passage.mentioned(f"source.{quoted.profile.observation.source}", first, last)]
    inside: set[str] = set()
    outside: set[str] = set()
    for mention in passage.of_family("country", first, last):
        is_inside = any(source.first <= mention.first and mention.last <= source.last for source in sources)
        (inside if is_inside else outside).add(mention.label)
    return frozenset(inside - outside)


def _sender(quoted: Quoted) -> frozenset[str]:
    """Other countries that send the thing counted, where no country of the figure does: *Chile shipped*."""
    passage, profile = quoted.passage, quoted.profile
    if not any(label.startswith("handling.") for label in profile.sorts):
        return frozenset()
    first, last = quoted.sentence
    handled = {mention.last for mention in passage.mentioned("handling.shipped", first, last)}
    by = {
        mention.label
        for mention in passage.of_family("country", first, last)
        if passage.words[mention.first - 1].low == "by"
        and mention.first - 1 in handled
        and passage.words[min(mention.last, last - 1)].low != POSSESSIVE
    }
    if by := by - profile.countries - profile.places:
        return frozenset(by)
    names = profile.names
    if any(passage.has(name, first, last) for name in names):
        return frozenset()
    sends = {label for label in passage.labels("country", first, last) if _sends(quoted, label)}
    number = quoted.number.place
    senders = {
        mention.label
        for mention in passage.of_family("country", number, quoted.clause[1])
        if passage.words[mention.first - 1].low in _FROM
    }
    return frozenset((sends | (senders - {profile.source_country})) - profile.places)


def _sends(quoted: Quoted, label: str) -> bool:
    """Whether a country stands right before a verb of sending, and not as the place to which something is sent."""
    passage = quoted.passage
    return any(
        passage.labels("handling", mention.last, mention.last + 3) and passage.words[mention.first - 1].low not in _OF
        for mention in passage.mentioned(label, *quoted.sentence)
    )


def _whose_people(quoted: Quoted) -> frozenset[str]:
    """The countries before the number whose people are named but do not speak: *Chile's army*."""
    passage, last = quoted.passage, quoted.number.place
    found: set[str] = set()
    for label in passage.labels("country", quoted.sentence[0], last) - {quoted.profile.source_country}:
        for mention in passage.mentioned(label, quoted.sentence[0], last):
            at = mention.last + (passage.words[mention.last].low == POSSESSIVE)
            is_people = any(passage.has(people, at, at + 1) for people in ("arms", "people"))
            if is_people and not any(passage.has(verb, at, at + _SPEECH) for verb in ("speech", "say")):
                found.add(label)
    return frozenset(found)


def _who_suffers(quoted: Quoted) -> frozenset[str]:
    """The countries before the number whose people something happened to: *Chile lost*."""
    passage, first, last = quoted.passage, quoted.clause[0], quoted.number.place
    return frozenset(
        label
        for label in passage.labels("country", first, last)
        for mention in passage.mentioned(label, first, last)
        if passage.labels("fate", mention.last, mention.last + 2) and passage.words[mention.first - 1].low not in _OF
    )
