"""Whether words say that a number is a fall or a rise: *declined by 6,000* is -6,000 in a series of changes."""

import re

_FALLS = re.compile(
    r"\b(?:declin|decreas|diminish|drop|slump|plung|plummet|tumbl|contract(?:ed|s|ing|ion)\b|reduc|shrink|shrank|shrunk|"
    r"slid(?:e|es|ing)?\b|f[ae]ll(?:s|en|ing)?\b|los[et](?:s|ing)?\b|loss(?:es)?\b|shed(?:s|ding)?\b|"
    r"cut(?:s|ting)?\b|down\b|lower\b|below\b|less\b|fewer\b|shorter\b|smaller\b|weaker\b)",
    re.IGNORECASE,
)

_RISES = re.compile(
    r"\b(?:increas|gain(?:s|ed|ing)?\b|r[io]s(?:e|es|en|ing)\b|gr[eo]w(?:s|n|ing|th)?\b|climb(?:s|ed|ing)?\b|"
    r"jump(?:s|ed|ing)?\b|soar|surg(?:e|es|ed|ing)\b|expan|add(?:s|ed|ing)?\b|creat(?:e|es|ed|ing)\b|"
    r"up\b|more\b|extra\b|higher\b|longer\b|larger\b|bigger\b|stronger\b|above\b)",
    re.IGNORECASE,
)


def says_fall(words: str) -> bool:
    """Whether the words have one that says less than before: a verb such as *declined*, or *down*, *fewer*, *below*."""
    return bool(_FALLS.search(words))


def says_rise(words: str) -> bool:
    """Whether the words have one that says more than before: a verb such as *increased*, or *up*, *more*, *above*."""
    return bool(_RISES.search(words))
