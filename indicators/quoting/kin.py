"""Numbers that name their thing by another number: *40, after 30 in May*; *a further 97,000 had returned*."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from indicators.quoting.bare_numbers import is_bare
from indicators.quoting.fit import Fit, best_first
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.rounding import significant
from indicators.quoting.taken_up import is_of_pronoun
from indicators.quoting.vocabulary import Vocabulary

_KIN = 0.9
"""Added where the passage quotes a figure to which this one belongs."""
_TAKEN_UP = 0.4
"""Added where a pronoun takes up what such a figure counts, the group is named, or a bare number is long."""
_FEW = 2
"""Digits of a bare number that may be of anything."""


def with_kin(
    vocabulary: Vocabulary, passage: Passage, number: DraftNumber, fits: Sequence[Fit], kin: Collection[str]
) -> list[Fit]:
    """The fits, those first that the catalogue relates to figures of other numbers of the passage.

    *It had been 40* names its thing by the number before it, and so does *The council in May: 40*. A change must
    name what it changes.
    """
    bare = is_bare(number)
    is_headed = bare and number.place > 0 and passage.words[number.place - 1].text == ":"
    is_long = bare and significant(number.value) > _FEW
    is_taken_up = is_headed or is_long or (not number.noun and is_of_pronoun(passage, number))
    hinted = vocabulary.groups.hinted(passage, range(*passage.clause(number))) if bare else frozenset()
    found = []
    for fit in fits:
        own = fit.profile.observation.groups
        changed = fit.profile.changed_stems if fit.profile.is_change else frozenset()
        if fit.profile.id in kin and not (changed and changed.isdisjoint(passage.concepts[number.sentence])):
            is_named = is_taken_up or (bool(own) and hinted.issuperset(own))
            fit = replace(fit, rest=fit.rest + _KIN, thing=fit.thing + (_TAKEN_UP if is_named else 0.0))
        found.append(fit)
    return best_first(found)
