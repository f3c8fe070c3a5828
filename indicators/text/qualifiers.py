"""The qualifier that the words around a printed number give it, in the names of `bounds.QUALIFIERS`."""

import re
from collections.abc import Mapping

_BEFORE: Mapping[str, str] = {
    "at_least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of",
    "at_most": "up to|as many as|as much as|as long as|as far as|as high as|at most|at the most|no more than|"
    "not more than|a maximum of|maximum of",
    "more_than": "more than|greater than|larger than|over|upwards of|upward of|in excess of|above|exceeding|"
    "surpassing|topping|beyond",
    "nearly": "nearly|almost",
    "less_than": "less than|fewer than|under|below|short of|shy of",
    "approximate": "about|around|round about|roughly|approximately|approx|circa|ca|some|close to|"
    r"in the region of|on the order of|in the order of|something like|give or take|\~",
    "exact": "exactly|precisely",
}
_AFTER: Mapping[str, str] = {
    "at_least": r"\+|-plus\b| or more\b| and counting\b| at least\b",
    "at_most": r" or (?:fewer|less)\b| at (?:the )?most\b",
    "approximate": r"-odd\b| or so\b| or thereabouts\b",
}
_WEIGHT = r"(?:(?:well|far|just|slightly|a little|little|significantly|substantially|considerably|much|still) )?"
_FILLER = r"(?:(?:an? (?:total of|further|additional|estimated|reported)|another|a|an) )?"
_STANDS_BEFORE = re.compile(
    rf"(?<![\w-])(?:{_WEIGHT}(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _BEFORE.items())
    + rf")[. ]+|(?P<tilde>~) ?){_FILLER}$",
    re.IGNORECASE,
)
_STANDS_AFTER = re.compile(
    r"(?: [a-z]+)??(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _AFTER.items()) + ")",
    re.IGNORECASE,
)
_LAST = frozenset(
    words.rpartition(" ")[2] for phrases in _BEFORE.values() for words in phrases.replace("\\", "").split("|")
) | frozenset("of further additional estimated reported another a an".split())
"""Words right before a number but for which it has no qualifier; most numbers are done with a look at that one word."""

_REACH = 48
"""Characters before a number in which its qualifier may begin."""

_BETWEEN = re.compile(r"\b(?:between|from|anywhere between|somewhere between) $", re.IGNORECASE)
_LOOSE = ("approximate", "exact")


def around(sentence: str, start: int, end: int, floor: int = 0) -> tuple[str, int, int]:
    """The qualifier of the number at `start` to `end`, and where its words and the number start and end.

    Words before `floor` belong to another number. Of two qualifiers the one that bounds counts: *up to about 500*
    is at most 500.
    """
    qualifier, first, last = "unqualified", start, end
    while found := _search(sentence, first, max(floor, first - _REACH)):
        name, first = found
        if qualifier == "unqualified" or qualifier in _LOOSE:
            qualifier = name
    behind = _STANDS_AFTER.match(sentence, end)
    if behind and behind.lastgroup and (qualifier == "unqualified" or qualifier in _LOOSE):
        qualifier, last = behind.lastgroup, behind.end()
    return qualifier, first, last


def between(sentence: str, start: int) -> int:
    """Where the words of a range start, whose first number starts at `start`."""
    found = _BETWEEN.search(sentence, max(0, start - _REACH), start)
    return found.start() if found else start


def _search(sentence: str, start: int, floor: int) -> tuple[str, int] | None:
    before = sentence[floor:start].rstrip(" .")
    if before.rpartition(" ")[2].lower() not in _LAST and not before.endswith("~"):
        return None
    found = _STANDS_BEFORE.search(sentence, floor, start)
    if not found or not found.lastgroup:
        return None
    name = "approximate" if found.lastgroup == "tilde" else found.lastgroup
    return name, found.start()
