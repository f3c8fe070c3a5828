"""Whether words say that a number is a fall: *declined by 6,000* is -6,000 in a series of changes."""

import re

_FALLS = re.compile(
    r"\b(?:declin|decreas|diminish|drop|slump|plung|plummet|tumbl|contract(?:ed|s|ing|ion)\b|reduc|shrink|shrank|shrunk|"
    r"slid(?:e|es|ing)?\b|f[ae]ll(?:s|en|ing)?\b|los[et](?:s|ing)?\b|loss(?:es)?\b|shed(?:s|ding)?\b|"
    r"cut(?:s|ting)?\b|down\b|lower\b|below\b|less\b|fewer\b|shorter\b|smaller\b|weaker\b)",
    re.IGNORECASE,
)


def says_fall(words: str) -> bool:
    """Whether the words have one that says less than before: a verb such as *declined*, or *down*, *fewer*, *below*."""
    return bool(_FALLS.search(words))
