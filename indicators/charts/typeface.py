"""The typeface of images: the width of a text, its lines, and the typeface as CSS inside an SVG.

The files in ``fonts`` are part of Liberation Sans, with which vl-convert draws. Its letters are as wide as those of
Arial and Helvetica, so that programs that read no font out of an SVG still show the same lines. The widths of the
letters are in ``fonts/widths.json``, which `tools/typeface_widths.py` writes.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from indicators import markup
from indicators.paths import PACKAGE

FAMILY = "Figures Sans, Liberation Sans, Arial, Helvetica, sans-serif"
_NAMES = {False: "regular", True: "bold"}
_BREAK = re.compile(r"[ \t\r\n]+(?!·)")
_FOLDER = PACKAGE / "charts" / "fonts"


@cache
def style() -> str:
    """CSS with both weights of the typeface inside."""
    faces = (
        '@font-face { font-family: "Figures Sans"; '
        f"font-weight: {'bold' if bold else 'normal'}; "
        f'src: url("data:font/woff;base64,{b64encode(font).decode()}") format("woff"); }}'
        for bold, font in ((bold, (_FOLDER / f"{name}.woff").read_bytes()) for bold, name in _NAMES.items())
    )
    return " ".join(faces)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text in the unit of ``size``; a letter that the typeface lacks counts as a square."""
    ems = _widths()[_NAMES[bold]]
    return size * sum([ems.get(letter, 1.0) for letter in text])


def lines(text: str, size: float, most: float, *, bold: bool = False) -> Iterator[str]:
    """The text in lines no wider than ``most``; what is kept together breaks if it is wider, and so does a word."""
    line, length, blank = "", 0.0, width(" ", size, bold=bold)
    kept = ([each] if width(each, size, bold=bold) <= most else each.split(" ") for each in _words(text))
    for word in chain.from_iterable(kept):
        wide = width(word, size, bold=bold)
        if (length + blank if line else 0) + wide <= most:
            line, length = (f"{line} {word}", length + blank + wide) if line else (word, wide)
            continue
        if line:
            yield line
        while word and wide > most:
            cut = _fitting(word, size, most, bold=bold)
            yield word[:cut]
            word = word[cut:]
            wide = width(word, size, bold=bold)
        line, length = word, wide
    if line:
        yield line


@lru_cache(maxsize=1000)
def even_lines(text: str, size: float, most: float) -> tuple[str, ...]:
    """The text in as few lines as ``lines`` makes of it, about equally long: no last line of a single word."""
    found = tuple(lines(text, size, most))
    while len(found) > 1:
        narrower = max(width(line, size) for line in found) - 0.01
        tried = tuple(lines(text, size, narrower))
        if len(tried) > len(found) or max(width(word, size) for word in _words(text)) > narrower:
            break
        found = tried
    return found


def _words(text: str) -> list[str]:
    """What of a text stands on one line: words, a bound with its number, a word with the middle dot behind it."""
    kept = markup.kept_together(" ".join(text.split()))
    return [piece.replace("\N{NO-BREAK SPACE}", " ") for piece in _BREAK.split(kept)] if kept else []


def _fitting(word: str, size: float, most: float, *, bold: bool) -> int:
    """Number of letters of a word that fit on a line, at least 1."""
    return next((end - 1 for end in range(2, len(word)) if width(word[:end], size, bold=bold) > most), len(word) - 1)


@cache
def _widths() -> Mapping[str, Mapping[str, float]]:
    """Width of each letter in ems, by font."""
    fonts = json.loads((_FOLDER / "widths.json").read_text(encoding="utf-8"))
    return {
        name: {chr(int(code)): advance / font["units_per_em"] for code, advance in font["advances"].items()}
        for name, font in fonts.items()
    }
