"""Counts with their nouns, whose plural ends in *s*."""


def noun_of(count: int, noun: str) -> str:
    """The noun as it stands behind a count: *figure* behind one, else *figures*."""
    return noun if count == 1 else f"{noun}s"


def number_of(count: int, noun: str) -> str:
    """The count in digits and its noun: *1 figure*, *1,200 more figures*."""
    return f"{count:,} {noun_of(count, noun)}"
