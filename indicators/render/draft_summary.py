"""HTML above a draft that was checked: what the page does with it, and how many numbers have each verdict."""

import re
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.figures.subject import DOCUMENT, subject_with_title
from indicators.quoting.finding import VERDICTS, DraftVerdict, Finding
from indicators.text.vocabulary import FRACTIONS, NUMBER_WORDS, ORDINALS

SIGNS = {
    DraftVerdict.WHOLE: "✓",
    DraftVerdict.LOSES: "!",
    DraftVerdict.FOLLOWS: "=",
    DraftVerdict.UNSOUND: "≠",
    DraftVerdict.ASK: "?",
}
"""The sign of each verdict that is marked; it tells them apart without colour."""
ORDER = (
    DraftVerdict.LOSES,
    DraftVerdict.UNSOUND,
    DraftVerdict.ASK,
    DraftVerdict.FOLLOWS,
    DraftVerdict.WHOLE,
    DraftVerdict.ELSEWHERE,
)
_COMPARED = (
    "whether its value, its unit and its “more than” or “about” are right, what is counted, of whom and where, who "
    "says so, how firmly and for which time, and whether arithmetic on it holds. A date alone is not compared."
)
_MOST_NAMED = 5
"""Numbers from elsewhere that are named beside their count."""
_STAYS = "What you paste is compared in memory and kept nowhere: not in the address, not in a log, not on disk."
_COUNTING = NUMBER_WORDS - {*ORDINALS, *FRACTIONS, "a", "an", "one"}
"""Words with which a number begins that a reader would call one."""
_LIST_MARK = re.compile(r"^[^\S\n]*\(?(\d{1,3})[.)](?=\s)", re.MULTILINE)
_OF_ONE_NUMBER = re.compile(r"[\s().+/-]{1,3}")
"""What stands between two groups of digits of a telephone number."""


def introduction(catalogue: Catalogue) -> Markup:
    """What the page does with a draft, and what becomes of it."""
    about = f"Each number is compared with the figures of {subject_with_title(catalogue)}: {_COMPARED}"
    return markup.paragraph(f"Paste what you are about to publish. {about}", "deck") + markup.paragraph(_STAYS, "quiet")


def summary(text: str, findings: Sequence[Finding], noun: str = DOCUMENT) -> Markup:
    """How many numbers of a draft have each verdict, accusations first; ``noun`` is what the document is called.

    Numbers from elsewhere, which have no mark, are named.
    """
    others = [*_others(text, findings)]
    counts = Counter((finding.verdict, bool(finding.assumes)) for finding in findings if finding.verdict in SIGNS)
    counts[DraftVerdict.ELSEWHERE, False] = len(others)
    named = ", ".join(f"“{words}”" for words in others[:_MOST_NAMED]) + (" …" if len(others) > _MOST_NAMED else "")
    items = [
        markup.element(
            "li",
            sign(verdict),
            f"{VERDICTS[verdict].replace(DOCUMENT, noun)}{' only if …' if assumes else ''}: "
            f"{counts[verdict, assumes]:,}{f' ({named})' if verdict == DraftVerdict.ELSEWHERE else ''}",
            class_=class_of(verdict, assumes=assumes),
        )
        for verdict in ORDER
        for assumes in (True, False)
        if counts[verdict, assumes]
    ]
    if not items:
        return markup.paragraph("There is no number in it.")
    return markup.element("ul", *items, class_="verdicts")


def sign(verdict: DraftVerdict) -> Markup:
    """The sign of a verdict, for the eye alone; nothing for numbers from elsewhere, which have no mark."""
    return markup.element("span", SIGNS[verdict], class_="sign", aria_hidden="true") if verdict in SIGNS else Markup()


def class_of(verdict: DraftVerdict, *, assumes: bool) -> str:
    """The class of what has a verdict, for its colour and line."""
    return f"is-{verdict} is-assumed" if assumes else f"is-{verdict}"


def shown(text: str, finding: Finding) -> str:
    """The number with the unit behind it as the draft has them: *ten years*, *4.5 billion dollars*."""
    return text[finding.start : max(finding.end, finding.unit_end)]


def _others(text: str, findings: Sequence[Finding]) -> list[str]:
    """The numbers from elsewhere as a reader counts them: a telephone number once, and no mark of a list."""
    marks = {mark.start(1) for mark in _LIST_MARK.finditer(text)}
    last: Finding | None = None
    found: list[str] = []
    for finding in findings:
        if finding.verdict != DraftVerdict.ELSEWHERE or finding.start in marks:
            continue
        is_digits = finding.words.replace("-", "").isdecimal()
        is_further = last and is_digits and _OF_ONE_NUMBER.fullmatch(text, last.end, finding.start)
        first = re.split(r"[\s-]", finding.words.casefold())[0]
        if is_further and last and found:
            found[-1] += text[last.end : finding.end]
        elif first in _COUNTING or any(map(str.isdecimal, finding.words)):
            found.append(" ".join(shown(text, finding).split()))
        last = finding if is_digits else None
    return found
