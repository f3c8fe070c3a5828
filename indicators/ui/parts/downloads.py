"""A dialog with every file, code that reads one, and citations; links for one chart.

Only addresses are made here; a file is made when a client requests it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st
from markupsafe import Markup

from indicators import markup
from indicators.charts.chart import Chart
from indicators.export import citation_styles, reference_formats, references, writers
from indicators.export.references import Reference
from indicators.figures.selection import Selection
from indicators.ui.parts.html import copyable, show_html
from indicators.ui.shared import addresses, cached_charts, files, links, site
from indicators.ui.shared.file import SLIM
from indicators.ui.shared.query import COLUMNS, EXCEL, SCHEME, UNITS
from indicators.ui.shared.site import View

_ADDRESS = re.compile(r"https?://[^\s\"'`$\\<>]+")


@dataclass(frozen=True)
class _Entry:
    """A file in the dialog: its path in ``files.FILES``, its link text, a description, and the options of its link."""

    path: str
    text: str
    description: str
    options: Mapping[str, str]


_FILES = (
    _Entry(
        addresses.FIGURES_XLSX,
        "Workbook (.xlsx), main columns",
        "Each figure in words, with its bounds, source, period, first caveat and a link, for Excel and LibreOffice: "
        "numbers are numbers, and no date or printed word is rewritten. Columns, caveats and sources are explained "
        "beside the figures.",
        {COLUMNS: SLIM},
    ),
    _Entry(addresses.FIGURES_XLSX, "Workbook, all columns", "Everything that is recorded of each figure.", {}),
    _Entry(addresses.FIGURES_CSV, "CSV, main columns", "The same as CSV.", {COLUMNS: SLIM, EXCEL: "1"}),
    _Entry(
        addresses.FIGURES_CSV,
        "CSV, all columns",
        "For a spreadsheet: a text that it would take for a formula, a day or a number has an apostrophe before it.",
        {EXCEL: "1"},
    ),
    _Entry(addresses.FIGURES_CSV, "CSV for programs", "Every text exactly as the catalogue has it.", {}),
    _Entry(addresses.FIGURES_JSON, "JSON", "The same rows as objects.", {}),
    _Entry(addresses.FIGURES_PARQUET, "Parquet", "The same rows, each column with its description.", {}),
    _Entry(
        addresses.DERIVED_CSV,
        "Calculations, CSV",
        "With formula, inputs, working and assumptions.",
        {EXCEL: "1"},
    ),
    _Entry(addresses.REPORT, "Report", "The whole dashboard as one page, to print, to mail or to keep.", {}),
    _Entry(
        addresses.BUNDLE_ZIP,
        "Bundle",
        "All of it as a data package (.zip): tables, description of every column, citations, checksums. "
        "It is a catalogue of its own, which this dashboard can show.",
        {},
    ),
    _Entry(addresses.COLUMNS_MD, "What each column holds", "Of every table above, in Markdown.", {}),
    _Entry(addresses.CATALOGUE_JSONLD, "JSON-LD", "A schema.org Dataset, as search engines for data read it.", {}),
)
_CITATIONS = (
    (addresses.CITATIONS_BIB, "BibLaTeX"),
    (addresses.CITATIONS_RIS, "RIS"),
    (addresses.CITATIONS_CSL, "CSL-JSON"),
)


def button() -> bool:
    """The button that opens the dialog; whether it was pressed."""
    return st.button("Download", key="_take", type="tertiary")


@st.dialog("Take the figures with you", width="medium")
def dialog(view: View) -> None:
    """Files, code, citation and charts of the selection, or of every figure."""
    whole = Selection(record=view.selection.record)
    chosen = view
    if view.selection != whole:
        everything = replace(view, selection=whole)
        labels = {"selection": f"The selection ({view.count:,})", "all": f"All ({everything.count:,})"}
        which = st.segmented_control(
            "Which figures", [*labels], format_func=labels.__getitem__, default="selection", required=True, key="_which"
        )
        chosen = view if which == "selection" else everything
    root = root_address()
    files_tab, code_tab, citation_tab, charts_tab = st.tabs(["Files", "Code", "Citation", "Charts"])
    with files_tab:
        _files(chosen, root)
    with code_tab:
        _code(chosen, root)
    with citation_tab:
        _citation(chosen)
    with charts_tab:
        _charts(chosen, root)


def _files(view: View, root: str) -> None:
    items = [
        markup.join(
            [
                _link(view, root, entry.path, entry.text, entry.options),
                markup.LINE_BREAK,
                markup.element("span", entry.description, class_="quiet"),
            ]
        )
        for entry in _FILES
    ]
    citations = markup.join((_link(view, root, path, text, of="the citations") for path, text in _CITATIONS), " · ")
    items.append(markup.join(["Citations of the dashboard, the documents and each figure: ", citations]))
    show_html(
        markup.paragraph(
            "Every row stands alone: value, bounds, unit, qualifier, source, period, place in the text, caveats in "
            "words, and how to cite it. A file is made when you ask for it, and its address stays."
        ),
        markup.bullet_list(items),
    )


def _code(view: View, root: str) -> None:
    parameters = links.page_parameters(view.selection, view.system)
    csv = links.file_address(root, addresses.FIGURES_CSV, parameters)
    excel = links.file_address(root, addresses.FIGURES_CSV, [*parameters, (EXCEL, "1")])
    file_name = writers.file_name(view.catalogue.descriptor.name, view.selection, "csv")
    _copyable("The address of these figures", csv)
    _copyable("pandas", links.pandas_code(csv))
    _copyable("R", links.r_code(csv))
    _copyable("Excel: Data, From Web, and paste this address", excel)
    _copyable("Excel, Power Query", links.power_query_code(excel))
    _copyable("curl", links.curl_command(csv, file_name))


def _citation(view: View) -> None:
    show_html(
        markup.paragraph(
            "To cite the dashboard as a whole. A figure is cited by the document that prints it: its "
            "page has the citation, and so has every row of a download."
        )
    )
    citation_formats(references.catalogue_references(view.catalogue, f"{root_address()}/")[0])


def citation_formats(reference: Reference) -> None:
    """A citation in every style and format, each copied with one click."""
    formats = {
        name: "\n".join(filter(None, (citation_styles.plain(style(reference)), reference.note)))
        for name, style in citation_styles.STYLES.items()
    } | {
        "BibLaTeX": reference_formats.bibtex([reference]),
        "BibTeX": reference_formats.bibtex([reference], reference_formats.CLASSIC),
        "RIS": reference_formats.ris([reference]),
        "CSL-JSON": reference_formats.csl_json([reference]),
    }
    for tab, content in zip(st.tabs(list(formats)), formats.values(), strict=True):
        with tab:
            show_html(copyable(content.strip()))


def _charts(view: View, root: str) -> None:
    everything = view.catalogue, view.selection
    strip = cached_charts.strip(*everything)
    charts = (*cached_charts.charts(*everything, view.system), *([strip[0]] if strip else []))
    if not charts:
        st.info("No chart can be drawn of these figures.")
        return
    show_html(
        markup.bullet_list(
            markup.join(
                [
                    chart.title,
                    markup.LINE_BREAK,
                    _image_links(view, root, chart),
                    markup.LINE_BREAK,
                    "in dark colours ",
                    _image_links(view, root, chart, "dark"),
                ]
            )
            for chart in charts
        )
    )


def _image_links(view: View, root: str, chart: Chart, scheme: str = "") -> Markup:
    """Links to the images of a chart in a colour scheme; without one, the default and a link to the rows behind it."""
    options = {SCHEME: scheme} if scheme else {}
    entries = [(addresses.CHART_PNG, "PNG", options), (addresses.CHART_SVG, "SVG", options)]
    if not scheme:
        entries += [(addresses.CHART_CSV, "CSV", {EXCEL: "1"}), (addresses.CHART_HTML, "page to share and embed", {})]
    of = f"the chart {chart.title}" + (f", {scheme}" if scheme else "")
    return markup.join(
        (_link(view, root, path, text, options, of=of, id_=chart.name) for path, text, options in entries), " · "
    )


def _link(
    view: View,
    root: str,
    path: str,
    text: str,
    options: Mapping[str, str] | None = None,
    *,
    of: str = "",
    id_: str = "",
) -> Markup:
    """A link to the file at ``path``; a file that the browser shows opens in a new tab.

    ``of`` completes the text for a screen reader, where several links have the same text.
    """
    file = files.FILES[path]
    parameters = view.selection.query() if file.selects else []
    if UNITS in file.options:
        parameters += links.units_parameters(view.system)
    address = links.file_address(root, path.format(id=id_), [*parameters, *(options or {}).items()])
    return markup.element(
        "a",
        text,
        href=address,
        target="_blank" if file.inline else None,
        rel="noopener" if file.inline else None,
        aria_label=f"{text} of {of}" if of else None,
    )


def _copyable(title: str, text: str) -> None:
    """A text under a heading, copied with one click."""
    show_html(markup.heading(3, title), copyable(text))


def root_address() -> str:
    """The address of this dashboard as the reader's browser has it, without the page and without a slash at its end."""
    address = (st.context.url or "").rstrip("/")
    if not _ADDRESS.fullmatch(address):
        host, port, base = (st.get_option(f"server.{name}") for name in ("address", "port", "baseUrlPath"))
        return f"http://{host or 'localhost'}:{port}/{base}".rstrip("/")
    start, _, last = address.rpartition("/")
    return start if last in site.PATHS else address
