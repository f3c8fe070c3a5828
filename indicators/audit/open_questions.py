"""What the drafts of a text leave open beyond their empty cells: shares of what, changes of what, things counted."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from indicators.audit.claim import Claim
from indicators.audit.claims import AuditedText
from indicators.audit.printed_dates import is_compared_value
from indicators.text.direction import change_before, fall_behind, says_fall
from indicators.text.expression import Expression

SHARE = "whether it is a share, and of what"
CHANGE = "whether it is a change, and of what"
FALL = "whether a fall is below zero"

_POINTS = ("percentage_point", "point", "basis_point")
_CHANGED_BEHIND = re.compile(
    r" (?:more|higher|longer|larger|up) (?:than|on|over) (?:in|at|on|an?|the|last|that|those|its|their|expected)\b"
)
_NUMBER_OF = re.compile(
    r"\bnumbers? of (?:(?!(?:[^\W\d_]+[^\W\d_s]s|people|children)\b)[^\W\d_][\w-]*\s+){0,3}"
    r"(?P<thing>[^\W\d_]+[^\W\d_s]s|people|children)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\S[ -](?P<thing>(?!times$)[^\W\d_]{2,}s|people|children)$")


def open_questions(audited: AuditedText, claims: Iterable[Claim]) -> Mapping[str, int]:
    """How many of these numbers leave each question open that their row alone does not ask.

    A number in percent, or a part of one, may be a share of something, if its words do not make it a change.
    """
    counts: Counter[str] = Counter()
    for claim in claims:
        sentence, number = audited.passages[claim.passage].text, claim.expression
        if _is_change(sentence, number):
            counts[CHANGE] += 1
        elif number.kind == "share" or (number.kind in ("percent", "range") and "percent" in number.units):
            counts[SHARE] += 1
        counts[FALL] += says_fall(audited.words(claim)) and number.value > 0
    return {question: count for question in (SHARE, CHANGE, FALL) if (count := counts[question])}


def things_counted(printed: Iterable[str], text: str) -> tuple[str, ...]:
    """The plurals of the things counted, each once.

    They end the words of a number, *11 districts*, or stand behind *the number of* in the text.
    """
    found = (*map(_COUNTED.search, printed), *_NUMBER_OF.finditer(text))
    return tuple(dict.fromkeys(match["thing"].lower() for match in found if match))


def _is_change(sentence: str, number: Expression) -> bool:
    last = max(number.last, number.unit_end)
    return bool(
        set(_POINTS) & set(number.units)
        or (change_before(sentence, number.start) and not is_compared_value(sentence, number.first, last))
        or fall_behind(sentence, last) > last
        or _CHANGED_BEHIND.match(sentence, last)
    )
