"""Whether a draft tells a level as a change, or a change as a level."""

from indicators.quoting.quoted import Quoted
from indicators.quoting.told_dates import ends_of
from indicators.text.direction import says_fall, says_rise

_CHANGED = 4
"""Words from a verb of change to *by*: *rose in May by*."""
_BY = frozenset(("by", "of"))
_LEVELS = frozenset((*((verb, "at") for verb in ("stands", "stood", "stand")), ("amounted", "to"), ("amounts", "to")))
_YEAR, _YEARLY = len("2024"), frozenset("a each every per yearly annual annually years decade".split())
"""Characters of a year in EDTF, and words of a number that is told per year."""
_BE = frozenset("was were is are numbered totalled totaled".split())
"""Words right before a number that is where something stands."""
_AVERAGES = {"median": frozenset(("mean", "average")), "mean": frozenset(("median",))}
"""For each statistic the words of another one."""
_MIDDLES = frozenset(("mean", "average", "median"))
_AVERAGE_WORDS = _MIDDLES | frozenset("averaged averages averaging typical typically".split())
_CHANGES = frozenset(
    "change changes changed difference net new fresh created hired revision revised revise moved swing swung "
    "over since compared against than balance plus minus growth improvement deterioration trend turn".split()
)
"""Words of a change that say no direction."""


def told_as_change(quoted: Quoted) -> str:
    """The words that tell a level as a change: *rose by*, *a fall of*; empty if there are none."""
    passage, number = quoted.passage, quoted.number
    first, at = passage.clause(number)[0], passage.word_before(number)
    if at < first or passage.words[at].low not in _BY:
        return ""
    reach = _CHANGED if passage.words[at].low == "by" else 1
    for place in range(at - 1, max(at - 1 - reach, first - 1), -1):
        word = passage.words[place]
        if not word.text[0].isalnum():
            return ""
        if (says_fall(word.low) or says_rise(word.low)) and passage.names[place] not in quoted.profile.stems:
            return passage.text(place, at + 1)
    return ""


def told_as_level(quoted: Quoted) -> str:
    """The words that tell a change as a level: *stood at*; empty where the sentence says a change."""
    passage, (first, last) = quoted.passage, quoted.sentence
    at = passage.word_before(quoted.number)
    before = tuple(word.low for word in passage.words[max(at - 1, first) : at + 1])
    told = before if before in _LEVELS else before[-1:] if before[-1:] and before[-1] in _BE else ()
    if not told or any(_says_change(quoted, place) for place in range(first, last)):
        return ""
    return " ".join(told)


def tells_average(quoted: Quoted) -> bool:
    """Whether a mean or a median is told as one, by any word for an average in its sentence."""
    words = quoted.passage.low_words[quoted.number.sentence]
    return quoted.profile.observation.statistic in _AVERAGES and not words.isdisjoint(_AVERAGE_WORDS)


def told_as_total(quoted: Quoted) -> str:
    """The one year of which a mean over several is told as the number, with no word for an average; else empty."""
    passage, observation = quoted.passage, quoted.profile.observation
    ends = ends_of(observation.period)
    if observation.statistic != "mean" or tells_average(quoted) or len(ends) < 2 or {*map(len, ends)} != {_YEAR}:
        return ""
    first, last = (passage.words[at].start for at in (quoted.sentence[0], quoted.sentence[1] - 1))
    told = {date for start, date in passage.dates if first <= start <= last}
    is_yearly = not _YEARLY.isdisjoint(passage.low_words[quoted.number.sentence])
    return next(iter(told)) if len(told) == 1 and told <= {*ends} and not is_yearly else ""


def told_average(quoted: Quoted) -> str:
    """The word that tells a median as a mean, or a mean as a median; empty if there is none."""
    passage, (first, last) = quoted.passage, quoted.clause
    others = _AVERAGES.get(quoted.profile.observation.statistic, frozenset())
    told = [word.low for word in passage.words[first:last] if word.low in _MIDDLES]
    return told[0] if told and others.issuperset(told) else ""


def _says_change(quoted: Quoted, place: int) -> bool:
    """Whether a word says a change, and is none of those of what changes: *who had lost a job*."""
    word = quoted.passage.words[place].low
    if word in _CHANGES:
        return True
    return (says_fall(word) or says_rise(word)) and quoted.passage.names[place] not in quoted.profile.changed_stems
