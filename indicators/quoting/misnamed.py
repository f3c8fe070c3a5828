"""Numbers of figures that a draft calls by the name of another thing: *412,000 jobs* of as many persons."""

from indicators.quoting.evidence import weight_of_who
from indicators.quoting.fit import SURE, Fit
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile
from indicators.quoting.rounding import significant
from indicators.quoting.thing import told_weight
from indicators.quoting.unit_match import UnitMatch
from indicators.quoting.vocabulary import Vocabulary

_LONG, _FEW = 3, 2
"""With so many digits another thing hardly has the number by chance; with so few where its time is told as well."""
_UNMISTAKABLE = 1.0
"""What the number alone says for a figure then."""


class Misnamed:
    """Finds the figures that a number means whatever the draft says that it counts."""

    def __init__(self, vocabulary: Vocabulary, unit_match: UnitMatch) -> None:
        self._vocabulary, self._unit_match = vocabulary, unit_match

    def fit(self, passage: Passage, number: DraftNumber, profile: Profile) -> Fit | None:
        """How a number fits a figure that the draft calls by another thing; None where it may be that of this thing.

        The sentence names the source, and the number is long or its time is told, so that none but this one is meant.
        """
        if not self._is_unmistakable(passage, number, profile):
            return None
        who = weight_of_who(passage, number, profile)
        groups = self._vocabulary.groups.named_near(passage, number)
        named = not groups.issuperset(profile.observation.groups) or any(
            passage.names[at] in profile.noun_stems for at in (*number.noun, *number.thing)
        )
        is_counted = bool(number.noun or number.thing or number.expression.units)
        if who < SURE or named or not is_counted or not self._is_of_unit(passage, number, profile):
            return None
        thing = _UNMISTAKABLE + told_weight(passage, number, profile)
        return Fit(profile=profile, thing=thing, who=who, rest=_UNMISTAKABLE, is_misnamed=True)

    def _is_unmistakable(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        digits, observation = significant(number.value), profile.observation
        if f"source.{observation.source}" not in passage.sentence_labels[number.sentence]:
            return False
        is_told = digits >= _LONG or (digits >= _FEW and passage.tells(observation.period))
        return is_told and not passage.concepts[number.sentence].isdisjoint(self._vocabulary.stems)

    def _is_of_unit(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether the number is in the unit of a figure that is measured, or counts something as the figure does."""
        unit = self._unit_match.match(passage, number, profile)
        if profile.measured or number.expression.kind != "number":
            return unit is not None
        return unit is None or not unit[0]
