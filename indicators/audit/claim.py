"""An expression of a text and the row of the catalogue that accounts for it; a finding."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from indicators.text.expression import Expression
from indicators.text.flood import MOST_AUDITED, too_many
from indicators.text.search import find_marked
from indicators.text.sentences import Sentence
from indicators.text.unit_names import UnitNames

STATEMENT = "statement"
"""The reason of an expression that a statement of the catalogue holds, in place of that of a dismissal."""

DOCUMENT = "document"
"""The reason of a date that the document states once for all its figures, in place of that of a dismissal."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditFinding:
    """What is wrong with a number of the text, or with the row `id` of the catalogue that claims it.

    Rows that quote one reworded sentence are named together, with semicolons between their ids.
    """

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
    quoted_from: int = 0
    finding: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """The number of its passage, and where in it the expression stands."""
        return self.passage, self.expression.first


def claims_of(passages: Sequence[Sentence], units: UnitNames) -> list[list[Claim]]:
    """The claims of each passage, one for each expression; raises IndicatorsError where a text holds too many."""
    claims: list[list[Claim]] = []
    left = MOST_AUDITED
    for number, passage in enumerate(passages):
        claims.append(_claims_in(number, passage, units, left + 1))
        left -= len(claims[-1])
        if left < 0:
            raise too_many(MOST_AUDITED, f"{passage.section}, paragraph {passage.paragraph}")
    return claims


def _claims_in(number: int, passage: Sentence, units: UnitNames, most: int) -> list[Claim]:
    """A claim for each expression of the passage with this number, the first `most` of them."""
    expressions = find_marked(passage.marked, units, most)
    limits = [*(expression.first for expression in expressions), len(passage.text)][1:]
    return [
        Claim(expression=_before(expression, limit), passage=number, limit=limit)
        for expression, limit in zip(expressions, limits, strict=True)
    ]


def _before(expression: Expression, limit: int) -> Expression:
    """The expression without a unit that stands behind the next one, of which it is: *half twice beds*."""
    if expression.whole_end <= limit or expression.end > limit:
        return expression
    return replace(expression, units=(), unit_end=-1, last=expression.end)
