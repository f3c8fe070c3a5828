"""The chain of sources of a figure, and how it compares with the publication that it repeats."""

import re

import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures import provenance, public_record
from indicators.figures.agents import marked_if_unnamed
from indicators.figures.figure import Figure
from indicators.figures.names import document_titles
from indicators.figures.repeated import Became, RepeatedFigure, repeated_figures
from indicators.figures.statements import statements_about
from indicators.figures.summary import dated

_ROLES = {
    provenance.COUNTED: "counted",
    provenance.CLAIMS: "makes the claim",
    provenance.RELAYED: "relayed it",
    provenance.PUBLISHED: "published it",
}


def chain(catalogue: Catalogue, figure: str, rows: pd.DataFrame, system: str, level: int = 2) -> Markup:
    """The chain of sources of a figure as a row of boxes and in words, under a heading of this level.

    Below it whether a party to the conflict counted, where the figure was read, and those of the rows that rest on the
    same counting.
    """
    observation = catalogue.observation(figure)
    steps = provenance.steps(catalogue, observation)
    is_party = provenance.root_is_party(steps)
    return markup.join(
        [
            markup.heading(level, "Chain of sources"),
            markup.element("ol", *(markup.element("li", _box(step)) for step in steps), class_="chain"),
            markup.paragraph(provenance.sentence(steps)),
            markup.paragraph("⚑ Whoever counted is a party to the conflict.", "flag") if is_party else "",
            _read_at(catalogue, observation),
            _same_root(catalogue, public_record.figures_of_one_root(catalogue, figure, rows, system)),
        ]
    )


def in_record(catalogue: Catalogue, figure: str, system: str, level: int = 2) -> Markup:
    """How a figure compares with the publication in the record that it repeats, and the statements on it.

    Empty where the record has neither.
    """
    pairs = repeated_figures(catalogue, figure, system)
    same = {figure, *(repeated.id for pair in pairs for repeated in (pair.subject, pair.record))}
    statements = statements_about(catalogue, same)
    return markup.join(
        [
            *(_repetition(catalogue, pair, level) for pair in pairs),
            markup.heading(level, "What was said of it") + markup.bullet_list(statements) if statements else "",
        ]
    )


def document_link(catalogue: Catalogue, document: str, text: str = "") -> Markup:
    """A link to a document, by its publisher unless another text is given.

    Lines may break after a slash, and in a domain before its last two parts: *themoscowtimes.com* stays whole.
    """
    words = text or catalogue.text("documents", document, "publisher")
    breakable = markup.join(re.split(r"(?<=/)(?=\w)|(?<=\.)(?=\w+\.)", words), Markup("<wbr>"))
    return markup.external_link(catalogue.text("documents", document, "url"), breakable)


def _box(step: provenance.ProvenanceStep) -> Markup:
    did = " and ".join(_ROLES[role] for role in step.roles)
    return markup.join(
        [
            markup.element("span", did, class_="quiet"),
            markup.element("strong", step.name),
            markup.element("span", "party to the conflict", class_="origin") if step.party else "",
        ]
    )


def _read_at(catalogue: Catalogue, observation: Observation) -> Markup:
    """Links to the pages on which a figure was read; empty where the text of its document is held."""
    if catalogue.documents.at[observation.document, "text_held"]:
        return markup.EMPTY
    documents = [observation.document, *observation.also_in]
    links = (document_link(catalogue, document, document_titles(catalogue)[document]) for document in documents)
    return markup.element("p", "Read at ", markup.join(links, " and "), ".")


def _same_root(catalogue: Catalogue, figures: tuple[Figure, ...]) -> Markup:
    if not figures:
        return markup.EMPTY
    named = "; ".join(
        ", ".join((figure.phrase, _says(catalogue, figure), figure.status, _date(figure))) for figure in figures
    )
    return markup.paragraph(f"Based on the same count, so no independent confirmation: {named}.", "quiet")


def _says(catalogue: Catalogue, figure: Figure) -> str:
    return marked_if_unnamed(catalogue, figure.source, figure.source_short)


def _date(figure: Figure) -> str:
    return f"covers {dated(figure, 'period')}" if figure.known("period") else f"issued {dated(figure, 'issued')}"


def _repetition(catalogue: Catalogue, pair: RepeatedFigure, level: int) -> Markup:
    """A table of what is printed here and what is printed elsewhere, with the ground of the judgement."""
    rows = (
        (
            difference.field,
            difference.subject,
            difference.record,
            difference.became
            if difference.became in (Became.KEPT, Became.NEITHER)
            else markup.element("strong", difference.became),
        )
        for difference in pair.differences
    )
    return markup.join(
        [
            markup.heading(level, "As printed here, and elsewhere"),
            markup.element(
                "p",
                "Published by ",
                document_link(catalogue, pair.record.document, pair.record.document_title),
                markup.tagged(f". {pair.ground} That both are one publication is a judgement.", "editor"),
            ),
            markup.table(("", "As printed here", "As printed elsewhere", "Change"), rows),
        ]
    )
