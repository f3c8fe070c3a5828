"""Whether a number of a draft is in the unit of a figure, in another unit of its dimension, or in none."""

import math

from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import PEOPLE, Profile
from indicators.quoting.reader import DraftUnits
from indicators.quoting.result_units import names_unit
from indicators.quoting.vocabulary import Vocabulary
from indicators.text.currencies import CODES

_MONEY, _RATIO = "money", "one"
_SHARES = {"percent", "percentage_point"}


class UnitMatch:
    """Matches the units of numbers with those of figures."""

    def __init__(self, vocabulary: Vocabulary, units: DraftUnits) -> None:
        self._vocabulary, self._units = vocabulary, units

    def match(self, passage: Passage, number: DraftNumber, profile: Profile) -> tuple[str, float, bool] | None:
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
        return any(label in PEOPLE or label.startswith("fate.") for label in labels)

    def _elliptic(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether the unit of a measured figure may be left out: it is named elsewhere in the sentence."""
        return not number.noun and names_unit(passage, number, self._vocabulary.catalogue.units.label(profile.unit))


def is_converted(value: float, factor: float, profile: Profile) -> bool:
    """Whether a value in another unit is the value of a figure, as a decade is ten years."""
    own = profile.observation.value
    return own is not None and math.isclose(value * factor, own, rel_tol=1e-9)
