"""Every number of a document's text set against the catalogue: which figure carries it, or why it is no figure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators.audit.claims import Finding, Reading
from indicators.catalogue.model import Catalogue
from indicators.text import search

FINDINGS: Mapping[str, str] = {
    "unaccounted": "a number that no observation carries and no row dismisses",
    "missing": "an observation or a dismissal whose sentence or words are not in the text",
    "misplaced": "words found in the text, but elsewhere than the locator says",
    "misquoted": "an observation that does not agree with the words that print it",
}
"""Kinds of finding, each in words."""

COLUMNS = ("section", "paragraph", "expression", "kind", "observation", "dismissed", "why", "finding")
"""Columns of `Report.expressions`."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Report:
    """The numeric expressions of a document, one row each in the order of the text, and what was found wrong.

    `expressions` has the columns COLUMNS: where each stands, its words and kind, the observation that carries it or
    the row of `dismissed.csv` and why, and the kind of finding, each empty where there is none. `text_sha256` is
    that of the normalised text.
    """

    document: str
    text_sha256: str
    expressions: pd.DataFrame
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each kind of FINDINGS."""
        counted = Counter(finding.kind for finding in self.findings)
        return {kind: counted[kind] for kind in FINDINGS}


def audit(catalogue: Catalogue, text: str, document: str | None = None) -> Report:
    """The report on a document's text.

    Raises UnknownIdError where the catalogue has no such document, and IndicatorsError where it holds no text of it
    or where none is named and the text could be that of several.
    """
    reading = Reading(catalogue, text, document)
    findings = list(reading.findings)
    for claim in reading.unaccounted():
        passage = reading.passages[claim.passage]
        claim.finding = "unaccounted"
        findings.append(
            Finding(
                kind=claim.finding,
                section=passage.section,
                paragraph=passage.paragraph,
                expression=reading.words(claim),
                id="",
                message=f"{search.KINDS[claim.expression.kind]} that nothing accounts for",
            )
        )
    claims = [claim for row in reading.claims for claim in row]
    places = [reading.passages[claim.passage] for claim in claims]
    columns: dict[str, list[Any]] = {
        "section": [passage.section for passage in places],
        "paragraph": [passage.paragraph for passage in places],
        "expression": [reading.words(claim) for claim in claims],
        "kind": [claim.expression.kind for claim in claims],
        "observation": [";".join(claim.observations) for claim in claims],
        "dismissed": [claim.dismissed for claim in claims],
        "why": [claim.why for claim in claims],
        "finding": [claim.finding for claim in claims],
    }
    return Report(
        document=reading.document,
        text_sha256=reading.text_sha256,
        expressions=pd.DataFrame(columns, columns=list(COLUMNS)),
        findings=tuple(findings),
    )
