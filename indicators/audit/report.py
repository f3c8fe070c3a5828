"""Audits a document: finds for every number of its text the observation that carries it or the reason it has none."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators.audit.claim import AuditFinding
from indicators.audit.claims import AuditedText
from indicators.audit.compared_groups import report_groups
from indicators.audit.compared_vintages import report_vintages
from indicators.audit.named_indicators import report_indicators
from indicators.catalogue.model import Catalogue
from indicators.text.search import KINDS

FINDINGS: Mapping[str, str] = {
    "unaccounted": "a number that no observation carries and no row dismisses",
    "missing": "an observation or a dismissal whose sentence or words are not in the text",
    "misplaced": "words found in the text, but elsewhere than the locator says",
    "misquoted": "an observation or a dismissal that does not agree with the words that print it",
    "untitled": "a first line that is not the title of the document, so that it counts as a paragraph",
    "reworded": "a sentence that is worded differently now, though not in the words that the catalogue quotes",
}
"""Kinds of finding, each in words."""

COLUMNS = ("section", "paragraph", "expression", "kind", "observation", "dismissed", "why", "finding")
"""Columns of `Report.expressions`."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Report:
    """The numeric expressions of a document and the findings.

    `expressions` has a row for each expression, in the order of the text, with the columns COLUMNS: its locator, words
    and kind; the id of the observation that carries it, or of the row of `dismissed.csv` and the reason; the kind of
    finding. Texts are empty if there is none. `text_sha256` is that of the normalised text.
    """

    document: str
    text_sha256: str
    expressions: pd.DataFrame
    findings: tuple[AuditFinding, ...]

    @property
    def counts(self) -> dict[str, int]:
        """The number of findings of each kind in FINDINGS."""
        counted = Counter(finding.kind for finding in self.findings)
        return {kind: counted[kind] for kind in FINDINGS}


def audit(catalogue: Catalogue, text: str, document: str | None = None) -> Report:
    """The audit of a text; `document` is the id of its document.

    Without `document`, it is the one whose title the text starts with, else the only one whose text is held. Raises
    UnknownIdError if the catalogue has no such document, and IndicatorsError if it does not hold its text, or if the
    text may be that of several documents.
    """
    audited = AuditedText(catalogue, text, document)
    report_groups(audited)
    report_indicators(audited)
    report_vintages(audited)
    for claim in audited.unclaimed():
        passage = audited.passages[claim.passage]
        claim.finding = "unaccounted"
        message = f"{KINDS[claim.expression.kind]} that nothing accounts for"
        audited.locations.report(claim.finding, passage, audited.words(claim), "", message)
    claims = [claim for in_passage in audited.claims for claim in in_passage]
    places = [audited.passages[claim.passage] for claim in claims]
    columns: dict[str, list[Any]] = {
        "section": [passage.section for passage in places],
        "paragraph": [passage.paragraph for passage in places],
        "expression": [audited.words(claim) for claim in claims],
        "kind": [claim.expression.kind for claim in claims],
        "observation": [";".join(claim.observations) for claim in claims],
        "dismissed": [claim.dismissed for claim in claims],
        "why": [claim.why for claim in claims],
        "finding": [claim.finding for claim in claims],
    }
    return Report(
        document=audited.document,
        text_sha256=audited.passages.text_sha256,
        expressions=pd.DataFrame(columns, columns=list(COLUMNS)),
        findings=tuple(audited.findings),
    )
