"""Numbers of figures that a draft calls by the name of another thing: *412,000 jobs* of as many persons."""

from indicators.measure.units import PERCENT
from indicators.quoting.capitals import is_capital
from indicators.quoting.evidence import SMALL, fates_like, is_rate, names_speaker, weight_of_who
from indicators.quoting.fit import Fit
from indicators.quoting.number_losses import KEPT
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile
from indicators.quoting.rounding import significant
from indicators.quoting.thing import told_weight
from indicators.quoting.told_group import told_groups
from indicators.quoting.unit_match import UnitMatch
from indicators.quoting.vocabulary import Vocabulary

_LONG, _FEW = 3, 2
"""With so many digits another thing hardly has the number by chance; with so few where its time is told as well."""
_BOTH = 2.0
"""What the words for people and source must weigh: both are named."""
_OF = 4
"""Words from a share up to *of*: *per cent of*."""
_SIGN = 2
"""Letters of a word that may be the sign of a unit: *74,000 T*."""
_UNMISTAKABLE = 1.0
"""What the number alone says for a figure then."""


class Misnamed:
    """Finds the figures that a number means whatever the draft says that it counts."""

    def __init__(self, vocabulary: Vocabulary, unit_match: UnitMatch) -> None:
        self._vocabulary, self._unit_match = vocabulary, unit_match

    def fit(self, passage: Passage, number: DraftNumber, profile: Profile) -> Fit | None:
        """How a number fits a figure that the draft calls by another thing; None where it may be that of this thing.

        The sentence names the source and the number is long or its time is told, or the passage does and it is both, so
        that none but this one is meant; or it tells all of the figure but what is counted.
        """
        is_same = _is_same_but_for_thing(passage, number, profile)
        if not (is_same or self._is_unmistakable(passage, number, profile)):
            return None
        who = weight_of_who(passage, number, profile)
        words = self._vocabulary.groups
        groups = told_groups(words, passage, number) or words.named_near(passage, number)
        is_counted_of_measured = profile.measured and not self._is_of_unit(passage, number, profile)
        named = not groups.issuperset(profile.observation.groups) or (
            not is_counted_of_measured
            and any(passage.names[at] in profile.noun_stems for at in (*number.noun, *number.thing))
        )
        if who < _BOTH or named or not _names_thing(passage, number, profile):
            return None
        if not (is_same and number.expression.kind == "number") and not self._is_of_unit(passage, number, profile):
            return None
        thing = _UNMISTAKABLE + told_weight(passage, number, profile)
        return Fit(profile=profile, thing=thing, who=who, rest=_UNMISTAKABLE, is_misnamed=True)

    def _is_unmistakable(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        digits, observation = significant(number.value), profile.observation
        source, is_dated = f"source.{observation.source}", passage.tells(observation.period)
        if source not in passage.sentence_labels[number.sentence] and not (digits >= _LONG and is_dated):
            return False
        is_told = passage.has(source) and (digits >= _LONG or (digits >= _FEW and is_dated))
        return is_told and not passage.concepts[number.sentence].isdisjoint(self._vocabulary.topics)

    def _is_of_unit(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether the number is in the unit of a figure that is measured, or counts something as the figure does."""
        unit = self._unit_match.match(passage, number, profile)
        if profile.measured or number.expression.kind != "number":
            return unit is not None
        return unit is None or not unit[0]


def _names_thing(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether the words with a number name a thing, or its unit is another one; of a share, the words behind *of*.

    A single word that is no plural may be a verb: *188 sat in cars*.
    """
    units, noun = {*number.expression.units}, [passage.words[at].low for at in number.noun]
    if number.thing or len(noun) > 1 or (noun and noun[0].endswith("s")) or units - {PERCENT, profile.unit}:
        return True
    behind = passage.words[number.place + 1 : number.place + _OF]
    return bool(units) and any(word.low == "of" for word in behind)


def _is_same_but_for_thing(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether the sentence tells the speaker, of whom, when, the bound, what was done, and where to, as a figure does.

    What the figure does not state is not asked for, but what was done and of whom is.
    """
    observation, here = profile.observation, passage.sentence_labels[number.sentence]
    if profile.unnamed and _is_reported_by_name(passage, number):
        return False
    says = "reported" if profile.unnamed else f"source.{observation.source}"
    whither = profile.places - profile.countries if observation.place_to else frozenset()
    is_open = observation.period.text.startswith("/") and passage.has("since")
    is_dated = (
        is_open or not observation.period.text or any(map(passage.tells, (observation.period, observation.issued)))
    )
    own = observation.qualifier
    is_bound = number.qualifier == own or number.qualifier in KEPT.get(own, ())
    is_rated = not profile.per or is_rate(passage, number, profile)
    is_counted = any(len(passage.words[at].text) > _SIGN for at in number.noun) or bool(number.expression.units)
    is_said = says in here or (not profile.unnamed and names_speaker(passage, profile, *passage.span(number)))
    is_whole = is_said and is_dated and is_bound and is_rated and is_counted and abs(number.value) >= SMALL
    return is_whole and all(
        not told.isdisjoint(here) for told in (profile.names, fates_like(profile.sorts), whither or here)
    )


def _is_reported_by_name(passage: Passage, number: DraftNumber) -> bool:
    """Whether whoever reports is named: *Greenpeace reported*, *as the council has reported*."""
    words, (first, last) = passage.words, passage.span(number)
    return any(
        word.low == "reported" and at > first and (is_capital(passage, at - 1) or words[at - 1].low in ("has", "have"))
        for at, word in enumerate(words[first:last], start=first)
    )
