"""A text as tokens: words, numbers in digits, and single signs, each with its place."""

import re
from itertools import accumulate
from math import isnan
from operator import sub

from indicators.text.chunks import value_of
from indicators.text.vocabulary import SHORT_MONTHS

_PIECE = re.compile(
    r"(?:[^\S\n]|\n(?!\s*\n))*"  # the space before a token; an empty line is a token itself
    r"(?:[^\W\d_]+(?:'[^\W\d_]+)?"
    r"|(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d]|[.,]\d*[A-Za-z])(?:[.,]\d+)?(?![.,]?\d)"  # 1 234 567.89
    r"|\d+(?:[.,:/'\u2044]\d+)*"
    r"|\n\s*\n|[^\s\w]|_)"
)


class Tokens:
    """The tokens of a text: `words` as they stand, `low` in small letters, `starts` and `ends` their places."""

    __slots__ = ("count", "ends", "low", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        # Each with the space before it, so that their lengths are their places; of the space at the end there is none.
        pieces = _PIECE.findall(text, 0, len(text.rstrip()))
        self.words: list[str] = list(map(str.lstrip, pieces))
        if "\n" in text:
            self.words = [word or "\n" for word in self.words]
        self.ends: list[int] = list(accumulate(map(len, pieces)))
        self.starts: list[int] = list(map(sub, self.ends, map(len, self.words)))
        digits = [place for place, word in enumerate(self.words) if word < ":" and len(word) > 4]
        for place in reversed(digits):
            if " " in self.words[place]:
                self._split_day(place)
            elif "," in self.words[place]:
                self._split_list(place)
        self.low = list(map(str.lower, self.words))
        self.count = len(self.words)

    def _split_day(self, place: int) -> None:
        """Takes *12 300* apart behind a month: *on May 12 300 people came*."""
        before = self.words[place - 1].lower() if place else ""
        if before[:3] not in SHORT_MONTHS or self.words[place][0].isalpha():
            return
        day, _, rest = self.words[place].partition(" ")
        dated = place > 1 and self.words[place - 2].isdecimal()  # 4 July 1 100
        if dated or int(day) > 31 or rest.startswith("0"):
            return
        self.words[place : place + 1] = [day, rest]
        self.ends[place : place + 1] = [self.starts[place] + len(day), self.ends[place]]
        self.starts.insert(place + 1, self.starts[place] + len(day) + 1)

    def _split_list(self, place: int) -> None:
        """Takes a list of numbers apart that no space does: *22,24,26*."""
        word, start = self.words[place], self.starts[place]
        if not isnan(value_of(word)):
            return
        pieces = [piece for piece in re.split("(,)", word) if piece]
        if any(piece != "," and isnan(value_of(piece)) for piece in pieces):
            return
        places = list(accumulate(map(len, pieces), initial=start))
        self.words[place : place + 1] = pieces
        self.starts[place : place + 1] = places[:-1]
        self.ends[place : place + 1] = places[1:]

    def touches(self, place: int) -> bool:
        """Whether the token stands right behind the one before it."""
        return 0 < place < self.count and self.starts[place] == self.ends[place - 1]

    def at(self, place: int) -> str:
        """The token in small letters, empty where there is none."""
        return self.low[place] if 0 <= place < self.count else ""

    def is_digits(self, place: int) -> bool:
        """Whether the token is a number in digits."""
        return 0 <= place < self.count and self.words[place][0].isdecimal()
