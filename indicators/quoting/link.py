"""Which figure a number of a draft means: by its value and by the words around it, never by the value alone."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from indicators.quoting.evidence import (
    SMALL,
    fates_like,
    foreign_countries,
    is_of_others,
    is_rate,
    mentions_around,
    names_both,
    says_fall_at,
    weight_of_rest,
    weight_of_who,
)
from indicators.quoting.fit import KNOWN, Fit
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile, Vocabulary
from indicators.quoting.reader import DraftUnits
from indicators.text.currencies import CODES
from indicators.text.lexicon import concept

_FACTOR = 2.1
"""Factor within which another value may be a wrong telling of this one."""
_SLIPS = (-3, -2, -1, 1, 2, 3)
"""Places by which a decimal point may have slipped."""
_MONEY, _RATIO = "money", "one"
_SHARES = {"percent", "percentage_point"}
_PEOPLE = ("people", "arms", "patients")
_KIN = 0.9
"""What it adds that the passage quotes a figure that this one updates, is updated by, or is a part of."""
_BOTH = 0.8
"""What it adds that a sentence names both countries that a figure is about."""
_TELLING = 2
"""Digits up to which many figures have the same number."""
_OWN_GROUP, _OTHER_GROUP = 0.4, -0.6
"""What it adds that the draft names the group of a figure, or another one, or none."""
_WHOSE = 0.1
"""What a word adds that says of whom, and not what."""


class Linker:
    """Finds the figures that a number may mean."""

    def __init__(self, vocabulary: Vocabulary, units: DraftUnits) -> None:
        self._vocabulary = vocabulary
        self._units = units
        self._by_unit: dict[str, list[tuple[float, Profile]]] = {}
        self._by_value: dict[float | str, list[Profile]] = {}
        for profile in vocabulary.profiles.values():
            keys: list[float | str] = [round(value, 9) for value in values_of(profile)]
            if profile.observation.qualifier == "vague":
                keys = [_vague(profile.observation.order_of_magnitude)]
            for key in keys:
                self._by_value.setdefault(key, []).append(profile)
                if isinstance(key, float) and key > 0:
                    self._by_unit.setdefault(profile.unit, []).append((key, profile))
        for listed in self._by_unit.values():
            listed.sort(key=_first)

    def fits(self, passage: Passage, number: DraftNumber, kin: Collection[str] = ()) -> list[Fit]:
        """The figures of the same value that the number may mean, the best first.

        ``kin`` are figures that the catalogue relates to those of other numbers of the passage.
        """
        expression = number.expression
        keys: list[float | str] = [round(value, 9) for value in expression.numbers]
        if not math.isnan(number.value) and says_fall_at(passage, number):
            keys.append(round(-number.value, 9))
        if expression.kind == "vague":
            keys = [_vague(expression.order)]
        found = [
            fit
            for key in keys
            for profile in self._by_value.get(key, ())
            if (fit := self.fit(passage, number, profile, same=True))
        ]
        found = [replace(fit, rest=fit.rest + _KIN) if fit.profile.id in kin else fit for fit in found]
        return sorted(found, key=lambda fit: (-fit.total, not fit.profile.is_subject))

    def near(self, passage: Passage, number: DraftNumber) -> Iterator[Fit]:
        """The figures beyond doubt of which the number may be another telling: converted, rounded, or wrong."""
        for profile in self._of_like_value(number):
            if (fit := self.fit(passage, number, profile, same=False)) and fit.certain:
                yield fit

    def _of_like_value(self, number: DraftNumber) -> Iterator[Profile]:
        """The figures whose value is within a factor of that of the number, or its digits with the point elsewhere."""
        value = number.value
        if math.isnan(value) or value <= 0:
            return
        found: dict[str, Profile] = {}
        for unit, listed in self._by_unit.items():
            factors = [self._units.factor(one, unit) for one in number.expression.units] or [1.0]
            for factor in filter(None, [*factors, 1.0]):
                first = bisect_left(listed, value * factor / _FACTOR, key=_first)
                last = bisect_right(listed, value * factor * _FACTOR, key=_first)
                found |= {profile.id: profile for _, profile in listed[first:last]}
        for power in _SLIPS:
            found |= {one.id: one for one in self._by_value.get(round(value * 10.0**power, 9), ())}
        yield from found.values()

    def fit(self, passage: Passage, number: DraftNumber, profile: Profile, *, same: bool) -> Fit | None:
        """How a number fits a figure by its unit and words; None where it counts something else."""
        unit = self._unit(passage, number, profile)
        if unit is None:
            return None
        who = weight_of_who(passage, number, profile)
        if (who < KNOWN and not profile.by_author) or is_of_others(passage, number, profile):
            return None
        name, factor, matched = unit
        if name and number.expression.kind == "vague":
            if not 0.1 <= factor <= 10:
                return None
            name = ""  # decades are tens of years
        elif name and abs(number.value) < SMALL and not is_converted(number.value, factor, profile):
            return None  # a month is no wrong telling of a day
        thing = self._thing(passage, number, profile, matched)
        if thing is None:
            return None
        thing += self._grouped(passage, number, profile)
        foreign = foreign_countries(passage, number, profile)
        return Fit(
            profile=profile,
            same=same,
            thing=thing,
            who=who,
            is_rated=not profile.per or is_rate(passage, number, profile) or passage.tells(profile.observation.period),
            rest=weight_of_rest(passage, number, profile),
            unit=name,
            factor=factor,
            foreign=foreign,
        )

    def _unit(self, passage: Passage, number: DraftNumber, profile: Profile) -> tuple[str, float, bool] | None:
        """Another unit of the draft with its factor, and whether the units match; None where they cannot."""
        expression = number.expression
        units = expression.units
        convertible = [one for one in units if self._units.factor(one, profile.unit)]
        if expression.kind == _MONEY and not convertible:
            if profile.unit not in CODES:
                return None
            return units[0] if units else "", 1.0, False
        if expression.kind == "share" and profile.unit == _RATIO:
            return "", 1.0, True
        if not units:
            return None if profile.measured and not self._elliptic(passage, number, profile) else ("", 1.0, False)
        for one in units:
            if self._units.same(one, profile.unit):
                return "" if one != "ton" else "ton", 1.0, True
        if {units[0], profile.unit} == _SHARES:
            return units[0], 1.0, True
        for one in convertible:
            return one, self._units.factor(one, profile.unit) or 1.0, True
        if profile.peopled and not profile.measured and self._is_people(units[0]):
            return "", 1.0, False
        return None

    def _is_people(self, unit: str) -> bool:
        labels = self._vocabulary.general_labels(unit.replace("_", " "))
        return any(label in _PEOPLE or label.startswith("fate.") for label in labels)

    def _elliptic(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether the unit of a measured figure may be left out: it is named elsewhere in the sentence."""
        first, last = passage.span(number)
        wanted = {concept(word) for word in self._vocabulary.catalogue.units.label(profile.unit).split()}
        return not number.noun and not wanted.isdisjoint(passage.names[first:last])

    def _thing(self, passage: Passage, number: DraftNumber, profile: Profile, matched: bool) -> float | None:
        """How well the words around the number name what the figure counts; None where they name something else."""
        named = 1.0 if matched and not profile.measured else 0.0
        for nouns in (number.noun, number.thing):
            known = [self._known(passage, at, profile) for at in nouns]
            if nouns is number.thing and named >= 1 and not profile.measured and self._is_listed(passage, nouns):
                continue  # what a draft adds: containers of shells
            if nouns is number.thing and self._is_of_group(passage, number, profile):
                continue  # of whom a share is: children under 16
            telling = [one for one in known if one != _WHOSE]
            if telling and not any(telling) and (nouns is number.thing or not (matched or profile.measured)):
                return None
            named = max([named, *(one for one in telling if one > _WHOSE)])
        first, last = passage.span(number)
        stems = passage.concepts[number.sentence]
        weight = sum(profile.stems[one] for one in stems & profile.stems.keys())
        if not weight and not named:
            weight = 0.6 * self._before(passage, number, profile)
        sorts = {label.partition(".")[0] for label in profile.sorts}
        related = any(passage.labels(family, first, last) for family in sorts & {"stage"})
        fates = frozenset(label for label in profile.sorts if label.startswith("fate."))
        if fates and not profile.measured:
            near = passage.sentences[max(number.sentence - 1, 0)][0]
            told = passage.labels("fate", first, last) or (not number.noun and passage.labels("fate", near, last))
            related = bool(told and told & fates_like(fates))
            if not related and not stems & profile.noun_stems:
                return None
        unit = 0.4 if matched and profile.measured else 0.0
        if not named and not matched and stems & profile.noun_stems:
            unit += 0.6
        if abs(number.value) < SMALL and not matched and not named:
            return None
        if names_both(passage, number, profile):
            weight += _BOTH
        return unit + named + min(weight, 2.5) + (0.8 if related else 0.0)

    def _grouped(self, passage: Passage, number: DraftNumber, profile: Profile) -> float:
        """What the groups that the draft names say for a figure: for one of them, or against one of others."""
        groups, own = self._vocabulary.groups, profile.observation.groups
        near = groups.named_near(passage, number)
        if not own:
            return _OTHER_GROUP if near and groups.of_figures(near) else 0.0
        if near.issuperset(own):
            return _OWN_GROUP
        is_long = (profile.observation.digits or 0) > _TELLING and bool(groups.rivals(own, near))
        return 0.0 if is_long or groups.named(passage, *passage.span(number)).issuperset(own) else _OTHER_GROUP

    def _is_of_group(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        own, groups = profile.observation.groups, self._vocabulary.groups
        return bool(own) and groups.named_near(passage, number).issuperset(own)

    def _is_listed(self, passage: Passage, nouns: Sequence[int]) -> bool:
        """Whether one of these words names a kind of the catalogue."""
        names = {passage.names[at] for at in nouns}
        return any(names & stems for stems in self._vocabulary.thing_stems.values())

    def _known(self, passage: Passage, at: int, profile: Profile) -> float:
        """What a word behind a number adds for a figure: 1 for its own word, little for one that fits any."""
        name = passage.names[at]
        if name in profile.noun_stems:
            return 1.0
        if name in profile.stems:
            return 0.5
        for label, listed in passage.by_label.items():
            if not any(one.first <= at < one.last for one in mentions_around(listed, at)):
                continue
            if label.startswith("country."):
                is_people = passage.words[at].low.endswith("s") and passage.words[at].text[0].isupper()
                return 0.6 if profile.peopled and is_people and len(passage.words[at].low) > 4 else _WHOSE
            if profile.peopled and (label in _PEOPLE or label.startswith(("fate.", "stage."))):
                return 0.6 if label != "people" else 0.3
            if label in profile.sorts or label.startswith(("population.", "stage.", "handling.", "place.")):
                return _WHOSE
        return 0.0

    def _before(self, passage: Passage, number: DraftNumber, profile: Profile) -> float:
        """The words of the figure in the sentence before, where this one leaves out what it counts."""
        if number.sentence == 0 or number.noun:
            return 0.0
        stems = passage.concepts[number.sentence - 1]
        return sum(profile.stems[one] for one in stems & profile.stems.keys())


def is_converted(value: float, factor: float, profile: Profile) -> bool:
    """Whether a value in another unit is the value of a figure, as a decade is ten years."""
    own = profile.observation.value
    return own is not None and math.isclose(value * factor, own, rel_tol=1e-9)


def _first(pair: tuple[float, Profile]) -> float:
    return pair[0]


def _vague(order: int | None) -> str:
    """The key of a magnitude without a number."""
    return f"order {order}"


def values_of(profile: Profile) -> Iterable[float]:
    """The numbers that a figure prints."""
    one = profile.observation
    if one.qualifier == "between":
        return tuple(end for end in (one.lower, one.upper) if end is not None)
    return () if one.value is None else (one.value,)
