"""The files that have an address: the options, the name and the media type of each, and how it is made."""

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlencode

import pandas as pd

from indicators.export import (
    bundle,
    derived_table,
    dictionary,
    figure_table,
    json_ld,
    json_rows,
    parquet,
    reference_formats,
    references,
    slim_table,
    workbooks,
    writers,
)
from indicators.export.references import Reference
from indicators.render import report
from indicators.ui.shared import figure_files, site
from indicators.ui.shared.file import FULL, SLIM, File, Request, csv_file
from indicators.ui.shared.query import COLUMNS, EXCEL, SCHEME, SIZE, UNITS

_CSV = "text/csv; charset=utf-8; header=present"
_JSON = "application/json"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARQUET = "application/vnd.apache.parquet"


def _figures_csv(request: Request) -> bytes:
    return csv_file(request, _figures(request))


def _figures(request: Request) -> pd.DataFrame:
    """The table of the selection, with the columns that the query asks for."""
    catalogue, query = request.catalogue, request.query
    if query.columns == SLIM:
        figure_page = f"{request.root}/{site.path('Figures')}?figure="
        return slim_table.slim(catalogue, request.rows(), figure_page, query.units)
    table = figure_table.table(catalogue, request.rows(), query.units)
    return table if query.columns == FULL else table[list(dict.fromkeys(query.columns.split(",")))]


def _figures_xlsx(request: Request) -> bytes:
    return workbooks.figures(request.catalogue, request.rows(), request.query.units, request.address)


def _derived_xlsx(request: Request) -> bytes:
    return workbooks.derived(request.catalogue, request.rows(), request.address)


def _figures_parquet(request: Request) -> bytes:
    return parquet.figures(request.catalogue, request.rows(), request.query.units)


def _figures_json(request: Request) -> bytes:
    return writers.to_json(json_rows.figure_rows(request.catalogue, request.rows())).encode()


def _derived_csv(request: Request) -> bytes:
    return csv_file(request, derived_table.table(request.catalogue, request.rows()))


def _derived_json(request: Request) -> bytes:
    return writers.to_json(json_rows.derived_rows(request.catalogue, request.rows())).encode()


def _bundle_zip(request: Request) -> bytes:
    return bundle.make(request.catalogue, request.query.selection, address=request.address)


def _columns_md(request: Request) -> bytes:
    return dictionary.columns_document(request.catalogue.descriptor).encode()


def _catalogue_jsonld(request: Request) -> bytes:
    query = urlencode(request.query.selection.query())
    return writers.to_json(
        json_ld.dataset(request.catalogue, request.rows(), address=request.root, query=query)
    ).encode()


def _citations(write: Callable[[Iterable[Reference]], str]) -> Callable[[Request], bytes]:
    """A maker of files of citations: of the dashboard, of the documents of the selection, then of its figures."""

    def make(request: Request) -> bytes:
        rows = request.rows()
        used = {references.document_key(document) for document in rows["document"].unique()}
        general = [
            reference
            for reference in references.catalogue_references(request.catalogue)
            if reference.kind != "document" or reference.key in used
        ]
        return write([*general, *references.figure_references(request.catalogue, rows)]).encode()

    return make


def _report_html(request: Request) -> bytes:
    address = f"{request.root}/" if request.root else ""
    query = request.query
    return report.page(request.catalogue, query.selection, system=query.units, address=address).encode()


FIGURES_CSV = "/data/figures.csv"
FIGURES_JSON = "/data/figures.json"
FIGURES_XLSX = "/data/figures.xlsx"
FIGURES_PARQUET = "/data/figures.parquet"
DERIVED_CSV = "/data/derived.csv"
DERIVED_JSON = "/data/derived.json"
DERIVED_XLSX = "/data/derived.xlsx"
BUNDLE_ZIP = "/data/bundle.zip"
COLUMNS_MD = "/data/columns.md"
CATALOGUE_JSONLD = "/data/catalogue.jsonld"
CITATIONS_BIB = "/data/citations.bib"
CITATIONS_RIS = "/data/citations.ris"
CITATIONS_CSL = "/data/citations.json"
FIGURE = "/data/figures/{id}"
FIGURE_JSON, FIGURE_HTML, FIGURE_CSV = (f"{FIGURE}.{ending}" for ending in ("json", "html", "csv"))
FIGURE_MD, FIGURE_SVG, FIGURE_PNG = (f"{FIGURE}.{ending}" for ending in ("md", "svg", "png"))
CHART_SVG = "/data/charts/{id}.svg"
CHART_PNG = "/data/charts/{id}.png"
REPORT = "/report"
CHART_CSV = "/data/charts/{id}.csv"


def _of_figure(media_type: str, extension: str, make: Callable[[Request], bytes], *options: str) -> File:
    return File(
        media_type=media_type,
        extension=extension,
        stem="figure",
        make=make,
        options=options,
        selects=False,
        inline=extension != "csv",
        has_address=extension in ("html", "svg", "png"),
    )


def _of_chart(media_type: str, extension: str, make: Callable[[Request], bytes], *options: str) -> File:
    return File(
        media_type=media_type,
        extension=extension,
        stem="chart",
        make=make,
        options=options,
        heavy=True,
        has_address=extension != "csv",
    )


FILES: Mapping[str, File] = {
    FIGURES_CSV: File(media_type=_CSV, extension="csv", make=_figures_csv, options=(UNITS, EXCEL, COLUMNS)),
    FIGURES_JSON: File(media_type=_JSON, extension="json", make=_figures_json, inline=True),
    FIGURES_XLSX: File(
        media_type=_XLSX, extension="xlsx", make=_figures_xlsx, options=(UNITS,), heavy=True, has_address=True
    ),
    FIGURES_PARQUET: File(media_type=_PARQUET, extension="parquet", make=_figures_parquet, options=(UNITS,)),
    DERIVED_JSON: File(media_type=_JSON, extension="json", stem="derived", make=_derived_json, inline=True),
    DERIVED_XLSX: File(
        media_type=_XLSX, extension="xlsx", stem="derived", make=_derived_xlsx, heavy=True, has_address=True
    ),
    DERIVED_CSV: File(media_type=_CSV, extension="csv", stem="derived", make=_derived_csv, options=(EXCEL,)),
    BUNDLE_ZIP: File(
        media_type="application/zip", extension="zip", stem="bundle", make=_bundle_zip, heavy=True, has_address=True
    ),
    COLUMNS_MD: File(
        media_type="text/markdown; charset=utf-8",
        extension="md",
        stem="columns",
        make=_columns_md,
        selects=False,
        inline=True,
    ),
    CATALOGUE_JSONLD: File(
        media_type="application/ld+json",
        extension="jsonld",
        stem="catalogue",
        make=_catalogue_jsonld,
        inline=True,
        has_address=True,
    ),
    CITATIONS_BIB: File(
        media_type="application/x-bibtex; charset=utf-8",
        extension="bib",
        stem="citations",
        make=_citations(reference_formats.bibtex),
    ),
    CITATIONS_RIS: File(
        media_type="application/x-research-info-systems; charset=utf-8",
        extension="ris",
        stem="citations",
        make=_citations(reference_formats.ris),
    ),
    CITATIONS_CSL: File(
        media_type="application/vnd.citationstyles.csl+json",
        extension="json",
        stem="citations",
        make=_citations(reference_formats.csl_json),
    ),
    FIGURE_JSON: _of_figure(_JSON, "json", figure_files.figure_json),
    FIGURE_HTML: _of_figure("text/html; charset=utf-8", "html", figure_files.figure_html, UNITS),
    FIGURE_CSV: _of_figure(_CSV, "csv", figure_files.figure_csv, UNITS, EXCEL),
    FIGURE_MD: _of_figure("text/markdown; charset=utf-8", "md", figure_files.figure_markdown, UNITS),
    FIGURE_SVG: _of_figure("image/svg+xml", "svg", figure_files.figure_svg, UNITS, SCHEME, SIZE),
    FIGURE_PNG: _of_figure("image/png", "png", figure_files.figure_png, UNITS, SCHEME, SIZE),
    CHART_SVG: _of_chart("image/svg+xml", "svg", figure_files.chart_svg, UNITS, SCHEME, SIZE),
    CHART_PNG: _of_chart("image/png", "png", figure_files.chart_png, UNITS, SCHEME, SIZE),
    REPORT: File(
        media_type="text/html; charset=utf-8",
        extension="html",
        stem="report",
        make=_report_html,
        options=(UNITS,),
        inline=True,
        heavy=True,
        has_address=True,
    ),
    CHART_CSV: _of_chart(_CSV, "csv", figure_files.chart_csv, UNITS, EXCEL),
}
"""Every address and its file; ``{id}`` stands for the id of a figure or the name of a chart."""

FIGURE_FORMS = (FIGURE_JSON, FIGURE_HTML, FIGURE_CSV, FIGURE_MD, FIGURE_SVG, FIGURE_PNG)
"""The files of which FIGURE gives the one that the client accepts; the first if it accepts any."""
