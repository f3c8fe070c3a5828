"""The qualifier that the words and signs around a printed number give it, in the names of `bounds.QUALIFIERS`."""

import re
from collections.abc import Container, Mapping

from indicators.text.tokens import Tokens
from indicators.text.vocabulary import (
    AFTER,
    BEFORE,
    FILLERS,
    LONG_FILLERS,
    NEGATED,
    NEGATIONS,
    OR_EQUAL,
    SIGNS,
    SMALL,
    TENS,
    WEIGHTS,
)


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")


_NUMBER_WORD = "|".join([*SMALL, *TENS, "half", "a"])
_AFTER = re.compile(
    r"(?:[\s-]+[a-z]+){0,2}?(?:"
    + "|".join(
        f"(?P<{name}>{_spaced(words.replace('<number>', _NUMBER_WORD))})"
        for name, words in {
            **AFTER,
            "equal": r" (?:or|and) equal\b(?!(?: to| than)? (?:\d|<number>))(?: to| than)?",
        }.items()
    )
    + ")",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"[\s+-]*(?:\S{1,20}\s+){0,2}?(?:or|and|at|plus|odd|max|min|tops|give)|\s?[+]|-?ish", re.IGNORECASE
)
REACH = 64
"""Characters before a number in which the words of a range may begin."""

_EQUAL = frozenset(f"{link} equal{to}" for link in ("or", "and") for to in ("", "s", " to", "s to", " than"))
_EQUALLY = frozenset(("equal to or", "equals or", "equal or"))
_SPREAD = frozenset("spread divided distributed split scattered shared averaged staggered".split())
"""Words behind which *over* says among how many, and not more than how many."""
_LONGEST = 5
_LASTS = {
    name: frozenset(phrase.rpartition(" ")[2] for phrase in phrases)
    for name, phrases in (
        ("before", BEFORE),
        ("long_fillers", LONG_FILLERS),
        ("equal", _EQUAL),
        ("equally", _EQUALLY),
        ("negations", NEGATIONS),
    )
}
"""The last words of each sort of phrase, so that most are not looked for."""

_LAST = _LASTS["before"] | _LASTS["long_fillers"] | _LASTS["equal"] | FILLERS
"""The last words of all qualifiers. Most numbers have none of them right before, and so no qualifier; that is quick."""

_BETWEEN = re.compile(
    r"\b(?:(?:somewhere|anywhere)\s+)?(?:between|from|ranging from|range of|aged?|ages)\s+"
    r"(?:the\s+(?:ages\s+of\s+)?)?$",
    re.IGNORECASE,
)
_LOOSE = ("approximate", "exact", "unqualified")


def around(t: Tokens, place: int, end: int, floor: int = 0) -> tuple[str, int, int]:
    """The qualifier of the number from a token to the character `end`, and the characters that its words span.

    Characters before `floor` belong to another number. Of two qualifiers the one that bounds counts: *up to about 500*
    is at most 500. A negation turns a bound round: *not more than*.
    """
    qualifier, first, last = "unqualified", place, end
    while found := _before(t, first, floor):
        name, first = found
        if qualifier in _LOOSE:
            qualifier = name
    behind = _AFTER.match(t.text, end) if _STARTS.match(t.text, end) else None
    if behind and behind.lastgroup:
        if behind.lastgroup == "equal":
            if qualifier in OR_EQUAL:
                qualifier, last = OR_EQUAL[qualifier], behind.end()
        elif qualifier in _LOOSE:
            qualifier, last = behind.lastgroup, behind.end()
    return qualifier, t.starts[first], last


def _before(t: Tokens, place: int, floor: int) -> tuple[str, int] | None:
    """The qualifier whose words end right before a token, and the token at which they start."""
    at = place - 1
    if at < 0 or t.starts[at] < floor:
        return None
    word = t.low[at]
    if word in SIGNS or word == "=":
        return _sign(t, at)
    if word == "." and t.at(at - 1) in ("approx", "ca"):
        at, word = at - 1, t.low[at - 1]
    elif word == "(":
        at, word = at - 1, t.at(at - 1)
    if word not in _LAST:
        return None
    stop = at + 1
    filler = _phrase(t, stop, LONG_FILLERS, _LASTS["long_fillers"], floor) or (stop - 1 if word in FILLERS else stop)
    for end in (stop, filler) if filler != stop else (stop,):
        if found := _words(t, end, floor):
            return found
    return None


def _words(t: Tokens, stop: int, floor: int) -> tuple[str, int] | None:
    equal = _phrase(t, stop, _EQUAL, _LASTS["equal"], floor)
    start = _phrase(t, equal, BEFORE, _LASTS["before"], floor) if equal else None
    if start is None:
        equal, start = None, _phrase(t, stop, BEFORE, _LASTS["before"], floor)
        if start is None:
            return None
    name = BEFORE[" ".join(t.low[start : equal or stop])]
    if t.low[start] == "over" and t.at(start - 1) in _SPREAD:
        return None
    if start and t.touches(start) and t.words[start - 1] == "-":
        return None
    while start and t.low[start - 1] in WEIGHTS and t.starts[start - 1] >= floor:
        start -= 1 + (t.low[start - 1] == "little" and t.at(start - 2) == "a")
    equally = _phrase(t, start, _EQUALLY, _LASTS["equally"], floor)
    if equal is not None or equally is not None:
        name, start = OR_EQUAL.get(name, name), start if equally is None else equally
    negation = _phrase(t, start, NEGATIONS, _LASTS["negations"], floor)
    if negation is not None and name in NEGATED:
        return NEGATED[name], negation
    return name, start


def _phrase(t: Tokens, stop: int, phrases: Container[str], lasts: Container[str], floor: int) -> int | None:
    """Where the longest of the phrases starts that ends before a token; `lasts` are their last words."""
    if not stop or t.low[stop - 1] not in lasts:
        return None
    for length in range(min(_LONGEST, stop), 0, -1):
        start = stop - length
        if " ".join(t.low[start:stop]) in phrases and t.starts[start] >= floor:
            return start
    return None


def _sign(t: Tokens, at: int) -> tuple[str, int] | None:
    """A sign of comparison; none where it is an arrow, or part of a tag."""
    word, before = t.words[at], t.at(at - 1)
    near = at > 0 and t.starts[at] - t.ends[at - 1] <= 1
    if word == "=" and near and before in ("<", ">"):
        return ("at_most" if before == "<" else "at_least"), at - 1
    if near and t.touches(at) and before in ("<", ">", "=", "-"):
        return None
    return SIGNS[word], at


def between(text: str, start: int) -> int:
    """Where the words of a range start; its first number starts at `start`."""
    found = _BETWEEN.search(text, max(0, start - REACH), start)
    return found.start() if found else start


def opening(text: str, start: int) -> str:
    """*between* or *from*, where it stands before the first number of a range."""
    found = _BETWEEN.search(text, max(0, start - REACH), start)
    words = found[0].lower() if found else ""
    return next((word for word in ("between", "from") if word in words), "")


QUALIFIED: Mapping[str, tuple[bool, bool]] = {
    "more_than": (True, False),
    "at_least": (True, False),
    "less_than": (False, True),
    "at_most": (False, True),
    "nearly": (False, True),
}
"""Which ends, lower and upper, a one-sided qualifier gives."""
