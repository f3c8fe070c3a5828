"""The whole dashboard as one HTML page, which needs no other file, no script and no network."""

from urllib.parse import urlencode

import pandas as pd
from markupsafe import Markup

from indicators import __version__, markup
from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.export import json_ld
from indicators.figures.citation import cite_document
from indicators.figures.selection import Selection, figures_in_scope, in_words, select
from indicators.measure.units import SYSTEMS
from indicators.render import headlines, method, standalone
from indicators.render.report_content import MOST_ROWS, ReportContent
from indicators.render.report_parts import Part, parts

_UNITS = {"printed": "as printed", "si": "SI", "us": "US customary"}


@kept(8)
def page(catalogue: Catalogue, selection: Selection, *, system: str = SYSTEMS[0], address: str = "") -> Markup:
    """The report of a selection in one of ``units.SYSTEMS``; ``address`` is that of the dashboard, empty without one.

    The same arguments give the same text, which a small cache holds.
    """
    rows = select(catalogue, selection)
    content = ReportContent(catalogue=catalogue, rows=rows, system=system, record=selection.record)
    filled = [part for part in parts(content) if part.content]
    contents = markup.bullet_list(markup.element("a", part.title, href=f"#{part.id}") for part in filled)
    return markup.join(
        [
            Markup('<!doctype html>\n<html lang="en">\n'),
            _head(catalogue, rows),
            Markup('\n<body class="ind">\n'),
            markup.element("a", "Skip to the figures", class_="skip", href="#main"),
            "\n",
            markup.element("header", _masthead(catalogue, selection, rows)),
            "\n",
            markup.element("nav", contents, aria_label="Contents"),
            "\n",
            markup.element("main", "\n", *map(_section, filled), id="main"),
            "\n",
            markup.element("footer", _made(catalogue, selection, system, address)),
            Markup("\n</body>\n</html>\n"),
        ]
    )


def _section(part: Part) -> Markup:
    heading = markup.element("h2", part.title, id=part.id)
    return markup.element("section", heading, "\n", part.content, aria_labelledby=part.id) + "\n"


def _head(catalogue: Catalogue, rows: pd.DataFrame) -> Markup:
    data = json_ld.script(json_ld.dataset(catalogue, rows.head(MOST_ROWS)))
    about = catalogue.descriptor
    # No text of HTML: a browser reads what stands inside the element without unescaping it.
    script = Markup(f'<script type="application/ld+json">{data}</script>')
    return standalone.head(
        about.title, about.description, standalone.style(("style.css", "report.css")), script, attributes=True
    )


def _masthead(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame) -> Markup:
    """What the report is about, and which figures are selected."""
    about, documents = catalogue.descriptor, catalogue.documents
    everything = len(rows) == len(figures_in_scope(catalogue, record=selection.record))
    count = headlines.figure_count(catalogue, rows, record=selection.record, everything=everything)
    words = in_words(catalogue, selection)
    return markup.join(
        [
            markup.heading(1, about.title),
            markup.paragraph(about.description, "deck") if about.description else "",
            *(
                markup.paragraph(cite_document(catalogue, document), "quiet")
                for document in documents.index[documents["role"] == SUBJECT][:3]
            ),
            markup.paragraph(f"{count}." if len(rows) else "No figure matches this selection."),
            markup.terms(words) if words else "",
        ]
    )


def _made(catalogue: Catalogue, selection: Selection, system: str, address: str) -> Markup:
    """How the report was made, and under which licence it may be passed on."""
    query = urlencode([*selection.query(), *([("units", system)] if system != SYSTEMS[0] else [])])
    live = address + (f"?{query}" if query else "")
    return markup.join(
        [
            markup.heading(2, "How this was made"),
            method.licence(catalogue),
            markup.terms(
                {
                    "Made by": f"indicators {__version__}",
                    "Units": _UNITS[system],
                    "Selection": markup.element("code", query) if query else "everything",
                    "Address": markup.external_link(live, live) if address else "",
                }
            ),
        ]
    )
