"""Whether a number of a draft is in the unit of a figure, in another unit of its dimension, or in none."""

import math

from indicators.measure.units import PERCENT
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import PEOPLE, Profile
from indicators.quoting.reader import SHARES, DraftUnits
from indicators.quoting.result_units import is_points, names_unit
from indicators.quoting.vocabulary import Vocabulary
from indicators.text.currencies import CODES

_MONEY, _RATIO = "money", "one"
_POINTS = "percentage_point"
_PER_MILLE = "per_mille"
_FEW = 10
"""Whole numbers below it are told of much without a unit."""


class UnitMatch:
    """Matches the units of numbers with those of figures."""

    def __init__(self, vocabulary: Vocabulary, units: DraftUnits) -> None:
        self._vocabulary, self._units = vocabulary, units

    def match(self, passage: Passage, number: DraftNumber, profile: Profile) -> tuple[str, float, bool] | None:
        """Another unit of the draft with its factor, and whether the units match; None where they cannot."""
        expression = number.expression
        units = expression.units
        convertible = [unit for unit in units if self._units.factor(unit, profile.unit)]
        if expression.kind == _MONEY and not convertible:
            if profile.unit not in CODES and not self._is_money(profile):
                return None
            return units[0] if units else "", 1.0, False
        if expression.kind == "share" and profile.unit == _RATIO:
            return "", 1.0, True
        if not units:
            if profile.unit == PERCENT and is_points(passage, number):
                return _POINTS, 1.0, True
            if not profile.measured:
                return "", 1.0, False
            if number.noun:
                return None
            if self._follows_unit(passage, number, profile):
                return "", 1.0, True
            return ("", 1.0, False) if self._is_named(passage, number, profile) else None
        for unit in units:
            if self._units.same(unit, profile.unit):
                return "" if unit != "ton" else "ton", 1.0, True
        if {units[0], profile.unit} == SHARES:
            return units[0], 1.0, True
        for unit in convertible:
            return unit, self._units.factor(unit, profile.unit) or 1.0, True
        if profile.peopled and not profile.measured and self._is_people(units[0]):
            return "", 1.0, False
        return None

    def _is_money(self, profile: Profile) -> bool:
        """Whether a figure is in a currency of the catalogue's own, as an invented country has."""
        return self._vocabulary.catalogue.text("kinds", profile.observation.kind, "title").lower() == _MONEY

    def _is_people(self, unit: str) -> bool:
        labels = self._vocabulary.general_labels(unit.replace("_", " "))
        return any(label in PEOPLE or label.startswith("fate.") for label in labels)

    def _follows_unit(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether the number before it in the sentence has the unit: *7.9 gigawatts of sun and 14.6 of wind*."""
        if abs(number.value) < _FEW and number.value % 1 == 0:
            return False  # one of them
        before = [
            other for other in passage.numbers if other.sentence == number.sentence and other.place < number.place
        ]
        stated = next((other for other in reversed(before) if other.expression.units or other.noun), None)
        if stated is None or passage.crosses_cells(stated.place, number.place):
            return False
        return any(self._units.same(unit, profile.unit) for unit in stated.expression.units)

    def _is_named(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether the unit of a measured figure is named elsewhere in the sentence, so that it may be left out."""
        return names_unit(passage, number, self._vocabulary.catalogue.units.label(profile.unit))


def is_other_amount(value: float, unit: str, factor: float, profile: Profile) -> bool:
    """Whether a number in another unit is not what a figure amounts to, as a decade is ten years.

    Per mille is told by mistake for percent, of small numbers as of large ones.
    """
    own = profile.observation.value
    return unit != _PER_MILLE and (own is None or not math.isclose(value * factor, own, rel_tol=1e-9))
