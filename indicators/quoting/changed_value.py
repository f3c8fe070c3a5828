"""Whether a draft tells another number than the printed one of the same thing."""

import math

from indicators.measure.bounds import DIRECTIONS
from indicators.quoting.fit import NAMED, SURE, TOLD_IN_FULL
from indicators.quoting.number_losses import KEPT, tells_order
from indicators.quoting.quoted import Quoted
from indicators.quoting.rounding import significant
from indicators.quoting.told_dates import tells
from indicators.quoting.told_interval import is_between_others, tells_both_events
from indicators.quoting.told_statistic import tells_average

_MIDDLES = frozenset(("mean", "median"))
"""Of these another number is no wrong telling where no word says that it is an average."""
_CLOSE = 0.05
"""Relative distance up to which another value tells this one, whatever its bound."""
_WHO = 1.2
"""What the words for people and source must weigh, unless only the decimal point has slipped."""
_SOURCED = 1.7
"""What they must weigh where the source is named as well."""
_NAMED = 1.4
"""What the words of the thing must weigh where the number lies next to the printed one and keeps its bound."""
_SLIPPED, _FEW = 0.3, 2
"""The same where the point of a number of few digits has slipped: 1.2 million of something else are no 12,000."""
_MUCH = 0.3
"""Share of the words of the thing that a sentence has where another magnitude of it is a wrong one."""
_CHANGED = 1.4
"""Relative distance up to which another value is a wrong telling: thirty for thirteen."""
_REACH = 0.6
"""The same where all but the number is told: twice as much is more often that of two."""
_LEAST = 0.4
"""Below this part of the printed number, another number may count only a part of the thing."""
_SIGNS = frozenset(";:—")


def is_changed(quoted: Quoted) -> bool:
    """Whether another number than the printed one is told of the same thing, beyond doubt.

    The thing is named by several words. Unless the number is next to the printed one, the bound is kept, and the number
    is not far, or its decimal point slipped.
    """
    profile, value = quoted.profile, quoted.number.value
    observation = profile.observation
    if observation.value is None or math.isnan(value) or _is_bare(quoted):
        return False
    events = quoted.vocabulary.intervals.get(observation.indicator)
    if profile.by_author and tells_both_events(events, quoted.passage, quoted.number):
        return True
    title = quoted.vocabulary.catalogue.text("indicators", observation.indicator, "title")
    is_between = is_between_others(quoted.passage, quoted.number, title)
    if not _names_title(quoted) or _is_of_part(quoted) or is_between:
        return False
    own, value = abs(observation.value) / quoted.fit.factor, abs(value)
    told, off = quoted.number.qualifier, abs(value / own - 1)
    kept = told in KEPT.get(observation.qualifier, ()) or told == observation.qualifier
    if _is_of_others(quoted) or (not off and profile.is_change):
        return False  # 12,400 of -12,400
    slipped = value > 0 < own and _is_slipped(value / own)
    if _is_told_by_author(quoted) and value > _LEAST * own:
        return True
    if quoted.fit.who < (SURE if slipped and quoted.fit.thing >= NAMED else _WHO) or quoted.fit.thing < (
        _NAMED if (off <= _CLOSE and kept and told != "unqualified") or (slipped and significant(own) > _FEW) else 2
    ):
        return False
    if off <= _CLOSE:
        return True
    is_full = quoted.fit.share >= TOLD_IN_FULL and not quoted.fit.unit and bool(quoted.number.expression.units)
    if is_full and value > _LEAST * own:
        return kept
    is_long = significant(own) > _FEW or quoted.fit.share >= _SLIPPED or _is_named_with_time(quoted)
    return kept and (is_long if slipped else off <= _CHANGED)


def _is_bare(quoted: Quoted) -> bool:
    """Whether a number has no unit, and no word of what the figure counts between the numbers beside it."""
    number, profile, passage = quoted.number, quoted.profile, quoted.passage
    if number.expression.units or profile.measured:
        return not number.expression.units
    words = passage.names[slice(*quoted.clause)]
    return not (number.noun or number.thing) and profile.stems.keys().isdisjoint(words)


def _is_told_by_author(quoted: Quoted) -> bool:
    """Whether the sentence has most words of what only the author says and measures, and names no other country."""
    profile = quoted.profile
    others = quoted.passage.labels("country", *quoted.sentence) - profile.places - profile.countries
    is_told = profile.by_author and profile.measured and quoted.fit.share >= TOLD_IN_FULL and not others
    return is_told and not profile.stems.keys().isdisjoint(quoted.passage.names[slice(*_part(quoted))])


def _part(quoted: Quoted) -> tuple[int, int]:
    """The words of the sentence between the signs that part its statements, around the number."""
    words, at, (first, last) = quoted.passage.words, quoted.number.place, quoted.sentence
    begin = next((place + 1 for place in range(at, first, -1) if words[place].text in _SIGNS), first)
    return begin, next((place for place in range(at, last) if words[place].text in _SIGNS), last)


def is_within_reach(quoted: Quoted) -> bool:
    """Whether a number keeps the bound of a figure, and is not so far from it that it must be of something else."""
    observation, told = quoted.profile.observation, quoted.number.qualifier
    if not observation.value:
        return False
    kept = told in KEPT.get(observation.qualifier, ()) or told == "unqualified" or tells_order(quoted)
    return kept and 0 < abs(abs(quoted.number.value * quoted.fit.factor / observation.value) - 1) <= _REACH


def tells_magnitude(quoted: Quoted) -> bool:
    """Whether the words of a magnitude name the thing of a figure, and the sentence tells much of it."""
    nouns = {quoted.passage.names[at] for at in (*quoted.number.noun, *quoted.number.thing)}
    return not nouns.isdisjoint(quoted.profile.noun_stems) and quoted.fit.share >= _MUCH


def is_near(quoted: Quoted) -> bool:
    """Whether a number is not far from the printed one, or its decimal point slipped."""
    own, value = quoted.profile.observation.value, abs(quoted.number.value)
    if not own or not value:
        return False
    part = value / abs(own)
    return part != 1 and (abs(part - 1) <= _CHANGED or _is_slipped(part))


def _is_slipped(part: float) -> bool:
    """Whether a part of a number is a power of ten: its decimal point slipped."""
    return math.isclose(math.log10(part) % 1, 0, abs_tol=1e-9)


def _is_named_with_time(quoted: Quoted) -> bool:
    """Whether the passage names whom the figure is about and who says so, and the sentence when, and the thing."""
    observation = quoted.profile.observation
    begin, end = (quoted.passage.words[at].start for at in (quoted.sentence[0], quoted.sentence[1] - 1))
    told = [date for start, date in quoted.passage.dates if begin <= start <= end]
    is_dated = any(time.text and tells(told, time) for time in (observation.period, observation.issued))
    return is_dated and quoted.fit.thing >= NAMED and quoted.fit.who >= _SOURCED


def _is_of_others(quoted: Quoted) -> bool:
    """Whether the sentence names another country and not that of the figure, or tells a change, or no average of it."""
    profile, passage = quoted.profile, quoted.passage
    at = passage.word_before(quoted.number)
    if at >= 0 and passage.words[at].low == "by" and not profile.is_change:
        return True
    if profile.observation.statistic in _MIDDLES and not tells_average(quoted):
        return True
    told = passage.labels("country", *quoted.sentence) - profile.places - {profile.source_country}
    own = [
        mention
        for name in profile.names
        for mention in passage.mentioned(name, *quoted.sentence)
        if not passage.is_of_next(quoted.number, mention.first)
    ]
    return bool(told) and not own


def _names_title(quoted: Quoted) -> bool:
    """Whether the sentence has a word of the title of the figure, or says what happened as it does."""
    title, sentence = quoted.title_words, quoted.number.sentence
    told = quoted.passage.sentence_labels[sentence] & quoted.profile.sorts
    return not title or bool(told) or not title.isdisjoint(quoted.passage.concepts[sentence])


def _is_of_part(quoted: Quoted) -> bool:
    """Whether the words with the number hint at a group, and the figure is of all."""
    groups, passage = quoted.vocabulary.groups, quoted.passage
    return not quoted.profile.observation.groups and bool(groups.hinted(passage, range(*quoted.clause)))


def claims_more(quoted: Quoted) -> bool:
    """Whether a number that is no bound the other way is beyond the bound of a figure: *over 75* for *more than 74*."""
    observation, number = quoted.profile.observation, quoted.number
    direction = DIRECTIONS.get(observation.qualifier)
    if direction is None or observation.value is None or DIRECTIONS.get(number.qualifier, direction) != direction:
        return False
    told = number.value * quoted.fit.factor
    return told > observation.value if direction == "down" else told < observation.value
