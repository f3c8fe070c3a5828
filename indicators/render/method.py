"""How to read the figures and how to check them: words of the program, and counts of the catalogue."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.audit.saved_audit import is_current
from indicators.catalogue.audit_file import SavedAudit
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.combine.rules import TABLE
from indicators.figures.citation import cite_document
from indicators.figures.selection import figures_in_scope
from indicators.measure import period
from indicators.measure.bounds import QUALIFIERS, WORDS
from indicators.text.expression import KINDS

_MEANING = {
    "unqualified": "A bare number. It stands as stated, which does not make it exact.",
    "exact": "The document says that it is exact.",
    "approximate": "A central value; how far off it may be is unknown. Every result from it is “about” as well.",
    "more_than": "A lower bound: the true number is larger. No upper bound is given.",
    "at_least": "A lower bound: the true number is this or larger. No upper bound is given.",
    "less_than": "An upper bound: the true number is smaller. No lower bound is given.",
    "at_most": "An upper bound: the true number is this or smaller. No lower bound is given.",
    "nearly": "An upper bound: the true number is somewhat smaller; how much is unknown.",
    "between": "A range with both ends.",
    "vague": "An order of magnitude in words, such as thousands. It is shown as printed and never computed with.",
}
_STATUS = {
    "reported": "stated by the author or by whoever is quoted, with no sign of an estimate",
    "estimate": "estimated by the source",
    "provisional": "called provisional by the source",
    "forecast": "about what is to come",
    "allegation": "alleged by the source",
    "planned": "planned or pending",
    "conditional": "stated on a condition",
}

_MOST_KINDS, _MOST_DOCUMENTS = 200, 50
"""Maximum number of kinds and of documents that are listed."""


def reading() -> Markup:
    """What a figure consists of."""
    return markup.paragraph(
        "A figure here is never a bare number. It keeps its bound, its unit, what exactly it counts, who claims it, "
        "who counted it, the period it covers, where in the text it stands, and its caveats. The page of a "
        "figure and the downloads keep all of it; tables and charts keep what no number should be quoted without.",
        "deck",
    ) + markup.paragraph(
        "What a document does not say is left out, or shown as not stated. What the editor inferred is marked as "
        "assumed, and a caveat gives the reason. Each caveat says whether it is the document's or the editor's."
    )


def sections(catalogue: Catalogue, level: int, *, record: bool = False) -> Iterator[tuple[str, Markup]]:
    """The title and the content of each section, whose headings have this level; ``record`` counts its figures too."""
    figures = figures_in_scope(catalogue, record=record)
    yield "Qualifiers and bounds", _qualifiers(figures)
    yield "Units", _units(catalogue, figures)
    yield "Words", _words(catalogue, figures)
    yield "What may be combined", _rules()
    yield "Check it against the text", _verification(catalogue, level, record=record)


def licence(catalogue: Catalogue) -> Markup:
    """Title, version, editors, contact and licence of the catalogue."""
    about = catalogue.descriptor
    return markup.terms(
        {
            "Catalogue": about.title,
            "Version": about.version,
            "Date": period.words(about.created),
            "Editor": ", ".join(about.editors),
            "Contact": about.contact,
            "Licence": markup.external_link(about.licence_url, about.licence),
            "Program": "MIT licence",
        }
    )


def _qualifiers(figures: pd.DataFrame) -> Markup:
    """Each qualifier with its meaning and the number of figures that have it."""
    counts = figures["qualifier"].value_counts()
    rows = (
        (
            markup.element("strong", qualifier if qualifier == "vague" else WORDS[qualifier] or qualifier),
            _MEANING[qualifier],
            f"{counts.get(qualifier, 0):,}",
        )
        for qualifier in QUALIFIERS
    )
    return markup.table(("Qualifier", "What it means here", "Figures"), rows)


def _units(catalogue: Catalogue, figures: pd.DataFrame) -> Markup:
    """The units of the figures, and into which unit of each other system they are converted."""
    units = catalogue.units

    def conversion(unit: str, system: str) -> str:
        other = units.in_system(unit, system)
        return f"{units.label(other)} (× {units.factor(unit, other):.9g})" if other != unit else ""

    used = {
        unit: (conversion(unit, "si"), conversion(unit, "us"))
        for unit in sorted(map(str, figures["unit"].dropna().unique()))
    }
    rows = [
        (units.label(unit), *(words or "as printed" for words in converted))
        for unit, converted in used.items()
        if any(converted)
    ]
    others = ", ".join(units.label(unit) for unit, converted in used.items() if not any(converted))
    return markup.paragraph(
        "The catalogue lists the units that it accepts, each under one name. Different things that are counted, such "
        "as people and vehicles, can neither be added nor converted into each other. A converted number keeps its "
        "qualifier and its significant figures, is never rounded past a bound, and names the number as printed."
    ) + markup.join(
        [
            markup.table(("As printed", "SI", "US customary"), rows) if rows else "",
            markup.paragraph(f"Shown in the unit that is printed, whichever units are chosen: {others}.")
            if others
            else "",
        ]
    )


def _words(catalogue: Catalogue, figures: pd.DataFrame) -> Markup:
    """The statuses and the kinds of the figures."""
    kinds = _kinds(catalogue, figures).head(_MOST_KINDS)
    units = kinds["unit"].map(catalogue.units.label)
    own = (kinds["title"] == units) & kinds["part_of"].isna()  # a row such as *containers, in containers* says nothing
    counted = ", ".join(kinds["title"][own])
    kinds, units = kinds[~own], units[~own]
    columns = {"Kind": kinds["title"], "Measured in, or in what converts to it": units}
    if kinds["part_of"].notna().any():
        columns["Declared part of"] = kinds["part_of"].map(catalogue.kinds["title"]).astype(object).fillna("")
    return markup.join(
        [
            markup.table(("Status", "What it says of a figure"), _STATUS.items()),
            markup.LINE_BREAK,
            markup.table(columns, zip(*columns.values(), strict=True)) if len(kinds) else "",
            markup.paragraph(f"Counted, each in a unit of its own: {counted}.") if counted else "",
            markup.paragraph("The day on which a number was published is kept apart from the period that it covers."),
        ]
    )


def _kinds(catalogue: Catalogue, figures: pd.DataFrame) -> pd.DataFrame:
    """The kinds of the figures, and the kinds of which these are parts, directly or indirectly."""
    kinds = catalogue.kinds
    used = {*figures["kind"].unique()}
    while wider := {*kinds["part_of"][kinds.index.isin(used)].dropna()} - used:
        used |= wider
    return kinds[kinds.index.isin(used)]


def _rules() -> Markup:
    """The rules by which two figures may be combined."""
    return markup.paragraph(
        "Two figures are compared by rules that read what the catalogue says of them. Where any rule refuses, the "
        "combination does not hold, with every reason; where one needs an assumption, it holds only if that is "
        "granted; otherwise it holds. The rules are the same for every catalogue; their examples are of many subjects."
    ) + markup.table(("Looks at", "What follows", "Example"), (row[1:] for row in TABLE))


def _verification(catalogue: Catalogue, level: int, *, record: bool) -> Markup:
    """How anyone who holds a document can check the figures against it."""
    documents = catalogue.documents
    shown = documents.index if record else documents.index[documents["role"] == SUBJECT]
    pieces = [
        markup.paragraph(
            "No sentence of a document is kept here, only the few words that hold a number. Each figure names its "
            "section and paragraph, and has a fingerprint of its sentence: the SHA-256 of the text after NFKC, with "
            "quotation marks, dashes and white space made alike. Anyone who has the document can compute the same "
            "fingerprints."
        ),
        *(_document(catalogue, document) for document in shown[:_MOST_DOCUMENTS]),
    ]
    if catalogue.audits:
        pieces += [
            markup.heading(level, "The audit as it was last run"),
            markup.paragraph(
                "Every number in the text of a document is looked up in the catalogue: a figure has it, or the "
                "catalogue says why it is no figure."
            ),
            *(_audit(catalogue, audit) for audit in catalogue.audits[:_MOST_DOCUMENTS]),
        ]
    return markup.join(pieces)


def _audit(catalogue: Catalogue, audit: SavedAudit) -> Markup:
    """The outcome of the audit of one document, and whether the catalogue has changed since."""
    kinds = ", ".join(f"{KINDS[kind]}: {count:,}" for kind, count in audit.expressions.items() if count)
    findings = ", ".join(f"{count:,} {finding}" for finding, count in audit.findings.items())
    changed = "no" if is_current(catalogue, audit) else "yes: the audit has to be run again"
    return markup.terms(
        {
            "Document": catalogue.text("documents", audit.document, "title") or audit.document,
            "Run on": period.words(audit.day),
            "Text": markup.element("code", f"SHA-256 {audit.text_sha256}"),
            "Numbers found": f"{sum(audit.expressions.values()):,} ({kinds})",
            "Accounted for": f"{audit.carried:,} by figures, {audit.dismissed:,} dismissed",
            "Findings": findings,
            "Catalogue changed since": changed,
        }
    )


def _document(catalogue: Catalogue, document: str) -> Markup:
    """A document with its addresses and the number of its figures."""
    url, also_at, note = (catalogue.text("documents", document, column) for column in ("url", "also_at", "note"))
    count = int((catalogue.figures["document"] == document).sum())
    return markup.terms(
        {
            "Document": markup.external_link(url, cite_document(catalogue, document)),
            "Also at": markup.external_link(also_at, also_at),
            "Figures": f"{count:,}",
            "Note": note,
        }
    )
