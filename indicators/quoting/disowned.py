"""Whether a draft tells a number as what is not so: denied, called wrong, or answered with *No*."""

from collections.abc import Iterator

from indicators.quoting.passage import DraftNumber, Passage
from indicators.text.direction import says_fall, says_rise

_REACH = 10
"""Words before a number among which a denial may be of it."""
_NEXT = 3
"""Words from *not* to the number itself: *not some 40*."""
_BREAKS = frozenset(", ; : — – ( ) but whereas while although though because".split())
"""Words and signs behind which *not* says nothing of what follows."""
_NOT = frozenset("not never cannot neither nor nobody none".split())
_PRESUPPOSES = frozenset("the these those its his her their our".split())
"""Words right before a number that take it for known: *nobody opened the 40*."""
_NOBODY = frozenset("nobody none neither one single".split())
"""Words for nobody, between which and a verb others may stand: *not one of them has said*."""
_NO_DENIAL = frozenset(
    "only just merely simply even least less fewer more far long until since yet quite to all including counting "
    "because if unlike".split()
)
"""Words behind *not* with which nothing is denied: *not only*."""
_ADVERBS = frozenset("ever actually really once in fact yet been be have has in".split())
"""Words between *not* and its verb."""
_DENIABLE = frozenset(("say", "speech", "statement", "fate", "stage", "handling", "so"))
"""Families of words of which *not* before them denies what follows: *did not lose*, *never said*, *not true that*."""
_BE = frozenset("is was are were be been being isn't wasn't aren't".split())
_SUBJECTS = frozenset("that this it which he she they claim number figure tally statement report line story".split())
"""Words with which a sentence speaks of the one before it."""
_SHORT = 4
"""Words of a sentence that is all judgement: *Not true.*"""
_ANSWERS = frozenset("no not never hardly nope".split())


def is_disowned(passage: Passage, number: DraftNumber) -> bool:
    """Whether the draft does not say a number itself, but says that it is not so."""
    return (
        _is_denied(passage, number)
        or _is_called_wrong(passage, number)
        or passage.has("mistaken", passage.clause(number)[0], number.place)
        or _is_answered(passage, number)
    )


def _is_denied(passage: Passage, number: DraftNumber) -> bool:
    """Whether *not* stands with the number, or with the verb that says it."""
    first = passage.span(number)[0]
    at = passage.word_before(number)
    if number.expression.kind == "duration" or (at >= first and passage.words[at].low in _PRESUPPOSES):
        return False  # he had not gone abroad for four years
    opens_with_no = [word.low for word in passage.words[first : first + 2]] == ["no", ","]
    if opens_with_no and any(_is_not(passage, place) for place in range(number.place, passage.clause(number)[1])):
        return True
    for place in range(at, max(at - _REACH, first - 1), -1):
        if passage.words[place].low in _BREAKS:
            return False
        if _is_not(passage, place):
            return _denies(passage, place + 1, at + 1)
    return False


def _is_not(passage: Passage, at: int) -> bool:
    low = passage.words[at].low
    is_nobody = low == "no" and at + 1 < len(passage.words) and passage.words[at + 1].low in ("one", "evidence")
    return low in _NOT or low.endswith("n't") or is_nobody


def _denies(passage: Passage, first: int, last: int) -> bool:
    """Whether *not* before these words denies the number behind them."""
    words = passage.words
    if first < last and words[first].low in _NO_DENIAL:
        return False
    if last - first < _NEXT and not any(_is_verb(passage, at) for at in range(first, last)):
        return True
    while first < last and words[first].low in _ADVERBS:
        first += 1
    if not _NOBODY.isdisjoint(word.low for word in words[first - 1 : first + 1]):
        return any(_is_verb(passage, at) for at in range(first, last))
    return first < last and _is_verb(passage, first)


def _is_verb(passage: Passage, at: int) -> bool:
    families = {label.partition(".")[0] for label in passage.labels_at.get(at, ())}
    low = passage.words[at].low
    return bool(families & _DENIABLE) or says_fall(low) or says_rise(low)


def _is_called_wrong(passage: Passage, number: DraftNumber) -> bool:
    """Whether the words behind a number in its clause, or the next sentence, say that it is wrong."""
    if _judges(passage, number.place, passage.clause(number)[1]):
        return True
    following = passage.sentence_behind(number)
    if following is None:
        return False
    first, last = passage.sentences[following]
    words = [word for word in passage.words[first:last] if word.text[0].isalpha()]
    is_judgement = len(words) <= _SHORT and passage.has("wrong", first, last)
    opening = {word.low for word in words[:2]}
    return is_judgement or (bool(opening & _SUBJECTS) and _judges(passage, first, min(first + 2 * _SHORT, last)))


def _judges(passage: Passage, first: int, last: int) -> bool:
    """Whether these words say that something is wrong: *is wrong*, *was simply not true*."""
    return any(
        word.low in _BE for at in _wrong(passage, first, last) for word in passage.words[max(at - 3, first) : at]
    )


def _wrong(passage: Passage, first: int, last: int) -> Iterator[int]:
    return (mention.first for mention in passage.mentioned("wrong", first, last))


def _is_answered(passage: Passage, number: DraftNumber) -> bool:
    """Whether the number stands in a question that is answered with *No*."""
    following = passage.sentence_behind(number)
    if following is None or passage.words[passage.span(number)[1] - 1].text != "?":
        return False
    first, last = passage.sentences[following]
    return passage.words[first].low in _ANSWERS or first in _wrong(passage, first, last)
