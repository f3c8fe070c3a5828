"""Results of which a draft quotes one input or none, but names it: *17.7 jobs for every unemployed person*."""

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

_BEHIND = 7
"""Words behind a number among which stands what it is divided by."""
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
            one.id: frozenset(stems_of([vocabulary.catalogue.text("indicators", one.observation.indicator, "title")]))
            for one in vocabulary.profiles.values()
        }
        self._by_stem: dict[str, set[str]] = {}
        """For each word the figures whose title or thing has it."""
        self._by_series: dict[object, list[Profile]] = {}
        self._totals: dict[object, list[Profile]] = {}
        self._by_unit: dict[str, list[Profile]] = {}
        """For each unit that was told the figures in it that are no rates."""
        for one in vocabulary.profiles.values():
            for stem in self._titles[one.id] | one.noun_stems:
                self._by_stem.setdefault(stem, set()).add(one.id)
            self._by_series.setdefault(_series(one), []).append(one)
            if not one.observation.groups:
                self._totals.setdefault(_publication(one), []).append(one)

    def result(self, passage: Passage, number: DraftNumber, near: Sequence[Quoted]) -> Result | None:
        """The operation on figures, quoted or named, that gives a number of two digits or more; a sound one first."""
        if math.isnan(number.value):
            return None
        beside = [one for one in near if one.fit.certain and 0 <= number.sentence - one.number.sentence <= _NEAR]
        found = [
            result
            for a, operation, b in self._questions(passage, number, [one.profile for one in beside])
            if (result := self._arithmetic.result(passage, number, a, operation, b))
        ]
        return next((one for one in found if one.sound), found[0] if found else None)

    def rated(self, passage: Passage, number: DraftNumber) -> list[str]:
        """The figures of which a long number per a time may be the rate: those in its unit."""
        units = number.expression.units
        if not units or not number.expression.per or significant(number.value) < _LONG:
            return []
        rated = (one.id for one in self._of_unit(units[0]) if self._is_meant(passage, number, one))
        return list(islice(rated, _MOST))

    def _questions(
        self, passage: Passage, number: DraftNumber, quoted: Sequence[Profile]
    ) -> Iterator[tuple[str, str, str]]:
        """What the words may divide or subtract; at least one figure is quoted, or both are named by unit and thing."""
        units = number.expression.units
        if not units:
            return
        is_ratio = units[0] in SHARES
        for one in quoted if is_ratio else ():
            yield from self._changes(passage, number, one)
        told = self._divided_by(passage, number) if significant(number.value) >= _DIGITS else frozenset()
        if not told:
            return
        divisors = self._divisors(passage, number, told)
        for one in quoted:
            for divisor in (*(self._wholes(one) if is_ratio else ()), *divisors):
                if divisor is not one:
                    yield one.id, "over", divisor.id
        for one in () if is_ratio or not divisors else self._in_unit(passage, number, units[0]):
            for divisor in divisors:
                if divisor is not one:
                    yield one.id, "over", divisor.id

    def _changes(self, passage: Passage, number: DraftNumber, one: Profile) -> Iterator[tuple[str, str, str]]:
        """The difference between a figure and another of its series, where the number is told as a rise or a fall."""
        sign, _ = told_direction(passage, number, one.changed_stems)
        own = one.observation
        for other in self._by_series[_series(one)] if sign and own.unit == PERCENT else ():
            if other.observation.period.text != own.period.text:
                yield (one.id, "minus", other.id) if sign > 0 else (other.id, "minus", one.id)

    def _wholes(self, one: Profile) -> list[Profile]:
        """The figure of all of which one is that of a group."""
        return self._totals.get(_publication(one), []) if one.observation.groups else []

    def _divided_by(self, passage: Passage, number: DraftNumber) -> frozenset[str]:
        """The words behind *every* or *of* that stands behind a number; empty where neither does."""
        behind = range(number.place + 1, min(number.place + 1 + _BEHIND, passage.clause(number)[1]))
        opens = next((at for at in behind if passage.words[at].low in _PER), behind.stop)
        return frozenset(passage.names[opens + 1 : behind.stop]) - {""}

    def _divisors(self, passage: Passage, number: DraftNumber, told: Collection[str]) -> list[Profile]:
        """The figures whose title or thing these words tell, of all or of the groups that the sentence names."""
        named = {name for stem in told for name in self._by_stem.get(stem, ())}
        found = [one for one in self._vocabulary.profiles.values() if one.id in named] if named else []
        return [one for one in found if self._is_told(one, told) and self._is_meant(passage, number, one)][:_MOST]

    def _is_told(self, one: Profile, told: Collection[str]) -> bool:
        title = self._titles[one.id]
        return title.issubset(told) or (len(one.noun_stems) == 1 and one.noun_stems.issubset(told))

    def _is_meant(self, passage: Passage, number: DraftNumber, one: Profile) -> bool:
        return self._tells_groups(passage, number, one) and weight_of_who(passage, number, one) >= SURE

    def _in_unit(self, passage: Passage, number: DraftNumber, unit: str) -> list[Profile]:
        """The figures in the unit of the number, of all or of the groups that the sentence names."""
        found = (one for one in self._of_unit(unit) if not one.is_change and self._is_meant(passage, number, one))
        return list(islice(found, _MOST))

    def _of_unit(self, unit: str) -> list[Profile]:
        """The figures of the subject in a unit that are no rates."""
        if unit not in self._by_unit:
            profiles = self._vocabulary.profiles.values()
            self._by_unit[unit] = [
                one for one in profiles if one.is_subject and not one.per and self._units.same(one.unit, unit)
            ]
        return self._by_unit[unit]

    def _tells_groups(self, passage: Passage, number: DraftNumber, one: Profile) -> bool:
        own, groups = one.observation.groups, self._vocabulary.groups
        named = groups.named(passage, *passage.span(number)) | groups.hinted(passage, range(*passage.span(number)))
        return named.issuperset(own)


def _series(one: Profile) -> tuple[object, ...]:
    each = one.observation
    return each.indicator, each.groups, each.source, each.unit, each.season, each.status


def _publication(one: Profile) -> tuple[object, ...]:
    each = one.observation
    return each.indicator, each.source, each.period.text
