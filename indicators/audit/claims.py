"""Who claims the numbers of a document's text: which observation carries each, or which row dismisses it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from indicators.audit import agreement
from indicators.audit.unit_words import Named, Wording, shown
from indicators.catalogue.model import Catalogue
from indicators.errors import IndicatorsError, UnknownIdError, nearest
from indicators.text import search
from indicators.text import sentences as text
from indicators.text.search import QUANTITIES, Expression
from indicators.text.sentences import LEAD, Sentence, normalise, quote

HEADING = 0
"""Paragraph number of a title, in the lead, and of the heading of a section."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What is wrong with a number in the text, or with the row `id` of the catalogue that speaks of it."""

    kind: str
    section: str
    paragraph: int
    expression: str
    id: str
    message: str


@dataclass(kw_only=True, slots=True)
class Claim:
    """An expression, the number of its passage and where the next one begins; what accounts for it, in which words."""

    expression: Expression
    passage: int
    limit: int
    observations: list[str] = field(default_factory=list)
    dismissed: str = ""
    why: str = ""
    quoted: str = ""
    finding: str = ""


class Reading:
    """The text of a document, read against a catalogue: its passages, and the claim on each expression in them."""

    def __init__(self, catalogue: Catalogue, content: str, document: str | None = None) -> None:
        self.catalogue = catalogue
        self.document = _document(catalogue, content, document)
        row = catalogue.documents.loc[self.document]
        headings = catalogue.items(row["headings"], "documents", "headings")
        self.text_sha256 = hashlib.sha256(normalise(content).encode()).hexdigest()
        self.passages = _passages(content, str(row["title"]), headings)
        self.wording = Wording(catalogue.units, catalogue.figures["unit"].dropna().unique())
        self.claims = [_claims(number, passage.text) for number, passage in enumerate(self.passages)]
        self._standing = defaultdict[str, list[int]](list)
        for number, passage in enumerate(self.passages):
            self._standing[passage.fingerprint].append(number)
        self.findings: list[Finding] = []
        for each in self._rows(catalogue.figures):
            self._observe(each)
        for each in self._rows(catalogue.dismissed):
            self._dismiss(each)

    def unaccounted(self) -> Iterator[Claim]:
        """The expressions that neither an observation nor a dismissal claims, in the order of the text."""
        return (claim for row in self.claims for claim in row if not claim.observations and not claim.dismissed)

    def words(self, claim: Claim) -> str:
        """The few words that print an expression, as the row quotes them that accounts for it."""
        if not claim.quoted:
            sentence = self.passages[claim.passage].text
            claim.quoted = shown(sentence, claim.expression, self.named(claim), claim.limit)
        return claim.quoted

    def named(self, claim: Claim) -> Named:
        """The unit that the words after an expression name."""
        return self.wording.named(self.passages[claim.passage].text, claim.expression, claim.limit)

    def _rows(self, frame: pd.DataFrame) -> Iterator[dict[Any, Any]]:
        """The rows of this document that say where they stand."""
        mine = frame[(frame["document"] == self.document).to_numpy() & frame["fingerprint"].notna().to_numpy()]
        return iter(mine.to_dict("records"))

    def _find(self, kind: str, place: Sentence, expression: str, identity: str, message: str) -> None:
        self.findings.append(
            Finding(
                kind=kind,
                section=place.section,
                paragraph=place.paragraph,
                expression=expression,
                id=identity,
                message=message,
            )
        )

    def _places(self, row: Mapping[str, Any]) -> list[tuple[int, int, int]]:
        """Passage, start and end of each place where the words of a row stand in its sentence; what is wrong is found.

        Where the sentence stands several times, those places count that the locator names, if it names one.
        """
        stated = Sentence(section=normalise(row["section"]), paragraph=int(row["paragraph"]), text="")
        words = normalise(row["as_printed"])
        standing = self._standing.get(row["fingerprint"], [])
        if not standing:
            self._find("missing", stated, words, row["id"], "its sentence is not in the text")
            return []
        here = [number for number in standing if _place(self.passages[number]) == _place(stated)]
        places = list(self._stands(words, here or standing))
        if not places:
            self._find("missing", stated, words, row["id"], "its words are not in its sentence")
        elif not here:
            there = self.passages[places[0][0]]
            message = f"it stands in section {quote(there.section)}, paragraph {there.paragraph}"
            self._find("misplaced", stated, words, row["id"], message)
            for number, start, end in places:
                for claim in self._within(number, start, end):
                    claim.finding = "misplaced"
        return places

    def _stands(self, words: str, numbers: Iterable[int]) -> Iterator[tuple[int, int, int]]:
        """Passage, start and end of each place in these passages where the words stand."""
        for number in numbers:
            for start in _occurrences(words, self.passages[number].text):
                yield number, start, start + len(words)

    def occurrence(self, claim: Claim, words: str) -> int:
        """Which of the places it is, from 1, where the words of an expression stand in its sentence."""
        passage = self.passages[claim.passage]
        same = [n for n in self._standing[passage.fingerprint] if _place(self.passages[n]) == _place(passage)]
        places = self._stands(words, same)
        this = (claim.passage, claim.expression.first)
        return next(count for count, (number, start, _) in enumerate(places, start=1) if (number, start) == this)

    def _within(self, number: int, start: int, end: int) -> list[Claim]:
        return [
            claim for claim in self.claims[number] if start <= claim.expression.start and claim.expression.end <= end
        ]

    def _observe(self, row: Mapping[str, Any]) -> None:
        """Lets an observation claim the expression in its words that agrees with it, else the first quantity."""
        places = self._places(row)
        inside = [(claim, start, end) for number, start, end in places for claim in self._within(number, start, end)]
        if places and not inside:
            place = self.passages[places[0][0]]
            self._find("misquoted", place, row["as_printed"], row["id"], "its words hold no number whole")
        if not inside:
            return
        claim, start, end = min(
            inside,
            key=lambda one: (
                not agreement.agrees_in_number(row, one[0].expression),
                bool(one[0].observations),
                one[0].expression.kind not in QUANTITIES,
            ),
        )
        claim.observations.append(row["id"])
        claim.quoted = row["as_printed"]
        passage = self.passages[claim.passage]
        printed = agreement.Print(
            sentence=passage.text,
            paragraph=self._paragraphs[passage.section, passage.paragraph],
            span=(start, end),
            expression=claim.expression,
            named=self.named(claim),
            dates=frozenset(date for one in self.claims[claim.passage] for date in one.expression.dates),
        )
        for one in agreement.differences(self.catalogue, self.wording, row, printed):
            message = f"{one.column}: found {one.found}; expected {one.expected}"
            self._find("misquoted", passage, self.words(claim), row["id"], message)
            claim.finding = claim.finding or "misquoted"

    @cached_property
    def _paragraphs(self) -> dict[tuple[str, int], str]:
        joined = defaultdict[tuple[str, int], list[str]](list)
        for passage in self.passages:
            joined[passage.section, passage.paragraph].append(passage.text)
        return {place: " ".join(texts) for place, texts in joined.items()}

    def _dismiss(self, row: Mapping[str, Any]) -> None:
        """Lets a row of `dismissed.csv` claim every expression in its words."""
        places = self._places(row)
        if not places:
            return
        occurrence = 1 if pd.isna(row["occurrence"]) else int(row["occurrence"])
        stated = self.passages[places[0][0]]
        words = row["as_printed"]
        if occurrence > len(places):
            found = f"its words stand {len(places)} times in its sentence, not {occurrence}"
            self._find("missing", stated, words, row["id"], found)
            return
        inside = self._within(*places[occurrence - 1])
        if not inside:
            self._find("missing", stated, words, row["id"], "its words hold no number whole")
        for claim in inside:
            if claim.observations or claim.dismissed:
                other = ";".join(claim.observations) or claim.dismissed
                found = f"it dismisses what {other} accounts for"
                self._find("misquoted", stated, self.words(claim), row["id"], found)
                claim.finding = claim.finding or "misquoted"
            else:
                claim.dismissed, claim.why, claim.quoted = row["id"], row["why"], words


def _place(passage: Sentence) -> tuple[str, int]:
    return passage.section, passage.paragraph


def _claims(number: int, sentence: str) -> list[Claim]:
    found = search.find(sentence)
    limits = [*(one.first for one in found), len(sentence)][1:]
    return [Claim(expression=one, passage=number, limit=limit) for one, limit in zip(found, limits, strict=True)]


def _document(catalogue: Catalogue, content: str, given: str | None) -> str:
    """The document whose text this is: the one named, else the one whose title it opens with, else the only one."""
    documents = catalogue.documents
    if given is not None and given not in documents.index:
        raise UnknownIdError("document", given, nearest(given, documents.index))
    if given is not None and not documents.at[given, "text_held"]:
        raise IndicatorsError(f'the text of "{given}" is not held: there is nothing to set this one against')
    held = documents[documents["text_held"].to_numpy(dtype=bool)]
    if given is not None:
        return given
    opening = normalise(content.strip().partition("\n")[0])
    titled = [one for one, title in held["title"].items() if normalise(title) == opening]
    likely = titled or list(held.index)
    if len(likely) != 1:
        choices = ", ".join(map(str, likely)) or "none whose text is held"
        raise IndicatorsError(f"name the document by --document; the catalogue has {choices}")
    return str(likely[0])


def _passages(content: str, title: str, headings: Iterable[str]) -> list[Sentence]:
    """Every sentence, and the title and headings, which `text.sentences` passes over, where they stand."""
    headings = list(headings)
    lines = [normalise(line) for line in content.strip().splitlines()]
    known = {normalise(heading) for heading in headings}
    titled = bool(lines) and lines[0] == normalise(title)
    found = [Sentence(section=LEAD, paragraph=HEADING, text=lines[0])] if titled else []
    found += [Sentence(section=line, paragraph=HEADING, text=line) for line in lines[titled:] if line in known]
    found += text.sentences(content, title=title, headings=headings)
    order = {section: number for number, section in enumerate(dict.fromkeys([LEAD, *lines]))}
    return sorted(found, key=lambda one: (order[one.section], one.paragraph))


def _occurrences(words: str, sentence: str) -> Iterator[int]:
    """Where the words stand in a sentence, not as a part of longer words."""
    start = sentence.find(words)
    while start >= 0:
        end = start + len(words)
        opens = not (words[0].isalnum() and start and sentence[start - 1].isalnum())
        closes = not (words[-1].isalnum() and sentence[end : end + 1].isalnum())
        if opens and closes:
            yield start
        start = sentence.find(words, end)
