"""Numbers of a draft that tell figures of one breakdown, each with its group: *men 4.9, women 4.7*.

Two values that stand with their groups as a catalogue has them are no chance, even where the thing is told only in a
heading, or not at all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from indicators.quoting.fit import Fit
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile
from indicators.quoting.told_direction import told_direction
from indicators.quoting.told_group import told_groups
from indicators.quoting.vocabulary import Vocabulary

_TOGETHER = 1.2
"""Added where a number and another one tell two figures of one breakdown, each with its group."""
_THING = 1.0
"""What such a number says at least for the thing."""
_ENOUGH = 2
"""Figures of a breakdown that are quoted beside a number of which only the group is that of a further one."""
_LONGER = frozenset("year years month months quarter quarters week weeks decade since then".split())
"""Words that may tell a change of another time."""
_NEAR = 6
"""Sentences within which numbers are of one list."""
_REACH = 8
"""Figures of a breakdown before and behind one that are compared with it."""


def with_siblings(
    vocabulary: Vocabulary, passage: Passage, fits: Mapping[int, Sequence[Fit]]
) -> dict[int, Sequence[Fit]]:
    """The fits of each number by its place; more speaks for those of a breakdown of which a passage tells several."""
    if not vocabulary.groups.dimensions:
        return dict(fits)
    told = {number.place: told_groups(vocabulary.groups, passage, number) for number in passage.numbers}
    members: dict[tuple[object, ...], list[tuple[DraftNumber, Fit]]] = {}
    for number in passage.numbers:
        for fit in fits[number.place]:
            own = fit.profile.observation.groups
            if own and told[number.place].issuperset(own):
                members.setdefault(fit.profile.breakdown, []).append((number, fit))
    together = {
        (number.place, fit.profile.id)
        for listed in members.values()
        for at, (number, fit) in enumerate(listed)
        if any(_is_beside(number, fit, *other) for other in listed[max(at - _REACH, 0) : at + _REACH])
    }
    return {place: [*_told_together(place, each, together)] for place, each in fits.items()}


def _is_beside(number: DraftNumber, fit: Fit, other: DraftNumber, other_fit: Fit) -> bool:
    """Whether another number of the list tells another figure by another value."""
    is_other = other_fit.profile.id != fit.profile.id and other.value != number.value
    return is_other and abs(other.sentence - number.sentence) <= _NEAR


def _told_together(place: int, fits: Iterable[Fit], together: set[tuple[int, str]]) -> Iterator[Fit]:
    for fit in fits:
        is_together = (place, fit.profile.id) in together and not fit.certain
        yield replace(fit, thing=max(fit.thing, _THING), rest=fit.rest + _TOGETHER) if is_together else fit


def sibling_of(
    vocabulary: Vocabulary, passage: Passage, number: DraftNumber, linked: Iterable[str]
) -> Iterator[Profile]:
    """The figures of the group that stands with a number, in breakdowns of which a passage quotes several others.

    One that is quoted is enough beside a change that is told as one.
    """
    told = told_groups(vocabulary.groups, passage, number)
    if not vocabulary.groups.are_one_group(told):
        return
    beside = [profile for name in linked if (profile := vocabulary.profiles.get(name))]
    for breakdown, quoted in Counter(profile.breakdown for profile in beside).items():
        grouped = sum(bool(profile.observation.groups) for profile in beside if profile.breakdown == breakdown)
        for each in vocabulary.members(breakdown, told):
            is_enough = grouped >= _ENOUGH or (quoted and _is_moved(passage, number, each))
            if is_enough and each not in beside:
                yield each


def _is_moved(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether a number is told as a rise or a fall of no other time, as a figure is one: *manufacturing shed 60*."""
    words = {word.low for word in passage.words[slice(*passage.statement(number))]}
    sign, _ = told_direction(passage, number, profile.changed_stems)
    return profile.is_change and bool(sign) and words.isdisjoint(_LONGER)
