"""A text as tokens: words, numbers in digits, and single signs, each with its place."""

import re
from collections.abc import Sequence
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
        self.count = len(self.words)
        del pieces
        digits = [place for place, word in enumerate(self.words) if word < ":" and len(word) > 4]
        several = [place for place in digits if " " in self.words[place] or "," in self.words[place]]
        if several:
            self._take_apart(several)
        self.low = list(map(str.lower, self.words))
        self.count = len(self.words)

    def _parts(self, place: int) -> list[str]:
        """The parts of a token that is more than one number, which together are its text; else none."""
        word = self.words[place]
        return self._day_and_number(place) if " " in word else self._list(word)

    def _day_and_number(self, place: int) -> list[str]:
        """The parts of *12 300* behind a month: *on May 12 300 people came*."""
        before = self.words[place - 1].lower() if place else ""
        if before[:3] not in SHORT_MONTHS or self.words[place][0].isalpha():
            return []
        day, _, rest = self.words[place].partition(" ")
        dated = place > 1 and self.words[place - 2].isdecimal()  # 4 July 1 100
        return [] if dated or int(day) > 31 or rest.startswith("0") else [f"{day} ", rest]

    def _list(self, word: str) -> list[str]:
        """The parts of a list of numbers that no space takes apart: *22,24,26*."""
        if not isnan(value_of(word)):
            return []
        pieces = [piece for piece in re.split("(,)", word) if piece]
        return [] if any(piece != "," and isnan(value_of(piece)) for piece in pieces) else pieces

    def _take_apart(self, several: Sequence[int]) -> None:
        """Puts the parts of these tokens in their place, in one pass, as a text may hold a million of them."""
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for place in [*several, self.count]:
            pieces = self._parts(place) if place < self.count else []
            if pieces or place == self.count:
                words += self.words[done:place]
                starts += self.starts[done:place]
                ends += self.ends[done:place]
                done = place + 1
            if pieces:
                places = list(accumulate(map(len, pieces), initial=self.starts[place]))
                stripped = [piece.rstrip() for piece in pieces]
                words += stripped
                starts += places[:-1]
                ends += [start + len(piece) for start, piece in zip(places, stripped, strict=False)]
        self.words, self.starts, self.ends = words, starts, ends

    def touches(self, place: int) -> bool:
        """Whether the token stands right behind the one before it."""
        return 0 < place < self.count and self.starts[place] == self.ends[place - 1]

    def is_designation(self, place: int) -> bool:
        """Whether a token is the letter of a name, *F-16* or *C-class*, and not a unit or a scale: *5 F-7 F*."""
        if self.touches(place) or not (self.touches(place + 1) and self.touches(place + 2)):
            return False
        letter, sign, rest = self.words[place : place + 3]
        is_name = len(letter) == 1 and letter.isupper() and sign == "-" and rest[0].isalnum()
        return is_name and self.at(place + 3) != letter.lower()

    def at(self, place: int) -> str:
        """The token in small letters, empty where there is none."""
        return self.low[place] if 0 <= place < self.count else ""

    def is_digits(self, place: int) -> bool:
        """Whether the token is a number in digits."""
        return 0 <= place < self.count and self.words[place][0].isdecimal()
