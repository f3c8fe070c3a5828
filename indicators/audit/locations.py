"""Where the words that rows of the catalogue quote stand in a text, and what is wrong with where they stand."""

from collections import defaultdict
from collections.abc import Iterable

from indicators.audit.claim import AuditFinding
from indicators.audit.passages import Passages, Place, locator
from indicators.audit.quotations import Quotation
from indicators.audit.rewording import Rewording, find_rewording, reworded_sentences
from indicators.text.normal import normalise
from indicators.text.sentences import Sentence, in_quotes


class Locations:
    """The places of quoted words in the passages of a text; it collects the findings of the audit."""

    def __init__(self, passages: Passages, quotations: Iterable[Quotation]) -> None:
        """`quotations` are all that the catalogue quotes from the text."""
        self.passages = passages
        self.quotations = list(quotations)
        self.findings: list[AuditFinding] = []
        self._reworded = reworded_sentences(passages, self.quotations)

    def report(self, kind: str, passage: Sentence, expression: str, identity: str, message: str) -> None:
        """Adds a finding."""
        self.findings.append(
            AuditFinding(
                kind=kind,
                section=passage.section,
                paragraph=passage.paragraph,
                expression=expression,
                id=identity,
                message=message,
            )
        )

    def locate(self, quotation: Quotation, rests: str = "") -> list[Place]:
        """Each place where the quoted words stand in their sentence; reports words that are missing or misplaced.

        If the sentence stands in several paragraphs, only the one of the locator counts, if there is one. In a sentence
        that is worded differently now, words that changed are not reported. `rests` says what rests on the words.
        """
        section, paragraph = quotation.locator
        stated = Sentence(section=section, paragraph=paragraph, text="")
        words = normalise(quotation.words)
        anywhere = self.passages.with_fingerprint(quotation.fingerprint)
        if not anywhere and quotation.fingerprint in self._reworded:
            return list(self.passages.find(words, [self._reworded[quotation.fingerprint]]))
        if not anywhere:
            message = f"{rests}its sentence is not in the text{self._where(words)}"
            self.report("missing", stated, words, quotation.id, message)
            return []
        here = [number for number in anywhere if locator(self.passages[number]) == quotation.locator]
        places = list(self.passages.find(words, here or anywhere))
        if not places:
            self.report("missing", stated, words, quotation.id, f"{rests}its words are not in its sentence")
        elif not here:
            found = self.passages[places[0].passage]
            message = f"{rests}it stands in section {in_quotes(found.section)}, paragraph {found.paragraph}"
            self.report("misplaced", stated, words, quotation.id, message)
        return places

    def _where(self, words: str) -> str:
        """Section, paragraph and fingerprint of the one sentence that holds these words; empty if none or several."""
        everywhere = range(len(self.passages.sentences))
        found = {place.passage for place in self.passages.find(words, everywhere)} if words else set()
        if len(found) != 1:
            return ""
        number = found.pop()
        passage, fingerprint = self.passages[number], self.passages.fingerprints[number]
        place = f"section {in_quotes(passage.section)}, paragraph {passage.paragraph}"
        return f"; the words stand in {place}, in the sentence with the fingerprint {fingerprint}"

    def is_misplaced(self, quotation: Quotation, place: Place) -> bool:
        """Whether words stand elsewhere than the locator says."""
        same = self.passages.fingerprints[place.passage] == quotation.fingerprint
        return same and locator(self.passages[place.passage]) != quotation.locator

    def reworded(self, quotation: Quotation) -> int | None:
        """The passage that the sentence of a quotation has become; None if it is as it was, or gone."""
        return self._reworded.get(quotation.fingerprint)

    def rewording(self, quotation: Quotation, numbers: list[tuple[int, int]]) -> Rewording | None:
        """What quoted words became in a reworded sentence, in which these numbers are left; None if nothing like it."""
        number = self._reworded[quotation.fingerprint]
        return find_rewording(normalise(quotation.words), number, self.passages[number], numbers)

    def check_words(self, quotation: Quotation, rests: str, *, in_figure: bool) -> None:
        """Reports what became of quoted words that hold no number; `rests` says what rests on them.

        Where they stand `in_figure`, the sentence of a figure, that sentence is looked for with the figure.
        """
        number = self.reworded(quotation)
        if in_figure and number is None:
            anywhere = self.passages.with_fingerprint(quotation.fingerprint)
            if anywhere and not list(self.passages.find(normalise(quotation.words), anywhere)):
                message = f"{rests}its words are not in its sentence"
                self.report("missing", self.passages[anywhere[0]], quotation.words, quotation.id, message)
            return
        if self.locate(quotation, rests) or number is None:
            return
        words, passage = normalise(quotation.words), self.passages[number]
        rewording = self.rewording(quotation, [])
        kind, message = ("misquoted", rewording.changes) if rewording else ("missing", "its words are not there now")
        self.report(kind, passage, words, quotation.id, f"{rests}{message}")

    def report_reworded(self) -> None:
        """Reports the sentences that changed in no word that a row quotes, once for all rows of a sentence."""
        found = {finding.id for finding in self.findings}
        rows = defaultdict[str, list[Quotation]](list)
        for quotation in self.quotations:
            rows[quotation.fingerprint].append(quotation)
        for fingerprint, number in self._reworded.items():
            quoted = rows[fingerprint]
            if not any(quotation.id in found for quotation in quoted):
                ids = ";".join(dict.fromkeys(quotation.id for quotation in quoted))
                message = (
                    "its sentence is worded differently now; the words quoted from it are not; "
                    f"the sentence has the fingerprint {self.passages.fingerprints[number]}"
                )
                self.report("reworded", self.passages[number], quoted[0].words, ids, message)
