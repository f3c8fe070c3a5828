"""Which group of a catalogue the words of a number tell: *193,000 women*, *4.7 percent for women*, *women 4.7*."""

from bisect import bisect_left

from indicators.quoting.groups import GroupWords
from indicators.quoting.number import extent
from indicators.quoting.passage import DraftNumber, Passage
from indicators.text.lexicon import POSSESSIVE

_WITHIN, _GAP, _NAME = 8, 2, 4
"""Words behind a number that may name its group; words from a name to the number; words of a name."""
_NEXT = 5
"""Words behind *and* among which the next number makes it the start of another statement."""
_STOPS = frozenset(
    "was were is are be been being had has have while but as than then compared after before when where which that "
    "with led including mostly mainly especially largely despite besides except outside unlike against versus vs "
    "because though although whereas not no from".split()
)
"""Words that end the name of a group."""
_DENIES = frozenset("than besides except outside unlike against versus vs not no without beside beyond".split())
_OF_AGES = frozenset("older over more above plus years year olds yrs + younger".split())
"""Words behind the number of an age that belong to its group: *65 or older*."""
_LABEL_SIGNS = frozenset(":=(|–—+")
"""Signs between the name of a group and its number."""
_LINKS = frozenset(("and", "or", ","))


def told_groups(groups: GroupWords, passage: Passage, number: DraftNumber) -> frozenset[str]:
    """The groups that stand right behind a number, or else right before it; empty where none does."""
    if number.place not in passage.told_groups:
        passage.told_groups[number.place] = _told(groups, passage, number)
    return passage.told_groups[number.place]


def _told(groups: GroupWords, passage: Passage, number: DraftNumber) -> frozenset[str]:
    first, last = passage.clause(number)
    start, stop = extent(passage, number)
    start = max(start, first)
    if stop < last and passage.words[stop].text == "%":
        stop += 1
    behind = groups.named(passage, stop, _end_of_phrase(passage, stop, min(last, stop + _WITHIN)))
    return behind or _before(groups, passage, number, start)


def tells_all(passage: Passage, number: DraftNumber) -> bool:
    """Whether the words with a number say that it is of all: *of the whole population*, *across all industries*."""
    first, last = passage.statement(number)
    return passage.has("everybody", max(first, number.place - _WITHIN), min(last, number.place + _WITHIN))


def _end_of_phrase(passage: Passage, at: int, last: int) -> int:
    """The place behind the words from here that belong to the thing counted."""
    words = passage.words
    while at < last and words[at].low not in _STOPS:
        if words[at].low in _LINKS or not (words[at].text[0].isalnum() or words[at].low in ("-", POSSESSIVE)):
            following = bisect_left(passage.places, at)
            is_next = following < len(passage.places) and passage.places[following] - at <= _NEXT
            if words[at].low not in ("and", "or") or is_next:
                break
        at += 1
    return at


def _before(groups: GroupWords, passage: Passage, number: DraftNumber, start: int) -> frozenset[str]:
    """The group named a few words before a number, and another joined to it by *and*.

    Where the name of one group is the end of the title of another that stands there, *garden supplies dealers* of
    *dealers*, the longer one is meant.
    """
    words, first = passage.words, passage.clause(number)[0]
    if start > first and words[start - 1].text in _LABEL_SIGNS:
        start -= 1 + (start - 1 > first and words[start - 2].text == ")")  # men: 4.9; young (15 to 24): 11.6
    if start - 1 > first and words[start - 1].low == "at" and words[start - 2].text == ",":
        start -= 2  # highest among men, at 4.9
    for last in range(start, max(start - _GAP, first) - 1, -1):
        stop = last - 1 if last > first and words[last - 1].low == POSSESSIVE else last
        while stop - 1 > first and words[stop - 1].low in _OF_AGES:
            stop -= 1 + (stop - 2 > first and words[stop - 2].low in ("or", "and"))
        for begin in range(stop - 1, max(stop - _NAME, first) - 1, -1):
            told = groups.named(passage, begin, stop) - groups.named(passage, begin, stop - 1)
            if not told:
                continue
            if any(word.low in _DENIES for word in words[max(begin - 2, first) : begin]):
                return frozenset()
            if longer := groups.titled(passage, passage.span(number)[0], stop) - told:
                return longer
            joined = begin - (begin > first and words[begin - 1].low == "the")
            if joined > first and words[joined - 1].low in _LINKS:
                told |= groups.named(passage, max(joined - 1 - _NAME, first), joined - 1)
            return told
        if last <= first or not words[last - 1].text[0].isalpha() or words[last - 1].low in _LINKS:
            break
    return frozenset()
