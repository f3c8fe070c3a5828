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
from indicators.ui.shared import addresses, crawlers, figure_files, site
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


def _picture(media_type: str, extension: str, make: Callable[[Request], bytes]) -> File:
    return File(
        media_type=media_type,
        extension=extension,
        make=make,
        options=(UNITS, SCHEME, SIZE),
        inline=True,
        has_address=True,
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
    addresses.FIGURES_CSV: File(media_type=_CSV, extension="csv", make=_figures_csv, options=(UNITS, EXCEL, COLUMNS)),
    addresses.FIGURES_JSON: File(media_type=_JSON, extension="json", make=_figures_json, inline=True),
    addresses.FIGURES_XLSX: File(
        media_type=_XLSX, extension="xlsx", make=_figures_xlsx, options=(UNITS,), heavy=True, has_address=True
    ),
    addresses.FIGURES_PARQUET: File(media_type=_PARQUET, extension="parquet", make=_figures_parquet, options=(UNITS,)),
    addresses.FIGURES_SVG: _picture("image/svg+xml", "svg", figure_files.selection_svg),
    addresses.FIGURES_PNG: _picture("image/png", "png", figure_files.selection_png),
    addresses.DERIVED_JSON: File(media_type=_JSON, extension="json", stem="derived", make=_derived_json, inline=True),
    addresses.DERIVED_XLSX: File(
        media_type=_XLSX, extension="xlsx", stem="derived", make=_derived_xlsx, heavy=True, has_address=True
    ),
    addresses.DERIVED_CSV: File(media_type=_CSV, extension="csv", stem="derived", make=_derived_csv, options=(EXCEL,)),
    addresses.BUNDLE_ZIP: File(
        media_type="application/zip", extension="zip", stem="bundle", make=_bundle_zip, heavy=True, has_address=True
    ),
    addresses.COLUMNS_MD: File(
        media_type="text/markdown; charset=utf-8",
        extension="md",
        stem="columns",
        make=_columns_md,
        selects=False,
        inline=True,
    ),
    addresses.CATALOGUE_JSONLD: File(
        media_type="application/ld+json",
        extension="jsonld",
        stem="catalogue",
        make=_catalogue_jsonld,
        inline=True,
        has_address=True,
    ),
    addresses.CITATIONS_BIB: File(
        media_type="application/x-bibtex; charset=utf-8",
        extension="bib",
        stem="citations",
        make=_citations(reference_formats.bibtex),
    ),
    addresses.CITATIONS_RIS: File(
        media_type="application/x-research-info-systems; charset=utf-8",
        extension="ris",
        stem="citations",
        make=_citations(reference_formats.ris),
    ),
    addresses.CITATIONS_CSL: File(
        media_type="application/vnd.citationstyles.csl+json",
        extension="json",
        stem="citations",
        make=_citations(reference_formats.csl_json),
    ),
    addresses.FIGURE_JSON: _of_figure(_JSON, "json", figure_files.figure_json),
    addresses.FIGURE_HTML: _of_figure("text/html; charset=utf-8", "html", figure_files.figure_html, UNITS),
    addresses.FIGURE_CSV: _of_figure(_CSV, "csv", figure_files.figure_csv, UNITS, EXCEL),
    addresses.FIGURE_MD: _of_figure("text/markdown; charset=utf-8", "md", figure_files.figure_markdown, UNITS),
    addresses.FIGURE_SVG: _of_figure("image/svg+xml", "svg", figure_files.figure_svg, UNITS, SCHEME, SIZE),
    addresses.FIGURE_PNG: _of_figure("image/png", "png", figure_files.figure_png, UNITS, SCHEME, SIZE),
    addresses.CHART_SVG: _of_chart("image/svg+xml", "svg", figure_files.chart_svg, UNITS, SCHEME, SIZE),
    addresses.CHART_PNG: _of_chart("image/png", "png", figure_files.chart_png, UNITS, SCHEME, SIZE),
    addresses.REPORT: File(
        media_type="text/html; charset=utf-8",
        extension="html",
        stem="report",
        make=_report_html,
        options=(UNITS,),
        inline=True,
        heavy=True,
        has_address=True,
    ),
    addresses.CHART_CSV: _of_chart(_CSV, "csv", figure_files.chart_csv, UNITS, EXCEL),
    addresses.ROBOTS: File(
        media_type="text/plain; charset=utf-8",
        extension="txt",
        stem="robots",
        make=crawlers.robots,
        selects=False,
        inline=True,
        has_address=True,
    ),
    addresses.SITEMAP: File(
        media_type="application/xml",
        extension="xml",
        stem="sitemap",
        make=crawlers.sitemap,
        selects=False,
        inline=True,
        has_address=True,
    ),
}
"""Every address and its file; ``{id}`` stands for the id of a figure or the name of a chart."""
