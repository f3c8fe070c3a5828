"""Which row of the catalogue claims each number of a document's text: an observation, or a dismissal."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from indicators.audit.agreement import Printed, agrees_in_number, find_mismatches
from indicators.audit.passages import Passages, Place, identify_document, locator
from indicators.audit.unit_words import NamedUnits, UnitWords, excerpt
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.text.search import QUANTITIES, Expression, find
from indicators.text.sentences import Sentence, normalise, quote


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What is wrong with a number of the text, or with the row `id` of the catalogue that claims it."""

    kind: str
    section: str
    paragraph: int
    expression: str
    id: str
    message: str


@dataclass(kw_only=True, slots=True)
class Claim:
    """An expression of the text and the rows that claim it.

    `passage` is the number of its passage, `limit` the start of the next expression in it or its end. `observations`
    and `dismissed` are ids, `why` the reason of the dismissal, `quoted` the words of the row, `finding` the kind of
    the first finding.
    """

    expression: Expression
    passage: int
    limit: int
    observations: list[str] = field(default_factory=list)
    dismissed: str = ""
    why: str = ""
    quoted: str = ""
    finding: str = ""


class Quotation(NamedTuple):
    """The words that a row of the catalogue quotes, and its locator."""

    id: str
    section: str
    paragraph: int
    fingerprint: str
    words: str


class AuditedText:
    """The text of a document compared with a catalogue: a claim for each expression, and what was found wrong.

    Raises what `identify_document` raises.
    """

    def __init__(self, catalogue: Catalogue, text: str, document: str | None = None) -> None:
        self.catalogue = catalogue
        self.document = identify_document(catalogue, text, document)
        title = catalogue.text("documents", self.document, "title")
        headings = catalogue.items(catalogue.documents.at[self.document, "headings"], "documents", "headings")
        self.passages = Passages(text, title, headings)
        self.unit_words = UnitWords(catalogue.units, catalogue.figures["unit"].dropna().unique())
        self.claims = [_find_claims(number, passage.text) for number, passage in enumerate(self.passages.sentences)]
        """The claims in each passage."""
        self.findings: list[Finding] = []
        for observation in catalogue.observations(self._quoting(catalogue.figures)):
            self._claim(observation)
        dismissals = self._quoting(catalogue.dismissed)
        for quotation, occurrence, why in zip(
            _quotations(dismissals), dismissals["occurrence"], dismissals["why"], strict=True
        ):
            self._dismiss(quotation, 1 if pd.isna(occurrence) else int(occurrence), why)

    def unclaimed(self) -> Iterator[Claim]:
        """The expressions that no observation and no dismissal claims, in the order of the text."""
        return (claim for claims in self.claims for claim in claims if not claim.observations and not claim.dismissed)

    def words(self, claim: Claim) -> str:
        """The words that print an expression: as the claiming row quotes them, else a few words around the number."""
        if not claim.quoted:
            sentence = self.passages[claim.passage].text
            claim.quoted = excerpt(sentence, claim.expression, self.named_units(claim), claim.limit)
        return claim.quoted

    def named_units(self, claim: Claim) -> NamedUnits:
        """The units that the words after an expression name."""
        return self.unit_words.find(self.passages[claim.passage].text, claim.expression, claim.limit)

    def occurrence(self, claim: Claim, words: str) -> int:
        """The number, from 1, of this occurrence of the words among those in the same sentence and paragraph."""
        passage = self.passages[claim.passage]
        same = [
            number
            for number in self.passages.with_fingerprint(passage.fingerprint)
            if locator(self.passages[number]) == locator(passage)
        ]
        this = (claim.passage, claim.expression.first)
        places = self.passages.find(words, same)
        return next(count for count, place in enumerate(places, start=1) if (place.passage, place.start) == this)

    def _quoting(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of this document that have a locator."""
        of_document = (rows["document"] == self.document).to_numpy()
        return rows[of_document & rows["fingerprint"].notna().to_numpy()]

    def _report(self, kind: str, passage: Sentence, expression: str, identity: str, message: str) -> None:
        self.findings.append(
            Finding(
                kind=kind,
                section=passage.section,
                paragraph=passage.paragraph,
                expression=expression,
                id=identity,
                message=message,
            )
        )

    def _locate(self, quotation: Quotation) -> list[Place]:
        """Each place where the quoted words stand in their sentence; reports words that are missing or misplaced.

        If the sentence stands in several paragraphs, only the one of the locator counts, if there is one.
        """
        stated = Sentence(section=normalise(quotation.section), paragraph=quotation.paragraph, text="")
        words = normalise(quotation.words)
        anywhere = self.passages.with_fingerprint(quotation.fingerprint)
        if not anywhere:
            self._report("missing", stated, words, quotation.id, "its sentence is not in the text")
            return []
        here = [number for number in anywhere if locator(self.passages[number]) == locator(stated)]
        places = list(self.passages.find(words, here or anywhere))
        if not places:
            self._report("missing", stated, words, quotation.id, "its words are not in its sentence")
        elif not here:
            found = self.passages[places[0].passage]
            message = f"it stands in section {quote(found.section)}, paragraph {found.paragraph}"
            self._report("misplaced", stated, words, quotation.id, message)
            for place in places:
                for claim in self._claims_in(place):
                    claim.finding = "misplaced"
        return places

    def _claims_in(self, place: Place) -> list[Claim]:
        """The claims whose number stands whole in these words."""
        return [
            claim
            for claim in self.claims[place.passage]
            if place.start <= claim.expression.start and claim.expression.end <= place.end
        ]

    def _claim(self, observation: Observation) -> None:
        """Lets an observation claim the expression in its words that agrees with it, else the first quantity."""
        quotation = _quotation(observation)
        places = self._locate(quotation)
        candidates = [(claim, place) for place in places for claim in self._claims_in(place)]
        if places and not candidates:
            passage = self.passages[places[0].passage]
            self._report("misquoted", passage, quotation.words, quotation.id, "its words hold no number whole")
        if not candidates:
            return

        def preference(candidate: tuple[Claim, Place]) -> tuple[bool, bool, bool]:
            claim, _ = candidate
            expression = claim.expression
            return (
                not agrees_in_number(observation, expression),
                bool(claim.observations),
                expression.kind not in QUANTITIES,
            )

        claim, place = min(candidates, key=preference)
        claim.observations.append(observation.id)
        claim.quoted = quotation.words
        passage = self.passages[claim.passage]
        printed = Printed(
            sentence=passage.text,
            paragraph=self.passages.paragraph_of(passage),
            span=(place.start, place.end),
            expression=claim.expression,
            named=self.named_units(claim),
            dates=frozenset(date for other in self.claims[claim.passage] for date in other.expression.dates),
        )
        for mismatch in find_mismatches(self.catalogue, self.unit_words, observation, printed):
            message = f"{mismatch.column}: found {mismatch.found}; expected {mismatch.expected}"
            self._report("misquoted", passage, self.words(claim), observation.id, message)
            claim.finding = claim.finding or "misquoted"

    def _dismiss(self, quotation: Quotation, occurrence: int, why: str) -> None:
        """Lets a dismissal claim every expression in that occurrence of its words."""
        places = self._locate(quotation)
        if not places:
            return
        stated = self.passages[places[0].passage]
        if occurrence > len(places):
            message = f"its words stand {len(places)} times in its sentence, not {occurrence}"
            self._report("missing", stated, quotation.words, quotation.id, message)
            return
        claims = self._claims_in(places[occurrence - 1])
        if not claims:
            self._report("missing", stated, quotation.words, quotation.id, "its words hold no number whole")
        for claim in claims:
            if claim.observations or claim.dismissed:
                other = ";".join(claim.observations) or claim.dismissed
                message = f"it dismisses what {other} accounts for"
                self._report("misquoted", stated, self.words(claim), quotation.id, message)
                claim.finding = claim.finding or "misquoted"
            else:
                claim.dismissed, claim.why, claim.quoted = quotation.id, why, quotation.words


def _find_claims(number: int, sentence: str) -> list[Claim]:
    """A claim for each expression of the passage with this number."""
    expressions = find(sentence)
    limits = [*(expression.first for expression in expressions), len(sentence)][1:]
    return [
        Claim(expression=expression, passage=number, limit=limit)
        for expression, limit in zip(expressions, limits, strict=True)
    ]


def _quotation(observation: Observation) -> Quotation:
    return Quotation(
        id=observation.id,
        section=observation.section or "",
        paragraph=observation.paragraph or 0,
        fingerprint=observation.fingerprint or "",
        words=observation.as_printed or "",
    )


def _quotations(dismissals: pd.DataFrame) -> Iterator[Quotation]:
    columns = (dismissals[name] for name in ("id", "section", "paragraph", "fingerprint", "as_printed"))
    for identity, section, paragraph, fingerprint, words in zip(*columns, strict=True):
        yield Quotation(identity, section, int(paragraph), fingerprint, words)
