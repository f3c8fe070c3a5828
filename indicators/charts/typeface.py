"""The typeface of images: how wide a text is in it, where its lines break, and how it is carried inside an SVG.

The files in ``fonts`` are part of Liberation Sans, which vl-convert brings along and draws with. Its letters are as
wide as those of Arial and Helvetica, so that programs that read no font out of an SVG still keep to the same lines.
"""

import zlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from struct import unpack_from

from indicators.paths import PACKAGE

FAMILY = "Figures Sans, Liberation Sans, Arial, Helvetica, sans-serif"
_FILES = {False: "regular", True: "bold"}
_FOLDER = PACKAGE / "charts" / "fonts"


@cache
def style() -> str:
    """The typeface as CSS that needs no other file."""
    faces = (
        '@font-face { font-family: "Figures Sans"; '
        f"font-weight: {'bold' if bold else 'normal'}; "
        f'src: url("data:font/woff;base64,{b64encode(_file(bold)).decode()}") format("woff"); }}'
        for bold in _FILES
    )
    return " ".join(faces)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text in the unit of ``size``; a letter that the typeface lacks counts as a square."""
    known = _advances(bold)
    return size * sum(known.get(ord(letter), 1.0) for letter in text)


def lines(text: str, size: float, most: float, *, bold: bool = False) -> Iterator[str]:
    """The text in lines no wider than ``most``; a word that is wider is broken."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= most:
            line = longer
            continue
        if line:
            yield line
        while word and width(word, size, bold=bold) > most:
            cut = _fitting(word, size, most, bold=bold)
            yield word[:cut]
            word = word[cut:]
        line = word
    if line:
        yield line


def _fitting(word: str, size: float, most: float, *, bold: bool) -> int:
    """How many letters of a word fit on a line, one at least."""
    return next((end - 1 for end in range(2, len(word)) if width(word[:end], size, bold=bold) > most), len(word) - 1)


def _file(bold: bool) -> bytes:
    return (_FOLDER / f"{_FILES[bold]}.woff").read_bytes()


@cache
def _advances(bold: bool) -> Mapping[int, float]:
    """How far each letter moves on, in ems, by its code point. Source: OpenType 1.9, cmap (format 4) and hmtx."""
    tables = _tables(_file(bold))
    (em,) = unpack_from(">H", tables["head"], 18)
    (long_metrics,) = unpack_from(">H", tables["hhea"], 34)
    last = unpack_from(">H", tables["hmtx"], 4 * (long_metrics - 1))[0]
    widths = {glyph: unpack_from(">H", tables["hmtx"], 4 * glyph)[0] for glyph in range(long_metrics)}
    return {code: widths.get(glyph, last) / em for code, glyph in _glyphs(tables["cmap"])}


def _glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Each code point below U+10000 with its glyph."""
    (count,) = unpack_from(">H", cmap, 2)
    starts = [unpack_from(">I", cmap, 8 + 8 * number)[0] for number in range(count)]
    at = next(start for start in starts if unpack_from(">H", cmap, start)[0] == 4)
    segments = unpack_from(">H", cmap, at + 6)[0] // 2
    ends, firsts, deltas, offsets = (
        unpack_from(f">{segments}H", cmap, at + 14 + 2 * (part * segments + (part > 0))) for part in range(4)
    )
    for number, (first, end, delta, offset) in enumerate(zip(firsts, ends, deltas, offsets, strict=True)):
        here = at + 16 + 2 * (3 * segments + number)
        for code in range(first, min(end, 0xFFFE) + 1):
            glyph = unpack_from(">H", cmap, here + offset + 2 * (code - first))[0] if offset else code
            if glyph:
                yield code, (glyph + delta) % 0x10000


def _tables(woff: bytes) -> Mapping[str, bytes]:
    """The tables of a font file. Source: W3C, WOFF File Format 1.0."""
    (count,) = unpack_from(">H", woff, 12)
    found = {}
    for number in range(count):
        tag, offset, packed, plain = unpack_from(">4sIII", woff, 44 + 20 * number)
        table = woff[offset : offset + packed]
        found[tag.decode()] = zlib.decompress(table) if packed < plain else table
    return found
