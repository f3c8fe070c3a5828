"""The one place where a document's text is normalised, cut into sentences and fingerprinted.

The splitter is our own because it is part of the file format: a fingerprint in `observations.csv` is the hash
of a sentence as cut here, and a library that improves its rules would silently break every one of them.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile

LEAD = "lead"
"""Name of the section before the first heading."""

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),  # soft hyphen, zero-width space, word joiner, byte order mark
    }
)
_SPACE = re.compile(r"\s+")
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
    """A sentence and where it stands: section, paragraph in that section from 1, normalised text."""

    section: str
    paragraph: int
    text: str

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the sentence, as `observations.csv` holds it."""
        return fingerprint(self.text)


def normalise(text: str) -> str:
    """Text with what typography alone changes folded: NFKC, quotation marks, dashes, white space."""
    # Folded before NFKC, which takes an acute accent in place of an apostrophe apart, and after it, which
    # makes dashes of their wide and small forms.
    compatible = unicodedata.normalize("NFKC", text.translate(_FOLDED)).translate(_FOLDED)
    return _SPACE.sub(" ", compatible).strip()


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
    block: list[str] = []
    lines = list(dropwhile(lambda line: not line, map(normalise, text.splitlines())))
    if lines and lines[0] == normalise(title):
        del lines[0]
    for line in [*lines, ""]:
        if line and line not in opening:
            block.append(line)
            continue
        if block:
            number += 1
            found += (Sentence(section=section, paragraph=number, text=sentence) for sentence in split(" ".join(block)))
            block.clear()
        if line:
            section, number = line, 0
    return tuple(found)


def quote(text: str, *, whole: bool = False) -> str:
    """The text in quotation marks, as a message cites it: one line, nothing invisible, cut unless `whole`."""
    cut = text if whole else text[:_QUOTED]
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in cut)
    return f'"{shown}…"' if len(cut) < len(text) else f'"{shown}"'
