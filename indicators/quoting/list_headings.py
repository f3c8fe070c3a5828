"""The lists of a passage: which sentences are items, and which sentence heads them."""

from collections.abc import Collection, Sequence

from indicators.text.lexicon import Word

_BULLETS = frozenset("-–—−*•·")
_CELL = "|"
_LABEL, _VALUE = 9, 8
"""Words of the label of an item, and from its colon on."""


def headings(
    words: Sequence[Word], sentences: Sequence[tuple[int, int]], openings: Collection[int]
) -> list[int | None]:
    """The sentence that heads the list in which each sentence is an item; None where it is in none.

    A sentence is given by its first word and the word behind it; `openings` are those that open a paragraph.
    """
    items = [_is_item(words, *span) for span in sentences]
    found: list[int | None] = []
    top = 0
    for at, is_item in enumerate(items):
        is_listed = is_item and at > 0 and at not in openings
        top = top if is_listed else at
        found.append(top if is_listed and not items[top] else None)
    return found


def _is_item(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a sentence is an item of a list, with its sign, or a label and a number: *Men: 4.9%.*

    A row of a table with one number at most is one too: the cells of others have headings of their own.
    """
    if words[first].text in _BULLETS:
        return True
    if words[first].text == _CELL:
        return sum(word.text[0].isdecimal() for word in words[first:last]) <= 1
    colon = next((at for at in range(first, min(first + _LABEL, last)) if words[at].text == ":"), first)
    is_short = first < colon and last - colon <= _VALUE
    return is_short and any(word.text[0].isdecimal() for word in words[colon + 1 : min(colon + 3, last)])
