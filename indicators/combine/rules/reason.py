"""Reasons that rules give for or against a combination."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indicators.combine.operand import Assumption
from indicators.combine.pair import Pair

SUPPORTS, ASSUMES, REFUSES, NOTES = "supports", "assumes", "refuses", "notes"


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason for or against a combination.

    ``effect`` is SUPPORTS, ASSUMES, REFUSES or NOTES. ``left`` and ``right`` are the two values that the rule looked
    at. ``assumption`` is set if the effect is ASSUMES. ``rule`` is the id of the rule; ``reasons_for`` sets it.
    """

    effect: str
    text: str
    left: str = ""
    right: str = ""
    assumption: Assumption | None = None
    rule: str = ""


Rule = Callable[[Pair], Iterator[Reason]]


def refuse(text: str, left: str = "", right: str = "") -> Reason:
    """A reason why the two may not be combined."""
    return Reason(effect=REFUSES, text=text, left=left, right=right)


def support(text: str, left: str = "", right: str = "") -> Reason:
    """A reason why the two may be combined."""
    return Reason(effect=SUPPORTS, text=text, left=left, right=right)


def note(text: str, left: str = "", right: str = "") -> Reason:
    """A remark that decides nothing."""
    return Reason(effect=NOTES, text=text, left=left, right=right)


def assume(text: str, assumption: Assumption, left: str = "", right: str = "") -> Reason:
    """A reason why the two may be combined only if the assumption is granted."""
    return Reason(effect=ASSUMES, text=text, left=left, right=right, assumption=assumption)


def differ(pair: Pair, text: str, left: str, right: str, *, told: str) -> Reason:
    """A refusal because the two differ; the note ``told`` if a publication is compared with itself."""
    told_twice = pair.same_publication and pair.operation == "equals"
    return note(told, left, right) if told_twice else refuse(text, left, right)
