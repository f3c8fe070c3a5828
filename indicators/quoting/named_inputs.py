"""Results whose inputs a draft names without their numbers: *17.7 jobs for every unemployed person*."""

import math
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from indicators.measure.units import PERCENT
from indicators.quoting.arithmetic import Arithmetic, Result
from indicators.quoting.evidence import weight_of_who
from indicators.quoting.fit import SURE
from indicators.quoting.indicator_words import stems_of
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile
from indicators.quoting.quoted import Quoted
from indicators.quoting.reader import SHARES, DraftUnits
from indicators.quoting.rounding import significant
from indicators.quoting.told_direction import told_direction
from indicators.quoting.vocabulary import Vocabulary
from indicators.text.lexicon import concept

_BEHIND = 7
"""Words behind a number in which its divisor is looked for."""
_PER = frozenset("a an per every each of".split())
"""Words before what a number is divided by."""
_DIGITS = 2
"""Digits of a number that is the result of figures that are not both quoted; with fewer it may be so by chance."""
_NEAR = 2
"""Sentences before a number in which a figure that it results from may be quoted."""
_LONG = 3
"""Digits of a number that is a rate of a figure that is not quoted."""
_MOST = 12
"""Figures that are tried as inputs."""


class NamedInputs:
    """Finds what a number results from where the words name the inputs that are not quoted."""

    def __init__(self, vocabulary: Vocabulary, units: DraftUnits, arithmetic: Arithmetic) -> None:
        self._vocabulary, self._units, self._arithmetic = vocabulary, units, arithmetic
        self._titles = {
            profile.id: frozenset(
                stems_of([vocabulary.catalogue.text("indicators", profile.observation.indicator, "title")])
            )
            for profile in vocabulary.profiles.values()
        }
        self._by_stem: dict[str, set[str]] = {}
        """For each word the figures that have it in their title or in the name of their thing."""
        self._by_series: dict[object, list[Profile]] = {}
        self._totals: dict[object, list[Profile]] = {}
        self._by_unit: dict[str, list[Profile]] = {}
        """For each unit that was told the figures in it that are no rates."""
        for profile in vocabulary.profiles.values():
            for stem in self._titles[profile.id] | profile.noun_stems:
                self._by_stem.setdefault(stem, set()).add(profile.id)
            self._by_series.setdefault(_series(profile), []).append(profile)
            if not profile.observation.groups:
                self._totals.setdefault(_publication(profile), []).append(profile)

    def result(self, passage: Passage, number: DraftNumber, near: Sequence[Quoted]) -> Result | None:
        """The operation on figures, quoted or named, that gives a number of two digits or more; a sound one first."""
        if math.isnan(number.value):
            return None
        beside = [
            quoted for quoted in near if quoted.fit.certain and 0 <= number.sentence - quoted.number.sentence <= _NEAR
        ]
        found = [
            result
            for a, operation, b in self._questions(passage, number, [quoted.profile for quoted in beside])
            if (result := self._arithmetic.result(passage, number, a, operation, b))
        ]
        return next((result for result in found if result.sound), found[0] if found else None)

    def rated(self, passage: Passage, number: DraftNumber) -> list[str]:
        """The figures in the unit of a number per a time, whose rate it may be."""
        units = number.expression.units
        if not units or not number.expression.per or significant(number.value) < _LONG:
            return []
        rated = (profile.id for profile in self._of_unit(units[0]) if self._is_meant(passage, number, profile))
        return list(islice(rated, _MOST))

    def _questions(
        self, passage: Passage, number: DraftNumber, quoted: Sequence[Profile]
    ) -> Iterator[tuple[str, str, str]]:
        """What the words may divide or subtract; at least one figure is quoted, or both are named by unit and thing."""
        units = number.expression.units
        if not units:
            return
        is_ratio = units[0] in SHARES
        for profile in quoted if is_ratio else ():
            yield from self._changes(passage, number, profile)
        told = self._divided_by(passage, number) if significant(number.value) >= _DIGITS else frozenset()
        if not told:
            return
        counted = [profile for profile in quoted if profile.unit == number.expression.per]
        divisors = [*counted, *self._divisors(passage, number, told)]
        for profile in quoted:
            for divisor in (*(self._wholes(profile) if is_ratio else ()), *divisors):
                if divisor is not profile:
                    yield profile.id, "over", divisor.id
        for profile in () if is_ratio or not divisors else self._in_unit(passage, number, units[0]):
            for divisor in divisors:
                if divisor is not profile and (divisor not in counted or self._is_named(passage, profile)):
                    yield profile.id, "over", divisor.id

    def _is_named(self, passage: Passage, profile: Profile) -> bool:
        """Whether the passage names the thing of a figure and not its unit alone: *the tonnage of the coal*."""
        label = self._vocabulary.catalogue.units.label(profile.unit)
        thing = profile.noun_stems - {concept(word) for word in label.split()}
        return any(not thing.isdisjoint(concepts) for concepts in passage.concepts)

    def _changes(self, passage: Passage, number: DraftNumber, profile: Profile) -> Iterator[tuple[str, str, str]]:
        """The difference between a figure and another of its series, where the number is told as a rise or a fall."""
        sign, _ = told_direction(passage, number, profile.changed_stems)
        own = profile.observation
        for other in self._by_series[_series(profile)] if sign and own.unit == PERCENT else ():
            if other.observation.period.text != own.period.text:
                yield (profile.id, "minus", other.id) if sign > 0 else (other.id, "minus", profile.id)

    def _wholes(self, profile: Profile) -> list[Profile]:
        """The figures of the whole that the group of a figure belongs to, from the same publication."""
        return self._totals.get(_publication(profile), []) if profile.observation.groups else []

    def _divided_by(self, passage: Passage, number: DraftNumber) -> frozenset[str]:
        """The words behind *every* or *of* that stands behind a number; empty where neither does."""
        behind = range(number.place + 1, min(number.place + 1 + _BEHIND, passage.clause(number)[1]))
        opens = next((at for at in behind if passage.words[at].low in _PER), behind.stop)
        return frozenset(passage.names[opens + 1 : behind.stop]) - {""}

    def _divisors(self, passage: Passage, number: DraftNumber, told: Collection[str]) -> list[Profile]:
        """The figures that these words name, of the whole or of the groups that the sentence names."""
        named = {name for stem in told for name in self._by_stem.get(stem, ())}
        found = [profile for profile in self._vocabulary.profiles.values() if profile.id in named] if named else []
        return [
            profile for profile in found if self._is_told(profile, told) and self._is_meant(passage, number, profile)
        ][:_MOST]

    def _is_told(self, profile: Profile, told: Collection[str]) -> bool:
        title = self._titles[profile.id]
        return title.issubset(told) or (len(profile.noun_stems) == 1 and profile.noun_stems.issubset(told))

    def _is_meant(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        return self._tells_groups(passage, number, profile) and weight_of_who(passage, number, profile) >= SURE

    def _in_unit(self, passage: Passage, number: DraftNumber, unit: str) -> list[Profile]:
        """The figures in the unit of the number, of all or of the groups that the sentence names."""
        found = (
            profile
            for profile in self._of_unit(unit)
            if not profile.is_change and self._is_meant(passage, number, profile)
        )
        return list(islice(found, _MOST))

    def _of_unit(self, unit: str) -> list[Profile]:
        """The figures of the subject in a unit that are no rates."""
        if unit not in self._by_unit:
            profiles = self._vocabulary.profiles.values()
            self._by_unit[unit] = [
                profile
                for profile in profiles
                if profile.is_subject and not profile.per and self._units.same(profile.unit, unit)
            ]
        return self._by_unit[unit]

    def _tells_groups(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        own, groups = profile.observation.groups, self._vocabulary.groups
        named = groups.named(passage, *passage.span(number)) | groups.hinted(passage, range(*passage.span(number)))
        return named.issuperset(own)


def _series(profile: Profile) -> tuple[object, ...]:
    observation = profile.observation
    return (
        observation.indicator,
        observation.groups,
        observation.source,
        observation.unit,
        observation.season,
        observation.status,
    )


def _publication(profile: Profile) -> tuple[object, ...]:
    observation = profile.observation
    return observation.indicator, observation.source, observation.period.text
