"""Why a number of a text is no figure, where its own words say so: a reason of `dismissed.csv`."""

import re
from collections.abc import Mapping

from indicators.text.expression import Expression
from indicators.text.vocabulary import ANY_MONTH

REASONS: Mapping[str, str] = {
    "date": "date",
    "ordinal": "ordinal",
    "label": "name",
    "no_order": "no_order",
}
"""The usual reason to dismiss an expression, by its kind; for other kinds its words decide, or the editor."""

_REACH = 60
"""Characters before and behind a number in which its words are looked for."""

_NUMBERED = r"[a-z]{0,2}-?\d[\w-]*"
_REFERENCE = re.compile(
    r"\b(?:tables?|figures?|pages?|charts?|annex|appendix|resolutions?|footnotes?|sections?) "
    rf"(?:{_NUMBERED}(?:, and |, | and ))*{_NUMBERED}$",
    re.IGNORECASE,
)
"""The end of a text that refers to a table, a page or a resolution."""
_LONGEST_REFERENCE = 200
"""Characters in which it is looked for."""

_FOOTNOTE = re.compile(r"\[?\d{1,2}[\])] ")
"""What a footnote or the item of a list begins with: *[1] Including scooters*."""

_PERSONS = (
    r"(?:people|persons|those|children|girls|boys|males|females|men|women|adults|pupils|students|residents|respondents|"
    r"infants|patients|workers|employees|voters|citizens|youths?|population|aged?|ages)"
)
_OF_PERSONS = re.compile(rf"\b{_PERSONS}\s+(?:who are |aged? )?$", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|ages)\b[^.;]{0,20}$", re.IGNORECASE)
_YEAR_OLDS = re.compile(r"(?:[\s-]+year)?[\s-]+olds\b", re.IGNORECASE)
_OLDEST = 120
"""Years of the oldest people, and more than that of anything that is told in months."""

_BASE_YEAR = re.compile(r"\b(?:19|20)\d\d(?:[/-]\d\d)?\s*$")
_NAMED_BASE = re.compile(r"\([^()\d=]{3,40}$")
"""The words in brackets before the base of an index that is no time: *(national average* = 100)."""
_BASES = (1, 100, 1000)
_SCALE = re.compile(r"\b(?:scale|range)\s+(?:of|from|ranging from|running from)\s*$", re.IGNORECASE)
_PER = re.compile(r"\bper $")
"""The words before the number that a rate is per: *5.9 deaths per 100,000 people*."""
_OUT_OF = re.compile(r"\d out of $")
"""The words before the end of a scale: *7.2 out of 10*; what is a share, such as *9 out of 10*, is one expression."""
_PRICES_OF = re.compile(r"\b(?:in|at|real|constant|of)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")

_RELATIVE = re.compile(r"\b(?:last|past|prior|previous|preceding|next|coming|following)\s+$", re.IGNORECASE)
_BY_ARTICLE = re.compile(r"(?:(?:more|less|[a-z]+er) than )?(?:an?|one)\b", re.IGNORECASE)
"""What begins a time before another: *a year earlier*, *300 fewer than a year earlier*."""
_TIMES = re.compile(r"(?:minutes|hours|days|weeks|months|years|decades|centuries)", re.IGNORECASE)
_LASTS = re.compile(
    r"\b(?:for|in|within|over|after|before|until|t[oa]kes?|taken|took|lasts?|lasted|lasting|spent|spends?|some|about|"
    r"nearly|almost|only|just|mere|than|of) (?:the )?$",
    re.IGNORECASE,
)
"""What stands before *hours* that are a length of time, *took hours*, and not working time: *their hours*."""
_LASTS_BEHIND = re.compile(r" (?:of|ago|later|before|after|earlier|away|long|old|in|to)\b", re.IGNORECASE)
"""What stands behind them: *hours later*."""
_AGO = re.compile(r"\s+(?:ago|preceding|prior to)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\s+(?:earlier|later|before|previously)\b(?!\s+than\b)", re.IGNORECASE)
_TO_A_DATE = re.compile(
    r"\s+(?:up\s+)?(?:to|through|until|ending|ended|from)\s+(?:in\s+|on\s+)?(?:the\s+end\s+of\s+)?"
    rf"(?:\d{{1,2}}\s+)?(?:(?:{ANY_MONTH})\b|(?:19|20)\d\d\b)"
)
_SAYS_WHICH = re.compile(
    r"(?:,? and [\w-]+-year)? (?:(?:moving|rolling|running) (?:average|mean|median)|average|mean|median|"
    r"(?:[a-z]+ )?(?:bonds?|gilts?|Treasur(?:y|ies)))\b"
)
"""What a length of time with a hyphen says of what is measured: a *five-year* average, *ten-year* bonds."""
_SHARE_WITHIN = re.compile(
    r"(?:%|\b(?:per ?cent|share|proportion)\b)[^.;]*\b(?:within|wait(?:ed|ing|s)?|spent)(?: (?:for|the))* $",
    re.IGNORECASE,
)
"""What stands before a length of time that says what a share is of: *71 percent were seen within* four hours."""
_THOSE_FOR = re.compile(r"\bthose\b[^.;,()]{0,40}\bfor (?:the )?$", re.IGNORECASE)
"""What stands before a length of time that says who is counted: *those jobless for* 27 weeks or more."""
_IN_UNITS = re.compile(r"(?:\((?:[a-z]+ ){0,3}|^|, )in $", re.IGNORECASE)
"""What stands before the scale of a table or a list: *(in thousands)*, *(figures in thousands of tonnes)*."""
_SCALE_ALONE = re.compile(r"\((?:hundred|thousand|million|billion|trillion)s?(?: [^()\d]{0,40})?\)", re.IGNORECASE)
_MARGIN_OF = re.compile(r"\bmargins? of (?:sampling )?error (?:of|is|was|being)?(?: about)? ?$", re.IGNORECASE)
_HAS_ONE = re.compile(
    r"\b(?:ha[sd]|have|having|needs?|needed|owns?|owned|wants?|gets?|got|without|this|that|each|every|which) $",
    re.IGNORECASE,
)
_ENDS = re.compile(r" ?(?:[.,;:)]|$)")
_LEVEL = re.compile(r"\s*%?\s*(?:per cent|percent)?\s*\(?(?:confidence|credible|CI\b|CrI\b)", re.IGNORECASE)


def reason_of(sentence: str, expression: Expression) -> str:
    """Why an expression of a sentence is no figure; empty where its words leave that to the editor.

    Dates, ordinals, names, references; lengths of time that say when (*the 12 months to June*, *a year earlier*, *two
    years ago*) or of what (*a five-year average*, 71 percent *within four hours*); ages that say who is counted (*girls
    under 18*, *those aged 65 and over*); the base of an index or of prices (*2015 = 100*, *in real 2023 dollars*), the
    ends of a scale, the level of an interval, the number that a rate is per, the scale of a table (*in thousands*);
    *both*, *has one*; hours that are no length of time: *their hours*.
    """
    first, last = expression.first, expression.whole_end
    before, behind = sentence[max(0, first - _REACH) : first], sentence[last : last + _REACH]
    why = REASONS.get(expression.kind, "")
    if why == "name":
        return "reference" if _REFERENCE.search(sentence[max(last - _LONGEST_REFERENCE, 0) : last]) else why
    if why:
        return why
    words = sentence[first:last]
    if words.lower() == "both" or (words.lower() == "one" and _HAS_ONE.search(before) and _ENDS.match(behind)):
        return "idiom"
    if expression.kind == "number" and _refers(sentence, expression):
        return "reference"
    if (expression.kind == "vague" and _IN_UNITS.search(before)) or _SCALE_ALONE.match(sentence, max(first - 1, 0)):
        return "definition"
    if expression.kind == "vague" and _TIMES.fullmatch(words):
        return "" if _LASTS.search(before) or _LASTS_BEHIND.match(behind) else "no_order"
    if expression.kind == "duration":
        long_before = sentence[max(0, first - _LONGEST_REFERENCE) : first]
        if (
            ("-" in words and _SAYS_WHICH.match(behind))
            or _SHARE_WITHIN.search(long_before)
            or _THOSE_FOR.search(before)
        ):
            return "definition"
        return "date" if _says_when(words, before, behind) else ""
    if _is_age(expression, words, before, behind) or _is_base(expression, sentence, before):
        return "definition"
    if expression.kind == "number" and _PER.search(before):
        return "part"
    if _OUT_OF.search(before) or (expression.kind == "range" and _SCALE.search(before)):
        return "definition"
    level = expression.kind == "percent" and _LEVEL.match(sentence, last)
    return "part" if level or _MARGIN_OF.search(before.removesuffix("plus or minus ")) else ""


def _refers(sentence: str, expression: Expression) -> bool:
    """Whether a number is that of a footnote, or of a table that something stands in: *Table 1 gives*."""
    start = max(expression.first - _LONGEST_REFERENCE, 0)
    footnote = _FOOTNOTE.match(sentence)
    return bool(_REFERENCE.search(sentence[start : expression.end]) or (footnote and expression.end < footnote.end()))


def _says_when(words: str, before: str, behind: str) -> bool:
    """Whether a length of time says when: *the 12 months to June*, *over the past 5 years*, *a year earlier*."""
    by_article = bool(_BY_ARTICLE.match(words))
    told = _RELATIVE.search(before) or _TO_A_DATE.match(behind) or _AGO.match(behind)
    return bool(told or (by_article and _EARLIER.match(behind)))


def _is_age(expression: Expression, words: str, before: str, behind: str) -> bool:
    """Whether a number is a limit of an age that says who is counted, and none that somebody has: *a man of 30*."""
    ends = expression.numbers
    if expression.units not in ((), ("year",), ("month",)) or not all(0 <= end <= _OLDEST for end in ends):
        return False
    if expression.kind not in ("age", "range", "number"):
        return False
    if _YEAR_OLDS.match(behind) or re.search(r"\bolds\b", words):
        return True
    if expression.qualifier in ("less_than", "more_than", "at_least", "at_most"):
        return bool(_OF_PERSONS.search(before) or _AGED.search(before) or words.lower().startswith("aged"))
    return expression.kind == "range" and bool(re.match(r"ages?d?\b", words, re.IGNORECASE) or _AGED.search(before))


def _is_base(expression: Expression, sentence: str, before: str) -> bool:
    """Whether it is the base of an index, *2015 = 100*, or of prices: *in real 2023 dollars*."""
    if expression.qualifier == "exact" and sentence[expression.first] == "=":
        named = expression.value in _BASES and _NAMED_BASE.search(before)
        return bool(named or _BASE_YEAR.search(before))
    printed = sentence[expression.start : expression.end]
    return expression.kind == "money" and bool(_YEAR.match(printed) and _PRICES_OF.search(before))
