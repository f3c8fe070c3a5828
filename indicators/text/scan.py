"""The state of one pass over a text, and the expression of a sort that has nothing but a place."""

import re
from typing import Any

from indicators.text import qualifiers
from indicators.text.expression import Expression
from indicators.text.tokens import Tokens
from indicators.text.unit_names import UnitNames

_MOVED_UP = re.compile(
    r"\b(?:revis(?:ed|ion)|r[oi]se[sn]?|rising|went|goes|gone|mov(?:ed|es)|climb(?:ed|s)|edged|ticked|nudged|inched|crept|"
    r"jumped|picked|pushed|brought|took|taken|from (?:an? |the )?[\w.,%$€£-]+(?: [\w%-]+){0,2}) up to$",
    re.IGNORECASE,
)
_REACH = 48
"""Characters in which a verb of motion, or *from* and a value, stands before *up to*."""


class Scan:
    """The tokens of a text, the units to be named, and what belongs to the expressions found so far."""

    __slots__ = ("compared", "floor", "floor_token", "here", "t", "units", "used")

    def __init__(self, tokens: Tokens, units: UnitNames) -> None:
        self.t, self.units = tokens, units
        self.floor = 0
        """Characters before it belong to the last expression."""
        self.floor_token = 0
        """The first token behind the last expression."""
        self.compared = 0
        """Where the last expression ends if it is an amount that words may compare, *5% more than*; else 0."""
        self.here = 0
        """The token being read."""
        self.used: set[int] = set()
        """Tokens that name the unit of a number before them."""

    def past(self, end: int, place: int) -> int:
        """The first token behind a place in the text."""
        place += 1
        while place < self.t.count and self.t.starts[place] < end:
            place += 1
        return place

    def qualifier(self, place: int, end: int) -> tuple[str, int, int]:
        """The qualifier of the number from a token to a character, and the characters that its words span.

        Words right behind an amount compare it and bound nothing: *1.8% fewer than a year earlier*. Nor does *up to*
        behind a verb of motion, or what it starts from: *revised up to 117.6*, *from 7 up to 13*.
        """
        found = qualifiers.around(self.t, place, end, self.floor)
        if found[0] in ("more_than", "less_than") and self.compared and 0 <= found[1] - self.compared <= 1:
            return "unqualified", self.t.starts[place], end
        if found[0] == "at_most" and _MOVED_UP.search(self.t.text, max(0, found[1] - _REACH), found[1] + len("up to")):
            return "unqualified", self.t.starts[place], end
        return found


def plain(kind: str, start: int, end: int, **more: Any) -> Expression:
    """An expression that has no words but its own."""
    return Expression(kind=kind, start=start, end=end, after=end, first=start, last=end, **more)
