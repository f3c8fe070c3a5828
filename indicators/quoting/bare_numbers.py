"""Bare numbers whose thing is named by a number before them, by the label before their colon, or by a heading."""

from indicators.quoting.evidence import TIMES
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile
from indicators.quoting.ratio import is_ratio
from indicators.text.vocabulary import FUNCTION_WORDS, MONTHS

_NAMED = 1.0
"""What the words of a label must weigh."""
_TIME = 4
"""Words from *of* behind a number to the time that it leads to: *the four of the week before*."""
_STOPS = frozenset(";.|")
_OF_TIME = FUNCTION_WORDS | {*TIMES, *MONTHS.lower().split()}
"""Words between which and a label a comma may stand: *patients admitted, week to 5 May*."""


def follows(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether a bare number follows one of the thing in its sentence: *9 patients, after 4 the week before*.

    Where the one before is named by another word of the thing, *9 admissions*, the time of the figure is told as well.
    """
    before = passage.number_before(number)
    if before is not None and is_ratio(passage, before):
        before = passage.number_before(before)  # twice the four of the week before
    if not is_bare(number) or profile.measured or _is_of_something(passage, number):
        return False
    if before is None or before.sentence != number.sentence or passage.crosses_cells(before.place, number.place):
        return False
    own = profile.noun_stems | (profile.stated_stems if passage.tells(profile.observation.period) else frozenset())
    return profile.unit in before.expression.units or any(passage.names[place] in own for place in before.noun)


def is_headed(passage: Passage, number: DraftNumber, profile: Profile, title: frozenset[str]) -> bool:
    """Whether the label of a bare number, *admissions for fever: 9*, or the heading of its list names the thing.

    ``title`` are the words of the title of the figure.
    """
    heading = passage.heading(number)
    if not is_bare(number) or profile.measured:
        return False
    is_in_heading = heading is not None and not passage.concepts[heading].isdisjoint(profile.noun_stems | title)
    return is_in_heading or _is_labelled(passage, number, profile)


def _is_labelled(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether the words up to a colon right before a number name the thing."""
    colon, first = number.place - 1, passage.clause(number)[0]
    if colon <= first or passage.words[colon].text != ":":
        return False
    told: set[str] = set()
    for at in range(colon - 1, first - 1, -1):
        word = passage.words[at]
        if word.text in _STOPS or (word.text == "," and told):
            break
        if word.text[0].isalpha() and word.low not in _OF_TIME:
            told.add(passage.names[at])
    return sum(profile.stems[stem] for stem in told & profile.stated_stems) >= _NAMED


def is_bare(number: DraftNumber) -> bool:
    """Whether no word at a number names what is counted or a unit."""
    return not (number.noun or number.thing or number.expression.units)


def _is_of_something(passage: Passage, number: DraftNumber) -> bool:
    """Whether *of* behind a number leads to something else than a time."""
    behind = [word.low for word in passage.words[number.place + 1 : number.place + 1 + _TIME]]
    return behind[:1] == ["of"] and not any(word in TIMES for word in behind)
