"""What a rule may say of a pair: it supports, it assumes, it refuses, or it only notes."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from indicators.operand import Assumption
from indicators.pair import ASSUMES, NOTES, REFUSES, SUPPORTS, Pair


class Said(NamedTuple):
    """What a rule says: its effect, a sentence, the two values that it looked at, and what it assumes, if it does."""

    effect: str
    text: str
    left: str = ""
    right: str = ""
    assumption: Assumption | None = None


Rule = Callable[[Pair], Iterator[Said]]


def refuse(text: str, left: str = "", right: str = "") -> Said:
    """The two may not be combined."""
    return Said(REFUSES, text, left, right)


def support(text: str, left: str = "", right: str = "") -> Said:
    """The two may be combined."""
    return Said(SUPPORTS, text, left, right)


def note(text: str, left: str = "", right: str = "") -> Said:
    """Something to know, which decides nothing."""
    return Said(NOTES, text, left, right)


def assume(text: str, assumption: Assumption, left: str = "", right: str = "") -> Said:
    """The two may be combined if something is granted."""
    return Said(ASSUMES, text, left, right, assumption)


def differ(pair: Pair, text: str, left: str, right: str) -> Said:
    """The two differ in something, which refuses; of one publication it only says what was told in another way."""
    return (
        note(text, left, right) if pair.same_publication and pair.operation == "equals" else refuse(text, left, right)
    )
