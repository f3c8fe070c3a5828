"""HTML of a draft whose numbers are marked: each by the shape and colour of its verdict, opening what was found."""

import re
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.figures.quotable import quotable_lines
from indicators.quoting.draft_file import SUFFIXES
from indicators.quoting.finding import VERDICTS, DraftVerdict, Finding
from indicators.render import standalone
from indicators.text.first_letter import with_capital, with_small

SIGNS = {
    DraftVerdict.WHOLE: "✓",
    DraftVerdict.LOSES: "!",
    DraftVerdict.FOLLOWS: "=",
    DraftVerdict.UNSOUND: "≠",
    DraftVerdict.ASK: "?",
}
"""The sign of each verdict that is marked; it tells them apart without colour."""
_ORDER = (
    DraftVerdict.LOSES,
    DraftVerdict.UNSOUND,
    DraftVerdict.ASK,
    DraftVerdict.FOLLOWS,
    DraftVerdict.WHOLE,
    DraftVerdict.ELSEWHERE,
)
_DOES = (
    "Paste what you are about to publish. Each number is compared with the figures of the document: whether value, "
    "bound and unit are right, what is counted, of whom and where, who says so, how firmly and for which time, and "
    "whether arithmetic on it holds."
)
_FILES = (
    "Plain text, Markdown, .docx, .odt or .pdf, up to 4 MB. The file is read in memory, its findings open as a page of "
    "their own, and nothing of it is kept."
)
_UNIT_BEHIND_HYPHEN = re.compile(r"-[^\W\d_]+")
FOUND = "What was found"
_STAYS = "What you paste is compared in memory and kept nowhere: not in the address, not in a log, not on disk."


def marked(text: str, findings: Sequence[Finding]) -> Markup:
    """The draft with its marked numbers, line by line as it was written; a mark covers a unit behind a hyphen."""
    pieces: list[Markup] = []
    starts = {finding.start for finding in findings}
    done = 0
    for finding in findings:
        if finding.verdict not in SIGNS or finding.start < done:
            continue
        unit = _UNIT_BEHIND_HYPHEN.match(text, finding.end)
        end = unit.end() if unit and starts.isdisjoint(range(finding.end, unit.end())) else finding.end
        pieces += [markup.escape(text[done : finding.start]), _mark(finding, text[finding.start : end])]
        done = end
    return markup.element("div", *pieces, text[done:], class_="draft")


def summary(findings: Sequence[Finding]) -> Markup:
    """How many numbers have each verdict, accusations first, each with its sign."""
    counts = Counter((finding.verdict, bool(finding.assumes)) for finding in findings)
    items = [
        markup.element(
            "li",
            _sign(verdict) + " ",
            f"{VERDICTS[verdict]}{' only if …' if assumes else ''}{'' if verdict in SIGNS else ', left unmarked'}: "
            f"{counts[verdict, assumes]:,}",
            class_=_class(verdict, assumes=assumes),
        )
        for verdict in _ORDER
        for assumes in (True, False)
        if counts[verdict, assumes]
    ]
    if not items:
        return markup.paragraph("There is no number in it.")
    return markup.element("ul", *items, class_="verdicts")


def explained(findings: Sequence[Finding]) -> list[tuple[Markup, Finding]]:
    """Of each number that is not quoted whole, what was found, and its finding; accusations first."""
    listed = [finding for verdict in _ORDER[:4] for finding in findings if finding.verdict == verdict]
    return [(_explained(finding), finding) for finding in listed]


def assumed(catalogue: Catalogue, finding: Finding) -> Markup:
    """What the editor assumed of the dates in the proposed wording; empty without such a date."""
    words = quotable_lines(catalogue, finding.figure).assumed if finding.quote else ""
    return markup.paragraph(words, "quiet") if words else Markup()


def introduction() -> Markup:
    """What the page does with a draft, and what becomes of it."""
    return markup.paragraph(_DOES, "deck") + markup.paragraph(_STAYS, "quiet")


def file_form(action: str, *, record: bool) -> Markup:
    """A form that sends a file to the address of the check; its answer is a page of its own."""
    accepted = ",".join(f".{suffix}" for suffix in SUFFIXES)
    field = markup.empty_element("input", type="file", name="file", id="draft-file", accept=accepted, required="")
    pieces = [markup.element("label", "Or a file", for_="draft-file"), field]
    if record:
        pieces.append(markup.empty_element("input", type="hidden", name="record", value="yes"))
    pieces.append(markup.element("button", "Check the file", type="submit"))
    return markup.element(
        "form",
        *_spaced(pieces),
        markup.paragraph(_FILES, "quiet"),
        action=action,
        method="post",
        enctype="multipart/form-data",
        target="_blank",
        class_="draft-file",
    )


def refusal(sentence: str) -> Markup:
    """A page that says why a file was not checked."""
    title = "The file was not checked"
    body = markup.element(
        "main",
        markup.heading(1, title),
        markup.paragraph(f"{with_capital(sentence)}.", "deck"),
        markup.paragraph("Close this page to go back to the draft."),
    )
    return standalone.page(title, title, body, ("style.css", "report.css"))


def page(catalogue: Catalogue, text: str, findings: Sequence[Finding]) -> Markup:
    """A page of its own with the marked draft; it needs no other file, no script and no network."""
    title = "A draft against the figures"
    body = markup.element(
        "main",
        markup.heading(1, title),
        markup.paragraph(catalogue.descriptor.title, "deck"),
        summary(findings),
        marked(text, findings),
        *_reasons(catalogue, findings),
    )
    return standalone.page(title, catalogue.descriptor.title, body, ("style.css", "report.css"))


def _reasons(catalogue: Catalogue, findings: Sequence[Finding]) -> list[Markup]:
    pieces = [markup.heading(2, FOUND)] if explained(findings) else []
    for words, finding in explained(findings):
        pieces.append(words)
        if finding.quote:
            pieces += [markup.element("blockquote", finding.quote), assumed(catalogue, finding)]
    return pieces


def _mark(finding: Finding, shown: str) -> Markup:
    """A number as it is ``shown`` in the draft, which opens what was found of it."""
    words = markup.element("span", _verdict(finding), class_="unseen")
    number = markup.element("summary", _sign(finding.verdict), shown, words)
    return markup.element("details", number, _found(finding), class_=f"number {_class_of(finding)}")


def _class_of(finding: Finding) -> str:
    return _class(finding.verdict, assumes=bool(finding.assumes))


def _class(verdict: DraftVerdict, *, assumes: bool) -> str:
    return f"is-{verdict} is-assumed" if assumes else f"is-{verdict}"


def _verdict(finding: Finding) -> str:
    """The verdict in words, with what must be granted before a result follows."""
    granted = " ".join(map(with_small, finding.assumes)).removesuffix(".")
    return VERDICTS[finding.verdict] + (f" only if {granted}" if granted else "")


def _sign(verdict: DraftVerdict) -> Markup:
    return markup.element("span", SIGNS.get(verdict, "·"), class_="sign", aria_hidden="true")


def _explained(finding: Finding) -> Markup:
    number = markup.element("strong", _sign(finding.verdict), finding.words)
    is_named = finding.verdict in (DraftVerdict.UNSOUND, DraftVerdict.FOLLOWS)
    verdict = f"{_verdict(finding)}. " if is_named else ""
    words = f"{with_capital(verdict)}{finding.message}"
    return markup.element("p", number, f" {words}", class_=f"explained {_class_of(finding)}")


def _found(finding: Finding) -> Markup:
    verdict = _verdict(finding)
    pieces = [markup.element("strong", f"{with_capital(verdict)}.")]
    if finding.pair:
        pieces.append(markup.element("code", finding.pair))
    if finding.message:
        pieces.append(markup.element("span", finding.message))
    if finding.quote:
        pieces.append(markup.element("span", "To quote it whole: ", markup.element("q", finding.quote), class_="line"))
    if finding.figure:
        pieces.append(markup.element("code", finding.figure))
    return markup.element("span", *_spaced(pieces), class_="found")


def _spaced(pieces: Sequence[Markup]) -> list[Markup]:
    return [piece + " " for piece in pieces]
