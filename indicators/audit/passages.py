"""The passages of a document's text (its sentences, title and headings) and the places where words stand in them."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from indicators.audit.printed_tables import is_table
from indicators.audit.spaced_tables import with_bars
from indicators.catalogue.model import Catalogue
from indicators.errors import IndicatorsError, UnknownIdError, nearest
from indicators.text import sentences
from indicators.text.marks import normal_and_marked
from indicators.text.normal import normalise
from indicators.text.sentences import LEAD, Sentence

_MOST_WORDS = 30
"""Words of the caption of a table."""
HEADING = 0
"""Paragraph number of the title, whose section is the lead, and of the heading of a section."""


class Place(NamedTuple):
    """Where words stand: the number of the passage, and their start and end in it."""

    passage: int
    start: int
    end: int


class Passages:
    """The passages of a text in their order, numbered from 0.

    A table with tabs or blanks between its cells is read as one with *|*, unless one of its sentences as they stand is
    `quoted`, by its fingerprint.
    """

    def __init__(self, text: str, title: str, headings: Iterable[str], quoted: Collection[str] = ()) -> None:
        self.text_sha256 = hashlib.sha256(normalise(text).encode()).hexdigest()
        """SHA-256 of the normalised text."""
        self.sentences = _split(with_bars(text, quoted), title, list(headings))
        self.fingerprints = [passage.fingerprint for passage in self.sentences]
        """The fingerprint of each passage."""
        self._by_fingerprint = defaultdict[str, list[int]](list)
        for number, each in enumerate(self.fingerprints):
            self._by_fingerprint[each].append(number)

    def __getitem__(self, number: int) -> Sentence:
        return self.sentences[number]

    def with_fingerprint(self, fingerprint: str) -> list[int]:
        """The numbers of the passages with this text."""
        return self._by_fingerprint.get(fingerprint, [])

    def find(self, words: str, numbers: Iterable[int]) -> Iterator[Place]:
        """Each place in these passages where the words stand, not as a part of longer words."""
        for number in numbers:
            for start in _occurrences(words, self.sentences[number]):
                yield Place(number, start, start + len(words))

    def paragraph_of(self, number: int) -> str:
        """The text of the paragraph in which a passage stands; before that of a table its caption."""
        paragraph = self._paragraphs[locator(self[number])]
        return f"{self.caption_of(number)} {paragraph}".strip()

    def caption_of(self, number: int) -> str:
        """The words before a passage that is a table, if they are few; empty where it is none."""
        before = self[number - 1].text if number and is_table(self[number].text) else ""
        return before if len(before.split(maxsplit=_MOST_WORDS)) <= _MOST_WORDS else ""

    @cached_property
    def _paragraphs(self) -> dict[tuple[str, int], str]:
        """The text of each paragraph by its locator."""
        texts = defaultdict[tuple[str, int], list[str]](list)
        for passage in self.sentences:
            texts[locator(passage)].append(passage.text)
        return {place: " ".join(found) for place, found in texts.items()}


def locator(passage: Sentence) -> tuple[str, int]:
    """Section and paragraph of a passage."""
    return passage.section, passage.paragraph


def identify_document(catalogue: Catalogue, text: str, document: str | None) -> str:
    """The id of the document with this text: the given one, else the one whose title comes first, else the only one.

    Raises UnknownIdError if the catalogue has no such document, and IndicatorsError if it does not hold its text, or
    if none is given and the text may be that of several.
    """
    documents = catalogue.documents
    if document is not None and document not in documents.index:
        raise UnknownIdError("document", document, nearest(document, documents.index))
    if document is not None and not documents.at[document, "text_held"]:
        raise IndicatorsError(f'the text of "{document}" is not held: there is nothing to set this one against')
    if document is not None:
        return document
    held = documents[documents["text_held"].to_numpy(dtype=bool)]
    opening = normalise(text.strip().partition("\n")[0])
    titled = [identity for identity, title in held["title"].items() if normalise(title) == opening]
    likely = titled or list(held.index)
    if len(likely) != 1:
        choices = ", ".join(map(str, likely)) or "none whose text is held"
        raise IndicatorsError(f"name the document by --document; the catalogue has {choices}")
    return str(likely[0])


def is_title(text: str) -> bool:
    """Whether the first line of a text looks like a title: no sentence, and an empty line behind it."""
    line, _, rest = text.strip().partition("\n")
    return not line.rstrip().endswith((".", "!", ":")) and rest.lstrip(" \t").startswith("\n")


def _split(text: str, title: str, headings: list[str]) -> list[Sentence]:
    """Every sentence in order, with the title and the headings, which `sentences.sentences` leaves out."""
    both = [normal_and_marked(line) for line in text.strip().splitlines()]
    lines = [line for line, _ in both]
    known = {normalise(heading) for heading in headings}
    titled = bool(lines) and lines[0] == normalise(title)
    found = [Sentence(section=LEAD, paragraph=HEADING, text=lines[0], marked=both[0][1])] if titled else []
    found += [
        Sentence(section=line, paragraph=HEADING, text=line, marked=marked)
        for line, marked in both[titled:]
        if line in known
    ]
    found += sentences.sentences(text, title=title, headings=headings)
    order = {section: number for number, section in enumerate(dict.fromkeys([LEAD, *lines]))}
    return sorted(found, key=lambda passage: (order[passage.section], passage.paragraph))


def _occurrences(words: str, passage: Sentence) -> Iterator[int]:
    """The positions of the words in a sentence where they are not a part of longer words, but for footnote marks."""
    sentence, marked = passage.text, passage.marked
    start = sentence.find(words)
    while start >= 0:
        end = start + len(words)
        opens = not (words[0].isalnum() and start and marked[start - 1].isalnum())
        closes = not (words[-1].isalnum() and marked[end : end + 1].isalnum())
        if opens and closes:
            yield start
        start = sentence.find(words, end)
