"""The ways out: a dialog with every file, lines that read one and citations; the same for one figure or chart.

Nothing is made here but addresses; a file is made when its address is asked for.
"""

import re

import streamlit as st

from indicators import cite, export, markup, references
from indicators.charts import Drawing
from indicators.references import Reference
from indicators.select import Selection, select
from indicators.ui import cache, files, html, lines, site
from indicators.ui.asked import EXCEL, UNITS
from indicators.ui.site import View
from indicators.units import SYSTEMS

_ADDRESS = re.compile(r"https?://[^\s\"'`$\\<>]+")

_FILES: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    (files.FIGURES_CSV, "CSV for a spreadsheet", "Opens right in Excel and LibreOffice.", {EXCEL: "1"}),
    (files.FIGURES_CSV, "CSV for programs", "Every text exactly as the catalogue has it.", {}),
    (files.FIGURES_JSON, "JSON", "The same rows as objects.", {}),
    (files.DERIVED_CSV, "What follows from them, CSV", "With formula, inputs, working and assumptions.", {}),
    (
        files.BUNDLE_ZIP,
        "Bundle",
        "All of it as a data package (.zip): tables, description of every column, citations, checksums. "
        "It is a catalogue of its own, which this dashboard can show.",
        {},
    ),
    (files.COLUMNS_MD, "What each column holds", "Of every file above, in Markdown.", {}),
    (files.CATALOGUE_JSONLD, "JSON-LD", "A schema.org Dataset, as search engines for data read it.", {}),
    (files.CITATIONS_BIB, "Citations, BibTeX", "Of the dashboard, the documents and each figure.", {}),
    (files.CITATIONS_RIS, "Citations, RIS", "The same.", {}),
    (files.CITATIONS_CSL, "Citations, CSL-JSON", "The same.", {}),
)


def button() -> bool:
    """The button that opens the dialog; whether it was pressed."""
    return st.button("Other formats, code, citation", key="_take", width="stretch")


@st.dialog("Take the figures with you", width="medium")
def dialog(view: View) -> None:
    """Every way to take what is selected, or everything, elsewhere."""
    selection = view.selection
    if selection != Selection():
        chosen = f"The selection ({len(view.rows):,})"
        total = len(select(view.catalogue, Selection()))
        which = st.segmented_control(
            "Which figures", [chosen, f"All ({total:,})"], default=chosen, required=True, key="_which"
        )
        selection = selection if which == chosen else Selection()
    query = selection.query()
    root = _root()
    kept, code, citation, images = st.tabs(["Files", "Code", "Citation", "Charts"])
    with kept:
        _files(root, query)
    with code:
        _code(view, root, selection)
    with citation:
        _citation(view)
    with images:
        _charts(view, root, selection)


def chart(view: View, drawn: Drawing) -> None:
    """Under a chart, its image and the rows behind it."""
    html.show(f'<p class="quiet">{_images(drawn, _root(), _with_units(view, view.selection), view.system)}</p>')


def figure(view: View, one: str) -> None:
    """On the page of a figure, its address and its citation, each copied with one click."""
    address = lines.address(_root(), files.FIGURE_JSON.format(one=one))
    rows = view.catalogue.rows(one)
    html.show("<h2>To take it elsewhere</h2>", markup.paragraph("Its citation"))
    _cited(str(cite.figures(view.catalogue, rows).iloc[0]), references.of_figures(view.catalogue, rows)[0])
    html.show(markup.paragraph("Its address, where all that is recorded of it is given as JSON"))
    st.code(address, language=None, wrap_lines=True)


def _files(root: str, query: list[tuple[str, str]]) -> None:
    html.show(
        markup.paragraph(
            "Every row stands alone: value, bounds, unit, qualifier, source, period, place in the text, caveats in "
            "words, and how to cite it. A file is made when you ask for it, and its address stays."
        ),
        markup.items(
            _link(
                lines.address(root, path, [*(query if files.FILES[path].selects else []), *options.items()]),
                name,
                files.FILES[path].inline,
            )
            + f'<br><span class="quiet">{markup.text(about)}</span>'
            for path, name, about, options in _FILES
        ),
    )


def _code(view: View, root: str, selection: Selection) -> None:
    query = selection.query()
    csv = lines.address(root, files.FIGURES_CSV, query)
    excel = lines.address(root, files.FIGURES_CSV, [*query, (EXCEL, "1")])
    name = export.file_name(view.catalogue.descriptor.name, selection, "csv")
    _copied("The address of these figures", csv)
    _copied("pandas", lines.pandas(csv))
    _copied("R", lines.r(csv))
    _copied("Excel: Data, From Web, and paste this address", excel)
    _copied("Excel, Power Query", lines.excel(excel))
    _copied("curl", lines.curl(csv, name))


def _citation(view: View) -> None:
    html.show(
        markup.paragraph(
            "To cite the dashboard as a whole. Cite a figure by its own producer: its page has the citation, and so "
            "has every row of a download."
        )
    )
    _cited(cite.dashboard(view.catalogue), references.of_catalogue(view.catalogue)[0])


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


def _charts(view: View, root: str, selection: Selection) -> None:
    drawn = cache.drawn(view.catalogue, view.catalogue.folder, selection, view.system)
    if not drawn:
        st.info("No chart can be drawn of these figures.")
        return
    query = _with_units(view, selection)
    html.show(markup.items(f"{markup.text(one.title)}<br>{_images(one, root, query, view.system)}" for one in drawn))


def _images(drawn: Drawing, root: str, query: list[tuple[str, str]], system: str) -> str:
    """Links to a chart as image, light and dark, and to the rows behind it."""
    path = files.CHART_CSV.format(one=drawn.name)
    return _link(lines.address(root, path, [*query, (EXCEL, "1")]), "CSV", False, of=drawn.title)


def _with_units(view: View, selection: Selection) -> list[tuple[str, str]]:
    return [*selection.query(), *([(UNITS, view.system)] if view.system != SYSTEMS[0] else [])]


def _link(address: str, words: str, inline: bool, of: str = "") -> str:
    """A link to a file; one that a browser shows opens beside the dashboard."""
    beside = ' target="_blank" rel="noopener"' if inline else ""
    label = f' aria-label="{markup.text(f"{words} of {of}")}"' if of else ""
    return f'<a href="{markup.text(address)}"{beside}{label}>{markup.text(words)}</a>'


def _copied(title: str, text: str) -> None:
    """A text under a heading, copied with one click."""
    html.show(f"<h3>{markup.text(title)}</h3>")
    st.code(text, language=None, wrap_lines=True)


def _root() -> str:
    """The address of this dashboard as the reader's browser has it, without the page and without a slash at its end."""
    address = (st.context.url or "").rstrip("/")
    if not _ADDRESS.fullmatch(address):
        host, port, base = (st.get_option(f"server.{name}") for name in ("address", "port", "baseUrlPath"))
        return f"http://{host or 'localhost'}:{port}/{base}".rstrip("/")
    start, _, last = address.rpartition("/")
    return start if last in site.PATHS else address
