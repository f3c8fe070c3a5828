"""A figure as a document of its own: an HTML page without scripts, and Markdown."""

import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.figures import summary
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.figure_fields import figure_fields
from indicators.figures.selection import figures_in_scope
from indicators.measure.units import SYSTEMS
from indicators.render import figure_card, method, provenance_card, standalone


def html(
    catalogue: Catalogue, rows: pd.DataFrame, system: str = SYSTEMS[0], *, address: str = "", image: str = ""
) -> Markup:
    """The figure of the one row with its sources and citation.

    ``address`` is that of its page in the dashboard, ``image`` that of its picture; empty where they are not known.
    """
    (figure,) = figures_of(catalogue, rows, system)
    title = summary.title(figure)
    body = markup.element(
        "main",
        content(catalogue, figure, system),
        markup.heading(2, catalogue.descriptor.title),
        markup.element("p", "In the dashboard: ", markup.external_link(address, address)) if address else "",
        method.licence(catalogue),
    )
    preview = standalone.link_preview(catalogue.descriptor.title, title, summary.description(figure), address, image)
    return standalone.page(title, summary.description(figure), body, ("style.css", "report.css"), further=preview)


def content(
    catalogue: Catalogue, figure: Figure, system: str, link: figure_card.LinkToId = figure_card.no_link
) -> Markup:
    """The figure with its fields, its chain of sources and the public record; ``link`` leads to an earlier figure."""
    return markup.join(
        [
            figure_card.in_full(figure, link=link),
            provenance_card.chain(catalogue, figure.id, figures_in_scope(catalogue, record=True), system),
            provenance_card.in_record(catalogue, figure.id, system),
        ]
    )


def markdown(figure: Figure) -> str:
    """The figure in Markdown: number, fields, caveats and citation."""
    return "\n".join(
        [
            f"# {markup.markdown(figure.title)}",
            "",
            f"**{markup.markdown(figure.phrase)}**",
            "",
            *(
                f"- {markup.markdown(field.label)}: {markup.markdown(field.text)}"
                for field in figure_fields(figure)
                if field.text
            ),
            "",
            "## Before you quote this",
            "",
            *(f"- {markup.markdown(caveat.text)} ({caveat.origin})" for caveat in figure.caveats),
            *([] if figure.caveats else ["No caveat is recorded."]),
            "",
            "## To cite it",
            "",
            f"> {markup.markdown(figure.citation)}",
            "",
        ]
    )
