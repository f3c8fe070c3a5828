"""A number of a draft with the words right behind it, which may name the thing counted."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from indicators.quoting.passage import DraftNumber, Passage
from indicators.text.expression import Expression
from indicators.text.lexicon import POSSESSIVE, Word
from indicators.text.vocabulary import FUNCTION_WORDS, MONTHS, SHORT_MONTHS

_NOUNS = 5
"""Words behind a number that may name the thing counted."""
_THESE = frozenset("the these those its their this that our".split())
_WHOSE = frozenset("these those its their our his her".split())
_COUNTS, _COUNTED = frozenset(("number", "total", "tally", "toll", "count")), 16
"""Words before *of* and the thing counted, and how far before the number they may stand."""
_ABOVE = frozenset(
    "over under above below beneath more less fewer lower higher larger smaller greater short shy".split()
)
_JOINS = frozenset(("and", "or"))
_BY_FAR = frozenset("well far just slightly way".split())
_SPREAD = frozenset(
    "spread divided distributed averaged shared split apportioned scattered all hand hands handed handing".split()
)
"""Words before *over* after which it is no bound."""
_MORE = frozenset("more other own further additional extra daily weekly monthly annually yearly".split())
"""Words within the name of a thing that do not belong to it."""
_ENDS_NOUN = (FUNCTION_WORDS - _MORE) | frozenset(
    [
        *MONTHS.lower().split(),
        *SHORT_MONTHS,
        *"alongside amid via plus besides despite versus vs including so far".split(),
        *"altogether together combined overall strong inside within".split(),
        *"stand stands stood lie lies lay remain remains remained go went still yet".split(),
    ]
)


def number_of(passage: Passage, expression: Expression, text: str) -> DraftNumber:
    """A number of a passage of a draft with the words that name what it counts."""
    words = passage.words
    starts = passage.starts
    place = bisect_right(starts, expression.start) - 1
    sentence = max(bisect_right(passage.sentences, (place, len(words) + 1)) - 1, 0)
    stop = passage.sentences[sentence][1]
    named = expression.unit_end if 0 <= expression.unit_start - expression.end <= 2 else expression.end
    at = bisect_left(starts, max(expression.end, named))
    if at < stop and words[at].text == "+":
        at += 1  # 600k+ soldiers
    noun = _nouns(words, at, stop)
    after = noun[-1] + 1 if noun else at
    thing: tuple[int, ...] = ()
    if after < stop and words[after].low == "of":
        thing = _nouns(words, after + 1 + (after + 1 < stop and words[after + 1].low in _WHOSE), stop)
    elif not noun and not expression.units:
        thing = _counted_before(words, passage.sentences[sentence][0], place)
    exceeded = any(
        mention.last <= place and place - mention.last <= 2 and not _has_number(words, mention.last, place)
        for mention in passage.mentioned("exceeded", max(place - 7, passage.sentences[sentence][0]), place)
    )
    qualifier = expression.qualifier
    first = bisect_left(starts, expression.first)
    opens, *behind = [word.low for word in words[first:place] if word.low not in _BY_FAR] or [""]
    is_spread = opens == "over" and first > 0 and words[first - 1].low in _SPREAD
    if is_spread or (opens in _ABOVE and not _THESE.isdisjoint(behind)) or _is_of_age(words, first):
        qualifier = "unqualified"  # over the ten years, short of the 4.9; spread over 13 boxes; 55 and over 3.2
    if exceeded and qualifier == "unqualified":
        qualifier = "more_than"
    return DraftNumber(
        expression=expression,
        words=text[expression.start : expression.end],
        place=place,
        sentence=sentence,
        noun=noun,
        thing=thing,
        qualifier=qualifier,
    )


def end_of(passage: Passage, number: DraftNumber) -> int:
    """The place of the first word behind a number and its unit."""
    return bisect_left(passage.starts, max(number.expression.end, number.expression.unit_end))


def unit_places(passage: Passage, number: DraftNumber) -> range:
    """The places of the words that are the unit of a number, before or behind it; empty where it has none."""
    expression = number.expression
    return range(bisect_left(passage.starts, expression.unit_start), bisect_left(passage.starts, expression.unit_end))


def extent(passage: Passage, number: DraftNumber) -> tuple[int, int]:
    """The places of the first word of a number, with its bound, and of the first one behind it, before its unit."""
    expression = number.expression
    last = bisect_left(passage.starts, max(expression.last, expression.end))
    return bisect_left(passage.starts, expression.first), max(last, number.place + 1)


def _is_of_age(words: Sequence[Word], at: int) -> bool:
    """Whether *over* is of an age before it: *those aged 55 and over 3.2 percent*."""
    return at > 1 and words[at - 1].low in _JOINS and words[at - 2].text[0].isdecimal() and words[at].low in _ABOVE


def compound_heads(passage: Passage, number: DraftNumber) -> tuple[int, ...]:
    """The places of the words behind a number and a word that a hyphen joins to it: *class* of *400-box class*.

    Those behind *of* follow: *band*, *men* of *90-strong band of men*.
    """
    words, sign, stop = passage.words, number.place + 1, passage.span(number)[1]
    if sign + 1 >= stop or words[sign].text != "-" or words[sign].end != words[sign + 1].start or number.noun:
        return ()
    heads = _nouns(words, sign + 2, stop)
    behind = heads[-1] + 1 if heads else stop
    return (*heads, *_nouns(words, behind + 1, stop)) if behind < stop and words[behind].low == "of" else heads


def _counted_before(words: Sequence[Word], first: int, place: int) -> tuple[int, ...]:
    """What is counted by *the number of unemployed persons* before a number."""
    for at in range(place - 3, max(place - _COUNTED, first) - 1, -1):
        if words[at].text[0].isdecimal():
            return ()
        if words[at].low in _COUNTS and words[at + 1].low == "of":
            return _nouns(words, at + 2 + (words[at + 2].low in _THESE), place)
    return ()


def _has_number(words: Sequence[Word], first: int, last: int) -> bool:
    return any(word.text[0].isdecimal() for word in words[first:last])


def _nouns(words: Sequence[Word], at: int, stop: int) -> tuple[int, ...]:
    """The words from a place on up to one that cannot belong to the name of a counted thing."""
    found: list[int] = []
    while at < stop and len(found) < _NOUNS:
        word = words[at]
        if word.text == "-" and found:
            at += 1
            continue
        if not word.text[0].isalpha() and word.low != POSSESSIVE:
            break
        if word.low in _ENDS_NOUN:
            break
        if word.low not in _MORE:
            found.append(at)
        at += 1
    return tuple(found)
