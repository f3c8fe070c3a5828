"""Cards side by side, in columns that leave no card alone in the last row."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from indicators import markup

NUMBERS, TEXT, PAPER = (4, 3), (3, 4, 2), (3, 2)
"""Numbers of columns, the preferred first: of cards with a number and a few lines, of cards with more to read, and of
cards in the report, which is narrower.
"""
_CLASSES = {4: (), 3: ("three",), 2: ("few",)}
"""Classes of a grid by its number of columns where there is room."""


def card_grid(cards: Sequence[Markup], columns: Sequence[int] = TEXT, *, wide: Iterable[Markup] = ()) -> Markup:
    """Cards in one of these numbers of columns, then ``wide`` ones as wide as the page; empty without any."""
    sections = [
        *(markup.element("section", card) for card in cards),
        *(markup.element("section", card, class_="wide-card") for card in wide),
    ]
    look = ("cards", *(("text",) if columns == TEXT else ()), *grid_classes(len(cards), columns))
    return markup.element("div", *sections, class_=" ".join(look)) if sections else markup.EMPTY


def card_stacks(cards: Iterable[Markup], *, wide: Iterable[Markup] = ()) -> Markup:
    """Cards of unequal length below each other in columns, without rows and so without holes, then ``wide`` ones."""
    sections = [
        *(markup.element("section", card) for card in cards),
        *(markup.element("section", card, class_="wide-card") for card in wide),
    ]
    return markup.element("div", *sections, class_="cards text stacked") if sections else markup.EMPTY


def grid_classes(count: int, columns: Sequence[int]) -> tuple[str, ...]:
    """Classes of a grid of so many cards: the columns that leave the fewest gaps, and how wide the first card is.

    In ``odd``, the first card is two columns wide where the grid has two for want of room, in ``lead`` everywhere.
    """
    odd = ("odd",) if count % 2 and count > 1 else ()
    if count <= 2:
        return (*odd, "few")
    gaps = {number: -count % number for number in columns if count % number != 1}
    if not gaps:
        return (*_CLASSES[columns[0]], "lead", *odd)
    return (*_CLASSES[min(gaps, key=lambda number: gaps[number])], *odd)
