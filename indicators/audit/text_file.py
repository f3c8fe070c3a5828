"""Reads the text of a document from a file and remarks on anything odd in it."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from indicators.audit.spaced_tables import with_bars
from indicators.errors import IndicatorsError
from indicators.text.counted import number_of
from indicators.text.sentences import in_quotes

MOST_BYTES = 2 * 2**20
"""Size of the longest text that is read: about 300,000 words."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_BINARY = 0.1
"""Share of control characters above which a file is not text."""

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset("the of and to in a is that for it on was with as at by be this are from".split())
_FEWEST_WORDS = 20
_LEAST_ENGLISH = 0.05


@dataclass(frozen=True, kw_only=True)
class TextFile:
    """The text of a file, and remarks on faults that may hide numbers from the audit."""

    text: str
    remarks: tuple[str, ...] = ()


def read(path: Path) -> TextFile:
    """The text of the file; raises IndicatorsError, with a text of one line, if it is not plain text in UTF-8."""
    name = in_quotes(str(path), whole=True)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise IndicatorsError(f"{name} cannot be read: {error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise IndicatorsError(f"{name} is longer than {MOST_BYTES // 2**20} MiB; no document is so long")
    if data.startswith(_UTF16) or b"\0" in data:
        raise IndicatorsError(f"{name} is UTF-16 or no text at all; save it as plain text in UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise IndicatorsError(f"{name} is not UTF-8 (line {line}); save it as plain text in UTF-8") from None
    controls = _CONTROL.findall(text)
    if len(controls) > len(text) * _BINARY:
        raise IndicatorsError(
            f"{name} is no text: one character in {len(text) // len(controls)} is a control character"
        )
    if not text.strip():
        raise IndicatorsError(f"{name} holds no text")
    return TextFile(text=text, remarks=tuple(_remarks(text, len(controls))))


def _remarks(text: str, controls: int) -> list[str]:
    remarks = []
    if first := _CONTROL.search(text):
        line = text.count("\n", 0, first.start()) + 1
        remarks.append(
            f"{number_of(controls, 'control character')} in the text, the first "
            f"U+{ord(first[0]):04X} on line {line}; a number that holds one is not read"
        )
    barred = with_bars(text)
    if barred != text:
        remarks.append(
            "a table with tabs or blanks between its cells is read by its head and its labels, as one with |"
        )
    left = set(barred.splitlines())
    lines = enumerate(text.splitlines(), start=1)
    tabbed = [number for number, line in lines if "\t" in line.strip() and line in left]
    if rows := [number for number, after in pairwise(tabbed) if after == number + 1]:
        remarks.append(
            f"line {rows[0]} and the next look like a table with tabs between its cells; with | before, between and "
            "behind the cells of each line its numbers are read by the head and the label"
        )
    words = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in words)
    if len(words) >= _FEWEST_WORDS and english < len(words) * _LEAST_ENGLISH:
        remarks.append("the text does not look English; numbers in words are found in English only")
    return remarks
