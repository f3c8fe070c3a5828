"""Whether a draft tells a number as a rise or as a fall: *lost 5,300 jobs*, *5,300 more jobs*."""

from collections.abc import Collection, Iterator

from indicators.quoting.number import extent
from indicators.quoting.passage import DraftNumber, Passage
from indicators.text.direction import says_fall, says_rise
from indicators.text.lexicon import POSSESSIVE

_BEFORE, _BEHIND = 3, 4
"""Words before and behind a number among which one stands that tells its direction."""
_LEVELS = frozenset("to from at than above below under over past beyond".split())
"""Words with which a number is where something rose or fell to, not by how much."""
_TELL_BEHIND = frozenset(
    "fewer less lower shorter smaller weaker below down lost cut shed "
    "more higher longer larger bigger stronger extra above up added created gained".split()
)
"""Words that tell the direction of a number before them; of *5,300 jobs fell* the number is no fall."""
_DENIES = frozenset("not no never without nor neither hardly offset reversed".split())
_DENIED = 3
"""Words behind which a direction is denied."""
_RESTATED = 6
"""Words from a number to the one behind that has no verb of its own."""
_VERBS = frozenset("was were is are be had has have will made stood".split())
"""Verbs that say nothing of a direction."""
_ABOVE, _BELOW = frozenset(("above", "ahead")), frozenset(("below", "short"))
"""Words that compare with a level, as *higher than* and *lower than* do."""
_COMPARED = 12
"""Words before *by* among which such a word stands: *below its level of February 2020 by*."""
_PARTS = frozenset("and but while as when after before although though because where which".split())
"""Words that part a number from those of another statement."""
_JOIN = frozenset(("-", POSSESSIVE, "+"))


def told_direction(passage: Passage, number: DraftNumber, ignored: Collection[str]) -> tuple[int, str]:
    """1 for a rise or -1 for a fall, and the word that says so; 0 where none stands with the number, or both do.

    ``ignored`` are the words of what rises or falls.
    """
    told = [*_told(passage, number, ignored)]
    while not told and (other := _restated(passage, number)) is not None:
        number = other
        told = [*_told(passage, number, ignored)]
    signs = {sign for _, sign in told}
    if len(signs) != 1 or _is_denied(passage, number, told[0][0]):
        return 0, ""
    return signs.pop(), passage.words[told[0][0]].text


def _restated(passage: Passage, number: DraftNumber) -> DraftNumber | None:
    """The number before one that has its verb: *fell by 12,400, or 3.1 percent*, *shops lost 40 and hotels 20*."""
    other = passage.number_before(number)
    if other is None or other.sentence != number.sentence or number.place - other.place > _RESTATED:
        return None
    between = passage.words[other.place + 1 : number.place]
    if between and between[-1].low == "or":
        return other
    joins = any(word.low in ("and", ",") for word in between)
    return other if joins and not any(_tells(word.low) for word in between) else None


def _tells(word: str) -> bool:
    return says_fall(word) or says_rise(word) or word.endswith("ed") or word in _VERBS


def _told(passage: Passage, number: DraftNumber, ignored: Collection[str]) -> Iterator[tuple[int, int]]:
    """The words that stand with a number and say a rise or a fall, with 1 or -1."""
    words, (first, last) = passage.words, passage.clause(number)
    start, stop = extent(passage, number)
    start = max(start, first)
    tells_level = any(word.low in _LEVELS for word in words[max(start - 1, first) : number.place])
    if start > first and words[start - 1].low == "by":
        yield from _compared(passage, first, start - 1)
    before = [] if tells_level else range(start - 1, max(start - 1 - _BEFORE, first - 1), -1)
    behind = range(stop, min(stop + _BEHIND, last))
    for places in (before, behind):
        for at in places:
            word = words[at].low
            if word in _PARTS or not (word[0].isalnum() or word in _JOIN):
                break
            if passage.names[at] in ignored or (places is behind and word not in _TELL_BEHIND):
                continue
            if says_fall(word):
                yield at, -1
            elif says_rise(word):
                yield at, 1


def _compared(passage: Passage, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The word before *by* that says on which side of a level something is, with 1 or -1; none of an age."""
    words = passage.words
    for at in range(last - 1, max(last - _COMPARED, first) - 1, -1):
        word, behind = words[at].low, words[at + 1].low
        if word in _PARTS - {"than"} or not (word[0].isalnum() or word in _JOIN):
            return
        if behind[0].isdecimal():
            continue  # *those above 65*
        if word in _ABOVE or (behind == "than" and says_rise(word)):
            yield at, 1
        elif word in _BELOW or (behind == "than" and says_fall(word)):
            yield at, -1


def _is_denied(passage: Passage, number: DraftNumber, at: int) -> bool:
    first = passage.clause(number)[0]
    return any(word.low in _DENIES for word in passage.words[max(at - _DENIED, first) : at])
