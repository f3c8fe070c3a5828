"""The one place where a document's text is cut into sentences and fingerprinted.

The splitter is our own because it is part of the file format: a fingerprint in `observations.csv` is the hash
of a sentence as cut here, and a library that improves its rules would silently break every one of them.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import dropwhile

from indicators.text.marks import normal_and_marked
from indicators.text.normal import normalise

LEAD = "lead"
"""Name of the section before the first heading."""

_STOP = re.compile(r"""(?<![.!?])[.!?]+["')\]]*(?=\s+["'(\[]*([\w$€£¥]))""")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[\"'])(?:[A-Z]|St|Mt|Ft|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Lt|Brig|Col|Maj|Capt|Cmdr|Sgt|Adm|Sen|Rep|"
    r"Gov|Pres|Jr|Sr|Inc|Ltd|Corp|Fig|No|Nos|vs|cf|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_LONGEST_ABBREVIATION = 24
_QUOTED = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence and where it stands: section, paragraph in that section from 1, normalised text.

    `marked` is the same text, as long, with marks for what normalisation takes away; the reader reads it.
    """

    section: str
    paragraph: int
    text: str
    marked: str = field(default="", compare=False, repr=False)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the sentence, as `observations.csv` holds it."""
        return fingerprint(self.text)


def fingerprint(sentence: str) -> str:
    """SHA-256 (64 hexadecimal digits) of the normalised sentence in UTF-8."""
    return hashlib.sha256(normalise(sentence).encode()).hexdigest()


def split(paragraph: str) -> Iterator[str]:
    """Sentences of a normalised paragraph, in order; joined by spaces they are the whole paragraph.

    A sentence ends at a full stop, question or exclamation mark, with the quotation marks and brackets that
    close on it, where white space and no small letter follow; but not after an abbreviation or an initial.
    """
    start = 0
    for stop in _STOP.finditer(paragraph):
        end = stop.end()
        behind = max(start - 1, end - _LONGEST_ABBREVIATION, 0)  # from the space before the sentence on
        if stop[1].islower() or _ABBREVIATED.search(paragraph, behind, end):
            continue
        yield paragraph[start:end]
        start = end + 1
    if start < len(paragraph):
        yield paragraph[start:]


def sentences(text: str, *, title: str = "", headings: Iterable[str] = ()) -> tuple[Sentence, ...]:
    """Every sentence of a document with its locator.

    A line that equals one of `headings` opens that section; a first line that equals `title` is passed over.
    Paragraphs are blocks between blank lines (captions and credit lines count), numbered from 1 in a section.
    """
    opening = {normalise(heading) for heading in headings}
    section, number = LEAD, 0
    found: list[Sentence] = []
    block: list[tuple[str, str]] = []
    lines = list(dropwhile(lambda line: not line[0], map(normal_and_marked, text.splitlines())))
    if lines and lines[0][0] == normalise(title):
        del lines[0]
    for line, marks in [*lines, ("", "")]:
        if line and line not in opening:
            block.append((line, marks))
            continue
        if block:
            number += 1
            found += _sentences(section, number, block)
            block.clear()
        if line:
            section, number = line, 0
    return tuple(found)


def _sentences(section: str, paragraph: int, lines: Iterable[tuple[str, str]]) -> Iterator[Sentence]:
    """The sentences of a paragraph, each with its part of the marked lines."""
    plain, marks = (" ".join(texts) for texts in zip(*lines, strict=True))
    start = 0
    for text in split(plain):
        yield Sentence(section=section, paragraph=paragraph, text=text, marked=marks[start : start + len(text)])
        start += len(text) + 1


def in_quotes(text: str, *, whole: bool = False) -> str:
    """The text in quotation marks, as a message cites it: one line, nothing invisible, cut unless `whole`."""
    cut = text if whole else text[:_QUOTED]
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in cut)
    return f'"{shown}…"' if len(cut) < len(text) else f'"{shown}"'
