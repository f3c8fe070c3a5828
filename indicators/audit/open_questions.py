"""What the drafts of a text leave open beyond their empty cells: shares and changes of what, things counted, speech."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from indicators.audit.claim import Claim
from indicators.audit.claims import AuditedText
from indicators.text.direction import change_before, fall_behind, says_fall
from indicators.text.expression import Expression

SHARE = "whether it is a share, and of what"
CHANGE = "whether it is a change, and of what"
FALL = "whether a fall is below zero"

_POINTS = ("percentage_point", "point", "basis_point")
_CHANGED_BEHIND = re.compile(
    r" (?:more|higher|longer|larger|up) (?:than|on|over) (?:in|at|on|an?|the|last|that|those|its|their|expected)\b"
)
_SIGNED = re.compile(r"(?:\+.|\([-−])$")
"""What a printed sign of a change is: a plus, or in brackets a minus."""
_NUMBER_OF = re.compile(
    r"\bnumbers? of (?:(?!(?:[^\W\d_]+[^\W\d_s]s|people|children)\b)[^\W\d_][\w-]*\s+){0,3}"
    r"(?P<thing>[^\W\d_]+[^\W\d_s]s|people|children)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\S[ -](?P<thing>(?!(?:times|halves|thirds|quarters|fifths|tenths)$)[^\W\d_]{2,}s|people|children)$"
)

_SAYS = re.compile(
    r"(?<!previously )(?<!initially )(?<!originally )(?<!first )"
    r"\b(?:according to|sa(?:y|ys|id)|told|(?:report|announce|estimate|state|warn|confirm|claim|alleg|declar)(?:e?d)|"
    r"(?:reports|announces|states|warns|confirms|claims|alleges|estimates|projects) that)\b",
    re.IGNORECASE,
)
"""The words by which somebody says a sentence; not *than previously reported*, which tells an earlier value."""
_AS_ANOTHER = re.compile(
    r"\b(?:the same (?:\w+ )?as|unchanged|no change|"
    r"(?:returned|reverted|recovered|(?:is|are|was|were|climbed|fell|fallen|came|come) back) to (?:its|their|the)\b"
    r"(?=[^.;,]* (?:level|rate|value|number|figure|size|mean|average)s?\b))[^.;,]*",
    re.IGNORECASE,
)
"""What tells a value by another one, to the end of its part: *the same as the gain*, *back to its level*."""

_TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


def attribution_in(sentence: str) -> tuple[int, int] | None:
    """Where the first words stand by which somebody says a sentence: *said*, *according to*; None without them."""
    match = _SAYS.search(sentence)
    return match.span() if match else None


def told_today(audited: AuditedText) -> Iterator[tuple[int, int, int]]:
    """The first words of a text that only its date of publication explains, *today*: passage, start and end."""
    for passage, sentence in enumerate(audited.passages.sentences):
        if match := _TODAY.search(sentence.text):
            yield passage, match.start(), match.end()
            return


def told_in_words(audited: AuditedText, drafted: Iterable[Claim]) -> Iterator[tuple[int, int, int]]:
    """The sentences that may tell a figure by another one and without a number: passage, start and end of the words.

    The words are *the same as*, *unchanged*, *no change* or *returned to its level*, in whose part of the sentence no
    `drafted` number stands, nor one that an observation of the catalogue has.
    """
    numbers: dict[int, list[int]] = defaultdict(list)
    carried = (claim for claims in audited.claims for claim in claims if claim.observations)
    for claim in (*drafted, *carried):
        numbers[claim.passage].append(claim.expression.first)
    for passage, sentence in enumerate(audited.passages.sentences):
        for match in _AS_ANOTHER.finditer(sentence.text):
            if not any(match.start() < first < match.end() for first in numbers[passage]):
                yield passage, match.start(), match.end()


def questions_of(audited: AuditedText, claim: Claim, unit: str, *, in_changes: bool) -> Iterator[tuple[str, str]]:
    """The questions of a number that no empty cell of its row asks, each with the column that answers it.

    A number in percent, or a part of one, may be a share of something, if its words do not make it a change, nor the
    head of its column in a table, `in_changes`. `unit` is that of its row.
    """
    sentence, number = audited.passages[claim.passage].text, claim.expression
    falls = says_fall(audited.words(claim))
    if falls or in_changes or _is_change(sentence, number):
        yield "indicator", CHANGE
    elif (
        number.kind == "share"
        or unit == "percent"
        or (number.kind in ("percent", "range") and "percent" in number.units)
    ):
        yield "indicator", SHARE
    if falls and number.value > 0:
        yield "value", FALL


def things_counted(printed: Iterable[str], text: str) -> Mapping[str, str]:
    """Maps the plural of each thing counted to the words that name it first.

    They end the words of a number, *11 districts*, or stand behind *the number of* in the text.
    """
    things: dict[str, str] = {}
    for words in printed:
        if match := _COUNTED.search(words):
            things.setdefault(match["thing"].lower(), words)
    for match in _NUMBER_OF.finditer(text):
        things.setdefault(match["thing"].lower(), match[0])
    return things


def _is_change(sentence: str, number: Expression) -> bool:
    """Whether the words at a number may make it a change, or its sign: a plus, or a minus in brackets."""
    last = number.whole_end
    return bool(
        set(_POINTS) & set(number.units)
        or change_before(sentence, number.start)
        or _SIGNED.search(sentence, 0, number.first + 1)
        or fall_behind(sentence, last) > last
        or _CHANGED_BEHIND.match(sentence, last)
    )
