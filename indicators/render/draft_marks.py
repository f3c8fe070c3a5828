"""HTML of a draft whose numbers are marked: each by the shape and colour of its verdict, opening what was found."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.figures.assumed import inferred_dates
from indicators.figures.build import figures_of
from indicators.figures.subject import subject_noun
from indicators.quoting.draft_file import SUFFIXES
from indicators.quoting.finding import VERDICTS, DraftVerdict, Finding
from indicators.render import standalone
from indicators.render.draft_summary import ORDER, SIGNS, class_of, shown, sign, summary
from indicators.text.first_letter import with_capital, with_small

_FILES = (
    "Plain text, Markdown, .docx, .odt or .pdf, up to 4 MB. The file is read in memory, its findings open as a page of "
    "their own, and nothing of it is kept."
)
FOUND = "What was found"
_MOST_IN_LINE = 24
"""Characters of a number with its unit that no line parts."""
WORDING = "Proposed wording"
_TO_MEND = (DraftVerdict.LOSES, DraftVerdict.UNSOUND, DraftVerdict.ASK)


def marked(text: str, findings: Sequence[Finding]) -> Markup:
    """The draft with its marked numbers, letter for letter; a mark covers the unit behind its number."""
    pieces: list[Markup] = []
    done = 0
    for finding in findings:
        if finding.verdict in SIGNS and finding.start >= done:
            pieces += [markup.escape(text[done : finding.start]), _mark(text, finding)]
            done = max(finding.end, finding.unit_end)
    return markup.element("div", *pieces, markup.escape(text[done:]), class_="draft")


def explained(text: str, findings: Sequence[Finding]) -> list[tuple[Markup, Finding]]:
    """What was found of each number that is marked, and its finding; accusations first.

    Of a number that is in order each time, it is told once.
    """
    listed: dict[object, tuple[Markup, Finding]] = {}
    for finding in sorted(findings, key=lambda finding: ORDER.index(finding.verdict)):
        if finding.verdict in SIGNS:
            words = _explained(text, finding)
            listed.setdefault(finding.start if finding.verdict in _TO_MEND else words, (words, finding))
    return [*listed.values()]


def nothing_to_correct(catalogue: Catalogue, findings: Sequence[Finding]) -> Markup:
    """That every number is in order that was compared, or that none was; else nothing."""
    if any(finding.verdict in _TO_MEND for finding in findings):
        return Markup()
    if any(finding.verdict in SIGNS for finding in findings):
        return markup.paragraph("Nothing to correct.")
    return markup.paragraph(f"No number of the {subject_noun(catalogue)} found.") if findings else Markup()


def wording_label() -> Markup:
    """What stands above a proposed wording."""
    return markup.paragraph(WORDING, "quiet")


def assumed(catalogue: Catalogue, finding: Finding) -> Markup:
    """What is inferred of the dates in the proposed wording; empty without such a date."""
    if not finding.quote:
        return Markup()
    (figure,) = figures_of(catalogue, catalogue.rows(finding.figure))
    dates = {"period": figure.period, "issued": figure.issued}
    words = " ".join(dict.fromkeys(inferred_dates(figure.inferred, dates, subject_noun(catalogue))))
    return markup.paragraph(words, "quiet") if words else Markup()


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
        summary(text, findings, subject_noun(catalogue)),
        marked(text, findings),
        *_reasons(catalogue, text, findings),
    )
    return standalone.page(title, catalogue.descriptor.title, body, ("style.css", "report.css"))


def _reasons(catalogue: Catalogue, text: str, findings: Sequence[Finding]) -> list[Markup]:
    listed = explained(text, findings)
    pieces = [markup.heading(2, FOUND)] if listed else []
    pieces.append(nothing_to_correct(catalogue, findings))
    for words, finding in listed:
        pieces.append(words)
        if finding.quote:
            quote = markup.element("blockquote", finding.quote)
            pieces += [wording_label(), quote, assumed(catalogue, finding)]
    return pieces


def _mark(text: str, finding: Finding) -> Markup:
    """A number as it stands in the draft, which opens what was found of it."""
    words = markup.element("span", _verdict(finding), class_="unseen")
    number_with_unit = shown(text, finding)
    number = markup.element("summary", markup.escape(number_with_unit), sign(finding.verdict), words)
    short = " is-short" if len(number_with_unit) <= _MOST_IN_LINE else ""
    return markup.element("details", number, _found(finding), class_=f"number {_class_of(finding)}{short}")


def _class_of(finding: Finding) -> str:
    return class_of(finding.verdict, assumes=bool(finding.assumes))


def _verdict(finding: Finding) -> str:
    """The verdict in words, with what must be granted before a result follows."""
    granted = " ".join(map(with_small, finding.assumes)).removesuffix(".")
    return VERDICTS[finding.verdict] + (f" only if {granted}" if granted else "")


def _explained(text: str, finding: Finding) -> Markup:
    number = markup.element("strong", sign(finding.verdict), f"{shown(text, finding)}:")
    is_named = finding.verdict in (DraftVerdict.UNSOUND, DraftVerdict.FOLLOWS, DraftVerdict.WHOLE)
    verdict = f"{_verdict(finding)}. " if is_named else ""
    words = f"{with_capital(verdict)}{finding.message}"
    return markup.element("p", number, " ", _running(words), class_=f"explained {_class_of(finding)}")


def _found(finding: Finding) -> Markup:
    pieces = [markup.element("strong", f"{with_capital(_verdict(finding))}.")]
    if finding.message:
        pieces.append(markup.element("span", _running(finding.message)))
    if finding.quote:
        pieces.append(markup.element("span", f"{WORDING}: ", markup.element("q", finding.quote), class_="line"))
    return markup.element("span", *_spaced(pieces), class_="found")


def _running(text: str) -> Markup:
    """Sentences whose lines break at any blank: numbers that are held together leave narrow lines half empty."""
    return markup.escape(text)


def _spaced(pieces: Sequence[Markup]) -> list[Markup]:
    return [piece + " " for piece in pieces]
