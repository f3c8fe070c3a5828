"""What is found of a number of a draft, as the page, the command and the address give it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields

import pandas as pd

VERDICTS: Mapping[str, str] = {
    "whole": "quoted whole",
    "loses": "loses something",
    "follows": "follows",
    "unsound": "does not follow",
    "elsewhere": "not from here",
    "ask": "to be asked",
}
"""Verdicts on a number, each in words."""

LOSSES: Mapping[str, str] = {
    "bound": "the bound",
    "unit": "the unit",
    "kind": "what is counted",
    "source": "who says so",
    "wrong_source": "who says so: somebody else is named",
    "status": "how firmly it is said",
    "period": "the time that it covers",
    "wrong_period": "the time that it covers: another is named",
    "value": "the value",
    "update": "that it is an earlier number",
    "place": "the place",
    "population": "whom it is about",
}
"""What a quotation may lose, each in words."""

ACCUSES = ("loses", "unsound")


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A number of a draft, characters from `start` to `end`, and the verdict on it.

    ``loses`` are keys of LOSSES; ``figure`` is the id of the figure that is meant, or of the derived one; ``pair`` is
    *A OP B* of what does not follow; ``message`` says why; ``quote`` is a wording that is whole.
    """

    start: int
    end: int
    words: str
    verdict: str
    loses: tuple[str, ...] = ()
    figure: str = ""
    pair: str = ""
    message: str = ""
    quote: str = ""

    def as_record(self) -> dict[str, object]:
        """The finding for JSON."""
        return {**asdict(self), "loses": list(self.loses)}


FIELDS = tuple(field.name for field in fields(Finding))
"""The fields of a finding, in order."""


def findings_table(findings: Sequence[Finding]) -> pd.DataFrame:
    """The findings as a table, a list in a cell with semicolons between its items."""
    rows = [{**finding.as_record(), "loses": ";".join(finding.loses)} for finding in findings]
    return pd.DataFrame(rows, columns=list(FIELDS))
