"""Which unclaimed numbers of a text may be figures, and why the others are none."""

from dataclasses import dataclass, field

from indicators.audit.claim import Claim
from indicators.audit.claims import AuditedText
from indicators.audit.dismissal_grounds import reason_of
from indicators.audit.drafted_intervals import DraftedInterval, interval_behind
from indicators.audit.drafted_number import plain
from indicators.audit.drafted_tables import DraftedTables
from indicators.audit.passages import HEADING
from indicators.audit.printed_tables import is_name
from indicators.measure.bounds import MOST_DIGITS
from indicators.text.flood import MOST_DRAFTED, too_many
from indicators.text.numerals import values_in
from indicators.text.search import QUANTITIES


@dataclass(kw_only=True)
class DraftedClaims:
    """The unclaimed numbers of a text in its order.

    `figures` are those that may be figures, each by its place with the cells of its interval; `reasons` are those that
    the words of the others give, empty where they give none: numbers in the head and the labels of a table say of what
    its others are.
    """

    claims: list[Claim]
    tables: DraftedTables
    figures: dict[int, dict[str, str]] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)


def drafted_claims(audited: AuditedText) -> DraftedClaims:
    """The unclaimed numbers of a text; raises IndicatorsError where they are more than are drafted at once."""
    drafts = DraftedClaims(claims=list(audited.unclaimed()), tables=DraftedTables(audited))
    if len(drafts.claims) > MOST_DRAFTED:
        passage = audited.passages[drafts.claims[MOST_DRAFTED].passage]
        raise too_many(MOST_DRAFTED, f"{passage.section}, paragraph {passage.paragraph}")
    expressions = [claim.expression for claim in drafts.claims]
    may_count = [expression.kind in QUANTITIES for expression in expressions]
    parts: set[int] = set()
    last: tuple[int, DraftedInterval | None] = (-1, None)
    for place, claim in enumerate(drafts.claims):
        sentence = audited.passages[claim.passage].text
        reason = "part" if place in parts else reason_of(sentence, claim.expression)
        cell = drafts.tables.cell_of(claim)
        if not reason and cell and (cell.is_head or (cell.is_label and is_name(cell.text))):
            reason = "definition"
        if reason or not _is_quantity(audited, claim):
            drafts.reasons[place] = reason
            continue
        near = range(place, min(place + 4, len(expressions)))
        own = [
            at
            for at in near
            if at == place or (drafts.claims[at].passage == claim.passage and may_count[at] and at not in parts)
        ]
        alike = last[1] if last[0] == claim.passage else None
        interval = interval_behind(sentence, [expressions[at] for at in own], alike)
        last = (claim.passage, interval or alike)
        drafts.figures[place] = dict(interval.cells) if interval else {}
        parts.update(own[1 + interval.between :][: interval.length] if interval else ())
    return drafts


def _is_quantity(audited: AuditedText, claim: Claim) -> bool:
    """Whether an expression may be a figure, and the words that quote it state its number by themselves.

    What stands in the title or a heading mostly repeats a number of the text, and no figure has its place there.
    """
    expression = claim.expression
    if expression.kind not in QUANTITIES or audited.passages[claim.passage].paragraph == HEADING:
        return False
    stated = values_in(audited.words(claim))
    if any(len(plain(number).replace(".", "").strip("-0")) > MOST_DIGITS for number in expression.numbers):
        return False
    return expression.order is not None or (bool(expression.numbers) and stated.issuperset(expression.numbers))
