"""The files that have an address: the options, the name and the media type of each, and how it is made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.charts import build, image
from indicators.charts.chart import Chart
from indicators.errors import UnknownIdError, nearest
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
from indicators.figures.selection import select
from indicators.render import report
from indicators.ui.shared import site
from indicators.ui.shared.query import COLUMNS, EXCEL, OPTIONS, SCHEME, UNITS, Query

_CSV = "text/csv; charset=utf-8; header=present"
_JSON = "application/json"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARQUET = "application/vnd.apache.parquet"


FULL, SLIM = OPTIONS[COLUMNS]


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a file is made from: the catalogue, the query, and the id of the figure or the name of the chart, if any.

    ``root`` is the address of the dashboard without a slash at its end, ``address`` that of the file; both are empty
    where the client sent no valid host.
    """

    catalogue: Catalogue
    query: Query
    root: str = ""
    address: str = ""
    id: str = ""

    def rows(self) -> pd.DataFrame:
        """The figures of the selection."""
        return select(self.catalogue, self.query.selection)


@dataclass(frozen=True, kw_only=True)
class File:
    """A file at an address.

    ``make`` gives its bytes, and raises UnknownIdError where the request names an unknown figure or chart. ``options``
    are its parameters besides those of a selection, which it has if it ``selects``. A browser shows an ``inline`` file
    and saves the others; a ``heavy`` file is made while no other is; ``has_address`` tells that the bytes always hold
    the address of the dashboard or of the file.
    """

    media_type: str
    extension: str
    make: Callable[[Request], bytes]
    stem: str = "figures"
    options: tuple[str, ...] = ()
    selects: bool = True
    inline: bool = False
    heavy: bool = False
    has_address: bool = False

    def holds_address(self, request: Request) -> bool:
        """Whether the bytes hold the address of the dashboard or of the file."""
        return self.has_address or request.query.columns == SLIM

    def name(self, request: Request) -> str:
        """The name under which it is saved, of lower-case letters, digits and hyphens."""
        catalogue = request.catalogue.descriptor.name
        if not self.selects:
            return f"{writers.slug(catalogue, self.stem, request.id)}.{self.extension}"
        stem = f"{self.stem}-{request.id}" if request.id else self.stem
        return writers.file_name(catalogue, request.query.selection, self.extension, stem)


def _figures_csv(request: Request) -> bytes:
    return _csv(request, _figures(request))


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


def _figure_json(request: Request) -> bytes:
    (row,) = json_rows.figure_rows(request.catalogue, request.catalogue.rows(request.id))
    return writers.to_json(row).encode()


def _derived_csv(request: Request) -> bytes:
    return _csv(request, derived_table.table(request.catalogue, request.rows()))


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


def _chart_svg(request: Request) -> bytes:
    return image.svg(_chart(request), request.query.scheme)


def _chart_png(request: Request) -> bytes:
    return image.png(_chart(request), request.query.scheme)


def _chart_csv(request: Request) -> bytes:
    rows = request.catalogue.rows(*(figure.id for figure in _chart(request).figures))
    return _csv(request, figure_table.table(request.catalogue, rows, request.query.units))


def _chart(request: Request) -> Chart:
    """The chart of the selection that has this name, also where the pages leave it out."""
    catalogue, rows = request.catalogue, request.rows()
    chart = build.chart(catalogue, rows, request.id, request.query.units)
    if chart is None:
        raise UnknownIdError(
            "chart of this selection", request.id, nearest(request.id, build.chart_names(catalogue, rows))
        )
    return chart


def _csv(request: Request, table: pd.DataFrame) -> bytes:
    return writers.to_csv(table, spreadsheet=request.query.excel == "1")


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
FIGURE_JSON = "/data/figures/{id}.json"
CHART_SVG = "/data/charts/{id}.svg"
CHART_PNG = "/data/charts/{id}.png"
REPORT = "/report"
CHART_CSV = "/data/charts/{id}.csv"

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
    FIGURE_JSON: File(media_type=_JSON, extension="json", make=_figure_json, stem="figure", selects=False, inline=True),
    CHART_SVG: File(
        media_type="image/svg+xml",
        extension="svg",
        stem="chart",
        make=_chart_svg,
        options=(UNITS, SCHEME),
        heavy=True,
    ),
    CHART_PNG: File(
        media_type="image/png", extension="png", stem="chart", make=_chart_png, options=(UNITS, SCHEME), heavy=True
    ),
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
    CHART_CSV: File(
        media_type=_CSV, extension="csv", stem="chart", make=_chart_csv, options=(UNITS, EXCEL), heavy=True
    ),
}
"""Every address and its file; ``{id}`` stands for the id of a figure or the name of a chart."""
