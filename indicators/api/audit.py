"""The audit of a text, which shows itself."""

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from indicators import markup
from indicators.api.cell_output import cell_output
from indicators.api.figures import MOST_ROWS
from indicators.audit import report, text_file
from indicators.catalogue.model import Catalogue


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Audit(report.Report):
    """Every number of a text with what accounts for it (`expressions`), and what is wrong (`findings`)."""

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {kind}" for kind, count in self.counts.items() if count)
        return f"<audit of {self.document}: {len(self.expressions):,} numbers; {counts or 'no finding'}>"

    def _repr_html_(self) -> str:
        header = ("Finding", "Section", "Paragraph", "Words", "Row", "What is wrong")
        rows = (map(str, asdict(finding).values()) for finding in self.findings[:MOST_ROWS])
        table = markup.table(header, rows) if self.findings else markup.EMPTY
        return cell_output(markup.paragraph(repr(self)[1:-1]) + table)


def audit_text(catalogue: Catalogue, text: str | Path, document: str | None = None) -> Audit:
    """The audit of a document's text, or of the file that a Path names, against the catalogue.

    Raises UnknownIdError for a document that the catalogue does not have, and IndicatorsError where it holds no text
    of it, where the text may be that of several documents, or where the file cannot be read.
    """
    words = text_file.read(text).text if isinstance(text, Path) else text
    answer = report.audit(catalogue, words, document)
    return Audit(**{each.name: getattr(answer, each.name) for each in fields(answer)})
