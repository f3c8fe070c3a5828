"""How to read the figures and how to check them, in HTML. What it says of a catalogue is counted from it."""

from collections.abc import Iterator

import pandas as pd

from indicators import markup
from indicators.audit import state as audit_state
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.combine.rules import TABLE
from indicators.errors import CatalogueError
from indicators.figures.citation import cite_document
from indicators.figures.selection import figures_in_scope
from indicators.measure.bounds import QUALIFIERS, WORDS

_MEANING = {
    "unqualified": "A bare number. It stands as stated, which does not make it exact.",
    "exact": "The document says that it is exact.",
    "approximate": "A central value without bounds: how far off it is, is not stated. About stays with every result.",
    "more_than": "A lower bound, itself excluded; no upper bound is stated.",
    "at_least": "A lower bound, itself included; no upper bound is stated.",
    "less_than": "An upper bound, itself excluded; no lower bound is stated.",
    "at_most": "An upper bound, itself included; no lower bound is stated.",
    "nearly": "An upper bound, itself excluded, and close to the value; how close is not stated.",
    "between": "A range with both ends.",
    "vague": "An order of magnitude in words, without a number. Shown in the words printed, never computed with.",
}
_STATUS = {
    "reported": "stated as a fact or as reported (SDMX A)",
    "estimate": "estimated by the source (SDMX E)",
    "provisional": "called provisional by the source (SDMX P)",
    "forecast": "about what is to come (SDMX F)",
    "allegation": "alleged by the source",
    "planned": "planned or pending",
    "conditional": "stated on a condition",
}


def reading() -> str:
    """What a figure consists of."""
    return markup.paragraph(
        "A figure here is never a bare number. It keeps its bound, its unit, what exactly it counts, who claims it and "
        "whose counting it is, the period it covers, where in the text it stands, and what must be known before it is "
        "used. All of it goes into every chart, every table and every download.",
        "deck",
    ) + markup.paragraph(
        "What a document does not state is shown as not stated. What the editor inferred is marked as inferred, with "
        "its ground among the caveats. A caveat says whether the document itself gives it or the editor adds it."
    )


def sections(catalogue: Catalogue, level: int, *, record: bool = False) -> Iterator[tuple[str, str]]:
    """The title and the HTML of each section, headings inside it being of this level; ``record`` counts that too."""
    figures = figures_in_scope(catalogue, record=record)
    yield "Qualifiers and bounds", _qualifiers(figures)
    yield "Units", _units(catalogue, figures)
    yield "Words", _words(catalogue, figures)
    yield "What may be combined", _rules()
    yield "Check it against the text", _verification(catalogue, f"h{level}", record=record)


def licence(catalogue: Catalogue) -> str:
    """Who made the catalogue, and under which licence."""
    about = catalogue.descriptor
    return markup.terms(
        {
            "Catalogue": markup.text(about.title),
            "Version": markup.text(about.version),
            "Date": markup.text(about.created),
            "Editor": markup.text(", ".join(about.editors)),
            "Contact": markup.text(about.contact),
            "Licence": markup.link(about.licence_url, about.licence),
            "Program": "MIT licence",
        }
    )


def _qualifiers(figures: pd.DataFrame) -> str:
    """Each qualifier with what it means and how many figures have it."""
    counts = figures["qualifier"].value_counts()
    rows = (
        (
            f"<strong>{markup.text(WORDS[one] or one)}</strong>" if one != "vague" else "<strong>vague</strong>",
            markup.text(_MEANING[one]),
            f"{counts.get(one, 0):,}",
        )
        for one in QUALIFIERS
    )
    return markup.table(("Qualifier", "What it means here", "Figures"), rows)


def _units(catalogue: Catalogue, figures: pd.DataFrame) -> str:
    """The units of the catalogue, and what they become in another system."""
    known = catalogue.units
    rows = []
    for unit in sorted(map(str, figures["unit"].dropna().unique())):
        shown = {system: known.in_system(unit, system) for system in ("si", "us")}
        rows.append(
            (
                f"<code>{markup.text(unit)}</code>",
                markup.text(known.label(unit)),
                *(
                    "as printed"
                    if other == unit
                    else markup.text(f"{known.label(other)} (× {known.factor(unit, other):.9g})")
                    for other in shown.values()
                ),
            )
        )
    return markup.paragraph(
        "Only the units listed in the catalogue are accepted, each under one name. Things that are counted are "
        "dimensions of their own, so that two kinds of them can neither be added nor converted into each other. A "
        "number that is converted keeps its qualifier and its significant figures, is rounded so as never to pass a "
        "bound, and says from what it was converted."
    ) + markup.table(("Unit", "In words", "SI", "US customary"), rows)


def _words(catalogue: Catalogue, figures: pd.DataFrame) -> str:
    """The closed lists of the catalogue, and its kinds."""
    kinds = _kinds(catalogue, figures)
    return "".join(
        [
            markup.table(
                ("Status", "What it says of a figure"),
                ((markup.text(one), markup.text(about)) for one, about in _STATUS.items()),
            ),
            "<br>",
            markup.table(
                ("Kind", "Measured in", "Declared part of"),
                (
                    (
                        markup.text(kind["title"]),
                        markup.text(catalogue.units.label(kind["unit"])),
                        markup.text(kinds["title"].get(kind["part_of"], "")),
                    )
                    for kind in kinds.head(200).to_dict("records")
                ),
            ),
            markup.paragraph(
                "Periods and dates are in EDTF (ISO 8601-2). In an interval an empty end is unknown and two dots are "
                "open. The date on which something was said is not the period that it covers; the two are kept apart."
            ),
        ]
    )


def _kinds(catalogue: Catalogue, figures: pd.DataFrame) -> pd.DataFrame:
    """The kinds of the figures, and those of which they are parts."""
    kinds = catalogue.kinds
    used = {*figures["kind"].unique()}
    while wider := {*kinds["part_of"][kinds.index.isin(used)].dropna()} - used:
        used |= wider
    return kinds[kinds.index.isin(used)]


def _rules() -> str:
    """The rules by which two figures may be combined."""
    return markup.paragraph(
        "Two figures are compared by rules that read what the catalogue says of them. Where any rule refuses, the "
        "answer is refused with every reason; where one needs an assumption, it is illustrative; otherwise it is sound."
    ) + markup.table(
        ("Rule", "Looks at", "What follows", "Example"), ((markup.text(each) for each in row) for row in TABLE)
    )


def _verification(catalogue: Catalogue, heading: str, *, record: bool) -> str:
    """How anyone who holds a document can check the figures against it."""
    documents = catalogue.documents
    shown = documents.index if record else documents.index[documents["role"] == SUBJECT]
    pieces = [
        markup.paragraph(
            "No sentence of a document is kept here, only the few words that hold a number. Each figure names its "
            "section and paragraph, and carries the SHA-256 of the sentence it stands in, the text being normalised "
            "first (NFKC; quotation marks, dashes and white space folded). Whoever holds the document can compute the "
            "same fingerprints."
        ),
        *(_document(catalogue, one) for one in shown[:50]),
    ]
    try:
        states = audit_state.read(catalogue.folder)
    except CatalogueError as error:
        return "".join([*pieces, markup.paragraph(f"The record of the audit cannot be read. {error}")])
    if states:
        pieces += [
            f"<{heading}>The audit as it was last run</{heading}>",
            markup.paragraph(
                "Every number in the text of a document is set against the catalogue: a figure carries it, or it is "
                "dismissed with the ground why it is none."
            ),
            *(_audited(catalogue, state) for state in states[:50]),
        ]
    return "".join(pieces)


def _audited(catalogue: Catalogue, state: audit_state.State) -> str:
    """What the audit of one document came to, and whether the catalogue has changed since."""
    kinds = ", ".join(f"{count:,} {kind.replace('_', ' ')}" for kind, count in state.expressions.items() if count)
    findings = ", ".join(f"{count:,} {finding}" for finding, count in state.findings.items())
    since = "unchanged" if audit_state.current(catalogue, state) else "changed: the audit has to be run again"
    return markup.terms(
        {
            "Document": markup.text(catalogue.text("documents", state.document, "title") or state.document),
            "Run on": markup.text(state.day),
            "Text": f"<code>SHA-256 {markup.text(state.text_sha256)}</code>",
            "Numbers found": markup.text(f"{sum(state.expressions.values()):,} ({kinds})"),
            "Accounted for": markup.text(f"{state.carried:,} by figures, {state.dismissed:,} dismissed"),
            "Findings": markup.text(findings),
            "Catalogue since": markup.text(since),
        }
    )


def _document(catalogue: Catalogue, one: str) -> str:
    row = catalogue.documents.loc[one].fillna("").to_dict()
    count = int((catalogue.figures["document"] == one).sum())
    return markup.terms(
        {
            "Document": markup.link(row["url"], cite_document(catalogue, one)),
            "Also at": markup.link(row["also_at"], row["also_at"]) if row["also_at"] else "",
            "Figures": f"{count:,}",
            "Note": markup.text(row["note"]),
        }
    )
