"""Which row of the catalogue claims each number of a document's text: an observation, or a dismissal."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import pandas as pd

from indicators.audit import accounted_dates, intervals
from indicators.audit.agreement import agrees_in_number, find_mismatches
from indicators.audit.claim import DOCUMENT, STATEMENT, AuditFinding, Claim, claims_of
from indicators.audit.locations import Locations
from indicators.audit.passages import HEADING, Passages, Place, identify_document, is_title, locator
from indicators.audit.printed import PrintedNumbers
from indicators.audit.quotations import Quotation, quotation_of, quotations_of
from indicators.audit.supporting_words import supporting_words
from indicators.audit.unit_words import NamedUnits, UnitWords, excerpt
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.text.marks import unmarked
from indicators.text.normal import normalise
from indicators.text.search import QUANTITIES, find
from indicators.text.sentences import LEAD, Sentence, in_quotes


class AuditedText:
    """The text of a document compared with a catalogue: a claim for each expression, and what was found wrong.

    Raises what `identify_document` and `claims_of` raise.
    """

    def __init__(self, catalogue: Catalogue, text: str, document: str | None = None) -> None:
        self.catalogue = catalogue
        self.document = identify_document(catalogue, text, document)
        title = catalogue.text("documents", self.document, "title")
        headings = catalogue.items(catalogue.documents.at[self.document, "headings"], "documents", "headings")
        line = normalise(text.strip().partition("\n")[0])
        tables = (catalogue.figures, catalogue.dismissed, catalogue.statements, catalogue.passages)
        quoted = {each for rows in tables for each in self._quoting(rows)["fingerprint"]}
        self.passages = Passages(text, line if is_title(text) else title, headings, quoted)
        self.unit_words = UnitWords(catalogue.units, catalogue.figures["unit"].dropna().unique())
        self.claims = claims_of(self.passages.sentences, self.unit_words.names)
        """The claims in each passage."""
        observations = list(catalogue.observations(self._quoting(catalogue.figures)))
        dismissals = self._quoting(catalogue.dismissed)
        statements = list(quotations_of(self._quoting(catalogue.statements)))
        supporting = list(supporting_words(observations, self._quoting(catalogue.passages)))
        quotations = [
            *map(quotation_of, observations),
            *quotations_of(dismissals),
            *statements,
            *(words.quotation for words in supporting),
        ]
        self.locations = Locations(self.passages, quotations)
        self._printed: list[tuple[Observation, Claim, Place]] = []
        self._occurrences: dict[tuple[tuple[str, int], str, str], dict[tuple[int, int], int]] = {}
        for observation in observations:
            self._claim(observation)
        for quotation, occurrence, why in zip(
            quotations_of(dismissals), dismissals["occurrence"], dismissals["why"], strict=True
        ):
            self._dismiss(quotation, 1 if pd.isna(occurrence) else int(occurrence), why)
        for quotation in statements:
            self._dismiss(quotation, 1, STATEMENT)
        self._leave_to_intervals()
        texts = (catalogue.text("documents", self.document, name) for name in ("issued", "period"))
        accounted_dates.leave_to_document(self.unclaimed(), self.document, list(texts))
        accounted_dates.leave_to_figures(self.claims, self.printed)
        self._numbers = PrintedNumbers(self.passages, self.dates_of)
        for observation, claim, place in self._printed:
            self._compare(observation, claim, place)
        for words in supporting:
            self.locations.check_words(words.quotation, words.rests, in_figure=words.in_figure)
        self.locations.report_reworded()
        if line != normalise(title):
            message = f"the title in documents.csv is {in_quotes(title)}"
            opening = Sentence(section=LEAD, paragraph=HEADING, text=line)
            self.locations.report("untitled", opening, line, self.document, message)

    @property
    def findings(self) -> list[AuditFinding]:
        """What was found wrong with the rows of the catalogue."""
        return self.locations.findings

    @property
    def printed(self) -> list[tuple[Observation, Claim]]:
        """Each observation whose number the text prints, and the claim of that number."""
        return [(observation, claim) for observation, claim, _ in self._printed]

    def unclaimed(self) -> Iterator[Claim]:
        """The expressions that no observation and no dismissal claims, in the order of the text."""
        return (claim for claims in self.claims for claim in claims if not claim.observations and not claim.dismissed)

    def words(self, claim: Claim) -> str:
        """The words that print an expression: as the claiming row quotes them, else a few words around the number."""
        if not claim.quoted:
            marked = self.passages[claim.passage].marked
            claim.quoted_from, end = excerpt(marked, claim.expression, self.named_units(claim), claim.limit)
            claim.quoted = unmarked(marked[claim.quoted_from : end])
        return claim.quoted

    def report_misquoted(self, claim: Claim, identity: str, message: str) -> None:
        """Reports that a row does not agree with the expression that it carries or dismisses."""
        self.locations.report("misquoted", self.passages[claim.passage], self.words(claim), identity, message)
        claim.finding = claim.finding or "misquoted"

    def named_units(self, claim: Claim) -> NamedUnits:
        """The units that the words after an expression name."""
        return self.unit_words.named(claim.expression)

    def dates_of(self, passage: int) -> dict[str, tuple[int, int]]:
        """The dates that a passage prints, each with the start and end of its words."""
        reasons = ("", STATEMENT, DOCUMENT, "date")
        return {
            date: (claim.expression.first, claim.expression.last)
            for claim in self.claims[passage]
            if claim.why in reasons
            for date in claim.expression.dates
        }

    def occurrence(self, claim: Claim, words: str) -> int:
        """The number, from 1, of this occurrence of the words among those in the same sentence and paragraph."""
        where, fingerprint = locator(self.passages[claim.passage]), self.passages.fingerprints[claim.passage]
        key = (where, fingerprint, normalise(words))
        if key not in self._occurrences:
            alike = self.passages.with_fingerprint(fingerprint)
            same = [number for number in alike if locator(self.passages[number]) == where]
            places = self.passages.find(key[2], same)
            self._occurrences[key] = {(place.passage, place.start): number for number, place in enumerate(places, 1)}
        return self._occurrences[key].get((claim.passage, claim.quoted_from), 1)  # none of what is cut out of a word

    def _quoting(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of this document that have a locator."""
        of_document = (rows["document"] == self.document).to_numpy()
        return rows[of_document & rows["fingerprint"].notna().to_numpy()]

    def _locate(self, quotation: Quotation) -> list[Place]:
        """The places of the quoted words; their claims are marked where they are misplaced."""
        places = self.locations.locate(quotation)
        for place in places:
            if self.locations.is_misplaced(quotation, place):
                for claim in self._claims_in(place):
                    claim.finding = "misplaced"
        return places

    def _changed(self, quotation: Quotation) -> list[Claim]:
        """The claims in what the quoted words became in a reworded sentence; reports what changed."""
        number = self.locations.reworded(quotation)
        if number is None:
            return []
        words, passage = normalise(quotation.words), self.passages[number]
        left = [claim for claim in self.claims[number] if not claim.observations and not claim.dismissed]
        numbers = [(claim.expression.first, claim.expression.last) for claim in left]
        rewording = self.locations.rewording(quotation, numbers)
        if rewording is None:
            kinds = [expression.kind for expression in find(words, self.unit_words.names)]
            alike = [claim for claim in left if claim.expression.kind in kinds][:1]
            now = (
                f"{in_quotes(words)} became {in_quotes(self.words(alike[0]))}"
                if alike
                else "its words are not in its sentence"
            )
            self.locations.report("misquoted" if alike else "missing", passage, words, quotation.id, now)
            return alike
        claims = [claim for claim in self._claims_in(rewording.place) if not claim.observations and not claim.dismissed]
        self.locations.report("misquoted", passage, words, quotation.id, rewording.changes)
        for claim in claims:
            claim.finding = "misquoted"
            claim.quoted = passage.text[rewording.place.start : rewording.place.end]
        return claims

    def _claims_in(self, place: Place) -> list[Claim]:
        """The claims whose number stands whole in these words."""
        claims = self.claims[place.passage]
        first = bisect_left(claims, place.start, key=lambda claim: claim.expression.start)
        return claims[first : bisect_right(claims, place.end, key=lambda claim: claim.expression.end)]

    def _leave_to_intervals(self) -> None:
        """Lets an observation account for the interval beside it; reports one that the text does not print."""
        for observation, claim in intervals.account_for_intervals(self.passages, self.claims, self.printed):
            message = f"interval_lower: found {intervals.in_words(observation)}; expected ends that the text prints"
            self.report_misquoted(claim, observation.id, message)

    def _claim(self, observation: Observation) -> None:
        """Lets an observation claim the expression in its words that agrees with it, else the first quantity."""
        quotation = quotation_of(observation)
        places = self._locate(quotation)
        candidates = [(claim, place) for place in places for claim in self._claims_in(place)]
        if places and not candidates:
            passage = self.passages[places[0].passage]
            self.locations.report("misquoted", passage, quotation.words, quotation.id, "its words hold no number whole")
        if not places:
            for claim in self._changed(quotation)[:1]:
                claim.observations.append(observation.id)
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
        self._printed.append((observation, claim, place))

    def _compare(self, observation: Observation, claim: Claim, place: Place) -> None:
        """Reports each column of an observation that does not agree with how the text prints it."""
        printed = self._numbers.of(claim, place, self.named_units(claim))
        for mismatch in find_mismatches(self.catalogue, self.unit_words, observation, printed):
            message = f"{mismatch.column}: found {mismatch.found}; expected {mismatch.expected}"
            self.report_misquoted(claim, observation.id, message)

    def _dismiss(self, quotation: Quotation, occurrence: int, why: str) -> None:
        """Lets a dismissal claim every expression in that occurrence of its words."""
        places = self._locate(quotation)
        if not places:
            for claim in self._changed(quotation):
                claim.dismissed, claim.why = quotation.id, why
            return
        stated = self.passages[places[0].passage]
        if occurrence > len(places):
            message = f"its words stand {len(places)} times in its sentence, not {occurrence}"
            self.locations.report("missing", stated, quotation.words, quotation.id, message)
            return
        claims = self._claims_in(places[occurrence - 1])
        if not claims:
            self.locations.report("missing", stated, quotation.words, quotation.id, "its words hold no number whole")
        for claim in claims:
            if claim.observations or claim.dismissed:
                other = ";".join(claim.observations) or claim.dismissed
                self.report_misquoted(claim, quotation.id, f"it dismisses what {other} accounts for")
            else:
                claim.dismissed, claim.why, claim.quoted = quotation.id, why, quotation.words
