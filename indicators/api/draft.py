"""A draft against a catalogue, which shows itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload

from indicators.api.cell_output import cell_output
from indicators.audit import text_file
from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, Finding
from indicators.render import draft_marks, draft_summary

__all__ = ["CheckedDraft", "Finding", "quote"]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class CheckedDraft(Sequence[Finding]):
    """The findings on a draft, one for each number, in order."""

    text: str
    findings: tuple[Finding, ...]

    def __len__(self) -> int:
        return len(self.findings)

    @overload
    def __getitem__(self, place: int) -> Finding: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, place: int | slice) -> Finding | tuple[Finding, ...]:
        """The finding in this place, or those of a slice."""
        return self.findings[place]

    def __repr__(self) -> str:
        accused = sum(finding.verdict in ACCUSES for finding in self.findings)
        return f"<draft with {len(self)} numbers, of which {accused} lose something or do not follow>"

    def _repr_html_(self) -> str:
        return cell_output(
            draft_summary.summary(self.text, self.findings) + draft_marks.marked(self.text, self.findings)
        )


def quote(catalogue: Catalogue, text: str | Path, *, record: bool = False) -> CheckedDraft:
    """What is found of each number of a draft, or of the file that a Path names: whether it quotes a figure whole.

    With `record`, the figures of the public record may be meant too. Raises IndicatorsError where the file cannot be
    read.
    """
    words = text_file.read(text).text if isinstance(text, Path) else text
    return CheckedDraft(text=words, findings=tuple(check(catalogue, words, record=record)))
