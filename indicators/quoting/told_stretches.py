"""Times that a draft tells without a date: *last summer*, *the start of the year*, *the New Year*."""

from indicators.quoting.passage import DraftNumber, Passage

STRETCHES = frozenset("week month quarter year decade spring summer autumn fall winter".split())
_RELATIVE = frozenset("this last next past".split())
_PARTS = frozenset("first second third last final opening closing early".split())
_BEGINS = frozenset("start beginning turn outset".split())


def relative_at(passage: Passage, at: int) -> str:
    """*Last summer*, *this year*, *past twelve months alone*, as it stands; empty where no such time does."""
    words = passage.words
    if at + 1 >= len(words) or words[at].low not in _RELATIVE:
        return ""
    if [word.low for word in words[at + 3 : at + 4]] == ["alone"] and words[at + 2].low.removesuffix("s") in STRETCHES:
        return passage.text(at, at + 4)
    return passage.text(at, at + 2) if words[at + 1].low in STRETCHES else ""


def season_at(passage: Passage, at: int) -> str:
    """*The New Year*, *the start of the year*, *summer*, as it stands behind *since*; empty where no such time does."""
    words = passage.words
    start = at + (words[at].low == "the")
    if start + 3 < len(words) and words[start].low in _BEGINS and words[start + 1].low == "of":
        start += 2 + (words[start + 2].low in ("the", "this", "last"))
    if start < len(words) and words[start].low in STRETCHES:
        return passage.text(at, start + 1)
    is_new_year = [word.low for word in words[start : start + 2]] == ["new", "year"]
    return passage.text(at, start + 2) if is_new_year else ""


def tells_length(passage: Passage, number: DraftNumber) -> bool:
    """Whether another number of the sentence is a length of time: *of the six months before*."""
    others = (other for other in passage.numbers if other.sentence == number.sentence)
    return any(not STRETCHES.isdisjoint(other.expression.units) for other in others if other is not number)


def part_among(passage: Passage, first: int, last: int) -> str:
    """*First week of*, *opening month of*, as it stands among these words; empty where nothing does."""
    words = passage.words
    for at in range(first, last - 2):
        if words[at].low in _PARTS and words[at + 1].low in STRETCHES and words[at + 2].low == "of":
            return passage.text(at, at + 2)
    return ""


def opens_change(passage: Passage, number: DraftNumber) -> bool:
    """Whether a number is the earlier one of a change whose later one follows: *from 438 to 412*."""
    at, (_, last) = passage.word_before(number), passage.clause(number)
    is_from = at >= 0 and passage.words[at].low == "from"
    return is_from and last in passage.places and "to" in {word.low for word in passage.words[number.place : last]}
