"""The ways out: a dialog with every file, lines that read one and citations; the same for one figure or chart.

Nothing is made here but addresses; a file is made when its address is asked for.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from indicators import markup
from indicators.charts.chart import Chart
from indicators.export import references, writers
from indicators.export.references import Reference
from indicators.figures.citation import cite_catalogue, cite_figures
from indicators.figures.selection import Selection, select
from indicators.measure.units import SYSTEMS
from indicators.ui.parts import show as styled
from indicators.ui.shared import cached_charts, files, site
from indicators.ui.shared import links as lines
from indicators.ui.shared.query import EXCEL, SCHEME, UNITS
from indicators.ui.shared.site import View

_ADDRESS = re.compile(r"https?://[^\s\"'`$\\<>]+")

_FILES: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    (files.FIGURES_CSV, "CSV for a spreadsheet", "Opens right in Excel and LibreOffice.", {EXCEL: "1"}),
    (files.FIGURES_CSV, "CSV for programs", "Every text exactly as the catalogue has it.", {}),
    (files.FIGURES_JSON, "JSON", "The same rows as objects.", {}),
    (files.DERIVED_CSV, "What follows from them, CSV", "With formula, inputs, working and assumptions.", {EXCEL: "1"}),
    (files.REPORT, "Report", "The whole dashboard as one page, to print, to mail or to keep.", {}),
    (
        files.BUNDLE_ZIP,
        "Bundle",
        "All of it as a data package (.zip): tables, description of every column, citations, checksums. "
        "It is a catalogue of its own, which this dashboard can show.",
        {},
    ),
    (files.COLUMNS_MD, "What each column holds", "Of every table above, in Markdown.", {}),
    (files.CATALOGUE_JSONLD, "JSON-LD", "A schema.org Dataset, as search engines for data read it.", {}),
)
_CITATIONS = ((files.CITATIONS_BIB, "BibTeX"), (files.CITATIONS_RIS, "RIS"), (files.CITATIONS_CSL, "CSL-JSON"))


def button() -> bool:
    """The button that opens the dialog; whether it was pressed."""
    return st.button("Other formats, code, citation", key="_take", width="stretch")


@st.dialog("Take the figures with you", width="medium")
def dialog(view: View) -> None:
    """Every way to take what is selected, or everything, elsewhere."""
    whole = Selection(record=view.selection.record)
    taken = view
    if view.selection != whole:
        rows = select(view.catalogue, whole)
        chosen = f"The selection ({len(view.rows):,})"
        labels = [chosen, f"All ({len(rows):,})"]
        which = st.segmented_control("Which figures", labels, default=chosen, required=True, key="_which")
        taken = view if which == chosen else replace(view, selection=whole, rows=rows)
    root = _root()
    kept, code, citation, images = st.tabs(["Files", "Code", "Citation", "Charts"])
    with kept:
        _files(taken, root)
    with code:
        _code(taken, root)
    with citation:
        _citation(taken)
    with images:
        _charts(taken, root)


def chart(view: View, drawn: Chart) -> str:
    """What stands under a chart as HTML: links to its image and to the rows behind it."""
    return f'<p class="quiet">Save it as {_images(view, _root(), drawn)}</p>'


def figure(view: View, one: str) -> None:
    """On the page of a figure, its address and its citation, each copied with one click."""
    rows = view.catalogue.rows(one)
    styled.show("<h2>To take it elsewhere</h2>", markup.paragraph("Its citation, to copy"))
    _cited(str(cite_figures(view.catalogue, rows).iloc[0]), references.figure_references(view.catalogue, rows)[0])
    styled.show(markup.paragraph("Its address, where all that is recorded of it is given as JSON, to copy"))
    st.code(lines.address(_root(), files.FIGURE_JSON.format(one=one)), language=None, wrap_lines=True)


def _files(view: View, root: str) -> None:
    listed = [
        f'{_link(view, root, path, name, options)}<br><span class="quiet">{markup.text(about)}</span>'
        for path, name, about, options in _FILES
    ]
    cited = (_link(view, root, path, name, of="the citations") for path, name in _CITATIONS)
    styled.show(
        markup.paragraph(
            "Every row stands alone: value, bounds, unit, qualifier, source, period, place in the text, caveats in "
            "words, and how to cite it. A file is made when you ask for it, and its address stays."
        ),
        markup.items([*listed, f"Citations of the dashboard, the documents and each figure: {' · '.join(cited)}"]),
    )


def _code(view: View, root: str) -> None:
    query = view.selection.query()
    csv = lines.address(root, files.FIGURES_CSV, query)
    excel = lines.address(root, files.FIGURES_CSV, [*query, (EXCEL, "1")])
    name = writers.file_name(view.catalogue.descriptor.name, view.selection, "csv")
    _copied("The address of these figures", csv)
    _copied("pandas", lines.pandas(csv))
    _copied("R", lines.r(csv))
    _copied("Excel: Data, From Web, and paste this address", excel)
    _copied("Excel, Power Query", lines.excel(excel))
    _copied("curl", lines.curl(csv, name))


def _citation(view: View) -> None:
    styled.show(
        markup.paragraph(
            "To cite the dashboard as a whole. Cite a figure by its own producer: its page has the citation, and so "
            "has every row of a download."
        )
    )
    _cited(cite_catalogue(view.catalogue), references.catalogue_references(view.catalogue)[0])


def _cited(text: str, reference: Reference) -> None:
    """A citation in every format, each copied with one click."""
    written = {
        "Text": text,
        "BibTeX": references.bibtex([reference]),
        "RIS": references.ris([reference]),
        "CSL-JSON": references.csl_json([reference]),
    }
    for tab, cited in zip(st.tabs(list(written)), written.values(), strict=True):
        with tab:
            st.code(cited.strip(), language=None, wrap_lines=True)


def _charts(view: View, root: str) -> None:
    charts = cached_charts.charts(view.catalogue, view.catalogue.folder, view.selection, view.system)
    if not charts:
        st.info("No chart can be drawn of these figures.")
        return
    styled.show(
        markup.items(
            f"{markup.text(one.title)}<br>{_images(view, root, one)}<br>in dark colours "
            f"{_images(view, root, one, 'dark')}"
            for one in charts
        )
    )


def _images(view: View, root: str, drawn: Chart, scheme: str = "") -> str:
    """Links to a chart as image, in one scheme of colours, and where that is the usual one to the rows behind it."""
    coloured = {SCHEME: scheme} if scheme else {}
    kinds = [(files.CHART_PNG, "PNG", coloured), (files.CHART_SVG, "SVG", coloured)]
    if not scheme:
        kinds.append((files.CHART_CSV, "CSV", {EXCEL: "1"}))
    of = f"the chart {drawn.title}" + (f", {scheme}" if scheme else "")
    links = (_link(view, root, path, name, options, of=of, one=drawn.name) for path, name, options in kinds)
    return " · ".join(links)


def _link(
    view: View,
    root: str,
    path: str,
    words: str,
    options: Mapping[str, str] | None = None,
    *,
    of: str = "",
    one: str = "",
) -> str:
    """A link to the file at ``path``; one that a browser shows opens beside the dashboard."""
    file = files.FILES[path]
    query = view.selection.query() if file.selects else []
    if UNITS in file.options and view.system != SYSTEMS[0]:
        query.append((UNITS, view.system))
    address = lines.address(root, path.format(one=one), [*query, *(options or {}).items()])
    beside = ' target="_blank" rel="noopener"' if file.inline else ""
    label = f' aria-label="{markup.text(f"{words} of {of}")}"' if of else ""
    return f'<a href="{markup.text(address)}"{beside}{label}>{markup.text(words)}</a>'


def _copied(title: str, text: str) -> None:
    """A text under a heading, copied with one click."""
    styled.show(f"<h3>{markup.text(title)}</h3>")
    st.code(text, language=None, wrap_lines=True)


def _root() -> str:
    """The address of this dashboard as the reader's browser has it, without the page and without a slash at its end."""
    address = (st.context.url or "").rstrip("/")
    if not _ADDRESS.fullmatch(address):
        host, port, base = (st.get_option(f"server.{name}") for name in ("address", "port", "baseUrlPath"))
        return f"http://{host or 'localhost'}:{port}/{base}".rstrip("/")
    start, _, last = address.rpartition("/")
    return start if last in site.PATHS else address
