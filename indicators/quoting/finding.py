"""What is found of a number of a draft, as the page, the command and the address give it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

import pandas as pd


class DraftVerdict(StrEnum):
    """What a draft does with a number: it quotes a figure, whole or with a loss, computes one, or needs a question."""

    WHOLE = "whole"
    LOSES = "loses"
    FOLLOWS = "follows"
    UNSOUND = "unsound"
    ELSEWHERE = "elsewhere"
    ASK = "ask"


VERDICTS: Mapping[DraftVerdict, str] = {
    DraftVerdict.WHOLE: "quoted correctly",
    DraftVerdict.LOSES: "to correct",
    DraftVerdict.FOLLOWS: "follows",
    DraftVerdict.UNSOUND: "does not follow",
    DraftVerdict.ELSEWHERE: "not from the document",
    DraftVerdict.ASK: "unclear",
}
"""The verdicts in words."""

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

ACCUSES = (DraftVerdict.LOSES, DraftVerdict.UNSOUND)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A number of a draft, characters from `start` to `end`, and the verdict on it.

    ``loses`` are keys of LOSSES; ``figure`` is the id of the figure that is meant, or of the derived one; ``pair`` is
    *A OP B* of what does not follow; ``message`` says why; ``assumes`` are sentences that must be granted before a
    result holds; ``quote`` is a wording that is whole. ``unit_end`` is where the unit ends that stands right behind the
    number, for what shows the draft; no file has it.
    """

    start: int
    end: int
    words: str
    verdict: DraftVerdict
    loses: tuple[str, ...] = ()
    figure: str = ""
    pair: str = ""
    message: str = ""
    assumes: tuple[str, ...] = ()
    quote: str = ""
    unit_end: int = 0

    def as_json(self) -> dict[str, object]:
        """The finding for JSON."""
        told = {**asdict(self), "loses": list(self.loses), "assumes": list(self.assumes)}
        return {field: told[field] for field in FIELDS}


FIELDS = tuple(field.name for field in fields(Finding) if field.name != "unit_end")
"""The fields of a finding, in order."""


def findings_table(findings: Sequence[Finding]) -> pd.DataFrame:
    """The findings as a table, a list in a cell with semicolons between its items."""
    rows = [
        {**finding.as_json(), "loses": ";".join(finding.loses), "assumes": ";".join(finding.assumes)}
        for finding in findings
    ]
    return pd.DataFrame(rows, columns=list(FIELDS))
