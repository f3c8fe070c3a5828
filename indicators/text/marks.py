"""Characters that say how a number is to be read and that normalisation would take away.

NFKC makes *2½* of the digits 2, 1 and 2, and *45,000³* of 45,0003. So superscripts and vulgar fractions are replaced
by marks, which stand for themselves in a text of the same length, before it is normalised or read.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from indicators.text.normal import FOLDED, normalise
from indicators.text.vocabulary import RAISED, VULGAR

_FIRST = 0xE000  # private use: no text means anything by it, and no normalisation changes it
RAISED_MARKS: dict[str, str] = {chr(_FIRST + number): str(number) for number, _ in enumerate(RAISED)}
"""Each mark of a superscript digit with that digit."""

MINUS_RAISED = chr(_FIRST + 10)
FILLER = chr(_FIRST + 31)
"""Stands behind the mark of a vulgar fraction for the further characters of its normal form."""

VULGAR_MARKS: dict[str, float] = {chr(_FIRST + 32 + place): value for place, value in enumerate(VULGAR.values())}
"""Each mark of a vulgar fraction with its value."""

_MARKS = {
    **dict(zip(RAISED, RAISED_MARKS, strict=True)),
    "⁻": MINUS_RAISED,
    **dict(zip(VULGAR, VULGAR_MARKS, strict=True)),
}
_ORIGINALS = {**{mark: char for char, mark in _MARKS.items()}, FILLER: ""}
_ANY_MARK = re.compile(f"[{''.join(_ORIGINALS)}]")
_SPECIAL = re.compile(f"[{RAISED}⁻{''.join(VULGAR)}]")
_PRIVATE = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + 63)}]")
_TO_MARK = re.compile(f"{_SPECIAL.pattern}|{_PRIVATE.pattern}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_DROPPED = re.compile("[\u00ad\u200b\u2060\ufeff]")
_ONE_TO_ONE = {code: to for code, to in FOLDED.items() if to}


def normal_and_marked(line: str) -> tuple[str, str]:
    """The normalised line, and the same, as long, with marks for superscripts and vulgar fractions."""
    normal = normalise(line)
    if line.isascii() or not _TO_MARK.search(line):
        return normal, normal

    def mark(found: re.Match[str]) -> str:
        return _MARKS[found[0]].ljust(len(unicodedata.normalize("NFKC", found[0])), FILLER)

    return normal, normalise(_SPECIAL.sub(mark, _PRIVATE.sub("\ufffd", line)))


def unmarked(marked: str) -> str:
    """The text with the superscripts and vulgar fractions that its marks stand for."""
    return _ANY_MARK.sub(lambda found: _ORIGINALS[found[0]], marked)


def folded(text: str) -> tuple[str, Sequence[int] | None]:
    """A text to read, and the place of each of its characters in the text as given; None where they are the same."""
    if text.isascii():
        return text, None
    plain = _PRIVATE.sub("\ufffd", text)
    plain = _SPECIAL.sub(lambda found: _MARKS[found[0]], plain).translate(_ONE_TO_ONE)
    if not unicodedata.is_normalized("NFKC", plain):
        plain = _NOT_ASCII.sub(lambda found: _one(found[0]), plain)
    if not _DROPPED.search(plain):
        return plain, None
    places = [place for place, char in enumerate(plain) if not _DROPPED.match(char)]
    return _DROPPED.sub("", plain), [*places, len(plain)]


@lru_cache(maxsize=4096)
def _one(char: str) -> str:
    """The character in its normal form, where that is a single one."""
    if char.isspace():
        return char if char == "\n" else " "
    normal = unicodedata.normalize("NFKC", char)
    return normal if len(normal) == 1 and not normal.isspace() else char
