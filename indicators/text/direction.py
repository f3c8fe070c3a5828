"""Whether words say that a number is a fall or a rise: *declined by 6,000* is -6,000 in a series of changes."""

import re

_FALL = (
    r"\b(?:(?:declin|decreas|diminish|drop|slump|plung|plummet|tumbl|contract(?!or)|reduc|subtract|shav)\w*|"
    r"shrink(?:s|ing|age)?|shrank|shrunk|slid(?:e|es|ing)?|f[ae]ll(?:s|en|ing)?|los(?:es?|t|ing|s|ses)|shed(?:s|ding)?|"
    r"cut(?:s|ting)?|eas(?:ed|es|ing)|slow(?:s|ed|ing)|narrow(?:s|ed|ing)|dip(?:s|ped|ping)?|slip(?:s|ped|ping)?|s[aiu]nk|sinks|"
    r"sinking|down|lower|below|less|fewer|shorter|smaller|weaker|cheaper|(?:percent|points?) off)\b"
    r"(?!,? (?:back |again |further |only |slightly |sharply )?(?:to|from)\b)"
)
"""A word that says less than before, but not one that leads to the level reached: *fell to 2.7 percent*."""
_FALLS = re.compile(_FALL, re.IGNORECASE)
_OTHERS = "and|but|while|which|that|as|than|though|up|rose|rises?|risen|gr[eo]w\\w*|increas\\w+|offset"
_WITHIN = rf"(?: (?!(?:{_OTHERS})\b)[^\W\d_][\w'-]*)"
"""A word between a fall and its amount: *cut output by*; none that begins another clause or says a rise."""
_BEFORE = re.compile(
    rf"(?:\bbelow [^,;:.()]{{1,60}} by|{_FALL}(?:{_WITHIN}{{0,4}} by| of)?)"
    r"(?: [^\s\w]?\d[\d.,]*(?: [^\W\d_]+){0,2}, or)? $",
    re.IGNORECASE,
)
"""The words of a fall before its amount: *declined by*, *a drop of*; it may be told twice: *fell by 3, or* 2 %."""
_BEHIND = re.compile(
    r" (?:less|fewer|lower|below|smaller|shorter|weaker|cheaper|down)\b|(?:(?<=percent)|(?<=point)|(?<=points)) off\b",
    re.IGNORECASE,
)
"""A word of a fall behind its amount: 18 percent *less*; it took 0.4 points *off* the growth."""

_RISES = re.compile(
    r"\b(?:increas|gain(?:s|ed|ing)?\b|r[io]s(?:e|es|en|ing)\b|gr[eo]w(?:s|n|ing|th)?\b|climb(?:s|ed|ing)?\b|"
    r"jump(?:s|ed|ing)?\b|soar|surg(?:e|es|ed|ing)\b|expan|add(?:s|ed|ing)?\b|creat(?:e|es|ed|ing)\b|"
    r"up\b|more\b|extra\b|higher\b|longer\b|larger\b|bigger\b|stronger\b|above\b)",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(
    rf"(?:{_FALL}|{_RISES.pattern}\w*)(?:(?: (?!to\b|from\b)[^\W\d_][\w'-]*){{0,3}} (?:by|of)(?: an?)?(?: [a-z]+)?)?"
    r"(?: [^\s\w]?\d[\d.,]*%?(?: [^\W\d_]+){0,2},? or)? $",
    re.IGNORECASE,
)
"""The words of a change before its amount: *rose by*, *a fall of*, *added*, *up*."""
_REACH = 80


def change_before(sentence: str, start: int) -> bool:
    """Whether the words of a rise or a fall end before an amount, which is how much that was: *rose by* 3 percent."""
    return bool(_CHANGED_BY.search(sentence, max(0, start - _REACH), start))


def says_fall(words: str) -> bool:
    """Whether the words have one that says less than before: a verb such as *declined*, or *down*, *fewer*, *below*.

    *Fell to 2.7 percent* says none: what it names is where the fall ended.
    """
    return bool(_FALLS.search(words))


def says_rise(words: str) -> bool:
    """Whether the words have one that says more than before: a verb such as *increased*, or *up*, *more*, *above*."""
    return bool(_RISES.search(words))


def fall_before(sentence: str, start: int, reach: int) -> int:
    """Where the words of a fall begin that end before its amount: *declined by* 6,000; `start` where there are none."""
    found = _BEFORE.search(sentence, max(0, start - reach), start)
    return found.start() if found else start


def fall_behind(sentence: str, end: int) -> int:
    """Where the word of a fall ends that stands behind its amount: 18 percent *less*; `end` where there is none."""
    found = _BEHIND.match(sentence, end)
    return found.end() if found else end
