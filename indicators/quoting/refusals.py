"""Why an operation of a draft is refused: the operation, and the reasons that matter most."""

from collections.abc import Iterable

from indicators.combine.rules.reason import REFUSES, Reason
from indicators.combine.verdict import Verdict
from indicators.figures.assumed import impersonal

_WEIGHTIEST = (
    "updates",
    "same-publication",
    "part-of",
    "shared-input",
    "series",
    "kind",
    "indicator",
    "own-period",
    "bridge",
    "across-kinds",
    "population",
    "groups",
    "period",
    "issuer",
)
"""Rules in the order in which their reasons are told: what overlaps, what differs, who counts; all others follow."""
_MOST = 2
"""Reasons that are told."""


def refusal_text(verdict: Verdict) -> str:
    """The operation and at most two reasons, of different rules: *It would be more than 7,000 tons ÷ 12 crates. …*"""
    return f"It would be {impersonal(verdict.working[1])}. {' '.join(weightiest(verdict.reasons))}"


def weightiest(reasons: Iterable[Reason]) -> list[str]:
    """At most two reasons for a refusal, of different rules, the weightiest first."""
    texts = {reason.rule: reason.text for reason in reasons if reason.effect == REFUSES}
    ranks = {rule: rank for rank, rule in enumerate(_WEIGHTIEST)}
    chosen = sorted(texts, key=lambda rule: ranks.get(rule, len(ranks)))[:_MOST]
    return [texts[rule] for rule in chosen]
