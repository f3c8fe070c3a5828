"""The unit of a drafted row: what the words at its number name, and what pay or rent is per."""

import re

from indicators.audit.claim import Claim
from indicators.audit.claims import AuditedText
from indicators.audit.unit_words import PER_TIME, is_per_thing

_PAID = (
    r"(?:earnings|pay|wages?|salar(?:y|ies)|incomes?|rents?|fees?|benefits?|allowances?|pensions?|spending|expenditure|bills?|"
    r"costs?|premiums?|contributions?)"
)
_PAID_EACH = re.compile(rf"\b(?P<each>{'|'.join(PER_TIME)}) (?:[\w-]+ ){{0,2}}?{_PAID}\b", re.IGNORECASE)
_SUM = re.compile(r"\b(?:total|in all|altogether|budget|debt|revenues?|sales)\b", re.IGNORECASE)


def unit_of(audited: AuditedText, claim: Claim) -> str:
    """The unit that the words name; empty if they name none, may mean several, or leave open per what it is.

    Of *one in five drivers* they name what is counted, and no unit of the share.

    *Hourly pay rose by 9 cents to $28.50* names both in money per hour. Beside an amount of money per time, another of
    its sentence without one may be per the same time: *€2,900 a month, of which €400 went on food*.
    """
    named = audited.named_units(claim)
    if claim.expression.kind == "share":
        return ""
    if len(named.units) != 1 or len(named.per) > 1 or (not named.per and is_per_thing(audited.words(claim))):
        return ""
    listed = audited.catalogue.units.names
    per = [time for time in named.per if time in listed]
    if claim.expression.kind == "money" and not named.per:
        sentence = audited.passages[claim.passage].text
        each = {PER_TIME[found["each"].lower()] for found in _PAID_EACH.finditer(sentence, 0, claim.expression.first)}
        if each:
            if len(each) > 1 or _SUM.search(sentence) or not each <= set(listed):
                return ""
            per = list(each)
        elif _has_rate_of_money(audited, claim):
            return ""
    return "/".join((*named.units, *per))


def _has_rate_of_money(audited: AuditedText, claim: Claim) -> bool:
    """Whether the sentence prints an amount of money per time before this one."""
    before = (other for other in audited.claims[claim.passage] if other.expression.start < claim.expression.start)
    return any(other.expression.kind == "money" and audited.named_units(other).per for other in before)
