"""What the words of a sentence state of its figures: adjustment for season, prices and a year, which is a revision."""

import re

from indicators.text.expression import Expression

_UNADJUSTED = re.compile(
    r"\b(?:not|without being) (?:seasonally |season)?adjusted\b|\bunadjusted\b|\bnot seasonally\b", re.IGNORECASE
)
_ADJUSTED = re.compile(
    r"(?<!not )\bseasonally adjusted\b|\badjusted for (?:the |normal )?season|\bafter seasonal adjustment\b",
    re.IGNORECASE,
)
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_REAL = re.compile(
    rf"\b(?:real|constant),? (?:terms,? )?(?:at |in )?{_YEAR.format('a')}\b|"
    rf"\b(?:in|at) {_YEAR.format('b')} (?:US )?(?:dollars|euros|pounds|prices)\b|\b[A-Z]{{3}} ?\({_YEAR.format('c')}\)"
)
_NOMINAL = re.compile(
    r"\b(?:in nominal terms|nominal (?:dollars|euros|pounds|prices)|(?:in|at) current prices)\b|\(nominal\)"
)
_ANNUALISED_BEFORE = re.compile(r"\bannuali[sz]ed (?:[a-z]+ ){0,3}(?:of|at|was) $")
_ANNUALISED_BEHIND = re.compile(r",? (?:annuali[sz]ed\b|(?:on|at) an annuali[sz]ed (?:basis|rate)\b)")
_REVISED = re.compile(r"\brevis(?:ed|ion)\b[^.;]*\bfrom [+]?$", re.IGNORECASE)
_REVISED_TO = re.compile(r"\brevis(?:ed|ion)\b[^.;]*\bto [+]?$", re.IGNORECASE)
_FROM = re.compile(r",?\s+from\s+[+]?")
_TO = re.compile(r"\s+to\s+[+]?")
_BEFORE_REVISION = re.compile(
    r"\b(?P<when>first|originally|initially|previously) (?:published|reported|estimated|given|put) (?:as|at) [+]?$",
    re.IGNORECASE,
)
_SINCE_REVISED = re.compile(r"[^.;\d]*\brevised (?:up |down |upwards? |downwards? )?(?:to|at)\s+[+]?", re.IGNORECASE)
_WAS_BEFORE = re.compile(
    r"(?: [^\W\d_]+){0,3}(?:,? which)? (?:was|were|had been|is) (?P<when>first|originally|initially|previously) "
    r"(?:published|reported|estimated|given|put) (?:as|at) [+]?",
    re.IGNORECASE,
)
"""What stands between a value and that which it revises: 2,210 *was first published as* 2,140."""
_REACH = 120
"""Characters before a number in which a revision is told."""


def season_of(sentence: str) -> str:
    """adjusted or unadjusted, where a sentence says one of the two; else empty."""
    told = [name for name, words in (("adjusted", _ADJUSTED), ("unadjusted", _UNADJUSTED)) if words.search(sentence)]
    return told[0] if len(told) == 1 else ""


def prices_of(sentence: str) -> dict[str, str]:
    """The columns `prices` and `price_base`, where a sentence says one basis of prices; else none."""
    real = {found["a"] or found["b"] or found["c"] for found in _REAL.finditer(sentence)}
    if _NOMINAL.search(sentence):
        return {} if real else {"prices": "nominal"}
    return {"prices": "real", "price_base": real.pop()} if len(real) == 1 else {}


def is_annualised(sentence: str, expression: Expression) -> bool:
    """Whether the words at a number say that it is given per year: *an annualised rate of 2.4%*."""
    before = sentence[max(0, expression.first - _REACH) : expression.first]
    behind = _ANNUALISED_BEHIND.match(sentence, expression.whole_end)
    return bool(behind or _ANNUALISED_BEFORE.search(before))


def vintages_of(sentence: str, expression: Expression, other: Expression) -> tuple[str, str]:
    """The vintages of two numbers of which one was revised to the other; empty if neither was.

    *Revised from 0.4% to 0.3%*, *revised to 117.6 from 117.4*: the other was published before, but maybe not first.
    *First published as 2,140 and since revised to 2,210*, *2,210, which was first published as 2,140*.
    """
    start, end = max(0, expression.first - _REACH), expression.whole_end
    if _REVISED.search(sentence, start, expression.first) and _TO.fullmatch(sentence, end, other.first):
        return "", "revised"
    before = _BEFORE_REVISION.search(sentence, start, expression.first)
    if before and _SINCE_REVISED.fullmatch(sentence, end, other.first):
        return "" if before["when"].lower() == "previously" else "first_published", "revised"
    if was := _WAS_BEFORE.fullmatch(sentence, end, other.first):
        return "revised", "" if was["when"].lower() == "previously" else "first_published"
    if _REVISED_TO.search(sentence, start, expression.first) and _FROM.fullmatch(sentence, end, other.first):
        return "revised", ""
    return "", ""
