"""Whether a number that has the value of a figure, and loses much of it, may be that of other people or things."""

from collections.abc import Sequence

from indicators.quoting.capitals import is_capital
from indicators.quoting.evidence import SMALL
from indicators.quoting.plain import has_other_subject, is_known
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.thing import PERSONS
from indicators.quoting.told_dates import ends_of, tells_an_end
from indicators.text.direction import says_fall, says_rise
from indicators.text.vocabulary import MONTHS

_SAYS, _TIMES = frozenset(("source", "wrong_source")), frozenset(("period", "wrong_period"))
_UNSAID = frozenset(("source", "period"))
"""Losses with which a small number may be one of any other place and time."""
_LONG_AGO = 5
"""Years before all figures in which something else happened."""
_SHORT = 100
"""Numbers below it, such as shares, are told of many times and places."""
_ROLES = ("stage.", "fate.")
"""Labels of figures of people by what they do or what happened to them."""
_SIGNS = frozenset(",;:—()")
_IT = frozenset("it them this that so".split())
_AT = frozenset(("at", "in", "during", "near"))
"""Words at the start of a sentence behind which a place or an event stands."""
_MONTHS = frozenset(MONTHS.split())
_MONTH = 7
"""Letters of a month: 2024-04."""


def may_be_of_others(quoted: Quoted, losses: Sequence[Loss]) -> bool:
    """Whether what is left of a figure is too little to tell it from others with its value.

    That is so where the sentence has another subject or nobody whom it is about is named, of a short number from
    somebody else without its own time, and of a number without source and time that is small or stands with an unknown
    place.
    """
    codes, value = {loss.code for loss in losses if loss.certain}, quoted.number.value
    if any(loss.code == "population" and not loss.certain for loss in losses) or has_other_subject(quoted):
        return True
    if "kind" not in codes and _does_something_else(quoted):
        return True
    if quoted.profile.peopled and quoted.profile.countries and not _names_people(quoted, losses):
        return True
    if codes == {"wrong_source"} and not _is_dated_or_long(quoted):
        return True
    if not codes & _SAYS:
        return False
    is_undated = bool(codes & _TIMES)
    is_little = abs(value) < SMALL and value % 1 == 0
    is_bare = codes >= _UNSAID and (_names_unknown_place(quoted) or _is_level_of_change(quoted))
    return (is_undated and is_little) or is_bare or _tells_old_year(quoted)


def _does_something_else(quoted: Quoted) -> bool:
    """Whether the people of a number do what no figure says, and nothing behind it names the thing: *visited baths*."""
    passage, profile, number = quoted.passage, quoted.profile, quoted.number
    if not profile.peopled or any(label.startswith(_ROLES) for label in profile.sorts):
        return False
    stop = quoted.clause[1]
    stop = next((at for at in range(number.place + 1, stop) if passage.words[at].text in _SIGNS), stop)
    behind = range(number.place + 1, stop)
    verb = next((at for at in behind if passage.words[at].low.endswith("ed")), None)
    if verb is None or (is_known(quoted, verb) and not passage.has("handling.used", verb, verb + 1)):
        return False
    named = profile.stems.keys() | profile.noun_stems
    return not any(passage.names[at] in named - PERSONS or passage.words[at].low in _IT for at in behind)


def _names_people(quoted: Quoted, losses: Sequence[Loss]) -> bool:
    """Whether the passage names the people whom a figure is about, or others than they, so that they are exchanged."""
    told = any(quoted.passage.has(name) for name in quoted.profile.names)
    return told or any(loss.code == "population" for loss in losses)


def _is_dated_or_long(quoted: Quoted) -> bool:
    """Whether the own time of a figure is told, to the month, or the number is long enough that few others have it."""
    period, ends = quoted.profile.observation.period, ends_of(quoted.profile.observation.period)
    if not ends or abs(quoted.number.value) >= _SHORT:
        return True
    dates = [
        date for _, date in quoted.passage.dates if date.startswith("--") or len(date) >= min(_MONTH, len(ends[0]))
    ]
    return any(tells_an_end(date, period) for date in dates)


def _names_unknown_place(quoted: Quoted) -> bool:
    """Whether the sentence begins with a place or an event that no list has: *At Ladysmith the army lost*."""
    passage, first = quoted.passage, quoted.sentence[0]
    if passage.words[first].low not in _AT:
        return False
    at = first + 1 + (passage.words[first + 1].low == "the")
    is_named = at < quoted.number.place and is_capital(passage, at)
    return is_named and passage.words[at].text not in _MONTHS and at not in passage.labels_at


def _is_level_of_change(quoted: Quoted) -> bool:
    """Whether a change of a whole is told without a word of change: *the site lists 40 jobs*."""
    profile, words = quoted.profile, quoted.passage.words[slice(*quoted.sentence)]
    is_whole = profile.is_change and not profile.observation.groups
    return is_whole and not any(says_rise(word.low) or says_fall(word.low) for word in words)


def _tells_old_year(quoted: Quoted) -> bool:
    """Whether the sentence tells a year long before all that the catalogue has, and not behind a semicolon."""
    passage, (first, last) = quoted.passage, quoted.part
    begin, end = passage.words[first].start, passage.words[last - 1].end
    years = [int(date[:4]) for start, date in passage.dates if begin <= start < end and date[:4].isdecimal()]
    return any(year < quoted.vocabulary.first_year - _LONG_AGO for year in years)
