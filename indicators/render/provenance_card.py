"""The chain of sources of a figure, and what became of what it repeats, in HTML."""

from collections.abc import Iterable, Mapping
from typing import Any

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.figures import provenance
from indicators.figures.citation import document_title
from indicators.figures.figure import Figure
from indicators.figures.public_record import KEPT, RepeatedFigure

_DID = {
    provenance.COUNTED: "counted",
    provenance.CLAIMS: "makes the claim",
    provenance.RELAYED: "relayed it",
    provenance.PUBLISHED: "published it",
}


def sources(catalogue: Catalogue, row: Mapping[Any, Any], resting: Iterable[Figure], level: int = 2) -> str:
    """The chain as a row of boxes and in words, the flag of a party, and the figures that rest on the same counting.

    Its heading is of this level.
    """
    steps = provenance.steps(catalogue, row)
    boxes = "".join(f"<li>{_box(step)}</li>" for step in steps)
    party = ""
    if provenance.root_is_party(steps):
        party = markup.paragraph("⚑ Whoever counted is a party to the conflict.", "flag")
    return "".join(
        [
            f"<h{level}>Chain of sources</h{level}>",
            f'<ol class="chain">{boxes}</ol>',
            markup.paragraph(provenance.sentence(steps)),
            party,
            _pages(catalogue, row),
            _resting(tuple(resting)),
        ]
    )


def repeated(pairs: Iterable[RepeatedFigure], level: int = 2) -> str:
    """For each pair a table of what stands here and what was first published, with the ground of the judgement."""
    return "".join(_pair(pair, level) for pair in pairs)


def said(title: str, statements: Iterable[str], level: int = 2) -> str:
    """Statements on figures, under a title; nothing where there are none."""
    pieces = [markup.text(one) for one in statements]
    return f"<h{level}>{markup.text(title)}</h{level}>{markup.items(pieces)}" if pieces else ""


def _box(step: provenance.Step) -> str:
    did = markup.text(" and ".join(_DID[each] for each in step.did))
    flag = '<span class="origin">party to the conflict</span>' if step.party else ""
    return f'<span class="quiet">{did}</span><strong>{markup.text(step.name)}</strong>{flag}'


def page(catalogue: Catalogue, document: str) -> str:
    """A link to a document, by the name of its publisher."""
    return markup.link(*(catalogue.text("documents", document, name) for name in ("url", "publisher")))


def _pages(catalogue: Catalogue, row: Mapping[Any, Any]) -> str:
    """The pages of the record on which a figure was read."""
    if catalogue.documents.at[row["document"], "text_held"]:
        return ""
    pages = [row["document"], *catalogue.items(row["also_in"], "observations", "also_in")]
    links = [markup.link(catalogue.text("documents", one, "url"), document_title(catalogue, one)) for one in pages]
    return f"<p>Read at {' and '.join(links)}.</p>"


def _resting(resting: tuple[Figure, ...]) -> str:
    if not resting:
        return ""
    named = "; ".join(f"{one.phrase} ({one.source_short}, {_date(one)})" for one in resting)
    return markup.paragraph(
        f"On the same counting rest, so that they are no independent confirmation of it: {named}.", "quiet"
    )


def _date(one: Figure) -> str:
    return f"issued {one.issued}" if one.issued != "not stated" else f"covers {one.period}"


def _pair(pair: RepeatedFigure, level: int) -> str:
    rows = (
        (
            markup.text(each.field),
            markup.text(each.subject),
            markup.text(each.record),
            markup.text(each.became) if each.became == KEPT else f"<strong>{markup.text(each.became)}</strong>",
        )
        for each in pair.differences
    )
    return "".join(
        [
            f"<h{level}>As printed here, and as first published</h{level}>",
            f"<p>The record has it from {markup.text(pair.record.document_title)}. {markup.text(pair.ground)} "
            'That both are one publication is a judgement. <span class="origin">editor</span></p>',
            markup.table(("", "As printed here", "As first published", "Here"), rows),
        ]
    )
