"""Whether a number stands for itself, in a line, a cell or a formula of its own, with its statement elsewhere."""

from indicators.quoting.passage import CELL, DraftNumber, Passage
from indicators.text.lexicon import POSSESSIVE, words_of

_SIGNS = frozenset("÷×−=/+")
_QUOTES = frozenset("\"“”'‘’")
_ENDS = _QUOTES | {"."}
_VERBS = frozenset("is are was were be been being has have had will would".split())
"""Words that make a sentence of a line."""
_LONGEST = 6
"""Words of a unit and of its divisor."""
ELSEWHERE = frozenset(("source", "status", "period", "update"))
"""What a reader of a line or a formula is told beside it."""


def told_elsewhere(passage: Passage, number: DraftNumber) -> frozenset[str]:
    """What a number does not owe where it stands: in a line of its own, as an operand, as a cell of a table."""
    first, last = passage.span(number)
    start, stop = _phrase(passage, number, first, last)
    before = passage.words[start - 1].text if start > first else ""
    behind = passage.words[stop].text if stop < last else ""
    if before == behind == CELL:
        return frozenset(("update",))
    is_operand = before in _SIGNS or behind in _SIGNS or before == behind == ":"
    is_clause = any(word.low in _VERBS for word in passage.words[start:stop])
    is_alone = (
        not is_clause
        and {*(word.text for word in passage.words[first:start])} <= _QUOTES
        and ({*(word.text for word in passage.words[stop:last])} <= _ENDS)
    )
    is_line = passage.is_paragraph(number.sentence)
    return ELSEWHERE if is_operand or (is_alone and is_line) else frozenset()


def is_captioned(passage: Passage, number: DraftNumber, title: str) -> bool:
    """Whether the title of a figure stands right behind a number, as in our lines: *115 killed, Killed in 2024*."""
    first, last = passage.span(number)
    stop = _phrase(passage, number, first, last)[1]
    wanted = [word.low for word in words_of(title)]
    told = [word.low for word in passage.words[stop + 1 : stop + 1 + len(wanted)]]
    return bool(wanted) and stop < last and passage.words[stop].text == "," and told == wanted


def _phrase(passage: Passage, number: DraftNumber, first: int, last: int) -> tuple[int, int]:
    """The words of a number with its bound and its unit: from the first one to behind the last."""
    words = passage.words
    start = number.place
    while start > first and words[start - 1].text[0].isalpha() and words[start - 1].end >= number.expression.first:
        start -= 1
    stop = number.place + 1
    while stop < last and (words[stop].text[0].isalnum() or words[stop].low in ("-", POSSESSIVE)):
        if stop > number.place + _LONGEST:
            break
        stop += 1
    return start, stop
