"""Which figure a number of a draft means: by its value and by the words around it, never by the value alone."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter

from indicators.measure.bounds import DIRECTIONS
from indicators.quoting.evidence import (
    SMALL,
    foreign_countries,
    is_of_others,
    is_range_of_others,
    is_rate,
    names_both,
    names_one,
    says_fall_at,
    weight_of_rest,
    weight_of_who,
)
from indicators.quoting.fit import KNOWN, NAMED, SURE, TOLD_IN_FULL, Fit, best_first
from indicators.quoting.misnamed import Misnamed
from indicators.quoting.off_topic import is_off_topic
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile, vague_key, values_of
from indicators.quoting.ratio import is_one_in
from indicators.quoting.reader import DraftUnits
from indicators.quoting.rounding import significant
from indicators.quoting.thing import ThingWords, told_share, told_weight
from indicators.quoting.told_direction import told_direction
from indicators.quoting.told_interval import Event, is_between_others, tells_both_events
from indicators.quoting.unit_match import UnitMatch, is_other_amount
from indicators.quoting.vocabulary import Vocabulary

_FACTOR = 2.4
"""Factor within which another value may be a wrong telling of this one."""
_SMALL_FACTOR = 10
"""The same for a small number in the unit of the figure: *three days later*."""
_SLIPS = (-3, -2, -1, 1, 2, 3)
"""Places by which a decimal point may have slipped."""
_ORDERS = (-2, -1, 1, 2)
"""Powers of ten by which a vague magnitude may be told wrongly."""
_HALF = 0.5
"""The part of its words by which a figure is named."""
_ALONE = 0.4
"""Added where no other figure is in the unit of the number."""


class Linker:
    """Finds the figures that a number may mean."""

    def __init__(self, vocabulary: Vocabulary, units: DraftUnits) -> None:
        self._vocabulary = vocabulary
        self._units = units
        self._unit_match, self._things = UnitMatch(vocabulary, units), ThingWords(vocabulary)
        self._misnamed = Misnamed(vocabulary, self._unit_match)
        self._by_unit: dict[str, tuple[list[float], list[Profile]]] = {}
        """For each unit the values in order, and the figure of each."""
        self._by_value: dict[float | str, list[Profile]] = {}
        by_unit: dict[str, list[tuple[float, Profile]]] = {}
        for profile in vocabulary.profiles.values():
            keys: list[float | str] = [round(value, 9) for value in values_of(profile)]
            if profile.observation.qualifier == "vague":
                keys = [vague_key(profile.observation.order_of_magnitude)]
            for key in keys:
                self._by_value.setdefault(key, []).append(profile)
                if isinstance(key, float) and key:
                    by_unit.setdefault(profile.unit, []).append((abs(key), profile))
        self._intervals = [each for each in vocabulary.profiles.values() if self._events(each)]
        self._by_end: dict[float, list[Profile]] = {}
        for profile in vocabulary.profiles.values():
            for end in (profile.observation.interval_lower, profile.observation.interval_upper):
                if end is not None:
                    self._by_end.setdefault(round(end, 9), []).append(profile)
        for unit, listed in by_unit.items():
            listed.sort(key=itemgetter(0))
            self._by_unit[unit] = [value for value, _ in listed], [profile for _, profile in listed]

    def fits(self, passage: Passage, number: DraftNumber) -> list[Fit]:
        """The figures of the same value that the number may mean, the best first."""
        expression = number.expression
        keys: list[float | str] = [round(value, 9) for value in expression.numbers]
        if not math.isnan(number.value):
            sign, _ = told_direction(passage, number, ())
            by = passage.word_before(number)
            is_moved = sign or says_fall_at(passage, number) or (by >= 0 and passage.words[by].low == "by")
            turned = round(-number.value, 9)
            if is_moved or any(
                self._is_change_told(passage, number, profile) for profile in self._by_value.get(turned, ())
            ):
                keys.append(turned)
        if expression.kind == "vague":
            keys = [vague_key(expression.order)]
        found = [
            fit
            for key in keys
            for profile in self._by_value.get(key, ())
            if (fit := self.fit(passage, number, profile, same=True))
        ]
        found += [fit for profile in self._converted(number) if (fit := self.fit(passage, number, profile, same=True))]
        if not any(fit.likely for fit in found):
            profiles = (profile for key in keys for profile in self._by_value.get(key, ()))
            found += [fit for profile in profiles if (fit := self._misnamed.fit(passage, number, profile))]
        if expression.kind != "range" and number.qualifier not in DIRECTIONS:
            found = [fit for fit in found if not is_range_of_others(passage, number, fit.profile)]
        return best_first(found)

    def _is_change_told(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether the sentence of a number names the group of a change: *hotels are 12,400 short of February*."""
        own = profile.observation.groups
        if not (profile.is_change and own):
            return False
        return self._vocabulary.groups.named(passage, *passage.span(number)).issuperset(own)

    def _is_alone(self, number: DraftNumber, profile: Profile) -> bool:
        """Whether a number of some size is in a unit that only one indicator has."""
        units = number.expression.units
        is_own = profile.measured and any(self._units.same(unit, profile.unit) for unit in units)
        return is_own and number.value >= SMALL and len(self._vocabulary.of_unit(profile.unit)) == 1

    def _names_thing(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether a small number in another unit is told of the thing beyond doubt: *10-month security agreement*.

        More than one word right behind it names it, or the sentence has its whole title, names it and both countries
        that it is of, or has most of what only the author says.
        """
        title = self._vocabulary.wholes[profile.observation.indicator]
        if title and title <= passage.concepts[number.sentence]:
            return True
        told = told_weight(passage, number, profile)
        if told >= NAMED and (
            names_both(passage, number, profile) or (profile.by_author and told >= _HALF * profile.stems_weight)
        ):
            return True
        return sum(passage.names[at] in profile.stems for at in number.noun) > 1

    def _events(self, profile: Profile) -> tuple[Event, Event] | None:
        return self._vocabulary.intervals.get(profile.observation.indicator)

    def _converted(self, number: DraftNumber) -> Iterator[Profile]:
        """The figures that the number tells exactly in another unit."""
        for told in number.expression.units:
            for unit in self._by_unit:
                factor = self._units.factor(told, unit)
                if factor and factor != 1:
                    same = self._by_value.get(round(number.value * factor, 9), ())
                    yield from (profile for profile in same if profile.unit == unit)

    def of_end(self, passage: Passage, number: DraftNumber) -> Iterator[Fit]:
        """The figures meant beyond doubt whose published interval has the number as an end."""
        for profile in self._by_end.get(round(number.value, 9), ()) if not math.isnan(number.value) else ():
            if (fit := self.fit(passage, number, profile, same=True)) and fit.certain:
                yield fit

    def near(self, passage: Passage, number: DraftNumber) -> Iterator[Fit]:
        """The figures meant beyond doubt whose value the number may tell differently: converted, rounded, or wrong."""
        found = {profile.id: profile for profile in self._of_like_value(number)}
        found |= {each.id: each for each in self._intervals if tells_both_events(self._events(each), passage, number)}
        for profile in found.values():
            if (fit := self.fit(passage, number, profile, same=False)) and fit.certain:
                yield fit

    def _of_like_value(self, number: DraftNumber) -> Iterator[Profile]:
        """The figures with about the value of the number, or with its digits and the decimal point elsewhere.

        Of a vague magnitude those of another order: *tens of thousands* of *thousands*.
        """
        if number.expression.kind == "vague":
            for step in _ORDERS:
                yield from self._by_value.get(vague_key((number.expression.order or 0) + step), ())
        value = abs(number.value)
        if math.isnan(value) or not value:
            return
        found: dict[str, Profile] = {}
        for unit, (values, profiles) in self._by_unit.items():
            factors = [self._units.factor(name, unit) for name in number.expression.units] or [1.0]
            within = _FACTOR if value >= SMALL or unit not in number.expression.units else _SMALL_FACTOR
            for factor in filter(None, [*factors, 1.0]):
                first, last = (
                    bisect_left(values, value * factor / within),
                    bisect_right(values, value * factor * within),
                )
                found |= {profile.id: profile for profile in profiles[first:last]}
        for power in _SLIPS:
            found |= {profile.id: profile for profile in self._by_value.get(round(value * 10.0**power, 9), ())}
        yield from found.values()

    def fit(self, passage: Passage, number: DraftNumber, profile: Profile, *, same: bool) -> Fit | None:
        """How a number fits a figure by its unit and words; None where it counts something else."""
        who = weight_of_who(passage, number, profile)
        if is_one_in(passage, number) or (who < (KNOWN if same else SURE) and not profile.by_author):
            return None
        unit = self._unit_match.match(passage, number, profile)
        title = self._vocabulary.catalogue.text("indicators", profile.observation.indicator, "title")
        if unit is None or (profile.measured and is_between_others(passage, number, title)):
            return None
        of_others = is_of_others(passage, number, profile)
        if of_others and not (same and abs(number.value) >= SMALL and names_one(passage, number, profile)):
            return None
        name, factor, matched = unit
        if name and number.expression.kind == "vague":
            if not 0.1 <= factor <= 10:
                return None
            name = ""  # decades are tens of years
        elif name and abs(number.value) < SMALL and is_other_amount(number.value, name, factor, profile):
            is_told = told_share(passage, number, profile) >= TOLD_IN_FULL or tells_both_events(
                self._events(profile), passage, number
            )
            named = self._names_thing(passage, number, profile) or _is_long(passage, number, profile)
            if not (is_told or (same and named)):
                return None  # a month is no wrong telling of a day
        thing = self._things.weight(passage, number, profile, matched)
        if thing is None:
            return None
        if (of_others and thing < NAMED) or is_off_topic(self._vocabulary, passage, number, profile):
            return None
        foreign = foreign_countries(passage, number, profile)
        return Fit(
            profile=profile,
            thing=thing,
            who=who,
            is_rated=not profile.per or is_rate(passage, number, profile) or passage.tells(profile.observation.period),
            rest=weight_of_rest(passage, number, profile)
            + (_ALONE if same and self._is_alone(number, profile) else 0.0),
            share=told_share(passage, number, profile),
            unit=name,
            factor=factor,
            foreign=foreign,
        )


def _is_long(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether a small number has the digits of a figure, more than one and a fraction, and its words: *5.8 weeks*."""
    own = profile.observation.value
    is_same = own is not None and math.isclose(abs(own), number.value, rel_tol=1e-9) and number.value % 1 != 0
    return is_same and significant(number.value) > 1 and told_weight(passage, number, profile) >= 1
