"""Whether the words with a number say that it is another one than that of a figure, and no wrong value of it."""

from collections.abc import Iterator, Sequence

from indicators.catalogue.observation import EXPECTED
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.quoted import Quoted
from indicators.quoting.told_dates import is_outside
from indicators.quoting.told_in_full import dates_with, has_group, titled
from indicators.text.lexicon import Word, words_of

_DENIES = frozenset("not never without excluding excludes except besides outside cannot n't".split())
"""Words with which a number is of the others, or of all but some: *do not eat*, *outside the capital*."""
_EXPECTED = frozenset("expected forecast forecasts forecasters predicted polled anticipated pencilled".split())
_AT_FIRST = frozenset("initially originally initial original".split())
_FIRST = "first"
_MIDDLES = frozenset("mean average median averaged".split())
_AGED, _TO = frozenset("aged ages age under over".split()), frozenset("to - – and through".split())
_YEARS = frozenset(("year",))
"""Words before an age, and between the two numbers of one; what an age is told in."""
_QUANTILE = "quantile"
_UNADJUSTED = frozenset(("unadjusted", "raw"))
_ADJUSTS = frozenset(("adjusted", "adjustment", "adjusting"))
_BARE = frozenset(("before", "without", "not"))
_NEAR = 3
"""Words before *adjustment* among which one says that there is none: *before seasonal adjustment*."""


def is_expected(passage: Passage, number: DraftNumber) -> bool:
    """Whether the sentence tells what somebody had expected, which is no figure that was counted."""
    return not passage.low_words[number.sentence].isdisjoint(_EXPECTED)


def is_another_number(quoted: Quoted) -> bool:
    """Whether the words with a number deny it of the figure, or say another group, time, statistic or adjustment.

    So do those of what was expected, or told at first, in the place of what was counted.
    """
    passage, number, observation = quoted.passage, quoted.number, quoted.profile.observation
    words = passage.words[slice(*passage.statement(number))] if number.expression.kind != "duration" else []
    if any(word.low in _DENIES for word in words) or not has_group(quoted):
        return True  # of a time *not* says how long: he had not been abroad for four years
    if observation.status not in EXPECTED and (is_expected(passage, number) or _is_told_at_first(quoted)):
        return True
    if _tells_other_age(quoted) or any(is_outside(date, observation.period) for date in dates_with(passage, number)):
        return True
    return _is_of_other_order(quoted) or is_otherwise_adjusted(quoted)


def _tells_other_age(quoted: Quoted) -> bool:
    """Whether an age stands with a number that is none of the group of the figure: *those aged 20 to 24*."""
    passage, number, words = quoted.passage, quoted.number, quoted.passage.words
    first, last = quoted.sentence
    others = [each.place for each in passage.numbers if {*each.expression.units} - _YEARS and each is not number]
    first = max([first, *(at for at in others if at < number.place)])
    last = min([last, *(at for at in others if at > number.place)])
    titles = (quoted.vocabulary.groups.titles[group] for group in quoted.profile.observation.groups)
    own = {word.text for title in titles for word in words_of(title)}
    for at in range(first, last - 1):
        is_age = words[at].low in _AGED and words[at + 1].text.isdecimal() and at + 1 != number.place
        if is_age and at + 1 not in others and not {word.text for word in _of_range(words, at + 1, last)} <= own:
            return True
    return False


def _of_range(words: Sequence[Word], at: int, last: int) -> Iterator[Word]:
    """The numbers of an age that starts at a place: both of *20 to 24*."""
    yield words[at]
    if at + 2 < last and words[at + 1].low in _TO and words[at + 2].text.isdecimal():
        yield words[at + 2]


def _is_told_at_first(quoted: Quoted) -> bool:
    """Whether *originally*, *at first* or *first said* stands before a number of a figure that was not updated."""
    passage, number = quoted.passage, quoted.number
    for at in range(passage.statement(number)[0], number.place):
        low = passage.words[at].low
        is_first = low == _FIRST and (passage.words[at - 1].low == "at" or passage.has("say", at + 1, at + 2))
        if low in _AT_FIRST or is_first:
            return not quoted.vocabulary.later_than(quoted.profile.id)
    return False


def _is_of_other_order(quoted: Quoted) -> bool:
    """Whether a figure is a quantile of which the draft has not the whole title, or a word for a middle."""
    observation, passage = quoted.profile.observation, quoted.passage
    if observation.statistic != _QUANTILE:
        return False
    is_middle = not passage.low_words[quoted.number.sentence].isdisjoint(_MIDDLES)
    return is_middle or titled(quoted) != quoted.title_words


def is_otherwise_adjusted(quoted: Quoted) -> bool:
    """Whether a figure is adjusted for the season and the draft says that the number is not, or the other way round."""
    passage, season = quoted.passage, quoted.profile.observation.season
    first, last = passage.statement(quoted.number)
    low = [word.low for word in passage.words[first:last]]
    places = [at for at, word in enumerate(low) if word in _ADJUSTS]
    is_raw = not _UNADJUSTED.isdisjoint(low) or any(not _BARE.isdisjoint(low[max(at - _NEAR, 0) : at]) for at in places)
    return is_raw if season == "adjusted" else season == "unadjusted" and bool(places) and not is_raw
