"""The whole dashboard as one HTML page that needs no other file, no script and no network."""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from urllib.parse import urlencode

import pandas as pd

from indicators import __version__, markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.charts.theme import declarations
from indicators.export import json_ld
from indicators.figures.citation import cite_document
from indicators.figures.selection import FACETS, Selection, figures_in_scope, select, selectable_names
from indicators.measure.units import SYSTEMS
from indicators.paths import PACKAGE
from indicators.render import method
from indicators.render.report_parts import MOST_ROWS, Content, parts

_FOLDER = PACKAGE / "render"
_UNITS = {"printed": "as printed", "si": "SI", "us": "US customary"}


@lru_cache(maxsize=8)
def page(catalogue: Catalogue, selection: Selection, *, system: str = SYSTEMS[0], address: str = "") -> str:
    """The report of a selection in one of ``units.SYSTEMS``; ``address`` is where the dashboard is, if anywhere.

    The same arguments give the same text, which is kept for the few that were last asked for.
    """
    rows = select(catalogue, selection)
    content = Content(catalogue=catalogue, rows=rows, system=system, record=selection.record)
    shown = [(title, piece) for title, piece in parts(content) if piece]
    contents = markup.items(f'<a href="#part-{number}">{title}</a>' for number, (title, _) in enumerate(shown, 1))
    sections = (
        f'<section aria-labelledby="part-{number}"><h2 id="part-{number}">{title}</h2>\n{piece}</section>\n'
        for number, (title, piece) in enumerate(shown, 1)
    )
    return (
        f'<!doctype html>\n<html lang="en">\n{_head(catalogue, rows)}\n<body class="ind">\n'
        '<a class="skip" href="#main">Skip to the figures</a>\n'
        f"<header>{_masthead(catalogue, selection, len(rows), content.own)}</header>\n"
        f'<nav aria-label="Contents">{contents}</nav>\n<main id="main">\n{"".join(sections)}</main>\n'
        f"<footer>{_made(catalogue, selection, system, address)}</footer>\n</body>\n</html>\n"
    )


def _head(catalogue: Catalogue, rows: pd.DataFrame) -> str:
    style = "\n".join(
        [
            f":root {{ {declarations('light')} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {declarations('dark')} }} }}",
            *((_FOLDER / name).read_text(encoding="utf-8") for name in ("style.css", "report.css")),
        ]
    )
    data = json_ld.dataset(catalogue, rows.head(MOST_ROWS))
    allowed = f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
    return "\n".join(
        [
            "<head>",
            '<meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="'
            f"default-src 'none'; style-src {allowed}; img-src data:; base-uri 'none'; form-action 'none'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{markup.text(catalogue.descriptor.title)}</title>",
            f'<meta name="description" content="{markup.text(catalogue.descriptor.description)}">',
            '<link rel="icon" href="data:,">',
            f"<style>{style}</style>",
            f'<script type="application/ld+json">{json_ld.script(data)}</script>',
            "</head>",
        ]
    )


def _masthead(catalogue: Catalogue, selection: Selection, count: int, own: int) -> str:
    """What the report is about, and what of it is selected: ``count`` figures, ``own`` of them of the subject."""
    about, documents = catalogue.descriptor, catalogue.documents
    chosen = _chosen(catalogue, selection)
    subjects = documents.index[documents["role"] == SUBJECT][:3]
    total = len(figures_in_scope(catalogue, record=selection.record))
    shares = f": {own:,} printed here, {count - own:,} of the record" if selection.record else ""
    figures = (f"All {total:,} figures" if count == total else f"{count:,} of {total:,} figures") + f"{shares}."
    return "".join(
        [
            f"<h1>{markup.text(about.title)}</h1>",
            markup.paragraph(about.description, "deck") if about.description else "",
            *(markup.paragraph(cite_document(catalogue, one), "quiet") for one in subjects),
            markup.paragraph(figures if count else "No figure matches this selection."),
            markup.terms({facet: markup.text(words) for facet, words in chosen.items()}) if chosen else "",
        ]
    )


def _chosen(catalogue: Catalogue, selection: Selection) -> dict[str, str]:
    """What the selection chooses by, in words."""
    chosen = {}
    for facet in FACETS:
        names = selectable_names(catalogue, facet, record=selection.record) if selection.chosen(facet) else {}
        chosen[facet.capitalize()] = "; ".join(names.get(one, one) for one in selection.chosen(facet))
    chosen["Search"] = selection.search
    return {facet: words for facet, words in chosen.items() if words}


def _made(catalogue: Catalogue, selection: Selection, system: str, address: str) -> str:
    """How the report was made, and under which licence it may be passed on."""
    query = urlencode([*selection.query(), *([("units", system)] if system != SYSTEMS[0] else [])])
    live = address + (f"?{query}" if query else "")
    return "<h2>How this was made</h2>" + "".join(
        [
            method.licence(catalogue),
            markup.terms(
                {
                    "Made by": f"indicators {markup.text(__version__)}",
                    "Units": markup.text(_UNITS[system]),
                    "Selection": f"<code>{markup.text(query)}</code>" if query else "everything",
                    "Address": markup.link(live, live) if address else "",
                }
            ),
        ]
    )
